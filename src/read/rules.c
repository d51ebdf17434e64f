#include "config.h"

#include "read/rules.h"

#include "base/i18n.h"
#include "read/words.h"

/* What can be said of a line and of what stands around it. */
enum rule_fact {
	DATED = 1 << 0,
	TIMED = 1 << 1,
	SPAN = 1 << 2, /* a time with an end */
	BARE = 1 << 3, /* the shapes of read/shape.h */
	LEAD = 1 << 4,
	TAIL = 1 << 5,
	MIDDLE = 1 << 6,
	FIRM = 1 << 7,		  /* marks, brackets or a style part the stamp from the title */
	COMMA = 1 << 8,		  /* at least a comma does */
	HEADLINE = 1 << 9,	  /* a heading, a bold line, a sentence that ends in a colon */
	ITEM = 1 << 10,		  /* the first line of a list item */
	TAGGED = 1 << 11,	  /* "[Webinaire]" follows the stamp */
	SHORT = 1 << 12,	  /* no sentence */
	PROGRAMME = 1 << 13,	  /* says "programme", "déroulé"… */
	DAYPART = 1 << 14,	  /* says "matinée", "après-midi" and nothing else */
	IN_EVENT = 1 << 15,	  /* its date is one of the event's days */
	IN_PROGRAMME = 1 << 16,	  /* stands under a heading that says "programme" */
	LIKE_NEIGHBOUR = 1 << 17, /* the line before or behind has the same shape */
	TIMED_BELOW = 1 << 18,	  /* lines with a time and no date stand under it */
	SEVERAL_BELOW = 1 << 19,  /* two at least */
	LIST_BELOW = 1 << 20,	  /* a list follows whose first item has no time */
	TEXT_NEXT = 1 << 21,	  /* its paragraph began with a stamp and goes on with text */
	TEXT_ABOVE = 1 << 22,	  /* its paragraph began with text */
	PARAGRAPH_BELOW = 1 << 23,
	SHORT_BELOW = 1 << 24, /* and that is no sentence */
	HEADING_BELOW = 1 << 25,
	HEADING_ABOVE = 1 << 26, /* and nothing else under that heading is a time alone */
	LIST_NEAR = 1 << 27,	 /* a list follows, perhaps behind a paragraph */
	REAL_HEADING = 1 << 28,
	DAYPART_FIRST = 1 << 29, /* begins with "matinée", "après-midi" */
	NEAR_DEADLINE = 1 << 30	 /* a line beside it is a deadline */
};

const char rule_item_under_time[] = N_("item of a list under a time");
const char rule_item_under_date[] = N_("item of a list under a date");
const char rule_table_row[] = N_("table row with a time");
const char rule_table_cell[] = N_("table cell beside a time");
const char rule_labelled[] = N_("heading over a labelled date and time");

