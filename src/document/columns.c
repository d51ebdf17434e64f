#include "config.h"

#include "document/columns.h"

#include <stdint.h>

/* The columns no wider than an equal share keep their width; how many others there are. */
static size_t keep_narrow(const int *widths, size_t count, int *share, int *left)
{
	size_t wide = count, before;
	int available = *left;

	*share = available / (int)count;
	do {
		before = wide;
		wide = 0;
		*left = available;
		for (size_t i = 0; i < count; i++) {
			if (widths[i] > *share)
				wide++;
			else
				*left -= widths[i];
		}
		*share = wide ? *left / (int)wide : *left;
	} while (wide && wide < before);
	return wide;
}

static int between(int64_t value, int least, int most)
{
	return value < least ? least : value > most ? most : (int)value;
}

bool columns_share(int *widths, size_t count, int width)
{
	int left, share, limit;
	int64_t wanted = 0;
	size_t wide;

	if (!count || count > (size_t)width)
		return count == 0;
	left = width - COLUMNS_GAP * ((int)count - 1);
	if (left < (int)count)
		return false;
	wide = keep_narrow(widths, count, &share, &left);
	if (wide && share < COLUMNS_LEAST)
		return false;
	limit = share;
	for (size_t i = 0; i < count; i++)
		wanted += widths[i] > limit ? widths[i] : 0;
	for (size_t i = 0; i < count && wide; i++) {
		if (widths[i] <= limit)
			continue;
		wide--;
		share = between((int64_t)widths[i] * left / wanted, COLUMNS_LEAST,
				left - COLUMNS_LEAST * (int)wide);
		wanted -= widths[i];
		left -= share;
		widths[i] = share;
	}
	return true;
}
