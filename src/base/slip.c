#include "config.h"

#include "base/slip.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST = 48, CHARACTERS_PER_SLIP = 5, CHARACTERS_PER_GUESS = 3, SHORTEST_BEGINNING = 3 };

static int least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * The optimal string alignment distance
 * (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance) with the last three rows of its
 * table kept.
 */
static int distance(const char *a, int a_length, const char *b, int b_length)
{
	int table[3][LONGEST + 1];

	for (int i = 0; i <= a_length; i++) {
		int *row = table[i % 3], *above = table[(i + 2) % 3], *before = table[(i + 1) % 3];

		for (int j = 0; j <= b_length; j++) {
			if (!i || !j) {
				row[j] = i + j;
				continue;
			}
			row[j] = least(above[j], row[j - 1]) + 1;
			row[j] = least(row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
	}
	return table[a_length % 3][b_length];
}

bool slip_of(const char *written, const char *meant)
{
	size_t length = strlen(written), meant_length = strlen(meant);

	if (length > LONGEST || meant_length > LONGEST || length < CHARACTERS_PER_SLIP)
		return false;
	return distance(written, (int)length, meant, (int)meant_length) <=
	       (int)meant_length / CHARACTERS_PER_SLIP;
}

/* Copies text with small letters; returns its length. */
static int copy_small(char *out, const char *text)
{
	int length = 0;

	for (; text[length]; length++)
		out[length] = (char)tolower((unsigned char)text[length]);
	return length;
}

/* How wrong a name is, INT_MAX where nobody can have meant it. */
static int wrongness(const char *written, const char *name)
{
	char small_written[LONGEST], small_name[LONGEST];
	size_t length = strlen(written), name_length = strlen(name);
	int wrong;

	if (length >= LONGEST || name_length >= LONGEST)
		return INT_MAX;
	wrong = distance(small_written, copy_small(small_written, written), small_name,
			 copy_small(small_name, name));
	if (wrong <= (int)name_length / CHARACTERS_PER_GUESS)
		return wrong;
	if (length >= SHORTEST_BEGINNING && !strncasecmp(name, written, length))
		return LONGEST + wrong;
	return INT_MAX;
}

const char *slip_nearest(const char *written, const char *const *names, size_t count)
{
	const char *nearest = NULL;
	int least_wrong = INT_MAX;

	for (size_t i = 0; i < count; i++) {
		int wrong = wrongness(written, names[i]);

		if (wrong >= least_wrong)
			continue;
		least_wrong = wrong;
		nearest = names[i];
	}
	return nearest;
}