/* The first rule whose needs a line meets is the one it follows. */
static const struct rule rules[] = {
    /* Days and headings */
    {ROLE_DAY_OF_ITEMS, 0, DATED | PROGRAMME | LIST_NEAR | IN_EVENT, TIMED | TIMED_BELOW | LEAD,
     N_("date over a list"), "Programme « Off » du mercredi 18 octobre :"},
    {ROLE_DAY_OF_ITEMS, 0, DATED | BARE | HEADLINE | LIST_NEAR | IN_EVENT,
     TIMED | TIMED_BELOW | ITEM, N_("date over a list"), "#### Mercredi 18 octobre"},
    {ROLE_DAY, 0, DATED | PROGRAMME, LEAD, N_("day of a programme"),
     "Programme du jeudi 19/10/23 :"},
    {ROLE_HEADING, 0, TIMED | PROGRAMME, LEAD, N_("heading of a programme"),
     "Programme de la journée (9h – 17h)"},
    {ROLE_DAY, 0, DATED | TIMED_BELOW | HEADLINE, TIMED, N_("day"),
     "25/11/2020, **Jeudi 19 octobre : journée d'ouverture**"},
    {ROLE_DAY, 0, DATED | BARE | TIMED_BELOW, TIMED, N_("day"), "Jeudi 19 octobre"},
    {ROLE_DAY, 0, DATED | LEAD | FIRM | TIMED_BELOW, TIMED, N_("day"),
     "* Jeudi 19 octobre : ouverture"},
    {ROLE_DAY, 0, DATED | TIMED | BARE | TIMED_BELOW, TEXT_NEXT, N_("day"),
     "6 décembre de 14h à 18h"},
    {ROLE_DAY, 0, DATED | TIMED | TIMED_BELOW | REAL_HEADING, 0, N_("day"),
     "## Vendredi 7 juin – Journée des locataires (9h – 12h)"},
    {ROLE_DAY, 0, DATED | TIMED | SEVERAL_BELOW | HEADLINE, 0, N_("day"),
     "### Mardi 12 mars, 9h-17h : journée nationale"},
    {ROLE_HEADING, 0, TIMED | DAYPART | TIMED_BELOW, DATED, N_("part of a day"),
     "Matinée (9h – 12h)"},
    {ROLE_HEADING, 0, TIMED | DAYPART_FIRST | HEADLINE | TIMED_BELOW, DATED, N_("part of a day"),
     "### Matinée : conférences (9h – 12h)"},

    /* A time alone, and the title around it */
    {ROLE_SESSION, TITLE_NEXT_LINE, TIMED | BARE | TEXT_NEXT, 0,
     N_("time, and the title on the next line"),
     "Le jeudi 03/11 de 16h15 à 18h15 / [Meetup] Quiz géant"},
    {ROLE_SESSION, TITLE_FIRST_LINE, TIMED | BARE | TEXT_ABOVE, 0,
     N_("title, and the time on the next line"),
     "**La Green tech** / Lundi 23 novembre 2020, 17h-17h30"},
    {ROLE_TIME, 0, TIMED | BARE | LIST_BELOW, 0, N_("time over a list"), "#### 14h"},
    {ROLE_SESSION, TITLE_ABOVE, TIMED | DATED | BARE | HEADING_ABOVE, ITEM,
     N_("heading, and the date and time under it"), "### Les API / *Mardi 12 mars, 14h – 15h*"},
    {ROLE_SESSION, TITLE_BELOW, TIMED | BARE | HEADING_BELOW, 0,
     N_("time, and the heading under it"), "**14h** / #### Table ronde"},
    {ROLE_SESSION, TITLE_BELOW, TIMED | BARE | SHORT_BELOW, 0,
     N_("time, and the paragraph under it"), "#### 9h30 / Accueil des participants"},
    {ROLE_SESSION, TITLE_TAGS, TIMED | BARE | TAGGED, 0, N_("time, and tags"),
     "[Le 05/11 à 9h] [Webinaire] [API]"},
    {ROLE_SESSION, TITLE_ABOVE, TIMED | BARE | HEADING_ABOVE, ITEM,
     N_("heading, and the time under it"), "#### Table ronde / 14h – 15h"},
    {ROLE_SESSION, TITLE_BELOW, TIMED | BARE | PARAGRAPH_BELOW, 0,
     N_("time, and the paragraph under it"), "**9h30** / Nous accueillons les participants."},

    /* A time at the start of a line */
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | LEAD | FIRM, 0, N_("date and time, then the title"),
     "[Le 09/11 de 14h à 15h] Réunion"},
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | LEAD | ITEM, 0, N_("date and time, then the title"),
     "* mardi 12 mars 14h Réunion"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | FIRM, 0, N_("time, then the title"),
     "9h30 – 12h : La matinée, [10h] Mot d'accueil, **9h** Accueil"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | ITEM, 0, N_("time, then the title"),
     "* 9h Accueil, * 9h, accueil"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | HEADLINE, COMMA, N_("time, then the title"),
     "#### 9h30 Ouverture"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | LIKE_NEIGHBOUR, 0, N_("time, then the title"),
     "9h Accueil / 9h30 Ouverture"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | SHORT | IN_PROGRAMME, 0, N_("time, then the title"),
     "Programme / 9h Accueil"},

    /* A time at the end of a line, or within it */
    {ROLE_SESSION, TITLE_HERE, TIMED | MIDDLE | ITEM | SHORT, 0,
     N_("time between the parts of the title"), "* Atelier 1 (10h-11h) : découvrir"},
    {ROLE_SESSION, TITLE_HERE, TIMED | MIDDLE | HEADLINE | SHORT, 0,
     N_("time between the parts of the title"), "### Webinaire 1 – mardi 12 mars 14h – Les API"},
    {ROLE_SESSION, TITLE_HERE, TIMED | MIDDLE | LIKE_NEIGHBOUR | SHORT, 0,
     N_("time between the parts of the title"), "Atelier 1 (10h-11h) : découvrir / Atelier 2 (…"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | ITEM, 0, N_("title, then the time"),
     "* Accueil (9h-9h30)"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | HEADLINE, 0, N_("title, then the time"),
     "### Ouverture – 9h30"},
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | TAIL | COMMA | ITEM, 0,
     N_("title, then the date and time"), "* Les API, mardi 24 novembre, 17h-17h30"},
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | TAIL | COMMA | HEADLINE, 0,
     N_("title, then the date and time"), "**Les API, mardi 24 novembre, 17h-17h30**"},
    {ROLE_SESSION, TITLE_HERE, TIMED | SPAN | TAIL | ITEM | SHORT, 0, N_("title, then the time"),
     "* Accueil 9h-9h30, * Accueil de 9h à 9h30"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | ITEM | SHORT | IN_PROGRAMME, 0,
     N_("title, then the time"), "Au programme / * Accueil à 9h"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | SHORT | IN_PROGRAMME, 0,
     N_("title, then the time"), "Programme / Accueil : 9h"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | SHORT | LIKE_NEIGHBOUR, 0,
     N_("title, then the time"), "Accueil (9h) / Ouverture (9h30)"},

    /* Dates without a time */
    {ROLE_SESSION, TITLE_HERE, DATED | LEAD | FIRM | ITEM | IN_EVENT, TIMED | NEAR_DEADLINE,
     N_("date, then the title"), "* Le 7 septembre : Plénière"},
    {ROLE_SESSION, TITLE_HERE, DATED | LEAD | FIRM | HEADLINE | IN_EVENT, TIMED,
     N_("date, then the title"), "### Mercredi 18 octobre : visite du port"},
    {ROLE_SESSION, TITLE_HERE, DATED | LEAD | FIRM | LIKE_NEIGHBOUR | IN_EVENT,
     TIMED | NEAR_DEADLINE, N_("date, then the title"),
     "7 septembre : plénière / 8 septembre : ateliers"},
    {ROLE_SESSION, TITLE_NEXT_LINE, DATED | BARE | TEXT_NEXT | IN_EVENT, TIMED,
     N_("date, and the title on the next line"), "[Du 02/11 au 30/11] [API] / Appel à idées"},
    {ROLE_SESSION, TITLE_TAGS, DATED | BARE | TAGGED | IN_EVENT, TIMED, N_("date, and tags"),
     "[Le 05/11] [Webinaire] [API]"},
    {ROLE_SESSION, TITLE_BELOW, DATED | BARE | HEADLINE | SHORT_BELOW | IN_EVENT, TIMED,
     N_("date, and the paragraph under it"), "**12 mars** / Visite du port"},
    {ROLE_SESSION, TITLE_HERE, DATED | TAIL | FIRM | ITEM | IN_EVENT, TIMED | NEAR_DEADLINE,
     N_("title, then the date"), "* Visite du port (20 octobre)"},
    {ROLE_DAY, 0, DATED | BARE | HEADLINE, TIMED, N_("day"), "Jeudi 19 octobre"},
};

