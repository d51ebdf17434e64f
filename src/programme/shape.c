#include "config.h"

#include "programme/shape.h"

#include "base/utf8.h"
#include "programme/words.h"

#include <string.h>

bool shape_has_letters(const char *text, size_t start, size_t end)
{
	for (; start < end; start++) {
		unsigned char byte = (unsigned char)text[start];

		if (((byte | 32) >= 'a' && (byte | 32) <= 'z') || (byte >= '0' && byte <= '9') ||
		    (byte >= 0xC3 && byte < 0xE2) || (byte >= 0xE3 && byte < 0xEF))
			return true;
	}
	return false;
}

/* Where the tags in square brackets end that a text begins with: "[Webinaire] [EIG] Titre". */
static size_t skip_tags(const char *text, size_t start, size_t end)
{
	while (start < end) {
		const char *close;

		while (start < end && (text[start] == ' ' || text[start] == '\n'))
			start++;
		if (start == end || text[start] != '[')
			break;
		close = memchr(text + start, ']', end - start);
		if (!close)
			break;
		start = (size_t)(close - text) + 1;
	}
	return start;
}

/* Whether the shape leaves a title: more than tags in brackets. */
static bool has_title(const struct shape *shape, const struct line *line)
{
	size_t start = skip_tags(line->text, shape->after_start, shape->after_end);

	return shape_has_letters(line->text, 0, shape->before_end) ||
	       shape_has_letters(line->text, start, shape->after_end);
}

/* Whether one of two parts of the line is bold or slanted and the other is not. */
static bool styled_apart(const struct line *line, const struct stamp *stamp, size_t start,
			 size_t end)
{
	static const unsigned styles[] = {SPAN_STRONG, SPAN_EMPHASIS};

	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		bool one = line_has_style(line, stamp->start, stamp->end, styles[i]);
		bool other = line_has_style(line, start, end, styles[i]);
		unsigned first = line_style_at(line, start) & styles[i];

		if ((one && !first) || (other && !one && first))
			return true;
	}
	return false;
}

static void set_lead(struct shape *shape, const struct line *line, const struct stamp *stamp)
{
	shape->form = SHAPE_LEAD;
	shape->stamp = *stamp;
	shape->after_start = stamp->end;
	shape->after_end = line->length;
	shape->firm = stamp->after >= GAP_MARK || stamp->bracketed ||
		      styled_apart(line, stamp, stamp->end, line->length);
}

static void set_tail(struct shape *shape, const struct line *line, const struct stamp *stamp)
{
	shape->form = SHAPE_TAIL;
	shape->stamp = *stamp;
	shape->before_end = stamp->start;
	shape->firm = stamp->before >= GAP_MARK || stamp->bracketed ||
		      styled_apart(line, stamp, 0, stamp->start);
}

static void set_middle(struct shape *shape, const struct line *line, const struct stamp *stamp)
{
	set_tail(shape, line, stamp);
	shape->form = SHAPE_MIDDLE;
	shape->firm = true;
	shape->after_start = stamp->end;
	shape->after_end = line->length;
}

/* A date at one end of a line and a time at the other belong together. */
static void combine(struct shape *shape, const struct stamp *other)
{
	struct stamp *stamp = &shape->stamp;

	if (other->bounded || stamp->bounded || other->dated == stamp->dated ||
	    other->timed == stamp->timed || other->after != GAP_EDGE || other->before < GAP_COMMA)
		return;
	if (other->dated) {
		stamp->first = other->first;
		stamp->last = other->last;
	} else {
		stamp->from = other->from;
		stamp->to = other->to;
	}
	stamp->dated = stamp->timed = true;
	shape->after_end = other->start;
}

static bool is_parted(const struct stamp *stamp)
{
	return stamp->before >= GAP_MARK && (stamp->after >= GAP_MARK || stamp->bracketed);
}

