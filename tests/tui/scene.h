/*
 * Scenes: an agenda at 10:12 on Thursday, when one session is over, two are on and one comes next;
 * what the disk holds; and what the user has done since.
 */
#ifndef NEC_TESTS_TUI_SCENE_H
#define NEC_TESTS_TUI_SCENE_H

#include "play.h"

enum scene_agenda { LANTERNS, EMPTY, CONGRESS, REGATTA, FAIR };

/* Nothing is kept; a bookmark whose session the agenda has no more, as the user knows; bookmarks
 * from before it was revised. */
enum scene_disk { KEPT_NOTHING, KEPT_GONE, KEPT_BEFORE };

struct scene {
	enum scene_agenda agenda;
	enum scene_disk disk;
	bool linear;
	bool plain; /* the terminal has no half blocks to draw codes with */
	const char *script;
};

/* Begins, and plays the script. */
void scene_play(struct play *play, const struct scene *scene, int rows, int columns);

#endif
