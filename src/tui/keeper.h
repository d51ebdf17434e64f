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
#include "model/changes.h"
#include "model/plan.h"
#include "tui/app.h"

#include <stdbool.h>
#include <stdint.h>

typedef ARRAY(uint32_t) keeper_numbers;

struct keeper_awaited {
	char *id;	  /* of the bookmark */
	unsigned answers; /* how many are still to come */
};

struct keeper {
	const struct agenda *agenda;
	struct bookmarks shown, stored;
	ARRAY(struct keeper_awaited) awaited;
	ARRAY(struct bookmark) removals; /* what can be brought back, the latest last */
	ARRAY(char *) renewing;		 /* what an EFFECT_RENEW is about */
	char *note;			 /* of the last effect */
	uint32_t successor;		 /* of the last EFFECT_SUCCEED */

	/* Made from `shown` whenever it changes. */
	keeper_numbers sessions; /* of the agenda, in programme order */
	struct plan plan;	 /* made of them */
	keeper_numbers gone;  /* bookmarks whose session the agenda has no more, by day and start;
			       * indexes into shown.items */
	unsigned char *marks; /* a byte per session, see keeper.c */
	struct changes changes;
	size_t news; /* how many of them the user does not know of */
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

/* The title that a bookmark had, be it kept or let go; NULL where none is known. */
const char *keeper_title(const struct keeper *keeper, const char *id);

/* What changed of it since the user saw it last; NULL where nothing did, or it is not kept. Valid
 * until the next change. */
const struct change *keeper_change(const struct keeper *keeper, uint32_t session);

/* The session that could be kept instead of a bookmark, by its id; -1 for none. */
int keeper_successor(const struct keeper *keeper, const char *id);

/* Ids below are those of bookmarks that are kept, whether or not their sessions are gone. */

/* Keeps a session or lets it go. */
struct effect keeper_toggle(struct keeper *keeper, uint32_t session);
struct effect keeper_remove(struct keeper *keeper, const char *id);

bool keeper_can_undo(const struct keeper *keeper);

/* Brings back what was let go last; for when keeper_can_undo(). */
struct effect keeper_undo(struct keeper *keeper);

/* Writes a note (NULL for none) about a session, which is then kept too, or about what is gone. */
struct effect keeper_note(struct keeper *keeper, const char *id, const char *note);

/* Keeps the successor of a bookmark in its place; for when there is one. */
struct effect keeper_succeed(struct keeper *keeper, const char *id);

/* The user has seen what changed; for when there are news. */
struct effect keeper_renew(struct keeper *keeper);

/* The answer to an effect of that kind and id. Whether it changed what is shown. */
bool keeper_answer(struct keeper *keeper, enum effect_kind what, const char *id, bool done);

/* Whether the disk holds what such an effect was to bring about, when it was loaded last. */
bool keeper_came_true(const struct keeper *keeper, enum effect_kind what, const char *id);

/* What the disk holds now. Whether that changed what is shown. */
bool keeper_load(struct keeper *keeper, const struct bookmarks *bookmarks);

#endif
