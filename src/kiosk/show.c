#include "config.h"

#include "kiosk/show.h"

#include "base/i18n.h"
#include "kiosk/code.h"
#include "kiosk/draw.h"
#include "kiosk/figures.h"
#include "kiosk/kiosk_private.h"
#include "kiosk/programme.h"
#include "model/query.h"
#include "present/pages.h"
#include "present/stage.h"
#include "present/when.h"

#include <string.h>

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

	if (!agenda->day_count)
		return false;
	day = &agenda->days[query_day_at(agenda, kiosk->now)];
	for (size_t i = day->first; i < (size_t)day->first + day->count; i++) {
		enum query_phase phase = query_phase(agenda, i, kiosk->now);

		if (phase == PHASE_NOW || ((phase == PHASE_NEXT || phase == PHASE_LATER) &&
					   day->date <= civil_day_of_moment(kiosk->now)))
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

static size_t count_phase(const struct kiosk *kiosk, enum query_phase phase)
{
	size_t count = 0;

	for (size_t i = 0; i < kiosk->agenda->session_count; i++)
		count += !kiosk->agenda->sessions[i].cancelled &&
			 query_phase(kiosk->agenda, i, kiosk->now) == phase;
	return count;
}

/* Sessions in a phase, a few of them: each its title, then where. Returns the row behind them. */
static int draw_phase(const struct kiosk *kiosk, struct screen *screen, struct rectangle area,
		      enum query_phase phase, const char *heading)
{
	const struct agenda *agenda = kiosk->agenda;
	size_t all = count_phase(kiosk, phase), left = 0;
	bool crowded = (int)all * SESSION_ROWS + 1 > area.rows;
	int row = area.row, end = area.row + area.rows - crowded;

	screen_field(screen, row++, area.column, area.columns, ROLE_HEADING, heading);
	for (size_t i = 0; i < agenda->session_count; i++) {
		if (agenda->sessions[i].cancelled || query_phase(agenda, i, kiosk->now) != phase)
			continue;
		if (row + 2 <= end)
			row = draw_session_lines(kiosk, screen, row, area, (uint32_t)i);
		else
			left++;
	}
	if (left) {
		struct buffer more = {0};

		buffer_printf(&more, ngettext("and %zu more", "and %zu more", left), left);
		screen_field(screen, row++, area.column, area.columns, ROLE_TEXT,
			     buffer_text(&more));
		buffer_free(&more);
	}
	return row;
}

/* When the last of what is on with a known end does end; CIVIL_NONE where none is known. */
static civil_moment end_of_now(const struct kiosk *kiosk)
{
	civil_moment end = CIVIL_NONE;

	for (size_t i = 0; i < kiosk->agenda->session_count; i++)
		if (query_phase(kiosk->agenda, i, kiosk->now) == PHASE_NOW &&
		    kiosk->agenda->sessions[i].end > end)
			end = kiosk->agenda->sessions[i].end;
	return end;
}

static void draw_now(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	civil_moment next = query_next_start(kiosk->agenda, kiosk->now), end = end_of_now(kiosk);
	bool now = count_phase(kiosk, PHASE_NOW) > 0;
	bool soon = next != CIVIL_NONE && next - kiosk->now < MINUTES_PER_DAY;
	struct rectangle left = area, right = area;

	right.columns = left.columns = area.columns / 2 - 2;
	right.column = area.column + area.columns - right.columns;
	if (now && soon)
		left.rows = area.rows / 2 - 1;
	if (now) {
		draw_phase(kiosk, screen, left, PHASE_NOW, _("ON NOW"));
		left.row += left.rows + 1;
		left.rows = area.row + area.rows - left.row;
	}
	if (soon)
		draw_phase(kiosk, screen, left, PHASE_NEXT, _("NEXT"));
	if (end != CIVIL_NONE && (!soon || next - kiosk->now > FAR_AWAY))
		draw_length(screen, right, _("TIME LEFT"), end - kiosk->now);
	else if (soon)
		draw_length(screen, right, _("BEGINS IN"), next - kiosk->now);
}

static struct spot now_place(const struct kiosk *kiosk, size_t leaf)
{
	(void)leaf;
	return (struct spot){.page = programme_count_now(kiosk->agenda, kiosk->now) ? PAGE_NOW
										    : PAGE_HOME};
}

/* Before, between and after */

static bool is_before(const struct kiosk *kiosk)
{
	return stage(kiosk) == STAGE_BEFORE;
}

static civil_moment beginning(const struct kiosk *kiosk)
{
	civil_moment next = query_next_start(kiosk->agenda, kiosk->now);

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
	civil_moment next = query_next_start(kiosk->agenda, kiosk->now);

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

static void draw_after(const struct kiosk *kiosk, struct screen *screen, struct rectangle area)
{
	const char *farewell = _("Thank you for coming. See you next time!");

	if (code_links(kiosk->agenda))
		code_draw(kiosk, screen, code_link(kiosk, 0).url, farewell,
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

static const struct slide {
	bool (*applies)(const struct kiosk *kiosk);
	size_t (*leaves)(const struct kiosk *kiosk);
	void (*title)(const struct kiosk *kiosk, struct buffer *out); /* NULL for none */
	void (*draw)(const struct kiosk *kiosk, struct screen *screen, struct rectangle area);
	enum page_id text; /* the page whose text is shown; PAGE_COUNT for none */
	struct spot (*place)(const struct kiosk *kiosk, size_t leaf);
} slides[] = {
    {is_on, one_leaf, NULL, draw_now, PAGE_COUNT, now_place},
    {is_before, one_leaf, NULL, draw_before, PAGE_COUNT, days_place},
    {is_between, one_leaf, NULL, draw_between, PAGE_COUNT, between_place},
    {is_after, one_leaf, NULL, draw_after, PAGE_COUNT, home_place},
    {has_programme, programme_leaves, programme_title, draw_programme, PAGE_COUNT, programme_place},
    {always, text_leaves, information_title, draw_text, PAGE_INFORMATION, information_place},
    {has_place, text_leaves, access_title, draw_text, PAGE_ACCESS, access_place},
    {has_links, link_leaves, NULL, draw_link, PAGE_COUNT, link_place},
};

enum { SLIDE_COUNT = sizeof slides / sizeof *slides };

static const struct slide *slide_of(const struct kiosk *kiosk)
{
	return &slides[kiosk->slide];
}

/* The next slide that applies, round the end. That of information always does. */
static void next_slide(struct kiosk *kiosk)
{
	do
		kiosk->slide = (kiosk->slide + 1) % SLIDE_COUNT;
	while (!slide_of(kiosk)->applies(kiosk));
	kiosk->leaf = 0;
}

void show_begin(struct kiosk *kiosk)
{
	kiosk->showing = true;
	kiosk->slide = SLIDE_COUNT - 1;
	if (kiosk->agenda)
		next_slide(kiosk);
	kiosk->turned = kiosk->milliseconds;
}

void show_turn(struct kiosk *kiosk)
{
	if (!kiosk->agenda)
		return;
	if (!slide_of(kiosk)->applies(kiosk)) {
		next_slide(kiosk);
		kiosk->turned = kiosk->milliseconds;
	}
	if (kiosk->milliseconds - kiosk->turned < SHOW_LEAF_MILLISECONDS)
		return;
	kiosk->turned = kiosk->milliseconds;
	if (kiosk->leaf + 1 < slide_of(kiosk)->leaves(kiosk))
		kiosk->leaf++;
	else
		next_slide(kiosk);
}

int show_patience(const struct kiosk *kiosk)
{
	int64_t left = kiosk->turned + SHOW_LEAF_MILLISECONDS - kiosk->milliseconds;

	return left < 1 ? 1 : left > SHOW_LEAF_MILLISECONDS ? SHOW_LEAF_MILLISECONDS : (int)left;
}

bool show_is_tall(const struct kiosk *kiosk)
{
	const struct slide *slide = slide_of(kiosk);

	return slide->draw == draw_link ||
	       (slide->draw == draw_after && code_links(kiosk->agenda) > 0);
}

void show_settle(struct kiosk *kiosk)
{
	enum page_id page = slide_of(kiosk)->text;
	struct spot place = {.page = page};
	struct rectangle area = kiosk->scene.body;
	size_t leaves;

	if (page == PAGE_COUNT) {
		text_set(&kiosk->text, NULL);
		return;
	}
	text_set(&kiosk->text, page_at(page)->text(kiosk, &place));
	text_fit(&kiosk->text, area.columns, area.rows);
	leaves = kiosk_leaves(kiosk);
	if (kiosk->leaf >= leaves)
		kiosk->leaf = leaves - 1;
	text_scroll(&kiosk->text, (int)kiosk->leaf * area.rows);
}

void show_draw(const struct kiosk *kiosk, struct screen *screen)
{
	const struct slide *slide = slide_of(kiosk);
	struct rectangle area = kiosk->scene.body;
	struct buffer title = {0};

	if (slide->title)
		slide->title(kiosk, &title);
	if (title.length)
		draw_title(kiosk, screen, buffer_text(&title));
	slide->draw(kiosk, screen, area);
	draw_invitation(kiosk, screen);
	buffer_free(&title);
}

void show_stop(struct kiosk *kiosk)
{
	struct spot place;

	kiosk->showing = false;
	kiosk_home(kiosk);
	if (!kiosk->agenda)
		return;
	place = slide_of(kiosk)->place(kiosk, kiosk->leaf);
	if (place.page == PAGE_HOME)
		return;
	kiosk_go(kiosk, place.page, place.item, place.part);
	kiosk_place(kiosk)->cursor = place.cursor;
	kiosk_place(kiosk)->leaf = place.leaf;
}
