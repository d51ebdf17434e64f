#include "config.h"

#include "kiosk/draw.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "kiosk/figures.h"
#include "kiosk/item.h"
#include "kiosk/kiosk_private.h"
#include "model/query.h"
#include "present/session_facts.h"
#include "present/title.h"
#include "present/when.h"

#include <string.h>

static int columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
}

void draw_centred(struct screen *screen, int row, struct rectangle area, enum role role,
		  const char *text)
{
	int columns = columns_of(text), spare = area.columns - columns;

	screen_field(screen, row, spare > 0 ? area.column + spare / 2 : area.column,
		     spare > 0 ? columns : area.columns, role, text);
}

/* Frame */

static void draw_header(const struct kiosk *kiosk, struct screen *screen)
{
	struct rectangle area = kiosk->scene.header;
	const struct event *event = kiosk->agenda ? &kiosk->agenda->event : NULL;
	struct buffer right = {0};
	int taken;

	when_day_medium(&right, civil_day_of_moment(kiosk->now));
	buffer_puts(&right, " · ");
	when_column(&right, kiosk->now);
	taken = columns_of(buffer_text(&right));
	if (event && event->title)
		screen_field(screen, area.row, area.column, area.columns - taken - 3, ROLE_TITLE,
			     event->title);
	screen_put(screen, area.row, area.column + area.columns - taken, ROLE_STRONG,
		   buffer_text(&right));
	buffer_free(&right);
}

/* The organiser's announcement, then the line for the organiser alone, which is short. */
static void draw_banner(const struct kiosk *kiosk, struct screen *screen)
{
	struct rectangle area = kiosk->scene.banner;
	struct text words = {0};

	if (!area.rows)
		return;
	text_set(&words, page_sentence(kiosk->agenda->event.announcement));
	text_fit(&words, area.columns - 2, area.rows);
	text_draw(&words, screen, area.row, area.column + 1);
	text_free(&words);
	screen_paint(screen, area, ROLE_STATUS);
	screen_put(screen, area.row, area.column, ROLE_WARNING, "!");
}

static void draw_rule(const struct kiosk *kiosk, struct screen *screen, int row)
{
	screen_rule(screen, row, 0, kiosk->columns, "─");
}

/* Small, but there: at the right of the rule, where only those who look for it see it. */
static void draw_trouble(const struct kiosk *kiosk, struct screen *screen)
{
	int columns, most = kiosk->columns / 2;

	if (!kiosk->trouble)
		return;
	columns = columns_of(kiosk->trouble);
	columns = columns < most ? columns : most;
	screen_field(screen, kiosk->scene.rule, kiosk->columns - columns - 2, columns, ROLE_TEXT,
		     kiosk->trouble);
}

void draw_frame(const struct kiosk *kiosk, struct screen *screen)
{
	draw_header(kiosk, screen);
	draw_banner(kiosk, screen);
	draw_rule(kiosk, screen, kiosk->scene.rule);
	draw_trouble(kiosk, screen);
	draw_rule(kiosk, screen, kiosk->scene.foot);
}

void draw_title(const struct kiosk *kiosk, struct screen *screen, const char *title)
{
	struct rectangle area = kiosk->scene.title;

	screen_field(screen, area.row, area.column, area.columns, ROLE_TITLE, title);
}

/* Sessions */

/* How it stands and where it is, or what changed. */
static void say_details(const struct kiosk *kiosk, uint32_t number, struct buffer *out)
{
	struct buffer rooms = {0};

	if (kiosk->agenda->sessions[number].cancelled)
		buffer_puts(out, _("! cancelled"));
	else
		when_relation(out, kiosk->agenda, number, kiosk->now);
	revisions_say(&kiosk->revisions, kiosk->agenda, number, &rooms);
	if (!rooms.length)
		session_facts_rooms(&rooms, kiosk->agenda, number);
	if (rooms.length)
		buffer_printf(out, "%s%s", out->length ? " · " : "", buffer_text(&rooms));
	buffer_free(&rooms);
}

