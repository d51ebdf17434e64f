noinst_LIBRARIES += src/present/libpresent.a
src_present_libpresent_a_SOURCES = \
	%reldir%/pages.c %reldir%/pages.h \
	%reldir%/stage.c %reldir%/stage.h \
	%reldir%/when.c %reldir%/when.h
