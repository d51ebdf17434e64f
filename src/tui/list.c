#include "config.h"

#include "tui/list.h"

#include "base/array.h"

static size_t height_of(const struct list *list)
{
	return list->height > 0 ? (size_t)list->height : 1;
}

static size_t last_top(const struct list *list)
{
	size_t height = height_of(list);

	return list->count > height ? list->count - height : 0;
}

/* The nearest row from `row` on that is not still, LIST_NONE where there is none. */
static size_t next_free(const struct list *list, size_t row)
{
	for (; row < list->count; row++)
		if (!list->items[row].still)
			return row;
	return LIST_NONE;
}

static size_t previous_free(const struct list *list, size_t row)
{
	for (; row < list->count; row--)
		if (!list->items[row].still)
			return row;
	return LIST_NONE;
}

/* The first of its still rows above the cursor that can be seen together with it. */
static size_t lead_of(const struct list *list)
{
	size_t row = list->cursor;

	while (row > 0 && list->items[row - 1].still && !list->items[row - 1].below &&
	       list->cursor - row + 1 < height_of(list))
		row--;
	return row;
}

/* The last of its still rows below the cursor that can be. */
static size_t tail_of(const struct list *list)
{
	size_t row = list->cursor;

	while (row + 1 < list->count && list->items[row + 1].below &&
	       row + 1 - list->cursor < height_of(list))
		row++;
	return row;
}

/* Moves the window as little as shows the rows from `first` on, what belongs to the cursor below
 * it, and the cursor in any case. */
static void show_from(struct list *list, size_t first)
{
	size_t last;

	if (list->cursor != LIST_NONE) {
		last = tail_of(list);
		if (list->top > first)
			list->top = first;
		if (last >= list->top + height_of(list))
			list->top = last - height_of(list) + 1;
	}
	if (list->top > last_top(list))
		list->top = last_top(list);
}

/* Shows the cursor with the headings above it. */
static void follow_cursor(struct list *list)
{
	show_from(list, list->cursor != LIST_NONE ? lead_of(list) : 0);
}

void list_clear(struct list *list)
{
	list->count = list->top = 0;
	list->cursor = LIST_NONE;
}

static void add(struct list *list, struct list_row row)
{
	if (list->count == list->capacity)
		array_reserve(list, list->count + 1);
	list->items[list->count++] = row;
	if (list->count == 1)
		list->cursor = LIST_NONE;
	if (list->cursor == LIST_NONE && !row.still)
		list->cursor = list->count - 1;
}

void list_add(struct list *list, unsigned char kind, uint32_t item)
{
	add(list, (struct list_row){.item = item, .kind = kind});
}

/* Makes room for rows that are not still, and returns where they go. */
static struct list_row *extend(struct list *list, size_t count)
{
	struct list_row *rows;

	array_reserve(list, list->count + count);
	rows = list->items + list->count;
	if (count && (!list->count || list->cursor == LIST_NONE))
		list->cursor = list->count;
	list->count += count;
	return rows;
}

void list_add_all(struct list *list, unsigned char kind, const uint32_t *items, size_t count)
{
	struct list_row *rows = extend(list, count);

	for (size_t i = 0; i < count; i++)
		rows[i] = (struct list_row){.item = items[i], .kind = kind};
}

void list_add_run(struct list *list, unsigned char kind, uint32_t first, size_t count)
{
	struct list_row *rows = extend(list, count);

	for (size_t i = 0; i < count; i++)
		rows[i] = (struct list_row){.item = first + (uint32_t)i, .kind = kind};
}

void list_add_still(struct list *list, unsigned char kind, uint32_t item)
{
	add(list, (struct list_row){.item = item, .kind = kind, .still = true});
}

void list_add_below(struct list *list, unsigned char kind, uint32_t item)
{
	add(list, (struct list_row){.item = item, .kind = kind, .still = true, .below = true});
}

void list_drop(struct list *list, unsigned char kind)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		if (!list->items[i].still || list->items[i].kind != kind)
			list->items[count++] = list->items[i];
	list->count = count;
}

void list_free(struct list *list)
{
	free(list->items);
	*list = (struct list){.cursor = LIST_NONE};
}

bool list_holds(const struct list *list, size_t row, unsigned char kind, uint32_t item)
{
	return row < list->count && list->items[row].kind == kind && list->items[row].item == item;
}

size_t list_find(const struct list *list, unsigned char kind, uint32_t item)
{
	for (size_t i = 0; i < list->count; i++)
		if (list_holds(list, i, kind, item))
			return i;
	return LIST_NONE;
}

const struct list_row *list_selected(const struct list *list)
{
	return list->count && list->cursor != LIST_NONE ? &list->items[list->cursor] : NULL;
}

void list_select(struct list *list, size_t row)
{
	size_t found;

	if (!list->count)
		return;
	if (row >= list->count)
		row = list->count - 1;
	found = next_free(list, row);
	list->cursor = found != LIST_NONE ? found : previous_free(list, row);
	follow_cursor(list);
}

