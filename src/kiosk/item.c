#include "config.h"

#include "kiosk/item.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "kiosk/kiosk_private.h"
#include "kiosk/programme.h"
#include "model/query.h"
#include "present/session_facts.h"
#include "present/stage.h"
#include "present/title.h"
#include "present/when.h"

/* The menu */

static bool always(const struct kiosk *kiosk)
{
	(void)kiosk;
	return true;
}

static bool has_sessions(const struct kiosk *kiosk)
{
	return kiosk->agenda->session_count;
}

static bool has_themes(const struct kiosk *kiosk)
{
	return kiosk->agenda->theme_count;
}

static bool has_access(const struct kiosk *kiosk)
{
	return kiosk->agenda->event.place || kiosk->agenda->event.address;
}

static bool has_now(const struct kiosk *kiosk)
{
	return kiosk->at_hand.on.count || kiosk->at_hand.next.count;
}

static const struct {
	const char *first, *second; /* N_() */
	enum page_id page;	    /* PAGE_COUNT: the other language */
	bool (*applies)(const struct kiosk *kiosk);
} menu[] = {
    {N_("Now and next"), N_("what is on at this moment"), PAGE_NOW, has_now},
    {N_("Programme"), N_("day by day"), PAGE_DAYS, has_sessions},
    {N_("Themes"), N_("what it is about"), PAGE_THEMES, has_themes},
    {N_("Practical information"), N_("access, prices, contacts"), PAGE_INFORMATION, always},
    {NULL, NULL, PAGE_COUNT, always}, /* seen in 24 rows: who needs it cannot guess the arrow */
    {N_("My choice"), N_("to take with you on your phone"), PAGE_PICKS, has_sessions},
    {N_("How to get here"), N_("place and address"), PAGE_ACCESS, has_access},
};

uint32_t item_menu_count(void)
{
	return sizeof menu / sizeof *menu;
}

bool item_menu_applies(const struct kiosk *kiosk, uint32_t item)
{
	return menu[item].applies(kiosk);
}

static void say_menu(const struct kiosk *kiosk, uint32_t item, struct item_words *words)
{
	if (menu[item].page == PAGE_COUNT) {
		/* In the language that is offered, and in no other. */
		buffer_puts(&words->first, kiosk_other_language_name(kiosk));
		return;
	}
	buffer_puts(&words->first, _(menu[item].first));
	buffer_puts(&words->second, _(menu[item].second));
	if (menu[item].page == PAGE_PICKS && kiosk->picks.count)
		buffer_printf(&words->aside, "★ %zu", kiosk->picks.count);
}

static void choose_menu(struct kiosk *kiosk, uint32_t item)
{
	if (menu[item].page == PAGE_COUNT)
		kiosk_switch_language(kiosk);
	else
		kiosk_go(kiosk, menu[item].page, 0, PART_ALL);
}

/* Days, hours and themes */

static void say_sessions(struct buffer *out, size_t count)
{
	buffer_printf(out, ngettext("%zu session", "%zu sessions", count), count);
}

static void say_day(const struct kiosk *kiosk, uint32_t item, struct item_words *words)
{
	const struct day *day = &kiosk->agenda->days[item];

	when_day_medium(&words->first, day->date);
	if (!words->first.length)
		buffer_puts(&words->first, _("No date"));
	if (day->label)
		buffer_printf(&words->first, " · %s", day->label);
	say_sessions(&words->second, day->count);
	if (day->date == civil_day_of_moment(kiosk->now)) {
		buffer_puts(&words->aside, _("today"));
		words->now = true;
	}
}

static void choose_day(struct kiosk *kiosk, uint32_t item)
{
	bool many = programme_goes_by_hours(kiosk->agenda, item);

	kiosk_go(kiosk, many ? PAGE_HOURS : PAGE_SESSIONS, item, PART_ALL);
}

static void say_hour(const struct kiosk *kiosk, uint32_t item, struct item_words *words)
{
	uint32_t day = kiosk_here(kiosk)->item;
	civil_moment from = programme_hour(kiosk->agenda, day, item);

	if (item == PROGRAMME_UNTIMED) {
		buffer_puts(&words->first, _("No set time"));
	} else {
		when_clock(&words->first, from);
		buffer_puts(&words->first, " – ");
		when_clock(&words->first, from + 60);
	}
	say_sessions(&words->second, programme_count_hour(kiosk->agenda, day, item));
	if (item != PROGRAMME_UNTIMED && kiosk->now >= from && kiosk->now < from + 60) {
		buffer_puts(&words->aside, _("now"));
		words->now = true;
	}
}

