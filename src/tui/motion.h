/*
 * The ways to move through a list or a text.
 */
#ifndef NEC_TUI_MOTION_H
#define NEC_TUI_MOTION_H

enum motion {
	MOTION_UP,
	MOTION_DOWN,
	MOTION_LEFT, /* nothing for what has no columns */
	MOTION_RIGHT,
	MOTION_PAGE_UP,
	MOTION_PAGE_DOWN,
	MOTION_FIRST,
	MOTION_LAST
};

#endif
