#include "config.h"

#include "tui/session_row.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "model/query.h"
#include "present/title.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/match.h"
#include "tui/news.h"
#include "tui/room_cell.h"

#include <limits.h>
#include <string.h>

enum {
	START_COLUMNS = 5,	/* 09:00 */
	SPAN_COLUMNS = 13,	/* 19:00 – 01:00, at least */
	SPAN_FROM_COLUMNS = 45, /* panes as wide as this show spans */
	GAP = 2,
	LEAST_TITLE = 12,	 /* how a session stands gives way to so much of its title */
	TITLE_BESIDE_ROOM = 14,	 /* the room and the rest give way to so much of it, */
	TITLE_BESIDE_BRIEF = 11, /* and so much is enough where the rest is brief already */
	ROOM_LEAST = 6,		 /* columns of rooms, */
	ROOM_MOST = 8,		 /* which are at most so many */
	ROOM_SHARE = 5,		 /* or one in so many of a pane */
	WIDE_COLUMNS = 76	 /* panes as wide as this show formats where there are no rooms, and
				  * spans before whole titles */
};

/* How a session stands, in words and in a role. */
struct state {
	struct buffer text;
	enum role role;
	bool yields;	   /* it says less than the title's last words */
	const char *brief; /* what says the least of it; NULL for none */
};

static int columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
}

int session_row_span_columns(const struct agenda *agenda)
{
	int longest = SPAN_COLUMNS;

	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct brief *brief = &agenda->briefs[i];
		struct buffer span = {0};
		int columns;

		if (brief->until - brief->start < MINUTES_PER_DAY)
			continue;
		when_span_brief(&span, &agenda->sessions[i]);
		columns = columns_of(buffer_text(&span));
		longest = columns > longest ? columns : longest;
		buffer_free(&span);
	}
	return longest;
}

int session_row_title_columns(const struct app *app, const struct pane *pane)
{
	bool beside_room = pane->room_columns && pane->columns < WIDE_COLUMNS;

	return pane->columns - app->span_columns - GAP - 1 -
	       (beside_room ? pane->room_columns + GAP : 0);
}

int session_row_time_columns(const struct app *app, bool any_start, bool any_end, int columns)
{
	if (!any_start)
		return 0;
	return any_end && columns >= SPAN_FROM_COLUMNS ? app->span_columns : START_COLUMNS;
}

static const char *title_of(const struct session *session)
{
	return title_or_none(session->title);
}

static enum role role_of_phase(enum query_phase phase)
{
	static const enum role roles[] = {
	    [PHASE_UNTIMED] = ROLE_TEXT, [PHASE_LATER] = ROLE_TEXT, [PHASE_NEXT] = ROLE_NEXT,
	    [PHASE_NOW] = ROLE_NOW,	 [PHASE_PAST] = ROLE_PAST,
	};

	return roles[phase];
}

/* Of a title: bold while it is on, or else as its phase is shown. The colours of now and next mark
 * the words beside it alone. */
static enum role role_of_title(enum query_phase phase)
{
	if (phase == PHASE_NOW)
		return ROLE_STRONG;
	return phase == PHASE_NEXT ? ROLE_TEXT : role_of_phase(phase);
}

enum query_phase session_row_phase(const struct app *app, uint32_t number)
{
	enum query_phase phase = query_phase(app->agenda, number, app->now);

	if (phase == PHASE_PAST && app_day_is_over(app, app->agenda->sessions[number].day))
		return PHASE_UNTIMED;
	return phase;
}

static bool is_soon(enum query_phase phase)
{
	return phase == PHASE_NOW || phase == PHASE_NEXT;
}

/* What is over, on, or next says so. In lists that show no ends, what comes later says when it
 * ends. */
static void say_relation(const struct app *app, const struct row_place *place, uint32_t number,
			 enum query_phase phase, struct state *state)
{
	const struct session *session = &app->agenda->sessions[number];
	struct buffer *out = &state->text;

	if (phase == PHASE_PAST)
		buffer_puts(out, C_("relation", "over"));
	else if (is_soon(phase) || (place->pane->related && phase == PHASE_LATER))
		when_relation(out, app->agenda, number, app->now);
	else if (session->end != CIVIL_NONE && place->pane->time_columns == START_COLUMNS) {
		state->yields = true;
		buffer_puts(out, "→ ");
		when_end_brief(out, session);
	}
	when_nth_day(out, session);
	if (phase == PHASE_NEXT && !out->length)
		buffer_puts(out, _("next"));
	if (phase == PHASE_NOW)
		/* Translators: of a session, in a narrow list; at most six columns. */
		state->brief = C_("row", "now");
}

