/*
 * A leaf is read into one buffer as pieces, a piece for every line break in it. Which of the soft
 * breaks part lines is decided by what stands behind them; joining two pieces only turns the break
 * between them into a space.
 */
#include "config.h"

#include "programme/line.h"

#include "base/bisect.h"
#include "programme/item.h"
#include "programme/speakers.h"
#include "programme/stamp.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/utf8.h"
#include "document/html.h"

#include <string.h>

struct piece {
	size_t start, end;
	int number;
	bool soft; /* only a soft break parts it from the piece before */
};

typedef ARRAY(struct piece) piece_array;

struct cutter {
	struct lines *out;
	const struct document *document;
	struct buffer text; /* of the leaf or row in hand */
	ARRAY(struct line_run) runs;
	piece_array pieces;
	ARRAY(struct line_cell) cells;
	ARRAY(uint32_t) items; /* the list items around it */
	struct stamps stamps;
};

static void add_text(struct cutter *cutter, const char *text, size_t length, unsigned style,
		     int link)
{
	struct line_run run = {.style = style, .link = link};

	run.start = (uint32_t)cutter->text.length;
	buffer_append(&cutter->text, text, length);
	run.end = (uint32_t)cutter->text.length;
	array_push(&cutter->runs, run);
}

static void begin(struct cutter *cutter)
{
	buffer_clear(&cutter->text);
	cutter->runs.count = cutter->pieces.count = cutter->cells.count = 0;
}

static void open_piece(struct cutter *cutter, int number, bool soft)
{
	struct piece piece = {cutter->text.length, cutter->text.length, number, soft};

	array_push(&cutter->pieces, piece);
}

static void close_piece(struct cutter *cutter)
{
	cutter->pieces.items[cutter->pieces.count - 1].end = cutter->text.length;
}

static void next_piece(struct cutter *cutter, int number, bool soft)
{
	close_piece(cutter);
	add_text(cutter, "\n", 1, 0, DOCUMENT_NO_LINK);
	open_piece(cutter, number, soft);
}

/* Lines break where the span has \n. */
static void read_span(struct cutter *cutter, const struct span *span, bool soft)
{
	const char *at = span->text;
	int number = span->line;

	for (;;) {
		size_t length = strcspn(at, "\n");
		struct piece *piece = &cutter->pieces.items[cutter->pieces.count - 1];

		if (piece->start == cutter->text.length && length)
			piece->number = number;
		add_text(cutter, at, length, span->style, span->link);
		at += length;
		if (!*at++)
			return;
		number += number > 0;
		next_piece(cutter, number, soft);
	}
}

static void read_leaf(struct cutter *cutter, const struct block *block)
{
	begin(cutter);
	open_piece(cutter, block->line, false);
	for (size_t i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];

		if (span->style & SPAN_BREAK)
			next_piece(cutter, span->line, false);
		else if (!(span->style & SPAN_IMAGE))
			read_span(cutter, span, block->kind != BLOCK_CODE);
	}
	close_piece(cutter);
}

/* The first run that ends behind a byte. */
static size_t first_run(const struct line_run *runs, size_t count, size_t at)
{
	return bisect(i, count, runs[i].end <= at);
}

static bool has_style(const struct line_run *runs, size_t count, const char *text, size_t start,
		      size_t end, unsigned style)
{
	bool seen = false;

	for (size_t i = first_run(runs, count, start); i < count && runs[i].start < end; i++) {
		size_t from = runs[i].start > start ? runs[i].start : start;
		size_t to = runs[i].end < end ? runs[i].end : end;

		if (from >= to || from + stamp_skip_marks(text + from, to - from) == to)
			continue;
		if (!(runs[i].style & style))
			return false;
		seen = true;
	}
	return seen;
}

static bool piece_has_style(const struct cutter *cutter, size_t start, size_t end, unsigned style)
{
	return has_style(cutter->runs.items, cutter->runs.count, cutter->text.data, start, end,
			 style);
}

/* How a piece of a leaf begins. */
struct opening {
	bool stamped; /* with a date or a time */
	bool firm;    /* that marks, brackets or a style part from what follows */
	bool bare;    /* and nothing follows, or only a room */
};

