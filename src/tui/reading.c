#include "config.h"

#include "tui/reading.h"

#include "tui/app_private.h"

struct reading reading_of(const struct app *app)
{
	return (struct reading){app->subject, app->panes[PANE_DETAIL].text.top};
}

void reading_go_on(struct app *app, const struct reading *reading)
{
	app_settle(app);
	if (reading->subject.kind == app->subject.kind &&
	    reading->subject.item == app->subject.item)
		text_scroll_to(&app->panes[PANE_DETAIL].text, reading->top);
}