void list_show(struct list *list, size_t row)
{
	size_t third = height_of(list) / 3;

	list_select(list, row);
	if (list->cursor == LIST_NONE)
		return;
	list->top = list->cursor > third ? list->cursor - third : 0;
	follow_cursor(list);
}

void list_resize(struct list *list, int height)
{
	list->height = height < 1 ? 1 : height;
	if (list->count)
		show_from(list, list->cursor);
}

/* Up to `rows` rows away, as far as there are rows to stand on. */
static void move_up(struct list *list, size_t rows)
{
	size_t wanted = list->cursor > rows ? list->cursor - rows : 0;
	size_t found = previous_free(list, wanted);

	if (found == LIST_NONE)
		found = next_free(list, wanted);
	list->cursor = found;
}

static void move_down(struct list *list, size_t rows)
{
	size_t wanted = list->cursor + rows;
	size_t found;

	if (wanted >= list->count)
		wanted = list->count - 1;
	found = next_free(list, wanted);
	if (found == LIST_NONE)
		found = previous_free(list, wanted);
	list->cursor = found;
}

/* How many rows are seen. */
static size_t seen(const struct list *list)
{
	size_t left = list->count - list->top;

	return left < height_of(list) ? left : height_of(list);
}

/* To the row `rows` below the first one that is seen, or to another that is. */
static void move_in_window(struct list *list, size_t rows)
{
	size_t wanted = list->top + rows;
	size_t found = next_free(list, wanted);

	if (found >= list->top + seen(list))
		found = previous_free(list, wanted);
	if (found != LIST_NONE && found >= list->top)
		list->cursor = found;
}

static void move_cursor(struct list *list, enum motion motion)
{
	size_t page = height_of(list) > 1 ? height_of(list) - 1 : 1;
	size_t half = height_of(list) > 1 ? height_of(list) / 2 : 1;

	switch (motion) {
	case MOTION_UP:
		move_up(list, 1);
		break;
	case MOTION_DOWN:
		move_down(list, 1);
		break;
	case MOTION_PAGE_UP:
		move_up(list, page);
		break;
	case MOTION_PAGE_DOWN:
		move_down(list, page);
		break;
	case MOTION_HALF_UP:
		move_up(list, half);
		break;
	case MOTION_HALF_DOWN:
		move_down(list, half);
		break;
	case MOTION_TOP:
		move_in_window(list, 0);
		break;
	case MOTION_BOTTOM:
		move_in_window(list, seen(list) - 1);
		break;
	case MOTION_LEFT:
	case MOTION_RIGHT:
		break;
	case MOTION_FIRST:
		list->cursor = next_free(list, 0);
		break;
	case MOTION_LAST:
		list->cursor = previous_free(list, list->count - 1);
		break;
	}
}

static void move_window(struct list *list, enum motion motion)
{
	int page = list->height > 1 ? list->height - 1 : 1;
	int half = list->height > 1 ? list->height / 2 : 1;

	if (motion == MOTION_UP || motion == MOTION_DOWN)
		list_scroll(list, motion == MOTION_UP ? -1 : 1);
	else if (motion == MOTION_HALF_UP || motion == MOTION_HALF_DOWN)
		list_scroll(list, motion == MOTION_HALF_UP ? -half : half);
	else if (motion == MOTION_PAGE_UP || motion == MOTION_PAGE_DOWN)
		list_scroll(list, motion == MOTION_PAGE_UP ? -page : page);
	else if (motion == MOTION_FIRST || motion == MOTION_LAST)
		list->top = motion == MOTION_FIRST ? 0 : last_top(list);
}

void list_move(struct list *list, enum motion motion)
{
	if (!list->count)
		return;
	if (list->cursor == LIST_NONE) {
		move_window(list, motion);
		return;
	}
	move_cursor(list, motion);
	follow_cursor(list);
}

/* Brings a cursor that left the window back to the nearest row in it, where one can be had. */
static void catch_cursor(struct list *list)
{
	size_t end = list->top + height_of(list), found;

	if (list->cursor == LIST_NONE || (list->cursor >= list->top && list->cursor < end))
		return;
	if (list->cursor < list->top) {
		found = next_free(list, list->top);
		if (found == LIST_NONE)
			found = previous_free(list, list->top);
	} else {
		found = previous_free(list, end - 1);
		if (found == LIST_NONE)
			found = next_free(list, end - 1);
	}
	list->cursor = found;
	if (found < list->top || found >= end)
		follow_cursor(list);
}

void list_scroll(struct list *list, int rows)
{
	size_t by = rows < 0 ? (size_t) - (int64_t)rows : (size_t)rows;

	if (!list->count)
		return;
	if (rows < 0)
		list->top = list->top > by ? list->top - by : 0;
	else
		list->top = list->top + by < last_top(list) ? list->top + by : last_top(list);
	catch_cursor(list);
}

bool list_more_above(const struct list *list)
{
	return list->top > 0;
}

bool list_more_below(const struct list *list)
{
	return list->top < last_top(list);
}
