#include "config.h"

#include "programme/point.h"

#include <string.h>

/* What one lexeme of a form must be. GLUED: no space before it. MAYBE: it may be missing. */
enum element_name {
	STOP,
	WEEKDAY,
	WEEKDAY_NAME,
	DAY,
	SUFFIX,
	OF,
	MONTH,
	MONTH_ENGLISH,
	MONTH_NUMBER,
	YEAR,
	YEAR_SHORT,
	DAYWORD,
	COUNT,
	NTH,
	HOUR,
	H,
	MINUTE,
	SECOND,
	MERIDIEM,
	CLOCK,
	COMMA,
	DOT,
	SLASH,
	DASH,
	COLON,
	GLUED = 64,
	MAYBE = 128
};

#define NOWHERE ((size_t)-1)

static const struct element {
	enum lexeme_kind kind;
	unsigned roles;	 /* of a word: all of them */
	int least, most; /* of a number, or the mark in both */
	int digits;	 /* of a number, at least; at most two where the value is below 100 */
	size_t field;	 /* of struct point, where the value goes */
} elements[] = {
    [WEEKDAY] = {LEXEME_WORD, WORD_WEEKDAY, .field = offsetof(struct point, date.weekday)},
    [WEEKDAY_NAME] = {LEXEME_WORD, WORD_WEEKDAY | WORD_WHOLE,
		      .field = offsetof(struct point, date.weekday)},
    [DAY] = {LEXEME_NUMBER, 0, 1, 31, 1, offsetof(struct point, date.day)},
    [SUFFIX] = {LEXEME_WORD, WORD_SUFFIX, .field = NOWHERE},
    [OF] = {LEXEME_WORD, WORD_OF, .field = NOWHERE},
    [MONTH] = {LEXEME_WORD, WORD_MONTH, .field = offsetof(struct point, date.month)},
    [MONTH_ENGLISH] = {LEXEME_WORD, WORD_MONTH | WORD_ENGLISH,
		       .field = offsetof(struct point, date.month)},
    [MONTH_NUMBER] = {LEXEME_NUMBER, 0, 1, 31, 1, offsetof(struct point, date.month)},
    [YEAR] = {LEXEME_NUMBER, 0, 1900, 2199, 4, offsetof(struct point, date.year)},
    [YEAR_SHORT] = {LEXEME_NUMBER, 0, 0, 99, 2, offsetof(struct point, date.year)},
    [DAYWORD] = {LEXEME_WORD, WORD_DAYWORD, .field = NOWHERE},
    [COUNT] = {LEXEME_NUMBER, 0, 1, 31, 1, offsetof(struct point, date.nth)},
    [NTH] = {LEXEME_WORD, WORD_NTH, .field = offsetof(struct point, date.nth)},
    [HOUR] = {LEXEME_NUMBER, 0, 0, 24, 1, offsetof(struct point, hour)},
    [H] = {LEXEME_WORD, WORD_HOUR, .field = NOWHERE},
    [MINUTE] = {LEXEME_NUMBER, 0, 0, 59, 2, offsetof(struct point, minute)},
    [SECOND] = {LEXEME_NUMBER, 0, 0, 59, 2, NOWHERE},
    [MERIDIEM] = {LEXEME_WORD, WORD_MERIDIEM, .field = offsetof(struct point, meridiem)},
    [CLOCK] = {LEXEME_WORD, WORD_CLOCK, .field = offsetof(struct point, minute)},
    [COMMA] = {LEXEME_MARK, 0, ',', ',', .field = NOWHERE},
    [DOT] = {LEXEME_MARK, 0, '.', '.', .field = NOWHERE},
    [SLASH] = {LEXEME_MARK, 0, '/', '/', .field = NOWHERE},
    [DASH] = {LEXEME_MARK, 0, '-', '-', .field = NOWHERE},
    [COLON] = {LEXEME_MARK, 0, ':', ':', .field = NOWHERE},
};

struct place_of_form {
	const struct lexemes *lexemes;
	size_t first, next;
};

typedef bool check_function(struct point *point, struct place_of_form place);

struct form {
	uint8_t elements[10];
	enum point_style style;
	check_function *check; /* what the elements alone cannot say; may be NULL */
	const char *examples;
};

static check_function exists, day_and_month, no_hour_follows, clock_word, hour_and_minute, in_hours,
    no_decimal, twelve;

