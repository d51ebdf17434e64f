/*
 * Plays scripts on the interface: it is the user, the clock, the window and the disk.
 *
 * A script is words parted by spaces: a key by its label in English ("j", "Enter", "PgDn", "↑",
 * "Space", "Ctrl-L"), 80x24 for a new size of the window, d1@10:42 for the clock (day 1 of
 * sample_at()), remind:10 for so many minutes before
 * sessions that are kept, with the bell, click:ROW:COLUMN, double:ROW:COLUMN, wheel-up:… and
 * wheel-down:…, disk:ok, disk:full, disk:slow or disk:failing for how the disk answers from then
 * on; and search:slow to have a search look through one session at a time from then on, as if the
 * agenda were huge: the first one when its words are typed, a further one with each search:on, and
 * all that are left with search:end.
 */
#ifndef NEC_TESTS_TUI_PLAY_H
#define NEC_TESTS_TUI_PLAY_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"
#include "tui/app.h"
#include "tui/screen.h"

#include <stdbool.h>

enum play_disk {
	DISK_OK,
	DISK_FULL,
	DISK_SLOW,   /* never answers */
	DISK_FAILING /* does it, and fails at the last step */
};

struct play {
	struct agenda *agenda;
	struct app *app;
	struct screen *screen;
	struct bookmarks disk, removed;
	enum play_disk how;
	bool quit;
	int saves, removals, notes, adoptions, refusals, bells, exports, repaints, suspends,
	    openings;
	int copies;
	struct buffer handed;	   /* the last text that was to be opened or copied */
	char file[200];		   /* the path of the last file that was written */
	int copied_sessions;	   /* how often sessions went to the clipboard */
	struct export_order order; /* the last one; points to nothing any more but its format */
};

/* What is drawn from now on is in that language: "en", "fr". False where its catalogue was not
 * built.
 */
bool play_speak(const char *language);

/* Takes the agenda over. */
void play_begin(struct play *play, struct agenda *agenda, civil_moment now, int rows, int columns);
void play_end(struct play *play);

/* sample_lanterns() at 9:42 on Thursday, when "What a lighthouse owes its town" is on, in a window
 * of 80x24, after a script. */
struct play play_lanterns(const char *script);

/* Hands a message to the app, carries its effects out, draws. */
void play_message(struct play *play, const struct message *message);
void play_key(struct play *play, uint32_t key);
void play_script(struct play *play, const char *script);

/* The disk holds this bookmark, too, and says so. */
void play_bookmark(struct play *play, const struct bookmark *bookmark);

/*
 * The disk holds what was kept of sample_lanterns() before it was revised, and says so: a session
 * that has moved into another room, one that is cancelled now, one that is gone and has a successor
 * under another id, with a note, and one that is gone for good.
 */
void play_revision(struct play *play);

/* The row of the screen that holds a text, -1 for none; *column, unless NULL, is where it begins.
 */
int play_row_of(const struct play *play, const char *text, int *column);

/* Uses the mouse where a text begins, or so many rows below; the test fails where it is not. */
void play_mouse(struct play *play, enum mouse_action action, const char *text, int further);
void play_click(struct play *play, const char *text);

/* Everything that is drawn, to be compared; freed with free(). */
char *play_looks(const struct play *play);

/* The screen as golden files hold it: text, cursor, roles. */
void play_dump(const struct play *play, struct buffer *out);

/* Prints a screen as a test's error, line by line: cmocka cuts what is longer. */
void play_print(const char *heading, const struct buffer *screen);

#endif
