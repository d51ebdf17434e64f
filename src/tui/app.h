/*
 * The browser without a terminal: its state, what changes it, and how it looks.
 *
 * app_update() is the only thing that changes the state and does no I/O: what the world should do
 * is returned as effects. app_draw() changes nothing. The clock comes in as a message, so every
 * moment can be rehearsed and tested.
 */
#ifndef NEC_TUI_APP_H
#define NEC_TUI_APP_H

#include "model/agenda.h"
#include "model/bookmarks.h"
#include "model/query.h"
#include "tui/keymap.h"
#include "tui/screen.h"

#include <stdbool.h>
#include <stdint.h>

struct app;

enum message_kind {
	MESSAGE_KEY,	   /* a key was hit */
	MESSAGE_MOUSE,	   /* the mouse was used */
	MESSAGE_RESIZE,	   /* the terminal has another size */
	MESSAGE_CLOCK,	   /* a minute has passed */
	MESSAGE_BOOKMARKS, /* the bookmarks were read (again) from disk */
	MESSAGE_SAVED,	   /* an effect on the bookmarks was done, or failed */
	MESSAGE_FORMER,	   /* bookmarks lie in the folder of a former title */
	MESSAGE_EXPORTED,  /* an EFFECT_EXPORT was, or would replace a file */
	MESSAGE_GO_ON,	   /* nothing else is to be done: app_has_more() is */
	MESSAGE_NOTICE	   /* a line to show, such as a warning of the store */
};

enum export_end {
	EXPORT_DONE,
	EXPORT_THERE, /* there is a file of that name, which is not to be replaced */
	EXPORT_FAILED
};

enum mouse_action { MOUSE_CLICK, MOUSE_DOUBLE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct message {
	enum message_kind kind;
	union {
		uint32_t key; /* tui/key.h */
		struct {
			enum mouse_action action;
			int row, column; /* from 0 */
		} mouse;
		struct {
			int rows, columns;
		} resize;
		civil_moment clock;
		const struct bookmarks *bookmarks; /* copied */
		struct {
			int what; /* enum effect_kind */
			bool done;
			const char *id;	   /* as the effect had it */
			const char *error; /* why not, where not done; copied */
		} saved;
		struct {
			const char *name; /* of the folder; copied */
			size_t count;	  /* of the bookmarks that are of this agenda */
		} former;
		struct {
			enum export_end end;
			const char *path;  /* as people read it, NULL for the clipboard; copied, as
					    * is the next */
			const char *error; /* why not, where it failed */
		} exported;
		const char *notice; /* a sentence, copied; NULL ends what is said */
	};
};

enum effect_kind {
	EFFECT_QUIT,

	/* On the bookmarks; each is answered with MESSAGE_SAVED. */
	EFFECT_SAVE,	/* keep the session, with the note if there is one */
	EFFECT_NOTE,	/* write the note, and keep the session if there is one */
	EFFECT_REMOVE,	/* let go */
	EFFECT_RESTORE, /* bring back as it was what was let go */
	EFFECT_SUCCEED, /* keep the session, with the note, then let go of what it succeeds */
	EFFECT_RENEW,	/* bring up to date what changed, as the user has seen it: all of `ids` */
	EFFECT_ADOPT,	/* take the folder named `id` over; the bookmarks are read again then */
	EFFECT_DECLINE, /* do not offer that any more */

	EFFECT_BELL,	/* ring it */
	EFFECT_EXPORT,	/* write sessions to a file, or copy them; answer with MESSAGE_EXPORTED */
	EFFECT_REPAINT, /* paint everything anew: something else wrote on the terminal */
	EFFECT_SUSPEND, /* stop as Ctrl-Z does */
	/* Of these, what fails is said in a MESSAGE_NOTICE. */
	EFFECT_OPEN, /* open the address in `text` */
	EFFECT_COPY  /* copy `text`, of at most EFFECT_COPY_BYTES, into the clipboard */
};

/* What to write where. What it points to is valid until the next app_update(). */
struct export_order {
	size_t format;	  /* of those of app_set_formats() */
	const char *path; /* as the user typed it; NULL for the clipboard */
	bool replace;	  /* a file that is there */
	const struct query *query;
	const struct query_rows *rows; /* these sessions; NULL for those that fit the query */
	const struct bookmarks *bookmarks;
	bool whole;   /* nothing is left out */
	bool in_full; /* all that is told of each session is wanted */
};

struct effect {
	enum effect_kind kind;
	uint32_t session; /* of EFFECT_SAVE, EFFECT_NOTE, EFFECT_SUCCEED; or none */

	/* All are valid until the answer has been taken. */
	const char *id;	  /* the bookmark */
	const char *note; /* NULL for none */
	const char *text; /* of EFFECT_OPEN and EFFECT_COPY */
	char *const *ids;
	size_t id_count;

	struct export_order order; /* of EFFECT_EXPORT */
};

#define EFFECT_NO_SESSION UINT32_MAX

enum {
	EFFECTS_MOST = 4,
	EFFECT_COPY_BYTES = 64 * 1024 /* terminals take at least 75,000; sessions with long texts
				       * have some 10,000 */
};

struct effects {
	struct effect items[EFFECTS_MOST];
	int count;
};

/*
 * The agenda must outlive the app. `now` is the moment at the venue; rows and columns are the
 * terminal's.
 */
struct app *app_new(const struct agenda *agenda, civil_moment now, int rows, int columns);
void app_free(struct app *app); /* NULL is allowed */

/* Has it heed these keys, which are copied, and not those of the command table. */
void app_set_keys(struct app *app, const struct keymap *keymap);

/* A format in which sessions can be carried away. */
struct app_format {
	const char *name, *extension; /* "text", "txt" */
	const char *summary;	      /* not translated yet */
};

/* Which formats there are, none without this. They must outlive the app. */
void app_set_formats(struct app *app, const struct app_format *formats, size_t count);

/*
 * Reminds the user so many minutes before a session of theirs starts, 0 for never, as it is not
 * without this; and rings the bell then, where wanted.
 */
void app_remind(struct app *app, int minutes, bool bell);

/* Restricts the programme to what a query asks for, as if the user had done so; the query is empty
 * after. */
void app_take_query(struct app *app, struct query *query);

/* Shows what is on and what comes next, as the user can. */
void app_show_now(struct app *app);

/*
 * Shows everything to be heard or to be felt on a braille display: one pane at a time, one line per
 * item in the order one would say it, no boxes, nothing side by side; and has the line at the
 * bottom say every change.
 */
void app_set_linear(struct app *app, bool linear);

/* Whether the terminal shows the half blocks (▀ ▄ █) that QR codes are drawn with where they are
 * there; as it starts it does. */
void app_set_blocks(struct app *app, bool blocks);

/* Replaces *effects with what is to be done, in order. */
void app_update(struct app *app, const struct message *message, struct effects *effects);

/*
 * Whether something that takes long is not finished, such as a search through a large agenda. Then
 * MESSAGE_GO_ON has it go on for less than a millisecond, and is to follow whenever there is no
 * other message.
 */
bool app_has_more(const struct app *app);

/* Whether anything that is seen may have changed with the last message. */
bool app_is_to_be_drawn(const struct app *app);

/* Draws all of it; the screen is resized to the app's size. */
void app_draw(const struct app *app, struct screen *screen);

#endif