static const struct form date_forms[] = {
    {{YEAR, GLUED | DASH, GLUED | MONTH_NUMBER, GLUED | DASH, GLUED | DAY},
     .check = exists,
     .examples = "2020-11-25"},
    {{YEAR, GLUED | SLASH, GLUED | MONTH_NUMBER, GLUED | SLASH, GLUED | DAY},
     .check = exists,
     .examples = "2020/11/25"},
    {{MAYBE | WEEKDAY, MAYBE | GLUED | DOT, MAYBE | GLUED | COMMA, DAY, MAYBE | SUFFIX, MAYBE | OF,
      MONTH, MAYBE | GLUED | DOT, MAYBE | YEAR},
     .check = exists,
     .examples =
	 "18 octobre, mercredi 18 octobre 2023, Thursday, 19 October, 1er juin, jeu. 9 nov."},
    {{MAYBE | WEEKDAY, MAYBE | GLUED | DOT, MAYBE | GLUED | COMMA, MONTH_ENGLISH,
      MAYBE | GLUED | DOT, DAY, MAYBE | GLUED | SUFFIX, MAYBE | GLUED | COMMA, MAYBE | YEAR},
     .check = no_hour_follows,
     .examples = "October 19th, Oct 19, 2023, Thursday, October 19"},
    {{MAYBE | WEEKDAY, DAY, GLUED | SLASH, GLUED | MONTH_NUMBER, GLUED | SLASH, GLUED | YEAR},
     .check = exists,
     .examples = "25/11/2020, mercredi 25/11/2020"},
    {{MAYBE | WEEKDAY, DAY, GLUED | DOT, GLUED | MONTH_NUMBER, GLUED | DOT, GLUED | YEAR},
     .check = exists,
     .examples = "25.11.2020"},
    {{MAYBE | WEEKDAY, DAY, GLUED | DASH, GLUED | MONTH_NUMBER, GLUED | DASH, GLUED | YEAR},
     .check = exists,
     .examples = "25-11-2020"},
    {{MAYBE | WEEKDAY, DAY, GLUED | SLASH, GLUED | MONTH_NUMBER, GLUED | SLASH, GLUED | YEAR_SHORT},
     .check = exists,
     .examples = "jeudi 19/10/23"},
    {{MAYBE | WEEKDAY, DAY, GLUED | SLASH, GLUED | MONTH_NUMBER},
     .check = day_and_month,
     .examples = "05/11, jeudi 3/11"},
    {{WEEKDAY, MAYBE | GLUED | DOT, DAY, MAYBE | GLUED | SUFFIX},
     .check = no_hour_follows,
     .examples = "jeudi 19, Monday 3rd"},
    {{DAYWORD, COUNT}, .check = no_hour_follows, .examples = "Jour 2, Day 1"},
    {{COUNT, GLUED | SUFFIX, DAYWORD}, .examples = "1er jour, 2e journée"},
    {{NTH, DAYWORD}, .examples = "Première journée, Second day"},
    {{WEEKDAY_NAME}, .examples = "Jeudi"},
};

static const struct form date_parts[] = {
    {{MAYBE | WEEKDAY, DAY, MAYBE | SUFFIX}, .examples = "7, 1er, mercredi 18"},
};

static const struct form time_forms[] = {
    {{HOUR, GLUED | COLON, GLUED | MINUTE, GLUED | COLON, GLUED | SECOND},
     .check = in_hours,
     .examples = "09:00:00"},
    {{HOUR, GLUED | COLON, GLUED | MINUTE, MAYBE | MERIDIEM},
     .check = in_hours,
     .examples = "09:00, 2:30 pm"},
    {{HOUR, GLUED | DOT, GLUED | MINUTE, MERIDIEM}, .check = in_hours, .examples = "2.30 p.m."},
    {{HOUR, H, MINUTE},
     POINT_SHORT_HAND,
     hour_and_minute,
     .examples = "9h30, 9 h 30, 9H30, 9 heures 30"},
    {{HOUR, H, GLUED | DOT, GLUED | MINUTE}, POINT_SHORT_HAND, in_hours, .examples = "9h.30"},
    {{HOUR, H}, POINT_SHORT_HAND, no_decimal, .examples = "9h, 9 heures"},
    {{HOUR, MERIDIEM}, .check = in_hours, .examples = "9am, 2 p.m."},
    {{HOUR, CLOCK}, .check = twelve, .examples = "12 noon, 12 midnight"},
    {{CLOCK}, .check = clock_word, .examples = "midi, minuit, noon"},
};

