#include "config.h"

#include "read/duration.h"

#include <ctype.h>
#include <stddef.h>

enum { MOST_PARTS = 3, MOST_DIGITS = 6, LONGEST = 30 * 24 * 60 };

/* Splits digits at colons; returns how many parts there are, 0 where something else is in it. */
static int split(const char *text, int parts[MOST_PARTS], size_t *first_digits)
{
	int count = 0;

	while (isdigit((unsigned char)*text)) {
		size_t digits = 0;
		int value = 0;

		for (; digits <= MOST_DIGITS && isdigit((unsigned char)text[digits]); digits++)
			value = 10 * value + (text[digits] - '0');
		if (count == MOST_PARTS || digits > MOST_DIGITS)
			return 0;
		if (!count)
			*first_digits = digits;
		parts[count++] = value;
		text += digits;
		if (*text != ':')
			break;
		if (!isdigit((unsigned char)*++text))
			return 0;
	}
	return *text ? 0 : count;
}

bool duration_parse(const char *text, int *minutes)
{
	int parts[MOST_PARTS];
	size_t first_digits = 0;
	long total;

	if (!text)
		return false;
	switch (split(text, parts, &first_digits)) {
	case 1:
		total = parts[0];
		break;
	case 2:
		total = parts[1] > 59 ? 0 : parts[0] * 60L + parts[1];
		break;
	case 3:
		/* D:HH:MM where it can be that, as pretalx writes whole days; else H:MM:SS */
		if (first_digits == 1 && parts[0] && parts[1] < 24)
			total = parts[2] > 59 ? 0 : parts[0] * 1440L + parts[1] * 60L + parts[2];
		else
			total = parts[1] > 59 || parts[2] > 59 ? 0 : parts[0] * 60L + parts[1];
		break;
	default:
		return false;
	}
	*minutes = (int)total;
	return total > 0 && total <= LONGEST;
}
