/*
 * What the line at the bottom asks the user to type: a search, and whatever else needs a line. One
 * thing at a time; every other key waits until it is accepted or cancelled.
 */
#ifndef NEC_TUI_ASK_H
#define NEC_TUI_ASK_H

#include "tui/app.h"
#include "tui/prompt.h"

#include <stdbool.h>
#include <stdint.h>

/* What can be asked for. Each has a prompt of its own, app->prompts[], which remembers its lines.
 */
enum ask_id { ASK_NOTHING, ASK_SEARCH, ASK_NARROW, ASK_NOTE, ASK_FILE, ASK_COUNT };

/* A function may be NULL where nothing is to be done. */
struct ask_kind {
	const char *sign; /* stands before what is typed; N_() where it is words */
	bool casual;	  /* a click elsewhere accepts it; else such a click is passed over */

	/* What is typed has changed. */
	void (*typed)(struct app *app);

	/* Each is called when nothing is asked any more; the prompt still holds the line. The first
	 * says whether the line is worth remembering. */
	bool (*accept)(struct app *app, struct effects *effects);
	void (*cancel)(struct app *app);

	/* Appends what it is about, which is said before the sign where there is room. */
	void (*about)(const struct app *app, struct buffer *out);

	/* Appends what is said behind the line. */
	void (*aside)(const struct app *app, struct buffer *out);
};

extern const struct ask_kind ask_search;
extern const struct ask_kind ask_narrow;
extern const struct ask_kind ask_note;
extern const struct ask_kind ask_file;

/* Asks for a line, which begins as `text`. */
void ask_begin(struct app *app, enum ask_id id, const char *text);

/* What is asked for, NULL for nothing; and the prompt it is typed into. */
const struct ask_kind *ask_kind(const struct app *app);
struct prompt *ask_prompt(struct app *app);
const struct buffer *ask_line(const struct app *app);

/* Takes a key for the line; false for one that is no character. */
bool ask_type(struct app *app, uint32_t key);

/* For when the prompt was changed by other means. */
void ask_typed(struct app *app);

void ask_accept(struct app *app, struct effects *effects);
void ask_cancel(struct app *app);

#endif
