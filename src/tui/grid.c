/*
 * Placing goes from the times to the rows and from the rows to the columns; what has no time is put
 * on top at last.
 *
 * A session takes the slots from the one it starts in up to the one it ends in. So it never shares
 * a row with what follows it at once, as long as neither is shorter than a slot; the few that are
 * stand side by side.
 */
#include "config.h"

#include "tui/grid.h"

#include "base/memory.h"

#include <string.h>

enum {
	HOUR = 60,
	FINEST = 5,	  /* minutes of a slot */
	FEW = 4,	  /* one of so many may have fewer rows than are wanted */
	GAP = HOUR,	  /* what is as long as this and takes */
	GAP_SLOTS = 4,	  /* so many rows is a gap */
	LONG = 16 * HOUR, /* what takes longer ends when the day does */
	FAR = 36 * HOUR,  /* what starts so far from midnight is not of the day's hours */
	MOST_SLOTS = (2 * FAR + LONG) / FINEST + 2
};

/* Coarsest first. */
static const int scales[] = {30, 15, 10, FINEST};

enum { SCALES = sizeof scales / sizeof *scales };

typedef ARRAY(uint32_t) number_list; /* of items */
typedef ARRAY(int) row_list;

struct draft {
	const struct grid_wish *wish;
	number_list timed, untimed;
	civil_moment begin, end; /* of the timed ones */

	/* By slot: how many sessions are on, and its row. */
	int slots, busy[MOST_SLOTS], row_of[MOST_SLOTS];
	civil_moment first; /* when the first slot starts */
	int minutes;	    /* of a slot */
	int now_row;	    /* -1 for none */
};

/* Which items have a place among the hours, and from when to when these go */

static bool is_timed(const struct grid_wish *wish, const struct grid_item *item)
{
	civil_moment past;

	if (item->start == CIVIL_NONE || wish->day == CIVIL_NONE)
		return false;
	past = item->start - civil_moment_of(wish->day, 0);
	return past >= -FAR && past < FAR;
}

/* What takes very long does not make the day as long. */
static void widen(struct draft *draft, const struct grid_item *item)
{
	bool is_first = !draft->timed.count;
	civil_moment end = item->until - item->start < LONG ? item->until : item->start + HOUR;

	if (is_first || item->start < draft->begin)
		draft->begin = item->start;
	if (is_first || end > draft->end)
		draft->end = end;
}

static void sort_out(struct draft *draft)
{
	for (uint32_t i = 0; i < draft->wish->count; i++) {
		const struct grid_item *item = &draft->wish->items[i];

		if (is_timed(draft->wish, item)) {
			widen(draft, item);
			array_push(&draft->timed, i);
		} else {
			array_push(&draft->untimed, i);
		}
	}
}

/* Slots */

static int slot_of(const struct draft *draft, civil_moment moment)
{
	return (int)(moment - draft->first) / draft->minutes;
}

/* The slot behind a session's last one. */
static int end_slot_of(const struct draft *draft, const struct grid_item *item)
{
	civil_moment end = item->until < draft->end ? item->until : draft->end;
	int slot = slot_of(draft, end), first = slot_of(draft, item->start);

	return slot > first ? slot : first + 1;
}

static void cut_into_slots(struct draft *draft, int minutes)
{
	int on = 0;

	draft->minutes = minutes;
	draft->first = draft->begin - civil_minute_of_day(draft->begin) % minutes;
	draft->slots = 0;
	memset(draft->busy, 0, sizeof draft->busy);
	array_each (const uint32_t, i, &draft->timed) {
		const struct grid_item *item = &draft->wish->items[*i];
		int end = end_slot_of(draft, item);

		draft->busy[slot_of(draft, item->start)]++;
		draft->busy[end]--;
		if (end > draft->slots)
			draft->slots = end;
	}
	for (int slot = 0; slot < draft->slots; slot++)
		draft->busy[slot] = on += draft->busy[slot];
}

/* How many slots a row stands for that begins with this one: one, or all of a gap. */
static int slots_of_row(const struct draft *draft, int slot)
{
	int idle = 0;

	while (slot + idle < draft->slots && !draft->busy[slot + idle])
		idle++;
	return idle >= GAP_SLOTS && idle * draft->minutes >= GAP ? idle : 1;
}

/* Rows */

