#include "config.h"

#include "kiosk/slide.h"

#include "base/array.h"
#include "base/i18n.h"
#include "kiosk/code.h"
#include "kiosk/draw.h"
#include "kiosk/figures.h"
#include "kiosk/kiosk_private.h"
#include "kiosk/programme.h"
#include "model/query.h"
#include "present/stage.h"
#include "present/when.h"

/* What comes next counts less than what is on where it is so many minutes away. */
enum { LEAVES_MOST = 6, SESSION_ROWS = 2, FAR_AWAY = 4 * 60 };

/* Where things stand */

/* The next day with sessions after today, -1 for none. */
static int day_to_come(const struct kiosk *kiosk)
{
	civil_day today = civil_day_of_moment(kiosk->now);

	for (size_t i = 0; i < kiosk->agenda->day_count; i++)
		if (kiosk->agenda->days[i].date != CIVIL_NONE &&
		    kiosk->agenda->days[i].date > today)
			return (int)i;
	return -1;
}

/* Whether anything of the day that is shown now is on or still to come. */
static bool day_goes_on(const struct kiosk *kiosk)
{
	const struct agenda *agenda = kiosk->agenda;
	const struct day *day;
	bool is_today;

	if (!agenda->day_count)
		return false;
	day = &agenda->days[query_day_at(agenda, kiosk->now)];
	is_today = day->date <= civil_day_of_moment(kiosk->now);
	for (size_t i = day->first; i < (size_t)day->first + day->count; i++) {
		const struct session *session = &agenda->sessions[i];

		if (session->start != CIVIL_NONE && session->until > kiosk->now &&
		    (session->start <= kiosk->now || is_today))
			return true;
	}
	return false;
}

static enum stage stage(const struct kiosk *kiosk)
{
	return stage_of(kiosk->agenda, kiosk->now);
}

/* Now and next */

static bool is_on(const struct kiosk *kiosk)
{
	return day_goes_on(kiosk);
}

static size_t one_leaf(const struct kiosk *kiosk)
{
	(void)kiosk;
	return 1;
}

/* A length for figures: "48" and a unit in words, or "2 h 30". */
static void say_figures(int64_t minutes, struct buffer *figures, const char **unit)
{
	*unit = NULL;
	if (minutes >= 2 * MINUTES_PER_DAY) {
		buffer_printf(figures, "%d", (int)(minutes / MINUTES_PER_DAY));
		*unit = _("days");
	} else if (minutes >= 60) {
		buffer_printf(figures, "%dh%02d", (int)(minutes / 60), (int)(minutes % 60));
	} else {
		buffer_printf(figures, "%d", (int)minutes);
		*unit = _("min");
	}
}

/* Figures with their unit at the area's right, below `words`. Returns the rows that were taken. */
static int draw_length(struct screen *screen, struct rectangle area, const char *words,
		       int64_t minutes)
{
	struct buffer figures = {0};
	const char *unit;
	int size, columns, row = area.row;

	say_figures(minutes, &figures, &unit);
	screen_field(screen, row, area.column, area.columns, ROLE_HEADING, words);
	size = figures_fit(buffer_text(&figures), area.rows - 2, area.columns - (unit ? 8 : 0));
	if (size) {
		columns = figures_columns(buffer_text(&figures), size);
		figures_draw(screen, row + 2, area.column, ROLE_STRONG, buffer_text(&figures),
			     size);
		row += 2 + size * FIGURES_ROWS;
		if (unit)
			screen_put(screen, row - 1, area.column + columns + 2, ROLE_STRONG, unit);
	} else {
		struct buffer line = {0};

		when_length(&line, minutes);
		screen_put(screen, row + 1, area.column, ROLE_STRONG, buffer_text(&line));
		buffer_free(&line);
		row += 2;
	}
	buffer_free(&figures);
	return row - area.row;
}

