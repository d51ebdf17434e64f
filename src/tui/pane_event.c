#include "config.h"

#include "base/i18n.h"
#include "present/pages.h"
#include "tui/addresses.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/saying.h"

static void fill(struct app *app, struct pane *pane)
{
	struct document *page = addresses_added(pages_event(app->agenda));

	if (!page->block_count) {
		document_free(page);
		page = saying_new(NULL, _("This agenda gives no practical information."), NULL);
	}
	if (pane->fresh)
		text_set(&pane->text, page);
	else
		text_replace(&pane->text, page);
}

const struct pane_kind pane_event = {.sort = &pane_sort_text, .fill = fill};