/* Whether what starts in a slot starts after now: then now is before that slot. */
static bool is_before(const struct draft *draft, int slot)
{
	bool later = false;

	array_each (const uint32_t, i, &draft->timed) {
		civil_moment start = draft->wish->items[*i].start;

		if (slot_of(draft, start) != slot)
			continue;
		if (start <= draft->wish->now)
			return false;
		later = true;
	}
	return later;
}

static void add_now(struct draft *draft, struct grid *grid)
{
	draft->now_row = (int)grid->rows.count;
	array_push(&grid->rows, ((struct grid_row){.kind = GRID_NOW}));
}

/* A slot or a gap, and the mark of now beside a slot that it is in. */
static void add_row(struct draft *draft, struct grid *grid, int slot, int slots, bool now)
{
	struct grid_row row = {
	    .kind = slots > 1 ? GRID_GAP : GRID_TIME,
	    .now = now && slots > 1,
	    .start = draft->first + (civil_moment)slot * draft->minutes,
	    .minutes = slots * draft->minutes,
	};
	bool beside = now && slots == 1, before = beside && is_before(draft, slot);

	if (before)
		add_now(draft, grid);
	draft->row_of[slot] = (int)grid->rows.count;
	array_push(&grid->rows, row);
	if (beside && !before)
		add_now(draft, grid);
}

static void lay_rows(struct draft *draft, struct grid *grid, int minutes)
{
	civil_moment now = draft->wish->now;
	int now_slot;

	cut_into_slots(draft, minutes);
	grid->rows.count = 0;
	grid->minutes = minutes;
	draft->now_row = -1;
	now_slot =
	    now == CIVIL_NONE || now < draft->first || now >= draft->end ? -1 : slot_of(draft, now);
	for (int slot = 0, slots; slot < draft->slots; slot += slots) {
		slots = slots_of_row(draft, slot);
		add_row(draft, grid, slot, slots, now_slot >= slot && now_slot < slot + slots);
	}
}

/* Whether each session has a row of its own with slots so long, and most have several. */
static bool suits(const struct draft *draft, int minutes)
{
	size_t low = 0;

	array_each (const uint32_t, i, &draft->timed) {
		const struct grid_item *item = &draft->wish->items[*i];
		civil_moment length = item->until - item->start;

		if (length < minutes && length >= FINEST)
			return false;
		low += length < draft->wish->rows_wanted * minutes;
	}
	return low * FEW <= draft->timed.count;
}

/* As coarse as suits, but as fine as the window has rows for. */
static void choose_rows(struct draft *draft, struct grid *grid)
{
	size_t height = (size_t)draft->wish->height;
	int coarsest = 0, scale;

	if (!draft->timed.count)
		return;
	while (coarsest < SCALES - 1 && !suits(draft, scales[coarsest]))
		coarsest++;
	scale = coarsest;
	lay_rows(draft, grid, scales[scale]);
	while (grid->rows.count <= height && scale < SCALES - 1)
		lay_rows(draft, grid, scales[++scale]);
	if (grid->rows.count > height && scale > coarsest)
		lay_rows(draft, grid, scales[scale - 1]);
}

static void set_rows(const struct draft *draft, struct grid_box *box, const struct grid_item *item)
{
	civil_moment now = draft->wish->now;
	int last = end_slot_of(draft, item) - 1;

	box->row = draft->row_of[slot_of(draft, item->start)];
	box->rows = draft->row_of[last] - box->row + 1;
	box->cut = item->until > draft->end;
	if (item->start <= now && now < item->until && box->row + box->rows == draft->now_row)
		box->rows++;
}

/* Columns */

/* Numbers of items, parted by lanes. */
struct parted {
	uint32_t *items;
	size_t *ends; /* by lane: where its own end */
};

static struct parted part(const struct grid_wish *wish, const number_list *numbers)
{
	struct parted parted = {
	    .items = memory_alloc(numbers->count + 1, sizeof *parted.items),
	    .ends = memory_alloc((size_t)wish->lanes + 1, sizeof *parted.ends),
	};

	array_each (const uint32_t, i, numbers)
		parted.ends[wish->items[*i].lane + 1]++;
	for (uint32_t lane = 0; lane < wish->lanes; lane++)
		parted.ends[lane + 1] += parted.ends[lane];
	/* These are beginnings yet; filling moves each to the end. */
	array_each (const uint32_t, i, numbers)
		parted.items[parted.ends[wish->items[*i].lane]++] = *i;
	return parted;
}

