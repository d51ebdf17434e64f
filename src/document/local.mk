noinst_LIBRARIES += src/document/libdocument.a
src_document_libdocument_a_CPPFLAGS = $(AM_CPPFLAGS) $(CMARK_CFLAGS) $(XML_CFLAGS)
src_document_libdocument_a_SOURCES = \
	%reldir%/composer.c %reldir%/composer.h \
	%reldir%/document.c %reldir%/document.h \
	%reldir%/html.c %reldir%/html.h \
	%reldir%/wrap.c %reldir%/wrap.h