enum { SHORT_LINE = 140 };

static const struct outline_line *line_at(const struct outline *outline, size_t index)
{
	return index < outline->lines.count ? &outline->items[index] : NULL;
}

static bool is_sentence(const struct line *line)
{
	size_t length = line->length;

	return length > SHORT_LINE || (length > 0 && line->text[length - 1] == '.');
}

/* What a line cannot say and be a title; headings say more than sentences do. */
static unsigned no_title(const struct outline *outline, size_t index)
{
	const unsigned never = SAYS_DAYPART | SAYS_LABEL | SAYS_PLACE;

	if (outline->lines.items[index].place <= LINE_STRONG)
		return never | SAYS_PROGRAMME | SAYS_PRACTICAL | SAYS_PAST;
	return outline->items[index].shape.words & ENDS_IN_COLON ? never | SAYS_PROGRAMME : never;
}

bool rules_is_title(const struct outline *outline, size_t index)
{
	const struct outline_line *at = line_at(outline, index);
	const struct line *line = &outline->lines.items[index];

	if (!at || at->merged || line->place == LINE_ROW)
		return false;
	if (at->shape.form != SHAPE_NONE && (at->shape.stamp.timed || at->shape.firm))
		return false;
	return !(at->shape.words & no_title(outline, index)) &&
	       shape_has_letters(line->text, 0, line->length);
}

/* Whether everything on a line is one link, as a button is. */
static bool is_button(const struct line *line)
{
	for (size_t i = 0; i < line->run_count; i++)
		if (line->runs[i].link == DOCUMENT_NO_LINK &&
		    shape_has_letters(line->text, line->runs[i].start, line->runs[i].end))
			return false;
	return true;
}

/* The line behind a stamp and the one that was merged into it. */
static size_t behind(const struct outline *outline, size_t index)
{
	index++;
	return line_at(outline, index) && outline->items[index].merged ? index + 1 : index;
}

static size_t leaf_start(const struct outline *outline, size_t index)
{
	return index - (size_t)outline->lines.items[index].order;
}

