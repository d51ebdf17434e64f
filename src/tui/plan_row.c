#include "config.h"

#include "tui/plan_row.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "present/planned.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/note.h"
#include "tui/session_row.h"
#include "tui/session_rows.h"

#include <string.h>

enum { GAP = 2, START_COLUMNS = 5 /* 09:00 */ };

static int end_of(const struct row_place *place)
{
	return place->area.column + place->area.columns - 1;
}

static int columns_of(const struct buffer *text)
{
	return utf8_columns(buffer_text(text), text->length);
}

/* Time that is free */

static void say_span(const struct plan_spare *spare, bool with_end, struct buffer *out)
{
	const struct session span = {.start = spare->from,
				     .end = with_end ? spare->to : CIVIL_NONE};

	if (spare->since != PLAN_END_ASSUMED) {
		when_span_column(out, &span);
	} else if (with_end) {
		buffer_puts(out, "      → ");
		when_column(out, spare->to);
	} else {
		buffer_puts(out, "→");
	}
}

void plan_row_say_spare(const struct plan_spare *spare, struct buffer *out)
{
	struct buffer span = {0};
	const char *text;

	say_span(spare, true, &span);
	text = buffer_text(&span);
	buffer_printf(out, "%s · ", text + strspn(text, " "));
	planned_spare(out, spare);
	buffer_free(&span);
}

void plan_row_say_choice(const struct app *app, const struct plan_spare *spare, struct buffer *out)
{
	struct query_rows rows = {0};

	plan_running(app->agenda, spare, &rows);
	if (rows.count)
		session_rows_count(out, rows.count);
	else
		/* Translators: no session runs in a time that is free. */
		buffer_puts(out, C_("gap", "nothing on"));
	query_rows_free(&rows);
}

/* What there is to choose from, and that it is now. */
static void say_state(const struct app *app, const struct plan_spare *spare, struct buffer *out)
{
	if (spare->from <= app->now && app->now < spare->to)
		/* Translators: a time that is free goes on. */
		buffer_printf(out, "%s  ", C_("gap", "now"));
	plan_row_say_choice(app, spare, out);
}

void plan_row_draw_spare(const struct app *app, struct screen *screen,
			 const struct row_place *place, uint32_t session)
{
	const struct plan_spare *spare = &plan_find(&app->keeper.plan, session)->spare;
	int row = place->area.row, time = row_text_column(place);
	int title = session_row_title_column(place), end = end_of(place);
	struct buffer span = {0}, words = {0}, state = {0};

	say_span(spare, title - time - GAP > START_COLUMNS, &span);
	planned_spare(&words, spare);
	say_state(app, spare, &state);
	screen_field(screen, row, time, title - time - GAP, ROLE_TEXT, buffer_text(&span));
	screen_field(screen, row, title, end - title, ROLE_TEXT, buffer_text(&words));
	if (title + columns_of(&words) + GAP + columns_of(&state) <= end)
		screen_put(screen, row, end - columns_of(&state), ROLE_TEXT, buffer_text(&state));
	buffer_free(&span);
	buffer_free(&words);
	buffer_free(&state);
}

/* What is said below a session, or before it */

static bool is_narrow(const struct row_place *place)
{
	return place->area.columns < LAYOUT_TWO_PANES;
}

/* Where it begins: with the titles, or further to the left where room is scarce. */
static int remark_column(const struct row_place *place)
{
	return is_narrow(place) ? row_text_column(place) : session_row_title_column(place);
}

/* A sign and a word that warn, and what they are about. */
static void draw_warning(struct screen *screen, const struct row_place *place, const char *sign,
			 const char *text)
{
	int row = place->area.row, column = remark_column(place);

	column = screen_put(screen, row, column, ROLE_WARNING, sign) + 1;
	screen_field(screen, row, column, end_of(place) - column, ROLE_TEXT, text);
}

void plan_row_draw_rush(const struct app *app, struct screen *screen, const struct row_place *place,
			uint32_t session)
{
	const struct plan_step *step = plan_find(&app->keeper.plan, session);
	const struct session *sessions = app->agenda->sessions;
	struct buffer text = {0};

	planned_rush(&text, app->agenda, &sessions[step->rushed], &sessions[session],
		     end_of(place) - remark_column(place) - 2);
	draw_warning(screen, place, "!", buffer_text(&text));
	buffer_free(&text);
}

/* What stands behind the last one that is named. */
static const char *say_more(const struct row_place *place, const struct plan_step *step,
			    size_t which)
{
	if (!step->overlaps_more || which + 1 < step->overlap_count)
		return "";
	return is_narrow(place) ? " …" : _(", and others");
}

void plan_row_draw_overlap(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t item)
{
	const struct plan_step *step = &app->keeper.plan.items[item / PLAN_OVERLAPS];
	const struct session *session = &app->agenda->sessions[step->session];
	size_t which = item % PLAN_OVERLAPS;
	const struct session *other = &app->agenda->sessions[step->overlaps[which]];
	const char *more = say_more(place, step, which);
	struct buffer sign = {0}, text = {0};
	int columns;

	buffer_puts(&sign, plan_overlap_minutes(session, other) < 0 ? _("! may overlap")
								    : _("! overlaps"));
	columns = end_of(place) - remark_column(place) - columns_of(&sign) - 1;
	planned_overlap(&text, session, other, columns - utf8_columns(more, strlen(more)));
	buffer_puts(&text, more);
	draw_warning(screen, place, buffer_text(&sign), buffer_text(&text));
	buffer_free(&sign);
	buffer_free(&text);
}

void plan_row_draw_note(const struct app *app, struct screen *screen, const struct row_place *place,
			uint32_t bookmark)
{
	int column = remark_column(place);
	struct buffer note = {0}, text = {0};

	note_say(&note, app->keeper.shown.items[bookmark].note);
	/* Translators: what the user wrote about a session. */
	buffer_printf(&text, _("Note: %s"), buffer_text(&note));
	screen_field(screen, place->area.row, column, end_of(place) - column, ROLE_TEXT,
		     buffer_text(&text));
	buffer_free(&note);
	buffer_free(&text);
}
