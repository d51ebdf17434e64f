/*
 * The filter sheet: every value of every trait that matters, to be ticked. What is ticked holds at
 * once. A long list can be narrowed to the values whose names hold some words.
 *
 * Rows are numbered through all traits in the order in which they are listed, so that a number
 * means the same value however the list is narrowed. Speakers stand by name: which of them is where
 * is found out when one comes into sight, for it takes a while where there are tens of thousands.
 */
#ifndef NEC_TUI_PICKER_H
#define NEC_TUI_PICKER_H

#include "base/buffer.h"
#include "model/trait.h"
#include "tui/filter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;
struct roll;

/* A zeroed struct is a sheet that was never opened. */
struct picker {
	char **names;	       /* folded, of all values but the speakers, and */
	struct roll *speakers; /* these; NULL before they are needed */
	char *words;	       /* what the list is narrowed to, folded; NULL for all */
	struct buffer text;    /* the same as typed; empty for all */
	struct buffer before;  /* the text when the prompt was opened */
	bool changed;	       /* the filter is another than when the sheet was opened */
};

void picker_free(struct picker *picker);

/* Opens the sheet. Closed, it leads back to where it was opened, or to the programme where what was
 * ticked is not seen there. */
void picker_open(struct app *app);

/* For when it is left: shows what the filter leaves now. */
void picker_left(struct app *app);

/* The trait of a row of the list of values; and its value, of one that is in sight. */
enum trait picker_trait(const struct app *app, uint32_t number);
enum trait picker_value(const struct app *app, uint32_t number, uint32_t *value);

/* For when other rows may have come into sight: what they show is made ready. */
void picker_settle(struct app *app);

/* Calls back for the rows of the list of values, in their order: for numbers that follow each other
 * from a first one on, a group being what stands under one heading. */
typedef void picker_see(void *closure, enum trait group, uint32_t first, size_t count);
void picker_each(struct app *app, picker_see *see, void *closure);

/* The group that a trait is listed in, named by its first trait; how it is called. */
enum trait picker_group(enum trait trait);
const char *picker_heading(enum trait group);

/* Whether a group has anything to be ticked; how many of its values are. */
bool picker_offers(const struct app *app, enum trait group);
size_t picker_ticked(const struct app *app, enum trait group);

/* Ticks the value of a row, or unticks it. */
void picker_toggle(struct app *app, uint32_t number);

/* Unticks all. */
void picker_clear(struct app *app);

/* Asks for words to narrow the list (tui/ask.h). */
void picker_narrow(struct app *app);

/* Whether it is narrowed; shows all again. */
bool picker_is_narrowed(const struct app *app);
void picker_widen(struct app *app);

#endif
