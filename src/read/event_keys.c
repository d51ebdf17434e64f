#include "config.h"

#include "read/event_keys.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/zoneinfo.h"
#include "document/address.h"
#include "model/language.h"
#include "read/info.h"
#include "read/keys.h"
#include "read/value.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct taker {
	struct builder *builder;
	struct event *event;
	const struct document *body;
	struct report *report;
	struct event_keys *left;
};

/* Texts */

static void take_title(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	keys_take_text(&taker->event->title, taker->builder, value);
}

static void take_acronym(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	keys_take_text(&taker->event->acronym, taker->builder, value);
}

static void take_language(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct buffer language = {0};
	const char *written = value->text ? value->text : "";

	if (!taker->event->language && language_next(&written, &language))
		taker->event->language = builder_text(taker->builder, buffer_text(&language));
	buffer_free(&language);
}

static void take_place(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	keys_take_text(&taker->event->place, taker->builder, value);
}

/* Its lines become one, parted by commas. */
static void take_address(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct buffer lines = {0}, line = {0};

	node_join(&lines, value, "\n");
	for (char *rest = lines.data, *next; (next = strtok_r(rest, "\r\n", &rest));) {
		const char *text = next;
		size_t length = utf8_trim(&text, strlen(text));

		while (length && (text[length - 1] == ',' || text[length - 1] == ' '))
			length--;
		buffer_puts(&line, line.length && length ? ", " : "");
		buffer_append(&line, text, length);
	}
	if (!taker->event->address)
		taker->event->address = builder_text(taker->builder, buffer_text(&line));
	buffer_free(&lines);
	buffer_free(&line);
}

static void take_url(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct buffer url = {0};

	if (taker->event->url)
		return;
	if (value->text && value_url(&url, value->text))
		taker->event->url = builder_url(taker->builder, buffer_text(&url));
	else
		report_warning(taker->report, value->place,
			       _("\"%s\" is no address; write it whole, with https://"),
			       value->text ? value->text : "");
	buffer_free(&url);
}

static void take_announcement(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct buffer text = {0};

	node_join(&text, value, " ");
	if (!taker->event->announcement)
		taker->event->announcement = builder_text(taker->builder, buffer_text(&text));
	buffer_free(&text);
}

static void take_introduction(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct markup *introduction = &taker->event->introduction;
	struct buffer text = {0};

	node_join(&text, value, "\n\n");
	if (!introduction->text) {
		introduction->text = builder_lines(taker->builder, buffer_text(&text), text.length);
		introduction->kind = MARKUP_MARKDOWN;
		introduction->line = value->text_line;
	}
	buffer_free(&text);
}

static void take_names(struct builder *builder, const struct node *value,
		       void (*add)(struct builder *, const char *))
{
	add(builder, value->text);
	for (const struct node *child = value->first; child; child = child->next)
		add(builder, child->text);
}

static void take_categories(void *reader, const struct node *value)
{
	take_names(((struct taker *)reader)->builder, value, builder_add_category);
}

static void take_tags(void *reader, const struct node *value)
{
	take_names(((struct taker *)reader)->builder, value, builder_add_tag);
}

static void take_published(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	if (!node_is_true(value))
		report_note(taker->report, value->place,
			    _("the page says that it is not published yet"));
}

static void take_themes(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	if (!taker->left->themes)
		taker->left->themes = value;
}

static void take_sessions(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	if (!taker->left->sessions)
		taker->left->sessions = value;
}

static void take_rooms(void *reader, const struct node *value)
{
	struct taker *taker = reader;

	if (!taker->left->rooms)
		taker->left->rooms = value;
}

/* Dates */

static void refuse_date(const struct taker *taker, const struct node *value)
{
	report_warning(taker->report, value->place,
		       _("\"%s\" is no date; write 2023-10-18 09:00:00 +02:00, or the day alone"),
		       value->text ? value->text : "");
}

static bool take_when(struct value_when *when, const struct taker *taker, const struct node *value)
{
	struct almanac almanac = {CIVIL_NONE, CIVIL_NONE, taker->event->published, 0};

	if (!value->text || !value_when(when, value->text, &almanac) || when->day == CIVIL_NONE) {
		refuse_date(taker, value);
		return false;
	}
	if (value_is_plausible(when->day, taker->event->published))
		return true;
	report_warning(taker->report, value->place,
		       _("\"%s\" is no plausible date; it is taken as unknown"), value->text);
	return false;
}

static void take_publication(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct value_when when;

	if (taker->event->published == CIVIL_NONE && take_when(&when, taker, value))
		taker->event->published = when.day;
}

static void set_moment(civil_moment *moment, bool *has_time, civil_day day, int minutes)
{
	*has_time = minutes > 0;
	*moment = civil_moment_of(day, *has_time ? minutes : 0);
}

