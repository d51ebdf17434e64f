#include "config.h"

#include "document/kramdown.h"

#include <stdbool.h>
#include <string.h>

struct cursor {
	const char *at, *end;
};

static bool take(struct cursor *cursor, char c)
{
	if (cursor->at == cursor->end || *cursor->at != c)
		return false;
	cursor->at++;
	return true;
}

static bool skip_blanks(struct cursor *cursor)
{
	const char *start = cursor->at;

	while (take(cursor, ' ') || take(cursor, '\t') || take(cursor, '\n'))
		;
	return cursor->at > start;
}

static bool take_name(struct cursor *cursor)
{
	const char *start = cursor->at;

	while (cursor->at<cursor->end && * cursor->at> ' ' && !strchr("{}=\"'.#:", *cursor->at))
		cursor->at++;
	return cursor->at > start;
}

static bool take_value(struct cursor *cursor)
{
	char quote = take(cursor, '"') ? '"' : take(cursor, '\'') ? '\'' : 0;

	if (!quote)
		return take_name(cursor);
	while (cursor->at < cursor->end && *cursor->at != quote && *cursor->at != '}')
		cursor->at++;
	return take(cursor, quote);
}

/* .class, #id, key="value". */
static bool take_attribute(struct cursor *cursor)
{
	if (take(cursor, '.') || take(cursor, '#'))
		return take_name(cursor);
	return take_name(cursor) && take(cursor, '=') && take_value(cursor);
}

/* {:toc} and other references, which are one word right behind the colon. */
static bool is_reference(struct cursor cursor)
{
	return take_name(&cursor) && take(&cursor, '}');
}

size_t kramdown_attribute_list(const char *text, size_t length)
{
	struct cursor cursor = {text, text + length};

	if (!take(&cursor, '{') || !take(&cursor, ':'))
		return 0;
	if (is_reference(cursor))
		return (size_t)((const char *)memchr(text, '}', length) - text) + 1;
	skip_blanks(&cursor);
	do {
		if (!take_attribute(&cursor))
			return 0;
		skip_blanks(&cursor);
	} while (!take(&cursor, '}'));
	return (size_t)(cursor.at - text);
}
