#include "config.h"

#include "model/agenda.h"

#include "base/arena.h"
#include "base/bisect.h"

#include <string.h>

void agenda_free(struct agenda *agenda)
{
	if (!agenda)
		return;
	lookup_free(&agenda->by_id);
	arena_free(agenda->arena); /* the agenda itself lies in it */
}

bool agenda_share(const struct indexes *left, const struct indexes *right)
{
	for (size_t i = 0; i < left->count; i++)
		for (size_t j = 0; j < right->count; j++)
			if (left->items[i] == right->items[j])
				return true;
	return false;
}

int agenda_find_session(const struct agenda *agenda, const char *id)
{
	uint32_t found = lookup_find(&agenda->by_id, id);

	return found == LOOKUP_MISSING ? -1 : (int)found;
}

size_t agenda_day_of(const struct agenda *agenda, size_t session)
{
	size_t begun = bisect(i, agenda->day_count, agenda->days[i].first <= session);

	return begun ? begun - 1 : 0;
}
