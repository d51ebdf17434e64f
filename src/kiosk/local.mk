noinst_LIBRARIES += src/kiosk/libkiosk.a
src_kiosk_libkiosk_a_SOURCES = \
	%reldir%/code.c %reldir%/code.h \
	%reldir%/countdown.c %reldir%/countdown.h \
	%reldir%/draw.c %reldir%/draw.h \
	%reldir%/figures.c %reldir%/figures.h \
	%reldir%/item.c %reldir%/item.h \
	%reldir%/kiosk.c %reldir%/kiosk.h %reldir%/kiosk_private.h \
	%reldir%/page.c %reldir%/page.h \
	%reldir%/picks.c %reldir%/picks.h \
	%reldir%/programme.c %reldir%/programme.h \
	%reldir%/revision.c %reldir%/revision.h \
	%reldir%/scene.c %reldir%/scene.h \
	%reldir%/show.c %reldir%/show.h \
	%reldir%/slide.c %reldir%/slide.h
