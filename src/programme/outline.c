#include "config.h"

#include "programme/outline.h"

#include "base/bisect.h"
#include "programme/item.h"
#include "programme/timetable.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

bool outline_is_headline(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index];

	return line->place <= LINE_STRONG ||
	       (line->place == LINE_PARAGRAPH && outline->items[index].shape.words & ENDS_IN_COLON);
}

static bool is_stamped(const struct outline_line *line)
{
	return line->shape.form && !line->shape.stamp.bounded && !line->merged;
}

static bool is_dated(const struct outline_line *line)
{
	return is_stamped(line) && line->shape.stamp.dated && line->day != CIVIL_NONE;
}

/* Lines that can be items of a day named above them. */
static bool is_timed_alone(const struct outline_line *line)
{
	const struct shape *shape = &line->shape;

	return is_stamped(line) && shape->stamp.timed && !shape->stamp.dated &&
	       line->section != SECTION_PRACTICAL && line->section != SECTION_PAST &&
	       !(shape->words & SAYS_LABEL) && (shape->firm || shape->form <= SHAPE_LEAD);
}

static void resolve_dates(struct outline *outline)
{
	for (size_t i = 0; i < outline->lines.count; i++) {
		struct outline_line *line = &outline->items[i];

		line->day = line->last = CIVIL_NONE;
		if (!line->shape.form || !line->shape.stamp.dated)
			continue;
		line->day =
		    almanac_day(&outline->almanac, &line->shape.stamp.first, &line->disagree);
		line->last = almanac_day(&outline->almanac, &line->shape.stamp.last, NULL);
	}
}

/* "Mardi 12 mars" and, on the next line of its paragraph, "14h – 15h" are one stamp. */
static void merge_stamps(struct outline *outline)
{
	for (size_t i = 0; i + 1 < outline->lines.count; i++) {
		struct outline_line *line = &outline->items[i], *next = line + 1;
		struct stamp *stamp = &line->shape.stamp;

		if (outline->lines.items[i + 1].block != outline->lines.items[i].block ||
		    line->shape.form != SHAPE_BARE || next->shape.form != SHAPE_BARE ||
		    stamp->timed || !next->shape.stamp.timed || next->shape.stamp.dated)
			continue;
		stamp->timed = true;
		stamp->from = next->shape.stamp.from;
		stamp->to = next->shape.stamp.to;
		stamp->bounded |= next->shape.stamp.bounded;
		next->merged = true;
	}
}

/* Whether the line below may be the title of this one. */
static bool stands_over_text(const struct outline *outline, size_t index)
{
	const struct line *line = &outline->lines.items[index], *next = line + 1;

	return index + 1 < outline->lines.count && !outline->items[index + 1].shape.form &&
	       next->place != LINE_ROW && !(next->place == LINE_ITEM && next->rank <= line->rank) &&
	       (next->item == line->item || line->item == DOCUMENT_NO_PARENT);
}

/* Whether the line above may be: a heading, or the bold or first one of the same paragraph. */
static bool stands_under_title(const struct outline *outline, size_t index)
{
	const unsigned others = SAYS_PROGRAMME | SAYS_PRACTICAL | SAYS_PAST | SAYS_DAYPART |
				SAYS_LABEL | SAYS_ROOM | ENDS_IN_COLON;
	const struct line *line = &outline->lines.items[index], *above = line - 1;

	if (!index || outline->items[index - 1].shape.form ||
	    outline->items[index - 1].shape.words & others)
		return false;
	if (line->order)
		return above->place <= LINE_STRONG || above->place == LINE_ITEM;
	return above->place <= LINE_STRONG && above->rank < line->rank;
}

/* "9h30 – 10h30 | Amphi Curie" beside a title says where, not what. */
static void lift_rooms(struct outline *outline)
{
	for (size_t i = 0; i < outline->lines.count; i++) {
		struct shape *shape = &outline->items[i].shape;
		const struct line *line = &outline->lines.items[i];
		char *room;

		if (shape->form != SHAPE_LEAD || !(shape->words & SAYS_ROOM) ||
		    !(stands_over_text(outline, i) || stands_under_title(outline, i)))
			continue;
		room = item_room(line->text + shape->after_start,
				 shape->after_end - shape->after_start, outline->rooms);
		if (room && !strchr(room, ':'))
			shape->form = SHAPE_BARE;
		free(room);
	}
}

