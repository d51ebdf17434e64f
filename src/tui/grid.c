/*
 * Placing goes from the times to the rows and from the rows to the columns; what has no time is put
 * on top at last. A large day has many sessions but few spans, from when to when these are: rows
 * are chosen for spans, and a session has those of its own.
 *
 * A session takes the slots from the one it starts in up to the one it ends in. So it never shares
 * a row with what follows it at once, as long as neither is shorter than a slot; the few that are
 * stand side by side.
 *
 * So most lanes are plain: one box is below the other in a single column. Of these nothing has to
 * be looked at but whether they are, and all items are gone over in their order, which costs least;
 * the other lanes are laid one by one.
 */
#include "config.h"

#include "tui/grid.h"

#include "base/bisect.h"
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
	MOST_SLOTS = (2 * FAR + LONG) / FINEST + 2,
	LENGTHS = 256 /* of spans, beside which others are taken for the same */
};

#define UNTIMED UINT32_MAX /* in place of the number of a span */

/* Coarsest first. */
static const int scales[] = {30, 15, 10, FINEST};

enum { SCALES = sizeof scales / sizeof *scales };

typedef ARRAY(uint32_t) number_list; /* of items */
typedef ARRAY(int) row_list;

/* From when to when some sessions are, and their rows. */
struct span {
	civil_moment start, until;
	size_t count; /* of the sessions */
	int row, rows;
	bool cut;
};

/* A lane while its items are dealt out. */
struct pile {
	uint32_t end;	      /* where its own end */
	int last;	      /* the row behind all of its boxes so far */
	int column;	      /* the only one, so long as it is plain; -1 */
	bool shares, untimed; /* some of its boxes share rows; have no time */
};

struct draft {
	const struct grid_wish *wish;
	size_t timed;		  /* how many items have a place among the hours */
	civil_moment midnight;	  /* when the day begins; CIVIL_NONE where it is none */
	ARRAY(struct span) spans; /* by start; there may be several of the same */
	uint32_t *span_of;	  /* by item: the number of its span, or UNTIMED */
	uint32_t found[LENGTHS];  /* by length, roughly: the last span */
	civil_moment begin, end;  /* of the timed ones */

	/* By slot: how many spans are on, and its row. */
	int slots, busy[MOST_SLOTS], row_of[MOST_SLOTS];
	civil_moment first; /* when the first slot starts */
	int minutes;	    /* of a slot */
	int now_row;	    /* -1 for none */

	struct pile *piles; /* by lane */
	uint32_t *dealt;    /* the numbers of all items, parted by lanes */

	/* Of the lane that is laid: its items, and the rows behind the last box in its columns. */
	number_list own, others;
	row_list ends;
};

/* Which items have a place among the hours, and from when to when these go */

static bool is_timed(const struct draft *draft, const struct grid_item *item)
{
	civil_moment past = item->start - draft->midnight;

	return item->start != CIVIL_NONE && draft->midnight != CIVIL_NONE && past >= -FAR &&
	       past < FAR;
}

/* What takes very long does not make the day as long. */
static void widen(struct draft *draft, const struct span *span)
{
	bool is_first = draft->spans.count == 1;
	civil_moment end = span->until - span->start < LONG ? span->until : span->start + HOUR;

	if (is_first || span->start < draft->begin)
		draft->begin = span->start;
	if (is_first || end > draft->end)
		draft->end = end;
}

/* The span of an item. One that another of its length took the place of stands there twice. */
static uint32_t span_for(struct draft *draft, const struct grid_item *item)
{
	uint32_t *found = &draft->found[(uint64_t)(item->until - item->start) % LENGTHS];
	const struct span *span = &draft->spans.items[*found];

	if (*found < draft->spans.count && span->start == item->start && span->until == item->until)
		return *found;
	*found = (uint32_t)draft->spans.count;
	array_push(&draft->spans, ((struct span){.start = item->start, .until = item->until}));
	widen(draft, &draft->spans.items[*found]);
	return *found;
}

