#include "config.h"

#include "base/late.h"

#include "base/ical.h"
#include "base/jansson.h"
#include "base/memory.h"
#include "base/qrencode.h"
#include "base/seccomp.h"
#include "base/utf8proc.h"
#include "base/xml.h"
#include "base/zlib.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Looks up each name, and puts its address behind the one before. */
static void load(const char *library, const char *const *names, size_t count, void *functions)
{
	void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);

	for (size_t i = 0; i < count; i++) {
		void *function = handle ? dlsym(handle, names[i]) : NULL;

		if (!function)
			memory_end(dlerror());
		memcpy((char *)functions + i * sizeof function, &function, sizeof function);
	}
}

#define NAME(name) #name,
#define LIBRARY(prefix, library, list)                                                             \
	static bool prefix##_loaded;                                                               \
                                                                                                   \
	const struct prefix##_functions *prefix##_functions(void)                                  \
	{                                                                                          \
		static struct prefix##_functions functions;                                        \
		static const char *const names[] = {list(NAME)};                                   \
                                                                                                   \
		_Static_assert(sizeof functions == sizeof names, "a pointer for each name");       \
		if (!prefix##_loaded)                                                              \
			load(library, names, sizeof names / sizeof *names, &functions);            \
		prefix##_loaded = true;                                                            \
		return &functions;                                                                 \
	}

LIBRARY(ical, ICAL_SONAME, ICAL_FUNCTIONS)
LIBRARY(jansson, JANSSON_SONAME, JANSSON_FUNCTIONS)
LIBRARY(qrencode, QRENCODE_SONAME, QRENCODE_FUNCTIONS)
LIBRARY(seccomp, SECCOMP_SONAME, SECCOMP_FUNCTIONS)
LIBRARY(utf8proc, UTF8PROC_SONAME, UTF8PROC_FUNCTIONS)
LIBRARY(xml, XML_SONAME, XML_FUNCTIONS)
LIBRARY(zlib, ZLIB_SONAME, ZLIB_FUNCTIONS)

void late_load_all(void)
{
	ical_functions();
	jansson_functions();
	qrencode_functions();
	seccomp_functions();
	utf8proc_functions();
	xml_functions();
	zlib_functions();
}

void jansson_delete(json_t *json)
{
	json_delete(json);
}

void late_clean_ical(void)
{
	if (!ical_loaded)
		return;
	icaltimezone_free_builtin_timezones();
	icalmemory_free_ring();
}
