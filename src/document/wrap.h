/*
 * A document wrapped to a width, ready to be painted line by line.
 *
 * Lines break at spaces (never at a no-break space, nor before the signs that French sets a space
 * before: « Non ! »), and within a word only where it alone is wider
 * than the line: behind a hyphen or slash, else between characters, never between one and its
 * combining marks. Widths are columns as base/utf8.h counts them; no line is wider than asked for.
 *
 * Items hang under their bullets or numbers, quotes have a bar before them, code is not wrapped but
 * goes on in the next line, an image is its alternative text in brackets. Tables are set in columns
 * where these can be read, else a cell a line. One empty line parts two blocks, none the items of a
 * list that hold one text each, nor a heading and what follows it, unless that is a table; there
 * are never two.
 */
#ifndef NEC_DOCUMENT_WRAP_H
#define NEC_DOCUMENT_WRAP_H

#include "document/document.h"

/* A piece of one line, in one style. */
struct wrap_run {
	const char *text; /* `length` bytes, owned by the document or by the wrapped text */
	size_t length;
	int columns;
	unsigned style; /* enum span_style */
	int link;
	uint32_t
	    block; /* the leaf it comes from; WRAP_NO_BLOCK of a prefix or of space between cells */
};

#define WRAP_NO_BLOCK UINT32_MAX

struct wrap_line {
	int indent;	/* empty columns before the first run */
	uint32_t block; /* the leaf it comes from; of an empty line the leaf behind it */
	enum block_kind kind;
	int level; /* of a heading */
	const struct wrap_run *runs;
	size_t run_count; /* 0 of an empty line, unless the bar of a quote goes through it */
};

struct wrapped {
	const struct wrap_line *lines;
	size_t line_count;
	struct arena *arena;
};

/* Wraps to `width` columns, at least 8. The document must outlive it. The caller frees it. */
struct wrapped *wrap_document(const struct document *document, int width);

/*
 * The same to be heard, or felt on a braille display: a row of a table is one text, "When:
 * Thursday", quotes have no bars, and no rules are drawn.
 */
struct wrapped *wrap_to_be_read_aloud(const struct document *document, int width);

void wrap_free(struct wrapped *wrapped); /* NULL is allowed */

#endif
