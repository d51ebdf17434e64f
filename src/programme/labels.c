#include "config.h"

#include "programme/labels.h"

#include "programme/facts.h"

#include "base/array.h"

#include <stdlib.h>

/* Whether a line says when, and nothing else: behind a label, or alone in its list item. */
static bool says_when(const struct outline *outline, size_t index)
{
	const struct outline_line *at = &outline->items[index];

	if (!at->shape.form || at->shape.stamp.bounded || at->section == SECTION_PAST)
		return false;
	return (at->shape.words & SAYS_LABEL && at->shape.form == SHAPE_TAIL) ||
	       (at->shape.form == SHAPE_BARE && outline->lines.items[index].place == LINE_ITEM);
}

static struct labelled read_section(const struct outline *outline, size_t heading)
{
	enum { NEAR = 10 };
	struct labelled labelled = {.heading = (uint32_t)heading};
	size_t end = outline->items[heading].section_end;

	for (size_t i = heading + 1; i < end && i <= heading + NEAR; i++) {
		const struct outline_line *at = &outline->items[i];

		if (outline->lines.items[i].place <= LINE_STRONG && !at->shape.form)
			break;
		labelled.end = (uint32_t)i + 1;
		if (!says_when(outline, i))
			continue;
		if (at->day != CIVIL_NONE && !labelled.dated)
			labelled.dated = (uint32_t)i;
		if (at->shape.stamp.timed && !labelled.timed)
			labelled.timed = (uint32_t)i;
	}
	return labelled;
}

struct labelled_sections labels_find(const struct outline *outline)
{
	struct labelled_sections found = {0};

	for (size_t i = 0; i < outline->lines.count; i++) {
		struct labelled labelled;

		if (outline->lines.items[i].place > LINE_STRONG || outline->items[i].shape.form ||
		    !facts_is_title(outline, i))
			continue;
		labelled = read_section(outline, i);
		if (labelled.timed &&
		    (labelled.dated || outline->items[i].section == SECTION_PROGRAMME))
			array_push(&found, labelled);
	}
	if (found.count < 2)
		array_free(&found);
	return found;
}
