#include "config.h"

#include "read/unfold.h"

#include <string.h>
#include <strings.h>

bool unfold_is_calendar(const char *text)
{
	return !strncasecmp(text + strspn(text, " \t\r\n"), "BEGIN:VCALENDAR", 15);
}

void unfold_lines(struct buffer *text)
{
	size_t to = 0, folds = 0;

	for (size_t from = 0; from < text->length; from++) {
		size_t end = from;

		while (end < text->length && text->data[end] == '\r')
			end++;
		if (end == text->length || text->data[end] != '\n') {
			text->data[to++] = text->data[from];
			continue;
		}
		from = end;
		if (end + 1 < text->length && strchr(" \t", text->data[end + 1])) {
			from = end + 1;
			folds++;
			continue;
		}
		for (folds++; folds; folds--)
			text->data[to++] = '\n';
	}
	if (text->data)
		buffer_truncate(text, to);
}