static const char *now_or_next(enum query_phase phase)
{
	return phase == PHASE_NOW ? _("! overlaps, now") : _("! overlaps, next");
}

/*
 * A warning is said beside the relation where there is room for both, else with as much of the two
 * as there is room for; `together` is a shorter way to say both, NULL for none.
 */
static void say_warning(struct state *state, const char *warning, const char *together,
			bool is_near, int columns)
{
	struct buffer relation = state->text, candidates[4] = {0};
	size_t count = 0, i = 0;

	if (relation.length)
		buffer_printf(&candidates[count++], "%s  %s", warning, buffer_text(&relation));
	if (together)
		buffer_puts(&candidates[count++], together);
	if (is_near)
		buffer_printf(&candidates[count++], "! %s", buffer_text(&relation));
	buffer_puts(&candidates[count++], warning);
	while (i + 1 < count && columns_of(buffer_text(&candidates[i])) > columns)
		i++;
	state->text = candidates[i];
	state->role = ROLE_WARNING;
	state->yields = false;
	state->brief = NULL;
	candidates[i] = relation;
	for (i = 0; i < count; i++)
		buffer_free(&candidates[i]);
}

static void say_overlap(struct state *state, enum query_phase phase, int columns)
{
	say_warning(state, _("! overlaps"), is_soon(phase) ? now_or_next(phase) : NULL,
		    is_soon(phase), columns);
}

/* That it moved, say, which counts for more than what it overlaps. False where nothing did. */
static bool say_change(const struct app *app, uint32_t number, struct state *state, int columns)
{
	struct buffer warning = {0};
	bool changed;

	news_say_state(app, number, &warning);
	changed = warning.length;
	if (changed)
		say_warning(state, buffer_text(&warning), NULL, false, columns);
	buffer_free(&warning);
	return changed;
}

static struct state state_of(const struct app *app, const struct row_place *place, uint32_t number,
			     enum query_phase phase, int columns)
{
	struct state state = {.role = role_of_phase(phase)};

	if (app->agenda->sessions[number].cancelled) {
		buffer_puts(&state.text, _("! cancelled"));
		state.role = ROLE_WARNING;
		return state;
	}
	say_relation(app, place, number, phase, &state);
	if (!say_change(app, number, &state, columns) && !place->pane->planned &&
	    keeper_overlaps(&app->keeper, number))
		say_overlap(&state, phase, columns);
	return state;
}

static void draw_time(struct screen *screen, const struct row_place *place,
		      const struct session *session)
{
	int columns = place->pane->time_columns, column = row_text_column(place);
	struct buffer text = {0};

	if (session->start == CIVIL_NONE)
		buffer_puts(&text, columns >= SPAN_COLUMNS ? _("no set time") : "–");
	else if (columns >= SPAN_COLUMNS)
		when_span_brief(&text, session);
	else
		when_column(&text, session->start);
	screen_field(screen, place->area.row, column, columns, ROLE_TEXT, buffer_text(&text));
	buffer_free(&text);
}

int session_row_title_column(const struct row_place *place)
{
	int columns = place->pane->time_columns;

	return row_text_column(place) + (columns ? columns + GAP : 0);
}

/* Where a title begins: behind the time, or in its place under a heading that says there is none.
 */
static int title_column(const struct row_place *place, const struct session *session)
{
	if (session->start == CIVIL_NONE && place->pane->untimed_apart)
		return row_text_column(place);
	return session_row_title_column(place);
}

/* Of an agenda without rooms, the format in their place, unless the title says it already. NULL for
 * none. */
static const char *room_of(const struct agenda *agenda, const struct session *session)
{
	const char *room = NULL;

	if (session->rooms.count)
		room = agenda->rooms[session->rooms.items[0]];
	else if (!agenda->room_count && session->formats.count)
		room = agenda->formats[session->formats.items[0]].name;
	return room && fold_equal(room, title_of(session)) ? NULL : room;
}

int session_row_longest_room(const struct agenda *agenda)
{
	size_t count = agenda->room_count ? agenda->room_count : agenda->session_count;
	int longest = 0;

	for (size_t i = 0; i < count; i++) {
		const char *name =
		    agenda->room_count ? agenda->rooms[i] : room_of(agenda, &agenda->sessions[i]);
		int columns = name ? columns_of(name) : 0;

		longest = columns > longest ? columns : longest;
	}
	return longest;
}