static void sort_out(struct draft *draft)
{
	for (uint32_t i = 0; i < draft->wish->count; i++) {
		const struct grid_item *item = &draft->wish->items[i];
		struct pile *pile = &draft->piles[item->lane];
		uint32_t span = UNTIMED;

		pile->end++; /* their count, yet */
		if (is_timed(draft, item)) {
			span = span_for(draft, item);
			draft->spans.items[span].count++;
		} else {
			pile->untimed = true;
		}
		draft->span_of[i] = span;
	}
	array_each (const struct span, span, &draft->spans)
		draft->timed += span->count;
}

/* Slots */

static int slot_of(const struct draft *draft, civil_moment moment)
{
	return (int)(moment - draft->first) / draft->minutes;
}

/* The slot behind the last one of a span. */
static int end_slot_of(const struct draft *draft, const struct span *span)
{
	civil_moment end = span->until < draft->end ? span->until : draft->end;
	int slot = slot_of(draft, end), first = slot_of(draft, span->start);

	return slot > first ? slot : first + 1;
}

static void cut_into_slots(struct draft *draft, int minutes)
{
	int on = 0;

	draft->minutes = minutes;
	draft->first = draft->begin - civil_minute_of_day(draft->begin) % minutes;
	draft->slots = 0;
	memset(draft->busy, 0, sizeof draft->busy);
	array_each (const struct span, span, &draft->spans) {
		int end = end_slot_of(draft, span);

		draft->busy[slot_of(draft, span->start)]++;
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

	array_each (const struct span, span, &draft->spans) {
		if (slot_of(draft, span->start) != slot)
			continue;
		if (span->start <= draft->wish->now)
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

	array_each (const struct span, span, &draft->spans) {
		civil_moment length = span->until - span->start;

		if (length < minutes && length >= FINEST)
			return false;
		if (length < draft->wish->rows_wanted * minutes)
			low += span->count;
	}
	return low * FEW <= draft->timed;
}

/* As coarse as suits, but as fine as the window has rows for. */
static void choose_rows(struct draft *draft, struct grid *grid)
{
	size_t height = (size_t)draft->wish->height;
	int coarsest = 0, scale;

	if (!draft->timed)
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

static void set_rows(const struct draft *draft, struct span *span)
{
	civil_moment now = draft->wish->now;
	int last = end_slot_of(draft, span) - 1;

	span->row = draft->row_of[slot_of(draft, span->start)];
	span->rows = draft->row_of[last] - span->row + 1;
	span->cut = span->until > draft->end;
	if (span->start <= now && now < span->until && span->row + span->rows == draft->now_row)
		span->rows++;
}

/* Boxes */

/* As in a plain lane. Of untimed ones, nothing is set but whose they are. */
static struct grid_box box_of(struct draft *draft, uint32_t item)
{
	const struct grid_item *own = &draft->wish->items[item];
	struct grid_box box = {.session = own->session};
	struct pile *pile = &draft->piles[own->lane];
	const struct span *span;

	if (draft->span_of[item] == UNTIMED)
		return box;
	span = &draft->spans.items[draft->span_of[item]];
	box.row = span->row;
	box.rows = span->rows;
	box.cut = span->cut;
	box.column = pile->column;
	box.columns = 1;
	if (box.row < pile->last)
		pile->shares = true;
	if (box.row + box.rows > pile->last)
		pile->last = box.row + box.rows;
	return box;
}

/* From how many items each lane has to where they begin; dealing moves that to the end. */
static void begin_piles(struct draft *draft)
{
	uint32_t begin = 0;
	int column = 0;

	for (uint32_t lane = 0; lane < draft->wish->lanes; lane++) {
		struct pile *pile = &draft->piles[lane];
		uint32_t count = pile->end;

		pile->end = begin;
		pile->column = column;
		begin += count;
		column += count > 0;
	}
}

static void place_boxes(struct draft *draft, struct grid *grid)
{
	array_each (struct span, span, &draft->spans)
		set_rows(draft, span);
	begin_piles(draft);
	array_reserve(&grid->boxes, draft->wish->count);
	grid->boxes.count = draft->wish->count;
	for (uint32_t i = 0; i < draft->wish->count; i++) {
		grid->boxes.items[i] = box_of(draft, i);
		draft->dealt[draft->piles[draft->wish->items[i].lane].end++] = i;
	}
}

/* Columns */

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
 * among them, and how many places there are. Returns the most places in a lane. `ends` is replaced.
 */
static int share(struct grid *grid, const number_list *own, row_list *ends)
{
	int most = 1, last = -1;
	size_t first = 0;

	ends->count = 0;
	for (size_t i = 0; i <= own->count; i++) {
		struct grid_box *box = i < own->count ? &grid->boxes.items[own->items[i]] : NULL;

		if (!box || box->row >= last) {
			for (; first < i; first++)
				grid->boxes.items[own->items[first]].columns = (int)ends->count;
			ends->count = 0;
		}
		if (!box)
			break;
		box->column = free_place(ends, box);
		if (box->row + box->rows > last)
			last = box->row + box->rows;
		if ((int)ends->count > most)
			most = (int)ends->count;
	}
	return most;
}

/* From a place among others to columns. */
static void spread(struct grid *grid, const struct grid_lane *lane, const number_list *own)
{
	for (size_t i = 0; i < own->count; i++) {
		struct grid_box *box = &grid->boxes.items[own->items[i]];
		int place = box->column, places = box->columns, from = place, to = place + 1;

		if (places < lane->columns) {
			from = from * lane->columns / places;
			to = to * lane->columns / places;
		}
		box->column = lane->column + from;
		box->columns = to - from;
	}
}

/* What has no time stands side by side as far as the lane has columns, then below. Returns how many
 * rows that takes. */
static int lay_untimed(const struct draft *draft, struct grid *grid, const struct grid_lane *lane,
		       const number_list *own)
{
	int rows = draft->wish->untimed_rows, columns = lane->columns;

	for (size_t i = 0; i < own->count; i++) {
		struct grid_box *box = &grid->boxes.items[own->items[i]];

		box->row = 1 + (int)i / columns * rows;
		box->rows = rows;
		box->column = lane->column + (int)i % columns;
		box->columns = 1;
	}
	return ((int)own->count + columns - 1) / columns * rows;
}

/* Counts the boxes in each column, whose counts `ends` are. */
static void count_boxes(const struct grid *grid, const number_list *own, size_t *ends)
{
	for (size_t i = 0; i < own->count; i++) {
		const struct grid_box *box = &grid->boxes.items[own->items[i]];

		for (int column = box->column; column < box->column + box->columns; column++)
			ends[column]++;
	}
}

/* Notes the boxes, which are in the order of their rows, in the stacks of their columns; `ends` are
 * where these have room. */
static void stack(struct grid *grid, const number_list *own, size_t *ends)
{
	for (size_t i = 0; i < own->count; i++) {
		const struct grid_box *box = &grid->boxes.items[own->items[i]];

		for (int column = box->column; column < box->column + box->columns; column++)
			grid->stacks.items[ends[column]++] = own->items[i];
	}
}

/* The stacks of a lane's columns, behind those of the lanes before. What has no time is on top. */
static void make_stacks(struct grid *grid, const struct grid_lane *lane, const number_list *untimed,
			const number_list *timed)
{
	size_t *ends, total = grid->stacks.count;

	array_reserve(&grid->stack_ends, (size_t)(lane->column + lane->columns));
	ends = grid->stack_ends.items;
	memset(ends + lane->column, 0, (size_t)lane->columns * sizeof *ends);
	count_boxes(grid, untimed, ends);
	count_boxes(grid, timed, ends);
	for (int column = lane->column; column < lane->column + lane->columns; column++) {
		size_t count = ends[column];

		ends[column] = total; /* where it begins, yet; filling moves it to the end */
		total += count;
	}
	array_reserve(&grid->stacks, total);
	stack(grid, untimed, ends);
	stack(grid, timed, ends);
	grid->stacks.count = total;
	grid->stack_ends.count = (size_t)(lane->column + lane->columns);
}

static void part_own(struct draft *draft, const uint32_t *items, size_t count)
{
	draft->own.count = draft->others.count = 0;
	for (size_t i = 0; i < count; i++)
		if (draft->span_of[items[i]] == UNTIMED)
			array_push(&draft->others, items[i]);
		else
			array_push(&draft->own, items[i]);
}

/* Returns how many rows it has without a time. */
static int lay_lane(struct draft *draft, struct grid *grid, struct grid_lane *lane)
{
	int rows;

	lane->columns = share(grid, &draft->own, &draft->ends);
	spread(grid, lane, &draft->own);
	rows = lay_untimed(draft, grid, lane, &draft->others);
	make_stacks(grid, lane, &draft->others, &draft->own);
	return rows;
}

/* Its items are those of its only column. */
static void lay_plain_lane(struct grid *grid, struct grid_lane *lane, const uint32_t *items,
			   size_t count)
{
	lane->columns = 1;
	array_reserve(&grid->stacks, grid->stacks.count + count);
	memcpy(grid->stacks.items + grid->stacks.count, items, count * sizeof *items);
	grid->stacks.count += count;
	array_push(&grid->stack_ends, grid->stacks.count);
}

/* For when other lanes than plain ones have moved these. */
static void move_plain_lanes(const struct draft *draft, struct grid *grid)
{
	for (size_t i = 0; i < draft->wish->count; i++) {
		int column = draft->piles[draft->wish->items[i].lane].column;

		if (column >= 0)
			grid->boxes.items[i].column = column;
	}
}

/* Returns how many rows there are without a time. */
static int lay_lanes(struct draft *draft, struct grid *grid)
{
	uint32_t first = 0;
	int rows = 0;

	for (uint32_t i = 0; i < draft->wish->lanes; i++) {
		struct pile *pile = &draft->piles[i];
		struct grid_lane lane = {.number = i, .column = grid->columns};
		const uint32_t *items = draft->dealt + first;
		size_t count = pile->end - first;
		int taken = 0;

		first = pile->end;
		if (!count)
			continue;
		if (pile->shares || pile->untimed) {
			pile->column = -1;
			part_own(draft, items, count);
			taken = lay_lane(draft, grid, &lane);
		} else {
			pile->column = lane.column;
			lay_plain_lane(grid, &lane, items, count);
		}
		rows = taken > rows ? taken : rows;
		grid->columns += lane.columns;
		array_push(&grid->lanes, lane);
	}
	if ((size_t)grid->columns > grid->lanes.count)
		move_plain_lanes(draft, grid);
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
	for (size_t i = 0; i < draft->wish->count; i++)
		if (draft->span_of[i] != UNTIMED)
			grid->boxes.items[i].row += (int)above;
}

/* All of it */

void grid_place(struct grid *grid, const struct grid_wish *wish)
{
	struct draft draft = {
	    .wish = wish,
	    .midnight = wish->day == CIVIL_NONE ? CIVIL_NONE : civil_moment_of(wish->day, 0),
	    .piles = memory_alloc((size_t)wish->lanes + 1, sizeof *draft.piles),
	};
	int untimed;

	grid->rows.count = grid->lanes.count = grid->boxes.count = 0;
	grid->stacks.count = grid->stack_ends.count = 0;
	grid->columns = 0;
	grid->minutes = FINEST;
	array_reserve(&grid->span_of, wish->count + 1);
	array_reserve(&grid->dealt, wish->count + 1);
	draft.span_of = grid->span_of.items;
	draft.dealt = grid->dealt.items;
	sort_out(&draft);
	choose_rows(&draft, grid);
	place_boxes(&draft, grid);
	untimed = lay_lanes(&draft, grid);
	if (untimed)
		add_untimed_rows(&draft, grid, untimed);
	free(draft.piles);
	array_free(&draft.spans);
	array_free(&draft.own);
	array_free(&draft.others);
	array_free(&draft.ends);
}

void grid_free(struct grid *grid)
{
	array_free(&grid->rows);
	array_free(&grid->lanes);
	array_free(&grid->boxes);
	array_free(&grid->stacks);
	array_free(&grid->stack_ends);
	array_free(&grid->span_of);
	array_free(&grid->dealt);
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
	const struct grid_box *boxes = grid->boxes.items;
	size_t at = bisect(i, grid->boxes.count, boxes[i].session < session);

	return at < grid->boxes.count && boxes[at].session == session ? at : GRID_NONE;
}

size_t grid_from(const struct grid *grid, struct grid_stack stack, int row)
{
	const struct grid_box *boxes = grid->boxes.items;

	return bisect(i, stack.count,
		      boxes[stack.items[i]].row + boxes[stack.items[i]].rows <= row);
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
	const struct grid_lane *lanes = grid->lanes.items;
	size_t begun = bisect(i, grid->lanes.count, lanes[i].column <= column);

	return &lanes[begun ? begun - 1 : 0];
}
