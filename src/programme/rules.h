/*
 * The rules by which a programme is found: how people write one, as a table in rules.c.
 */
#ifndef NEC_PROGRAMME_RULES_H
#define NEC_PROGRAMME_RULES_H

#include "programme/outline.h"

enum rule_role {
	ROLE_NONE,
	ROLE_HEADING,	   /* heads a part of the programme, or all of it */
	ROLE_DAY,	   /* names the day of what stands under it */
	ROLE_DAY_OF_ITEMS, /* the same, and the items of the list under it have no times */
	ROLE_TIME,	   /* names the time of the items of the list under it */
	ROLE_SESSION
};

/* Where the title of a session stands. */
enum rule_title {
	TITLE_HERE,	  /* in the line, beside the date and the time */
	TITLE_TAGS,	  /* nowhere but in brackets: "[Le 05/11 à 9h] [Webinaire]" */
	TITLE_NEXT_LINE,  /* on the line below, of the same paragraph */
	TITLE_FIRST_LINE, /* on the lines above, of the same paragraph */
	TITLE_ABOVE,	  /* in the heading above */
	TITLE_BELOW	  /* in the paragraph or heading below */
};

struct rule {
	enum rule_role role;
	enum rule_title title;
	uint64_t needs, without; /* facts (programme/facts.h), or-ed */
	const char *name;	 /* for session->rule and the report; translated when shown */
	const char *examples;
};

/* The rule that a line follows; NULL for none. Rows of tables have programme/timetable.h. */
const struct rule *rules_apply(const struct outline *outline, size_t index);

/* Why a line with a date or a time is no session; NULL where it has none. Marked with N_(). */
const char *rules_refusal(const struct outline *outline, size_t index);

/* Rules that other code applies. */
extern const char rule_item_under_time[], rule_item_under_date[], rule_table_row[],
    rule_table_cell[], rule_labelled[], rule_part_of_day[];

#endif