/* Of these, as many as there is room for: each its title, then where. */
static void draw_some(const struct kiosk *kiosk, struct screen *screen, struct rectangle area,
		      const struct query_rows *rows, const char *heading)
{
	bool crowded = (int)rows->count * SESSION_ROWS + 1 > area.rows;
	int row = area.row, end = area.row + area.rows - crowded;
	size_t left = rows->count;

	screen_field(screen, row++, area.column, area.columns, ROLE_HEADING, heading);
	for (size_t i = 0; i < rows->count && row + SESSION_ROWS <= end; i++, left--)
		row = draw_session_lines(kiosk, screen, row, area, rows->items[i]);
	if (left) {
		struct buffer more = {0};

		buffer_printf(&more, ngettext("and %zu more", "and %zu more", left), left);
		screen_field(screen, row, area.column, area.columns, ROLE_TEXT, buffer_text(&more));
		buffer_free(&more);
	}
}

/* When what comes next starts; CIVIL_NONE where nothing does. */
static civil_moment next_start(const struct kiosk *kiosk)
{
	const struct query_rows *next = &kiosk->at_hand.next;

	return next->count ? kiosk->agenda->sessions[next->items[0]].start : CIVIL_NONE;
}

/* When the last of what is on with a known end does end; CIVIL_NONE where none is known. */
static civil_moment end_of_now(const struct kiosk *kiosk)
{
	civil_moment end = CIVIL_NONE;

	array_each (const uint32_t, number, &kiosk->at_hand.on)
		if (kiosk->agenda->sessions[*number].end > end)
			end = kiosk->agenda->sessions[*number].end;
	return end;
}

static void draw_now(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	const struct now *at_hand = &kiosk->at_hand;
	civil_moment next = next_start(kiosk), end = end_of_now(kiosk);
	bool now = at_hand->on.count > 0;
	bool soon = next != CIVIL_NONE && next - kiosk->now < MINUTES_PER_DAY;
	struct rectangle left = area, right = area;

	right.columns = left.columns = area.columns / 2 - 2;
	right.column = area.column + area.columns - right.columns;
	if (now && soon)
		left.rows = area.rows / 2 - 1;
	if (now) {
		draw_some(kiosk, screen, left, &at_hand->on, _("ON NOW"));
		left.row += left.rows + 1;
		left.rows = area.row + area.rows - left.row;
	}
	if (soon)
		draw_some(kiosk, screen, left, &at_hand->next, _("NEXT"));
	if (end != CIVIL_NONE && (!soon || next - kiosk->now > FAR_AWAY))
		draw_length(screen, right, _("TIME LEFT"), end - kiosk->now);
	else if (soon)
		/* Translators: stands beside what is on and what is next, above a countdown to the
		 * latter. */
		draw_length(screen, right, now ? _("NEXT IN") : _("BEGINS IN"), next - kiosk->now);
}

static struct spot now_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)leaf;
	return (struct spot){
	    .page = kiosk->at_hand.on.count || kiosk->at_hand.next.count ? PAGE_NOW : PAGE_HOME};
}

/* Before, between and after */

static bool is_before(const struct kiosk *kiosk)
{
	return stage(kiosk) == STAGE_BEFORE;
}

static civil_moment beginning(const struct kiosk *kiosk)
{
	civil_moment next = next_start(kiosk);

	return next != CIVIL_NONE ? next : kiosk->agenda->event.start;
}

static void draw_before(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	struct buffer line = {0};
	struct rectangle figures = area;
	const struct event *event = &kiosk->agenda->event;

	stage_sentence(&line, kiosk->agenda, kiosk->now);
	draw_centred(screen, area.row, area, ROLE_STRONG, event->title ? event->title : "");
	draw_centred(screen, area.row + 1, area, ROLE_TEXT, buffer_text(&line));
	figures.row += 3;
	figures.rows -= 3;
	if (beginning(kiosk) > kiosk->now)
		draw_length(screen, figures, _("BEGINS IN"), beginning(kiosk) - kiosk->now);
	buffer_free(&line);
}

