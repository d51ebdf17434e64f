/*
 * The views: which panes each is made of. One table.
 */
#ifndef NEC_TUI_VIEW_H
#define NEC_TUI_VIEW_H

#include "tui/layout.h"

#include <stdbool.h>

enum view_id {
	VIEW_PROGRAMME,
	VIEW_THEMES,
	VIEW_PRACTICAL,
	VIEW_AGENDA,
	VIEW_SPARE,
	VIEW_GRID,
	VIEW_CARRY,
	VIEW_FILTER,
	VIEW_NOW,
	VIEW_CODE,
	VIEW_RELATED,
	VIEW_HELP,
	VIEW_COUNT
};

enum pane_id {
	PANE_NONE,
	PANE_DAYS,     /* days, and themes to filter by */
	PANE_SESSIONS, /* the programme of a day */
	PANE_THEMES,
	PANE_THEME, /* the sessions of one theme */
	PANE_KEPT,  /* what the user keeps */
	PANE_SPARE, /* what runs in a time that is free */
	PANE_GRID,  /* the programme of a day, rooms × time */
	PANE_CARRY, /* what to carry away, and how */
	PANE_NOW,   /* what is on, and what comes next */
	PANE_DETAIL,
	PANE_TRAITS,  /* kinds of what one can filter by */
	PANE_VALUES,  /* and what of each, to be ticked */
	PANE_EVENT,   /* the page of the event */
	PANE_CODE,    /* a QR code */
	PANE_RELATED, /* what else speakers or a room have */
	PANE_HELP,
	PANE_COUNT
};

struct view {
	const char *name;  /* N_() */
	const char *brief; /* N_(): of a tab, where all names do not fit; NULL for the same */
	bool tab;	   /* one of the numbered views in the header; else a sheet, which lies over
			    * one of them */
	enum slot first;   /* in focus when it is opened for the first time */
	enum pane_id slots[SLOT_COUNT];
	bool by_day; /* shows the programme of a day, as it is filtered and searched */
	bool broad;  /* its main pane gives room to the detail in the broadest windows alone */
	bool bare;   /* a sheet that takes the rows of the header too */
};

const struct view *view_at(enum view_id view);

/*
 * The slot before or after (step -1 or 1) among those that are filled (SLOT_BIT(), or-ed); `slot`
 * itself at an end.
 */
enum slot view_slot_beside(unsigned filled, enum slot slot, int step);

#endif
