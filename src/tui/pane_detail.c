#include "config.h"

#include "base/i18n.h"
#include "document/composer.h"
#include "present/facts.h"
#include "present/pages.h"
#include "present/planned.h"
#include "present/revision.h"
#include "present/when.h"
#include "tui/addresses.h"
#include "tui/app_private.h"
#include "tui/news.h"
#include "tui/panes.h"
#include "tui/saying.h"

#include <string.h>

/* One more of the things that a session's state is made of. */
static void add_state(struct buffer *out, const char *text)
{
	if (out->length)
		buffer_puts(out, " · ");
	buffer_puts(out, text);
}

/* What the marks of its row mean, in words. */
static void add_states(const struct app *app, uint32_t number, struct composer *composer)
{
	struct buffer state = {0}, changed = {0};

	if (keeper_has(&app->keeper, number))
		add_state(&state, _("★ kept"));
	if (keeper_has_note(&app->keeper, number))
		add_state(&state, _("✎ note"));
	news_say_state(app, number, &changed);
	if (changed.length)
		add_state(&state, buffer_text(&changed));
	if (keeper_overlaps(&app->keeper, number))
		add_state(&state, _("! overlaps"));
	if (state.length)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, buffer_text(&state), SPAN_STRONG);
	buffer_free(&state);
	buffer_free(&changed);
}

/* The session's page with its state below the title. */
static struct document *session_page(const struct app *app, uint32_t number)
{
	struct document *page = pages_session(app->agenda, number, &app->keeper.shown, app->now);
	struct composer *composer = composer_new();
	size_t title = page->block_count && page->blocks[0].kind == BLOCK_HEADING;

	composer_append_blocks(composer, page, 0, title);
	add_states(app, number, composer);
	composer_append_blocks(composer, page, title, page->block_count);
	document_free(page);
	return addresses_added(composer_finish(composer));
}

/* What is still known of a session that the agenda has no more. */
static struct document *gone_page(const struct app *app, const struct bookmark *bookmark)
{
	int successor = keeper_successor(&app->keeper, bookmark->id);
	const struct session session = {
	    .day = bookmark->day, .start = bookmark->start, .end = bookmark->end};
	struct composer *composer = composer_new();
	struct buffer when = {0}, instead = {0};

	composer_leaf(composer, BLOCK_HEADING, 1, bookmark->title ? bookmark->title : bookmark->id,
		      0);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0,
		      _("★ kept · ! no longer in the programme; when you kept it, it was:"),
		      SPAN_STRONG);
	when_session(&when, &session);
	facts_begin(composer);
	facts_text(composer, _("When"), buffer_text(&when));
	facts_text(composer, _("Where"), bookmark->room);
	facts_text(composer, _("Note"), bookmark->note);
	if (successor >= 0)
		revision_now(&instead, app->agenda, (size_t)successor);
	/* Translators: when and where the session is that may stand in place of one that is gone.
	 */
	facts_take(composer, C_("successor", "Perhaps now"), &instead);
	facts_end(composer);
	buffer_free(&when);
	return composer_finish(composer);
}

static void fill(struct app *app, struct pane *pane)
{
	struct document *document;

	if (app->subject.kind == ROW_SESSION)
		document = session_page(app, app->subject.item);
	else if (app->subject.kind == ROW_SPARE)
		document = planned_spare_page(
		    app->agenda, &plan_find(&app->keeper.plan, app->subject.item)->spare,
		    app->subject.item);
	else if (app->subject.kind == ROW_GONE)
		document = gone_page(app, &app->keeper.shown.items[app->subject.item]);
	else
		document =
		    saying_new(NULL, _("What you choose in the list is shown here in full."), NULL);
	if (pane->fresh)
		text_set(&pane->text, document);
	else
		text_replace(&pane->text, document);
}

const struct pane_kind pane_detail = {.sort = &pane_sort_text, .fill = fill};