static struct spot days_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)leaf;
	return (struct spot){.page = kiosk->agenda->day_count ? PAGE_DAYS : PAGE_HOME};
}

static bool is_between(const struct kiosk *kiosk)
{
	return stage(kiosk) != STAGE_BEFORE && !day_goes_on(kiosk) && day_to_come(kiosk) >= 0;
}

static void draw_between(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	struct buffer day = {0};
	struct rectangle figures = area;
	civil_moment next = next_start(kiosk);

	buffer_printf(&day, "%s ", _("It goes on"));
	when_day_medium(&day, kiosk->agenda->days[day_to_come(kiosk)].date);
	draw_centred(screen, area.row, area, ROLE_STRONG, buffer_text(&day));
	figures.row += 2;
	figures.rows -= 2;
	if (next != CIVIL_NONE)
		draw_length(screen, figures, _("BEGINS IN"), next - kiosk->now);
	buffer_free(&day);
}

static struct spot between_place(const struct kiosk *kiosk, size_t leaf)
{
	uint32_t day = (uint32_t)day_to_come(kiosk);

	(void)leaf;
	return (struct spot){
	    .page = programme_goes_by_hours(kiosk->agenda, day) ? PAGE_HOURS : PAGE_SESSIONS,
	    .item = day,
	    .part = PART_ALL,
	};
}

static bool is_after(const struct kiosk *kiosk)
{
	return stage(kiosk) == STAGE_AFTER && !day_goes_on(kiosk);
}

/* Whether there is a page to leave visitors with, as a code. */
static bool leads_on(const struct kiosk *kiosk)
{
	return code_links(kiosk->agenda) > 0;
}

static void draw_after(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	const char *farewell = _("Thank you for coming. See you next time!");

	if (leads_on(kiosk))
		code_draw(kiosk, screen, code_link(kiosk, code_event_link(kiosk->agenda)).url,
			  farewell,
			  _("What there is to read about the event is on your phone with this "
			    "code."));
	else
		draw_centred(screen, area.row + area.rows / 2, area, ROLE_STRONG, farewell);
}

static struct spot home_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)kiosk, (void)leaf;
	return (struct spot){.page = PAGE_HOME};
}

/* The day's programme, from what is on */

static uint32_t shown_day(const struct kiosk *kiosk)
{
	int next = day_to_come(kiosk);

	if (!day_goes_on(kiosk) && next >= 0)
		return (uint32_t)next;
	return (uint32_t)query_day_at(kiosk->agenda, kiosk->now);
}

static bool has_programme(const struct kiosk *kiosk)
{
	return kiosk->agenda->session_count && !is_after(kiosk);
}

static size_t sessions_per_leaf(const struct kiosk *kiosk)
{
	int rows = kiosk->scene.body.rows / SESSION_ROWS;

	return rows < 1 ? 1 : (size_t)rows;
}

static size_t first_to_show(const struct kiosk *kiosk, const struct day *day)
{
	size_t i = day->first;

	while (i + 1 < (size_t)day->first + day->count &&
	       query_phase(kiosk->agenda, i, kiosk->now) == PHASE_PAST)
		i++;
	return i;
}

static size_t programme_leaves(const struct kiosk *kiosk)
{
	const struct day *day = &kiosk->agenda->days[shown_day(kiosk)];
	size_t count = (size_t)day->first + day->count - first_to_show(kiosk, day);
	size_t leaves = (count + sessions_per_leaf(kiosk) - 1) / sessions_per_leaf(kiosk);

	return leaves < 1 ? 1 : leaves > LEAVES_MOST ? LEAVES_MOST : leaves;
}

static void draw_programme(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	const struct day *day = &kiosk->agenda->days[shown_day(kiosk)];
	size_t per_leaf = sessions_per_leaf(kiosk), end = (size_t)day->first + day->count;
	size_t i = first_to_show(kiosk, day) + kiosk->leaf * per_leaf;
	int row = area.row;

	for (size_t n = 0; n < per_leaf && i < end; n++, i++)
		row = draw_session_lines(kiosk, screen, row, area, (uint32_t)i);
}

