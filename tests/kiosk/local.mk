if HAVE_CMOCKA
check_PROGRAMS += tests/kiosk/test_kiosk
TESTS += tests/kiosk/test_kiosk
tests_kiosk_test_kiosk_SOURCES = %reldir%/test_kiosk.c tests/tui/sample.c tests/tui/sample.h
tests_kiosk_test_kiosk_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/tui $(CMOCKA_CFLAGS)
tests_kiosk_test_kiosk_LDADD = src/kiosk/libkiosk.a src/tui/libtui.a $(libraries_below_tui) \
	$(CMOCKA_LIBS) $(system_libraries)
endif
EXTRA_DIST += %reldir%/golden

# The program itself, seen through a terminal emulator.
if HAVE_VTERM
check_PROGRAMS += tests/kiosk/test_host
TESTS += tests/kiosk/test_host
tests_kiosk_test_host_SOURCES = \
	%reldir%/test_host.c tests/term/camera.c tests/term/camera.h tests/tui/zbar.c tests/tui/zbar.h \
	tests/term/home.c tests/term/home.h tests/term/viewer.c tests/term/viewer.h
tests_kiosk_test_host_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/term $(CMOCKA_CFLAGS) $(VTERM_CFLAGS) $(ICAL_CFLAGS)
tests_kiosk_test_host_LDADD = src/base/libbase.a \
	$(CMOCKA_LIBS) $(VTERM_LIBS) $(ICAL_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
EXTRA_tests_kiosk_test_host_DEPENDENCIES = nec-agenda$(EXEEXT)
check_PROGRAMS += tests/kiosk/test_minute
TESTS += tests/kiosk/test_minute
tests_kiosk_test_minute_SOURCES = \
	%reldir%/test_minute.c src/clock.h src/enclosure.c src/enclosure.h src/host.c src/host.h \
	src/output.c src/output.h src/sandbox.c src/sandbox.h tests/term/viewer.c tests/term/viewer.h
tests_kiosk_test_minute_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/term $(CMOCKA_CFLAGS) \
	$(SECCOMP_CFLAGS) $(VTERM_CFLAGS)
tests_kiosk_test_minute_LDADD = src/term/libterm.a src/kiosk/libkiosk.a src/tui/libtui.a \
	$(libraries_below_tui) $(CMOCKA_LIBS) $(VTERM_LIBS) $(NCURSES_LIBS) $(system_libraries)
endif
