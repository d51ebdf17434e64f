#include "config.h"

#include "model/plan.h"

#include "base/array.h"
#include "base/bisect.h"
#include "model/length.h"

#include <stdlib.h>

enum plan_end plan_end_of(const struct session *session)
{
	if (session->end != CIVIL_NONE)
		return PLAN_END_KNOWN;
	return session->usual ? PLAN_END_USUAL : PLAN_END_ASSUMED;
}

int64_t plan_overlap_minutes(const struct session *left, const struct session *right)
{
	struct length_span one, other;
	int64_t from, to;

	if (left->end == CIVIL_NONE || right->end == CIVIL_NONE)
		return -1;
	length_spans(left, right, &one, &other);
	from = one.from > other.from ? one.from : other.from;
	to = one.to < other.to ? one.to : other.to;
	return to - from;
}

static bool takes_time(const struct session *session)
{
	return session->start != CIVIL_NONE && !session->cancelled;
}

/* The order of time */

/* A step that takes time, being sorted by when it starts, or ends. */
struct timed {
	civil_moment at;
	size_t step;
};

struct order {
	const struct agenda *agenda;
	struct plan *plan;
	ARRAY(struct timed) items;
	/* Of those gone through, the steps that end last: of all that run when the next one starts,
	 * as many as are named and one more are among them. In the order of their starts. */
	size_t latest[PLAN_OVERLAPS + 1];
	size_t latest_count;
};

static const struct session *session_of(const struct order *order, size_t step)
{
	return &order->agenda->sessions[order->plan->items[step].session];
}

static int compare_timed(const void *left, const void *right)
{
	const struct timed *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->step < b->step ? -1 : a->step > b->step;
}

static void sort(struct order *order)
{
	if (order->items.count)
		qsort(order->items.items, order->items.count, sizeof *order->items.items,
		      compare_timed);
}

static void sort_by_start(struct order *order)
{
	for (size_t i = 0; i < order->plan->count; i++) {
		const struct session *session = session_of(order, i);

		if (takes_time(session))
			array_push(&order->items, ((struct timed){session->start, i}));
	}
	sort(order);
}

/* Overlaps */

static void add_overlap(struct order *order, size_t step, size_t other)
{
	struct plan_step *at = &order->plan->items[step];

	if (!query_overlap(session_of(order, step), session_of(order, other)))
		return;
	if (at->overlap_count == PLAN_OVERLAPS)
		at->overlaps_more = true;
	else
		at->overlaps[at->overlap_count++] = order->plan->items[other].session;
}

/* Takes the place of the one that ends first, where there are enough. */
static void note_latest(struct order *order, size_t step)
{
	size_t first = 0;

	for (size_t i = 1; i < order->latest_count; i++)
		if (session_of(order, order->latest[i])->until <
		    session_of(order, order->latest[first])->until)
			first = i;
	if (order->latest_count <= PLAN_OVERLAPS) {
		order->latest[order->latest_count++] = step;
		return;
	}
	if (session_of(order, order->latest[first])->until > session_of(order, step)->until)
		return;
	for (; first + 1 < order->latest_count; first++)
		order->latest[first] = order->latest[first + 1];
	order->latest[first] = step;
}

/* While clocks are changed, what starts later on them may start before what has ended. Minutes. */
enum { CHANGE_MOST = 120 };

static void find_overlaps_of(struct order *order, size_t place)
{
	size_t step = order->items.items[place].step;
	const struct session *session = session_of(order, step);

	for (size_t i = 0; i < order->latest_count; i++)
		add_overlap(order, step, order->latest[i]);
	for (size_t i = place + 1; i < order->items.count; i++) {
		if (order->plan->items[step].overlaps_more ||
		    order->items.items[i].at >= session->until + CHANGE_MOST)
			break;
		add_overlap(order, step, order->items.items[i].step);
	}
	note_latest(order, step);
}

static void find_overlaps(struct plan *plan, const struct agenda *agenda)
{
	struct order order = {.agenda = agenda, .plan = plan};

	sort_by_start(&order);
	for (size_t i = 0; i < order.items.count; i++)
		find_overlaps_of(&order, i);
	array_free(&order.items);
}

/* Rooms */

/* Of those that end at once, so many are looked at. */
enum { ENDS_MOST = 16 };

