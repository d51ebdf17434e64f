/*
 * The command line: what was asked for, of the options that options_table.h has.
 */
#ifndef NEC_OPTIONS_H
#define NEC_OPTIONS_H

#include "base/array.h"
#include "base/civil.h"
#include "base/report.h"
#include "model/trait.h"
#include "store/preferences.h"

#include <stdbool.h>

enum options_action {
	ACTION_BROWSE,
	ACTION_PRINT,
	ACTION_CHECK,
	ACTION_IMPORT,
	ACTION_DIFF,
	ACTION_CHANGES,
	ACTION_HELP,
	ACTION_HELP_KEYS,
	ACTION_VERSION
};

typedef ARRAY(const char *) option_words;

/* Strings belong to argv. */
struct options {
	const char *agenda;	  /* NULL for the built-in one */
	const char *friend;	  /* the calendar to import or to compare with */
	const char *spare_friend; /* another one: one too many; NULL for none */
	const char *former;	  /* of --changes: an edition before it; NULL for none */
	enum options_action action;
	unsigned actions;   /* a bit for each that was asked for */
	const char *format; /* of --print */
	int alarm;	    /* minutes before each session of a printed calendar; negative: none */
	option_words wanted[TRAIT_COUNT]; /* of days, themes, formats… */
	option_words searches;
	bool bookmarked, upcoming, now, verbose;
	civil_moment at; /* CIVIL_NONE for the real time */
	bool kiosk;
	int kiosk_idle;		 /* seconds */
	const char *kiosk_leave; /* what ends it when it is typed; NULL for nothing */
	struct preferences preferences;
};

/*
 * The value of --lang where it has one that makes sense, else NULL: everything else, errors too, is
 * to be said in that language. What else stands in argv is passed over, but what makes the program
 * tell of itself and end, such as --help, ends the line.
 */
const char *options_language(int argc, char **argv);

/*
 * Reads argv. The preferences must have been begun; they stay as they are where the command line
 * does not say otherwise, and belong to whoever began them. False, with one error that says what to
 * do, where it makes no sense (exit status 2). To be freed with options_free() in any case.
 */
bool options_parse(struct options *options, int argc, char **argv, struct report *report);
void options_free(struct options *options);

#endif
