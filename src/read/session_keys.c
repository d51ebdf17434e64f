#include "config.h"

#include "read/session_keys.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "read/keys.h"
#include "read/value.h"

#include <string.h>

/* A session while its keys are read; dates and times are settled when all are known. */
struct taker {
	struct builder *builder;
	struct session *session;
	const struct session_context *context;
	struct report *report;
	const struct node *map;
	struct value_when date, start, end;
	const struct node *start_node, *end_node; /* NULL where they are not said */
	int length;				  /* in minutes; 0 for none */
	size_t left;				  /* how many more names and links it takes */
	bool told;				  /* that there are more */
};

static const struct value_when no_when = {CIVIL_NONE, CIVIL_NONE, VALUE_NO_TIME, VALUE_NO_TIME,
					  CIVIL_NONE};

/* Texts */

static void take_title(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	keys_take_text(&taker->session->title, taker->builder, value);
}

static void take_subtitle(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	keys_take_text(&taker->session->subtitle, taker->builder, value);
}

static void take_language(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	keys_take_text(&taker->session->language, taker->builder, value);
}

static void take_id(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	keys_take_text(&taker->session->id, taker->builder, value);
}

static void take_cancelled(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	taker->session->cancelled = taker->session->cancelled || node_is_true(value);
}

static void take_markup(struct markup *markup, struct taker *taker, const struct node *value)
{
	struct buffer joined = {0};

	if (markup->text)
		return;
	node_join(&joined, value, "\n\n");
	markup->text = builder_lines(taker->builder, buffer_text(&joined), joined.length);
	markup->kind = MARKUP_MARKDOWN;
	markup->line = value->text_line;
	buffer_free(&joined);
}

static void take_abstract(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	take_markup(&taker->session->abstract, taker, value);
}

static void take_description(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	take_markup(&taker->session->description, taker, value);
}

/* Whether the session takes another name or link. */
static bool takes_more(struct taker *taker, const struct node *value)
{
	if (taker->left) {
		taker->left--;
		return true;
	}
	if (!taker->told)
		report_warning(taker->report, value->place,
			       _("only the first %d people or links of the session are shown"),
			       BUILDER_MOST_VALUES);
	taker->told = true;
	return false;
}

/* Links */

static bool take_url(struct buffer *url, struct taker *taker, const struct node *value)
{
	const char *text = value->text ? value->text : "";

	if (value_url(url, text))
		return true;
	report_warning(taker->report, value->place,
		       _("\"%s\" is no address; write it whole, with https://"), text);
	return false;
}

static void take_own_url(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct buffer url = {0};

	if (!taker->session->url && take_url(&url, taker, value))
		taker->session->url = builder_url(taker->builder, buffer_text(&url));
	buffer_free(&url);
}

static const struct node *first_of(const struct node *map, const char *const *names)
{
	const struct node *found = NULL;

	for (; *names && !found; names++)
		found = node_find(map, *names);
	return found;
}

static void take_link(struct taker *taker, const struct node *value)
{
	static const char *const url_names[] = {"url", "lien", "link", NULL};
	static const char *const label_names[] = {"label", "intitule", "texte",
						  "title", "titre",    NULL};
	const struct node *address = value->kind == NODE_MAP ? first_of(value, url_names) : value;
	const struct node *label = first_of(value, label_names);
	struct buffer url = {0};

	if (takes_more(taker, value) && take_url(&url, taker, address ? address : value))
		builder_session_link(taker->builder, buffer_text(&url), label ? label->text : NULL);
	buffer_free(&url);
}

static void take_links(void *reader, const struct node *value)
{
	if (value->kind != NODE_LIST) {
		take_link(reader, value);
		return;
	}
	for (const struct node *link = value->first; link; link = link->next)
		take_link(reader, link);
}

/* Names */

typedef void take_name(struct builder *builder, const char *name);

static void take_theme(struct builder *builder, const char *name)
{
	builder_session_theme(builder, builder_theme(builder, name, NULL, NULL, 0));
}

static void take_format(struct builder *builder, const char *name)
{
	builder_session_format(builder, builder_format(builder, name, NULL, 0));
}

static void take_room(struct builder *builder, const char *name)
{
	builder_session_room(builder, builder_room(builder, name));
}

static void take_speaker(struct builder *builder, const char *name)
{
	builder_session_speaker(builder, builder_speaker(builder, name));
}

/* A text may hold several names, parted by semicolons or in lines of their own. */
static void take_parts(struct taker *taker, const struct node *value, take_name *take)
{
	const char *text = value->text;
	struct buffer name = {0};

	for (size_t length; *text && takes_more(taker, value);
	     text += length + (text[length] != '\0')) {
		length = strcspn(text, ";\n");
		buffer_clear(&name);
		buffer_append(&name, text, length);
		take(taker->builder, buffer_text(&name));
	}
	buffer_free(&name);
}