int draw_session_lines(const struct kiosk *kiosk, struct screen *screen, int row,
		       struct rectangle area, uint32_t number)
{
	const struct session *session = &kiosk->agenda->sessions[number];
	bool now = query_phase(kiosk->agenda, number, kiosk->now) == PHASE_NOW;
	struct buffer time = {0}, details = {0};
	int column = area.column + 8;

	when_column(&time, session->start);
	screen_field(screen, row, area.column, 5, now ? ROLE_NOW : ROLE_STRONG, buffer_text(&time));
	screen_field(screen, row, column, area.columns - 8, ROLE_STRONG,
		     title_or_none(session->title));
	say_details(kiosk, number, &details);
	screen_field(screen, row + 1, column, area.columns - 8, ROLE_TEXT, buffer_text(&details));
	buffer_free(&time);
	buffer_free(&details);
	return row + 2;
}

/* Items */

static void draw_item(const struct kiosk *kiosk, struct screen *screen, struct rectangle area,
		      const struct list_row *item, bool selected)
{
	struct item_words words = {0};
	int column = area.column + 4, columns = area.columns - 4, taken;

	item_say(kiosk, (enum item_kind)item->kind, item->item, &words);
	taken = columns_of(buffer_text(&words.aside));
	if (words.picked)
		screen_put(screen, area.row, area.column + 2, ROLE_BOOKMARK, "★");
	screen_field(screen, area.row, column, columns - (taken ? taken + 2 : 0), ROLE_STRONG,
		     buffer_text(&words.first));
	if (taken)
		screen_put(screen, area.row, column + columns - taken,
			   words.now ? ROLE_NOW : ROLE_TEXT, buffer_text(&words.aside));
	if (area.rows > 1)
		screen_field(screen, area.row + 1, column, columns, ROLE_TEXT,
			     buffer_text(&words.second));
	if (selected) {
		area.rows = area.rows > 2 ? 2 : area.rows;
		screen_paint(screen, area, ROLE_CURSOR);
		for (int i = 0; i < area.rows; i++)
			screen_put(screen, area.row + i, area.column, ROLE_CURSOR, "▌");
		screen_set_cursor(screen, area.row, area.column);
	}
	item_words_free(&words);
}

static void draw_arrow(struct screen *screen, struct rectangle area, bool shown, bool at_end,
		       const char *arrow)
{
	if (shown)
		screen_put(screen, at_end ? area.row + area.rows - 1 : area.row,
			   area.column + area.columns - 2, ROLE_STRONG, arrow);
}

static void draw_items(const struct kiosk *kiosk, struct screen *screen)
{
	const struct scene *scene = &kiosk->scene;
	const struct list *items = &kiosk->items;
	struct rectangle before = screen_clip(screen, scene->list);
	bool arrows = list_more_above(items) || list_more_below(items);

	for (int i = 0; i < scene_items(scene) && items->top + (size_t)i < items->count; i++) {
		struct rectangle area = {scene->list.row + i * scene->item_rows, scene->list.column,
					 scene->item_rows,
					 scene->list.columns - (arrows ? scene->above.columns : 0)};
		size_t number = items->top + (size_t)i;

		draw_item(kiosk, screen, area, &items->items[number], number == items->cursor);
	}
	draw_arrow(screen, scene->above, list_more_above(items), false, "▲");
	draw_arrow(screen, scene->below, list_more_below(items), true, "▼");
	screen_clip(screen, before);
}

/* Footer */

static void say_button(const struct kiosk *kiosk, enum scene_button button, struct buffer *out)
{
	if (button == BUTTON_BACK) {
		buffer_printf(out, "← %s", kiosk->place_count > 1 ? _("Go back") : _("Start over"));
	} else if (button == BUTTON_PICKS) {
		buffer_printf(out, "★ %s", _("My choice"));
		if (kiosk->picks.count)
			buffer_printf(out, " · %zu", kiosk->picks.count);
	} else {
		buffer_puts(out, kiosk_other_language_name(kiosk));
	}
}

