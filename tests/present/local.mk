if HAVE_CMOCKA
present_tests = tests/present/test_capital tests/present/test_pages tests/present/test_prose \
	tests/present/test_scan tests/present/test_when
check_PROGRAMS += $(present_tests)
TESTS += $(present_tests)
present_test_libs = src/present/libpresent.a src/document/libdocument.a src/model/libmodel.a \
	src/base/libbase.a $(CMOCKA_LIBS) $(CMARK_LIBS) $(XML_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
tests_present_test_capital_SOURCES = %reldir%/test_capital.c
tests_present_test_capital_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_present_test_capital_LDADD = $(present_test_libs)
tests_present_test_pages_SOURCES = %reldir%/test_pages.c
tests_present_test_pages_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_present_test_pages_LDADD = $(present_test_libs)
tests_present_test_prose_SOURCES = %reldir%/test_prose.c
tests_present_test_prose_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_present_test_prose_LDADD = $(present_test_libs)
tests_present_test_scan_SOURCES = %reldir%/test_scan.c
tests_present_test_scan_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_present_test_scan_LDADD = $(present_test_libs)
tests_present_test_when_SOURCES = %reldir%/test_when.c
tests_present_test_when_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_present_test_when_LDADD = $(present_test_libs)
endif
