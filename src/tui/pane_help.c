#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/panes.h"

static void fill(struct app *app, struct pane *pane)
{
	(void)app;
	for (enum command_group group = 0; group < GROUP_COUNT; group++) {
		if (group)
			list_add_still(&pane->list, ROW_GAP, 0);
		list_add_still(&pane->list, ROW_GROUP, group);
		for (size_t i = 0; i < command_count(); i++)
			if (command_at(i)->group == group)
				list_add(&pane->list, ROW_COMMAND, (uint32_t)i);
	}
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	(void)app, (void)right;
	buffer_puts(left, _("Keys"));
}

const struct pane_kind pane_help = {.fill = fill, .title = title};
