#include "config.h"

#include "programme/topics.h"

#include "programme/format.h"
#include "programme/outline.h"
#include "programme/words.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_THEMES = 200, LONGEST_NAME = 120 };

struct topics {
	const struct outline *outline;
	struct builder *builder;
	const struct programme_context *context;
	struct report *report;
	size_t themes;
};

static const struct line *line_at(const struct topics *topics, size_t index)
{
	return &topics->outline->lines.items[index];
}

/* Whether a line announces themes: a heading, a bold line, a sentence that ends in a colon. */
static bool announces(const struct topics *topics, size_t index)
{
	const struct shape *shape = &topics->outline->items[index].shape;

	return shape->words & SAYS_THEMES && !shape->form &&
	       (line_at(topics, index)->place <= LINE_STRONG || shape->words & ENDS_IN_COLON);
}

/* Themes */

/* What parts the name of a theme from what is said about it. */
static const char *const separators[] = {
    " pour lequel", " pour laquelle", " pour lesquels", " – ", " — ", " - ", " : ", " :", ": "};

/* "Communs (logiciels, données)": brackets at the end are no part of a name. */
static size_t before_brackets(const char *text, size_t end)
{
	size_t open = end;

	if (!end || text[end - 1] != ')')
		return end;
	while (open > 0 && text[open - 1] != '(')
		open--;
	return open > 2 ? open - 1 : end;
}

/* The end of a theme's name in its line. */
static size_t name_end(const struct line *line)
{
	size_t end = line->length, strong = 0;

	while (strong < line->length && line_style_at(line, strong) & SPAN_STRONG)
		strong++;
	if (strong > 2 && strong < line->length)
		end = strong;
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		const char *found = strstr(line->text, separators[i]);

		if (found && (size_t)(found - line->text) < end && found > line->text)
			end = (size_t)(found - line->text);
	}
	return before_brackets(line->text, end);
}

/* Without the marks at its start, and these at its end. */
static char *without_marks(const char *text, size_t length, const char *ends)
{
	size_t start = stamp_skip_marks(text, length);

	while (length > start && strchr(ends, text[length - 1]))
		length--;
	if (start < length && text[start] == '(' && text[length - 1] == ')') {
		start++;
		length--;
	}
	return memory_strndup(text + start, length - start);
}

/* The name as the agenda has it, without the spaces that may stand at its ends. */
static void note_theme(const struct topics *topics, const struct line *line, const char *name)
{
	size_t length = utf8_trim(&name, strlen(name));

	report_note(topics->report, ((struct place){topics->context->file, line->number, 0}),
		    _("theme found: %.*s"), (int)length, name);
}

static bool add_theme(struct topics *topics, const struct line *line, const char *more)
{
	size_t end = name_end(line);
	char *name = without_marks(line->text, end, " .,;:\n");
	char *rest = without_marks(line->text + end, line->length - end, " ,;:\n");
	bool added = strlen(name) > 1 && strlen(name) <= LONGEST_NAME &&
		     topics->themes < MOST_THEMES && shape_has_letters(name, 0, strlen(name));

	if (added) {
		builder_theme(topics->builder, name, *rest ? rest : more, NULL, line->number);
		note_theme(topics, line, name);
		topics->themes++;
	}
	free(name);
	free(rest);
	return added;
}

/* The items of the list that begins at a line; returns the line behind it. */
static size_t add_list(struct topics *topics, size_t index)
{
	int rank = line_at(topics, index)->rank;

	for (; index < topics->outline->lines.count; index++) {
		const struct line *line = line_at(topics, index);

		if (line->rank < rank)
			break;
		if (line->place == LINE_ITEM && line->rank == rank &&
		    !topics->outline->items[index].shape.form)
			add_theme(topics, line, NULL);
	}
	return index;
}

/* What is said below a bold line or a heading: the next line, where it is plain text. */
static const char *text_below(const struct topics *topics, size_t index)
{
	const struct line *next =
	    index + 1 < topics->outline->lines.count ? line_at(topics, index + 1) : NULL;

	return next && next->place == LINE_PARAGRAPH ? next->text : NULL;
}

/* Bold lines, or lesser headings, in the section of a heading. */
static size_t add_section(struct topics *topics, size_t heading)
{
	size_t end = topics->outline->items[heading].section_end, index = heading + 1;
	int rank = 0;

	for (; index < end; index++) {
		const struct line *line = line_at(topics, index);

		if (line->place > LINE_STRONG || topics->outline->items[index].shape.form ||
		    topics->outline->items[index].shape.words & SAYS_PROGRAMME)
			continue;
		if (!rank)
			rank = line->rank;
		if (line->rank == rank && text_below(topics, index))
			add_theme(topics, line, text_below(topics, index));
	}
	return end;
}

