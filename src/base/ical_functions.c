#include "config.h"

#include "base/ical_functions.h"

#include "base/memory.h"

#ifdef ICAL_SONAME
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Filled once, with what never changes. */
static struct ical_functions functions;
static bool loaded;

static const struct {
	const char *name;
	size_t place;
} rows[] = {
#define ICAL_ROW(name) {#name, offsetof(struct ical_functions, name)},
    ICAL_FUNCTIONS(ICAL_ROW)
#undef ICAL_ROW
};

static void load(void)
{
	void *library = dlopen(ICAL_SONAME, RTLD_LAZY | RTLD_LOCAL);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		void *function = library ? dlsym(library, rows[i].name) : NULL;

		if (!function)
			memory_end(dlerror());
		memcpy((char *)&functions + rows[i].place, &function, sizeof function);
	}
	loaded = true;
}

const struct ical_functions *ical_functions(void)
{
	if (!loaded)
		load();
	return &functions;
}

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
