#include "config.h"

#include "tui/theme_index.h"

#include "base/memory.h"

#include <stdlib.h>

/* Counts, then turns the counts into the places where each theme begins; filling moves each to its
 * end. */
void theme_index_make(struct theme_index *index, const struct agenda *agenda)
{
	size_t total = 0;

	index->ends = memory_alloc(agenda->theme_count + 1, sizeof *index->ends);
	for (size_t i = 0; i < agenda->session_count; i++) {
		struct indexes themes = agenda_themes(agenda, i);

		for (size_t t = 0; t < themes.count; t++)
			index->ends[themes.items[t]]++;
	}
	for (size_t theme = 0; theme < agenda->theme_count; theme++) {
		size_t count = index->ends[theme];

		index->ends[theme] = total;
		total += count;
	}
	index->sessions = memory_alloc(total + 1, sizeof *index->sessions);
	for (size_t i = 0; i < agenda->session_count; i++) {
		struct indexes themes = agenda_themes(agenda, i);

		for (size_t t = 0; t < themes.count; t++)
			index->sessions[index->ends[themes.items[t]]++] = (uint32_t)i;
	}
}

void theme_index_free(struct theme_index *index)
{
	free(index->ends);
	free(index->sessions);
}

const uint32_t *theme_index_of(const struct theme_index *index, size_t theme, size_t *count)
{
	size_t first = theme ? index->ends[theme - 1] : 0;

	*count = index->ends[theme] - first;
	return index->sessions + first;
}
