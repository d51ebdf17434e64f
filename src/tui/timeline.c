#include "config.h"

#include "tui/timeline.h"

#include <stdio.h>
#include <string.h>

/* The label of an hour and the space behind it. */
enum { LABEL_COLUMNS = 4, MINUTES_PER_HOUR = 60 };

static civil_moment hour_before(civil_moment moment)
{
	return moment - civil_minute_of_day(moment) % MINUTES_PER_HOUR;
}

static civil_moment hour_after(civil_moment moment)
{
	civil_moment before = hour_before(moment);

	return before < moment ? before + MINUTES_PER_HOUR : before;
}

void timeline_free(struct timeline *timeline)
{
	array_free(&timeline->cells);
	*timeline = (struct timeline){0};
}

void timeline_begin(struct timeline *timeline, civil_moment first, civil_moment last, int columns)
{
	civil_moment hours = (hour_after(last) - hour_before(first)) / MINUTES_PER_HOUR;

	timeline->from = hour_before(first);
	timeline->hours = (int)(hours < 1		      ? 1
				: hours > TIMELINE_MOST_HOURS ? TIMELINE_MOST_HOURS
							      : hours);
	timeline->per_hour = (columns - 1) / timeline->hours;
	timeline->most = 0;
	timeline->busy = timeline->from;
	timeline->parallel = false;
	timeline->cells.count = 0;
	for (int i = 0; i <= timeline->hours * timeline->per_hour; i++)
		array_push(&timeline->cells, (struct timeline_cell){.count = 0});
}

int timeline_column(const struct timeline *timeline, civil_moment moment)
{
	int64_t into = (int64_t)moment - timeline->from;

	if (!timeline->hours || into < 0 || into > (int64_t)timeline->hours * MINUTES_PER_HOUR)
		return -1;
	return (int)(into * timeline->per_hour / MINUTES_PER_HOUR);
}

/* The columns of a session; all lie on the line. */
struct extent {
	int first; /* where it starts */
	int end;   /* where it ends, and */
	int after; /* the one behind the last that it runs in, maybe for a part of it */
};

static bool reaches(const struct timeline *timeline, const struct session *session)
{
	return timeline->hours && session->start != CIVIL_NONE &&
	       timeline_column(timeline, session->start) >= 0;
}

static struct extent extent_of(const struct timeline *timeline, const struct session *session)
{
	int64_t length = (int64_t)session->until - timeline->from, last = timeline->cells.count - 1;
	int64_t end = length * timeline->per_hour / MINUTES_PER_HOUR;
	int64_t after = (length * timeline->per_hour + MINUTES_PER_HOUR - 1) / MINUTES_PER_HOUR;
	struct extent extent = {.first = timeline_column(timeline, session->start)};

	extent.end = (int)(end > last ? last : end);
	extent.after = (int)(after > last ? last : after);
	return extent;
}

static void draw_span(struct timeline_cell *cells, struct extent extent, bool ends)
{
	for (int i = extent.first + 1; i < extent.end; i++)
		cells[i].span = ends ? TIMELINE_RUN : TIMELINE_MAYBE;
	if (ends)
		cells[extent.end].span = TIMELINE_END;
	cells[extent.first].span = TIMELINE_START;
}

void timeline_add(struct timeline *timeline, const struct session *session)
{
	struct timeline_cell *cells = timeline->cells.items;
	struct extent extent;

	if (session->cancelled || !reaches(timeline, session))
		return;
	extent = extent_of(timeline, session);
	timeline->parallel |= session->start < timeline->busy;
	if (session->until > timeline->busy)
		timeline->busy = session->until;
	for (int i = extent.first; i < extent.after; i++)
		if (++cells[i].count > timeline->most)
			timeline->most = cells[i].count;
	draw_span(cells, extent, session->end != CIVIL_NONE);
}

/* Drawing */

/* Every so many hours are labelled that labels keep apart. */
static int label_step(const struct timeline *timeline)
{
	static const int steps[] = {1, 2, 3, 4, 6, 12};
	size_t i = 0;

	while (i + 1 < sizeof steps / sizeof *steps &&
	       steps[i] * timeline->per_hour < LABEL_COLUMNS)
		i++;
	return steps[i];
}

/* The label of the end does not stick out. */
static void draw_hours(const struct timeline *timeline, struct screen *screen, int row, int column)
{
	int step = label_step(timeline), first = civil_minute_of_day(timeline->from) / 60;

	for (int hour = 0; hour <= timeline->hours; hour += step) {
		int at = hour * timeline->per_hour, most;
		char label[16];

		snprintf(label, sizeof label, "%d", (first + hour) % 24);
		most = (int)(timeline->cells.count - strlen(label));
		screen_put(screen, row, column + (at < most ? at : most), ROLE_TEXT, label);
	}
}

/* How many sessions run, beside how many do so at most. */
static const char *fullness(const struct timeline *timeline, uint32_t count)
{
	static const char *const levels[] = {"▁", "▃", "▅", "▇"};
	enum { LEVELS = sizeof levels / sizeof *levels };

	return count ? levels[((uint64_t)count * LEVELS - 1) / timeline->most] : " ";
}

static const char *look_of(const struct timeline *timeline, const struct timeline_cell *cell)
{
	static const char *const spans[] = {
	    [TIMELINE_FREE] = " ",  [TIMELINE_START] = "├", [TIMELINE_RUN] = "─",
	    [TIMELINE_MAYBE] = "┄", [TIMELINE_END] = "┤",
	};

	return timeline->parallel ? fullness(timeline, cell->count) : spans[cell->span];
}

/* Where a session can be seen to start and to end, it keeps these two. */
static void mark_selected(const struct timeline *timeline, struct screen *screen, int row,
			  int column, const struct session *session)
{
	struct extent extent;

	if (!session || !reaches(timeline, session))
		return;
	extent = extent_of(timeline, session);
	if (timeline->parallel)
		extent.end = extent.after;
	else if (extent.end > extent.first + 1)
		screen_put(screen, row, column + extent.first++, ROLE_STRONG, "├");
	do {
		screen_put(screen, row, column + extent.first++, ROLE_STRONG, "═");
	} while (extent.first < extent.end);
}

void timeline_draw(const struct timeline *timeline, struct screen *screen, int row, int column,
		   const struct session *selected, civil_moment now)
{
	int at = now == CIVIL_NONE ? -1 : timeline_column(timeline, now);
	enum role role = timeline->parallel ? ROLE_RULE : ROLE_TEXT;

	if (!timeline->hours)
		return;
	draw_hours(timeline, screen, row, column);
	for (size_t i = 0; i < timeline->cells.count; i++)
		screen_put(screen, row + 1, column + (int)i, role,
			   look_of(timeline, &timeline->cells.items[i]));
	mark_selected(timeline, screen, row + 1, column, selected);
	if (at >= 0)
		screen_put(screen, row + 1, column + at, ROLE_NOW, "┃");
}
