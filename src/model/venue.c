#include "config.h"

#include "model/venue.h"

struct venue venue_of(const struct agenda *agenda)
{
	struct venue venue = {.offset = agenda->event.offset};

	zoneinfo_find(&venue.zone, agenda->event.zone);
	return venue;
}

int venue_offset(struct venue *venue, const struct session *session)
{
	int offset = session->offset;

	if (session->start == CIVIL_NONE)
		return CIVIL_NONE;
	if (offset == CIVIL_NONE)
		offset = zoneinfo_offset_of(&venue->zone, session->start);
	return offset == CIVIL_NONE ? venue->offset : offset;
}