static void choose_hour(struct kiosk *kiosk, uint32_t item)
{
	kiosk_go(kiosk, PAGE_SESSIONS, kiosk_here(kiosk)->item, item);
}

static void say_theme(const struct kiosk *kiosk, uint32_t item, struct item_words *words)
{
	buffer_puts(&words->first, kiosk->agenda->themes[item].name);
	if (programme_count_theme(kiosk->agenda, item))
		say_sessions(&words->second, programme_count_theme(kiosk->agenda, item));
	else
		buffer_puts(&words->second, stage_of(kiosk->agenda, kiosk->now) == STAGE_AFTER
						? _("no session announced")
						: _("no session announced yet"));
}

static void choose_theme(struct kiosk *kiosk, uint32_t item)
{
	kiosk_go(kiosk, PAGE_THEME, item, PART_ALL);
}

/* Sessions */

static void add_fact(struct buffer *out, struct buffer *fact)
{
	if (fact->length)
		buffer_printf(out, "%s%s", out->length ? " · " : "", buffer_text(fact));
	buffer_free(fact);
}

/* Where the day stands on the page, only the time is said. */
static void say_time(const struct kiosk *kiosk, const struct session *session, struct buffer *out)
{
	enum page_id page = kiosk_here(kiosk)->page;

	if (page != PAGE_SESSIONS && page != PAGE_NOW) {
		when_day_shorter(out, session->day);
		buffer_puts(out, session->start != CIVIL_NONE && out->length ? "  " : "");
	}
	when_column(out, session->start);
	if (out->length)
		buffer_puts(out, "   ");
}

static void say_session(const struct kiosk *kiosk, uint32_t item, struct item_words *words)
{
	const struct session *session = &kiosk->agenda->sessions[item];
	struct buffer rooms = {0}, themes = {0}, formats = {0};

	say_time(kiosk, session, &words->first);
	buffer_puts(&words->first, title_or_none(session->title));
	revisions_say(&kiosk->revisions, kiosk->agenda, item, &words->second);
	session_facts_rooms(&rooms, kiosk->agenda, item);
	session_facts_formats(&formats, kiosk->agenda, item);
	session_facts_themes(&themes, kiosk->agenda, item);
	if (fold_equal(buffer_text(&formats), session->title))
		buffer_clear(&formats);
	add_fact(&words->second, &rooms);
	add_fact(&words->second, &formats);
	add_fact(&words->second, &themes);
	if (session->cancelled)
		buffer_puts(&words->aside, _("! cancelled"));
	else
		when_relation(&words->aside, kiosk->agenda, item, kiosk->now);
	if (!words->aside.length)
		when_nth_day(&words->aside, session);
	if (!words->aside.length && session->end != CIVIL_NONE) {
		buffer_puts(&words->aside, "→ ");
		when_end_brief(&words->aside, session);
	}
	words->now =
	    !session->cancelled && query_phase(kiosk->agenda, item, kiosk->now) == PHASE_NOW;
	words->picked = picks_has(&kiosk->picks, session->whole);
}

static void choose_session(struct kiosk *kiosk, uint32_t item)
{
	kiosk_go(kiosk, PAGE_SESSION, item, PART_ALL);
}

/* Deeds */

static bool is_session(const struct kiosk *kiosk)
{
	return kiosk_here(kiosk)->page == PAGE_SESSION;
}

static bool is_walk(const struct kiosk *kiosk)
{
	return kiosk_here(kiosk)->page == PAGE_WALK;
}

static bool has_before(const struct kiosk *kiosk)
{
	return is_walk(kiosk) && kiosk_here(kiosk)->item > 0;
}

static bool has_after(const struct kiosk *kiosk)
{
	return is_walk(kiosk) && kiosk_here(kiosk)->item + 1 < kiosk->picks.count;
}

static bool has_more_text(const struct kiosk *kiosk)
{
	return kiosk_leaves(kiosk) > 1;
}

static bool has_picks(const struct kiosk *kiosk)
{
	return kiosk_here(kiosk)->page == PAGE_PICKS && kiosk->picks.count;
}

static bool has_code(const struct kiosk *kiosk)
{
	return is_session(kiosk);
}

/* A session of several days is picked as one. */
static uint32_t whole_here(const struct kiosk *kiosk)
{
	uint32_t item = kiosk_here(kiosk)->item;

	return item < kiosk->agenda->session_count ? kiosk->agenda->sessions[item].whole : item;
}

static bool is_picked(const struct kiosk *kiosk)
{
	return picks_has(&kiosk->picks, whole_here(kiosk));
}

static void pick(struct kiosk *kiosk)
{
	picks_toggle(&kiosk->picks, whole_here(kiosk));
}