static const struct form time_parts[] = {
    {{HOUR, GLUED | DOT, GLUED | MINUTE}, POINT_DOTTED, no_decimal, .examples = "10.30"},
    {{HOUR, GLUED | COLON, GLUED | MINUTE}, .check = in_hours, .examples = "9:30"},
    {{HOUR}, POINT_BARE, no_decimal, .examples = "9"},
};

static const struct lexeme *lexeme_at(const struct lexemes *lexemes, size_t at)
{
	return &lexemes->items[at < lexemes->count ? at : lexemes->count];
}

bool point_mark(const struct lexemes *lexemes, size_t at, char mark)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);

	return lexeme->kind == LEXEME_MARK && lexeme->value == (uint32_t)mark;
}

static bool has_role(const struct lexemes *lexemes, size_t at, unsigned role)
{
	return lexeme_at(lexemes, at)->roles & role;
}

static bool fits(const struct lexeme *lexeme, const struct element *element)
{
	int value = (int)lexeme->value;

	if (lexeme->kind != element->kind)
		return false;
	if (lexeme->kind == LEXEME_WORD)
		return (lexeme->roles & element->roles) == element->roles;
	if (value < element->least || value > element->most)
		return false;
	return lexeme->kind != LEXEME_NUMBER ||
	       (lexeme->digits >= element->digits && (value > 99 || lexeme->digits <= 2));
}

static void store(struct point *point, const struct lexeme *lexeme, const struct element *element)
{
	int value = (int)lexeme->value;

	if (element->field != NOWHERE)
		memcpy((char *)point + element->field, &value, sizeof value);
}

/* A dot behind a word that is written out ends the sentence. */
static bool is_full_stop(const struct lexemes *lexemes, size_t at)
{
	return at > 0 && point_mark(lexemes, at, '.') && has_role(lexemes, at - 1, WORD_WHOLE);
}

static bool match(struct point *point, const struct form *form, const struct lexemes *lexemes,
		  size_t at)
{
	size_t next = at;

	*point =
	    (struct point){.date.weekday = -1, .meridiem = POINT_NO_MERIDIEM, .style = form->style};
	for (const uint8_t *step = form->elements; *step != STOP; step++) {
		const struct element *element = &elements[*step & ~(GLUED | MAYBE)];
		const struct lexeme *lexeme = lexeme_at(lexemes, next);

		if (fits(lexeme, element) && (lexeme->glued || !(*step & GLUED)) &&
		    !is_full_stop(lexemes, next)) {
			store(point, lexeme, element);
			next++;
		} else if (!(*step & MAYBE)) {
			return false;
		}
	}
	while (next > at + 1 && point_mark(lexemes, next - 1, ','))
		next--;
	point->next = next;
	return !form->check || form->check(point, (struct place_of_form){lexemes, at, next});
}

static bool match_one(struct point *point, const struct form *forms, size_t count,
		      const struct lexemes *lexemes, size_t at)
{
	for (size_t i = 0; i < count; i++)
		if (match(point, &forms[i], lexemes, at))
			return true;
	return false;
}

#define MATCH(forms) match_one(point, forms, sizeof(forms) / sizeof *(forms), lexemes, at)

bool point_date(struct point *point, const struct lexemes *lexemes, size_t at)
{
	return MATCH(date_forms);
}

bool point_date_part(struct point *point, const struct lexemes *lexemes, size_t at)
{
	return MATCH(date_parts);
}

bool point_time(struct point *point, const struct lexemes *lexemes, size_t at)
{
	return MATCH(time_forms);
}

bool point_time_part(struct point *point, const struct lexemes *lexemes, size_t at)
{
	return MATCH(time_parts);
}

int point_minutes(const struct point *point)
{
	int hour = point->hour;

	if (point->meridiem != POINT_NO_MERIDIEM)
		hour = hour % 12 + point->meridiem;
	return hour * 60 + point->minute;
}

/* A written date that the calendar has; 10/19/2023 can only be meant the American way. */
static bool exists(struct point *point, struct place_of_form place)
{
	static const int longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	struct temporal_date *date = &point->date;

	(void)place;
	if (date->month > 12 && date->day <= 12) {
		int day = date->month;

		date->month = date->day;
		date->day = day;
	}
	if (date->year > 0 && date->year < 100)
		date->year += 2000;
	return date->month <= 12 && date->day <= longest[date->month - 1];
}

