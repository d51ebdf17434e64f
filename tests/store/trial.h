/*
 * What is tried while calls fail, the program is killed or the folder vanishes: a save or a
 * removal, with a bookmark of ours and a foreign file beside it; and whether what is left is right.
 */
#ifndef NEC_TESTS_STORE_TRIAL_H
#define NEC_TESTS_STORE_TRIAL_H

#include "sample.h"

#include "store/store.h"

#define TRIAL_FOLDER "nec-agenda/seed-fair-2024"

struct scene {
	struct agenda *agenda;
	struct store *store;
	struct bookmarks bookmarks;
	struct report report;
	struct buffer text;
	size_t added; /* how many the last addition said to be kept */
};

enum trial_deed { TRIAL_SAVES, TRIAL_ADDS, TRIAL_RENEWS, TRIAL_REMOVES, TRIAL_RESTORES };

struct trial {
	const char *name;
	const char *before, *after; /* the session's note; NULL where it is not kept */
	enum trial_deed deed;
	bool furnished; /* whether the folder is there, with others in it */
	bool linked;	/* the file is a link to one elsewhere */
};

extern const struct trial trials[];

/* The numbers of some, and how many there are. */
enum {
	TRIAL_FIRST,
	TRIAL_NEW,
	TRIAL_NOTE,
	TRIAL_LINKED,
	TRIAL_ADDITION,
	TRIAL_RENEWAL,
	TRIAL_REMOVAL,
	TRIAL_RETURN,
	TRIALS
};

/* For cmocka: the state is a scene without a store. */
int trial_set_up(void **state);
int trial_tear_down(void **state);

/* A home in memory where there is such a thing, a store, and what is there beforehand. */
void trial_prepare(struct scene *scene, const struct trial *trial);
bool trial_perform(struct scene *scene, const struct trial *trial);
void trial_close(struct scene *scene);

/* The note of the session that is tried, "" where it is not kept: before and after the trial. */
const char *trial_old_note(const struct trial *trial);
const char *trial_new_note(const struct trial *trial);

/* How many files it makes, and so may leave half made. */
int trial_files_made(const struct trial *trial);

/* The fewest calls that it can be done with. */
int trial_calls_least(const struct trial *trial);

/*
 * The one that a new window reads, as it would after a crash. Fails where anything else is not as
 * it was, or is not whole.
 */
const char *trial_note_left(struct scene *scene);
void trial_assert_old_or_new(struct scene *scene, const struct trial *trial);

/* Everything works again once the trouble is over, and nothing is left of it in the end. */
void trial_assert_recovers(struct scene *scene, const struct trial *trial);

/* How many files of a killed save there are; each of them is made old. */
int trial_age_leftovers(void);

#endif
