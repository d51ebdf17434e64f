#include "config.h"

#include "tui/filter.h"

#include "base/memory.h"

#include <stdlib.h>

static size_t count_day(const struct filter *filter, const struct agenda *agenda, size_t number)
{
	const struct day *day = &agenda->days[number];
	size_t count = 0;

	if (!filter_is_set(filter))
		return day->count;
	for (size_t i = day->first; i < (size_t)day->first + day->count; i++)
		count += query_fits(&filter->query, agenda, i);
	return count;
}

void filter_begin(struct filter *filter, const struct agenda *agenda)
{
	*filter = (struct filter){.query = QUERY_ALL, .theme = -1};
	filter->day_counts = memory_alloc(agenda->day_count + 1, sizeof *filter->day_counts);
	filter_set_theme(filter, agenda, -1);
}

void filter_free(struct filter *filter)
{
	query_free(&filter->query);
	free(filter->day_counts);
}

void filter_set_theme(struct filter *filter, const struct agenda *agenda, int theme)
{
	filter->theme = theme;
	query_only_theme(&filter->query, agenda, theme);
	for (size_t i = 0; i < agenda->day_count; i++)
		filter->day_counts[i] = count_day(filter, agenda, i);
}

bool filter_is_set(const struct filter *filter)
{
	return filter->theme >= 0;
}

size_t filter_day_from(const struct filter *filter, const struct agenda *agenda, size_t day)
{
	for (size_t i = 0; i < agenda->day_count; i++) {
		size_t at = (day + i) % agenda->day_count;

		if (filter->day_counts[at])
			return at;
	}
	return day;
}
