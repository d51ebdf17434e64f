/*
 * The command line: one table of options, from which parsing and --help are made.
 */
#ifndef NEC_OPTIONS_H
#define NEC_OPTIONS_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/civil.h"
#include "base/report.h"
#include "model/trait.h"

#include <stdbool.h>

enum options_action { ACTION_BROWSE, ACTION_PRINT, ACTION_CHECK, ACTION_HELP, ACTION_VERSION };

enum options_color { OPTION_COLOR_AUTO, OPTION_COLOR_ALWAYS, OPTION_COLOR_NEVER };

typedef ARRAY(const char *) option_words;

/* Strings belong to argv. */
struct options {
	const char *agenda; /* NULL for the built-in one */
	enum options_action action;
	const char *format;		  /* of --print */
	option_words wanted[TRAIT_COUNT]; /* of days, themes, formats… */
	option_words searches;
	bool bookmarked, upcoming, now, verbose, ascii, no_mouse;
	enum options_color color;
	civil_moment at; /* CIVIL_NONE for the real time */
};

/*
 * Reads argv. False, with one error that says what to do, where it makes no sense (exit status 2).
 * To be freed with options_free() in any case.
 */
bool options_parse(struct options *options, int argc, char **argv, struct report *report);
void options_free(struct options *options);

/* The text of --help, made from the table. */
void options_help(struct buffer *out);

#endif
