/*
 * Libraries that many runs never need, loaded when one of their functions is first called: to load
 * them all would take longer than everything else that comes before the first frame.
 *
 * Each has a list of the functions that are used, such as base/xml_functions.h, and a header to be
 * included instead of the library's own, such as base/xml.h, with which they are called by their
 * own names; the build makes a macro for each. One more function is one more row in the list. Where
 * the name that a library is loaded by is unknown (configure.ac), it is linked like the others.
 */
#ifndef NEC_BASE_LATE_H
#define NEC_BASE_LATE_H

#include <stdbool.h>
#include <stddef.h>

/* Of a list of functions, the pointers to them, and their names. */
#define LATE_POINTER(name) __typeof__(name) *name;
#define LATE_NAME(name) #name,

/* Looks up each name, and puts its address behind the one before. Where one cannot be had, the
 * program ends. */
void late_load(const char *library, const char *const *names, size_t count, void *functions);

/* Loads every such library now, for where nothing can be loaded later. */
void late_load_all(void);

/* Defines PREFIX_functions(), which loads a library where that was not done yet. */
#define LATE_LIBRARY(prefix, library, list)                                                        \
	static struct prefix##_functions functions;                                                \
	static bool loaded;                                                                        \
                                                                                                   \
	const struct prefix##_functions *prefix##_functions(void)                                  \
	{                                                                                          \
		static const char *const names[] = {list(LATE_NAME)};                              \
                                                                                                   \
		_Static_assert(sizeof functions == sizeof names, "a pointer for each name");       \
		if (!loaded)                                                                       \
			late_load(library, names, sizeof names / sizeof *names, &functions);       \
		loaded = true;                                                                     \
		return &functions;                                                                 \
	}

#endif
