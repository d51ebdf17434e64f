#include "config.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/command_row.h"
#include "tui/panes.h"
#include "tui/wrapped_row.h"

#include <string.h>

/* The columns that a lane needs so that nothing is cut. */
static int columns_needed(void)
{
	enum { KEYS_AND_MARGINS = 22 };
	int longest = 0;

	for (size_t i = 0; i < command_count(); i++) {
		const char *help = _(command_at(i)->help);
		int columns = utf8_columns(help, strlen(help));

		longest = columns > longest ? columns : longest;
	}
	return longest + KEYS_AND_MARGINS;
}

/* The rows of a group, with its heading. */
static int group_rows(enum command_group group)
{
	int rows = 1;

	for (size_t i = 0; i < command_count(); i++)
		rows += command_at(i)->group == group;
	return rows;
}

/* The lanes that the groups need where none is parted and no lane has more rows than that. */
static int lanes_needed(int rows)
{
	int lanes = 1, taken = 0;

	for (enum command_group group = 0; group < GROUP_COUNT; group++) {
		int needed = group_rows(group);

		if (needed > rows)
			return GROUP_COUNT + 1;
		if (taken && taken + 1 + needed > rows) {
			lanes++;
			taken = 0;
		}
		taken += (taken ? 1 : 0) + needed;
	}
	return lanes;
}

/* Has the groups stand in lanes that are as low as can be, where there is room for all of them. */
static void set_lanes(struct pane *pane)
{
	int lanes = pane_lane(pane, 1) / columns_needed(), rows = 1;

	if (lanes < 2)
		return;
	while (rows <= pane->rows && lanes_needed(rows) > lanes)
		rows++;
	if (rows > pane->rows)
		return;
	pane->lanes = lanes;
	pane->lane_rows = rows;
}

/* Leaves a row between a group and the one before, or the rest of the lane where it does not fit.
 */
static void part(struct pane *pane, enum command_group group)
{
	int rows = pane->lane_rows, taken = rows ? (int)pane->list.count % rows : 0;
	int gaps = 1;

	if (pane->lanes > 1 && (!taken || taken + 1 + group_rows(group) > rows))
		gaps = taken ? rows - taken : 0;
	for (; gaps > 0; gaps--)
		list_add_still(&pane->list, ROW_GAP, 0);
}

/* Where there are lanes nothing needs a second line, and with --linear each item has but one. */
static void add(const struct app *app, struct pane *pane, uint32_t command)
{
	int lines = app->linear || pane->lanes > 1 ? 1 : command_row_lines(pane, command);

	list_add(&pane->list, ROW_COMMAND, command);
	for (int line = 1; line < lines; line++)
		list_add_below(&pane->list, ROW_FURTHER, wrapped_row_item(command, line));
}

static void fill(struct app *app, struct pane *pane)
{
	if (!app->linear)
		set_lanes(pane);
	for (enum command_group group = 0; group < GROUP_COUNT; group++) {
		if (group)
			part(pane, group);
		list_add_still(&pane->list, ROW_GROUP, group);
		for (size_t i = 0; i < command_count(); i++)
			if (command_at(i)->group == group)
				add(app, pane, (uint32_t)i);
	}
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	(void)app, (void)right;
	buffer_puts(left, _("Keys"));
}

const struct pane_kind pane_help = {.fill = fill, .by_height = true, .title = title};
