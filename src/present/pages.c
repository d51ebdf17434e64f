#include "config.h"

#include "present/pages.h"

#include "base/i18n.h"
#include "document/composer.h"
#include "present/facts.h"
#include "present/lead.h"
#include "present/session_facts.h"
#include "present/when.h"

#include <stdlib.h>
#include <string.h>

/* Markup */

typedef struct document *parse_function(const char *text, size_t length, struct place place,
					struct report *report);

static parse_function *const parsers[] = {
    [MARKUP_PLAIN] = document_from_plain,
    [MARKUP_MARKDOWN] = document_from_markdown,
    [MARKUP_HTML] = document_from_html,
};

struct document *pages_markup(const struct markup *markup)
{
	struct place place = {.line = markup->line};
	struct document *document = NULL;
	size_t length;

	if (!markup->text)
		return composer_finish(composer_new());
	length = strlen(markup->text);
	document = parsers[markup->kind](markup->text, length, place, NULL);
	if (!document)
		document = document_from_plain(markup->text, length, place, NULL);
	return document ? document : composer_finish(composer_new());
}

static void append_markup(struct composer *composer, const struct markup *markup)
{
	struct document *document = pages_markup(markup);

	composer_append(composer, document);
	document_free(document);
}

/* The event's facts */

static void add_names(struct composer *composer, const char *label, const char *const *names,
		      size_t count)
{
	struct buffer list = {0};

	for (size_t i = 0; i < count; i++)
		buffer_printf(&list, "%s%s", i ? ", " : "", names[i]);
	facts_take(composer, label, &list);
}

static void add_when(struct composer *composer, const struct agenda *agenda)
{
	struct buffer when = {0};

	when_event(&when, &agenda->event);
	if (!when.length)
		when_programme(&when, agenda);
	facts_take(composer, _("When"), &when);
}

static bool same_text(const char *left, const char *right)
{
	return left == right || (left && right && !strcmp(left, right));
}

/* Items that follow each other under one label name it once. */
static void add_infos(struct composer *composer, const struct event *event)
{
	const char *label = NULL;

	for (size_t i = 0; i < event->info_count; i++) {
		const struct info *info = &event->infos[i];
		bool again = info->label && same_text(label, info->label);

		if (info->text || info->url)
			facts_link(composer, again ? "" : info->label, info->text, info->url);
		else
			facts_text(composer, "", info->label);
		label = info->label;
	}
}

static void add_published(struct composer *composer, const struct event *event)
{
	struct buffer day = {0};

	when_day_long(&day, event->published);
	facts_take(composer, _("Published"), &day);
}

static void add_zone(struct composer *composer, const struct event *event)
{
	struct buffer zone = {0};

	buffer_puts(&zone, event->zone);
	if (event->offset != CIVIL_NONE) {
		buffer_puts(&zone, event->zone ? ", " : "");
		when_offset(&zone, event->offset);
	}
	facts_take(composer, _("Time zone"), &zone);
}

static void add_practical(struct composer *composer, const struct agenda *agenda)
{
	const struct event *event = &agenda->event;

	add_when(composer, agenda);
	facts_text(composer, _("Announcement"), event->announcement);
	facts_text(composer, _("Where"), event->place);
	facts_text(composer, _("Address"), event->address);
	add_infos(composer, event);
}

static void compose_event_facts(struct composer *composer, const struct agenda *agenda)
{
	const struct event *event = &agenda->event;

	facts_begin(composer);
	add_practical(composer, agenda);
	facts_link(composer, _("Page"), NULL, event->url);
	add_names(composer, _("Category"), event->categories, event->category_count);
	add_names(composer, _("Keywords"), event->tags, event->tag_count);
	add_published(composer, event);
	add_zone(composer, event);
	facts_end(composer);
}

/* The event's texts */

static void add_theme(struct composer *composer, const struct theme *theme)
{
	composer_open(composer, BLOCK_ITEM, 0, 0);
	composer_text(composer, theme->name, strlen(theme->name), 0, DOCUMENT_NO_LINK);
	if (theme->description) {
		composer_text(composer, " – ", strlen(" – "), 0, DOCUMENT_NO_LINK);
		composer_text(composer, theme->description, strlen(theme->description), 0,
			      DOCUMENT_NO_LINK);
	}
	composer_close(composer);
}

static void add_format(struct composer *composer, const struct format *format)
{
	struct buffer lengths = {0}, text = {0};

	when_lengths(&lengths, format->usual, format->usual_count);
	if (lengths.length)
		/* Translators: a format of sessions and how long one usually is. */
		buffer_printf(&text, C_("format", "%1$s: %2$s"), format->name,
			      buffer_text(&lengths));
	else
		buffer_puts(&text, format->name);
	composer_open(composer, BLOCK_ITEM, 0, 0);
	composer_text(composer, buffer_text(&text), text.length, 0, DOCUMENT_NO_LINK);
	composer_close(composer);
	buffer_free(&lengths);
	buffer_free(&text);
}

