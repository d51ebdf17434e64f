#include "config.h"

#include "programme/facts.h"

#include "programme/words.h"

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
	unsigned never = SAYS_DAYPART | SAYS_LABEL | SAYS_PLACE | SAYS_PEOPLE;

	if (outline->lines.items[index].place == LINE_PARAGRAPH)
		never |= NAMES_PART;
	if (outline->lines.items[index].place <= LINE_STRONG)
		return never | SAYS_PROGRAMME | SAYS_PRACTICAL | SAYS_PAST;
	return outline->items[index].shape.words & ENDS_IN_COLON ? never | SAYS_PROGRAMME : never;
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

bool facts_is_title(const struct outline *outline, size_t index)
{
	const struct outline_line *at = line_at(outline, index);
	const struct line *line = &outline->lines.items[index];

	if (!at || at->merged || line->place == LINE_ROW)
		return false;
	if (at->shape.form != SHAPE_NONE && (at->shape.stamp.timed || at->shape.firm))
		return false;
	if (at->shape.words & SAYS_INSCRIBE && is_button(line))
		return false;
	return !(at->shape.words & no_title(outline, index)) &&
	       shape_has_letters(line->text, 0, line->length);
}

bool facts_is_detail(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];
	struct buffer folded = {0};
	bool detail;

	words_fold(&folded, line->text, line->length);
	detail = words_begin_loosely(WORDS_DETAILS, buffer_text(&folded)) ||
		 words_begin_loosely(WORDS_SPEAKERS, buffer_text(&folded));
	buffer_free(&folded);
	return detail;
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

size_t facts_title_line(const struct outline *outline, size_t index, enum rule_title title)
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

/* What the words of a line say of it. */
static const struct {
	unsigned words; /* enum shape_words */
	facts fact;
} word_facts[] = {
    {SAYS_PROGRAMME, PROGRAMME}, {SAYS_DAYPART, DAYPART}, {BEGINS_DAYPART, DAYPART_FIRST}};

static facts facts_of_shape(const struct outline_line *at)
{
	static const facts forms[] = {[SHAPE_BARE] = BARE,
				      [SHAPE_LEAD] = LEAD,
				      [SHAPE_TAIL] = TAIL,
				      [SHAPE_MIDDLE] = MIDDLE,
				      [SHAPE_WITHIN] = WITHIN};
	const struct stamp *stamp = &at->shape.stamp;
	enum stamp_gap gap = at->shape.form == SHAPE_LEAD ? stamp->after : stamp->before;
	facts all = forms[at->shape.form];

	all |= stamp->dated && at->day != CIVIL_NONE ? DATED : 0;
	all |= stamp->dated && at->last > at->day ? DAYS : 0;
	all |= stamp->timed ? TIMED : 0;
	all |= stamp->timed && stamp->to >= 0 ? SPAN : 0;
	all |= at->shape.firm ? FIRM : 0;
	all |= gap >= GAP_COMMA ? COMMA : 0;
	for (size_t i = 0; i < sizeof word_facts / sizeof *word_facts; i++)
		all |= at->shape.words & word_facts[i].words ? word_facts[i].fact : 0;
	return all;
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

bool facts_is_deadline(const struct outline_line *at)
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

static bool stand_alike(const struct line *one, const struct line *other)
{
	return one->rank == other->rank || one->block == other->block;
}

/* Whether a line of the same rank or paragraph is written alike, a few paragraphs and lists away at
 * most. */
static bool has_likeness(const struct outline *outline, size_t index)
{
	enum { FAR = 30 };
	const struct line *lines = outline->lines.items;

	for (size_t i = index; i-- > 0 && index - i < FAR;)
		if (stand_alike(&lines[i], &lines[index]) && is_like(outline, index, i))
			return true;
	for (size_t i = index + 1; i < outline->lines.count && i - index < FAR; i++)
		if (stand_alike(&lines[i], &lines[index]) && is_like(outline, index, i))
			return true;
	return false;
}

static bool is_near_deadline(const struct outline *outline, size_t index)
{
	enum { NEAR = 4 };
	size_t first = index > NEAR ? index - NEAR : 0;

	for (size_t i = first; i <= index + NEAR && i < outline->lines.count; i++)
		if (i != index &&
		    outline->lines.items[i].rank == outline->lines.items[index].rank &&
		    facts_is_deadline(&outline->items[i]))
			return true;
	return false;
}

/* "Matinée (9h – 12h)" over text and then "Après-midi (14h – 17h)": no time is under the first. */
static bool is_part_alone(const struct outline *outline, size_t index)
{
	enum { FAR = 30 };
	const struct line *lines = outline->lines.items;

	if (!(outline->items[index].shape.words & BEGINS_DAYPART))
		return false;
	for (size_t i = index + 1; i < outline->lines.count && i - index < FAR; i++) {
		const struct shape *shape = &outline->items[i].shape;

		if (shape->words & BEGINS_DAYPART && lines[i].rank <= lines[index].rank)
			return true;
		if (shape->form && shape->stamp.timed)
			return false;
	}
	return false;
}

static facts facts_of_page(const struct outline *outline, size_t index)
{
	const struct outline_line *at = &outline->items[index];
	facts all = 0;

	all |= is_in_event(outline, at->day) ? IN_EVENT : 0;
	all |= at->section == SECTION_PROGRAMME ? IN_PROGRAMME : 0;
	all |= at->timed_below > 0 && !is_part_alone(outline, index) ? TIMED_BELOW : 0;
	all |= at->timed_below > 1 ? SEVERAL_BELOW : 0;
	all |= has_likeness(outline, index) ? LIKE_NEIGHBOUR : 0;
	all |= is_near_deadline(outline, index) ? NEAR_DEADLINE : 0;
	if (at->under_day && almanac_only_day(&outline->almanac) == CIVIL_NONE)
		all |= AMONG;
	return all;
}

static bool is_tagged(const struct line *line, const struct shape *shape)
{
	return shape->form == SHAPE_BARE && line->text[shape->after_start] == '[' &&
	       shape_has_letters(line->text, shape->after_start, shape->after_end);
}

static facts facts_of_place(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];
	const struct outline_line *at = &outline->items[index];
	facts all = 0;

	all |= line->place == LINE_HEADING ? HEADING : 0;
	all |= line->place <= LINE_STRONG ? HEADLINE : 0;
	all |= line->place == LINE_ITEM ? ITEM : 0;
	all |= line->place == LINE_PARAGRAPH && at->shape.words & ENDS_IN_COLON ? COLON : 0;
	all |= !is_sentence(line) ? SHORT : 0;
	all |= is_tagged(line, &at->shape) ? TAGGED : 0;
	return all;
}

