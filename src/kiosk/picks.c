#include "config.h"

#include "kiosk/picks.h"

#include "base/memory.h"

#include <stdlib.h>

void picks_begin(struct picks *picks, const struct agenda *agenda)
{
	picks_free(picks);
	picks->room = agenda->session_count;
	picks->marks = memory_alloc(picks->room + 1, 1);
}

void picks_free(struct picks *picks)
{
	free(picks->marks);
	*picks = (struct picks){0};
}

bool picks_has(const struct picks *picks, uint32_t session)
{
	return session < picks->room && picks->marks[session];
}

void picks_toggle(struct picks *picks, uint32_t session)
{
	if (session >= picks->room)
		return;
	picks->marks[session] = !picks->marks[session];
	picks->count += picks->marks[session] ? 1 : (size_t)-1;
}

uint32_t picks_at(const struct picks *picks, size_t i)
{
	uint32_t session = 0;

	for (; session < picks->room; session++)
		if (picks->marks[session] && i-- == 0)
			break;
	return session;
}

void picks_carry(struct picks *picks, const struct agenda *from, const struct agenda *to)
{
	struct picks carried = {0};

	picks_begin(&carried, to);
	for (uint32_t i = 0; i < picks->room; i++) {
		int session = picks->marks[i] ? agenda_find_session(to, from->sessions[i].id) : -1;

		if (session >= 0)
			picks_toggle(&carried, (uint32_t)session);
	}
	picks_free(picks);
	*picks = carried;
}
