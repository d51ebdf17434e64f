if HAVE_CMOCKA
base_tests = tests/base/test_civil tests/base/test_keeping tests/base/test_progress tests/base/test_text \
	tests/base/test_zoneinfo
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)
base_test_libs = src/base/libbase.a $(CMOCKA_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
tests_base_test_civil_SOURCES = %reldir%/test_civil.c
tests_base_test_civil_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_civil_LDADD = $(base_test_libs)
tests_base_test_keeping_SOURCES = %reldir%/test_keeping.c
tests_base_test_keeping_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_keeping_LDADD = $(base_test_libs)
tests_base_test_progress_SOURCES = %reldir%/test_progress.c
tests_base_test_progress_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_progress_LDADD = $(base_test_libs)
tests_base_test_text_SOURCES = %reldir%/test_text.c
tests_base_test_text_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(UTF8PROC_CFLAGS)
tests_base_test_text_LDADD = $(base_test_libs)
tests_base_test_zoneinfo_SOURCES = %reldir%/test_zoneinfo.c
tests_base_test_zoneinfo_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_zoneinfo_LDADD = $(base_test_libs)
endif
