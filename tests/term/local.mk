if HAVE_CMOCKA
term_libraries = src/term/libterm.a src/tui/libtui.a src/base/libbase.a
term_system_libraries = $(CMOCKA_LIBS) $(NCURSES_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
term_cppflags = $(AM_CPPFLAGS) $(NCURSES_CFLAGS) $(CMOCKA_CFLAGS)

check_PROGRAMS += tests/term/test_frame tests/term/test_input tests/term/test_palette tests/term/test_glyphs
TESTS += tests/term/test_frame tests/term/test_input tests/term/test_palette tests/term/test_glyphs
tests_term_test_input_SOURCES = %reldir%/test_input.c
tests_term_test_input_CPPFLAGS = $(term_cppflags)
tests_term_test_input_LDADD = $(term_libraries) $(term_system_libraries)
tests_term_test_frame_SOURCES = %reldir%/test_frame.c
tests_term_test_frame_CPPFLAGS = $(term_cppflags)
tests_term_test_frame_LDADD = $(term_libraries) $(term_system_libraries)
tests_term_test_palette_SOURCES = %reldir%/test_palette.c
tests_term_test_palette_CPPFLAGS = $(term_cppflags)
tests_term_test_palette_LDADD = $(term_libraries) $(term_system_libraries) -lm
check_PROGRAMS += tests/term/test_looks
TESTS += tests/term/test_looks
tests_term_test_looks_SOURCES = %reldir%/test_looks.c \
	tests/tui/golden_file.c tests/tui/golden_file.h tests/tui/scene.c tests/tui/scene.h \
	tests/tui/play.c tests/tui/play.h tests/tui/sample.c tests/tui/sample.h
tests_term_test_looks_CPPFLAGS = $(term_cppflags) -I$(srcdir)/tests/tui
tests_term_test_looks_LDADD = src/term/libterm.a $(tui_test_libraries) $(NCURSES_LIBS)
check_PROGRAMS += tests/term/test_gpm
TESTS += tests/term/test_gpm
tests_term_test_gpm_SOURCES = %reldir%/test_gpm.c
tests_term_test_gpm_CPPFLAGS = $(term_cppflags)
tests_term_test_gpm_LDADD = $(term_libraries) $(term_system_libraries)
check_PROGRAMS += tests/term/test_clipboard
TESTS += tests/term/test_clipboard
tests_term_test_clipboard_SOURCES = %reldir%/test_clipboard.c
tests_term_test_clipboard_CPPFLAGS = $(term_cppflags)
tests_term_test_clipboard_LDADD = $(term_libraries) $(term_system_libraries)
tests_term_test_glyphs_SOURCES = %reldir%/test_glyphs.c
tests_term_test_glyphs_CPPFLAGS = $(term_cppflags)
tests_term_test_glyphs_LDADD = $(term_libraries) $(term_system_libraries)
endif

# These look at a real pseudo-terminal through a terminal emulator.
if HAVE_VTERM
check_PROGRAMS += tests/term/test_terminal
TESTS += tests/term/test_terminal
tests_term_test_terminal_SOURCES = \
	%reldir%/test_terminal.c %reldir%/viewer.c %reldir%/viewer.h
tests_term_test_terminal_CPPFLAGS = $(term_cppflags) $(VTERM_CFLAGS)
tests_term_test_terminal_LDADD = $(term_libraries) $(term_system_libraries) $(VTERM_LIBS)
check_PROGRAMS += tests/term/test_painter
TESTS += tests/term/test_painter
tests_term_test_painter_SOURCES = \
	%reldir%/test_painter.c %reldir%/viewer.c %reldir%/viewer.h
tests_term_test_painter_CPPFLAGS = $(term_cppflags) $(VTERM_CFLAGS)
tests_term_test_painter_LDADD = $(term_libraries) $(term_system_libraries) $(VTERM_LIBS)

# These run the program itself, at a home of their own.
term_visit = %reldir%/home.c %reldir%/home.h %reldir%/viewer.c %reldir%/viewer.h
check_PROGRAMS += tests/term/test_browser
TESTS += tests/term/test_browser
tests_term_test_browser_SOURCES = %reldir%/test_browser.c $(term_visit)
tests_term_test_browser_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_term_test_browser_LDADD = src/base/libbase.a \
	$(CMOCKA_LIBS) $(VTERM_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
EXTRA_tests_term_test_browser_DEPENDENCIES = nec-agenda$(EXEEXT)

check_PROGRAMS += tests/term/test_searching
TESTS += tests/term/test_searching
tests_term_test_searching_SOURCES = %reldir%/test_searching.c $(term_visit)
tests_term_test_searching_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_searching_LDADD = $(tests_term_test_browser_LDADD)
EXTRA_tests_term_test_searching_DEPENDENCIES = nec-agenda$(EXEEXT)

# So do these, on a meeting that has all there is to an agenda.
term_meeting = $(term_visit) %reldir%/visit.c %reldir%/visit.h
check_PROGRAMS += tests/term/test_views tests/term/test_filtering tests/term/test_settings
TESTS += tests/term/test_views tests/term/test_filtering tests/term/test_settings
check_PROGRAMS += tests/term/test_terminals
TESTS += tests/term/test_terminals
tests_term_test_views_SOURCES = %reldir%/test_views.c $(term_meeting)
tests_term_test_views_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_views_LDADD = $(tests_term_test_browser_LDADD)
EXTRA_tests_term_test_views_DEPENDENCIES = nec-agenda$(EXEEXT)
tests_term_test_filtering_SOURCES = %reldir%/test_filtering.c $(term_meeting)
tests_term_test_filtering_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_filtering_LDADD = $(tests_term_test_browser_LDADD)
EXTRA_tests_term_test_filtering_DEPENDENCIES = nec-agenda$(EXEEXT)
tests_term_test_settings_SOURCES = %reldir%/test_settings.c $(term_meeting)
tests_term_test_settings_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_settings_LDADD = $(tests_term_test_browser_LDADD)
EXTRA_tests_term_test_settings_DEPENDENCIES = nec-agenda$(EXEEXT)
tests_term_test_terminals_SOURCES = %reldir%/test_terminals.c $(term_meeting)
tests_term_test_terminals_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_terminals_LDADD = $(tests_term_test_browser_LDADD) -lm
EXTRA_tests_term_test_terminals_DEPENDENCIES = nec-agenda$(EXEEXT)

# And this one, in the program with another clock.
check_PROGRAMS += tests/term/steered tests/term/test_minutes
TESTS += tests/term/test_minutes
tests_term_steered_SOURCES = %reldir%/steered_clock.c
tests_term_steered_LDADD = $(filter-out src/clock.%,$(nec_agenda_OBJECTS)) $(nec_agenda_LDADD)
tests_term_test_minutes_SOURCES = %reldir%/test_minutes.c $(term_meeting)
tests_term_test_minutes_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_minutes_LDADD = $(tests_term_test_browser_LDADD)
EXTRA_tests_term_test_minutes_DEPENDENCIES = tests/term/steered$(EXEEXT)

# This one, too: what it shows is read by zbar.
check_PROGRAMS += tests/term/test_code
TESTS += tests/term/test_code
tests_term_test_code_SOURCES = \
	%reldir%/test_code.c %reldir%/camera.c %reldir%/camera.h \
	tests/tui/zbar.c tests/tui/zbar.h $(term_visit)
tests_term_test_code_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_code_LDADD = $(tests_term_test_browser_LDADD)
EXTRA_tests_term_test_code_DEPENDENCIES = nec-agenda$(EXEEXT)

# So does this one, with browsers of its own.
check_PROGRAMS += tests/term/test_opening
TESTS += tests/term/test_opening
tests_term_test_opening_SOURCES = %reldir%/test_opening.c $(term_visit)
tests_term_test_opening_CPPFLAGS = $(tests_term_test_browser_CPPFLAGS)
tests_term_test_opening_LDADD = $(tests_term_test_browser_LDADD)
EXTRA_tests_term_test_opening_DEPENDENCIES = nec-agenda$(EXEEXT)
# So does this one.
check_PROGRAMS += tests/term/test_reading
TESTS += tests/term/test_reading
tests_term_test_reading_SOURCES = %reldir%/test_reading.c $(term_visit)
tests_term_test_reading_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_term_test_reading_LDADD = src/base/libbase.a \
	$(CMOCKA_LIBS) $(VTERM_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
EXTRA_tests_term_test_reading_DEPENDENCIES = nec-agenda$(EXEEXT)
check_PROGRAMS += tests/term/test_export
TESTS += tests/term/test_export
tests_term_test_export_SOURCES = %reldir%/test_export.c $(term_visit)
tests_term_test_export_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_term_test_export_LDADD = src/base/libbase.a \
	$(CMOCKA_LIBS) $(VTERM_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
EXTRA_tests_term_test_export_DEPENDENCIES = nec-agenda$(EXEEXT)
endif
EXTRA_DIST += %reldir%/golden
