# Libraries from the top of the house to its ground, for static linking.
libraries_below_tui = \
	src/write/libwrite.a src/store/libstore.a src/read/libread.a \
	src/present/libpresent.a src/calendar/libcalendar.a src/programme/libprogramme.a \
	src/document/libdocument.a src/model/libmodel.a src/base/libbase.a
# Those of src/base/late.h are not among them.
system_libraries = $(YAML_LIBS) $(CMARK_LIBS) $(LTLIBINTL)

bin_PROGRAMS += nec-agenda
nec_agenda_SOURCES = \
	%reldir%/browse.c %reldir%/browse.h \
	%reldir%/clock.c %reldir%/clock.h \
	%reldir%/enclosure.c %reldir%/enclosure.h \
	%reldir%/exchange.c %reldir%/exchange.h \
	%reldir%/export.c %reldir%/export.h \
	%reldir%/help.c %reldir%/help.h \
	%reldir%/host.c %reldir%/host.h \
	%reldir%/launcher.c %reldir%/launcher.h \
	%reldir%/main.c \
	%reldir%/options.c %reldir%/options.h \
	%reldir%/options_table.c %reldir%/options_table.h \
	%reldir%/output.c %reldir%/output.h \
	%reldir%/patience.c %reldir%/patience.h \
	%reldir%/revisions.c %reldir%/revisions.h \
	%reldir%/sandbox.c %reldir%/sandbox.h \
	%reldir%/wishes.c %reldir%/wishes.h
nec_agenda_LDADD = src/term/libterm.a src/kiosk/libkiosk.a src/tui/libtui.a $(libraries_below_tui) \
	$(NCURSES_LIBS) $(system_libraries)
