#include "config.h"

#include "programme/stamp.h"

#include "programme/words.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>

/* What a mark between a stamp and the text beside it counts as. */
static enum stamp_gap gap_of(uint32_t character)
{
	static const char marks[] = "-|:.;>/)]([=_~*@";

	if (utf8_is_space(character))
		return GAP_SPACE;
	if (character == ',')
		return GAP_COMMA;
	if (character < 0x80)
		return character && strchr(marks, (int)character) ? GAP_MARK : GAP_WORDS;
	/* General punctuation but its quotes, arrows, shapes, pictographs, full-width bars */
	if ((character >= 0x2010 && character <= 0x2015) || character == 0x2022 ||
	    character == 0xB7 || (character >= 0x2190 && character <= 0x21FF) ||
	    (character >= 0x2300 && character <= 0x2BFF) || character == 0xFE0F ||
	    character == 0x203A || character == 0x2212 || character == 0x200D ||
	    (character >= 0x1F000 && character <= 0x1FAFF) || character == 0x2043 ||
	    character == 0xFF5C || character == 0xBB)
		return GAP_MARK;
	return GAP_WORDS;
}

/*
 * Pictographs that say something of the text behind them ("🎤 Plénière", "☕ Pause"). Arrows, shapes,
 * ticks, hands that point, calendars, clocks and pins are none: they are the bullets of a list.
 */
static bool is_picture(uint32_t character)
{
	static const struct {
		uint32_t first, last;
	} pictures[] = {{0x2600, 0x2604},   {0x2607, 0x260F},	{0x2613, 0x2619},
			{0x2620, 0x26FF},   {0x2708, 0x2712},	{0x2728, 0x2728},
			{0x2764, 0x2764},   {0x1F1E6, 0x1F1FF}, {0x1F300, 0x1F445},
			{0x1F44A, 0x1F4C4}, {0x1F4C7, 0x1F4CB}, {0x1F4CE, 0x1F516},
			{0x1F519, 0x1F52F}, {0x1F53E, 0x1F54F}, {0x1F568, 0x1F5D2},
			{0x1F5D4, 0x1F6FF}, {0x1F900, 0x1FAFF}};

	if (character < pictures->first)
		return false;
	for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
		if (character >= pictures[i].first && character <= pictures[i].last)
			return true;
	return false;
}

/* What makes one pictograph of several characters stands behind the first of them. */
static bool joins_pictures(uint32_t character)
{
	return character == 0xFE0F || character == 0x200D;
}

/* Where the first pictograph between two bytes begins; `end` where there is none. */
static size_t first_picture(const char *text, size_t start, size_t end)
{
	uint32_t character;
	size_t size;

	for (; start < end; start += size) {
		size = utf8_decode(text + start, end - start, &character);
		if (is_picture(character))
			return start;
	}
	return end;
}

/* Where the last pictograph between two bytes ends; `start` where there is none. */
static size_t last_picture(const char *text, size_t start, size_t end)
{
	size_t last = start;

	for (size_t at = start; at < end;) {
		uint32_t character;

		at += utf8_decode(text + at, end - at, &character);
		if (is_picture(character) || (joins_pictures(character) && last > start))
			last = at;
	}
	return last;
}

static bool opens_bracket(uint32_t character)
{
	return character == '(' || character == '[';
}

enum stamp_gap stamp_gap_after(const char *text, size_t length, size_t *at)
{
	enum stamp_gap widest = GAP_WORDS, gap;

	while (*at < length) {
		uint32_t character;
		size_t size = utf8_decode(text + *at, length - *at, &character);

		gap = gap_of(character);
		if (gap == GAP_WORDS || opens_bracket(character))
			return widest;
		if (gap > widest)
			widest = gap;
		*at += size;
	}
	return GAP_EDGE;
}

static size_t character_before(const char *text, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
	return at;
}

/* Moves *at back over what parts a stamp from what stands before it. */
static enum stamp_gap gap_before(const char *text, size_t *at)
{
	enum stamp_gap widest = GAP_WORDS, gap;

