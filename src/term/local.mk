noinst_LIBRARIES += src/term/libterm.a
src_term_libterm_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
src_term_libterm_a_SOURCES = \
	%reldir%/clipboard.c %reldir%/clipboard.h \
	%reldir%/frame.c %reldir%/frame.h \
	%reldir%/glyphs.c %reldir%/glyphs.h \
	%reldir%/gpm.c %reldir%/gpm.h \
	%reldir%/input.c %reldir%/input.h \
	%reldir%/painter.c %reldir%/painter.h \
	%reldir%/palette.c %reldir%/palette.h \
	%reldir%/rescue.c %reldir%/rescue.h \
	%reldir%/signals.c %reldir%/signals.h \
	%reldir%/terminal.c %reldir%/terminal.h \
	%reldir%/terminfo.c %reldir%/terminfo.h
