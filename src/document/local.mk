noinst_LIBRARIES += src/document/libdocument.a
src_document_libdocument_a_CPPFLAGS = \
	$(AM_CPPFLAGS) $(CMARK_CFLAGS) $(XML_CFLAGS) $(UTF8PROC_CFLAGS)
src_document_libdocument_a_SOURCES = \
	%reldir%/address.c %reldir%/address.h \
	%reldir%/cells.c %reldir%/cells.h \
	%reldir%/columns.c %reldir%/columns.h \
	%reldir%/composer.c %reldir%/composer.h \
	%reldir%/document.c %reldir%/document.h \
	%reldir%/fill.c %reldir%/fill.h \
	%reldir%/flow.c %reldir%/flow.h \
	%reldir%/html.c %reldir%/html.h \
	%reldir%/kramdown.c %reldir%/kramdown.h \
	%reldir%/leaf.c %reldir%/leaf.h \
	%reldir%/links.c %reldir%/links.h \
	%reldir%/line_map.c %reldir%/line_map.h \
	%reldir%/markdown.c %reldir%/markdown.h \
	%reldir%/markdown_tree.c %reldir%/markdown_tree.h \
	%reldir%/soup.c %reldir%/soup.h \
	%reldir%/tagsoup.c %reldir%/tagsoup.h \
	%reldir%/unclosed.c %reldir%/unclosed.h \
	%reldir%/wrap.c %reldir%/wrap.h