	while (*at > 0) {
		size_t before = character_before(text, *at);
		uint32_t character;

		utf8_decode(text + before, *at - before, &character);
		gap = gap_of(character);
		if (gap == GAP_WORDS || character == ')' || character == ']')
			return widest;
		if (gap > widest)
			widest = gap;
		*at = before;
	}
	return GAP_EDGE;
}

/* "1️⃣" is the number of an item. */
static size_t skip_keycap(const char *text, size_t length)
{
	static const char *const caps[] = {"\uFE0F\u20E3", "\u20E3"};

	for (size_t i = 0; i < sizeof caps / sizeof *caps; i++) {
		size_t size = strlen(caps[i]);

		if (length > size && *text >= '0' && *text <= '9' &&
		    !memcmp(text + 1, caps[i], size))
			return 1 + size;
	}
	return 0;
}

/* "[ ]" and "[x]" at the start of an item are ticked off on paper, too. */
static size_t skip_box(const char *text, size_t length)
{
	size_t at = skip_keycap(text, length);

	if (at)
		return at;
	while (at < length && strchr(" \t-*", text[at]))
		at++;
	if (length - at < 4 || text[at] != '[' || !strchr(" xX", text[at + 1]) ||
	    text[at + 2] != ']' || text[at + 3] != ' ')
		return 0;
	return at + 4;
}

static size_t skip(const char *text, size_t length, bool pictures)
{
	size_t at = skip_box(text, length);

	while (at < length) {
		uint32_t character;
		size_t size = utf8_decode(text + at, length - at, &character);

		if (gap_of(character) == GAP_WORDS || opens_bracket(character) ||
		    (!pictures && is_picture(character)))
			break;
		at += size;
	}
	return at;
}

size_t stamp_skip_bullets(const char *text, size_t length)
{
	return skip(text, length, false);
}

size_t stamp_skip_marks(const char *text, size_t length)
{
	return skip(text, length, true);
}

/* The bytes of a text of which so many letters are ASCII or the first of an accented one. */
static size_t unfolded(const char *text, size_t letters)
{
	size_t at = 0;

	for (; letters > 0; letters--)
		do
			at++;
		while (((unsigned char)text[at] & 0xC0) == 0x80);
	return at;
}

/* "(heure de Paris)", "CET", "précises" behind a time say nothing new. */
static size_t skip_zone(const char *text, size_t length, size_t at)
{
	static const char *const zones[] = {"(heure de paris)",
					    "heure de paris",
					    "(cet)",
					    "cet",
					    "(cest)",
					    "cest",
					    "(paris time)",
					    "paris time",
					    "utc",
					    "(utc)",
					    "gmt",
					    "(gmt)",
					    "bst",
					    "edt",
					    "pst",
					    "pdt",
					    "(heure locale)",
					    "heure locale",
					    "(local time)",
					    "precises",
					    "precise",
					    "environ",
					    "pile",
					    "sharp"};
	struct buffer folded = {0};
	size_t start = at, found = 0;

	while (start < length && text[start] == ' ')
		start++;
	if (start == length || !strchr("(hHcCpPeEsSuUgGbB", text[start]))
		return at;
	fold_append(&folded, text + start, length - start < 20 ? length - start : 20);
	for (size_t i = 0; !found && i < sizeof zones / sizeof *zones; i++) {
		size_t size = strlen(zones[i]);
		char behind = buffer_text(&folded)[size < folded.length ? size : folded.length];

		if (!strncmp(buffer_text(&folded), zones[i], size) &&
		    !(behind >= 'a' && behind <= 'z'))
			found = unfolded(text + start, size);
	}
	buffer_free(&folded);
	return found ? start + found : at;
}

/* Whether nothing but marks, and words that join, stands between two temporals. */
static bool joined(const char *text, size_t from, size_t to)
{
	static const char *const joints[] = {"et", "and", "&", "puis", "ou", "or"};
	size_t at = from;

	stamp_gap_after(text, to, &at);
	while (at < to && opens_bracket((unsigned char)text[at])) {
		at++;
		stamp_gap_after(text, to, &at);
	}
	for (size_t i = 0; at < to && i < sizeof joints / sizeof *joints; i++) {
		size_t size = strlen(joints[i]);

		if (to - at > size && !strncmp(text + at, joints[i], size) &&
		    text[at + size] == ' ') {
			at += size;
			stamp_gap_after(text, to, &at);
		}
	}
	return at == to;
}