/* Whether the number at `at` is the hour of a time: "9h", "9:30", "9 am", "9-10h". */
static bool is_hour(const struct lexemes *lexemes, size_t at)
{
	struct point point;

	if (point_time(&point, lexemes, at))
		return true;
	return point_mark(lexemes, at + 1, '-') && lexeme_at(lexemes, at + 1)->glued &&
	       point_time(&point, lexemes, at + 2);
}

static bool no_hour_follows(struct point *point, struct place_of_form place)
{
	const struct lexeme *last = lexeme_at(place.lexemes, place.next - 1);

	if (last->kind == LEXEME_NUMBER && last->digits <= 2 &&
	    is_hour(place.lexemes, place.next - 1))
		return false;
	return !point->date.month || exists(point, place);
}

/* Words that make "3/11" a date where "1/2" alone is none. */
static bool announced(const struct lexemes *lexemes, size_t at)
{
	static const char *const words[] = {"le", "les", "du", "au", "ce", "on", "avant", "jusqu"};

	for (size_t i = 0; at > 0 && i < sizeof words / sizeof *words; i++)
		if (!strcmp(lexeme_spelling(&lexemes->items[at - 1]), words[i]))
			return true;
	return false;
}

static bool day_and_month(struct point *point, struct place_of_form place)
{
	const struct lexeme *month = lexeme_at(place.lexemes, place.next - 1);
	const struct lexeme *behind = lexeme_at(place.lexemes, place.next);

	if (point->date.month > 12 || !exists(point, place) ||
	    (behind->glued && (point_mark(place.lexemes, place.next, '/') ||
			       point_mark(place.lexemes, place.next, '%') ||
			       has_role(place.lexemes, place.next, WORD_HOUR))))
		return false;
	return point->date.weekday >= 0 || announced(place.lexemes, place.first) ||
	       (month->digits == 2 && lexeme_at(place.lexemes, place.first)->digits == 2);
}

/* Whether the number at `at` is the last of a time: "9h30", "9:30". */
static bool ends_time(const struct lexemes *lexemes, size_t at)
{
	return at > 0 && (has_role(lexemes, at - 1, WORD_HOUR) || point_mark(lexemes, at - 1, ':'));
}

/* "3.5h" and "19/10h" hold no time; "9h30/10h" does. */
static bool no_decimal(struct point *point, struct place_of_form place)
{
	const struct lexeme *first = lexeme_at(place.lexemes, place.first);
	size_t before = place.first - 1;

	(void)point;
	if (place.first < 2 || !first->glued || !place.lexemes->items[before].glued ||
	    place.lexemes->items[before - 1].kind != LEXEME_NUMBER)
		return true;
	if (point_mark(place.lexemes, before, '/'))
		return ends_time(place.lexemes, before - 1);
	return !point_mark(place.lexemes, before, '.') && !point_mark(place.lexemes, before, ',') &&
	       !point_mark(place.lexemes, before, ':');
}

static bool in_hours(struct point *point, struct place_of_form place)
{
	if (point->meridiem != POINT_NO_MERIDIEM && (point->hour < 1 || point->hour > 12))
		return false;
	return (point->hour < 24 || point->minute == 0) && no_decimal(point, place);
}

/* In "9h 30 places" the number counts places. */
static bool hour_and_minute(struct point *point, struct place_of_form place)
{
	const struct lexeme *behind = lexeme_at(place.lexemes, place.next);
	const struct lexeme *minute = lexeme_at(place.lexemes, place.next - 1);

	if (lexeme_at(place.lexemes, place.first + 1)->glued && !minute->glued &&
	    (behind->kind == LEXEME_OTHER || (behind->roles & WORD_MINUTES)))
		return false;
	return in_hours(point, place);
}

/* "après-midi" is no noon, "Midi-Pyrénées" neither. */
static bool clock_word(struct point *point, struct place_of_form place)
{
	size_t before = place.first, next = place.next;

	(void)point;
	if (before > 0 && point_mark(place.lexemes, before - 1, '-'))
		before--;
	if (before > 0 && !strcmp(lexeme_spelling(&place.lexemes->items[before - 1]), "apres"))
		return false;
	return !(point_mark(place.lexemes, next, '-') && lexeme_at(place.lexemes, next)->glued &&
		 lexeme_at(place.lexemes, next + 1)->kind == LEXEME_OTHER &&
		 lexeme_at(place.lexemes, next + 1)->glued);
}

static bool twelve(struct point *point, struct place_of_form place)
{
	bool noon_or_midnight = point->hour == 12;

	point->hour = 0; /* the word says it in minutes */
	return noon_or_midnight && clock_word(point, place);
}
