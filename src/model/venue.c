#include "config.h"

#include "model/venue.h"

#include "base/zoneinfo.h"

static int known_offset(const struct agenda *agenda, civil_moment moment, int offset)
{
	if (moment == CIVIL_NONE)
		return CIVIL_NONE;
	return offset == CIVIL_NONE ? agenda->event.offset : offset;
}

int venue_offset(const struct agenda *agenda, const struct session *session)
{
	return known_offset(agenda, session->start, session->offset);
}

int venue_end_offset(const struct agenda *agenda, const struct session *session)
{
	return known_offset(agenda, session->end, session->end_offset);
}

int venue_offset_of(const struct agenda *agenda, civil_moment moment)
{
	struct zoneinfo zone;

	zoneinfo_find(&zone, agenda->event.zone);
	return known_offset(agenda, moment, zoneinfo_offset_of(&zone, moment));
}
