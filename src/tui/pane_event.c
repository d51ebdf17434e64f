#include "config.h"

#include "present/pages.h"
#include "tui/app_private.h"
#include "tui/panes.h"

static void fill(struct app *app, struct pane *pane)
{
	text_set(&pane->text, pages_event(app->agenda));
}

const struct pane_kind pane_event = {.is_text = true, .fill = fill};