static void free_parted(struct parted *parted)
{
	free(parted->items);
	free(parted->ends);
}

static size_t first_of(const struct parted *parted, uint32_t lane)
{
	return lane ? parted->ends[lane - 1] : 0;
}

static size_t count_of(const struct parted *parted, uint32_t lane)
{
	return parted->ends[lane] - first_of(parted, lane);
}

/* The first place beside the others that is free where a box begins. `ends` tells by place the row
 * behind the last box in it. */
static int free_place(row_list *ends, const struct grid_box *box)
{
	size_t place = 0;

	while (place < ends->count && ends->items[place] > box->row)
		place++;
	if (place == ends->count)
		array_push(ends, 0);
	ends->items[place] = box->row + box->rows;
	return (int)place;
}

/* Those that share rows, directly or through others, share the lane: each box notes its place
 * among them, and how many places there are. Returns the most places in a lane. */
static int share(struct grid *grid, const uint32_t *items, size_t count)
{
	row_list ends = {0};
	int most = 1, last = -1;
	size_t first = 0;

	for (size_t i = 0; i <= count; i++) {
		struct grid_box *box = i < count ? &grid->boxes.items[items[i]] : NULL;

		if (!box || box->row >= last) {
			for (; first < i; first++)
				grid->boxes.items[items[first]].columns = (int)ends.count;
			ends.count = 0;
		}
		if (!box)
			break;
		box->column = free_place(&ends, box);
		if (box->row + box->rows > last)
			last = box->row + box->rows;
		if ((int)ends.count > most)
			most = (int)ends.count;
	}
	array_free(&ends);
	return most;
}

/* From a place among others to columns. */
static void spread(struct grid *grid, const struct grid_lane *lane, const uint32_t *items,
		   size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct grid_box *box = &grid->boxes.items[items[i]];
		int place = box->column, places = box->columns;
		int from = place * lane->columns / places;

		box->column = lane->column + from;
		box->columns = (place + 1) * lane->columns / places - from;
	}
}

/* What has no time stands side by side as far as the lane has columns, then below. Returns how many
 * rows that takes. */
static int stack_untimed(const struct draft *draft, struct grid *grid, const struct grid_lane *lane,
			 const uint32_t *items, size_t count)
{
	int rows = draft->wish->untimed_rows, columns = lane->columns;

	for (size_t i = 0; i < count; i++) {
		struct grid_box *box = &grid->boxes.items[items[i]];

		box->row = 1 + (int)i / columns * rows;
		box->rows = rows;
		box->column = lane->column + (int)i % columns;
		box->columns = 1;
	}
	return ((int)count + columns - 1) / columns * rows;
}

/* Returns how many rows there are without a time. */
static int lay_lanes(const struct draft *draft, struct grid *grid)
{
	struct parted timed = part(draft->wish, &draft->timed);
	struct parted untimed = part(draft->wish, &draft->untimed);
	int rows = 0;

	for (uint32_t i = 0; i < draft->wish->lanes; i++) {
		struct grid_lane lane = {.number = i, .column = grid->columns};
		const uint32_t *own = timed.items + first_of(&timed, i);
		const uint32_t *others = untimed.items + first_of(&untimed, i);
		size_t count = count_of(&timed, i), other_count = count_of(&untimed, i);
		int taken;

		if (!count && !other_count)
			continue;
		lane.columns = share(grid, own, count);
		spread(grid, &lane, own, count);
		taken = stack_untimed(draft, grid, &lane, others, other_count);
		rows = taken > rows ? taken : rows;
		grid->columns += lane.columns;
		array_push(&grid->lanes, lane);
	}
	free_parted(&timed);
	free_parted(&untimed);
	return rows;
}

/* What has no time, on top */

static void add_untimed_rows(const struct draft *draft, struct grid *grid, int untimed)
{
	size_t timed = grid->rows.count, above = (size_t)untimed + 1 + (timed > 0);
	struct grid_row *rows;

	array_reserve(&grid->rows, timed + above);
	rows = grid->rows.items;
	memmove(rows + above, rows, timed * sizeof *rows);
	for (size_t i = 0; i < above; i++)
		rows[i] = (struct grid_row){.kind = i > (size_t)untimed ? GRID_SPACE
						    : i			? GRID_UNTIMED
									: GRID_HEADING};
	grid->rows.count += above;
	array_each (const uint32_t, i, &draft->timed)
		grid->boxes.items[*i].row += (int)above;
}