static bool is_somewhere(const struct session *session)
{
	return takes_time(session) && session->rooms.count;
}

static void sort_by_end(struct order *order)
{
	for (size_t i = 0; i < order->plan->count; i++) {
		const struct session *session = session_of(order, i);

		if (is_somewhere(session) && session->end != CIVIL_NONE)
			array_push(&order->items, ((struct timed){session->end, i}));
	}
	sort(order);
}

/* The place of the first that is at that moment or later. */
static size_t first_at(const struct order *order, civil_moment at)
{
	return bisect(i, order->items.count, order->items.items[i].at < at);
}

/* The session that ends when a step starts; -1 where none does, or one of them in the same room. */
static int rushed_from(const struct order *ends, size_t step)
{
	const struct session *session = session_of(ends, step);
	size_t first = first_at(ends, session->start), i;
	int from = -1;

	for (i = first; i < ends->items.count && i < first + ENDS_MOST; i++) {
		const struct timed *end = &ends->items.items[i];

		if (end->at != session->start || end->step >= step)
			break;
		if (agenda_share(&session_of(ends, end->step)->rooms, &session->rooms))
			return -1;
		from = (int)ends->plan->items[end->step].session;
	}
	return from;
}

static void find_rushes(struct plan *plan, const struct agenda *agenda)
{
	struct order ends = {.agenda = agenda, .plan = plan};

	sort_by_end(&ends);
	for (size_t i = 0; i < plan->count; i++)
		if (is_somewhere(session_of(&ends, i)))
			plan->items[i].rushed = rushed_from(&ends, i);
	array_free(&ends.items);
}

/* Spare time */

/* When the first session of a day starts that takes place; CIVIL_NONE where none has a time. */
static civil_moment day_begins(const struct agenda *agenda, const struct day *day)
{
	for (size_t i = day->first; i < (size_t)day->first + day->count; i++)
		if (takes_time(&agenda->sessions[i]))
			return agenda->sessions[i].start;
	return CIVIL_NONE;
}

/* `before` is the one that ends last of those before it, on any day; -1 for none. */
static void look_before(struct plan_step *step, const struct agenda *agenda, int before)
{
	const struct session *session = &agenda->sessions[step->session];
	const struct session *last = before < 0 ? NULL : &agenda->sessions[before];
	size_t day = agenda_day_of(agenda, step->session);
	civil_moment begins = day_begins(agenda, &agenda->days[day]);

	step->spare =
	    (struct plan_spare){.day = day, .from = begins, .to = session->start, .after = -1};
	if (!last || last->until < begins)
		return;
	step->spare.from = last->until;
	step->spare.since = plan_end_of(last);
	step->spare.after = before;
}

void plan_make(struct plan *plan, const struct agenda *agenda, const uint32_t *sessions,
	       size_t count)
{
	int before = -1;

	plan->count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct session *session = &agenda->sessions[sessions[i]];
		struct plan_step step = {.session = sessions[i], .rushed = -1};

		if (takes_time(session)) {
			look_before(&step, agenda, before);
			if (before < 0 || session->until >= agenda->sessions[before].until)
				before = (int)sessions[i];
		}
		array_push(plan, step);
	}
	find_overlaps(plan, agenda);
	find_rushes(plan, agenda);
}

const struct plan_step *plan_find(const struct plan *plan, uint32_t session)
{
	size_t at = bisect(i, plan->count, plan->items[i].session < session);

	return at < plan->count && plan->items[at].session == session ? &plan->items[at] : NULL;
}

bool plan_has_spare(const struct plan_spare *spare)
{
	return spare->to > spare->from;
}

void plan_running(const struct agenda *agenda, const struct plan_spare *spare,
		  struct query_rows *rows)
{
	const struct day *day = &agenda->days[spare->day];

	rows->count = 0;
	for (size_t i = day->first; i < (size_t)day->first + day->count; i++) {
		const struct session *session = &agenda->sessions[i];

		if (takes_time(session) && session->start < spare->to &&
		    (session->until > spare->from || session->start >= spare->from))
			array_push(rows, (uint32_t)i);
	}
}

bool plan_fits(const struct session *session, const struct plan_spare *spare)
{
	return plan_end_of(session) != PLAN_END_ASSUMED && session->start >= spare->from &&
	       session->until <= spare->to;
}

void plan_free(struct plan *plan)
{
	array_free(plan);
}