static void choose(struct shape *shape, const struct line *line, const struct stamps *stamps)
{
	const struct stamp *first = stamps->items, *last = first + stamps->count - 1;

	if (first->before == GAP_EDGE) {
		set_lead(shape, line, first);
		if (last > first)
			combine(shape, last);
		return;
	}
	if (last->after == GAP_EDGE && last->before > GAP_WORDS) {
		set_tail(shape, line, last);
		return;
	}
	for (const struct stamp *stamp = first; stamp <= last; stamp++) {
		if (is_parted(stamp)) {
			set_middle(shape, line, stamp);
			return;
		}
	}
	if (last->after == GAP_EDGE)
		set_tail(shape, line, last);
}

/* A heading, or what stands like one, may name its date anywhere. */
static void choose_within(struct shape *shape, const struct line *line, const struct stamps *stamps)
{
	for (size_t i = 0; i < stamps->count; i++) {
		const struct stamp *stamp = &stamps->items[i];

		if (!stamp->dated || stamp->bounded)
			continue;
		set_middle(shape, line, stamp);
		shape->form = SHAPE_WITHIN;
		shape->firm = stamp->after == GAP_MARK;
		return;
	}
}

static unsigned read_words(const char *folded, const struct rooms *rooms)
{
	unsigned words = 0;

	if (words_begin_loosely(WORDS_PROGRAMME, folded))
		words |= SAYS_PROGRAMME;
	if (words_begin_loosely(WORDS_PRACTICAL, folded) || words_only(WORDS_PLACE, folded))
		words |= SAYS_PRACTICAL;
	if (words_hold(WORDS_PAST, folded))
		words |= SAYS_PAST;
	if (words_only(WORDS_DAYPART, folded))
		words |= SAYS_DAYPART;
	if (words_begin_loosely(WORDS_DAYPART, folded))
		words |= BEGINS_DAYPART;
	if (rooms_begin_loosely(rooms, folded))
		words |= SAYS_ROOM;
	if (words_only(WORDS_INSCRIBE, folded))
		words |= SAYS_INSCRIBE;
	if (words_only(WORDS_LABEL, folded))
		words |= SAYS_LABEL | (words_only(WORDS_WHEN, folded) ? SAYS_WHEN : 0);
	if (words_begin_loosely(WORDS_PLACE, folded))
		words |= SAYS_PLACE;
	if (words_hold(WORDS_THEMES, folded))
		words |= SAYS_THEMES;
	return words;
}

static bool ends_in_colon(const char *text, size_t length)
{
	while (length > 0 && strchr(" .*_", text[length - 1]))
		length--;
	return length > 0 && text[length - 1] == ':';
}

/* What the rest of a line says, and what a sentence that ends in a colon announces. */
static void add_words(struct shape *shape, const struct line *line, const struct rooms *rooms,
		      struct buffer *folded)
{
	bool before = shape_has_letters(line->text, 0, shape->before_end);
	size_t start = before || !shape->form ? 0 : shape->after_start;
	size_t end = before ? shape->before_end : shape->form ? shape->after_end : line->length;

	start += stamp_skip_marks(line->text + start, end - start);
	words_fold(folded, line->text + start, end - start);
	shape->words = read_words(buffer_text(folded), rooms);
	if (shape->words & SAYS_PLACE && !memchr(line->text + start, ':', end - start) &&
	    !words_only(WORDS_PLACE, buffer_text(folded)))
		shape->words &= ~(unsigned)SAYS_PLACE;
	words_fold(folded, line->text, line->length);
	if (words_hold(WORDS_DEADLINE, buffer_text(folded)))
		shape->words |= SAYS_DEADLINE;
	if (shape->lengths && words_hold(WORDS_OFTEN, buffer_text(folded)))
		shape->words |= SAYS_HOW_OFTEN;
	if (!ends_in_colon(line->text, line->length))
		return;
	shape->words |= ENDS_IN_COLON;
	if (words_hold(WORDS_PROGRAMME, buffer_text(folded)))
		shape->words |= SAYS_PROGRAMME;
}