/* What stands under the name of a room needs none, and one that all have in common tells nothing.
 */
static bool has_room_column(const struct app *app, const struct pane *pane)
{
	if (pane->related || pane->one_room)
		return false;
	if (app->agenda->room_count)
		return app->agenda->room_count > 1;
	return app->longest_room && app->agenda->format_count > 1 && pane->columns >= WIDE_COLUMNS;
}

/* The longest name of a room in a list: of what is kept exactly, which is never much; else of all
 * the agenda's, so that the column stays where it is from day to day and from letter to letter. */
static int longest_room(const struct app *app, const struct pane *pane)
{
	int longest = 0;

	if (!pane->planned)
		return app->longest_room;
	for (size_t i = 0; i < pane->list.count; i++) {
		const struct list_row *row = &pane->list.items[i];
		const char *room = row->kind == ROW_SESSION
				       ? room_of(app->agenda, &app->agenda->sessions[row->item])
				       : NULL;
		int columns = room ? columns_of(room) : 0;

		longest = columns > longest ? columns : longest;
	}
	return longest;
}

int session_row_room_columns(const struct app *app, const struct pane *pane)
{
	int share = (pane->columns + 2 * PANE_MARGIN + 1) / ROOM_SHARE;
	int most = share > ROOM_MOST ? share : ROOM_MOST;
	int longest = longest_room(app, pane);
	int needed = longest > ROOM_LEAST ? longest : ROOM_LEAST;

	if (!has_room_column(app, pane))
		return 0;
	return needed < most ? needed : most;
}

static void draw_room(struct screen *screen, const struct row_place *place, const char *room,
		      int column)
{
	struct buffer said = {0};

	room_cell_say(&said, room, place->pane->room_columns);
	screen_put(screen, place->area.row, column, ROLE_TEXT, buffer_text(&said));
	buffer_free(&said);
}

/* How a session stands, before a column. */
static void draw_state(struct screen *screen, const struct row_place *place,
		       const struct state *state, int end)
{
	screen_put(screen, place->area.row, end - columns_of(buffer_text(&state->text)),
		   state->role, buffer_text(&state->text));
}

/* That there is a note, behind the title where that leaves room, unless the note itself stands
 * below. */
static void draw_note_mark(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t number, int column, int end)
{
	const char *mark = _("✎ note");

	if (place->pane->planned || !keeper_has_note(&app->keeper, number) ||
	    column + GAP + columns_of(mark) > end)
		return;
	screen_put(screen, place->area.row, column + GAP, ROLE_BOOKMARK, mark);
}

/* Where the parts of a row stand that depend on each other. */
struct shape {
	struct state state;
	enum query_phase phase;
	int title;
	int state_end;	  /* the column behind how the session stands */
	int room;	  /* that of the room, 0 where none is shown */
	const char *name; /* of the room, NULL for none */
};

/* The column behind the last one that the title may use. */
static int title_end(const struct shape *shape)
{
	int taken = columns_of(buffer_text(&shape->state.text));

	return shape->state_end - (taken ? taken + GAP : 0);
}

/* Keeps the column of rooms at the right for them, or not. */
static void set_room(struct shape *shape, const struct row_place *place, bool kept)
{
	int right = place->area.column + place->area.columns - 1;

	shape->room = kept ? right - place->pane->room_columns : 0;
	shape->state_end = kept ? shape->room - GAP : right;
}

/* That the next one starts soon is in its time, too. */
static bool is_only_soon(const struct shape *shape)
{
	return shape->phase == PHASE_NEXT && shape->state.role == ROLE_NEXT;
}

/* Whether the title keeps so much of it, or is whole. */
static bool keeps(const struct shape *shape, const char *title, int least)
{
	int left = title_end(shape) - shape->title, needed = columns_of(title);

	return left >= (needed < least ? needed : least);
}

/* Whether the title keeps enough beside how the session stands. */
static bool has_place(const struct shape *shape, const char *title)
{
	bool whole = shape->state.yields || (shape->room && (!shape->name || is_only_soon(shape)));

	return keeps(shape, title, whole ? INT_MAX : shape->room ? TITLE_BESIDE_ROOM : LEAST_TITLE);
}

