/*
 * The grammar, over points (programme/point.h):
 *
 *     date    = point                                  "mercredi 18 octobre"
 *             | point joiner point                     "16/11 au 20/11"
 *             | part { "," part } joiner point         "7, 8 et 9 septembre"
 *     time    = point [ joiner point ]                 "9h – 12h30", "9h à 10h"
 *             | part joiner point                      "9 à 10h30", "10.30-11.15"
 *     length  = number [ joiner number ] minutes       "5-8 minutes", "45min", "45'"
 *             | a time where the words around say so   "ateliers de 2h", "(1h30 ou 3h)"
 *
 * and before each of them one of the phrases below, which says how it is meant.
 */
#include "config.h"

#include "programme/temporal.h"

#include "programme/lexeme.h"
#include "programme/point.h"

#include "base/array.h"
#include "base/civil.h"

#include <string.h>
#include <strings.h>

/* Written before a date or a time; it belongs to it. Longer ones come first. */
static const struct phrase {
	const char *words;
	enum temporal_bound bound;
} phrases[] = {
    {"au plus tard le", TEMPORAL_UNTIL},
    {"au plus tard a", TEMPORAL_UNTIL},
    {"au plus tard", TEMPORAL_UNTIL},
    {"no later than", TEMPORAL_UNTIL},
    {"jusqu au", TEMPORAL_UNTIL},
    {"jusqu a", TEMPORAL_UNTIL},
    {"avant le", TEMPORAL_UNTIL},
    {"avant", TEMPORAL_UNTIL},
    {"d ici le", TEMPORAL_UNTIL},
    {"d ici au", TEMPORAL_UNTIL},
    {"d ici", TEMPORAL_UNTIL},
    {"until", TEMPORAL_UNTIL},
    {"till", TEMPORAL_UNTIL},
    {"before", TEMPORAL_UNTIL},
    {"by", TEMPORAL_UNTIL},
    {"a partir de", TEMPORAL_FROM},
    {"a partir du", TEMPORAL_FROM},
    {"a compter de", TEMPORAL_FROM},
    {"a compter du", TEMPORAL_FROM},
    {"starting at", TEMPORAL_FROM},
    {"starting on", TEMPORAL_FROM},
    {"starting from", TEMPORAL_FROM},
    {"starting", TEMPORAL_FROM},
    {"as of", TEMPORAL_FROM},
    {"des le", TEMPORAL_FROM},
    {"des", TEMPORAL_FROM},
    {"apres le", TEMPORAL_FROM},
    {"apres", TEMPORAL_FROM},
    {"after", TEMPORAL_FROM},
    {"depuis le", TEMPORAL_SINCE},
    {"depuis", TEMPORAL_SINCE},
    {"since", TEMPORAL_SINCE},
    {"le", TEMPORAL_AT},
    {"les", TEMPORAL_AT},
    {"ce", TEMPORAL_AT},
    {"du", TEMPORAL_AT},
    {"de", TEMPORAL_AT},
    {"a", TEMPORAL_AT},
    {"au", TEMPORAL_AT},
    {"vers", TEMPORAL_AT},
    {"entre le", TEMPORAL_AT},
    {"entre", TEMPORAL_AT},
    {"between", TEMPORAL_AT},
    {"from", TEMPORAL_AT},
    {"on the", TEMPORAL_AT},
    {"on", TEMPORAL_AT},
    {"the", TEMPORAL_AT},
    {"at", TEMPORAL_AT},
    {"around", TEMPORAL_AT},
    {"about", TEMPORAL_AT},
};

/* Written before a length: what follows "de" is one where it is short, behind the others always. */
static const struct {
	const char *words;
	int shorter; /* minutes; 0 is any */
} length_phrases[] = {
    {"duree de", 0},   {"duree", 0},   {"durees de", 0}, {"pendant", 0}, {"durant", 0},
    {"toutes les", 0}, {"chaque", 0},  {"soit", 0},	 {"for", 0},	 {"lasting", 0},
    {"lasts", 0},      {"every", 0},   {"during", 0},	 {"plus de", 0}, {"moins de", 0},
    {"environ", 420},  {"maximum", 0}, {"max", 0},	 {"de", 420},	 {"d", 420},
    {"en", 420},       {"sur", 420},   {"pour", 420},	 {"of", 420},	 {"in", 420},
    {"les", 420},      {"about", 420},
};