static void programme_title(const struct kiosk *kiosk, struct buffer *out)
{
	when_day_long(out, kiosk->agenda->days[shown_day(kiosk)].date);
	if (programme_leaves(kiosk) > 1)
		buffer_printf(out, "  %zu/%zu", kiosk->leaf + 1, programme_leaves(kiosk));
}

static struct spot programme_place(const struct kiosk *kiosk, size_t leaf)
{
	uint32_t day = shown_day(kiosk);
	bool hours = programme_goes_by_hours(kiosk->agenda, day);
	size_t first =
	    first_to_show(kiosk, &kiosk->agenda->days[day]) - kiosk->agenda->days[day].first;

	return (struct spot){
	    .page = hours ? PAGE_HOURS : PAGE_SESSIONS,
	    .item = day,
	    .part = PART_ALL,
	    .cursor = hours ? LIST_NONE : first + leaf * sessions_per_leaf(kiosk),
	};
}

/* Texts */

static bool always(const struct kiosk *kiosk)
{
	(void)kiosk;
	return true;
}

static bool has_place(const struct kiosk *kiosk)
{
	return kiosk->agenda->event.place || kiosk->agenda->event.address;
}

static size_t text_leaves(const struct kiosk *kiosk)
{
	size_t leaves = kiosk_leaves(kiosk);

	return leaves > LEAVES_MOST ? LEAVES_MOST : leaves;
}

static struct spot information_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)kiosk;
	return (struct spot){.page = PAGE_INFORMATION, .leaf = leaf};
}

static struct spot access_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)kiosk;
	return (struct spot){.page = PAGE_ACCESS, .leaf = leaf};
}

static void draw_text(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	text_draw(&kiosk->text, screen, area.row, area.column);
}

static void information_title(const struct kiosk *kiosk, struct buffer *out)
{
	(void)kiosk;
	buffer_puts(out, _("Practical information"));
}

static void access_title(const struct kiosk *kiosk, struct buffer *out)
{
	(void)kiosk;
	buffer_puts(out, _("How to get here"));
}

/* Links */

static bool has_links(const struct kiosk *kiosk)
{
	return code_links(kiosk->agenda) && !is_after(kiosk);
}

static size_t link_leaves(const struct kiosk *kiosk)
{
	size_t count = code_links(kiosk->agenda);

	return count > LEAVES_MOST ? LEAVES_MOST : count;
}

static void draw_link(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	struct link link = code_link(kiosk, kiosk->leaf);

	(void)area;
	code_draw(kiosk, screen, link.url, link.label, _("On your phone with this code."));
}

static struct spot link_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)kiosk;
	return (struct spot){.page = PAGE_LINK, .item = (uint32_t)leaf};
}

/* All of them */

static const struct slide slides[] = {
    {is_on, one_leaf, NULL, draw_now, PAGE_COUNT, now_place, NULL},
    {is_before, one_leaf, NULL, draw_before, PAGE_COUNT, days_place, NULL},
    {is_between, one_leaf, NULL, draw_between, PAGE_COUNT, between_place, NULL},
    {is_after, one_leaf, NULL, draw_after, PAGE_COUNT, home_place, leads_on},
    {has_programme, programme_leaves, programme_title, draw_programme, PAGE_COUNT, programme_place,
     NULL},
    {always, text_leaves, information_title, draw_text, PAGE_INFORMATION, information_place, NULL},
    {has_place, text_leaves, access_title, draw_text, PAGE_ACCESS, access_place, NULL},
    {has_links, link_leaves, NULL, draw_link, PAGE_COUNT, link_place, always},
};

size_t slide_count(void)
{
	return sizeof slides / sizeof *slides;
}

const struct slide *slide_at(size_t number)
{
	return &slides[number];
}
