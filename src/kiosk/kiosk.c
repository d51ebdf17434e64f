#include "config.h"

#include "kiosk/kiosk.h"

#include "base/i18n.h"
#include "base/locale.h"
#include "base/memory.h"
#include "kiosk/draw.h"
#include "kiosk/item.h"
#include "kiosk/kiosk_private.h"
#include "kiosk/show.h"
#include "tui/key.h"

#include <stdlib.h>
#include <string.h>

enum { BANNER_ROWS_MOST = 2 };

/* Places */

struct spot *kiosk_place(struct kiosk *kiosk)
{
	return &kiosk->places[kiosk->place_count - 1];
}

const struct spot *kiosk_here(const struct kiosk *kiosk)
{
	return &kiosk->places[kiosk->place_count - 1];
}

/* So deep that there is no room, the place is taken for the one before. */
void kiosk_go(struct kiosk *kiosk, enum page_id page, uint32_t item, uint32_t part)
{
	if (kiosk->place_count < PLACES_MOST)
		kiosk->place_count++;
	*kiosk_place(kiosk) =
	    (struct spot){.page = page, .item = item, .part = part, .cursor = LIST_NONE};
}

void kiosk_back(struct kiosk *kiosk)
{
	if (kiosk->place_count > 1)
		kiosk->place_count--;
}

void kiosk_home(struct kiosk *kiosk)
{
	kiosk->place_count = 1;
	kiosk->places[0] = (struct spot){.page = PAGE_HOME};
}

size_t kiosk_leaves(const struct kiosk *kiosk)
{
	size_t lines = text_lines(&kiosk->text), rows = (size_t)kiosk->text.height;

	return lines > rows && rows ? (lines + rows - 1) / rows : 1;
}

/* Languages */

static bool is_french(const struct kiosk *kiosk)
{
	return !strcmp(kiosk->language, "fr");
}

const char *kiosk_other_language_name(const struct kiosk *kiosk)
{
	return is_french(kiosk) ? "English" : "Français";
}

static void speak(struct kiosk *kiosk, const char *language)
{
	kiosk->language = language;
	locale_speak(language);
}

void kiosk_switch_language(struct kiosk *kiosk)
{
	speak(kiosk, is_french(kiosk) ? "en" : "fr");
}

/* Settling: what is made from the state, made again */

static int banner_rows(const struct kiosk *kiosk)
{
	struct text words = {0};
	size_t lines;

	if (!kiosk->agenda || !kiosk->agenda->event.announcement)
		return 0;
	text_set(&words, page_sentence(kiosk->agenda->event.announcement));
	text_fit(&words, kiosk->columns - 8, 1);
	lines = text_lines(&words);
	text_free(&words);
	return lines > BANNER_ROWS_MOST ? BANNER_ROWS_MOST : (int)lines;
}

static void settle_text(struct kiosk *kiosk)
{
	struct spot *place = kiosk_place(kiosk);
	struct rectangle area = kiosk->scene.text;
	size_t leaves;

	text_fit(&kiosk->text, area.columns, area.rows);
	kiosk->text.top = 0;
	leaves = kiosk_leaves(kiosk);
	if (place->leaf >= leaves)
		place->leaf = leaves - 1;
	text_scroll(&kiosk->text, (int)place->leaf * area.rows);
}

static void settle_page(struct kiosk *kiosk, struct scene_needs *needs)
{
	struct spot *place = kiosk_place(kiosk);
	const struct page *page = page_at(place->page);

	text_set(&kiosk->text, page->text ? page->text(kiosk, place) : NULL);
	needs->text = kiosk->text.document;
	needs->tall = page->draw;
	kiosk->scene = scene_make(needs);
	settle_text(kiosk);
	list_clear(&kiosk->items);
	page->fill(kiosk, place, &kiosk->items);
	list_resize(&kiosk->items, scene_items(&kiosk->scene));
	list_select(&kiosk->items,
		    place->cursor == LIST_NONE ? item_start(kiosk, &kiosk->items) : place->cursor);
	place->cursor = kiosk->items.cursor == LIST_NONE ? 0 : kiosk->items.cursor;
}

static void settle(struct kiosk *kiosk)
{
	struct scene_needs needs = {
	    .rows = kiosk->rows,
	    .columns = kiosk->columns,
	    .banner_rows = banner_rows(kiosk),
	    .items = true,
	};

	needs.tall = kiosk->agenda && kiosk->showing && show_is_tall(kiosk);
	needs.items = !kiosk->showing;
	kiosk->scene = scene_make(&needs);
	if (!kiosk->scene.fits || !kiosk->agenda)
		return;
	if (kiosk->showing)
		show_settle(kiosk);
	else
		settle_page(kiosk, &needs);
}

/* The visitor */

/* Forgets the visitor, and begins the show anew. */
static void welcome(struct kiosk *kiosk)
{
	kiosk_home(kiosk);
	if (kiosk->agenda)
		picks_begin(&kiosk->picks, kiosk->agenda);
	speak(kiosk, kiosk->options.language);
	show_begin(kiosk);
}

