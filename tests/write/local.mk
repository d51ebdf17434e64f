EXTRA_DIST += \
	%reldir%/expected/bookmarked.ics \
	%reldir%/expected/bookmarked.json \
	%reldir%/expected/bookmarked.md \
	%reldir%/expected/bookmarked.txt \
	%reldir%/expected/day.txt \
	%reldir%/expected/empty.ics \
	%reldir%/expected/empty.json \
	%reldir%/expected/empty.md \
	%reldir%/expected/empty-now.txt \
	%reldir%/expected/empty.txt \
	%reldir%/expected/no-bookmark.txt \
	%reldir%/expected/no-day.txt \
	%reldir%/expected/nothing.md \
	%reldir%/expected/nothing.txt \
	%reldir%/expected/now.md \
	%reldir%/expected/now-after.txt \
	%reldir%/expected/now-ball.txt \
	%reldir%/expected/now-before.txt \
	%reldir%/expected/now-kept.txt \
	%reldir%/expected/now-lunch.txt \
	%reldir%/expected/now-opening.txt \
	%reldir%/expected/now-second-day.txt \
	%reldir%/expected/whole.ics \
	%reldir%/expected/session.md \
	%reldir%/expected/whole.json \
	%reldir%/expected/whole.md \
	%reldir%/expected/whole-44.txt \
	%reldir%/expected/whole.txt \
	%reldir%/expected/wishes.txt

if HAVE_CMOCKA
write_tests = tests/write/test_commonmark tests/write/test_ics tests/write/test_json \
	tests/write/test_markdown tests/write/test_references \
	tests/write/test_text tests/write/test_tsv
check_PROGRAMS += $(write_tests)
TESTS += $(write_tests)
write_test_libs = src/write/libwrite.a src/present/libpresent.a src/calendar/libcalendar.a \
	src/document/libdocument.a src/model/libmodel.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(CMARK_LIBS) $(XML_LIBS) $(ICAL_LIBS) $(JANSSON_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
write_stage = %reldir%/stage.c %reldir%/stage.h %reldir%/sample.c %reldir%/sample.h
tests_write_test_commonmark_SOURCES = %reldir%/test_commonmark.c \
	tests/document/describe.c tests/document/describe.h
tests_write_test_commonmark_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/document $(CMOCKA_CFLAGS)
tests_write_test_commonmark_LDADD = $(write_test_libs)
tests_write_test_ics_SOURCES = %reldir%/test_ics.c $(write_stage)
tests_write_test_ics_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_write_test_ics_LDADD = $(write_test_libs)
tests_write_test_json_SOURCES = %reldir%/test_json.c $(write_stage)
tests_write_test_json_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(JANSSON_CFLAGS)
tests_write_test_json_LDADD = $(write_test_libs)
tests_write_test_markdown_SOURCES = %reldir%/test_markdown.c $(write_stage)
tests_write_test_markdown_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_write_test_markdown_LDADD = $(write_test_libs)
tests_write_test_references_SOURCES = %reldir%/test_references.c
tests_write_test_references_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_write_test_references_LDADD = $(write_test_libs)
tests_write_test_text_SOURCES = %reldir%/test_text.c $(write_stage)
tests_write_test_text_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_write_test_text_LDADD = $(write_test_libs)
tests_write_test_tsv_SOURCES = %reldir%/test_tsv.c %reldir%/sample.c %reldir%/sample.h
tests_write_test_tsv_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_write_test_tsv_LDADD = $(write_test_libs)
endif
