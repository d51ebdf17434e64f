/*
 * Libraries that many runs never need, loaded when one of their functions is first called: to load
 * them all would take longer than everything else that comes before the first frame.
 *
 * Each has a header, such as base/xml.h, to be included instead of the library's own, with a list
 * of the functions that are used. They are called by their own names: the build makes a macro for
 * each (base/xml_names.h). One more function is one more row in the list; one more library is a
 * header, two rows in late.c, and one in local.mk and in configure.ac each.
 */
#ifndef NEC_BASE_LATE_H
#define NEC_BASE_LATE_H

/* Pointers to the functions of a list, and the function that has them, loading the library where
 * that was not done yet; where it cannot be had, the program ends. */
#define LATE_FUNCTIONS(prefix, list)                                                               \
	struct prefix##_functions {                                                                \
		list(LATE_POINTER)                                                                 \
	};                                                                                         \
	const struct prefix##_functions *prefix##_functions(void);
#define LATE_POINTER(name) __typeof__(name) *name;

/* Loads every such library now, for where nothing can be loaded later. */
void late_load_all(void);

/* Frees what libical keeps for itself, where it was loaded at all. */
void late_clean_ical(void);

#endif
