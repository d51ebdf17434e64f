
if HAVE_CMOCKA
check_PROGRAMS += tests/read/test_duration tests/read/test_schedules
TESTS += tests/read/test_duration tests/read/test_schedules
tests_read_test_duration_SOURCES = %reldir%/test_duration.c
tests_read_test_duration_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_read_test_duration_LDADD = src/read/libread.a $(CMOCKA_LIBS)
tests_read_test_schedules_SOURCES = %reldir%/test_schedules.c
tests_read_test_schedules_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_read_test_schedules_LDADD = src/read/libread.a src/model/libmodel.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(XML_LIBS) $(JANSSON_LIBS) $(ICAL_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
endif
