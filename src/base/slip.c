#include "config.h"

#include "base/slip.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 48, CHARACTERS_PER_SLIP = 5 };

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