/* Sections: a stack of the headings that a line stands under. */

struct open_section {
	int rank;
	enum outline_section section;
};

typedef ARRAY(struct open_section) section_stack;

/* "9h : Accueil" */
static bool is_timed_title(const struct shape *shape)
{
	return shape->form == SHAPE_LEAD && shape->firm && shape->stamp.timed &&
	       !shape->stamp.bounded &&
	       !(shape->words & (SAYS_LABEL | SAYS_DAYPART | SAYS_PRACTICAL | SAYS_DEADLINE));
}

/* Whether what "Les dates" stands over is a programme: two timed titles under a day, or three. */
static bool heads_programme(const struct outline *outline, size_t index)
{
	enum { FAR = 60, UNDER_A_DAY = 2, WITHOUT = 3 };
	const struct line *lines = outline->lines.items;
	size_t titles = 0;
	bool dated = false;

	if (!(outline->items[index].shape.words & SAYS_WHEN))
		return false;
	for (size_t i = index + 1; i < outline->lines.count && i - index < FAR; i++) {
		const struct shape *shape = &outline->items[i].shape;

		if (lines[i].place <= LINE_STRONG && lines[i].rank <= lines[index].rank)
			break;
		dated |= shape->form && shape->stamp.dated;
		titles += is_timed_title(shape);
	}
	return titles >= (dated ? UNDER_A_DAY : WITHOUT);
}

static enum outline_section section_of(const struct outline *outline, size_t index)
{
	unsigned words = outline->items[index].shape.words;

	if (words & SAYS_PROGRAMME || heads_programme(outline, index))
		return SECTION_PROGRAMME;
	if (words & SAYS_PAST)
		return SECTION_PAST;
	return words & (SAYS_PRACTICAL | SAYS_LABEL) ? SECTION_PRACTICAL : SECTION_PLAIN;
}

static bool opens_section(const struct outline *outline, size_t index)
{
	const struct shape *shape = &outline->items[index].shape;

	if (shape->form == SHAPE_LEAD)
		return false;
	return outline_is_headline(outline, index) ||
	       (shape->words & ENDS_IN_COLON && outline->lines.items[index].place == LINE_ITEM &&
		!shape->form);
}

/* Which sections end where a line stands: bold ones at a heading, those in the text at the text. */
static bool ends_section(const struct outline *outline, size_t index, int rank)
{
	const struct line *line = &outline->lines.items[index];

	if (line->rank > rank)
		return false;
	return line->place <= LINE_STRONG ||
	       (rank >= RANK_PARAGRAPH && line->order == 0 && !outline->items[index].shape.form);
}

static void find_sections(struct outline *outline)
{
	section_stack stack = {0};

	for (size_t i = 0; i < outline->lines.count; i++) {
		struct outline_line *line = &outline->items[i];

		while (stack.count && ends_section(outline, i, stack.items[stack.count - 1].rank))
			stack.count--;
		if (opens_section(outline, i)) {
			struct open_section section = {outline->lines.items[i].rank,
						       section_of(outline, i)};

			if (section.section == SECTION_PLAIN && stack.count)
				section.section = stack.items[stack.count - 1].section;
			line->section = section.section;
			array_push(&stack, section);
		} else if (stack.count) {
			line->section = stack.items[stack.count - 1].section;
		}
	}
	array_free(&stack);
}

/* Where scopes end: for each line the next one of a kind that stands at least as high. */

typedef bool stop_function(const struct outline *outline, size_t index);
typedef int rank_function(const struct line *line);

/* Dates in paragraphs end each other's scopes, bold or not. */
static int scope_rank(const struct line *line)
{
	return line->rank > RANK_STRONG && line->rank < RANK_ITEM ? RANK_STRONG : line->rank;
}

static int section_rank(const struct line *line)
{
	return line->rank;
}

static bool stops_scope(const struct outline *outline, size_t index)
{
	const struct outline_line *line = &outline->items[index];

	if (is_dated(line))
		return true;
	return outline->lines.items[index].place == LINE_HEADING &&
	       !(line->shape.form && line->shape.stamp.timed) &&
	       !(line->shape.words & (SAYS_DAYPART | SAYS_ROOM));
}