/* The first line of a paragraph's title: behind the stamp before this one, if there is any. */
static size_t first_line(const struct outline *outline, size_t index)
{
	size_t at = index, start = leaf_start(outline, index);

	while (at > start && outline->items[at - 1].shape.form == SHAPE_NONE)
		at--;
	return at;
}

size_t rules_title_line(const struct outline *outline, size_t index, enum rule_title title)
{
	switch (title) {
	case TITLE_NEXT_LINE:
	case TITLE_BELOW:
		return behind(outline, index);
	case TITLE_FIRST_LINE:
		return first_line(outline, index);
	case TITLE_ABOVE:
		return index - 1;
	default:
		return index;
	}
}

static unsigned facts_of_shape(const struct outline_line *at)
{
	static const unsigned forms[] = {[SHAPE_BARE] = BARE,
					 [SHAPE_LEAD] = LEAD,
					 [SHAPE_TAIL] = TAIL,
					 [SHAPE_MIDDLE] = MIDDLE,
					 [SHAPE_WITHIN] = 0};
	const struct stamp *stamp = &at->shape.stamp;
	unsigned facts = forms[at->shape.form];
	enum stamp_gap gap = at->shape.form == SHAPE_LEAD ? stamp->after : stamp->before;

	facts |= stamp->dated && at->day != CIVIL_NONE ? DATED : 0;
	facts |= stamp->timed ? TIMED : 0;
	facts |= stamp->timed && stamp->to >= 0 ? SPAN : 0;
	facts |= at->shape.firm ? FIRM : 0;
	facts |= gap >= GAP_COMMA ? COMMA : 0;
	facts |= at->shape.words & SAYS_PROGRAMME ? PROGRAMME : 0;
	facts |= at->shape.words & SAYS_DAYPART ? DAYPART : 0;
	facts |= at->shape.words & BEGINS_DAYPART ? DAYPART_FIRST : 0;
	facts |= at->section == SECTION_PROGRAMME ? IN_PROGRAMME : 0;
	facts |= at->timed_below > 0 ? TIMED_BELOW : 0;
	facts |= at->timed_below > 1 ? SEVERAL_BELOW : 0;
	return facts;
}

static bool is_in_event(const struct outline *outline, civil_day day)
{
	const struct almanac *almanac = &outline->almanac;

	if (day == CIVIL_NONE)
		return false;
	if (almanac->last == CIVIL_NONE && almanac->first != CIVIL_NONE)
		return day >= almanac->first && !almanac_far(almanac, day);
	return almanac_holds(almanac, day);
}

/* Which weekdays a place is open is no date: "Du lundi au vendredi". */
static bool is_weekly(const struct outline_line *at)
{
	const struct stamp *stamp = &at->shape.stamp;

	return stamp->dated && at->day == CIVIL_NONE && !stamp->first.month;
}

static bool is_deadline(const struct outline_line *at)
{
	if (!at->shape.form)
		return false;
	if (at->shape.stamp.bounded)
		return true;
	return at->shape.words & SAYS_DEADLINE &&
	       (at->shape.stamp.dated || at->shape.form != SHAPE_LEAD);
}

static bool is_like(const struct outline *outline, size_t index, size_t other)
{
	const struct outline_line *line = line_at(outline, index), *at = line_at(outline, other);

	return at->shape.form == line->shape.form &&
	       at->shape.stamp.timed == line->shape.stamp.timed && !at->shape.stamp.bounded &&
	       at->shape.stamp.before == line->shape.stamp.before &&
	       outline->lines.items[other].place != LINE_ROW;
}

/* Lines of the same rank that stand near enough to be of the same list. */
static unsigned facts_of_neighbours(const struct outline *outline, size_t index)
{
	enum { NEAR = 4 };
	size_t first = index > NEAR ? index - NEAR : 0;
	unsigned facts = 0;

	for (size_t i = first; i <= index + NEAR && i < outline->lines.count; i++) {
		if (i == index || outline->lines.items[i].rank != outline->lines.items[index].rank)
			continue;
		facts |= is_like(outline, index, i) ? LIKE_NEIGHBOUR : 0;
		facts |= is_deadline(&outline->items[i]) ? NEAR_DEADLINE : 0;
	}
	return facts;
}

