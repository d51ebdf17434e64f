#include "config.h"

#include "kiosk/slide.h"

#include "base/array.h"
#include "base/i18n.h"
#include "kiosk/code.h"
#include "kiosk/countdown.h"
#include "kiosk/draw.h"
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

/* Today, where it has sessions without a time, which may be on at any; -1 for none. */
static int open_day(const struct kiosk *kiosk)
{
	const struct agenda *agenda = kiosk->agenda;
	civil_day today = civil_day_of_moment(kiosk->now);

	for (size_t i = 0; i < agenda->day_count; i++) {
		const struct day *day = &agenda->days[i];

		for (size_t j = day->first;
		     day->date == today && j < (size_t)day->first + day->count; j++)
			if (agenda->sessions[j].start == CIVIL_NONE)
				return (int)i;
	}
	return -1;
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

		if (left < rows->count)
			buffer_printf(&more, ngettext("and %zu more", "and %zu more", left), left);
		else
			buffer_printf(&more, ngettext("%zu session", "%zu sessions", left), left);
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

/* Counts down to the end of what is on or to what is next; false where to nothing. */
static bool counts_down(const struct kiosk *kiosk, bool soon, struct countdown *countdown)
{
	civil_moment next = next_start(kiosk), end = end_of_now(kiosk);

	countdown->now = kiosk->now;
	if (end != CIVIL_NONE && (!soon || next - kiosk->now > FAR_AWAY)) {
		countdown->words = _("TIME LEFT");
		countdown->then = end;
		return true;
	}
	/* Translators: stands beside what is on and what is next, above a countdown to the
	 * latter. */
	countdown->words = kiosk->at_hand.on.count ? _("NEXT IN") : _("BEGINS IN");
	countdown->then = next;
	return soon;
}

/* The figures are as large as half the area allows, at its right; the left is for the sessions. */
static void draw_now(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	const struct now *at_hand = &kiosk->at_hand;
	bool now = at_hand->on.count > 0;
	bool soon = at_hand->next.count > 0 && next_start(kiosk) - kiosk->now < MINUTES_PER_DAY;
	struct countdown countdown;
	struct rectangle left = area, right = area;

	if (counts_down(kiosk, soon, &countdown)) {
		right.columns = countdown_columns(&countdown, area.rows, area.columns / 2 - 2);
		right.column = area.column + area.columns - right.columns;
		left.columns = area.columns - right.columns - 4;
		countdown_draw(&countdown, screen, right);
	}
	if (now && soon)
		left.rows = area.rows / 2 - 1;
	if (now) {
		draw_some(kiosk, screen, left, &at_hand->on, _("ON NOW"));
		left.row += left.rows + 1;
		left.rows = area.row + area.rows - left.row;
	}
	if (soon)
		draw_some(kiosk, screen, left, &at_hand->next, _("NEXT"));
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

/* In the middle of an area. */
static void draw_countdown(const struct kiosk *kiosk, struct screen *screen, struct rectangle area,
			   civil_moment then)
{
	struct countdown countdown = {_("BEGINS IN"), kiosk->now, then};
	int columns = countdown_columns(&countdown, area.rows, area.columns);

	area.column += (area.columns - columns) / 2;
	area.columns = columns;
	countdown_draw(&countdown, screen, area);
}

/* Where no hour is known, tomorrow is no countdown. */
static bool can_count_down(const struct kiosk *kiosk, civil_moment begin, bool timed)
{
	return timed || civil_day_of_moment(begin) - civil_day_of_moment(kiosk->now) >= 2;
}

static void draw_before(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	struct buffer line = {0};
	struct rectangle figures = area;
	const struct event *event = &kiosk->agenda->event;
	bool timed;
	civil_moment begin = stage_beginning(kiosk->agenda, &timed);

	stage_sentence(&line, kiosk->agenda, kiosk->now);
	draw_centred(screen, area.row, area, ROLE_STRONG, event->title ? event->title : "");
	draw_centred(screen, area.row + 1, area, ROLE_TEXT, buffer_text(&line));
	figures.row += 3;
	figures.rows -= 3;
	if (can_count_down(kiosk, begin, timed))
		draw_countdown(kiosk, screen, figures, begin);
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
		draw_countdown(kiosk, screen, figures, next);
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

/* Also in the last hours of an event of which nothing is to come any more. */
static bool is_after(const struct kiosk *kiosk)
{
	if (day_goes_on(kiosk))
		return false;
	return stage(kiosk) == STAGE_AFTER ||
	       (stage(kiosk) == STAGE_DURING && kiosk->agenda->session_count &&
		day_to_come(kiosk) < 0 && open_day(kiosk) < 0);
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
		code_draw(kiosk, screen, code_link(kiosk->agenda, code_event_link(kiosk->agenda)),
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

/* The day's programme, but for what is past */

static uint32_t shown_day(const struct kiosk *kiosk)
{
	int open = open_day(kiosk), next = day_to_come(kiosk);

	if (!day_goes_on(kiosk) && open >= 0)
		return (uint32_t)open;
	if (!day_goes_on(kiosk) && next >= 0)
		return (uint32_t)next;
	return (uint32_t)query_day_at(kiosk->agenda, kiosk->now);
}

static size_t sessions_per_leaf(const struct kiosk *kiosk)
{
	int rows = kiosk->scene.body.rows / SESSION_ROWS;

	return rows < 1 ? 1 : (size_t)rows;
}

static size_t end_of(const struct day *day)
{
	return (size_t)day->first + day->count;
}

/* The session of a day, from that one on, before which so many others are shown, or its end. */
static size_t session_after(const struct kiosk *kiosk, const struct day *day, size_t from,
			    size_t others)
{
	size_t i = from;

	for (; i < end_of(day); i++)
		if (query_phase(kiosk->agenda, i, kiosk->now) != PHASE_PAST && others-- == 0)
			break;
	return i;
}

static size_t count_to_show(const struct kiosk *kiosk)
{
	const struct day *day = &kiosk->agenda->days[shown_day(kiosk)];
	size_t count = 0;

	for (size_t i = day->first; i < end_of(day); i++)
		count += query_phase(kiosk->agenda, i, kiosk->now) != PHASE_PAST;
	return count;
}

static bool has_programme(const struct kiosk *kiosk)
{
	return kiosk->agenda->session_count && !is_after(kiosk) && count_to_show(kiosk);
}

static size_t programme_leaves(const struct kiosk *kiosk)
{
	size_t per_leaf = sessions_per_leaf(kiosk);
	size_t leaves = (count_to_show(kiosk) + per_leaf - 1) / per_leaf;

	return leaves < 1 ? 1 : leaves > LEAVES_MOST ? LEAVES_MOST : leaves;
}

static void draw_programme(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	const struct day *day = &kiosk->agenda->days[shown_day(kiosk)];
	size_t left = sessions_per_leaf(kiosk);
	size_t i = session_after(kiosk, day, day->first, kiosk->leaf * left);
	int row = area.row;

	for (; left && i < end_of(day); left--) {
		row = draw_session_lines(kiosk, screen, row, area, (uint32_t)i);
		i = session_after(kiosk, day, i + 1, 0);
	}
}

static void programme_title(const struct kiosk *kiosk, struct buffer *out)
{
	when_day_long(out, kiosk->agenda->days[shown_day(kiosk)].date);
	if (programme_leaves(kiosk) > 1)
		buffer_printf(out, "  %zu/%zu", kiosk->leaf + 1, programme_leaves(kiosk));
}

static struct spot programme_place(const struct kiosk *kiosk, size_t leaf)
{
	uint32_t number = shown_day(kiosk);
	const struct day *day = &kiosk->agenda->days[number];
	bool hours = programme_goes_by_hours(kiosk->agenda, number);
	size_t before = leaf * sessions_per_leaf(kiosk);

	return (struct spot){
	    .page = hours ? PAGE_HOURS : PAGE_SESSIONS,
	    .item = number,
	    .part = PART_ALL,
	    .cursor =
		hours ? LIST_NONE : session_after(kiosk, day, day->first, before) - day->first,
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
	struct buffer title = {0};

	(void)area;
	code_say_link(kiosk, kiosk->leaf, &title);
	code_draw(kiosk, screen, code_link(kiosk->agenda, kiosk->leaf), buffer_text(&title),
		  _("On your phone with this code."));
	buffer_free(&title);
}

static struct spot link_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)kiosk;
	return (struct spot){.page = PAGE_LINK, .item = (uint32_t)leaf};
}

/* All of them */

static const struct slide slides[] = {
    {is_on, one_leaf, NULL, draw_now, NULL, now_place, NULL},
    {is_before, one_leaf, NULL, draw_before, NULL, days_place, NULL},
    {is_between, one_leaf, NULL, draw_between, NULL, between_place, NULL},
    {is_after, one_leaf, NULL, draw_after, NULL, home_place, leads_on},
    {has_programme, programme_leaves, programme_title, draw_programme, NULL, programme_place, NULL},
    {always, text_leaves, information_title, draw_text, page_practical_text, information_place,
     NULL},
    {has_place, text_leaves, access_title, draw_text, page_access_text, access_place, NULL},
    {has_links, link_leaves, NULL, draw_link, NULL, link_place, always},
};

size_t slide_count(void)
{
	return sizeof slides / sizeof *slides;
}

const struct slide *slide_at(size_t number)
{
	return &slides[number];
}