static void take_names(struct taker *taker, const struct node *value, take_name *take)
{
	static const char *const names[] = {"name", "nom", "title", "titre", NULL};
	const struct node *name = value->kind == NODE_MAP ? first_of(value, names) : value;
	const struct node *child = value->kind == NODE_LIST ? value->first : NULL;

	if (name && name->text)
		take_parts(taker, name, take);
	for (; child && !taker->told; child = child->next) {
		name = child->kind == NODE_MAP ? first_of(child, names) : child;
		if (name && name->text)
			take_parts(taker, name, take);
		else
			report_warning(taker->report, child->place, _("a name is expected here"));
	}
}

static void take_themes(void *reader, const struct node *value)
{
	take_names(reader, value, take_theme);
}

static void take_formats(void *reader, const struct node *value)
{
	take_names(reader, value, take_format);
}

static void take_rooms(void *reader, const struct node *value)
{
	take_names(reader, value, take_room);
}

static void take_speakers(void *reader, const struct node *value)
{
	take_names(reader, value, take_speaker);
}

/* Dates and times */

static bool take_when(struct value_when *when, struct taker *taker, const struct node *value)
{
	if (value->text && value_when(when, value->text, &taker->context->almanac))
		return true;
	*when = no_when;
	report_warning(taker->report, value->place,
		       _("\"%s\" is no date and no time; write 2023-10-19, 09:00, or both"),
		       value->text ? value->text : "");
	return false;
}

static void take_date(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	if (taker->date.day == CIVIL_NONE)
		take_when(&taker->date, taker, value);
}

static void take_start(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	if (!taker->start_node && take_when(&taker->start, taker, value))
		taker->start_node = value;
}

static void take_end(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	if (!taker->end_node && take_when(&taker->end, taker, value))
		taker->end_node = value;
}

static void take_length(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	int minutes;

	if (taker->length)
		return;
	if (value->text && value_length(&minutes, value->text))
		taker->length = minutes;
	else
		report_warning(taker->report, value->place,
			       _("\"%s\" is no length; write minutes (90) or 1:30"),
			       value->text ? value->text : "");
}

/* clang-format off */
static const struct key keys[] = {
	{"title", take_title}, {"titre", take_title}, {"nom", take_title}, {"name", take_title},
	{"subtitle", take_subtitle}, {"sous_titre", take_subtitle},
	{"date", take_date}, {"jour", take_date}, {"day", take_date},
	{"start", take_start}, {"debut", take_start}, {"heure", take_start}, {"time", take_start},
	{"horaire", take_start}, {"start_time", take_start}, {"event_start_date", take_start},
	{"end", take_end}, {"fin", take_end}, {"end_time", take_end}, {"event_end_date", take_end},
	{"duration", take_length}, {"duree", take_length}, {"length", take_length},
	{"theme", take_themes}, {"themes", take_themes}, {"thematique", take_themes},
	{"track", take_themes}, {"tracks", take_themes},
	{"format", take_formats}, {"formats", take_formats}, {"type", take_formats},
	{"room", take_rooms}, {"rooms", take_rooms}, {"salle", take_rooms},
	{"salles", take_rooms}, {"lieu", take_rooms}, {"location", take_rooms},
	{"speakers", take_speakers}, {"speaker", take_speakers},
	{"intervenants", take_speakers}, {"intervenant", take_speakers},
	{"language", take_language}, {"langue", take_language}, {"lang", take_language},
	{"url", take_own_url}, {"link", take_own_url}, {"lien", take_own_url},
	{"links", take_links}, {"liens", take_links},
	{"abstract", take_abstract}, {"resume", take_abstract}, {"summary", take_abstract},
	{"chapeau", take_abstract}, {"chapeau_text", take_abstract},
	{"description", take_description}, {"contenu", take_description},
	{"cancelled", take_cancelled}, {"canceled", take_cancelled}, {"annule", take_cancelled},
	{"id", take_id}, {"guid", take_id}, {"code", take_id}, {"uid", take_id},
};
/* clang-format on */

enum { KEY_COUNT = sizeof keys / sizeof *keys };

/* Settling */

/* The first day that is known; an implausible one is told and is none. */
static civil_day settle_day(struct taker *taker)
{
	const struct almanac *almanac = &taker->context->almanac;
	civil_day anchor = almanac->first != CIVIL_NONE ? almanac->first : almanac->published;
	civil_day day = taker->date.day;

	if (day == CIVIL_NONE)
		day = taker->start.day;
	if (day == CIVIL_NONE)
		return almanac_only_day(almanac);
	if (value_is_plausible(day, anchor))
		return day;
	report_warning(taker->report, taker->map->place,
		       _("the session's date is years away from the event; it is passed over"));
	return CIVIL_NONE;
}

/*
 * A time beside the date counts where there is no start. Midnight beside a date means that none is
 * known, unless the conference day is told apart from it.
 */
static void settle_time(struct taker *taker)
{
	if (!taker->start_node)
		taker->start = taker->date;
	if (taker->start.from == 0 && taker->start.day != CIVIL_NONE &&
	    (!taker->start_node || taker->date.day == CIVIL_NONE))
		taker->start.from = VALUE_NO_TIME;
}