static void choose(struct kiosk *kiosk)
{
	const struct list_row *item = list_selected(&kiosk->items);

	if (item)
		item_choose(kiosk, (enum item_kind)item->kind, item->item);
}

static void go_back(struct kiosk *kiosk)
{
	if (kiosk->place_count > 1)
		kiosk_back(kiosk);
	else
		welcome(kiosk);
}

static void move(struct kiosk *kiosk, enum motion motion)
{
	list_move(&kiosk->items, motion);
	kiosk_place(kiosk)->cursor = kiosk->items.cursor;
}

static void move_up(struct kiosk *kiosk)
{
	move(kiosk, MOTION_UP);
}

static void move_down(struct kiosk *kiosk)
{
	move(kiosk, MOTION_DOWN);
}

static void go_to_picks(struct kiosk *kiosk)
{
	if (kiosk_here(kiosk)->page != PAGE_PICKS)
		kiosk_go(kiosk, PAGE_PICKS, 0, PART_ALL);
}

static void show_code(struct kiosk *kiosk)
{
	if (item_deed_applies(kiosk, DEED_CODE))
		kiosk_go(kiosk, PAGE_CODE, kiosk_here(kiosk)->item, PART_ALL);
}

/* All that the keys can do. */
static const struct {
	uint32_t key;
	void (*act)(struct kiosk *kiosk);
} keys[] = {
    {KEY_ARROW_UP, move_up},
    {KEY_ARROW_DOWN, move_down},
    {KEY_RETURN, choose},
    {KEY_SPACE, choose},
    {KEY_ARROW_RIGHT, choose},
    {KEY_ESCAPE, go_back},
    {KEY_RUBOUT, go_back},
    {KEY_ARROW_LEFT, go_back},
    {KEY_FUNCTION_1 + 1, kiosk_switch_language},
    {'c', show_code},
};

static void act_on_key(struct kiosk *kiosk, uint32_t key)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i].key == key)
			keys[i].act(kiosk);
}

/* Of an item that is touched, the page opens at once: a visitor touches what they want. */
static bool touch_item(struct kiosk *kiosk, int row, int column)
{
	const struct scene *scene = &kiosk->scene;
	struct list *items = &kiosk->items;
	size_t number;

	if (!scene_holds(scene->list, row, column))
		return false;
	number = items->top + (size_t)((row - scene->list.row) / scene->item_rows);
	if (number >= items->count)
		return true;
	list_select(items, number);
	kiosk_place(kiosk)->cursor = number;
	choose(kiosk);
	return true;
}

static bool touch_arrow(struct kiosk *kiosk, int row, int column)
{
	const struct scene *scene = &kiosk->scene;
	bool above = list_more_above(&kiosk->items), below = list_more_below(&kiosk->items);

	if ((!above && !below) ||
	    (!scene_holds(scene->above, row, column) && !scene_holds(scene->below, row, column)))
		return false;
	move(kiosk, scene_holds(scene->above, row, column) ? MOTION_PAGE_UP : MOTION_PAGE_DOWN);
	return true;
}

static void touch_button(struct kiosk *kiosk, int row, int column)
{
	static void (*const acts[BUTTON_COUNT])(struct kiosk *) = {
	    [BUTTON_BACK] = go_back,
	    [BUTTON_PICKS] = go_to_picks,
	    [BUTTON_LANGUAGE] = kiosk_switch_language,
	};

	for (enum scene_button button = 0; button < BUTTON_COUNT; button++)
		if (scene_holds(kiosk->scene.buttons[button], row, column))
			acts[button](kiosk);
}

/* Whatever is done to the screen comes first to those who look at it: it stops the show. */
static bool wakes(struct kiosk *kiosk)
{
	kiosk->touched = kiosk->milliseconds;
	if (!kiosk->showing)
		return false;
	if (kiosk->agenda)
		show_stop(kiosk);
	return true;
}

/* Messages */

/* Works out anew what is on: where the minute is another, or the agenda. */
static void look_around(struct kiosk *kiosk)
{
	const struct query all = QUERY_ALL;
	struct query_rows rows = {0};

	now_free(&kiosk->at_hand);
	query_run(&all, kiosk->agenda, &rows);
	now_find(&kiosk->at_hand, kiosk->agenda, &rows, kiosk->now, false);
	query_rows_free(&rows);
}

static void on_time(struct kiosk *kiosk, const struct kiosk_message *message)
{
	int64_t idle = (int64_t)kiosk->options.idle_seconds * 1000;
	bool later = kiosk->now != message->time.now;

	kiosk->now = message->time.now;
	if (later && kiosk->agenda)
		look_around(kiosk);
	kiosk->milliseconds = message->time.milliseconds;
	if (!kiosk->showing && kiosk->milliseconds - kiosk->touched >= idle)
		welcome(kiosk);
	else if (kiosk->showing)
		show_turn(kiosk);
}