struct scan {
	struct temporals *found;
	const char *text;
	struct lexemes lexemes;
};

static const struct lexeme *lexeme_at(const struct scan *scan, size_t at)
{
	return &scan->lexemes.items[at < scan->lexemes.count ? at : scan->lexemes.count];
}

static bool has_role(const struct scan *scan, size_t at, unsigned role)
{
	return lexeme_at(scan, at)->roles & role;
}

/* How many lexemes before `at` the words are; 0 where they do not stand there. */
static size_t words_before(const struct scan *scan, size_t at, const char *words)
{
	size_t count = 0, length;

	if (!at || !lexeme_at(scan, at - 1)->word) /* as is mostly so */
		return 0;
	length = strlen(words);
	while (length > 0) {
		size_t start = length;
		const char *spelling;

		while (start > 0 && words[start - 1] != ' ')
			start--;
		if (count >= at)
			return 0;
		spelling = lexeme_spelling(lexeme_at(scan, at - ++count));
		if (strlen(spelling) != length - start ||
		    memcmp(spelling, words + start, length - start) != 0)
			return 0;
		length = start > 0 ? start - 1 : 0;
	}
	return count;
}

/* "->", "=>", "--" */
static bool is_drawn_arrow(const struct scan *scan, size_t at)
{
	const struct lexemes *lexemes = &scan->lexemes;

	return (point_mark(lexemes, at, '-') || point_mark(lexemes, at, '=')) &&
	       (point_mark(lexemes, at + 1, '>') ||
		(point_mark(lexemes, at, '-') && point_mark(lexemes, at + 1, '-'))) &&
	       lexeme_at(scan, at + 1)->glued;
}

/* "à", "au", "-", "jusqu'à", and what parts the members of a list: the lexemes it takes. */
static size_t joiner(const struct scan *scan, size_t at, bool list)
{
	if (is_drawn_arrow(scan, at))
		return 2;
	if (has_role(scan, at, WORD_TO) || point_mark(&scan->lexemes, at, '-') ||
	    point_mark(&scan->lexemes, at, '>') || point_mark(&scan->lexemes, at, '/'))
		return 1;
	if (!strcmp(lexeme_spelling(lexeme_at(scan, at)), "jusqu") &&
	    has_role(scan, at + 1, WORD_TO))
		return 2;
	return list && (has_role(scan, at, WORD_AND) || point_mark(&scan->lexemes, at, '&'));
}

/* A date's missing parts are those of the date it is joined to. */
static void complete_date(struct temporal_date *date, const struct temporal_date *other)
{
	if (!date->month && date->day) {
		date->month = other->month;
		date->year = other->year;
	} else if (!date->year && date->month && other->year) {
		date->year = other->year - (date->month > other->month);
	}
}

/* Whether the lexemes hold a month with its day behind it. */
static bool month_first(const struct scan *scan, size_t at, size_t next)
{
	while (at < next && !has_role(scan, at, WORD_MONTH))
		at++;
	return at + 1 < next && lexeme_at(scan, at + 1)->kind == LEXEME_NUMBER &&
	       lexeme_at(scan, at + 1)->digits <= 2;
}

/* The second day of "October 19–20, 2023", at the dash. */
static size_t english_span(const struct scan *scan, size_t at, struct temporal *temporal)
{
	const struct lexeme *year;
	struct point last;
	size_t next;

	if (!point_mark(&scan->lexemes, at, '-') || !lexeme_at(scan, at + 1)->glued ||
	    !point_date_part(&last, &scan->lexemes, at + 1) || last.date.day <= temporal->first.day)
		return 0;
	temporal->last.day = last.date.day;
	temporal->last.weekday = -1;
	next = last.next + point_mark(&scan->lexemes, last.next, ',');
	year = lexeme_at(scan, next);
	if (year->kind != LEXEME_NUMBER || year->value < 1900 || year->value > 2199)
		return last.next;
	temporal->first.year = temporal->last.year = (int)year->value;
	return next + 1;
}

static size_t date_span(const struct scan *scan, size_t at, struct temporal *temporal)
{
	struct point first, last;
	size_t next, step;

	if (!point_date(&first, &scan->lexemes, at))
		return 0;
	temporal->first = temporal->last = first.date;
	next = first.next;
	step = joiner(scan, next, true);
	if (!step)
		return next;
	step += !strcmp(lexeme_spelling(lexeme_at(scan, next + step)), "le");
	if (!point_date(&last, &scan->lexemes, next + step)) {
		size_t end = month_first(scan, at, next) ? english_span(scan, next, temporal) : 0;

		return end ? end : next;
	}
	temporal->last = last.date;
	complete_date(&temporal->first, &temporal->last);
	return last.next;
}

