/*
 * The state of the browser, for the files of this folder.
 */
#ifndef NEC_TUI_APP_PRIVATE_H
#define NEC_TUI_APP_PRIVATE_H

#include "model/plan.h"
#include "tui/announcer.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/carry.h"
#include "tui/code.h"
#include "tui/filter.h"
#include "tui/keeper.h"
#include "tui/keymap.h"
#include "tui/layout.h"
#include "tui/pane.h"
#include "tui/picker.h"
#include "tui/question.h"
#include "tui/reading.h"
#include "tui/related.h"
#include "tui/reminder.h"
#include "tui/search.h"
#include "tui/theme_index.h"
#include "tui/timeline.h"
#include "tui/view.h"
#include "tui/walk.h"
#include "tui/warnings.h"

/* The line of a day, made when it is shown: with all its sessions, which is kept, and with those
 * that a filter leaves. */
struct day_line {
	struct timeline whole, left;
	int columns; /* that the whole one was made for; 0 for not yet */
};

struct app {
	const struct agenda *agenda;
	struct theme_index theme_index;
	int theme_columns; /* row_theme_columns() */
	int longest_room;  /* session_row_longest_room() */
	int span_columns;  /* session_row_span_columns() */
	struct keymap keymap;
	int rows, columns; /* the window */

	bool linear; /* shown to be heard or felt: no boxes, nothing side by side */
	struct announcer announcer;

	civil_moment now;
	civil_day today; /* the conference day that is on: the day before while it runs past
			  * midnight */

	struct buffer stage, stage_short; /* how the event stands, in a sentence and in words */

	enum view_id view;
	enum view_id behind[VIEW_COUNT]; /* of each sheet, the view that it was opened from */
	enum slot focus[VIEW_COUNT];
	struct layout layout;
	struct pane panes[PANE_COUNT];

	size_t day; /* the one whose programme is shown */
	struct filter filter;
	struct search search;
	bool unchanged; /* by the last message, as far as can be seen */
	struct picker picker;
	struct related related;
	struct reading readings[VIEW_COUNT]; /* of each one, when a sheet was opened over it */
	enum ask_id asked;		     /* what is typed at the bottom now */
	struct prompt prompts[ASK_COUNT];
	struct question question;
	struct day_line *lines; /* by day */
	char *leaving;		/* the bookmark that a question is about; NULL for none */
	char *former;		/* the folder that one is about; NULL for none */
	struct subject subject;
	struct keeper keeper;
	struct plan_spare spare; /* the time that VIEW_SPARE is about */
	struct carry carry;
	char *noting; /* the id of what a note is typed about; NULL before the first */

	struct reminder reminder;
	struct warnings warnings;
	struct code code; /* in the sheet of the QR code */
	struct walk walk;
	bool blocks;	      /* the terminal shows what codes are best drawn with */
	struct buffer handed; /* an address that is given to the world with an effect */

	struct text status; /* what just happened, empty where nothing did */
	unsigned sayings;   /* how often something was, or it was made empty */
	enum role status_role;
};

/* The pane in focus, and the one of a slot of the open view. */
enum pane_id app_pane(const struct app *app);
enum pane_id app_pane_of(const struct app *app, enum slot slot);

/* SLOT_BIT() of the slots that the open view fills: not the side where the agenda has nothing to
 * list there. */
unsigned app_slots(const struct app *app);

/* Opens a view; a sheet lies over what is open, until it is closed. */
void app_show_view(struct app *app, enum view_id view);
void app_close_sheet(struct app *app);

void app_show_day(struct app *app, size_t day);
void app_mark_day(struct app *app, size_t day); /* in the list of days alone */

/* For when the filter was changed: shows what is left, if `fresh` from where a list starts. */
void app_show_filtered(struct app *app, bool fresh);

void app_focus(struct app *app, enum slot slot);

/* Puts the main list in focus, or the side where only that one has rows. */
void app_focus_rows(struct app *app);

/* The session that the pane in focus is about, -1 for none. */
int app_session(const struct app *app);

/* The id of that session, or of a bookmark whose session is gone, that it is about; NULL for none.
 * Valid until the bookmarks change. */
const char *app_bookmark_id(const struct app *app);

/* The day whose programme is shown, NULL where the agenda has none. */
const struct day *app_shown_day(const struct app *app);

/* Whether a conference day is over. */
bool app_day_is_over(const struct app *app, civil_day day);

/* Makes again what is not right any more after the state was changed: where panes stand, their rows
 * and texts. Done after every message; for functions that must know sooner. */
void app_settle(struct app *app);

/* What the user keeps has changed. */
void app_bookmarks_changed(struct app *app);

/* A line to show until the next key; NULL for none. As ROLE_STATUS, what went well, it takes one
 * row even where it is longer; an answer (ROLE_STRONG) and a warning take as many as they need. */
void app_say(struct app *app, enum role role, const char *text);

/* Appends it. */
void app_said(const struct app *app, struct buffer *out);

/* A key or a click ends what is said: not the warning that a reminder hides. */
void app_end_what_is_said(struct app *app);

/* Runs a command, by its number. */
void app_run(struct app *app, size_t number, struct effects *effects);

void app_add_effect(struct effects *effects, struct effect effect);

#endif