static struct opening read_opening(struct cutter *cutter, const struct piece *piece)
{
	enum { ENOUGH = 96 };
	const char *text = cutter->text.data + piece->start;
	size_t length = piece->end - piece->start;
	size_t looked = length < ENOUGH ? length : ENOUGH;
	const struct stamp *stamp;
	struct opening opening = {0};

	stamp_read(&cutter->stamps, text, looked);
	stamp = cutter->stamps.items;
	if (!cutter->stamps.count || stamp->before != GAP_EDGE || stamp->bounded)
		return opening;
	opening.stamped = true;
	opening.bare =
	    looked == length && (stamp->after == GAP_EDGE ||
				 item_is_room(text + stamp->end, length - stamp->end, NULL));
	opening.firm = stamp->after >= GAP_MARK || stamp->bracketed;
	if (!opening.firm)
		opening.firm =
		    piece_has_style(cutter, piece->start, piece->start + stamp->end, SPAN_STRONG) &&
		    !piece_has_style(cutter, piece->start + stamp->end, piece->end, SPAN_STRONG);
	return opening;
}

static bool begins_with_mark(const struct cutter *cutter, const struct piece *piece)
{
	const char *text = cutter->text.data + piece->start;

	return piece->end > piece->start && stamp_skip_marks(text, piece->end - piece->start) > 0 &&
	       !strchr(").],;", *text);
}

/* Whether a piece begins with a label, as in "**When:** Friday". */
static bool begins_with_label(const struct cutter *cutter, const struct piece *piece)
{
	enum { LONGEST = 40 };
	const char *text = cutter->text.data + piece->start;
	const char *colon = memchr(text, ':', piece->end - piece->start);

	return colon && colon > text && colon - text < LONGEST &&
	       piece_has_style(cutter, piece->start, (size_t)(colon - cutter->text.data),
			       SPAN_STRONG) &&
	       !piece_has_style(cutter, (size_t)(colon - cutter->text.data) + 1, piece->end,
				SPAN_STRONG);
}

/* Whether a sentence goes on behind a piece: "à partir de", "le mardi 12 mars, de". */
static bool goes_on(const struct cutter *cutter, const struct piece *piece)
{
	static const char *const words[] = {" à",  " a",  " de",  " le",  " du",  " dès", " vers",
					    " et", " ou", " au",  " les", " des", " at",  " from",
					    " on", " to", " the", " by",  " d'",  " en",  " entre"};
	size_t length = piece->end - piece->start;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t size = strlen(words[i]);

		if (length > size && !memcmp(cutter->text.data + piece->end - size, words[i], size))
			return true;
	}
	return false;
}

/* Whether the soft break before a piece parts lines; `first` opens the leaf, `was` the line. */
static bool parts(struct cutter *cutter, const struct piece *piece, struct opening first,
		  struct opening was)
{
	const struct piece *before = piece - 1;
	struct opening opening;

	if (goes_on(cutter, before))
		return false;
	opening = read_opening(cutter, piece);
	if (opening.stamped && (opening.firm || opening.bare || first.stamped))
		return true;
	if (first.bare || was.bare || begins_with_mark(cutter, piece))
		return true;
	if (begins_with_label(cutter, before) && begins_with_label(cutter, piece))
		return true;
	if (speakers_begin(cutter->text.data + before->start) &&
	    speakers_begin(cutter->text.data + piece->start))
		return true;
	return piece_has_style(cutter, before->start, before->end, SPAN_STRONG) !=
	       piece_has_style(cutter, piece->start, piece->end, SPAN_STRONG);
}

static char first_byte(const struct cutter *cutter, const struct piece *piece)
{
	const char *text = cutter->text.data + piece->start;
	size_t length = piece->end - piece->start;

	for (; length > 0 && *text == ' '; length--)
		text++;
	return length ? *text : 0;
}

static char last_byte(const struct cutter *cutter, const struct piece *piece)
{
	size_t end = piece->end;

	while (end > piece->start && cutter->text.data[end - 1] == ' ')
		end--;
	return end > piece->start ? cutter->text.data[end - 1] : 0;
}

