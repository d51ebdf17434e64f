/*
 * Time zones by their names, from the system's zone database.
 */
#ifndef NEC_BASE_ZONEINFO_H
#define NEC_BASE_ZONEINFO_H

#include "base/civil.h"

#include <stdbool.h>

enum { ZONEINFO_NAME_LENGTH = 64 };

struct zoneinfo {
	char name[ZONEINFO_NAME_LENGTH + 1]; /* "" for none */
	int64_t from, until;		     /* the offset below holds between these UTC minutes */
	int offset;
};

/*
 * Finds a zone ("Europe/Paris", "UTC"). False, with a zone without a name, where the database has
 * none of that name, where the name is NULL, and where it could leave the database's folder.
 */
bool zoneinfo_find(struct zoneinfo *zone, const char *name);

/*
 * Minutes east of UTC at an instant, given in minutes since 1970-01-01 00:00 UTC; CIVIL_NONE for a
 * zone without a name. Questions about one event cost little after the first.
 */
int zoneinfo_offset_at(struct zoneinfo *zone, int64_t utc_minutes);

/* The same for a civil moment in that zone; of two that fit (summer time ends) the earlier. */
int zoneinfo_offset_of(struct zoneinfo *zone, civil_moment moment);

#endif
