#include "config.h"

#include "tui/room_cell.h"

#include "base/utf8.h"

#include <string.h>

enum {
	LEAST_HEAD = 3, /* columns */
	SHORT = 2,	/* for a word to be a number */
	SCRAP = 2	/* for the beginning of one to tell nothing */
};

/* How much of a name is left where it is cut: not the first letters of a word, if there are only a
 * few. */
static size_t without_scrap(const char *name, size_t length)
{
	size_t start = length;

	while (start && name[start - 1] != ' ')
		start--;
	if (!start || name[length] == ' ' || utf8_columns(name + start, length - start) > SCRAP)
		return length;
	return start;
}

/* Appends the beginning of a name, as far as it fits and is no gap, and the ellipsis. */
static void say_head(struct buffer *out, const char *name, size_t length, int columns)
{
	size_t fitting = utf8_fit(name, length, columns - 1, NULL);

	length = fitting < length ? without_scrap(name, fitting) : length;
	while (length && strchr(" -,:.", name[length - 1]))
		length--;
	buffer_append(out, name, length);
	buffer_puts(out, "…");
}

/* How long a name is without the brackets at its end; 0 where it has none. */
static size_t before_brackets(const char *name, size_t length)
{
	const char *bracket = strrchr(name, '(');

	if (!bracket || bracket == name || name[length - 1] != ')')
		return 0;
	length = (size_t)(bracket - name);
	while (length && name[length - 1] == ' ')
		length--;
	return length;
}

/* The last word of a name where it is a number or a letter or two, else its end. */
static const char *number_of(const char *name, size_t length)
{
	const char *space = strrchr(name, ' '), *end = name + length;

	if (!space || end[-1] == ')')
		return end;
	return utf8_columns(space + 1, (size_t)(end - space - 1)) <= SHORT ||
		       strpbrk(space, "0123456789")
		   ? space + 1
		   : end;
}

void room_cell_say(struct buffer *out, const char *name, int columns)
{
	size_t length = strlen(name), stem = before_brackets(name, length);
	const char *number = number_of(name, length);
	int taken = utf8_columns(number, strlen(number));

	if (utf8_columns(name, length) <= columns) {
		buffer_puts(out, name);
	} else if (stem && utf8_columns(name, stem) < columns) {
		say_head(out, name, stem, columns);
	} else if (columns - taken > LEAST_HEAD) {
		say_head(out, name, (size_t)(number - name), columns - taken);
		buffer_puts(out, number);
	} else {
		say_head(out, name, length, columns);
	}
}