/* Whether a hard break stands within a cell of a row that is written with bars. */
static bool breaks_in_cell(const struct cutter *cutter, const struct piece *row,
			   const struct piece *piece)
{
	return first_byte(cutter, row) == '|' && last_byte(cutter, row) != '|' &&
	       first_byte(cutter, piece) != '|';
}

/* Joins pieces where a soft break between them means nothing, or a hard one breaks a cell. */
static void join_pieces(struct cutter *cutter)
{
	struct opening first, was;
	size_t kept = 0;

	if (cutter->pieces.count < 2)
		return;
	first = was = read_opening(cutter, cutter->pieces.items);
	for (size_t i = 1; i < cutter->pieces.count; i++) {
		struct piece *piece = &cutter->pieces.items[i];

		if (!piece->soft && breaks_in_cell(cutter, &cutter->pieces.items[kept], piece)) {
			cutter->pieces.items[kept].end = piece->end;
			continue;
		}
		if (piece->soft && !parts(cutter, piece, first, was)) {
			cutter->text.data[piece->start - 1] = ' ';
			cutter->pieces.items[kept].end = piece->end;
			was.bare = false;
			continue;
		}
		was = read_opening(cutter, piece);
		cutter->pieces.items[++kept] = *piece;
	}
	cutter->pieces.count = kept + 1;
}

/*
 * Whether a piece is several items in a row, all written alike: "9h : accueil – 10h : visite",
 * "9h accueil, 10h visite, 12h buffet".
 */
static bool is_run_of_items(struct cutter *cutter, const struct piece *piece)
{
	enum { MARKED = 2, UNMARKED = 3 };
	const struct stamps *stamps = &cutter->stamps;

	if (!temporal_may_hold_time(cutter->text.data + piece->start, piece->end - piece->start) ||
	    first_byte(cutter, piece) == '|' || !read_opening(cutter, piece).stamped)
		return false;
	stamp_read(&cutter->stamps, cutter->text.data + piece->start, piece->end - piece->start);
	for (size_t i = 0; i < stamps->count; i++) {
		const struct stamp *stamp = &stamps->items[i];

		if (!stamp->timed || stamp->bounded || stamp->repeated || stamp->bracketed ||
		    stamp->after != stamps->items->after || stamp->before < GAP_COMMA ||
		    (i > 0 && stamp->dated))
			return false;
	}
	return stamps->count >= (stamps->items->after == GAP_MARK ? MARKED : UNMARKED);
}

/* Makes a piece of each item in a row of them. */
static void part_items(struct cutter *cutter)
{
	piece_array whole = cutter->pieces;

	cutter->pieces = (piece_array){0};
	array_each (struct piece, piece, &whole) {
		size_t start = piece->start, end = piece->end;

		if (is_run_of_items(cutter, piece)) {
			array_each (const struct stamp, stamp, &cutter->stamps) {
				piece->end = start + stamp->start;
				if (piece->end > piece->start)
					array_push(&cutter->pieces, *piece);
				piece->start = piece->end;
			}
		}
		piece->end = end;
		array_push(&cutter->pieces, *piece);
	}
	array_free(&whole);
}

/* Where the last character between two bytes begins; there is one. */
static size_t last_character(const char *text, size_t start, size_t end)
{
	while (--end > start && ((unsigned char)text[end] & 0xC0) == 0x80)
		;
	return end;
}

static void trim(const char *text, size_t *start, size_t *end)
{
	uint32_t character;

	while (*start < *end) {
		size_t size = utf8_decode(text + *start, *end - *start, &character);

		if (!utf8_is_space(character))
			break;
		*start += size;
	}
	while (*start < *end) {
		size_t last = last_character(text, *start, *end);

		utf8_decode(text + last, *end - last, &character);
		if (!utf8_is_space(character))
			break;
		*end = last;
	}
}

/* The runs between two bytes of the leaf, counted from the first of them. `*from` is the first run
 * that can lie there, and moves on. */