/* "7, 8 et 9 septembre", "19-20 octobre": days before the one that is named in full. */
static size_t date_list(const struct scan *scan, size_t at, struct temporal *temporal)
{
	enum { LONGEST_LIST = 12 };
	struct point first, member, last;
	size_t next;

	if (!point_date_part(&first, &scan->lexemes, at))
		return 0;
	member = first;
	for (int i = 0; i < LONGEST_LIST; i++) {
		next = member.next;
		if (point_mark(&scan->lexemes, next, ','))
			next++;
		else if (joiner(scan, next, true))
			next += joiner(scan, next, true);
		else
			return 0;
		next += !strcmp(lexeme_spelling(lexeme_at(scan, next)), "le");
		if (point_date(&last, &scan->lexemes, next))
			break;
		if (!point_date_part(&member, &scan->lexemes, next))
			return 0;
		last.date.month = 0;
	}
	if (!last.date.month || !last.date.day)
		return 0;
	temporal->first = first.date;
	temporal->last = last.date;
	complete_date(&temporal->first, &temporal->last);
	return last.next;
}

static size_t read_date(const struct scan *scan, size_t at, struct temporal *temporal)
{
	size_t next = date_list(scan, at, temporal);

	temporal->kind = TEMPORAL_DATE;
	return next ? next : date_span(scan, at, temporal);
}

/* In "2:30 – 4 pm" and "11 am – 1:30" the half of the day is written once. */
static void share_meridiem(struct point *first, struct point *last)
{
	if (first->meridiem == POINT_NO_MERIDIEM && last->meridiem != POINT_NO_MERIDIEM &&
	    first->hour > 0 && first->hour <= 12) {
		first->meridiem = last->meridiem;
		if (point_minutes(first) > point_minutes(last))
			first->meridiem = 0;
	} else if (last->meridiem == POINT_NO_MERIDIEM && first->meridiem != POINT_NO_MERIDIEM &&
		   last->hour > 0 && last->hour <= 12) {
		last->meridiem = first->meridiem;
		if (point_minutes(last) < point_minutes(first))
			last->meridiem = 12;
	}
}

/* An end before the start is the next day's where the start is late and the end is early. */
static int end_minutes(const struct point *first, const struct point *last)
{
	enum { LATE = 17 * 60, EARLY = 8 * 60 };
	int from = point_minutes(first), to = point_minutes(last);

	if (to == 0 || (to < from && from >= LATE && to <= EARLY))
		return to + MINUTES_PER_DAY;
	return to;
}

static bool joins_times(const struct scan *scan, size_t at, size_t begin, const struct point *first)
{
	bool between = begin > 0 && has_role(scan, begin - 1, WORD_BETWEEN);

	if (first->style == POINT_BARE && point_mark(&scan->lexemes, at, '/'))
		return false;
	return joiner(scan, at, between) > 0;
}

static bool second_time(struct point *last, const struct scan *scan, size_t at,
			const struct point *first)
{
	if (point_time(last, &scan->lexemes, at))
		return true;
	if (first->style == POINT_BARE || !point_time_part(last, &scan->lexemes, at))
		return false;
	if (first->style == POINT_DOTTED) /* "1.34 - 1.37" are versions of something */
		return last->style == POINT_DOTTED && first->hour >= 7;
	return first->meridiem != POINT_NO_MERIDIEM;
}

/* "9h - 2h d'atelier": the second one says how long. */
static bool is_work_time(const struct scan *scan, const struct point *first,
			 const struct point *last)
{
	return last->style == POINT_SHORT_HAND && has_role(scan, last->next, WORD_OF) &&
	       end_minutes(first, last) < point_minutes(first);
}

/* The end of a span that begins with `first`, at the joiner. */
static size_t read_end(const struct scan *scan, size_t at, struct point first,
		       struct temporal *temporal)
{
	size_t next = at + joiner(scan, at, true);
	struct point last;

	if (!second_time(&last, scan, next, &first))
		return 0;
	share_meridiem(&first, &last);
	if (is_work_time(scan, &first, &last))
		return 0;
	temporal->from = point_minutes(&first);
	temporal->to = end_minutes(&first, &last);
	if (temporal->to == temporal->from) /* "9h / 9 am" */
		temporal->to = -1;
	temporal->short_hand |= last.style == POINT_SHORT_HAND;
	return last.next;
}

