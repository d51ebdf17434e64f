#include "config.h"

#include "read/front_matter.h"

#include "base/i18n.h"

#include <string.h>

/* A walk over the lines of a text. */
struct walk {
	const char *text;
	size_t length, start, end, next; /* of the line: its bytes, and where the next one begins */
	int number;
};

static bool next_line(struct walk *walk)
{
	walk->start = walk->end = walk->next;
	if (walk->start >= walk->length)
		return false;
	walk->end += strcspn(walk->text + walk->start, "\r\n");
	walk->next = walk->end;
	if (walk->next < walk->length)
		walk->next +=
		    walk->text[walk->next] == '\r' && walk->text[walk->next + 1] == '\n' ? 2 : 1;
	walk->number++;
	return true;
}

/* Whether the line is made of these characters, with nothing but spaces behind them. */
static bool is_fence(const struct walk *walk, const char *fence)
{
	size_t length = strlen(fence);
	const char *line = walk->text + walk->start;

	if (walk->end - walk->start < length || memcmp(line, fence, length) != 0)
		return false;
	return strspn(line + length, " \t") == walk->end - walk->start - length;
}

static bool first_line(struct walk *walk)
{
	while (next_line(walk))
		if (strspn(walk->text + walk->start, " \t") != walk->end - walk->start)
			return true;
	return false;
}

static bool find_end(struct walk *walk)
{
	while (next_line(walk))
		if (is_fence(walk, "---") || is_fence(walk, "..."))
			return true;
	return false;
}

static void warn_of_toml(const struct walk *walk, struct place place, struct report *report)
{
	place.line = walk->number;
	if (is_fence(walk, "+++"))
		report_warning(
		    report, place,
		    _("front matter in TOML is not read; write it in YAML, between lines "
		      "of ---"));
}

bool front_matter_read(struct front_matter *front, struct arena *arena, const struct source *source,
		       struct report *report)
{
	struct walk walk = {.text = source->text, .length = source->length};
	struct place place = {.file = source_label(source)};
	size_t begin;

	*front = (struct front_matter){
	    .body = source->text, .body_length = source->length, .body_line = 1};
	front->present = first_line(&walk) && is_fence(&walk, "---");
	place.line = walk.number;
	begin = walk.next;
	if (!front->present)
		warn_of_toml(&walk, place, report);
	else if (!find_end(&walk))
		return report_error(report, place,
				    _("the front matter that begins here never ends; put a line "
				      "of --- behind it"));
	else
		*front = (struct front_matter){.present = true,
					       .body = source->text + walk.next,
					       .body_length = source->length - walk.next,
					       .body_line = walk.number + 1};
	place.line++;
	front->map = node_parse(arena, source->text + begin,
				front->present ? walk.start - begin : 0, place, report);
	return front->map != NULL;
}
