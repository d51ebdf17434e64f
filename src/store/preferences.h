/*
 * What the user prefers: $XDG_CONFIG_HOME/nec-agenda/config.yaml, a map of settings, all of which
 * stand in one table. The command line may say otherwise after.
 */
#ifndef NEC_STORE_PREFERENCES_H
#define NEC_STORE_PREFERENCES_H

#include "base/arena.h"
#include "base/node.h"
#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

enum preferences_language {
	PREFERENCES_LANGUAGE_AUTO, /* the locale's, else the agenda's */
	PREFERENCES_LANGUAGE_ENGLISH,
	PREFERENCES_LANGUAGE_FRENCH
};

enum preferences_color {
	PREFERENCES_COLOR_AUTO, /* as the terminal can, none with NO_COLOR */
	PREFERENCES_COLOR_ALWAYS,
	PREFERENCES_COLOR_NEVER
};

/* The largest file, in bytes, and the longest time before a session, in minutes. */
enum { PREFERENCES_LARGEST = 64 * 1024, PREFERENCES_REMIND_MOST = 24 * 60 };

struct preferences {
	const struct node *keys; /* a map of commands and their keys, not looked at yet
				  * (tui/rebinding.h); NULL where nothing is said */
	enum preferences_language language;
	bool ascii, mouse;
	bool linear; /* shown to be heard or felt (tui/app.h) */
	enum preferences_color color;
	int remind; /* minutes before a bookmarked session; 0 for never */
	bool bell;
	struct arena *arena; /* owner of the nodes */
};

/* What is preferred where nothing is said. To be freed with preferences_free(). */
void preferences_begin(struct preferences *preferences);
void preferences_free(struct preferences *preferences);

/*
 * Takes over what the user's file says. No file is no error; of one that cannot be read, or is no
 * YAML, nothing counts, and an error says so. A setting that is not known, or has a value that
 * makes no sense, is told with its line in a caution; the others count all the same.
 */
void preferences_read(struct preferences *preferences, struct report *report);

/* The same of a text, which stands in `file`; the name must outlive the preferences. */
void preferences_take(struct preferences *preferences, const char *text, size_t length,
		      const char *file, struct report *report);

/* Sets one setting (not the keys) from a text; false where it does not take that. */
bool preferences_set(struct preferences *preferences, const char *name, const char *value);

/* The language that is preferred, "en" or "fr"; NULL for that of the locale or the agenda. */
const char *preferences_language_code(const struct preferences *preferences);

/* The table, for those who describe it. */
struct preferences_row {
	const char *name;
	const char *values; /* what it takes, marked with N_() */
	const char *usual;  /* what holds where nothing is said; NULL where that has no name */
	const char *help;   /* marked with N_() */
	bool (*take)(struct preferences *preferences, const char *value); /* NULL for the keys */
};

size_t preferences_count(void);
const struct preferences_row *preferences_at(size_t number);

#endif
