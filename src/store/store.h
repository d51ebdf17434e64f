/*
 * The user's bookmarks on disk, as a vdir (https://vdirsyncer.pimutils.org, "vdir"): one folder
 * per event, one .ics file per bookmark with one VEVENT in it, so that khal and vdirsyncer read
 * them as a calendar.
 *
 * The folder is $XDG_DATA_HOME/nec-agenda/EVENT-ID, by default below ~/.local/share; a relative
 * XDG_DATA_HOME is passed over, as the XDG base directory specification says. It is made when the
 * first bookmark is.
 *
 * Other programs, and other windows of this one, may change the folder at any time: every call
 * looks at it anew, and nothing is ever overwritten that is not this program's bookmark of that
 * session. Errors and warnings name the path, say why, and what to do.
 */
#ifndef NEC_STORE_STORE_H
#define NEC_STORE_STORE_H

#include "base/report.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

struct store;

/*
 * `agenda` must outlive the store. Never fails: a folder that cannot be had is reported when it is
 * needed.
 */
struct store *store_open(const struct agenda *agenda);
void store_close(struct store *store); /* NULL is allowed */

/* The folder's path; NULL where neither XDG_DATA_HOME nor HOME says where. */
const char *store_path(const struct store *store);

/*
 * Reads every bookmark into *bookmarks (replaced). A missing folder is an empty one. Files that
 * are not ours or cannot be read stay untouched and are named in a warning, a few at a time and
 * each once in a store's life, unless it changes. False, with *bookmarks as it was, where the
 * folder is there and cannot be read.
 */
bool store_load(struct store *store, struct bookmarks *bookmarks, struct report *report);

/*
 * The folder below the same data folder in which bookmarks of this agenda lie, where its own is
 * missing: a title was corrected. Its name, to be freed, and how many; NULL for none.
 */
char *store_former(const struct store *store, size_t *count);

/* Makes that folder the agenda's own, by giving it its name. False with an error in the report. */
bool store_adopt(struct store *store, const char *former, struct report *report);

/* Makes the agenda a folder of its own, so that no former one is found any more. */
bool store_make(struct store *store, struct report *report);

/*
 * Keeps one session of `agenda`, with this note, atomically (temporary name, fsync of file and
 * folder, rename): when it returns true the bookmark survives a power cut. One that is there stays
 * as it is but for the note, and where that is NULL its own note stays too: what it says of the
 * session is what the user was told last (model/changes.h), and another window may have written
 * it. False with an error in the report; the bookmark is then as it was before, whole. (Only where
 * the disk failed in the very last step, to bring the folder to disk, it may be the new one: load
 * again to know.)
 */
bool store_save(struct store *store, const struct agenda *agenda, size_t session, const char *note,
		struct report *report);

/* A session to keep, and a note (NULL for none). */
struct store_addition {
	size_t session;
	const char *note;
};

/*
 * Keeps so many, each with the same promise, but one that is kept already stays as it is, its note
 * above all. The folder is looked at once for many of them, and they are brought to disk some
 * hundreds at a time: all of these are on disk before one of them has its name, and count once
 * their names are on disk too. *kept becomes how many are kept now, from the first on, which the
 * progress of the report hears meanwhile. False where that is not all of them: with an error, or
 * because it was to stop.
 */
bool store_add(struct store *store, const struct agenda *agenda,
	       const struct store_addition *additions, size_t count, size_t *kept,
	       struct report *report);

/* Changes nothing but the note (NULL for none) of a bookmark that is there, with the same promise.
 */
bool store_note(struct store *store, const char *id, const char *note, struct report *report);

/* Makes a bookmark that is there say what the agenda says of its session now, with the same
 * promise. What other programs added to it stays, as the note does. */
bool store_renew(struct store *store, const struct agenda *agenda, size_t session,
		 struct report *report);

/* Makes a bookmark that is there say that the user knows that its session is gone. */
bool store_lose(struct store *store, const char *id, struct report *report);

/* Removes one, with the same promise; true also where there was none. */
bool store_remove(struct store *store, const char *id, struct report *report);

/* Whether it was removed through this store, and not by another window before that. */
bool store_can_restore(struct store *store, const char *id);

/* Brings that back as it was, to the byte, with the same promise; true also where there is such a
 * bookmark again. */
bool store_restore(struct store *store, const char *id, struct report *report);

#endif
