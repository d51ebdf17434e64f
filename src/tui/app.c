#include "config.h"

#include "tui/app.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/query.h"
#include "present/stage.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/excuse.h"
#include "tui/footer.h"
#include "tui/former.h"
#include "tui/header.h"
#include "tui/mouse.h"
#include "tui/news.h"
#include "tui/row.h"
#include "tui/saved.h"
#include "tui/saying.h"
#include "tui/session_row.h"
#include "tui/where.h"

#include <stdlib.h>
#include <string.h>

/* What is open */

/* The grid is a picture; where there are none, its place is taken by the list of the same. */
enum pane_id app_pane_of(const struct app *app, enum slot slot)
{
	enum pane_id pane = view_at(app->view)->slots[slot];

	return app->linear && pane == PANE_GRID ? PANE_SESSIONS : pane;
}

static bool side_is_empty(const struct app *app, enum view_id view)
{
	return !app->agenda->theme_count &&
	       (view == VIEW_THEMES || (view == VIEW_PROGRAMME && !app->agenda->day_count));
}

static unsigned filled_slots(const struct app *app, enum view_id view)
{
	unsigned slots = 0;

	for (enum slot slot = 0; slot < SLOT_COUNT; slot++)
		if (view_at(view)->slots[slot] != PANE_NONE &&
		    (slot != SLOT_SIDE || !side_is_empty(app, view)))
			slots |= SLOT_BIT(slot);
	return slots;
}

/* Whether the main list has a row to be shown in full; as far as one can tell before it is filled.
 */
static bool has_subject(const struct app *app)
{
	enum pane_id id = app_pane_of(app, SLOT_MAIN);
	const struct pane *pane = &app->panes[pane_chooser(id)];

	return pane->stale || !pane_sort(id)->selects || list_selected(&pane->list);
}

unsigned app_slots(const struct app *app)
{
	unsigned slots = filled_slots(app, app->view);

	return has_subject(app) ? slots : slots & ~SLOT_BIT(SLOT_DETAIL);
}

/* The slot in focus when a view is opened for the first time. */
static enum slot first_slot(const struct app *app, enum view_id view)
{
	enum slot first = view_at(view)->first;

	return filled_slots(app, view) & SLOT_BIT(first) ? first : SLOT_MAIN;
}

enum pane_id app_pane(const struct app *app)
{
	return app_pane_of(app, app->focus[app->view]);
}

const struct day *app_shown_day(const struct app *app)
{
	return app->day < app->agenda->day_count ? &app->agenda->days[app->day] : NULL;
}

bool app_day_is_over(const struct app *app, civil_day day)
{
	return day != CIVIL_NONE && day < app->today;
}

/* Whether the pane in focus is about what the detail is about, and that is of a kind. */
static bool is_about(const struct app *app, enum row_kind kind)
{
	return app->focus[app->view] != SLOT_SIDE && app->subject.kind == kind &&
	       app_pane_of(app, SLOT_DETAIL) != PANE_NONE;
}

int app_session(const struct app *app)
{
	return is_about(app, ROW_SESSION) ? (int)app->subject.item : -1;
}

const char *app_bookmark_id(const struct app *app)
{
	if (is_about(app, ROW_SESSION))
		return app->agenda->sessions[app->subject.item].id;
	return is_about(app, ROW_GONE) ? app->keeper.shown.items[app->subject.item].id : NULL;
}

/* Changing it */

static void show_anew(struct app *app, enum pane_id pane)
{
	app->panes[pane].stale = app->panes[pane].fresh = true;
}

/* Puts the cursor of the list of days on the one that is shown. */
static void mark_day(struct app *app)
{
	struct list *list = &app->panes[PANE_DAYS].list;
	size_t row = list_find(list, ROW_DAY, (uint32_t)app->day);

	if (row != LIST_NONE)
		list_select(list, row);
}

/* Whether closing what is open would lead to a view. */
static bool lies_behind(const struct app *app, enum view_id view)
{
	enum view_id at = app->view;

	while (at != view && !view_at(at)->tab)
		at = app->behind[at];
	return at == view;
}

static void go_to_view(struct app *app, enum view_id view)
{
	enum view_id before = app->view;

	app->view = view;
	if (before == VIEW_FILTER)
		picker_left(app);
}