static void draw_buttons(const struct kiosk *kiosk, struct screen *screen)
{
	for (enum scene_button button = 0; button < BUTTON_COUNT; button++) {
		struct rectangle area = kiosk->scene.buttons[button];
		struct buffer label = {0};

		say_button(kiosk, button, &label);
		draw_centred(screen, area.row + (area.rows - 1) / 2, area, ROLE_KEY,
			     buffer_text(&label));
		if (button)
			screen_rule_down(screen, area.row, area.column, area.rows, "│");
		buffer_free(&label);
	}
}

static void draw_help(const struct kiosk *kiosk, struct screen *screen)
{
	struct rectangle area = {kiosk->scene.help, 0, 1, kiosk->columns};

	if (kiosk->scene.help >= 0)
		draw_centred(screen, area.row, area, ROLE_TEXT,
			     _("Touch the screen, or: ↑ ↓ choose, Enter opens, Esc goes back"));
}

void draw_page(const struct kiosk *kiosk, struct screen *screen)
{
	const struct spot *place = kiosk_here(kiosk);
	const struct page *page = page_at(place->page);
	struct rectangle text = kiosk->scene.text, before;
	struct buffer title = {0};

	if (page->draw) {
		page->draw(kiosk, screen);
		draw_items(kiosk, screen);
		return;
	}
	page->title(kiosk, place, &title);
	draw_title(kiosk, screen, buffer_text(&title));
	screen_set_cursor(screen, kiosk->scene.title.row, kiosk->scene.title.column);
	before = screen_clip(screen, text);
	text_draw(&kiosk->text, screen, text.row, text.column);
	screen_clip(screen, before);
	draw_items(kiosk, screen);
	draw_buttons(kiosk, screen);
	draw_help(kiosk, screen);
	buffer_free(&title);
}

/* Beside a code there may be no room for it in one line. */
static void draw_wrapped_invitation(struct screen *screen, struct rectangle area, const char *words)
{
	struct text text = {0};
	int lines;

	text_set(&text, page_sentence(words));
	text_fit(&text, area.columns, area.rows);
	lines = (int)text_lines(&text);
	if (lines > area.rows)
		lines = area.rows;
	area.row += area.rows - lines;
	area.rows = lines;
	text_draw(&text, screen, area.row, area.column);
	screen_paint(screen, area, ROLE_KEY);
	text_free(&text);
}

void draw_invitation(const struct kiosk *kiosk, struct screen *screen)
{
	const char *words = _("Touch the screen, or press a key");
	struct rectangle area = {kiosk->scene.foot + 1, 0, kiosk->rows - kiosk->scene.foot - 1,
				 kiosk->columns};

	if (kiosk->scene.aside.rows)
		draw_wrapped_invitation(screen, kiosk->scene.aside, words);
	else
		draw_centred(screen, area.row + (area.rows - 1) / 2, area, ROLE_KEY, words);
}

void draw_waiting(const struct kiosk *kiosk, struct screen *screen)
{
	struct rectangle area = kiosk->scene.body;
	struct buffer clock = {0};
	int size, middle = area.row + area.rows / 2;

	when_column(&clock, kiosk->now);
	size = figures_fit(buffer_text(&clock), area.rows - 4, area.columns);
	if (size)
		figures_draw(screen, middle - size * FIGURES_ROWS / 2 - 1,
			     area.column +
				 (area.columns - figures_columns(buffer_text(&clock), size)) / 2,
			     ROLE_STRONG, buffer_text(&clock), size);
	draw_centred(screen, area.row + area.rows - 1, area, ROLE_TEXT,
		     _("The programme will be here in a moment."));
	screen_set_cursor(screen, area.row + area.rows - 1, area.column);
	buffer_free(&clock);
}
