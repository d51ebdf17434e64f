/*
 * Properties beyond the standard (X-WR-CALNAME and the like), which may say VALUE=TEXT or another
 * kind of value; libical then answers only who asks for that kind.
 */
#ifndef NEC_CALENDAR_EXTENSION_H
#define NEC_CALENDAR_EXTENSION_H

#include "base/ical.h"

/* The text of such a property, which owns it; NULL where it has none. */
const char *extension_text(icalproperty *property);

/* The text of the first one of a name, in whatever case; NULL where there is none. */
const char *extension_find(icalcomponent *component, const char *name);

#endif
