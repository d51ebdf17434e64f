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

/* Behind what a declaration says of itself: before its '>', what stands in brackets or the next
 * one. In its strings anything may stand. */
static const char *behind_declaration(const char *at, const char *end)
{
	for (;;) {
		at += strcspn(at, "<>[\"'");
		if (*at != '"' && *at != '\'')
			return at;
		at = strchr(at + 1, *at);
		if (!at)
			return end;
		at++;
	}
}

/* Behind a comment, a CDATA section, an instruction or a declaration; NULL where it is a tag. */
static const char *behind_no_tag(const char *tag, const char *end)
{
	static const struct {
		const char *start, *end;
	} others[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		size_t length = strlen(others[i].start);
		const char *last;

		if (strncmp(tag, others[i].start, length) != 0)
			continue;
		last = strstr(tag + length, others[i].end);
		return last ? last : end;
	}
	return tag[1] == '!' ? behind_declaration(tag + 1, end) : NULL;
}

/* Whether there are too many attributes in a tag before `end`. */
static bool is_crowded(const char *tag, const char *end)
{
	size_t count = 0;

	for (const char *at = tag + 1; at < end && count <= BOUNDS_MOST_ATTRIBUTES; at++) {
		at += strcspn(at, "=>\"'<");
		if (at >= end || *at == '>')
			break;
		if (*at == '=')
			count++;
		else
			at = memchr(at + 1, *at, (size_t)(end - at - 1));
		if (!at)
			break;
	}
	return count > BOUNDS_MOST_ATTRIBUTES;
}

static const char *next_tag(const char *at, const char *end)
{
	const char *tag = at < end ? memchr(at, '<', (size_t)(end - at)) : NULL;

	return tag ? tag : end;
}

/* The first tag that has too many attributes; NULL where none has. In no tag of a whole document
 * there is a '<'. */
static const char *crowded_tag(const char *text, const char *end)
{
	for (const char *tag = next_tag(text, end), *next; tag < end; tag = next) {
		const char *behind = behind_no_tag(tag, end);

		next = next_tag(behind ? behind : tag + 1, end);
		if (!behind && is_crowded(tag, next))
			return tag;
	}
	return NULL;
}

/*
 * Whether there can be such a tag. Among as many bytes as so many attributes take only the last
 * '<' can begin it, so most of the text is not looked at. What is no tag is taken for one.
 */
static bool may_be_crowded(const char *text, const char *end)
{
	enum { SHORTEST = 4 /* " a=b" */, LEAST = SHORTEST * BOUNDS_MOST_ATTRIBUTES };
	const char *tag = next_tag(text, end);

	while (end - tag > LEAST) {
		const char *last = memrchr(tag + 1, '<', LEAST), *next;

		if (last) {
			tag = last;
			continue;
		}
		next = next_tag(tag + LEAST, end);
		if (is_crowded(tag, next))
			return true;
		tag = next;
	}
	return false;
}

bool bounds_hold_xml(const struct source *source, struct report *report)
{
	const char *text = source->text, *end = text + source->length, *tag = NULL;

	if (may_be_crowded(text, end))
		tag = crowded_tag(text, end);
	return !tag || report_error(report, place_at(source, tag),
				    _("an element with more than %d attributes is not read"),
				    BOUNDS_MOST_ATTRIBUTES);
}
