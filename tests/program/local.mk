program_tests = \
	%reldir%/test_changes.sh \
	%reldir%/test_cli.sh \
	%reldir%/test_example.sh \
	%reldir%/test_examples.sh \
	%reldir%/test_exchange.sh \
	%reldir%/test_export.sh \
	%reldir%/test_completions.sh \
	%reldir%/test_desktop.sh \
	%reldir%/test_documents.sh \
	%reldir%/test_layers.sh \
	%reldir%/test_manual.sh \
	%reldir%/test_pages.sh \
	%reldir%/test_real_page.sh \
	%reldir%/test_schedules.sh \
	%reldir%/test_settings.sh \
	%reldir%/test_translations.sh \
	%reldir%/test_unit.sh
TESTS += $(program_tests)
dist_check_SCRIPTS += $(program_tests)
if HARDENED
TESTS += %reldir%/test_hardening.sh
endif
dist_check_SCRIPTS += %reldir%/test_hardening.sh
EXTRA_DIST += \
	%reldir%/built-in.tsv \
	%reldir%/layers.awk \
	%reldir%/lossless.py \
	%reldir%/skeleton.awk \
	%reldir%/tap.sh

if HAVE_CMOCKA
check_PROGRAMS += tests/program/test_clock
TESTS += tests/program/test_clock
tests_program_test_clock_SOURCES = %reldir%/test_clock.c src/clock.c src/clock.h
tests_program_test_clock_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_program_test_clock_LDADD = src/base/libbase.a $(CMOCKA_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
check_PROGRAMS += tests/program/test_sandbox
TESTS += tests/program/test_sandbox
tests_program_test_sandbox_SOURCES = %reldir%/test_sandbox.c src/sandbox.c src/sandbox.h
tests_program_test_sandbox_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(SECCOMP_CFLAGS)
tests_program_test_sandbox_LDADD = src/base/libbase.a $(CMOCKA_LIBS) $(SECCOMP_LIBS) \
	$(UTF8PROC_LIBS) $(LTLIBINTL)
check_PROGRAMS += tests/program/test_patience
TESTS += tests/program/test_patience
tests_program_test_patience_SOURCES = %reldir%/test_patience.c src/patience.c src/patience.h
tests_program_test_patience_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_program_test_patience_LDADD = src/term/libterm.a src/tui/libtui.a $(libraries_below_tui) \
	$(CMOCKA_LIBS) $(NCURSES_LIBS) $(system_libraries)
endif