static size_t read_time(const struct scan *scan, size_t at, struct temporal *temporal)
{
	struct point first;
	bool whole = point_time(&first, &scan->lexemes, at);
	size_t end = 0;

	if (!whole && !point_time_part(&first, &scan->lexemes, at))
		return 0;
	temporal->kind = TEMPORAL_TIME;
	temporal->short_hand = first.style == POINT_SHORT_HAND;
	temporal->from = point_minutes(&first);
	temporal->to = -1;
	if (joins_times(scan, first.next, at, &first))
		end = read_end(scan, first.next, first, temporal);
	return end || !whole ? end : first.next;
}

/* "45min", "5-8 minutes", "45'"; metres have a space before their m. */
static size_t read_minutes(const struct scan *scan, size_t at, struct temporal *temporal)
{
	const struct lexeme *first = lexeme_at(scan, at), *last = first, *unit;
	size_t next = at + 1;

	if (first->kind != LEXEME_NUMBER)
		return 0;
	if (joiner(scan, next, true) && lexeme_at(scan, next + 1)->kind == LEXEME_NUMBER) {
		last = lexeme_at(scan, next + 1);
		next += 2;
	}
	unit = lexeme_at(scan, next);
	if (!(unit->roles & WORD_MINUTES) &&
	    !(point_mark(&scan->lexemes, next, '\'') && unit->glued))
		return 0;
	if (!unit->glued && !strcmp(lexeme_spelling(unit), "m"))
		return 0;
	temporal->kind = TEMPORAL_LENGTH;
	temporal->from = (int)first->value;
	temporal->to = (int)last->value;
	return next + 1;
}

/* How long a time written before `next` would have to be to count as a length; -1 for never. */
static int length_limit(const struct scan *scan, size_t at)
{
	bool colon = at > 0 && point_mark(&scan->lexemes, at - 1, ':');

	for (size_t i = 0; i < sizeof length_phrases / sizeof *length_phrases; i++)
		if (words_before(scan, at, length_phrases[i].words) ||
		    (colon && !length_phrases[i].shorter &&
		     words_before(scan, at - 1, length_phrases[i].words)))
			return length_phrases[i].shorter ? length_phrases[i].shorter : 72 * 60;
	return -1;
}

/* Between brackets that hold nothing else, or another one: "(1h30)", "(1h30 ou 3h)". */
static bool in_brackets(const struct scan *scan, size_t at, size_t next)
{
	bool opened = at > 0 && point_mark(&scan->lexemes, at - 1, '(');
	bool closed = point_mark(&scan->lexemes, next, ')');

	if (!strcmp(lexeme_spelling(lexeme_at(scan, next)), "ou") ||
	    !strcmp(lexeme_spelling(lexeme_at(scan, next)), "or"))
		closed = true;
	if (at > 0 && (!strcmp(lexeme_spelling(lexeme_at(scan, at - 1)), "ou") ||
		       !strcmp(lexeme_spelling(lexeme_at(scan, at - 1)), "or")))
		opened = true;
	return opened && closed;
}

/* "2h d'atelier", "2h de formation", "1h30min", "2 hours", "3h par jour". */
static bool length_follows(const struct scan *scan, size_t next)
{
	const struct lexeme *unit = lexeme_at(scan, next - 1), *behind = lexeme_at(scan, next);

	if ((unit->roles & (WORD_HOUR | WORD_ENGLISH)) == (WORD_HOUR | WORD_ENGLISH))
		return true;
	if ((behind->roles & WORD_MINUTES) || !strcmp(lexeme_spelling(behind), "par"))
		return true;
	return (behind->roles & WORD_OF) && lexeme_at(scan, next + 1)->kind != LEXEME_NUMBER &&
	       (scan->text[behind->start] == 'd' || scan->text[behind->start] == 'o');
}

/* "à 2h", "dès 5h" and "02h" are on the clock, "2h" alone is how long. */
static bool on_the_clock(const struct scan *scan, size_t at)
{
	static const char *const words[] = {"a",    "des", "vers",	"at",	 "around",
					    "from", "by",  "partir de", "after", "apres"};

	if (lexeme_at(scan, at)->digits == 2)
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words_before(scan, at, words[i]))
			return true;
	return false;
}

