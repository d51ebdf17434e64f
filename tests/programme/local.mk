# The finder of programmes in pages.
if HAVE_CMOCKA
programme_libs = src/programme/libprogramme.a src/model/libmodel.a src/document/libdocument.a \
	src/base/libbase.a $(CMOCKA_LIBS) $(CMARK_LIBS) $(XML_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
finder_tests = tests/programme/test_temporal tests/programme/test_almanac tests/programme/test_item \
	tests/programme/test_programme tests/programme/test_topics
check_PROGRAMS += $(finder_tests)
TESTS += $(finder_tests)
tests_programme_test_temporal_SOURCES = %reldir%/test_temporal.c
tests_programme_test_temporal_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_programme_test_temporal_LDADD = $(programme_libs)
tests_programme_test_almanac_SOURCES = %reldir%/test_almanac.c
tests_programme_test_almanac_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_programme_test_almanac_LDADD = $(programme_libs)
tests_programme_test_item_SOURCES = %reldir%/test_item.c
tests_programme_test_item_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_programme_test_item_LDADD = $(programme_libs)
tests_programme_test_programme_SOURCES = %reldir%/test_programme.c
tests_programme_test_programme_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_programme_test_programme_LDADD = $(programme_libs)
tests_programme_test_topics_SOURCES = %reldir%/test_topics.c
tests_programme_test_topics_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_programme_test_topics_LDADD = $(programme_libs)
endif