/* The list below an announcement, at most a paragraph away; 0 for none. */
static size_t find_list(const struct topics *topics, size_t index)
{
	enum { NEAR = 2 };
	size_t end = topics->outline->lines.count;

	for (size_t at = index + 1; at < end && at <= index + NEAR; at++) {
		if (line_at(topics, at)->place == LINE_ITEM)
			return line_at(topics, at)->rank > line_at(topics, index)->rank ? at : 0;
		if (line_at(topics, at)->place != LINE_PARAGRAPH)
			return 0;
	}
	return 0;
}

static size_t find_themes(struct topics *topics, size_t index)
{
	size_t list = find_list(topics, index);

	if (list)
		return add_list(topics, list);
	return line_at(topics, index)->place == LINE_HEADING ? add_section(topics, index)
							     : index + 1;
}

/* Formats */

/* The start of the clause that ends at a byte: behind the last mark that parts clauses. */
static size_t clause_start(const char *text, size_t end)
{
	enum { LONGEST_CLAUSE = 80 };
	size_t start = end;

	while (start > 0 && end - start < LONGEST_CLAUSE &&
	       !strchr(",;.:()[]!?\n|", text[start - 1]))
		start--;
	while (start < end && ((unsigned char)text[start] & 0xC0) == 0x80)
		start++;
	return start;
}

/* The last format named in a clause, with at most two words behind it. */
static char *format_before(const char *text, size_t start, size_t end)
{
	int words = 0;

	for (size_t at = end; at > start; at--) {
		char *name;
		size_t taken;

		if (at > start + 1 && !strchr(" '", text[at - 2]) && text[at - 1] != ' ')
			continue;
		if (text[at - 1] == ' ')
			continue;
		name = format_name(text + at - 1, end - at + 1, &taken);
		if (name)
			return name;
		if (++words > 3)
			return NULL;
	}
	return NULL;
}

static int compare_lengths(const void *left, const void *right)
{
	return *(const int *)left - *(const int *)right;
}

/* Lengths in one pair of brackets, or joined by a word, are those of one format. */
static bool goes_together(const char *text, const struct temporal *left,
			  const struct temporal *right)
{
	size_t gap = right->start - left->end;

	return right->kind == TEMPORAL_LENGTH && gap <= strlen(" ou ") &&
	       !memchr(text + left->end, ')', gap);
}

static void add_format(struct topics *topics, const struct line *line, char *name, int *lengths,
		       size_t count)
{
	qsort(lengths, count, sizeof *lengths, compare_lengths);
	builder_format(topics->builder, name, lengths, count);
	report_note(topics->report, ((struct place){topics->context->file, line->number, 0}),
		    _("format found with its usual length: %s"), name);
}

static size_t add_length(int *lengths, size_t count, int minutes)
{
	for (size_t i = 0; i < count; i++)
		if (lengths[i] == minutes)
			return count;
	lengths[count] = minutes;
	return count + 1;
}

static size_t find_format(struct topics *topics, const struct line *line,
			  const struct temporals *found, size_t index)
{
	enum { MOST_LENGTHS = 8 };
	const struct temporal *first = &found->items[index];
	int lengths[2 * MOST_LENGTHS];
	size_t count = 0, start = first->start, next = index;
	char *name;

	do {
		count = add_length(lengths, count, found->items[next].from);
		count = add_length(lengths, count, found->items[next].to);
		next++;
	} while (next < found->count && next - index < MOST_LENGTHS &&
		 goes_together(line->text, &found->items[next - 1], &found->items[next]));
	while (start > 0 && strchr(" (:", line->text[start - 1]))
		start--;
	name = format_before(line->text, clause_start(line->text, start), start);
	if (name)
		add_format(topics, line, name, lengths, count);
	free(name);
	return next;
}

static void find_formats(struct topics *topics, size_t index, struct temporals *found)
{
	const struct line *line = line_at(topics, index);

	if (!topics->outline->items[index].shape.lengths)
		return;
	temporal_scan(found, line->text, line->length);
	for (size_t i = 0; i < found->count;) {
		if (found->items[i].kind == TEMPORAL_LENGTH)
			i = find_format(topics, line, found, i);
		else
			i++;
	}
}

size_t topics_find(const struct outline *outline, struct builder *builder,
		   const struct programme_context *context, struct report *report)
{
	struct topics topics = {
	    .outline = outline, .builder = builder, .context = context, .report = report};
	struct temporals found = {0};

	for (size_t i = 0; i < outline->lines.count;) {
		if (!context->has_themes && announces(&topics, i))
			i = find_themes(&topics, i);
		else
			i++;
	}
	for (size_t i = 0; i < outline->lines.count; i++)
		find_formats(&topics, i, &found);
	temporal_free(&found);
	return topics.themes;
}
