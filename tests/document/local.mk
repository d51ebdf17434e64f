if HAVE_CMOCKA
document_tests = \
	tests/document/test_address \
	tests/document/test_composer \
	tests/document/test_hostile \
	tests/document/test_html \
	tests/document/test_reading \
	tests/document/test_wrap
check_PROGRAMS += $(document_tests)
TESTS += $(document_tests)
document_test_flags = $(AM_CPPFLAGS) -I$(srcdir)/tests/document $(CMOCKA_CFLAGS)
document_test_libs = src/document/libdocument.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(CMARK_LIBS) $(XML_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
document_test_tools = \
	%reldir%/describe.c %reldir%/describe.h \
	%reldir%/invent.c %reldir%/invent.h
tests_document_test_address_SOURCES = %reldir%/test_address.c
tests_document_test_address_CPPFLAGS = $(document_test_flags)
tests_document_test_address_LDADD = $(document_test_libs)
tests_document_test_composer_SOURCES = %reldir%/test_composer.c $(document_test_tools)
tests_document_test_composer_CPPFLAGS = $(document_test_flags)
tests_document_test_composer_LDADD = $(document_test_libs)
tests_document_test_hostile_SOURCES = %reldir%/test_hostile.c $(document_test_tools)
tests_document_test_hostile_CPPFLAGS = $(document_test_flags)
tests_document_test_hostile_LDADD = $(document_test_libs)
tests_document_test_html_SOURCES = %reldir%/test_html.c $(document_test_tools)
tests_document_test_html_CPPFLAGS = $(document_test_flags)
tests_document_test_html_LDADD = $(document_test_libs)
tests_document_test_reading_SOURCES = %reldir%/test_reading.c $(document_test_tools)
tests_document_test_reading_CPPFLAGS = $(document_test_flags)
tests_document_test_reading_LDADD = $(document_test_libs)
tests_document_test_wrap_SOURCES = %reldir%/test_wrap.c $(document_test_tools)
tests_document_test_wrap_CPPFLAGS = $(document_test_flags)
tests_document_test_wrap_LDADD = $(document_test_libs)
endif