/* Says in brief how the session stands, where that leaves room for the title beside the name of the
 * room; else nothing changes. */
static bool fit_brief(struct shape *shape, const char *title)
{
	struct buffer full = shape->state.text;

	if (!shape->room || !shape->name || !shape->state.brief)
		return false;
	shape->state.text = (struct buffer){0};
	buffer_puts(&shape->state.text, shape->state.brief);
	if (!keeps(shape, title, TITLE_BESIDE_BRIEF)) {
		buffer_free(&shape->state.text);
		shape->state.text = full;
		return false;
	}
	buffer_free(&full);
	return true;
}

/* Where there is not enough for all, of what is on only that is said, for where it is counts for
 * more than how long. Where that is not enough, the room gives way to how the session stands,
 * unless it is only to start soon; then that gives way to the title. The place of a room that is
 * not named gives way to anything. */
static void fit(struct shape *shape, const struct row_place *place, const char *title)
{
	bool room = shape->room;

	if (has_place(shape, title) || fit_brief(shape, title))
		return;
	if (!shape->name || (!is_only_soon(shape) && !shape->state.yields))
		set_room(shape, place, false);
	if (has_place(shape, title))
		return;
	set_room(shape, place, room);
	buffer_clear(&shape->state.text);
}

static struct shape shape_of(const struct app *app, const struct row_place *place, uint32_t number)
{
	const struct session *session = &app->agenda->sessions[number];
	const char *title = title_of(session);
	int columns = columns_of(title);
	struct shape shape = {.title = title_column(place, session),
			      .name = room_of(app->agenda, session)};

	set_room(&shape, place, false);
	shape.phase = session_row_phase(app, number);
	shape.state = state_of(app, place, number, shape.phase,
			       shape.state_end - GAP - shape.title -
				   (columns < LEAST_TITLE ? columns : LEAST_TITLE));
	set_room(&shape, place, place->pane->room_columns);
	if (shape.state.text.length)
		fit(&shape, place, title);
	if (!shape.state.text.length && !shape.name)
		set_room(&shape, place, false);
	return shape;
}

void session_row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t number)
{
	const struct session *session = &app->agenda->sessions[number];
	struct shape shape = shape_of(app, place, number);
	int row = place->area.row;

	if (keeper_has(&app->keeper, number))
		screen_put(screen, row, row_text_column(place) - 1, ROLE_BOOKMARK, "★");
	if (shape.title > row_text_column(place))
		draw_time(screen, place, session);
	draw_state(screen, place, &shape.state, shape.state_end);
	if (shape.room && shape.name)
		draw_room(screen, place, shape.name, shape.room);
	screen_field(screen, row, shape.title, title_end(&shape) - shape.title,
		     role_of_title(shape.phase), title_of(session));
	draw_note_mark(app, screen, place, number, shape.title + columns_of(title_of(session)),
		       title_end(&shape));
	buffer_free(&shape.state.text);
}

/* In the title and in the room. */
void session_row_mark(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t number, const char *words)
{
	struct shape shape = shape_of(app, place, number);
	struct rectangle area = place->area;

	area.column = shape.title;
	area.columns = title_end(&shape) - shape.title;
	match_mark(screen, area, words);
	area.column = shape.room;
	area.columns = place->pane->room_columns;
	if (shape.room)
		match_mark(screen, area, words);
	buffer_free(&shape.state.text);
}

void session_row_draw_gone(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t number)
{
	const struct bookmark *bookmark = &app->keeper.shown.items[number];
	const struct session session = {.start = bookmark->start, .end = bookmark->end};
	const char *title = bookmark->title ? bookmark->title : bookmark->id;
	struct shape shape = {.state.role = ROLE_WARNING, .title = title_column(place, &session)};

	set_room(&shape, place, false);
	buffer_puts(&shape.state.text, place->area.columns >= WIDE_COLUMNS
					   ? _("! no longer in the programme")
					   : _("! gone"));
	screen_put(screen, place->area.row, row_text_column(place) - 1, ROLE_BOOKMARK, "★");
	if (shape.title > row_text_column(place))
		draw_time(screen, place, &session);
	if (!has_place(&shape, title))
		buffer_clear(&shape.state.text);
	draw_state(screen, place, &shape.state, shape.state_end);
	screen_field(screen, place->area.row, shape.title, title_end(&shape) - shape.title,
		     ROLE_TEXT, title);
	buffer_free(&shape.state.text);
}