static void on_key(struct kiosk *kiosk, const struct kiosk_message *message)
{
	if (!wakes(kiosk) && kiosk->agenda && kiosk->scene.fits)
		act_on_key(kiosk, message->key);
}

static void on_touch(struct kiosk *kiosk, const struct kiosk_message *message)
{
	int row = message->touch.row, column = message->touch.column;

	if (wakes(kiosk) || !kiosk->agenda || !kiosk->scene.fits)
		return;
	if (!touch_arrow(kiosk, row, column) && !touch_item(kiosk, row, column))
		touch_button(kiosk, row, column);
}

static void on_wheel(struct kiosk *kiosk, const struct kiosk_message *message)
{
	if (!wakes(kiosk) && kiosk->agenda && kiosk->scene.fits)
		move(kiosk, message->wheel < 0 ? MOTION_UP : MOTION_DOWN);
}

static int clamp(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

static void on_resize(struct kiosk *kiosk, const struct kiosk_message *message)
{
	kiosk->rows = clamp(message->resize.rows, 1, SCREEN_MOST_ROWS);
	kiosk->columns = clamp(message->resize.columns, 1, SCREEN_MOST_COLUMNS);
}

/* Where the visitor's place is gone, they are led back to the last one that is there. */
static void carry_over(struct kiosk *kiosk, const struct agenda *from, const struct agenda *to)
{
	size_t kept = 1;

	while (kept < kiosk->place_count && page_carry(&kiosk->places[kept], from, to))
		kept++;
	kiosk->place_count = kept;
	revisions_note(&kiosk->revisions, from, to);
	picks_carry(&kiosk->picks, from, to);
	if (kiosk_here(kiosk)->page == PAGE_WALK && kiosk_here(kiosk)->item >= kiosk->picks.count)
		kiosk_back(kiosk);
}

static void on_agenda(struct kiosk *kiosk, const struct kiosk_message *message)
{
	const struct agenda *before = kiosk->agenda;

	if (before)
		carry_over(kiosk, before, message->agenda);
	kiosk->agenda = message->agenda;
	look_around(kiosk);
	if (!before)
		welcome(kiosk);
	else if (kiosk->showing)
		show_turn(kiosk);
}

static void on_trouble(struct kiosk *kiosk, const struct kiosk_message *message)
{
	free(kiosk->trouble);
	kiosk->trouble = message->trouble ? memory_strdup(message->trouble) : NULL;
}

void kiosk_update(struct kiosk *kiosk, const struct kiosk_message *message)
{
	static void (*const handlers[])(struct kiosk *, const struct kiosk_message *) = {
	    [KIOSK_TIME] = on_time,	  [KIOSK_KEY] = on_key,	      [KIOSK_TOUCH] = on_touch,
	    [KIOSK_WHEEL] = on_wheel,	  [KIOSK_RESIZE] = on_resize, [KIOSK_AGENDA] = on_agenda,
	    [KIOSK_TROUBLE] = on_trouble,
	};

	handlers[message->kind](kiosk, message);
	settle(kiosk);
}

int kiosk_patience(const struct kiosk *kiosk)
{
	int64_t left;

	if (kiosk->showing)
		return show_patience(kiosk);
	left = kiosk->touched + (int64_t)kiosk->options.idle_seconds * 1000 - kiosk->milliseconds;
	return left < 1 ? 1 : left > INT32_MAX ? INT32_MAX : (int)left;
}

/* Life */

struct kiosk *kiosk_new(const struct kiosk_options *options, int rows, int columns)
{
	struct kiosk *kiosk = memory_alloc(1, sizeof *kiosk);

	kiosk->options = *options;
	kiosk->language = options->language;
	kiosk->showing = true;
	kiosk->rows = clamp(rows, 1, SCREEN_MOST_ROWS);
	kiosk->columns = clamp(columns, 1, SCREEN_MOST_COLUMNS);
	kiosk_home(kiosk);
	settle(kiosk);
	return kiosk;
}

void kiosk_free(struct kiosk *kiosk)
{
	if (!kiosk)
		return;
	free(kiosk->trouble);
	revisions_free(&kiosk->revisions);
	now_free(&kiosk->at_hand);
	picks_free(&kiosk->picks);
	list_free(&kiosk->items);
	text_free(&kiosk->text);
	free(kiosk);
}

void kiosk_draw(const struct kiosk *kiosk, struct screen *screen)
{
	screen_resize(screen, kiosk->rows, kiosk->columns);
	if (!kiosk->scene.fits) {
		screen_put(screen, 0, 0, ROLE_STRONG, _("This screen is too small."));
		screen_set_cursor(screen, 0, 0);
		return;
	}
	if (!kiosk->scene.aside.rows)
		draw_frame(kiosk, screen);
	if (!kiosk->agenda)
		draw_waiting(kiosk, screen);
	else if (kiosk->showing)
		show_draw(kiosk, screen);
	else
		draw_page(kiosk, screen);
}