static void add(struct stamp *stamp, const struct temporal *temporal)
{
	bool *known = temporal->kind == TEMPORAL_DATE ? &stamp->dated : &stamp->timed;

	stamp->end = temporal->end;
	stamp->bounded |= temporal->bound == TEMPORAL_UNTIL || temporal->bound == TEMPORAL_SINCE;
	if (temporal->kind == TEMPORAL_LENGTH)
		return;
	stamp->repeated |= *known;
	if (*known)
		return;
	*known = true;
	if (temporal->kind == TEMPORAL_DATE) {
		stamp->first = temporal->first;
		stamp->last = temporal->last;
	} else {
		stamp->from = temporal->from;
		stamp->to = temporal->to;
		stamp->short_hand = temporal->short_hand;
	}
}

/*
 * A length belongs to the stamp before it where it stands in brackets: "14h (45 min)". In "11h : Le
 * 12 mars 1924, un jour oublié" the date is what the session is about.
 */
static bool belongs(const struct stamp *stamp, const struct temporal *temporal, const char *text,
		    size_t length)
{
	if (temporal->kind == TEMPORAL_DATE)
		return stamp->dated || temporal->end == length ||
		       !memchr(text + stamp->end, ':', temporal->start - stamp->end);
	if (temporal->kind != TEMPORAL_LENGTH)
		return true;
	return temporal->start > 0 && text[temporal->start - 1] == '(' && temporal->end < length &&
	       text[temporal->end] == ')';
}

/* Three points end a title, "Attendre... (9h)"; more of them only lead to the time. */
static size_t skip_points(const char *text, size_t length)
{
	return length > 3 && !memcmp(text, "...", 3) && text[3] != '.' ? 3 : 0;
}

/*
 * Takes the marks around it in, and the brackets where both are there. A pictograph between it and
 * the title is the title's: "9h 🎤 Plénière", "Déjeuner 🍽️ (12h)".
 */
static void widen(struct stamp *stamp, const char *text, size_t length, bool phrase)
{
	size_t start = stamp->start, end = stamp->end, closed = stamp->end;
	char opener = 0;

	stamp->before = gap_before(text, &start);
	if (start <= skip_box(text, length)) {
		stamp->before = GAP_EDGE;
		start = 0;
	}
	if (stamp->before == GAP_SPACE && phrase)
		stamp->before = GAP_WORDS;
	for (size_t at = start; at < stamp->start; at++)
		if (opens_bracket((unsigned char)text[at]))
			opener = text[at];
	stamp->after = stamp_gap_after(text, length, &end);
	if (opener) {
		char closer = opener == '(' ? ')' : ']';

		const char *close = memchr(text + stamp->end, closer, end - stamp->end);

		stamp->bracketed = close != NULL;
		closed = close ? (size_t)(close - text) : closed;
	}
	if (stamp->before != GAP_EDGE)
		start = last_picture(text, start + skip_points(text + start, stamp->start - start),
				     stamp->start);
	stamp->start = start;
	stamp->end = stamp->after == GAP_EDGE ? end : first_picture(text, closed, end);
}

void stamp_read(struct stamps *stamps, const char *text, size_t length)
{
	struct temporals *found = &stamps->temporals;

	stamps->count = 0;
	temporal_scan(found, text, length);
	for (size_t i = 0; i < found->count;) {
		const struct temporal *first = &found->items[i++];
		struct stamp stamp = {.start = first->start, .to = -1};

		if (first->kind == TEMPORAL_LENGTH)
			continue;
		add(&stamp, first);
		stamp.end = skip_zone(text, length, stamp.end);
		while (i < found->count && belongs(&stamp, &found->items[i], text, length) &&
		       joined(text, stamp.end, found->items[i].start)) {
			add(&stamp, &found->items[i++]);
			stamp.end = skip_zone(text, length, stamp.end);
		}
		widen(&stamp, text, length, first->bare != first->start);
		array_push(stamps, stamp);
	}
}

void stamp_free(struct stamps *stamps)
{
	array_free(stamps);
	temporal_free(&stamps->temporals);
}
