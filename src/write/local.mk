noinst_LIBRARIES += src/write/libwrite.a
src_write_libwrite_a_SOURCES = \
	%reldir%/text.c %reldir%/text.h \
	%reldir%/tsv.c %reldir%/tsv.h \
	%reldir%/writer.c %reldir%/writer.h
