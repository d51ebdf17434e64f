/*
 * A question that is answered with yes or no before anything else is done. It stands at the bottom;
 * every other key waits.
 */
#ifndef NEC_TUI_QUESTION_H
#define NEC_TUI_QUESTION_H

#include "tui/app.h"
#include "tui/text.h"

#include <stdbool.h>
#include <stdint.h>

/* What is done when the answer is yes, or no. */
typedef void question_yes(struct app *app, uint32_t item, struct effects *effects);

/* A zeroed struct is no question. */
struct question {
	struct text text;	/* fitted by footer_fit() */
	bool apart;		/* too long to share a row with the keys that answer it */
	question_yes *yes, *no; /* `no` may be NULL */
	uint32_t item;		/* what it is about, as the asker counts */
};

void question_free(struct question *question);

/* Asks; the text is copied. A question that stands is given up for it. */
void question_ask(struct app *app, const char *text, question_yes *yes, uint32_t item);

/* The same, where no is an answer, too. */
void question_ask_either(struct app *app, const char *text, question_yes *yes, question_yes *no);

bool question_stands(const struct app *app);

/* Ends it, and does what was asked about where the answer is yes, or what no means. */
void question_answer(struct app *app, bool yes, struct effects *effects);

#endif