/* Whether what reads like a time says how long something takes. */
static bool is_length(const struct scan *scan, const struct temporal *temporal, size_t at,
		      size_t next)
{
	enum { MORNING = 6 * 60 };
	bool spelled;

	if (!temporal->short_hand)
		return false;
	spelled = has_role(scan, next - 1, WORD_HOUR) && has_role(scan, next - 1, WORD_WHOLE);
	if (temporal->to >= 0) /* "ateliers de 1h30 à 3h", but "2h – 5h : bal" */
		return temporal->from > 0 && temporal->from < MORNING && temporal->to <= MORNING &&
		       temporal->from < temporal->to &&
		       !(at == 0 && point_mark(&scan->lexemes, next, ':'));
	if (temporal->from >= MINUTES_PER_DAY || length_follows(scan, next))
		return true;
	if (temporal->from < MORNING && (in_brackets(scan, at, next) || spelled))
		return true;
	if (temporal->from >= 60 && temporal->from < MORNING && !on_the_clock(scan, at))
		return true;
	return temporal->from < length_limit(scan, at);
}

static void settle_length(const struct scan *scan, struct temporal *temporal, size_t at,
			  size_t *next)
{
	if (temporal->kind != TEMPORAL_TIME || !is_length(scan, temporal, at, *next))
		return;
	temporal->kind = TEMPORAL_LENGTH;
	if (temporal->to < 0)
		temporal->to = temporal->from;
	if (has_role(scan, *next, WORD_MINUTES))
		++*next;
}

/* Takes the phrase before lexeme `at` in; returns the lexeme where it begins. */
static size_t take_phrase(const struct scan *scan, struct temporal *temporal, size_t at)
{
	if (temporal->kind == TEMPORAL_LENGTH)
		return at;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		size_t count = words_before(scan, at, phrases[i].words);

		if (count) {
			temporal->bound = phrases[i].bound;
			return at - count;
		}
	}
	return at;
}

static size_t read_temporal(const struct scan *scan, size_t at, struct temporal *temporal)
{
	static size_t (*const readers[])(const struct scan *, size_t,
					 struct temporal *) = {read_date, read_time, read_minutes};
	size_t next = 0;

	for (size_t i = 0; !next && i < sizeof readers / sizeof *readers; i++) {
		*temporal = (struct temporal){0};
		next = readers[i](scan, at, temporal);
	}
	return next;
}

static bool may_begin(const struct lexeme *lexeme)
{
	return lexeme->kind == LEXEME_NUMBER ||
	       (lexeme->roles & (WORD_WEEKDAY | WORD_MONTH | WORD_CLOCK | WORD_NTH | WORD_DAYWORD));
}

static bool begins_with(const char *text, size_t length, const char *beginning)
{
	return length >= strlen(beginning) && !strncasecmp(text, beginning, strlen(beginning));
}

/* A digit, or what a word for a time of the clock begins with (WORD_CLOCK): midi, minuit, midday,
 * midnight, noon. */
bool temporal_may_hold_time(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		char c = text[i];

		if (c >= '0' && c <= '9')
			return true;
		c |= 32;
		if (c == 'm' && (begins_with(text + i, length - i, "mid") ||
				 begins_with(text + i, length - i, "min")))
			return true;
		if (c == 'n' && begins_with(text + i, length - i, "noon"))
			return true;
	}
	return false;
}

void temporal_scan(struct temporals *found, const char *text, size_t length)
{
	struct scan scan = {.found = found, .text = text};
	size_t free_from = 0; /* behind the last one found */

	found->count = 0;
	lexeme_cut(&scan.lexemes, text, length);
	for (size_t at = 0; at < scan.lexemes.count;) {
		struct temporal temporal;
		size_t next, first;

		next = may_begin(lexeme_at(&scan, at)) ? read_temporal(&scan, at, &temporal) : 0;
		if (!next) {
			at++;
			continue;
		}
		settle_length(&scan, &temporal, at, &next);
		first = take_phrase(&scan, &temporal, at);
		temporal.bare = lexeme_at(&scan, at)->start;
		temporal.start = lexeme_at(&scan, first < free_from ? at : first)->start;
		temporal.end = lexeme_at(&scan, next - 1)->end;
		array_push(found, temporal);
		at = free_from = next;
	}
	lexeme_free(&scan.lexemes);
}

void temporal_free(struct temporals *found)
{
	array_free(found);
}