static void settle_start(struct taker *taker, civil_day day)
{
	struct session *session = taker->session;
	struct value_when *start = &taker->start;

	if (start->from == VALUE_NO_TIME)
		return;
	if (day == CIVIL_NONE) {
		report_warning(taker->report, taker->map->place,
			       _("the session has a time, but no date; add \"date: 2023-10-19\""));
		return;
	}
	if (start->day == CIVIL_NONE || !value_is_plausible(start->day, day))
		start->day = day;
	session->start = civil_moment_of(start->day, start->from);
	if (start->offset != CIVIL_NONE)
		session->offset = start->offset;
}

static civil_moment end_of(const struct taker *taker)
{
	enum { LONGEST_NIGHT = 12 * 60 };
	const struct session *session = taker->session;
	const struct value_when *start = &taker->start, *end = &taker->end;
	civil_moment moment;

	if (end->from != VALUE_NO_TIME && end->day != CIVIL_NONE)
		return civil_moment_of(end->day, end->from);
	if (end->from != VALUE_NO_TIME) {
		moment = civil_moment_of(start->day, end->from);
		if (moment < session->start &&
		    moment + MINUTES_PER_DAY <= session->start + LONGEST_NIGHT)
			moment += MINUTES_PER_DAY;
		return moment;
	}
	if (start->to != VALUE_NO_TIME)
		return civil_moment_of(start->day, start->to);
	return taker->length ? session->start + taker->length : CIVIL_NONE;
}

static void settle_end(struct taker *taker)
{
	enum { LONGEST = 30 * MINUTES_PER_DAY };
	struct session *session = taker->session;
	civil_moment end = session->start == CIVIL_NONE ? CIVIL_NONE : end_of(taker);

	if (end == CIVIL_NONE)
		return;
	if (end <= session->start || end > session->start + LONGEST) {
		report_warning(taker->report,
			       taker->end_node ? taker->end_node->place : taker->map->place,
			       _("the session ends before it starts, or weeks later; its end is "
				 "passed over"));
		return;
	}
	session->end = end;
	if (session->offset != CIVIL_NONE)
		session->end_offset = taker->end.offset;
	if (taker->length && end != session->start + taker->length)
		report_warning(taker->report, taker->map->place,
			       _("the session's end and its length disagree; the end counts"));
}

/* Without a time it may be for several days: "date: 19-21 octobre", or an end that is a day. */
static void settle_days(struct taker *taker, civil_day day)
{
	enum { LONGEST = 366 };
	const struct value_when *end = &taker->end;
	civil_day last = taker->date.day == CIVIL_NONE ? taker->start.last : taker->date.last;

	if (taker->session->start != CIVIL_NONE || day == CIVIL_NONE)
		return;
	if (end->day != CIVIL_NONE && end->from <= 0)
		last = end->day;
	if (last > day && last - day < LONGEST)
		taker->session->days = last - day + 1;
}

/* How the session was understood, and whether it can be right. */
static void tell(const struct taker *taker)
{
	const struct session *session = taker->session;
	const struct almanac *almanac = &taker->context->almanac;
	struct civil_date date;

	report_note(taker->report, taker->map->place, _("session found by the rule “%s”"),
		    _(session->rule));
	if (session->day == CIVIL_NONE || almanac_holds(almanac, session->day) ||
	    (almanac->last == CIVIL_NONE && session->day > almanac->first))
		return;
	date = civil_date_of(session->day);
	report_warning(taker->report, taker->map->place,
		       _("the session is on %04d-%02d-%02d, outside the event's days; correct its "
			 "date or the event's"),
		       date.year, date.month, date.day);
}

static void settle(struct taker *taker)
{
	struct session *session = taker->session;
	civil_day day = settle_day(taker);

	settle_time(taker);
	settle_start(taker, day);
	settle_end(taker);
	settle_days(taker, day);
	session->day = day;
	if (!session->title)
		report_warning(taker->report, taker->map->place,
			       _("the session has no title; add \"title: …\""));
	tell(taker);
}

struct session *session_keys_read(struct builder *builder, const struct node *map,
				  const struct session_context *context, struct report *report)
{
	struct taker taker = {.builder = builder,
			      .context = context,
			      .report = report,
			      .map = map,
			      .date = no_when,
			      .start = no_when,
			      .end = no_when,
			      .left = BUILDER_MOST_VALUES};

	if (!keys_hold(keys, KEY_COUNT, map)) {
		report_warning(
		    report, map->place,
		    _("this is no session; it needs keys such as title, date, start and end"));
		return NULL;
	}
	taker.session = builder_session(builder);
	taker.session->offset = context->offset;
	taker.session->line = map->place.line;
	taker.session->rule = context->rule;
	keys_read(keys, KEY_COUNT, &taker, map, report);
	settle(&taker);
	return taker.session;
}

size_t session_keys_read_list(struct builder *builder, const struct node *sessions,
			      const struct session_context *context, struct report *report)
{
	size_t count = 0;

	if (sessions->kind != NODE_LIST)
		return session_keys_read(builder, sessions, context, report) != NULL;
	for (const struct node *map = sessions->first; map; map = map->next)
		count += session_keys_read(builder, map, context, report) != NULL;
	return count;
}
