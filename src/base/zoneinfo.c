/*
 * libc knows one zone at a time, the one in TZ. So TZ is set to the zone asked for, the question is
 * put, and TZ is set back; nothing else of the program runs in between. As that reads a file, the
 * answer is kept for the weeks around the day it was given for, as far as it holds.
 */
#include "config.h"

#include "base/zoneinfo.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static bool is_name(const char *name)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				      "0123456789+-_/";

	return name && *name && *name != '/' && strlen(name) <= ZONEINFO_NAME_LENGTH &&
	       strspn(name, allowed) == strlen(name);
}

bool zoneinfo_find(struct zoneinfo *zone, const char *name)
{
	const char *folder = getenv("TZDIR");
	struct stat about;
	char path[4096];

	*zone = (struct zoneinfo){.name = ""};
	if (!is_name(name))
		return false;
	snprintf(path, sizeof path, "%s/%s", folder && *folder ? folder : "/usr/share/zoneinfo",
		 name);
	if (strcmp(name, "UTC") != 0 && (stat(path, &about) != 0 || !S_ISREG(about.st_mode)))
		return false;
	strcpy(zone->name, name);
	return true;
}

/* Sets TZ and returns what it was, NULL where it was not set; to be freed. */
static char *swap_zone(const char *zone)
{
	char *before = memory_strdup(getenv("TZ"));

	if (zone)
		setenv("TZ", zone, 1);
	else
		unsetenv("TZ");
	tzset();
	return before;
}

static int offset_now(int64_t utc_minutes)
{
	time_t seconds = (time_t)(utc_minutes * 60);
	struct tm local;

	return localtime_r(&seconds, &local) ? (int)(local.tm_gmtoff / 60) : 0;
}

/* Keeps the offset of that day, and of those before and after it that have no other. */
static void keep(struct zoneinfo *zone, int64_t midnight, int offset)
{
	enum { WEEKS = 3, MOST = WEEKS * 7 * MINUTES_PER_DAY };
	int64_t from = midnight, until = midnight + MINUTES_PER_DAY;

	if (offset_now(from) != offset || offset_now(until) != offset)
		return;
	while (from > midnight - MOST && offset_now(from - MINUTES_PER_DAY) == offset)
		from -= MINUTES_PER_DAY;
	while (until < midnight + MOST && offset_now(until + MINUTES_PER_DAY) == offset)
		until += MINUTES_PER_DAY;
	zone->from = from;
	zone->until = until;
	zone->offset = offset;
}

int zoneinfo_offset_at(struct zoneinfo *zone, int64_t utc_minutes)
{
	int64_t midnight = civil_moment_of(civil_day_of_moment(utc_minutes), 0);
	char setting[ZONEINFO_NAME_LENGTH + 2], *before;
	int offset;

	if (!*zone->name)
		return CIVIL_NONE;
	if (utc_minutes >= zone->from && utc_minutes < zone->until)
		return zone->offset;
	snprintf(setting, sizeof setting, ":%s", zone->name);
	before = swap_zone(setting);
	offset = offset_now(utc_minutes);
	keep(zone, midnight, offset);
	free(swap_zone(before));
	free(before);
	return offset;
}

int zoneinfo_offset_of(struct zoneinfo *zone, civil_moment moment)
{
	int before = zoneinfo_offset_at(zone, moment - MINUTES_PER_DAY);

	/* Where the offset changes within these days, the one before holds until it does. */
	if (before == CIVIL_NONE || zoneinfo_offset_at(zone, moment - before) == before)
		return before;
	return zoneinfo_offset_at(zone, moment + MINUTES_PER_DAY);
}