static void take_start(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct event *event = taker->event;
	struct value_when when;

	if (event->start != CIVIL_NONE || !take_when(&when, taker, value))
		return;
	set_moment(&event->start, &event->start_has_time, when.day, when.from);
	event->offset = when.offset;
	if (when.last > when.day || when.to > when.from)
		set_moment(&event->end, &event->end_has_time, when.last, when.to);
}

static void take_end(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct event *event = taker->event;
	civil_moment end;
	bool has_time, before;
	struct value_when when;

	if (!take_when(&when, taker, value))
		return;
	set_moment(&end, &has_time, when.last, when.from);
	before = event->start != CIVIL_NONE &&
		 (has_time ? end < event->start : when.last < civil_day_of_moment(event->start));
	if (before) {
		report_warning(taker->report, value->place,
			       _("the event ends before it starts; the end is passed over"));
		return;
	}
	event->end = end;
	event->end_has_time = has_time;
	if (event->offset == CIVIL_NONE)
		event->offset = when.offset;
}

/* The offset of a zone that the source names is worked out where the dates have none. */
static void take_zone(void *reader, const struct node *value)
{
	struct taker *taker = reader;
	struct event *event = taker->event;
	struct zoneinfo zone;

	if (event->zone)
		return;
	if (!value->text || !zoneinfo_find(&zone, value->text)) {
		report_warning(taker->report, value->place,
			       _("the time zone \"%s\" is not known; write it as Europe/Paris"),
			       value->text ? value->text : "");
		return;
	}
	event->zone = builder_text(taker->builder, zone.name);
	if (event->offset == CIVIL_NONE && event->start != CIVIL_NONE)
		event->offset = zoneinfo_offset_of(&zone, event->start);
}

/* Images */

/* Appends an address with its %XX escapes decoded, for comparison alone. */
static void decode(struct buffer *out, const char *url)
{
	for (; *url; url++) {
		char digits[3] = {0};

		if (*url == '%' && isxdigit((unsigned char)url[1]) &&
		    isxdigit((unsigned char)url[2])) {
			memcpy(digits, url + 1, 2);
			buffer_putc(out, (char)strtol(digits, NULL, 16));
			url += 2;
		} else {
			buffer_putc(out, *url);
		}
	}
}

/* The way the body writes an address, where it holds it. */
static const char *as_in_body(const struct document *body, const char *url)
{
	struct buffer wanted = {0}, seen = {0};
	const char *found = url;

	decode(&wanted, url);
	for (size_t i = 0; i < body->link_count; i++) {
		buffer_clear(&seen);
		decode(&seen, body->links[i]);
		if (seen.length == wanted.length &&
		    !memcmp(buffer_text(&seen), buffer_text(&wanted), wanted.length)) {
			found = body->links[i];
			break;
		}
	}
	buffer_free(&wanted);
	buffer_free(&seen);
	return found;
}

struct image_taker {
	const char *url, *alt;
};

static void take_image_url(void *reader, const struct node *value)
{
	struct image_taker *image = reader;

	if (!image->url)
		image->url = value->text;
}

static void take_image_alt(void *reader, const struct node *value)
{
	struct image_taker *image = reader;

	if (!image->alt)
		image->alt = value->text;
}

static const struct key image_keys[] = {
    {"image", take_image_url}, {"url", take_image_url},
    {"src", take_image_url},   {"alternative_textuelle", take_image_alt},
    {"alt", take_image_alt},   {"alternative_text", take_image_alt},
};

static void take_image(struct taker *taker, const struct node *value)
{
	struct image_taker image = {.url = value->text};
	struct buffer url = {0};

	if (value->kind == NODE_MAP)
		keys_read(image_keys, sizeof image_keys / sizeof *image_keys, &image, value,
			  taker->report);
	if (image.url)
		address_clean(&url, image.url);
	if (url.length)
		builder_add_image(taker->builder, as_in_body(taker->body, url.data), image.alt);
	else
		report_warning(taker->report, value->place, _("this image has no address"));
	buffer_free(&url);
}

static void take_images(void *reader, const struct node *value)
{
	if (value->kind != NODE_LIST) {
		take_image(reader, value);
		return;
	}
	for (const struct node *image = value->first; image; image = image->next)
		take_image(reader, image);
}

/* Practical information */

struct info_taker {
	struct buffer label, text;
	const char *url;
};

static void take_info_label(void *reader, const struct node *value)
{
	struct info_taker *info = reader;

	if (!info->label.length)
		node_join(&info->label, value, ", ");
}

static void take_info_text(void *reader, const struct node *value)
{
	struct info_taker *info = reader;

	if (!info->text.length)
		node_join(&info->text, value, "\n");
}

