#include "config.h"

#include "kiosk/programme.h"

enum { MANY_SESSIONS = 24 };

bool programme_goes_by_hours(const struct agenda *agenda, uint32_t day)
{
	return agenda->days[day].count > MANY_SESSIONS;
}

civil_moment programme_hour(const struct agenda *agenda, uint32_t day, uint32_t hour)
{
	civil_day date = agenda->days[day].date;

	return date == CIVIL_NONE ? CIVIL_NONE : civil_moment_of(date, 0) + 60 * (civil_moment)hour;
}

static uint32_t hour_of(const struct agenda *agenda, uint32_t day, uint32_t session)
{
	civil_moment start = agenda->sessions[session].start;
	civil_moment midnight = programme_hour(agenda, day, 0);

	if (start == CIVIL_NONE || midnight == CIVIL_NONE || start < midnight)
		return PROGRAMME_UNTIMED;
	return (uint32_t)((start - midnight) / 60);
}

void programme_list_hours(const struct agenda *agenda, uint32_t day, unsigned char kind,
			  struct list *list)
{
	uint32_t first = agenda->days[day].first, before = 0;

	for (uint32_t i = 0; i < agenda->days[day].count; i++) {
		uint32_t hour = hour_of(agenda, day, first + i);

		if (!i || hour != before)
			list_add(list, kind, hour);
		before = hour;
	}
}

void programme_list_day(const struct agenda *agenda, uint32_t day, uint32_t hour, bool all,
			unsigned char kind, struct list *list)
{
	uint32_t first = agenda->days[day].first;

	for (uint32_t i = first; i < first + agenda->days[day].count; i++)
		if (all || hour_of(agenda, day, i) == hour)
			list_add(list, kind, i);
}

size_t programme_count_hour(const struct agenda *agenda, uint32_t day, uint32_t hour)
{
	uint32_t first = agenda->days[day].first;
	size_t count = 0;

	for (uint32_t i = first; i < first + agenda->days[day].count; i++)
		count += hour_of(agenda, day, i) == hour;
	return count;
}

static bool has_theme(const struct session *session, uint32_t theme)
{
	for (size_t i = 0; i < session->themes.count; i++)
		if (session->themes.items[i] == theme)
			return true;
	return false;
}

void programme_list_theme(const struct agenda *agenda, uint32_t theme, unsigned char kind,
			  struct list *list)
{
	for (size_t i = 0; i < agenda->session_count; i++)
		if (has_theme(&agenda->sessions[i], theme))
			list_add(list, kind, (uint32_t)i);
}

size_t programme_count_theme(const struct agenda *agenda, uint32_t theme)
{
	size_t count = 0;

	for (size_t i = 0; i < agenda->session_count; i++)
		count += has_theme(&agenda->sessions[i], theme);
	return count;
}

static void add_rows(const struct query_rows *rows, unsigned char kind, struct list *list)
{
	for (size_t i = 0; i < rows->count && i < PROGRAMME_NOW_MOST; i++)
		list_add(list, kind, rows->items[i]);
}

void programme_list_now(const struct now *now, unsigned char kind, struct list *list)
{
	add_rows(&now->on, kind, list);
	add_rows(&now->next, kind, list);
}