static void add_themes(struct composer *composer, const struct agenda *agenda)
{
	if (!agenda->theme_count)
		return;
	composer_leaf(composer, BLOCK_HEADING, 1, _("Themes"), 0);
	composer_open(composer, BLOCK_LIST, 0, 0);
	for (size_t i = 0; i < agenda->theme_count; i++)
		add_theme(composer, &agenda->themes[i]);
	composer_close(composer);
}

static bool any_usual_length(const struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->format_count; i++)
		if (agenda->formats[i].usual_count)
			return true;
	return false;
}

static void add_formats(struct composer *composer, const struct agenda *agenda)
{
	const char *heading =
	    any_usual_length(agenda) ? _("Formats and their usual lengths") : _("Formats");

	if (!agenda->format_count)
		return;
	composer_leaf(composer, BLOCK_HEADING, 1, heading, 0);
	composer_open(composer, BLOCK_LIST, 0, 0);
	for (size_t i = 0; i < agenda->format_count; i++)
		add_format(composer, &agenda->formats[i]);
	composer_close(composer);
}

static void compose_event_texts(struct composer *composer, const struct agenda *agenda)
{
	const struct event *event = &agenda->event;
	struct document *body = pages_markup(&event->body);
	struct lead *lead = lead_new(event, body);

	if (event->introduction.text)
		composer_leaf(composer, BLOCK_HEADING, 1, _("Introduction"), 0);
	append_markup(composer, &event->introduction);
	lead_compose(lead, composer);
	add_themes(composer, agenda);
	add_formats(composer, agenda);
	if (body->block_count)
		composer_leaf(composer, BLOCK_HEADING, 1, _("The page as written"), 0);
	lead_compose_body(lead, composer);
	lead_free(lead);
	document_free(body);
}

struct document *pages_event_practical(const struct agenda *agenda)
{
	struct composer *composer = composer_new();

	facts_begin(composer);
	add_practical(composer, agenda);
	facts_end(composer);
	return composer_finish(composer);
}

struct document *pages_event_facts(const struct agenda *agenda)
{
	struct composer *composer = composer_new();

	compose_event_facts(composer, agenda);
	return composer_finish(composer);
}

struct document *pages_event_texts(const struct agenda *agenda)
{
	struct composer *composer = composer_new();

	compose_event_texts(composer, agenda);
	return composer_finish(composer);
}

struct document *pages_event(const struct agenda *agenda)
{
	struct composer *composer = composer_new();

	compose_event_facts(composer, agenda);
	compose_event_texts(composer, agenda);
	return composer_finish(composer);
}

/* A session */

/* The description, unless it only says again what the abstract said. */
static void add_texts(struct composer *composer, const struct session *session)
{
	struct document *abstract = pages_markup(&session->abstract);
	struct document *description = pages_markup(&session->description);
	char *said = document_plain_text(abstract), *more = document_plain_text(description);

	composer_append(composer, abstract);
	if (strcmp(said, more) != 0)
		composer_append(composer, description);
	free(said);
	free(more);
	document_free(abstract);
	document_free(description);
}

struct document *pages_session_texts(const struct agenda *agenda, size_t index)
{
	struct composer *composer = composer_new();

	add_texts(composer, &agenda->sessions[index]);
	return composer_finish(composer);
}

static void add_links(struct composer *composer, const struct links *links)
{
	composer_open(composer, BLOCK_LIST, 0, 0);
	for (size_t i = 0; i < links->count; i++) {
		const struct link *link = &links->items[i];
		const char *shown = link->label ? link->label : link->url;

		composer_open(composer, BLOCK_ITEM, 0, 0);
		composer_text(composer, shown, strlen(shown), 0,
			      composer_link(composer, link->url));
		composer_close(composer);
	}
	composer_close(composer);
}

static void add_written(struct composer *composer, const struct agenda *agenda, size_t index)
{
	if (!session_facts_says_more(agenda, index))
		return;
	facts_begin(composer);
	facts_text(composer, _("As written"), agenda->sessions[index].written);
	facts_end(composer);
}

struct document *pages_session(const struct agenda *agenda, size_t index,
			       const struct bookmarks *bookmarks, civil_moment now)
{
	const struct session *session = &agenda->sessions[index];
	struct composer *composer = composer_new();

	if (session->title)
		composer_leaf(composer, BLOCK_HEADING, 1, session->title, 0);
	if (session->subtitle)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, session->subtitle, SPAN_EMPHASIS);
	session_facts_compose(composer, agenda, index, bookmarks, now);
	add_texts(composer, session);
	add_links(composer, &session->links);
	add_written(composer, agenda, index);
	return composer_finish(composer);
}