void app_show_view(struct app *app, enum view_id view)
{
	if (view == app->view) {
		app_focus(app, first_slot(app, view));
	} else if (!view_at(view)->tab) {
		if (!lies_behind(app, view)) {
			app->behind[view] = app->view;
			app->readings[app->view] = reading_of(app);
		}
		search_sheet_opened(app, view);
		for (enum slot slot = 0; slot < SLOT_COUNT; slot++)
			show_anew(app, view_at(view)->slots[slot]);
	} else if (view == VIEW_PRACTICAL && search_stands(app)) {
		show_anew(app, PANE_EVENT); /* from where it holds what is searched for */
	}
	go_to_view(app, view);
}

void app_close_sheet(struct app *app)
{
	enum view_id view = app->behind[app->view];

	go_to_view(app, view);
	reading_go_on(app, &app->readings[view]);
}

void app_mark_day(struct app *app, size_t day)
{
	const struct list_row *row = list_selected(&app->panes[PANE_DAYS].list);
	bool at_theme = app_pane(app) == PANE_DAYS && row && row->kind == ROW_THEME;

	app->day = day;
	if (!at_theme)
		mark_day(app);
}

void app_show_day(struct app *app, size_t day)
{
	if (search_stands(app))
		search_show_day(app, day);
	else if (day != app->day)
		show_anew(app, PANE_SESSIONS);
	app_mark_day(app, day);
}

void app_show_filtered(struct app *app, bool fresh)
{
	struct pane *pane = &app->panes[PANE_SESSIONS];

	pane->fresh = fresh || !list_selected(&pane->list);
	pane->stale = app->panes[PANE_NOW].stale = true;
	if (search_stands(app)) {
		app_settle(app);
		search_follow(app);
	} else if (app->agenda->day_count) {
		app_show_day(app, filter_day_from(&app->filter, app->day));
	}
}

void app_focus(struct app *app, enum slot slot)
{
	if (app_pane(app) == PANE_DAYS && slot != SLOT_SIDE)
		mark_day(app);
	if (slot != app->focus[app->view])
		text_select_none(&app->panes[app_pane(app)].text);
	app->focus[app->view] = slot;
}

void app_focus_rows(struct app *app)
{
	app_settle(app);
	if (!layout_shows(&app->layout, SLOT_MAIN) ||
	    list_selected(&app->panes[pane_chooser(app_pane_of(app, SLOT_MAIN))].list))
		app_focus(app, SLOT_MAIN);
}

void app_say(struct app *app, enum role role, const char *text)
{
	app->sayings++;
	app->warnings.told = false;
	text_set(&app->status, text ? saying_new(NULL, text, NULL) : NULL);
	app->status_role = role;
}

void app_said(const struct app *app, struct buffer *out)
{
	char *words;

	if (!app->status.document)
		return;
	words = document_plain_text(app->status.document);
	buffer_append(out, words, strcspn(words, "\n"));
	free(words);
}

void app_add_effect(struct effects *effects, struct effect effect)
{
	if (effects->count < EFFECTS_MOST)
		effects->items[effects->count++] = effect;
}

void app_bookmarks_changed(struct app *app)
{
	app->panes[PANE_KEPT].stale = app->panes[PANE_DETAIL].stale = true;
	if (filter_bookmarks_changed(&app->filter))
		app->panes[PANE_SESSIONS].stale = true;
}

static bool runs_at(const struct agenda *agenda, const struct day *day, civil_moment now)
{
	for (size_t i = day->first; i < (size_t)day->first + day->count; i++)
		if (query_phase(agenda, i, now) == PHASE_NOW)
			return true;
	return false;
}

/* A conference day runs past midnight while one of its sessions does. */
static civil_day conference_day(const struct agenda *agenda, civil_moment now)
{
	civil_day today = civil_day_of_moment(now);
	const struct day *day;

	if (!agenda->day_count)
		return today;
	day = &agenda->days[query_day_at(agenda, now)];
	return day->date == today - 1 && runs_at(agenda, day, now) ? day->date : today;
}

static void set_clock(struct app *app, civil_moment now)
{
	if (stage_of(app->agenda, app->now) != stage_of(app->agenda, now))
		for (enum pane_id pane = 0; pane < PANE_COUNT; pane++)
			app->panes[pane].stale = true; /* some speak of it */
	app->now = now;
	buffer_clear(&app->stage);
	buffer_clear(&app->stage_short);
	stage_sentence(&app->stage, app->agenda, now);
	stage_words(&app->stage_short, app->agenda, now);
	app->today = conference_day(app->agenda, now);
	app->panes[PANE_DETAIL].stale = app->panes[PANE_NOW].stale = true;
	if (filter_set_now(&app->filter, now))
		app->panes[PANE_SESSIONS].stale = true;
}

