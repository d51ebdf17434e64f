#include "config.h"

#include "base/ical_functions.h"

#ifdef ICAL_SONAME
LATE_LIBRARY(ical, ICAL_SONAME, ICAL_FUNCTIONS)

void ical_functions_load(void)
{
	ical_functions();
}

void ical_functions_clean(void)
{
	if (!loaded)
		return;
	functions.icaltimezone_free_builtin_timezones();
	functions.icalmemory_free_ring();
}
#else
void ical_functions_load(void)
{
}

void ical_functions_clean(void)
{
	icaltimezone_free_builtin_timezones();
	icalmemory_free_ring();
}
#endif
