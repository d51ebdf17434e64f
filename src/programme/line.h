/*
 * The lines of a document: what stands on a line of its own when a person reads it. A leaf is cut
 * at its hard line breaks, and at the soft ones behind which an item begins ("9h : Accueil" in the
 * middle of a paragraph); a table row, or a row of cells parted by bars, is one line.
 */
#ifndef NEC_PROGRAMME_LINE_H
#define NEC_PROGRAMME_LINE_H

#include "base/buffer.h"
#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum line_place {
	LINE_HEADING,
	LINE_STRONG, /* a paragraph's line that is bold, or slanted, from end to end */
	LINE_PARAGRAPH,
	LINE_ITEM, /* the first line of a list item */
	LINE_ROW
};

/* Ranks: lower ones stand over higher ones. Headings have their level. */
enum { RANK_STRONG = 7, RANK_PARAGRAPH = 8, RANK_FURTHER = 9, RANK_ITEM = 10 };

struct line_run {
	uint32_t start, end; /* bytes of the line */
	unsigned style;	     /* enum span_style */
	int link;
};

struct line_cell {
	uint32_t start, end; /* bytes of the line */
	bool heading;
	uint16_t columns, rows; /* as in struct block; 1 where the row is written with bars */
};

struct line {
	const char *text; /* NUL-terminated; spaces joined, none at its ends; \n within a cell */
	size_t length;
	const struct line_run *runs; /* cover all of it */
	size_t run_count;
	const struct line_cell *cells; /* of a row */
	size_t cell_count;
	enum line_place place;
	int rank;
	int number;	/* of the source's line where it begins; 0 where unknown */
	int order;	/* 0 for the first line of its leaf or row */
	uint32_t block; /* its leaf; the row of a table */
	uint32_t item;	/* the list item whose line it is, DOCUMENT_NO_PARENT for none */
};

struct lines {
	struct line *items;
	size_t count, capacity;
	struct arena *arena; /* owner of what the lines point to */
};

void line_cut(struct lines *lines, const struct document *document);
void line_free(struct lines *lines);

/* A part of a line. */
struct line_part {
	const struct line *line;
	size_t start, end; /* bytes */
};

/* A line made of parts that have text, `joint` between them; kept with the lines. */
const struct line *line_join(struct lines *lines, const struct line_part *parts, size_t count,
			     const char *joint);

/* Whether everything visible from start to end has the style. */
bool line_has_style(const struct line *line, size_t start, size_t end, unsigned style);

/* The style and the link at a byte; 0 and DOCUMENT_NO_LINK where there is none. */
unsigned line_style_at(const struct line *line, size_t at);
int line_link_at(const struct line *line, size_t at);

/* Appends a part of it as HTML (document/html.h). */
void line_write_html(struct buffer *out, const struct line *line, size_t start, size_t end,
		     const struct document *document);

#endif
