#include "config.h"

#include "read/bounds.h"

#include "base/i18n.h"

#include <string.h>

static struct place place_at(const struct source *source, const char *at)
{
	struct place place = {.file = source_label(source), .line = 1};

	for (const char *text = source->text; text < at; text++)
		place.line += *text == '\n';
	return place;
}

/* Behind the string whose opening quote stands before `text`. */
static const char *behind_string(const char *text)
{
	for (; *text && *text != '"'; text++)
		if (*text == '\\' && text[1])
			text++;
	return *text ? text + 1 : text;
}

bool bounds_hold_json(const struct source *source, struct report *report)
{
	size_t count = 0;

	for (const char *at = source->text; *at;) {
		at += strcspn(at, "\",[{");
		if (*at == '"') {
			at = behind_string(at + 1);
			continue;
		}
		if (*at)
			at++;
		if (++count > BOUNDS_MOST_VALUES)
			return report_error(report, place_at(source, at),
					    _("more than %d values are not read; export fewer "
					      "sessions"),
					    BOUNDS_MOST_VALUES);
	}
	return true;
}

/* Behind a comment, a CDATA section, an instruction or a declaration; NULL where it is a tag. */
static const char *behind_no_tag(const char *tag)
{
	static const struct {
		const char *start, *end;
	} others[] = {
	    {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", NULL}, {"</", NULL}};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		size_t length = strlen(others[i].start);
		const char *end;

		if (strncmp(tag, others[i].start, length) != 0)
			continue;
		if (!others[i].end)
			return tag + length;
		end = strstr(tag + length, others[i].end);
		return end ? end : strchr(tag, '\0');
	}
	return NULL;
}

/* Counts the attributes of a tag, and goes behind it. */
static size_t count_attributes(const char **tag)
{
	const char *at = *tag;
	size_t count = 0;

	while (*at && *at != '>') {
		at += strcspn(at, "=>\"'");
		if (*at == '"' || *at == '\'') {
			const char *end = strchr(at + 1, *at);

			at = end ? end + 1 : strchr(at, '\0');
		} else if (*at == '=') {
			count++;
			at++;
		}
	}
	*tag = at;
	return count;
}

/* Where to go on behind what cannot hold too many attributes: what is no tag; or, for in no tag of
 * a whole document there is a '<', a tag and its text that are too short. NULL where they may. */
static const char *behind_few(const char *tag, const char *end)
{
	enum { SHORTEST = 4 /* " a=b" */ };
	const char *next;

	if (tag[1] == '!' || tag[1] == '?')
		return behind_no_tag(tag);
	next = memchr(tag + 1, '<', (size_t)(end - tag - 1));
	next = next ? next : end;
	return next - tag <= SHORTEST * BOUNDS_MOST_ATTRIBUTES ? next : NULL;
}

bool bounds_hold_xml(const struct source *source, struct report *report)
{
	const char *at = source->text, *end = at + source->length;

	while (*at == '<' || (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		const char *tag = at, *behind = behind_few(tag, end);

		if (behind) {
			at = behind;
			continue;
		}
		if (count_attributes(&at) > BOUNDS_MOST_ATTRIBUTES)
			return report_error(
			    report, place_at(source, tag),
			    _("an element with more than %d attributes is not read"),
			    BOUNDS_MOST_ATTRIBUTES);
	}
	return true;
}