/* Pins stand before a place, but in a list, where they are bullets; heads stand before people. */
static unsigned read_pictograph(const struct shape *shape, const struct line *line)
{
	enum { PIN = 0x1F4CD, BUST = 0x1F464, BUSTS = 0x1F465, SPEAKING_HEAD = 0x1F5E3 };
	uint32_t character;

	if (line->length < 4 || (unsigned char)*line->text != 0xF0)
		return 0;
	utf8_decode(line->text, line->length, &character);
	if (character == PIN)
		return line->place != LINE_ITEM || shape->words & SAYS_ROOM ? SAYS_PLACE : 0;
	return character == BUST || character == BUSTS || character == SPEAKING_HEAD ? SAYS_PEOPLE
										     : 0;
}

static bool may_hold_words(const struct shape *shape, const struct line *line)
{
	return shape->form || line->place == LINE_HEADING || line->place == LINE_STRONG ||
	       ends_in_colon(line->text, line->length) || line->length < 80;
}

/* Behind as many words as a folded phrase has; hyphens and apostrophes part words there. */
static size_t skip_phrase(const char *text, size_t start, size_t end, const char *folded,
			  size_t length)
{
	size_t words = 1;

	for (size_t i = 0; i < length; i++)
		words += folded[i] == ' ';
	for (; start < end; start++)
		if (strchr(" -'):,", text[start]) && !--words)
			break;
	return start;
}

/*
 * "Mardi 12 mars, matin : plénière": a mark behind the part of the day parts the date from the
 * title.
 */
static bool parts_behind_daypart(const struct shape *shape, const struct line *line,
				 struct buffer *folded)
{
	const char *text = line->text;
	size_t at = shape->after_start, end = shape->after_end, length;

	at += stamp_skip_marks(text + at, end - at);
	at += at < end && text[at] == '(';
	words_fold(folded, text + at, end - at);
	length = words_begin_loosely(WORDS_DAYPART, buffer_text(folded));
	if (!length)
		return false;
	at = skip_phrase(text, at, end, buffer_text(folded), length);
	return stamp_gap_after(text, end, &at) == GAP_MARK && shape_has_letters(text, at, end);
}

/* Of a line without a date or a time. */
static unsigned read_part(const struct shape *shape, const struct line *line, struct buffer *folded)
{
	struct shape whole = {.after_end = line->length};

	return shape->words & BEGINS_DAYPART && parts_behind_daypart(&whole, line, folded)
		   ? NAMES_PART
		   : 0;
}

/* "9h : Inscriptions" is a session, "9h : [Inscription](…)" leads to one. */
static bool leads_on(const struct shape *shape, const struct line *line)
{
	if (!(shape->words & SAYS_INSCRIBE))
		return false;
	for (size_t i = 0; i < line->run_count; i++)
		if (line->runs[i].link != DOCUMENT_NO_LINK &&
		    line->runs[i].end > shape->after_start)
			return true;
	return false;
}

struct shape shape_of(const struct line *line, const struct rooms *rooms, struct stamps *scratch,
		      struct buffer *folded)
{
	struct shape shape = {.form = SHAPE_NONE};

	stamp_read(scratch, line->text, line->length);
	shape.stamp_count = scratch->count;
	for (size_t i = 0; i < scratch->temporals.count; i++)
		shape.lengths |= scratch->temporals.items[i].kind == TEMPORAL_LENGTH;
	if (scratch->count)
		choose(&shape, line, scratch);
	if (scratch->count && !shape.form &&
	    (line->place <= LINE_STRONG || ends_in_colon(line->text, line->length)))
		choose_within(&shape, line, scratch);
	if (may_hold_words(&shape, line))
		add_words(&shape, line, rooms, folded);
	if (!shape.form)
		shape.words |= read_pictograph(&shape, line) | read_part(&shape, line, folded);
	if (shape.form == SHAPE_LEAD && shape.words & BEGINS_DAYPART && !shape.stamp.timed)
		shape.firm |= parts_behind_daypart(&shape, line, folded);
	if (shape.form == SHAPE_LEAD &&
	    (shape.words & SAYS_PLACE || leads_on(&shape, line) || !has_title(&shape, line)))
		shape.form = SHAPE_BARE;
	return shape;
}