static bool stops_section(const struct outline *outline, size_t index)
{
	return outline->lines.items[index].place <= LINE_STRONG;
}

/* Ranks on the stack rise towards its top, which is the nearest line. */
static uint32_t next_stop(const struct outline *outline, const uint32_t *stack, size_t count,
			  rank_function *rank_of, int rank)
{
	size_t under = bisect(i, count, rank_of(&outline->lines.items[stack[i]]) <= rank);

	return under ? stack[under - 1] : (uint32_t)outline->lines.count;
}

static void find_ends(struct outline *outline, stop_function *stops, rank_function *rank_of,
		      size_t field)
{
	const struct line *lines = outline->lines.items;
	ARRAY(uint32_t) stack = {0};

	for (size_t i = outline->lines.count; i-- > 0;) {
		int rank = rank_of(&lines[i]);
		uint32_t end = next_stop(outline, stack.items, stack.count, rank_of, rank);

		memcpy((char *)&outline->items[i] + field, &end, sizeof end);
		if (!stops(outline, i))
			continue;
		while (stack.count && rank_of(&lines[stack.items[stack.count - 1]]) >= rank)
			stack.count--;
		array_push(&stack, (uint32_t)i);
	}
	array_free(&stack);
}

/* Counts of lines before each line make counts between two of them. */
static void count_below(struct outline *outline)
{
	size_t count = outline->lines.count;
	uint32_t *timed = memory_alloc(count + 1, sizeof *timed);
	uint32_t *bare = memory_alloc(count + 1, sizeof *bare);

	for (size_t i = 0; i < count; i++) {
		const struct outline_line *line = &outline->items[i];

		timed[i + 1] = timed[i] + is_timed_alone(line);
		bare[i + 1] = bare[i] + (is_stamped(line) && line->shape.form == SHAPE_BARE &&
					 line->shape.stamp.timed);
	}
	for (size_t i = 0; i < count; i++) {
		struct outline_line *line = &outline->items[i];

		line->timed_below = timed[line->scope_end] - timed[i + 1];
		line->bare_below = bare[line->section_end] - bare[i + 1];
	}
	free(timed);
	free(bare);
}

static void find_days(struct outline *outline)
{
	uint32_t end = 0;

	for (size_t i = 0; i < outline->lines.count; i++) {
		struct outline_line *line = &outline->items[i];

		line->under_day = i < end;
		if (is_dated(line) && line->scope_end > end &&
		    (line->shape.form == SHAPE_BARE || outline_is_headline(outline, i)))
			end = line->scope_end;
	}
}

static void cut_short(struct outline *outline)
{
	size_t count = 0, bytes = 0;

	while (count < outline->lines.count && count < OUTLINE_MOST_LINES &&
	       bytes + outline->lines.items[count].length <= OUTLINE_MOST_BYTES)
		bytes += outline->lines.items[count++].length;
	outline->cut = count < outline->lines.count;
	outline->lines.count = count;
}

void outline_make(struct outline *outline, const struct document *document, struct almanac almanac,
		  const struct rooms *rooms, struct report *report)
{
	struct stamps scratch = {0};
	struct buffer folded = {0};

	*outline = (struct outline){.document = document, .rooms = rooms, .almanac = almanac};
	line_cut(&outline->lines, document);
	cut_short(outline);
	outline->items = memory_alloc(outline->lines.count, sizeof *outline->items);
	for (size_t i = 0; i < outline->lines.count && report_step(report, 0, 0); i++) {
		const struct line *line = &outline->lines.items[i];

		outline->items[i].shape = line->place == LINE_ROW
					      ? timetable_shape(line, &scratch)
					      : shape_of(line, rooms, &scratch, &folded);
	}
	stamp_free(&scratch);
	buffer_free(&folded);
	lift_rooms(outline);
	merge_stamps(outline);
	resolve_dates(outline);
	find_sections(outline);
	find_ends(outline, stops_scope, scope_rank, offsetof(struct outline_line, scope_end));
	find_ends(outline, stops_section, section_rank, offsetof(struct outline_line, section_end));
	count_below(outline);
	find_days(outline);
}

void outline_free(struct outline *outline)
{
	free(outline->items);
	outline->items = NULL;
	line_free(&outline->lines);
}
