noinst_LIBRARIES += src/write/libwrite.a
src_write_libwrite_a_CPPFLAGS = $(AM_CPPFLAGS) $(CMARK_CFLAGS) $(ICAL_CFLAGS) $(JANSSON_CFLAGS)
src_write_libwrite_a_SOURCES = \
	%reldir%/board.c %reldir%/board.h \
	%reldir%/commonmark.c %reldir%/commonmark.h \
	%reldir%/ics.c %reldir%/ics.h \
	%reldir%/iso.c %reldir%/iso.h \
	%reldir%/json.c %reldir%/json.h \
	%reldir%/lines.c %reldir%/lines.h \
	%reldir%/listing.c %reldir%/listing.h \
	%reldir%/lost.c %reldir%/lost.h \
	%reldir%/markdown.c %reldir%/markdown.h \
	%reldir%/marks.c %reldir%/marks.h \
	%reldir%/references.c %reldir%/references.h \
	%reldir%/selection.c %reldir%/selection.h \
	%reldir%/text.c %reldir%/text.h \
	%reldir%/tsv.c %reldir%/tsv.h \
	%reldir%/wanted.c %reldir%/wanted.h \
	%reldir%/writer.c %reldir%/writer.h
