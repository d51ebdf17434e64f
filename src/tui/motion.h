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
	MOTION_HALF_UP, /* by half of what is seen */
	MOTION_HALF_DOWN,
	MOTION_TOP, /* of what is seen; nothing for what has no cursor */
	MOTION_BOTTOM,
	MOTION_FIRST,
	MOTION_LAST
};

#endif
