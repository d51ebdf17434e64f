/*
 * A document: rich text as a tree of blocks that hold styled spans.
 *
 * Two roads lead here, by way of the same elements (document/soup.h): Markdown goes through cmark;
 * HTML, also that of a Markdown text with raw HTML in it, goes through libxml2's HTML parser.
 * Nothing is walked by recursion. Text is sanitised (base/utf8.h); runs of ASCII white space are
 * one space, or one \n where the source broke the line there (a soft break, to be shown as a
 * space). Scripts, styles and comments are no text. kramdown's attribute lists ({: .class }) are
 * markup and are not shown; markup that never ends is text. Bare web and mail addresses are links;
 * addresses that only a browser could follow (scripts, data, places in the same page) are none.
 *
 * The tree is well formed: lists hold only items, tables only rows, rows only cells; those of a
 * column stand at the same place in every row, save that a row may end early. A definition
 * list is a list whose items begin with a strong paragraph; an image that stands alone is a block.
 *
 * The blocks stand in one array in reading order, each before what it holds, so most callers just
 * go through it: block i holds the blocks i + 1 up to, not including, blocks[i].end.
 */
#ifndef NEC_DOCUMENT_DOCUMENT_H
#define NEC_DOCUMENT_DOCUMENT_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum block_kind {
	/* Containers: no spans of their own. */
	BLOCK_LIST,
	BLOCK_ITEM, /* level: its number in an ordered list, 0 for a bullet */
	BLOCK_QUOTE,
	BLOCK_TABLE,
	BLOCK_ROW,
	BLOCK_CELL, /* level: 1 for a heading cell */
	/* Leaves. */
	BLOCK_HEADING, /* level: 1 to 6 */
	BLOCK_PARAGRAPH,
	BLOCK_CODE, /* one span, its line breaks kept */
	BLOCK_RULE, /* no spans */
	BLOCK_IMAGE /* one span, the alternative text ("" where there is none), its link the image
		     */
};

enum span_style {
	SPAN_STRONG = 1,
	SPAN_EMPHASIS = 2,
	SPAN_CODE = 4,
	SPAN_STRIKE = 8,
	SPAN_BREAK = 16, /* a hard line break: its text is "\n" */
	SPAN_IMAGE = 32	 /* alternative text of an image within a line */
};

#define DOCUMENT_NO_LINK (-1)

struct span {
	const char *text; /* NUL-terminated, never NULL */
	unsigned style;	  /* enum span_style, or-ed */
	int link;	  /* index into document->links, or DOCUMENT_NO_LINK */
	int line;	  /* of the source where its text begins, 0 where unknown */
};

struct block {
	enum block_kind kind;
	int level;
	int line; /* of the source where its text begins, 0 where unknown */
	/*
	 * Of a cell: how many it takes. A cell that another one covers is there, empty: its columns
	 * are 0 where that is the one before it, its rows are 0 where it is the one above.
	 */
	uint16_t columns, rows;
	int depth;	 /* how many blocks hold this one */
	uint32_t parent; /* index; DOCUMENT_NO_PARENT at the top */
	uint32_t end;	 /* index behind its last descendant */
	const struct span *spans;
	size_t span_count;
};

#define DOCUMENT_NO_PARENT UINT32_MAX

struct document {
	const struct block *blocks;
	size_t block_count;
	const char *const *links; /* addresses, each once, in order of appearance */
	size_t link_count;
	struct arena *arena; /* owner of all the above */
};

/* How deep elements may lie in each other, and how many bytes are read, but for those of
 * pictures and the like that stand in the text ("data:"); more is an error. */
enum { DOCUMENT_DEEPEST = 2000, DOCUMENT_LARGEST = 4 * 1024 * 1024 };

/*
 * Parses `length` bytes of UTF-8. `place` names the file and the line of the first byte, so that
 * blocks carry lines of the source and errors name theirs. Returns NULL only where the text is
 * nested too deep or is too large, with an error in the report (which may be NULL).
 * The caller frees it.
 */
struct document *document_from_markdown(const char *text, size_t length, struct place place,
					struct report *report);
struct document *document_from_html(const char *text, size_t length, struct place place,
				    struct report *report);
/* Paragraphs are parted by blank lines; single line breaks are kept as hard breaks. */
struct document *document_from_plain(const char *text, size_t length, struct place place,
				     struct report *report);

void document_free(struct document *document); /* NULL is allowed */

/* Whether a block holds text itself. */
bool document_is_leaf(const struct block *block);

/*
 * The text of a leaf, hard and soft breaks as \n; to be freed with free().
 * document_plain_text() is the whole document's, a line per leaf.
 */
char *document_block_text(const struct block *block);
char *document_plain_text(const struct document *document);

#endif
