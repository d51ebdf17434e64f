/*
 * The sessions that the user keeps, as the screen promises them and as the disk holds them.
 *
 * A change shows at once; the effect it returns is carried out by others and answered later. An
 * answer that the change failed takes it back, unless the user has changed the session again
 * meanwhile: then the last answer to come settles what is shown.
 */
#ifndef NEC_TUI_KEEPER_H
#define NEC_TUI_KEEPER_H

#include "base/array.h"
#include "model/agenda.h"
#include "model/bookmarks.h"
#include "model/plan.h"
#include "tui/app.h"

#include <stdbool.h>
#include <stdint.h>

typedef ARRAY(uint32_t) keeper_numbers;

struct keeper_awaited {
	char *id;	  /* of the bookmark */
	unsigned answers; /* how many are still to come */
};

struct keeper_removal {
	uint32_t session;
	char *note;
};

struct keeper {
	const struct agenda *agenda;
	struct bookmarks shown, stored;
	ARRAY(struct keeper_awaited) awaited;
	ARRAY(struct keeper_removal) removals; /* what can be undone, the latest last */

	/* Made from `shown` whenever it changes. */
	keeper_numbers sessions; /* of the agenda, in programme order */
	struct plan plan;	 /* made of them */
	keeper_numbers gone;  /* bookmarks whose session the agenda has no more, by day and start;
			       * indexes into shown.items */
	unsigned char *marks; /* a byte per session, see keeper.c */
};

void keeper_begin(struct keeper *keeper, const struct agenda *agenda);
void keeper_free(struct keeper *keeper);

bool keeper_has(const struct keeper *keeper, uint32_t session);

/* The bookmark of a session, NULL where it is not kept; valid until the next change. */
const struct bookmark *keeper_bookmark(const struct keeper *keeper, uint32_t session);

/* Whether the user has a note about it. */
bool keeper_has_note(const struct keeper *keeper, uint32_t session);

/* Whether a session that is kept runs at the same time as another one that is. */
bool keeper_overlaps(const struct keeper *keeper, uint32_t session);

size_t keeper_count(const struct keeper *keeper);

/* Keeps a session or lets it go. */
struct effect keeper_toggle(struct keeper *keeper, uint32_t session);

bool keeper_can_undo(const struct keeper *keeper);

/* Keeps the session again that was let go last, with its note; for when keeper_can_undo(). */
struct effect keeper_undo(struct keeper *keeper);

/* Gives a session, or a bookmark whose session is gone, a note, NULL for none. The session is kept
 * then, too. */
struct effect keeper_note(struct keeper *keeper, uint32_t session, const char *note);
struct effect keeper_note_gone(struct keeper *keeper, const char *id, const char *note);

/* The answer to an effect: to a save or removal, and to a note. */
void keeper_answer(struct keeper *keeper, uint32_t session, bool removed, bool done);
void keeper_answer_note(struct keeper *keeper, const char *id, bool done);

/* What the disk holds now. */
void keeper_load(struct keeper *keeper, const struct bookmarks *bookmarks);

#endif
