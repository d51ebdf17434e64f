if HAVE_CMOCKA
calendar_tests = tests/calendar/test_counterparts tests/calendar/test_uid
check_PROGRAMS += $(calendar_tests)
TESTS += $(calendar_tests)
calendar_test_libs = src/calendar/libcalendar.a src/model/libmodel.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(ICAL_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
tests_calendar_test_counterparts_SOURCES = %reldir%/test_counterparts.c
tests_calendar_test_counterparts_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_calendar_test_counterparts_LDADD = $(calendar_test_libs)
tests_calendar_test_uid_SOURCES = %reldir%/test_uid.c
tests_calendar_test_uid_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_calendar_test_uid_LDADD = $(calendar_test_libs)
endif
