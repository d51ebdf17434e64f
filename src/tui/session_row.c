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

#include <string.h>

enum {
	START_COLUMNS = 5,	/* 09:00 */
	SPAN_COLUMNS = 13,	/* 19:00 – 01:00 */
	SPAN_FROM_COLUMNS = 45, /* panes as wide as this show spans */
	GAP = 2,
	LEAST_TITLE = 12,	/* how a session stands gives way to so much of its title */
	ROOM_FROM_COLUMNS = 76, /* panes as wide as this show rooms, */
	ROOM_LEAST = 6,		/* which have so many columns, and at most */
	ROOM_MOST = 16,		/* so many, or a fifth of panes as wide as */
	ROOM_WIDE_COLUMNS = 92, /* this; */
	STATE_COLUMNS = 16	/* it leaves so much for how the session stands */
};

/* How a session stands, in words and in a role. */
struct state {
	struct buffer text;
	enum role role;
	bool yields; /* it says less than the title's last words */
};

int session_row_title_columns(int columns)
{
	return columns - SPAN_COLUMNS - GAP - 1;
}

int session_row_time_columns(bool any_start, bool any_end, int columns)
{
	if (!any_start)
		return 0;
	return any_end && columns >= SPAN_FROM_COLUMNS ? SPAN_COLUMNS : START_COLUMNS;
}

static const char *title_of(const struct session *session)
{
	return title_or_none(session->title);
}

static int columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
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
		when_column(out, session->end);
	}
	if (phase == PHASE_NEXT && !out->length)
		buffer_puts(out, _("next"));
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
		when_span_column(&text, session);
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

int session_row_longest_room(const struct agenda *agenda)
{
	size_t count = agenda->room_count ? agenda->room_count : agenda->format_count;
	int longest = 0;

	for (size_t i = 0; i < count; i++) {
		int columns =
		    columns_of(agenda->room_count ? agenda->rooms[i] : agenda->formats[i].name);

		longest = columns > longest ? columns : longest;
	}
	return longest;
}

int session_row_room_columns(int longest, int columns)
{
	int most = columns < ROOM_WIDE_COLUMNS ? ROOM_MOST : columns / 5;
	int needed = longest > ROOM_LEAST ? longest : ROOM_LEAST;

	return needed < most ? needed : most;
}

/* Of an agenda without rooms, the format in their place, unless the title says it already. */
static void draw_room(const struct app *app, struct screen *screen, const struct row_place *place,
		      const struct session *session, int column)
{
	const struct agenda *agenda = app->agenda;
	const char *text = NULL;

	if (session->rooms.count)
		text = agenda->rooms[session->rooms.items[0]];
	else if (!agenda->room_count && session->formats.count)
		text = agenda->formats[session->formats.items[0]].name;
	if (text && !fold_equal(text, title_of(session)))
		screen_field(screen, place->area.row, column, place->pane->room_columns, ROLE_TEXT,
			     text);
}

static bool has_room_column(const struct app *app, const struct row_place *place)
{
	return place->area.columns >= ROOM_FROM_COLUMNS && !place->pane->related &&
	       !place->pane->one_room &&
	       (app->agenda->room_count > 1 || app->agenda->format_count > 1);
}

/* The columns that there are for how a session stands: those that its title leaves, or takes too
 * many of. */
static int state_columns(int title, int end, const char *text)
{
	int spare = end - title - GAP - columns_of(text), most = end - title - GAP - LEAST_TITLE;

	return spare > most ? spare : most;
}

/* How a session stands, at the right. */
static void draw_state(struct screen *screen, const struct row_place *place,
		       const struct state *state)
{
	int end = place->area.column + place->area.columns - 1;

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
	int title, title_end;
	int room; /* 0 where rooms have no column */
};

static struct shape shape_of(const struct app *app, const struct row_place *place, uint32_t number)
{
	const struct session *session = &app->agenda->sessions[number];
	int right = place->area.column + place->area.columns - 1, most, taken;
	struct shape shape = {.title = title_column(place, session), .title_end = right};

	if (has_room_column(app, place))
		shape.room = right - STATE_COLUMNS - GAP - place->pane->room_columns;
	most = shape.room ? STATE_COLUMNS : state_columns(shape.title, right, title_of(session));
	shape.phase = session_row_phase(app, number);
	shape.state = state_of(app, place, number, shape.phase, most);
	taken = columns_of(buffer_text(&shape.state.text));
	if (shape.state.yields && !shape.room)
		most = right - shape.title - GAP - columns_of(title_of(session));
	if (taken > most)
		buffer_clear(&shape.state.text);
	else if (taken)
		shape.title_end = right - taken - GAP;
	if (shape.room && shape.title_end > shape.room - GAP)
		shape.title_end = shape.room - GAP;
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
	draw_state(screen, place, &shape.state);
	if (shape.room)
		draw_room(app, screen, place, session, shape.room);
	screen_field(screen, row, shape.title, shape.title_end - shape.title,
		     role_of_title(shape.phase), title_of(session));
	draw_note_mark(app, screen, place, number, shape.title + columns_of(title_of(session)),
		       shape.title_end);
	buffer_free(&shape.state.text);
}

void session_row_mark(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t number, const char *words)
{
	struct shape shape = shape_of(app, place, number);
	struct rectangle area = place->area;

	area.column = shape.title;
	area.columns =
	    (shape.room ? shape.room + place->pane->room_columns : shape.title_end) - shape.title;
	match_mark(screen, area, words);
	buffer_free(&shape.state.text);
}

void session_row_draw_gone(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t number)
{
	const struct bookmark *bookmark = &app->keeper.shown.items[number];
	const struct session session = {.start = bookmark->start, .end = bookmark->end};
	const char *text = bookmark->title ? bookmark->title : bookmark->id;
	int title = title_column(place, &session), end, taken, most;
	struct state state = {.role = ROLE_WARNING};

	buffer_puts(&state.text, place->area.columns >= ROOM_FROM_COLUMNS
				     ? _("! no longer in the programme")
				     : _("! gone"));
	screen_put(screen, place->area.row, row_text_column(place) - 1, ROLE_BOOKMARK, "★");
	if (title > row_text_column(place))
		draw_time(screen, place, &session);
	end = place->area.column + place->area.columns - 1;
	most = state_columns(title, end, text);
	taken = columns_of(buffer_text(&state.text));
	if (taken <= most) {
		draw_state(screen, place, &state);
		end -= taken + GAP;
	}
	screen_field(screen, place->area.row, title, end - title, ROLE_TEXT, text);
	buffer_free(&state.text);
}