/* Stacks */

/* Notes the boxes of some items, which are in the order of their rows, in the stacks of their
 * columns; `ends` are where these have room. */
static void stack(struct grid *grid, const number_list *items)
{
	array_each (const uint32_t, i, items) {
		const struct grid_box *box = &grid->boxes.items[*i];

		for (int column = box->column; column < box->column + box->columns; column++)
			grid->stacks.items[grid->stack_ends.items[column]++] = *i;
	}
}

static void make_stacks(const struct draft *draft, struct grid *grid)
{
	size_t count = 0, columns = (size_t)grid->columns, *ends;

	array_reserve(&grid->stack_ends, columns + 1);
	ends = grid->stack_ends.items;
	memset(ends, 0, (columns + 1) * sizeof *ends);
	array_each (const struct grid_box, box, &grid->boxes) {
		for (int column = box->column; column < box->column + box->columns; column++)
			ends[column + 1]++;
		count += (size_t)box->columns;
	}
	for (size_t column = 0; column < columns; column++)
		ends[column + 1] += ends[column];
	grid->stack_ends.count = columns;
	array_reserve(&grid->stacks, count + 1);
	grid->stacks.count = count;
	stack(grid, &draft->untimed);
	stack(grid, &draft->timed);
}

/* All of it */

static void place_boxes(const struct draft *draft, struct grid *grid)
{
	for (size_t i = 0; i < draft->wish->count; i++)
		array_push(&grid->boxes,
			   ((struct grid_box){.session = draft->wish->items[i].session}));
	array_each (const uint32_t, i, &draft->timed)
		set_rows(draft, &grid->boxes.items[*i], &draft->wish->items[*i]);
}

void grid_place(struct grid *grid, const struct grid_wish *wish)
{
	struct draft draft = {.wish = wish};
	int untimed;

	grid->rows.count = grid->lanes.count = grid->boxes.count = 0;
	grid->columns = 0;
	grid->minutes = FINEST;
	sort_out(&draft);
	choose_rows(&draft, grid);
	place_boxes(&draft, grid);
	untimed = lay_lanes(&draft, grid);
	if (untimed)
		add_untimed_rows(&draft, grid, untimed);
	make_stacks(&draft, grid);
	array_free(&draft.timed);
	array_free(&draft.untimed);
}

void grid_free(struct grid *grid)
{
	array_free(&grid->rows);
	array_free(&grid->lanes);
	array_free(&grid->boxes);
	array_free(&grid->stacks);
	array_free(&grid->stack_ends);
}

/* Looking */

struct grid_stack grid_stack(const struct grid *grid, int column)
{
	const size_t *ends = grid->stack_ends.items;
	size_t first = column ? ends[column - 1] : 0;

	return (struct grid_stack){grid->stacks.items + first, ends[column] - first};
}

size_t grid_find(const struct grid *grid, uint32_t session)
{
	size_t low = 0, high = grid->boxes.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (grid->boxes.items[middle].session < session)
			low = middle + 1;
		else
			high = middle;
	}
	return low < grid->boxes.count && grid->boxes.items[low].session == session ? low
										    : GRID_NONE;
}

size_t grid_from(const struct grid *grid, struct grid_stack stack, int row)
{
	size_t low = 0, high = stack.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct grid_box *box = &grid->boxes.items[stack.items[middle]];

		if (box->row + box->rows <= row)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t grid_box_at(const struct grid *grid, int row, int column)
{
	struct grid_stack stack;
	size_t place;

	if (column < 0 || column >= grid->columns)
		return GRID_NONE;
	stack = grid_stack(grid, column);
	place = grid_from(grid, stack, row);
	if (place == stack.count || grid->boxes.items[stack.items[place]].row > row)
		return GRID_NONE;
	return stack.items[place];
}

int grid_now_in(const struct grid *grid, const struct grid_box *box)
{
	for (int row = box->row; row < box->row + box->rows; row++)
		if (grid->rows.items[row].kind == GRID_NOW)
			return row;
	return -1;
}

const struct grid_lane *grid_lane_of(const struct grid *grid, int column)
{
	size_t low = 0, high = grid->lanes.count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (grid->lanes.items[middle].column <= column)
			low = middle;
		else
			high = middle;
	}
	return &grid->lanes.items[low];
}
