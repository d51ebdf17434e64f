#include "config.h"

#include "kiosk/page.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "document/composer.h"
#include "kiosk/code.h"
#include "kiosk/item.h"
#include "kiosk/kiosk_private.h"
#include "kiosk/programme.h"
#include "present/facts.h"
#include "present/pages.h"
#include "present/stage.h"
#include "present/title.h"
#include "present/when.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct document *page_sentence(const char *text)
{
	struct composer *composer = composer_new();

	composer_leaf(composer, BLOCK_PARAGRAPH, 0, text, 0);
	return composer_finish(composer);
}

static void add_deed(const struct kiosk *kiosk, struct list *items, enum deed deed)
{
	if (item_deed_applies(kiosk, deed))
		list_add(items, ITEM_DEED, deed);
}

static void add_deeds(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	(void)place;
	for (enum deed deed = 0; deed < DEED_COUNT; deed++)
		add_deed(kiosk, items, deed);
}

/* Home */

static void home_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	(void)kiosk, (void)place;
	buffer_puts(out, _("Welcome! What are you looking for?"));
}

static void home_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	(void)place;
	for (uint32_t i = 0; i < item_menu_count(); i++)
		if (item_menu_applies(kiosk, i))
			list_add(items, ITEM_MENU, i);
}

/* Now */

static void now_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	(void)kiosk, (void)place;
	buffer_puts(out, _("Now and next"));
}

static void now_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	(void)place;
	programme_list_now(&kiosk->at_hand, ITEM_SESSION, items);
}

/* Days */

static void days_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	(void)kiosk, (void)place;
	buffer_puts(out, _("Which day?"));
}

static void days_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	(void)place;
	for (size_t i = 0; i < kiosk->agenda->day_count; i++)
		list_add(items, ITEM_DAY, (uint32_t)i);
}

static void say_day(const struct kiosk *kiosk, uint32_t day, struct buffer *out)
{
	when_day_long(out, kiosk->agenda->days[day].date);
	if (!out->length)
		buffer_puts(out, _("No date"));
}

static void day_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	say_day(kiosk, place->item, out);
	if (place->part == PART_ALL || place->part == PROGRAMME_UNTIMED)
		return;
	buffer_puts(out, " · ");
	when_clock(out, programme_hour(kiosk->agenda, place->item, place->part));
}

static void hours_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	programme_list_hours(kiosk->agenda, place->item, ITEM_HOUR, items);
}

/* A day of few sessions has no hours, so PART_ALL never hides those without a time. */
static void sessions_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	bool all = !programme_goes_by_hours(kiosk->agenda, place->item);

	programme_list_day(kiosk->agenda, place->item, place->part, all, ITEM_SESSION, items);
}

/* Themes */

static void themes_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	(void)kiosk, (void)place;
	buffer_puts(out, _("Themes"));
}

static void themes_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	(void)place;
	for (size_t i = 0; i < kiosk->agenda->theme_count; i++)
		list_add(items, ITEM_THEME, (uint32_t)i);
}

static void theme_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	buffer_puts(out, kiosk->agenda->themes[place->item].name);
}

static void theme_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	programme_list_theme(kiosk->agenda, place->item, ITEM_SESSION, items);
	add_deeds(kiosk, place, items);
}

static struct document *theme_text(const struct kiosk *kiosk, const struct spot *place)
{
	const char *description = kiosk->agenda->themes[place->item].description;

	if (description)
		return page_sentence(description);
	if (programme_count_theme(kiosk->agenda, place->item))
		return NULL;
	return page_sentence(stage_none_for_theme(kiosk->agenda, kiosk->now));
}

/* A session */

static void session_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	const char *title = kiosk->agenda->sessions[place->item].title;

	if (picks_has(&kiosk->picks, kiosk->agenda->sessions[place->item].whole))
		buffer_puts(out, "★ ");
	buffer_puts(out, title_or_none(title));
}

static struct document *session_text(const struct kiosk *kiosk, const struct spot *place)
{
	struct document *page = pages_session(kiosk->agenda, place->item, NULL, kiosk->now);
	struct composer *composer = composer_new();
	struct buffer changed = {0};

	revisions_say(&kiosk->revisions, kiosk->agenda, place->item, &changed);
	if (changed.length)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, buffer_text(&changed), SPAN_STRONG);
	composer_append_blocks(composer, page, 1, page->block_count); /* the title stands above */
	buffer_free(&changed);
	document_free(page);
	return composer_finish(composer);
}

/* Information */

static void information_title(const struct kiosk *kiosk, const struct spot *place,
			      struct buffer *out)
{
	(void)kiosk, (void)place;
	buffer_puts(out, _("Practical information"));
}

static struct document *information_text(const struct kiosk *kiosk, const struct spot *place)
{
	(void)place;
	return pages_event(kiosk->agenda);
}

struct document *page_practical_text(const struct kiosk *kiosk)
{
	struct document *practical = pages_event_practical(kiosk->agenda);

	if (practical->block_count)
		return practical;
	document_free(practical);
	return pages_event(kiosk->agenda);
}

static void access_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	(void)kiosk, (void)place;
	buffer_puts(out, _("How to get here"));
}

/* Whether an item of the information says how to come: "Venir", "Access and parking". */
static bool is_about_access(const struct info *info)
{
	static const char *const words[] = {"venir",	  "acces",	   "access",  "transport",
					    "transports", "rendre",	   "arriver", "directions",
					    "parking",	  "stationnement", "travel",  "trajet"};
	char *label = fold_text(info->label), *rest = label, *word;
	bool found = false;

	while (!found && (word = strsep(&rest, " -'/,:;.?!&()")))
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			found = found || !strcmp(word, words[i]);
	free(label);
	return found;
}