static void take_info_url(void *reader, const struct node *value)
{
	struct info_taker *info = reader;

	if (!info->url)
		info->url = value->text;
}

static const struct key info_keys[] = {
    {"intitule", take_info_label}, {"label", take_info_label},	{"titre", take_info_label},
    {"title", take_info_label},	   {"contenu", take_info_text}, {"text", take_info_text},
    {"texte", take_info_text},	   {"content", take_info_text}, {"lien", take_info_url},
    {"link", take_info_url},	   {"url", take_info_url},
};

enum { INFO_KEY_COUNT = sizeof info_keys / sizeof *info_keys };

static void add_info(struct taker *taker, const char *label, const struct node *value)
{
	struct buffer text = {0};

	node_join(&text, value, "\n");
	info_add(taker->builder, label, text.length ? text.data : NULL, NULL, value->place.line);
	buffer_free(&text);
}

static void take_info(struct taker *taker, const struct node *value)
{
	struct info_taker info = {.url = NULL};

	keys_read(info_keys, INFO_KEY_COUNT, &info, value, taker->report);
	info_add(taker->builder, info.label.data, info.text.data, info.url, value->place.line);
	buffer_free(&info.label);
	buffer_free(&info.text);
}

/* An item as it should be, a text alone, or a map from labels to texts. */
static void take_infos_of(struct taker *taker, const struct node *value)
{
	if (keys_hold(info_keys, INFO_KEY_COUNT, value))
		take_info(taker, value);
	else if (value->kind == NODE_MAP)
		for (const struct node *info = value->first; info; info = info->next)
			add_info(taker, info->key, info);
	else
		add_info(taker, NULL, value);
}

static void take_infos(void *reader, const struct node *value)
{
	if (value->kind != NODE_LIST) {
		take_infos_of(reader, value);
		return;
	}
	for (const struct node *info = value->first; info; info = info->next)
		take_infos_of(reader, info);
}

static void take_way(struct taker *taker, const struct node *value)
{
	const struct node *type = node_find(value, "type"), *lines = node_find(value, "lignes");

	if (!lines)
		lines = node_find(value, "lines");
	if (type && lines)
		add_info(taker, type->text, lines);
	else
		add_info(taker, _("How to get there"), value);
}

static void take_access(void *reader, const struct node *value)
{
	if (value->kind != NODE_LIST) {
		take_way(reader, value);
		return;
	}
	for (const struct node *way = value->first; way; way = way->next)
		take_way(reader, way);
}

/* The table. The page's own date comes first: the others are judged by it. */

/* clang-format off */
static const struct key keys[] = {
	{"date", take_publication}, {"date_publication", take_publication},
	{"title", take_title}, {"titre", take_title},
	{"acronym", take_acronym}, {"sigle", take_acronym},
	{"event_start_date", take_start}, {"event_date", take_start}, {"start", take_start},
	{"debut", take_start},
	{"event_end_date", take_end}, {"end", take_end}, {"fin", take_end},
	{"timezone", take_zone}, {"time_zone", take_zone}, {"fuseau_horaire", take_zone},
	{"language", take_language}, {"langue", take_language}, {"lang", take_language},
	{"lieu", take_place}, {"place", take_place}, {"venue", take_place},
	{"adresse", take_address}, {"address", take_address},
	{"url", take_url}, {"lien", take_url}, {"link", take_url}, {"site", take_url},
	{"chapeau_text", take_introduction}, {"chapeau", take_introduction},
	{"introduction", take_introduction}, {"description", take_introduction},
	{"summary", take_introduction},
	{"annonce", take_announcement}, {"announcement", take_announcement},
	{"une_ou_diaporama", take_images}, {"images", take_images}, {"image", take_images},
	{"champs_informations", take_infos}, {"infos", take_infos}, {"informations", take_infos},
	{"acces", take_access}, {"access", take_access},
	{"categories", take_categories}, {"category", take_categories},
	{"categorie", take_categories},
	{"tags", take_tags}, {"tag", take_tags}, {"mots_cles", take_tags},
	{"keywords", take_tags},
	{"published", take_published},
	{"themes", take_themes}, {"thematiques", take_themes},
	{"sessions", take_sessions}, {"programme", take_sessions},
	{"rooms", take_rooms}, {"salles", take_rooms},
};
/* clang-format on */

void event_keys_read(struct event_keys *left, struct builder *builder, const struct node *map,
		     const struct document *body, struct report *report)
{
	struct taker taker = {builder, builder_event(builder), body, report, left};

	*left = (struct event_keys){0};
	keys_read(keys, sizeof keys / sizeof *keys, &taker, map, report);
}

bool event_keys_have_dates(const struct node *map)
{
	static const struct key dates[] = {{"event_start_date", NULL}, {"event_date", NULL}};

	return keys_hold(dates, sizeof dates / sizeof *dates, map);
}
