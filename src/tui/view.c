#include "config.h"

#include "tui/view.h"

#include "base/i18n.h"

/* clang-format off */
static const struct view views[VIEW_COUNT] = {
	[VIEW_PROGRAMME] = {N_("Programme"), .tab = true, .by_day = true, .first = SLOT_MAIN,
			    .slots = {PANE_DAYS, PANE_SESSIONS, PANE_DETAIL}},
	[VIEW_THEMES] = {N_("Themes"), .tab = true, .first = SLOT_SIDE,
			 .slots = {PANE_THEMES, PANE_THEME, PANE_DETAIL}},
	[VIEW_PRACTICAL] = {N_("Practical information"), .brief = N_("Info"), .tab = true,
			    .first = SLOT_MAIN, .slots = {PANE_NONE, PANE_EVENT, PANE_NONE}},
	[VIEW_AGENDA] = {N_("My agenda"), .tab = true, .first = SLOT_MAIN,
			 .slots = {PANE_NONE, PANE_KEPT, PANE_DETAIL}},
	[VIEW_SPARE] = {N_("Free time"), .first = SLOT_MAIN,
			.slots = {PANE_NONE, PANE_SPARE, PANE_DETAIL}},
	[VIEW_GRID] = {N_("Grid"), .tab = true, .by_day = true, .broad = true, .first = SLOT_MAIN,
		       .slots = {PANE_NONE, PANE_GRID, PANE_DETAIL}},
	[VIEW_CARRY] = {N_("Take with you"), .first = SLOT_MAIN,
			.slots = {PANE_NONE, PANE_CARRY, PANE_NONE}},
	[VIEW_NOW] = {N_("Now and next"), .first = SLOT_MAIN,
		      .slots = {PANE_NONE, PANE_NOW, PANE_DETAIL}},
	[VIEW_FILTER] = {N_("Filter"), .first = SLOT_MAIN,
			 .slots = {PANE_TRAITS, PANE_VALUES, PANE_NONE}},
	[VIEW_CODE] = {N_("QR code"), .bare = true, .first = SLOT_MAIN,
		       .slots = {PANE_NONE, PANE_CODE, PANE_NONE}},
	[VIEW_RELATED] = {N_("Speakers and rooms"), .first = SLOT_MAIN,
			  .slots = {PANE_NONE, PANE_RELATED, PANE_DETAIL}},
	[VIEW_HELP] = {N_("Keys"), .first = SLOT_MAIN,
		       .slots = {PANE_NONE, PANE_HELP, PANE_NONE}},
};
/* clang-format on */

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