static void take_runs(struct cutter *cutter, struct line *line, size_t start, size_t end,
		      size_t *from)
{
	struct line_run *runs;
	size_t last;

	while (*from < cutter->runs.count && cutter->runs.items[*from].end <= start)
		++*from;
	for (last = *from; last < cutter->runs.count && cutter->runs.items[last].start < end;)
		last++;
	line->run_count = last - *from;
	runs = arena_copy(cutter->out->arena, cutter->runs.items + *from, line->run_count,
			  sizeof *runs);
	for (size_t i = 0; i < line->run_count; i++) {
		runs[i].start = runs[i].start > start ? (uint32_t)(runs[i].start - start) : 0;
		runs[i].end = (uint32_t)((runs[i].end < end ? runs[i].end : end) - start);
	}
	line->runs = runs;
}

/* Where the line stands, for the block in hand. */
static struct line place_line(const struct cutter *cutter, uint32_t index)
{
	const struct block *block = &cutter->document->blocks[index];
	struct line line = {.block = index, .item = DOCUMENT_NO_PARENT, .rank = RANK_PARAGRAPH};

	line.place = LINE_PARAGRAPH;
	if (cutter->items.count) {
		line.item = cutter->items.items[cutter->items.count - 1];
		line.rank = RANK_ITEM + 2 * ((int)cutter->items.count - 1);
		if (index == line.item + 1)
			line.place = LINE_ITEM;
		else
			line.rank++;
	} else if (block->kind == BLOCK_HEADING) {
		line.place = LINE_HEADING;
		line.rank = block->level;
	}
	return line;
}

/*
 * A bold line right below a list item is written as a heading, though it goes on with the item:
 *
 *     * 14h : Atelier
 *     **Vendredi**
 */
static bool is_lazy_heading(const struct line *line, const struct piece *piece, int order)
{
	return order > 0 && piece->soft && line->item != DOCUMENT_NO_PARENT &&
	       line_has_style(line, 0, line->length, SPAN_STRONG);
}

static void settle_place(struct line *line, const struct piece *piece, int order)
{
	bool strong = line_has_style(line, 0, line->length, SPAN_STRONG) ||
		      line_has_style(line, 0, line->length, SPAN_EMPHASIS);

	line->order = order;
	if (is_lazy_heading(line, piece, order)) {
		line->place = LINE_STRONG;
		line->rank = RANK_STRONG;
		return;
	}
	if (line->place == LINE_ITEM && order > 0) {
		line->place = LINE_PARAGRAPH;
		line->rank++;
	} else if (line->place == LINE_HEADING && order > 0) {
		line->rank = RANK_FURTHER;
		line->place = LINE_PARAGRAPH;
	} else if (line->rank == RANK_PARAGRAPH && order > 0) {
		line->rank = RANK_FURTHER;
	}
	if (strong && line->place == LINE_PARAGRAPH && line->item == DOCUMENT_NO_PARENT) {
		line->place = LINE_STRONG;
		line->rank = RANK_STRONG;
	}
}

static size_t count_bars(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += *text == '|';
	return count;
}

/* "|---|:--:|" parts the heading of a table written in text from its rows. */
static bool is_table_rule(const char *text)
{
	return strspn(text, "|-: +") == strlen(text) && strchr(text, '-');
}

static void add_cell(struct cutter *cutter, const char *text, size_t start, size_t end)
{
	struct line_cell cell = {.columns = 1, .rows = 1};

	trim(text, &start, &end);
	cell.start = (uint32_t)start;
	cell.end = (uint32_t)end;
	array_push(&cutter->cells, cell);
}

/* Cuts a line at its bars where that makes a row of it. */
static void cut_cells(struct cutter *cutter, struct line *line)
{
	size_t at = *line->text == '|', end;

	cutter->cells.count = 0;
	if (line->place == LINE_HEADING || (*line->text != '|' && count_bars(line->text) < 2))
		return;
	for (; at < line->length; at = end + 1) {
		end = at + strcspn(line->text + at, "|");
		add_cell(cutter, line->text, at, end);
	}
	line->cells = arena_copy(cutter->out->arena, cutter->cells.items, cutter->cells.count,
				 sizeof *line->cells);
	line->cell_count = cutter->cells.count;
	line->place = LINE_ROW;
}