static unsigned facts_of_place(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];
	const struct outline_line *at = &outline->items[index];
	unsigned facts = 0;

	facts |= outline_is_headline(outline, index) ? HEADLINE : 0;
	facts |= line->place == LINE_ITEM ? ITEM : 0;
	facts |= line->place == LINE_HEADING ? REAL_HEADING : 0;
	facts |= !is_sentence(line) ? SHORT : 0;
	facts |= is_in_event(outline, at->day) ? IN_EVENT : 0;
	facts |=
	    at->shape.form == SHAPE_BARE &&
		    shape_has_letters(line->text, at->shape.after_start, at->shape.after_end) &&
		    line->text[at->shape.after_start] == '['
		? TAGGED
		: 0;
	return facts | facts_of_neighbours(outline, index);
}

/* What follows in the same paragraph, or stands before in it. */
static unsigned facts_of_leaf(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];
	size_t start = leaf_start(outline, index), next = behind(outline, index);
	bool began = start == index || !rules_is_title(outline, start);
	unsigned facts = 0;

	if (began && line_at(outline, next) && outline->lines.items[next].block == line->block &&
	    rules_is_title(outline, next))
		facts |= TEXT_NEXT;
	if (!began && first_line(outline, index) < index)
		facts |= TEXT_ABOVE;
	return facts;
}

static unsigned facts_of_next_block(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index], *next;
	size_t at = behind(outline, index);

	if (!line_at(outline, at))
		return 0;
	next = &outline->lines.items[at];
	if (next->block == line->block || next->order > 0 || !rules_is_title(outline, at))
		return 0;
	if (next->place == LINE_ITEM)
		return next->rank > line->rank ? LIST_BELOW : 0;
	if (next->place == LINE_HEADING)
		return line->rank >= RANK_STRONG || next->rank > line->rank ? HEADING_BELOW : 0;
	if (next->item != line->item || is_button(next))
		return 0;
	return is_sentence(next) || outline->items[at].shape.words & ENDS_IN_COLON
		   ? PARAGRAPH_BELOW
		   : PARAGRAPH_BELOW | SHORT_BELOW;
}

/* A heading right above that stands over this time alone. */
static unsigned facts_of_heading(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index], *above;

	if (!index || line->order > 0)
		return 0;
	above = line - 1;
	if (above->place > LINE_STRONG || above->rank >= line->rank ||
	    outline->items[index - 1].shape.form || !rules_is_title(outline, index - 1) ||
	    outline->items[index - 1].shape.words & SAYS_ROOM)
		return 0;
	return outline->items[index - 1].bare_below == 1 ? HEADING_ABOVE : 0;
}

/* Whether a list without times follows, with at most a paragraph before it. */
static bool is_list_near(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];
	size_t at = behind(outline, index);
	uint32_t paragraph = line->block;

	for (; line_at(outline, at); at++) {
		const struct line *next = &outline->lines.items[at];

		if (next->place == LINE_ITEM)
			return next->rank > line->rank && rules_is_title(outline, at);
		if (next->place == LINE_HEADING || next->place == LINE_ROW ||
		    outline->items[at].shape.form ||
		    (next->block != paragraph && paragraph != line->block))
			return false;
		paragraph = next->block;
	}
	return false;
}

static unsigned facts_of(const struct outline *outline, size_t index)
{
	const struct outline_line *at = &outline->items[index];
	unsigned facts = facts_of_shape(at) | facts_of_place(outline, index);

	if (at->shape.form == SHAPE_BARE)
		facts |= facts_of_leaf(outline, index) | facts_of_heading(outline, index);
	facts |= (facts & DATED) && is_list_near(outline, index) ? LIST_NEAR : 0;
	return facts | facts_of_next_block(outline, index);
}

const char *rules_refusal(const struct outline *outline, size_t index)
{
	const struct outline_line *at = &outline->items[index];

	if (!at->shape.form)
		return at->shape.stamp_count ? N_("it stands in a sentence") : NULL;
	if (at->merged)
		return NULL;
	if (is_deadline(at))
		return N_("it says until when, or since when");
	if (at->shape.words & SAYS_LABEL)
		return N_("it is practical information");
	if (is_weekly(at))
		return N_("it names no day of the event");
	if (at->section == SECTION_PRACTICAL && !(at->shape.words & SAYS_PROGRAMME))
		return N_("it stands under practical information");
	if (at->section == SECTION_PAST)
		return N_("it stands under what was earlier");
	if (at->day != CIVIL_NONE && almanac_far(&outline->almanac, at->day))
		return N_("its date is far from the event's");
	return NULL;
}

const struct rule *rules_apply(const struct outline *outline, size_t index)
{
	const struct outline_line *at = &outline->items[index];
	unsigned facts;

	if (!at->shape.form || at->merged || rules_refusal(outline, index))
		return NULL;
	facts = facts_of(outline, index);
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if ((facts & rules[i].needs) == rules[i].needs && !(facts & rules[i].without))
			return &rules[i];
	return NULL;
}
