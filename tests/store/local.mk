if HAVE_CMOCKA
store_tests = \
	tests/store/test_calls \
	tests/store/test_faults \
	tests/store/test_file_name \
	tests/store/test_preferences \
	tests/store/test_vcalendar \
	tests/store/test_snapshot \
	tests/store/test_store \
	tests/store/test_watch \
	tests/store/test_windows
check_PROGRAMS += $(store_tests) tests/store/keep
TESTS += $(store_tests) %reldir%/test_khal.sh
store_test_flags = $(AM_CPPFLAGS) -I$(srcdir)/tests/store $(CMOCKA_CFLAGS) $(ICAL_CFLAGS)
store_test_libraries = src/store/libstore.a src/present/libpresent.a \
	src/calendar/libcalendar.a src/document/libdocument.a src/model/libmodel.a \
	src/base/libbase.a $(CMOCKA_LIBS) $(YAML_LIBS) $(CMARK_LIBS) $(XML_LIBS) $(ICAL_LIBS) \
	$(UTF8PROC_LIBS) $(LTLIBINTL)

tests_store_keep_SOURCES = %reldir%/keep.c %reldir%/sample.c %reldir%/sample.h
tests_store_keep_CPPFLAGS = $(store_test_flags)
tests_store_keep_LDADD = $(store_test_libraries)

tests_store_test_calls_SOURCES = %reldir%/test_calls.c %reldir%/trial.c %reldir%/trial.h \
	%reldir%/sample.c %reldir%/sample.h
tests_store_test_calls_CPPFLAGS = $(store_test_flags)
tests_store_test_calls_LDADD = $(store_test_libraries)

tests_store_test_faults_SOURCES = %reldir%/test_faults.c %reldir%/trial.c %reldir%/trial.h \
	%reldir%/sample.c %reldir%/sample.h
tests_store_test_faults_CPPFLAGS = $(store_test_flags)
tests_store_test_faults_LDADD = $(store_test_libraries)
# The linker leads the store's system calls to the test, which lets them fail.
tests_store_test_faults_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=open,--wrap=openat,--wrap=mkdir,--wrap=stat,--wrap=fstat,--wrap=fstatat \
	-Wl,--wrap=fdopendir,--wrap=readdir,--wrap=closedir,--wrap=readlinkat,--wrap=flock \
	-Wl,--wrap=read,--wrap=write,--wrap=fchmod,--wrap=fsync,--wrap=close \
	-Wl,--wrap=renameat,--wrap=renameat2,--wrap=unlinkat,--wrap=time

tests_store_test_file_name_SOURCES = %reldir%/test_file_name.c
tests_store_test_file_name_CPPFLAGS = $(store_test_flags)
tests_store_test_file_name_LDADD = $(store_test_libraries)

tests_store_test_preferences_SOURCES = \
	%reldir%/test_preferences.c %reldir%/sample.c %reldir%/sample.h
tests_store_test_preferences_CPPFLAGS = $(store_test_flags)
tests_store_test_preferences_LDADD = $(store_test_libraries)

tests_store_test_vcalendar_SOURCES = %reldir%/test_vcalendar.c %reldir%/sample.c %reldir%/sample.h
tests_store_test_vcalendar_CPPFLAGS = $(store_test_flags)
tests_store_test_vcalendar_LDADD = $(store_test_libraries)

tests_store_test_snapshot_SOURCES = %reldir%/test_snapshot.c
tests_store_test_snapshot_CPPFLAGS = $(store_test_flags)
tests_store_test_snapshot_LDADD = src/store/libstore.a $(libraries_below_tui) $(CMOCKA_LIBS) \
	$(ICAL_LIBS) $(system_libraries)

tests_store_test_store_SOURCES = %reldir%/test_store.c %reldir%/sample.c %reldir%/sample.h
tests_store_test_store_CPPFLAGS = $(store_test_flags)
tests_store_test_store_LDADD = $(store_test_libraries)

tests_store_test_watch_SOURCES = %reldir%/test_watch.c %reldir%/sample.c %reldir%/sample.h
tests_store_test_watch_CPPFLAGS = $(store_test_flags)
tests_store_test_watch_LDADD = $(store_test_libraries)
tests_store_test_watch_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=inotify_init1

tests_store_test_windows_SOURCES = %reldir%/test_windows.c %reldir%/sample.c %reldir%/sample.h
tests_store_test_windows_CPPFLAGS = $(store_test_flags)
tests_store_test_windows_LDADD = $(store_test_libraries)
tests_store_test_windows_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=close
endif
dist_check_SCRIPTS += %reldir%/test_khal.sh