static void head_last_row(struct lines *lines, uint32_t block)
{
	struct line *last = lines->count ? &lines->items[lines->count - 1] : NULL;

	if (last && last->block == block && last->place == LINE_ROW)
		for (size_t i = 0; i < last->cell_count; i++)
			((struct line_cell *)last->cells)[i].heading = true;
}

static void add_lines(struct cutter *cutter, uint32_t index)
{
	size_t from = 0;
	int order = 0;

	array_each (struct piece, piece, &cutter->pieces) {
		struct line line = place_line(cutter, index);

		trim(cutter->text.data, &piece->start, &piece->end);
		if (piece->start == piece->end)
			continue;
		line.number = piece->number;
		line.length = piece->end - piece->start;
		line.text = arena_strndup(cutter->out->arena, cutter->text.data + piece->start,
					  line.length);
		if (is_table_rule(line.text)) {
			head_last_row(cutter->out, index);
			continue;
		}
		take_runs(cutter, &line, piece->start, piece->end, &from);
		settle_place(&line, piece, order++);
		cut_cells(cutter, &line);
		array_push(cutter->out, line);
	}
}

static void read_cell_leaf(struct cutter *cutter, const struct block *block, size_t cell_start)
{
	if (cutter->text.length > cell_start)
		add_text(cutter, "\n", 1, 0, DOCUMENT_NO_LINK);
	for (size_t i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];
		size_t start = cutter->text.length;

		if (span->style & SPAN_IMAGE)
			continue;
		add_text(cutter, span->text, strlen(span->text), span->style, span->link);
		for (size_t at = start; at < cutter->text.length; at++)
			if (cutter->text.data[at] == '\n' && !(span->style & SPAN_BREAK))
				cutter->text.data[at] = ' ';
	}
}

static void read_cell(struct cutter *cutter, uint32_t index)
{
	const struct block *blocks = cutter->document->blocks;
	struct line_cell cell = {0};

	if (cutter->text.length)
		add_text(cutter, " | ", 3, 0, DOCUMENT_NO_LINK);
	cell.start = (uint32_t)cutter->text.length;
	cell.heading = blocks[index].level > 0;
	cell.columns = blocks[index].columns;
	cell.rows = blocks[index].rows;
	for (uint32_t i = index + 1; i < blocks[index].end; i++)
		if (document_is_leaf(&blocks[i]) && blocks[i].kind != BLOCK_IMAGE)
			read_cell_leaf(cutter, &blocks[i], cell.start);
	cell.end = (uint32_t)cutter->text.length;
	array_push(&cutter->cells, cell);
}

static void add_row(struct cutter *cutter, uint32_t index)
{
	const struct block *blocks = cutter->document->blocks;
	struct line line = place_line(cutter, index);
	size_t from = 0;

	begin(cutter);
	for (uint32_t i = index + 1; i < blocks[index].end; i = blocks[i].end)
		if (blocks[i].kind == BLOCK_CELL)
			read_cell(cutter, i);
	line.place = LINE_ROW;
	line.number = blocks[index].line;
	line.length = cutter->text.length;
	line.text = arena_strndup(cutter->out->arena, buffer_text(&cutter->text), line.length);
	take_runs(cutter, &line, 0, line.length, &from);
	line.cells = arena_copy(cutter->out->arena, cutter->cells.items, cutter->cells.count,
				sizeof *line.cells);
	line.cell_count = cutter->cells.count;
	array_push(cutter->out, line);
}

/*
 * A table of one row whose cells hold headings, or a row that holds a table, only sets a page: what
 * is in it are lines.
 */
static bool sets_page(const struct document *document, uint32_t row)
{
	const struct block *blocks = document->blocks;
	uint32_t table = blocks[row].parent;
	bool only =
	    table != DOCUMENT_NO_PARENT && row == table + 1 && blocks[row].end == blocks[table].end;

	for (uint32_t i = row + 1; i < blocks[row].end; i++)
		if (blocks[i].kind == BLOCK_TABLE || (only && blocks[i].kind == BLOCK_HEADING))
			return true;
	return false;
}

static void leave_items(struct cutter *cutter, uint32_t index)
{
	const struct block *blocks = cutter->document->blocks;

	while (cutter->items.count &&
	       blocks[cutter->items.items[cutter->items.count - 1]].end <= index)
		cutter->items.count--;
}

