noinst_LIBRARIES += src/tui/libtui.a
src_tui_libtui_a_SOURCES = \
	%reldir%/app.h \
	%reldir%/key.c %reldir%/key.h \
	%reldir%/layout.c %reldir%/layout.h \
	%reldir%/list.c %reldir%/list.h \
	%reldir%/motion.h \
	%reldir%/screen.c %reldir%/screen.h
