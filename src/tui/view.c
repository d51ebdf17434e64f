#include "config.h"

#include "tui/view.h"

#include "base/i18n.h"

static const struct view views[VIEW_COUNT] = {
    [VIEW_PROGRAMME] = {N_("Programme"),
			true,
			SLOT_MAIN,
			{PANE_DAYS, PANE_SESSIONS, PANE_DETAIL},
			.by_day = true},
    [VIEW_THEMES] = {N_("Themes"), true, SLOT_SIDE, {PANE_THEMES, PANE_THEME, PANE_DETAIL}},
    [VIEW_PRACTICAL] = {N_("Practical information"), true, SLOT_MAIN, {[SLOT_MAIN] = PANE_EVENT}},
    [VIEW_AGENDA] = {N_("My agenda"), true, SLOT_MAIN, {PANE_NONE, PANE_KEPT, PANE_DETAIL}},
    [VIEW_SPARE] = {N_("Free time"), false, SLOT_MAIN, {PANE_NONE, PANE_SPARE, PANE_DETAIL}},
    [VIEW_GRID] = {N_("Grid"),
		   true,
		   SLOT_MAIN,
		   {PANE_NONE, PANE_GRID, PANE_DETAIL},
		   .by_day = true,
		   .broad = true},
    [VIEW_CARRY] = {N_("Take with you"), false, SLOT_MAIN, {[SLOT_MAIN] = PANE_CARRY}},
    [VIEW_HELP] = {N_("Keys"), false, SLOT_MAIN, {[SLOT_MAIN] = PANE_HELP}},
};

const struct view *view_at(enum view_id view)
{
	return &views[view];
}

enum slot view_slot_beside(unsigned filled, enum slot slot, int step)
{
	for (int at = (int)slot + step; at >= 0 && at < SLOT_COUNT; at += step)
		if (filled & SLOT_BIT(at))
			return (enum slot)at;
	return slot;
}
