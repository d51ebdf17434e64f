if HAVE_CMOCKA
model_test_libraries = src/model/libmodel.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
model_tests = \
	tests/model/test_changes \
	tests/model/test_days \
	tests/model/test_hits \
	tests/model/test_model \
	tests/model/test_now \
	tests/model/test_plan \
	tests/model/test_roll \
	tests/model/test_tongue \
	tests/model/test_query

check_PROGRAMS += $(model_tests)
TESTS += $(model_tests)

tests_model_test_changes_SOURCES = %reldir%/test_changes.c
tests_model_test_changes_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_changes_LDADD = $(model_test_libraries)

tests_model_test_days_SOURCES = %reldir%/test_days.c
tests_model_test_days_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_days_LDADD = $(model_test_libraries)

tests_model_test_hits_SOURCES = %reldir%/test_hits.c
tests_model_test_hits_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_hits_LDADD = $(model_test_libraries)

tests_model_test_model_SOURCES = %reldir%/test_model.c
tests_model_test_model_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_model_LDADD = $(model_test_libraries)

tests_model_test_plan_SOURCES = %reldir%/test_plan.c
tests_model_test_plan_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_plan_LDADD = $(model_test_libraries)

tests_model_test_roll_SOURCES = %reldir%/test_roll.c
tests_model_test_roll_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_roll_LDADD = $(model_test_libraries)

tests_model_test_now_SOURCES = %reldir%/test_now.c
tests_model_test_now_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_now_LDADD = $(model_test_libraries)

tests_model_test_tongue_SOURCES = %reldir%/test_tongue.c
tests_model_test_tongue_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_tongue_LDADD = $(model_test_libraries)

tests_model_test_query_SOURCES = %reldir%/test_query.c
tests_model_test_query_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_model_test_query_LDADD = $(model_test_libraries)
endif