static int clamp(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

static void set_size(struct app *app, int rows, int columns)
{
	app->rows = clamp(rows, 1, SCREEN_MOST_ROWS);
	app->columns = clamp(columns, 1, SCREEN_MOST_COLUMNS);
}

/* Settling: everything that is made from the state, made again where it is not right any more */

static void settle_layout(struct app *app)
{
	struct layout_needs needs = {
	    .rows = app->rows,
	    .columns = app->columns,
	    .header_rows = header_rows(app),
	    .slots = app_slots(app),
	    .focus = app->focus[app->view],
	    .linear = app->linear,
	    .broad = view_at(app->view)->broad,
	    .side_wanted = app->view == VIEW_FILTER ? 0 : app->theme_columns,
	    .side_tells = app->view == VIEW_THEMES,
	};

	footer_fit(app);
	needs.footer_rows = footer_rows(app);
	app->layout = layout_make(&needs);
}

/* A change is about the session it is a change of, or the bookmark whose session is gone. */
static struct subject subject_of(const struct app *app, const struct list_row *row)
{
	const struct change *change;

	if (row->kind != ROW_CHANGE)
		return (struct subject){row->kind, row->item};
	change = &app->keeper.changes.items[row->item];
	if (change->session >= 0)
		return (struct subject){ROW_SESSION, (uint32_t)change->session};
	return (struct subject){ROW_GONE, (uint32_t)(change->before - app->keeper.shown.items)};
}

static void settle_subject(struct app *app)
{
	enum pane_id main = app_pane_of(app, SLOT_MAIN);
	const struct list_row *row = list_selected(&app->panes[pane_chooser(main)].list);
	struct subject subject = {ROW_GAP, 0};

	if (row)
		subject = subject_of(app, row);
	if (subject.kind != app->subject.kind || subject.item != app->subject.item)
		show_anew(app, PANE_DETAIL);
	app->subject = subject;
}

/* What the rows that are seen count of what is left. */
static void settle_tally(struct app *app)
{
	if (app->view == VIEW_FILTER)
		picker_settle(app);
	if (app_pane_of(app, SLOT_SIDE) == PANE_DAYS && filter_is_set(&app->filter))
		filter_tally(&app->filter, TRAIT_THEME);
}

/* Lists are kept right even where they are not seen: the detail is about a row of one. */
static void settle_panes(struct app *app)
{
	enum slot focus = app->focus[app->view];

	for (enum slot slot = 0; slot < SLOT_COUNT; slot++) {
		enum pane_id pane = app_pane_of(app, slot);
		bool seen = layout_shows(&app->layout, slot);

		if (slot == SLOT_DETAIL && pane != PANE_NONE)
			settle_subject(app);
		if (pane != PANE_NONE && (seen || pane_sort(pane)->selects))
			pane_settle(app, pane, app->layout.slots[seen ? slot : focus]);
	}
	settle_tally(app);
}

/* A list that turns out to be empty takes the place of the detail, too. */
void app_settle(struct app *app)
{
	unsigned slots;

	do {
		slots = app_slots(app);
		if (!(slots & SLOT_BIT(app->focus[app->view])))
			app->focus[app->view] = SLOT_MAIN;
		settle_layout(app);
		if (app->layout.fits)
			settle_panes(app);
	} while (slots != app_slots(app));
	search_settle(app);
}

/* Messages */

void app_run(struct app *app, size_t number, struct effects *effects)
{
	const struct command *command = command_at(number);

	command->run(app, command->argument, effects);
}

void app_end_what_is_said(struct app *app)
{
	if (!reminder_stands(app) || app->status_role != ROLE_WARNING) {
		warnings_dismiss(&app->warnings);
		app_say(app, ROLE_STATUS, NULL);
	}
	reminder_dismiss(app);
}

static void on_key(struct app *app, const struct message *message, struct effects *effects)
{
	size_t command = keymap_find(&app->keymap, message->key, where_now(app));

	app_end_what_is_said(app);
	if (ask_type(app, message->key))
		return;
	if (command != KEYMAP_NONE)
		app_run(app, command, effects);
	else
		excuse_say(app, message->key);
}

static void on_resize(struct app *app, const struct message *message, struct effects *effects)
{
	(void)effects;
	set_size(app, message->resize.rows, message->resize.columns);
}

static void on_clock(struct app *app, const struct message *message, struct effects *effects)
{
	set_clock(app, message->clock);
	reminder_look(app, effects);
}

static void on_bookmarks(struct app *app, const struct message *message, struct effects *effects)
{
	size_t before = app->keeper.news;

	if (keeper_load(&app->keeper, message->bookmarks))
		app_bookmarks_changed(app);
	reminder_look(app, effects);
	if (app->keeper.news > before)
		news_tell(app);
}

static void on_saved(struct app *app, const struct message *message, struct effects *effects)
{
	(void)effects;
	saved_answer(app, message);
}

static void on_former(struct app *app, const struct message *message, struct effects *effects)
{
	(void)effects;
	former_ask(app, message->former.name, message->former.count);
}

static void on_exported(struct app *app, const struct message *message, struct effects *effects)
{
	(void)effects;
	carry_answer(app, message);
}

static void on_notice(struct app *app, const struct message *message, struct effects *effects)
{
	(void)effects;
	if (message->notice)
		warnings_add(app, message->notice);
	else
		app_say(app, ROLE_STATUS, NULL);
}

static void on_go_on(struct app *app, const struct message *message, struct effects *effects)
{
	(void)message, (void)effects;
	app->unchanged = !search_go_on(app);
}

/* How far one is with what takes long is not said aloud before the end. */
static bool announces(const struct app *app, enum message_kind kind)
{
	return app->linear && (kind != MESSAGE_GO_ON || !app_has_more(app));
}

void app_update(struct app *app, const struct message *message, struct effects *effects)
{
	static void (*const handlers[])(struct app *, const struct message *, struct effects *) = {
	    [MESSAGE_KEY] = on_key,
	    [MESSAGE_MOUSE] = mouse_act,
	    [MESSAGE_RESIZE] = on_resize,
	    [MESSAGE_CLOCK] = on_clock,
	    [MESSAGE_BOOKMARKS] = on_bookmarks,
	    [MESSAGE_SAVED] = on_saved,
	    [MESSAGE_FORMER] = on_former,
	    [MESSAGE_EXPORTED] = on_exported,
	    [MESSAGE_GO_ON] = on_go_on,
	    [MESSAGE_NOTICE] = on_notice,
	};

	effects->count = 0;
	app->unchanged = false;
	handlers[message->kind](app, message, effects);
	warnings_look(app);
	app_settle(app);
	if (announces(app, message->kind) && announcer_look(app, message->kind))
		app_settle(app);
}

bool app_has_more(const struct app *app)
{
	return !filter_is_through(&app->filter);
}

bool app_is_to_be_drawn(const struct app *app)
{
	return !app->unchanged;
}

/* Life */

struct app *app_new(const struct agenda *agenda, civil_moment now, int rows, int columns)
{
	struct app *app = memory_alloc(1, sizeof *app);

	app->agenda = agenda;
	set_size(app, rows, columns);
	app->subject.kind = ROW_GAP;
	app->blocks = true;
	app->lines = memory_alloc(agenda->day_count + 1, sizeof *app->lines);
	theme_index_make(&app->theme_index, agenda);
	app->theme_columns = row_theme_columns(app);
	app->longest_room = session_row_longest_room(agenda);
	app->span_columns = session_row_span_columns(agenda);
	keymap_begin(&app->keymap);
	keeper_begin(&app->keeper, agenda);
	filter_begin(&app->filter, agenda, &app->theme_index, &app->keeper.shown);
	set_clock(app, now);
	app->day = agenda->day_count ? query_day_at(agenda, now) : 0;
	for (enum view_id view = 0; view < VIEW_COUNT; view++)
		app->focus[view] = first_slot(app, view);
	for (enum pane_id pane = 0; pane < PANE_COUNT; pane++)
		show_anew(app, pane);
	app_settle(app);
	return app;
}

void app_set_keys(struct app *app, const struct keymap *keymap)
{
	if (keymap_same(&app->keymap, keymap))
		return;
	keymap_copy(&app->keymap, keymap);
	for (enum pane_id pane = 0; pane < PANE_COUNT; pane++)
		app->panes[pane].stale = true; /* some speak of keys */
	app_settle(app);
}

void app_set_formats(struct app *app, const struct app_format *formats, size_t count)
{
	app->carry.formats = formats;
	app->carry.format_count = count;
	for (size_t i = 0; i < count; i++)
		if (!strcmp(formats[i].name, "ics"))
			app->carry.format = i;
}

void app_remind(struct app *app, int minutes, bool bell)
{
	app->reminder.minutes = minutes;
	app->reminder.bell = bell;
}

void app_take_query(struct app *app, struct query *query)
{
	char *words = query->search;

	query->search = NULL;
	filter_take(&app->filter, query);
	app_show_filtered(app, true);
	if (words)
		search_begin(app, words);
	app_settle(app);
	free(words);
}

void app_show_now(struct app *app)
{
	app_show_view(app, VIEW_NOW);
	app_settle(app);
}

void app_set_linear(struct app *app, bool linear)
{
	if (linear == app->linear)
		return;
	app->linear = linear;
	text_set_aloud(&app->status, linear);
	for (enum pane_id pane = 0; pane < PANE_COUNT; pane++) {
		text_set_aloud(&app->panes[pane].text, linear);
		app->panes[pane].stale = true;
	}
	app_settle(app);
	if (linear && announcer_look(app, MESSAGE_KEY))
		app_settle(app);
}

void app_set_blocks(struct app *app, bool blocks)
{
	app->blocks = blocks;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	for (enum pane_id pane = 0; pane < PANE_COUNT; pane++) {
		list_free(&app->panes[pane].list);
		text_free(&app->panes[pane].text);
		grid_free(&app->panes[pane].grid);
		array_free(&app->panes[pane].items);
	}
	text_free(&app->status);
	announcer_free(&app->announcer);
	for (size_t day = 0; day < app->agenda->day_count; day++) {
		timeline_free(&app->lines[day].whole);
		timeline_free(&app->lines[day].left);
	}
	free(app->lines);
	buffer_free(&app->stage);
	buffer_free(&app->stage_short);
	reminder_free(&app->reminder);
	warnings_free(&app->warnings);
	code_free(&app->code);
	walk_free(&app->walk);
	buffer_free(&app->handed);
	keeper_free(&app->keeper);
	carry_free(&app->carry);
	free(app->noting);
	free(app->leaving);
	free(app->former);
	filter_free(&app->filter);
	search_free(&app->search);
	picker_free(&app->picker);
	related_free(&app->related);
	for (enum ask_id ask = 0; ask < ASK_COUNT; ask++)
		prompt_free(&app->prompts[ask]);
	question_free(&app->question);
	keymap_free(&app->keymap);
	theme_index_free(&app->theme_index);
	free(app);
}

/* Drawing */

/* Says that the window is too small: in words, where it has room for them. */
static void draw_too_small(struct screen *screen)
{
	struct rectangle area = {0, 0, screen_rows(screen), screen_columns(screen)};
	struct text words = {0};
	struct buffer line = {0};

	/* Translators: columns × rows, as 40×10. */
	buffer_printf(&line, _("Too small: at least %d×%d is needed"), LAYOUT_COLUMNS, LAYOUT_ROWS);
	text_set(&words, saying_new(NULL, buffer_text(&line), NULL));
	text_fit(&words, area.columns, area.rows);
	if (words.columns >= TEXT_NARROWEST && text_lines(&words) <= (size_t)area.rows) {
		text_draw(&words, screen, 0, 0);
		area.rows = (int)text_lines(&words);
	} else {
		buffer_clear(&line);
		buffer_printf(&line, "%d×%d", LAYOUT_COLUMNS, LAYOUT_ROWS);
		screen_field(screen, 0, 0, area.columns, ROLE_WARNING, buffer_text(&line));
		area.rows = 1;
	}
	screen_paint(screen, area, ROLE_WARNING);
	screen_set_cursor(screen, 0, 0);
	text_free(&words);
	buffer_free(&line);
}

void app_draw(const struct app *app, struct screen *screen)
{
	enum slot focus = app->focus[app->view];
	int row, column;

	screen_resize(screen, app->rows, app->columns);
	if (!app->layout.fits) {
		draw_too_small(screen);
		return;
	}
	header_draw(app, screen);
	layout_draw(&app->layout, screen);
	for (enum slot slot = 0; slot < SLOT_COUNT; slot++)
		if (layout_shows(&app->layout, slot))
			pane_draw(app, screen, app_pane_of(app, slot), app->layout.slots[slot],
				  slot == focus);
	footer_draw(app, screen);
	if (app->asked != ASK_NOTHING || question_stands(app))
		return;
	pane_cursor(app, app_pane(app), app->layout.slots[focus], &row, &column);
	screen_set_cursor(screen, row, column);
}
