#include "config.h"

#include "tui/news.h"

#include "base/i18n.h"
#include "present/revision.h"
#include "present/title.h"
#include "tui/app_private.h"

void news_tell(struct app *app)
{
	size_t count = app->keeper.news;
	struct buffer line = {0};

	buffer_printf(&line,
		      ngettext("! %zu change in what you keep: see My agenda",
			       "! %zu changes in what you keep: see My agenda", count),
		      count);
	warnings_add(app, buffer_text(&line));
	buffer_free(&line);
}

int news_successor(const struct app *app)
{
	const char *id = app_bookmark_id(app);

	return id && app_session(app) < 0 ? keeper_successor(&app->keeper, id) : -1;
}

void news_add_rows(const struct app *app, struct list *list)
{
	const struct changes *changes = &app->keeper.changes;

	if (app->keeper.news)
		list_add_still(list, ROW_HEADING, HEADING_CHANGES);
	for (size_t i = 0; i < changes->count; i++) {
		if (changes->items[i].seen)
			continue;
		list_add(list, ROW_CHANGE, (uint32_t)i);
		for (uint32_t which = 0; which < CHANGES_KINDS; which++)
			if (changes->items[i].what & 1u << which)
				list_add_below(list, ROW_ASPECT,
					       (uint32_t)i * CHANGES_KINDS + which);
	}
}

void news_say_state(const struct app *app, uint32_t session, struct buffer *out)
{
	const struct change *change = keeper_change(&app->keeper, session);

	if (change)
		buffer_printf(out, "! %s", revision_word(revision_gravest(change->what)));
}

static int end_of(const struct row_place *place)
{
	return place->area.column + place->area.columns - 1;
}

const char *news_title(const struct app *app, uint32_t item)
{
	const struct change *change = &app->keeper.changes.items[item];
	const char *title = change->session >= 0 ? app->agenda->sessions[change->session].title
						 : change->before->title;

	return title_or_none(title);
}

void news_draw_change(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t item)
{
	int column = row_text_column(place);

	screen_put(screen, place->area.row, column - 1, ROLE_BOOKMARK, "★");
	screen_field(screen, place->area.row, column, end_of(place) - column, ROLE_TEXT,
		     news_title(app, item));
}

/* What is said behind the word: before and after, or what may stand in its place. */
static void say_aspect(const struct app *app, const struct change *change, unsigned aspect,
		       struct buffer *out)
{
	struct buffer successor = {0};

	revision_pair(out, aspect, change, app->agenda);
	if (aspect == CHANGES_GONE && change->successor >= 0) {
		revision_now(&successor, app->agenda, (size_t)change->successor);
		/* Translators: of a session that is gone: when and where one of its title is. */
		buffer_printf(out, _("perhaps now %s"), buffer_text(&successor));
	} else if (!out->length && change->session >= 0) {
		revision_now(out, app->agenda, (size_t)change->session);
	} else if (!out->length) {
		revision_before(out, change->before);
	}
	buffer_free(&successor);
}

const char *news_say_aspect(const struct app *app, uint32_t item, struct buffer *out)
{
	unsigned aspect = 1u << item % CHANGES_KINDS;

	say_aspect(app, &app->keeper.changes.items[item / CHANGES_KINDS], aspect, out);
	return revision_word(aspect);
}

void news_draw_aspect(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t item)
{
	int row = place->area.row, column = row_text_column(place) + 2;
	struct buffer sign = {0}, text = {0};

	buffer_printf(&sign, "! %s", news_say_aspect(app, item, &text));
	column = screen_put(screen, row, column, ROLE_WARNING, buffer_text(&sign)) + 2;
	screen_field(screen, row, column, end_of(place) - column, ROLE_TEXT, buffer_text(&text));
	buffer_free(&sign);
	buffer_free(&text);
}