static void show_code(struct kiosk *kiosk)
{
	kiosk_go(kiosk, PAGE_CODE, kiosk_here(kiosk)->item, PART_ALL);
}

static void read_on(struct kiosk *kiosk)
{
	kiosk_place(kiosk)->leaf = (kiosk_here(kiosk)->leaf + 1) % kiosk_leaves(kiosk);
}

static void step_before(struct kiosk *kiosk)
{
	kiosk_place(kiosk)->item--;
}

static void step_after(struct kiosk *kiosk)
{
	kiosk_place(kiosk)->item++;
}

static void walk(struct kiosk *kiosk)
{
	kiosk_go(kiosk, PAGE_WALK, 0, PART_ALL);
}

static const struct {
	const char *first, *second; /* N_() */
	bool (*applies)(const struct kiosk *kiosk);
	void (*act)(struct kiosk *kiosk);
} deeds[DEED_COUNT] = {
    [DEED_PICK] = {N_("Add to my choice"), NULL, is_session, pick},
    [DEED_CODE] = {N_("Take it with you"), N_("a code for your phone"), has_code, show_code},
    [DEED_READ_ON] = {N_("Read on"), NULL, has_more_text, read_on},
    [DEED_BEFORE] = {N_("The code before"), NULL, has_before, step_before},
    [DEED_AFTER] = {N_("The next code"), NULL, has_after, step_after},
    [DEED_WALK] = {N_("Take all with you"), N_("one code after the other"), has_picks, walk},
    [DEED_BACK] = {N_("Go back"), NULL, always, kiosk_back},
};

bool item_deed_applies(const struct kiosk *kiosk, uint32_t deed)
{
	return deeds[deed].applies(kiosk);
}

static void say_deed(const struct kiosk *kiosk, uint32_t deed, struct item_words *words)
{
	if (deed == DEED_PICK && is_picked(kiosk)) {
		buffer_puts(&words->first, _("Take out of my choice"));
		words->picked = true;
		return;
	}
	buffer_puts(&words->first, _(deeds[deed].first));
	if (deed == DEED_READ_ON)
		/* Translators: which page of a text is read, of how many. */
		buffer_printf(&words->second, _("page %zu of %zu"), kiosk_here(kiosk)->leaf + 1,
			      kiosk_leaves(kiosk));
	else if (deeds[deed].second)
		buffer_puts(&words->second, _(deeds[deed].second));
}

static void choose_deed(struct kiosk *kiosk, uint32_t deed)
{
	deeds[deed].act(kiosk);
}

/* All of them */

static const struct {
	void (*say)(const struct kiosk *kiosk, uint32_t item, struct item_words *words);
	void (*choose)(struct kiosk *kiosk, uint32_t item);
} kinds[ITEM_COUNT] = {
    [ITEM_MENU] = {say_menu, choose_menu},	    [ITEM_DAY] = {say_day, choose_day},
    [ITEM_HOUR] = {say_hour, choose_hour},	    [ITEM_THEME] = {say_theme, choose_theme},
    [ITEM_SESSION] = {say_session, choose_session}, [ITEM_DEED] = {say_deed, choose_deed},
};

void item_say(const struct kiosk *kiosk, enum item_kind kind, uint32_t item,
	      struct item_words *words)
{
	kinds[kind].say(kiosk, item, words);
}

void item_words_free(struct item_words *words)
{
	buffer_free(&words->first);
	buffer_free(&words->second);
	buffer_free(&words->aside);
}

void item_choose(struct kiosk *kiosk, enum item_kind kind, uint32_t item)
{
	kinds[kind].choose(kiosk, item);
}

/* Whether an item is past: what comes behind the last such one is where to begin. */
static bool is_past(const struct kiosk *kiosk, const struct list_row *row)
{
	const struct agenda *agenda = kiosk->agenda;

	if (row->kind == ITEM_DAY)
		return agenda->days[row->item].date < civil_day_of_moment(kiosk->now);
	if (row->kind == ITEM_HOUR)
		return row->item == PROGRAMME_UNTIMED ||
		       programme_hour(agenda, kiosk_here(kiosk)->item, row->item) + 60 <=
			   kiosk->now;
	return row->kind == ITEM_SESSION && kiosk_here(kiosk)->page == PAGE_SESSIONS &&
	       query_phase(agenda, row->item, kiosk->now) == PHASE_PAST;
}

size_t item_start(const struct kiosk *kiosk, const struct list *items)
{
	size_t start = 0;

	for (size_t i = 0; i < items->count; i++)
		if (is_past(kiosk, &items->items[i]))
			start = i + 1;
	return start < items->count ? start : 0;
}
