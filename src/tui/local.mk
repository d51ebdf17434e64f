noinst_LIBRARIES += src/tui/libtui.a
src_tui_libtui_a_SOURCES = \
	%reldir%/app.c %reldir%/app.h \
	%reldir%/key.c %reldir%/key.h \
	%reldir%/screen.c %reldir%/screen.h
