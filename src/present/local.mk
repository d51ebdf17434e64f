noinst_LIBRARIES += src/present/libpresent.a
src_present_libpresent_a_CPPFLAGS = $(AM_CPPFLAGS) $(UTF8PROC_CFLAGS)
src_present_libpresent_a_SOURCES = \
	%reldir%/capital.c %reldir%/capital.h \
	%reldir%/facts.c %reldir%/facts.h \
	%reldir%/kept.c %reldir%/kept.h \
	%reldir%/lead.c %reldir%/lead.h \
	%reldir%/pages.c %reldir%/pages.h \
	%reldir%/planned.c %reldir%/planned.h \
	%reldir%/prose.c %reldir%/prose.h \
	%reldir%/scan.c %reldir%/scan.h \
	%reldir%/revision.c %reldir%/revision.h \
	%reldir%/session_facts.c %reldir%/session_facts.h \
	%reldir%/stage.c %reldir%/stage.h \
	%reldir%/title.c %reldir%/title.h \
	%reldir%/traits.c %reldir%/traits.h \
	%reldir%/when.c %reldir%/when.h
