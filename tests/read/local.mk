
if HAVE_CMOCKA
schedule_tests = tests/read/test_schedules tests/read/test_schedule_json \
	tests/read/test_calendar_file
check_PROGRAMS += tests/read/test_duration $(schedule_tests)
TESTS += tests/read/test_duration $(schedule_tests)
tests_read_test_duration_SOURCES = %reldir%/test_duration.c
tests_read_test_duration_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_read_test_duration_LDADD = src/read/libread.a $(CMOCKA_LIBS)
schedule_libs = src/read/libread.a src/calendar/libcalendar.a src/model/libmodel.a \
	src/document/libdocument.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(XML_LIBS) $(ZLIB_LIBS) $(JANSSON_LIBS) $(ICAL_LIBS) \
	$(UTF8PROC_LIBS) $(LTLIBINTL)
tests_read_test_schedules_SOURCES = %reldir%/test_schedules.c %reldir%/told.c %reldir%/told.h
tests_read_test_schedules_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_schedules_LDADD = $(schedule_libs)
tests_read_test_schedule_json_SOURCES = %reldir%/test_schedule_json.c \
	%reldir%/told.c %reldir%/told.h
tests_read_test_schedule_json_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_schedule_json_LDADD = $(schedule_libs)
tests_read_test_calendar_file_SOURCES = %reldir%/test_calendar_file.c \
	%reldir%/told.c %reldir%/told.h
tests_read_test_calendar_file_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_calendar_file_LDADD = $(schedule_libs)
endif

# Sources, pages and folders of them.
if HAVE_CMOCKA
read_page_tests = tests/read/test_source tests/read/test_front_matter tests/read/test_value \
	tests/read/test_page tests/read/test_collection tests/read/test_reader
check_PROGRAMS += $(read_page_tests)
TESTS += $(read_page_tests)
read_page_libs = src/read/libread.a src/calendar/libcalendar.a src/programme/libprogramme.a src/model/libmodel.a \
	src/document/libdocument.a src/base/libbase.a $(CMOCKA_LIBS) $(YAML_LIBS) $(CMARK_LIBS) $(XML_LIBS) $(ZLIB_LIBS) \
	$(JANSSON_LIBS) $(ICAL_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
tests_read_test_source_SOURCES = %reldir%/test_source.c %reldir%/scratch.c %reldir%/scratch.h
tests_read_test_source_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS) $(ZLIB_CFLAGS)
tests_read_test_source_LDADD = $(read_page_libs)
tests_read_test_front_matter_SOURCES = %reldir%/test_front_matter.c \
	%reldir%/scratch.c %reldir%/scratch.h
tests_read_test_front_matter_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_front_matter_LDADD = $(read_page_libs)
tests_read_test_value_SOURCES = %reldir%/test_value.c
tests_read_test_value_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_value_LDADD = $(read_page_libs)
tests_read_test_page_SOURCES = %reldir%/test_page.c \
	%reldir%/scratch.c %reldir%/scratch.h
tests_read_test_page_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_page_LDADD = $(read_page_libs)
tests_read_test_collection_SOURCES = %reldir%/test_collection.c \
	%reldir%/scratch.c %reldir%/scratch.h
tests_read_test_collection_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_collection_LDADD = $(read_page_libs)
tests_read_test_reader_SOURCES = %reldir%/test_reader.c \
	%reldir%/scratch.c %reldir%/scratch.h
tests_read_test_reader_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%reldir% $(CMOCKA_CFLAGS)
tests_read_test_reader_LDADD = $(read_page_libs)
endif

# Made-up pages, one for each way of writing a programme, with what is to be found in each.
EXTRA_DIST += tests/read/pages
if HAVE_CMOCKA
check_PROGRAMS += tests/read/test_pages
TESTS += tests/read/test_pages
tests_read_test_pages_SOURCES = %reldir%/test_pages.c
tests_read_test_pages_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_read_test_pages_LDADD = $(read_page_libs)
endif