struct document *page_access_text(const struct kiosk *kiosk)
{
	const struct event *event = &kiosk->agenda->event;
	struct composer *composer = composer_new();
	struct buffer when = {0};

	if (event->place)
		composer_leaf(composer, BLOCK_HEADING, 1, event->place, 0);
	facts_begin(composer);
	facts_text(composer, _("Address"), event->address);
	for (size_t i = 0; i < event->info_count; i++)
		if (event->infos[i].text && is_about_access(&event->infos[i]))
			facts_text(composer, event->infos[i].label, event->infos[i].text);
	when_event(&when, event);
	facts_take(composer, _("When"), &when);
	facts_end(composer);
	return composer_finish(composer);
}

static struct document *access_text(const struct kiosk *kiosk, const struct spot *place)
{
	(void)place;
	return page_access_text(kiosk);
}

/* My choice */

static void picks_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	size_t count = kiosk->picks.count;

	(void)place;
	buffer_puts(out, _("My choice"));
	if (count)
		buffer_printf(out, " · %zu", count);
}

static void picks_fill(const struct kiosk *kiosk, const struct spot *place, struct list *items)
{
	(void)place;
	add_deed(kiosk, items, DEED_WALK);
	for (size_t i = 0; i < kiosk->agenda->session_count; i++)
		if (picks_has(&kiosk->picks, (uint32_t)i))
			list_add(items, ITEM_SESSION, (uint32_t)i);
	if (!kiosk->picks.count)
		add_deed(kiosk, items, DEED_BACK);
}

static struct document *picks_text(const struct kiosk *kiosk, const struct spot *place)
{
	(void)place;
	if (kiosk->picks.count)
		return NULL;
	return page_sentence(
	    _("You have not chosen any session yet. Open one, and add it to your "
	      "choice: it will stand here, to be taken with you on your phone. When "
	      "you leave, this screen forgets it."));
}

/* Codes */

static void code_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	const char *title = kiosk->agenda->sessions[code_session(kiosk, place)].title;

	if (place->page == PAGE_WALK)
		buffer_printf(out, "%" PRIu32 "/%zu  ", place->item + 1, kiosk->picks.count);
	buffer_puts(out, title_or_none(title));
}

static void link_title(const struct kiosk *kiosk, const struct spot *place, struct buffer *out)
{
	code_say_link(kiosk, place->item, out);
}

static const struct page pages[PAGE_COUNT] = {
    [PAGE_HOME] = {home_title, home_fill, NULL, NULL},
    [PAGE_NOW] = {now_title, now_fill, NULL, NULL},
    [PAGE_DAYS] = {days_title, days_fill, NULL, NULL},
    [PAGE_HOURS] = {day_title, hours_fill, NULL, NULL},
    [PAGE_SESSIONS] = {day_title, sessions_fill, NULL, NULL},
    [PAGE_THEMES] = {themes_title, themes_fill, NULL, NULL},
    [PAGE_THEME] = {theme_title, theme_fill, theme_text, NULL},
    [PAGE_SESSION] = {session_title, add_deeds, session_text, NULL},
    [PAGE_INFORMATION] = {information_title, add_deeds, information_text, NULL},
    [PAGE_ACCESS] = {access_title, add_deeds, access_text, NULL},
    [PAGE_PICKS] = {picks_title, picks_fill, picks_text, NULL},
    [PAGE_CODE] = {code_title, add_deeds, NULL, code_draw_session},
    [PAGE_WALK] = {code_title, add_deeds, NULL, code_draw_session},
    [PAGE_LINK] = {link_title, add_deeds, NULL, code_draw_link},
};

const struct page *page_at(enum page_id page)
{
	return &pages[page];
}

/* Carrying over */

static bool carry_day(struct spot *place, const struct agenda *from, const struct agenda *to)
{
	for (size_t i = 0; i < to->day_count; i++) {
		if (to->days[i].date != from->days[place->item].date)
			continue;
		place->item = (uint32_t)i;
		return true;
	}
	return false;
}

static bool carry_theme(struct spot *place, const struct agenda *from, const struct agenda *to)
{
	for (size_t i = 0; i < to->theme_count; i++) {
		if (strcmp(to->themes[i].name, from->themes[place->item].name) != 0)
			continue;
		place->item = (uint32_t)i;
		return true;
	}
	return false;
}

static bool carry_session(struct spot *place, const struct agenda *from, const struct agenda *to)
{
	int session = agenda_find_session(to, from->sessions[place->item].id);

	if (session >= 0)
		place->item = (uint32_t)session;
	return session >= 0;
}

static bool carry_link(struct spot *place, const struct agenda *from, const struct agenda *to)
{
	(void)from;
	return place->item < code_links(to);
}

bool page_carry(struct spot *place, const struct agenda *from, const struct agenda *to)
{
	static bool (*const carriers[PAGE_COUNT])(struct spot *, const struct agenda *,
						  const struct agenda *) = {
	    [PAGE_HOURS] = carry_day,	    [PAGE_SESSIONS] = carry_day, [PAGE_THEME] = carry_theme,
	    [PAGE_SESSION] = carry_session, [PAGE_CODE] = carry_session, [PAGE_LINK] = carry_link,
	};

	return !carriers[place->page] || carriers[place->page](place, from, to);
}
