if HAVE_CMOCKA
check_PROGRAMS += tests/model/test_model
TESTS += tests/model/test_model
tests_model_test_model_SOURCES = %reldir%/test_model.c
tests_model_test_model_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_model_LDADD = src/model/libmodel.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
endif
