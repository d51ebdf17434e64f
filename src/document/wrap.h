/*
 * A document wrapped to a width, ready to be painted line by line.
 *
 * Lines break at spaces (never at a no-break space), after hyphens inside words where needed, and
 * within a word only where it is wider than the line; never between a character and its combining
 * marks. Widths are columns as base/utf8.h counts them. Lists hang under their bullets or numbers,
 * quotes are indented, headings have an empty line before them, tables whose rows fit are set in
 * columns and else a cell a line.
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
};

struct wrap_line {
	int indent;	/* empty columns before the first run */
	uint32_t block; /* the leaf it comes from; of an empty line the leaf behind it */
	enum block_kind kind;
	int level; /* of a heading */
	const struct wrap_run *runs;
	size_t run_count;
};

struct wrapped {
	const struct wrap_line *lines;
	size_t line_count;
	struct arena *arena;
};

/* Wraps to `width` columns, at least 8. The document must outlive it. The caller frees it. */
struct wrapped *wrap_document(const struct document *document, int width);

void wrap_free(struct wrapped *wrapped); /* NULL is allowed */

#endif