/* "**17h**" right below a list item is no time of that item, "**Lundi 3 mai, 17h**" is. */
static bool stands_for_itself(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];
	const struct stamp *stamp = &outline->items[index].shape.stamp;

	return !line->order || (line->item != DOCUMENT_NO_PARENT && line->place == LINE_STRONG &&
				!(stamp->dated && stamp->timed));
}

/* What follows in the same paragraph, or stands before in it. */
static facts facts_of_leaf(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];
	size_t start = leaf_start(outline, index), next = behind(outline, index);
	bool began = stands_for_itself(outline, index) || !facts_is_title(outline, start);
	facts all = 0;

	if (began && line_at(outline, next) && outline->lines.items[next].block == line->block &&
	    facts_is_title(outline, next))
		all |= TEXT_NEXT;
	if (!began && first_line(outline, index) < index)
		all |= TEXT_ABOVE;
	return all;
}

static facts facts_of_next_block(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index], *next;
	size_t at = behind(outline, index);

	if (!line_at(outline, at))
		return 0;
	next = &outline->lines.items[at];
	if (next->block == line->block || next->order > 0 || !facts_is_title(outline, at))
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
static facts facts_of_heading(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index], *above;

	if (!index || line->order > 0)
		return 0;
	above = line - 1;
	if (above->place > LINE_STRONG || above->rank >= line->rank ||
	    outline->items[index - 1].shape.form || !facts_is_title(outline, index - 1) ||
	    outline->items[index - 1].shape.words & SAYS_ROOM)
		return 0;
	return outline->items[index - 1].bare_below == 1 ? HEADING_ABOVE : 0;
}

/*
 * In a run of headings and times, the first one tells whether times stand under their titles or
 * above them: "Accueil / 9h / Débat / 10h", "9h / Accueil / 10h / Débat".
 */
static facts facts_of_run(const struct outline *outline, size_t index)
{
	enum { FAR = 200 };

	for (size_t at = index; index - at < FAR; at -= 2) {
		const struct shape *before;

		if (!facts_of_heading(outline, at))
			return 0;
		if (at < 2)
			return OWN_HEADING;
		before = &outline->items[at - 2].shape;
		if (before->form != SHAPE_BARE || !before->stamp.timed)
			return OWN_HEADING;
	}
	return 0;
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
			return next->rank > line->rank && facts_is_title(outline, at);
		if (next->place == LINE_HEADING || next->place == LINE_ROW ||
		    outline->items[at].shape.form ||
		    (next->block != paragraph && paragraph != line->block))
			return false;
		paragraph = next->block;
	}
	return false;
}

facts facts_of(const struct outline *outline, size_t index)
{
	facts all = facts_of_shape(&outline->items[index]);

	all |= facts_of_place(outline, index) | facts_of_page(outline, index);
	if (all & (DATED | HEADING | ITEM | IN_PROGRAMME | LIKE_NEIGHBOUR))
		all |= AMONG;
	if (all & BARE)
		all |= facts_of_leaf(outline, index) | facts_of_heading(outline, index) |
		       facts_of_run(outline, index);
	if (all & DATED && is_list_near(outline, index))
		all |= LIST_NEAR;
	return all | facts_of_next_block(outline, index);
}