void line_cut(struct lines *lines, const struct document *document)
{
	struct cutter cutter = {.out = lines, .document = document};

	*lines = (struct lines){.arena = arena_new()};
	for (uint32_t i = 0; i < document->block_count;) {
		const struct block *block = &document->blocks[i];

		leave_items(&cutter, i);
		if (block->kind == BLOCK_ROW && !sets_page(document, i)) {
			add_row(&cutter, i);
			i = block->end;
			continue;
		}
		if (block->kind == BLOCK_ITEM)
			array_push(&cutter.items, i);
		if (block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
		    block->kind == BLOCK_CODE) {
			read_leaf(&cutter, block);
			join_pieces(&cutter);
			part_items(&cutter);
			add_lines(&cutter, i);
		}
		i++;
	}
	buffer_free(&cutter.text);
	array_free(&cutter.runs);
	array_free(&cutter.pieces);
	array_free(&cutter.cells);
	array_free(&cutter.items);
	stamp_free(&cutter.stamps);
}

void line_free(struct lines *lines)
{
	array_free(lines);
	arena_free(lines->arena);
	lines->arena = NULL;
}

bool line_has_style(const struct line *line, size_t start, size_t end, unsigned style)
{
	return has_style(line->runs, line->run_count, line->text, start, end, style);
}

static const struct line_run *run_at(const struct line *line, size_t at)
{
	size_t i = first_run(line->runs, line->run_count, at);

	return i < line->run_count && line->runs[i].start <= at ? &line->runs[i] : NULL;
}

unsigned line_style_at(const struct line *line, size_t at)
{
	const struct line_run *run = run_at(line, at);

	return run ? run->style : 0;
}

int line_link_at(const struct line *line, size_t at)
{
	const struct line_run *run = run_at(line, at);

	return run ? run->link : DOCUMENT_NO_LINK;
}

void line_write_html(struct buffer *out, const struct line *line, size_t start, size_t end,
		     const struct document *document)
{
	struct arena *arena = arena_new();

	for (size_t i = first_run(line->runs, line->run_count, start);
	     i < line->run_count && line->runs[i].start < end; i++) {
		size_t from = line->runs[i].start > start ? line->runs[i].start : start;
		size_t to = line->runs[i].end < end ? line->runs[i].end : end;
		struct span span = {.style = line->runs[i].style, .link = line->runs[i].link};

		if (from >= to)
			continue;
		span.text = arena_strndup(arena, line->text + from, to - from);
		html_write_spans(out, document, &span, 1);
	}
	arena_free(arena);
}

typedef ARRAY(struct line_run) run_array;

static void join_part(struct buffer *text, run_array *runs, const struct line_part *part)
{
	const struct line *line = part->line;

	for (size_t i = first_run(line->runs, line->run_count, part->start);
	     i < line->run_count && line->runs[i].start < part->end; i++) {
		struct line_run run = line->runs[i];
		size_t from = run.start > part->start ? run.start : part->start;
		size_t to = run.end < part->end ? run.end : part->end;

		run.start = (uint32_t)text->length;
		buffer_append(text, line->text + from, to - from);
		run.end = (uint32_t)text->length;
		array_push(runs, run);
	}
}

const struct line *line_join(struct lines *lines, const struct line_part *parts, size_t count,
			     const char *joint)
{
	struct line *joined = arena_alloc(lines->arena, 1, sizeof *joined);
	struct buffer text = {0};
	run_array runs = {0};

	*joined = *parts->line;
	for (size_t i = 0; i < count; i++) {
		struct line_part part = parts[i];

		trim(part.line->text, &part.start, &part.end);
		if (part.start == part.end)
			continue;
		if (text.length)
			buffer_puts(&text, joint);
		join_part(&text, &runs, &part);
	}
	joined->length = text.length;
	joined->text = arena_strndup(lines->arena, buffer_text(&text), text.length);
	joined->runs = arena_copy(lines->arena, runs.items, runs.count, sizeof *runs.items);
	joined->run_count = runs.count;
	buffer_free(&text);
	array_free(&runs);
	return joined;
}
