#include "config.h"

#include "read/page.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "document/document.h"
#include "programme/programme.h"
#include "programme/topics.h"
#include "read/body.h"
#include "read/event_keys.h"
#include "read/theme_keys.h"

#include <stdlib.h>
#include <string.h>

/* A page while it is read. */
struct page {
	const struct source *source;
	const struct front_matter *front;
	const struct document *body;
	struct builder *builder;
	struct event *event;
	struct report *report;
	struct event_keys keys;
	struct session_context context;
};

/* The title */

/* Whether a file of this name is called after its folder. */
static bool is_nameless(const char *stem)
{
	static const char *const names[] = {"index", "_index", "event", "README", "readme"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(stem, names[i]))
			return true;
	return false;
}

/* The last part of the path's first `length` bytes, without a suffix. Returns where it begins. */
static size_t last_part(struct buffer *out, const char *path, size_t length)
{
	size_t start, end;

	while (length && path[length - 1] == '/')
		length--;
	for (start = length; start && path[start - 1] != '/';)
		start--;
	for (end = length; end > start && path[end - 1] != '.';)
		end--;
	buffer_clear(out);
	buffer_append(out, path + start, (end > start + 1 ? end - 1 : length) - start);
	return start;
}

static void append_name(struct buffer *out, const char *path)
{
	size_t start = last_part(out, path, strlen(path));

	if (is_nameless(buffer_text(out)) && start > 1)
		last_part(out, path, start);
}

static const char *title_from_name(struct page *page)
{
	struct buffer name = {0};
	const char *title;

	append_name(&name, page->source->name ? page->source->name : "agenda");
	title = builder_text(page->builder, buffer_text(&name));
	buffer_free(&name);
	return title;
}

static const char *title_from_heading(struct page *page)
{
	const char *title = NULL;

	for (size_t i = 0; !title && i < page->body->block_count; i++) {
		char *text;

		if (page->body->blocks[i].kind != BLOCK_HEADING)
			continue;
		text = document_block_text(&page->body->blocks[i]);
		title = builder_text(page->builder, text);
		free(text);
	}
	return title;
}

static void settle_title(struct page *page)
{
	struct place place = {.file = source_label(page->source), .line = 1};
	bool wanted = page->front->present;

	if (page->event->title)
		return;
	page->event->title = title_from_heading(page);
	wanted = wanted || !page->event->title;
	if (!page->event->title)
		page->event->title = title_from_name(page);
	if (wanted)
		report_warning(page->report, place,
			       _("the event has no title; add \"title: …\" to the front matter"));
}

/* The programme */

static civil_day day_of(civil_moment moment)
{
	return moment == CIVIL_NONE ? CIVIL_NONE : civil_day_of_moment(moment);
}

static void settle_context(struct page *page)
{
	const struct event *event = page->event;

	page->context = (struct session_context){
	    .almanac = almanac_of(day_of(event->start), day_of(event->end), event->published,
				  event->title),
	    .offset = event->offset,
	    .rule = N_("a key of the front matter"),
	};
}

/* What the front matter says outright; returns how many sessions it has. */
static size_t read_outright(struct page *page)
{
	size_t count;

	if (page->keys.themes)
		theme_keys_read(page->builder, page->keys.themes, page->report);
	if (!page->keys.sessions)
		return 0;
	count = session_keys_read_list(page->builder, page->keys.sessions, &page->context,
				       page->report);
	report_note(page->report, page->keys.sessions->key_place,
		    _("the sessions are said here; the text below is not searched for them"));
	return count;
}

static void add_room(struct rooms *rooms, const struct node *value, struct report *report)
{
	const struct node *name = value->kind == NODE_MAP ? node_find(value, "name") : value;

	if (!name)
		name = node_find(value, "nom");
	if (!name || !name->text || !rooms_add(rooms, name->text))
		report_warning(report, value->place,
			       _("this room has no name; write \"name: …\", or the name alone"));
}

static void add_rooms(struct rooms *rooms, const struct node *list, struct report *report)
{
	size_t count = 0;

	for (const struct node *room = list->first; room; room = room->next) {
		if (count++ == ROOMS_MOST) {
			report_warning(report, room->place,
				       _("only the first %d rooms are known by their names"),
				       ROOMS_MOST);
			return;
		}
		add_room(rooms, room, report);
	}
}

/* What the front matter says that rooms are called; NULL where it does not. */
static struct rooms *name_rooms(const struct node *value, struct report *report)
{
	struct rooms *rooms = value ? rooms_new() : NULL;

	if (value && value->kind == NODE_LIST)
		add_rooms(rooms, value, report);
	else if (value)
		add_room(rooms, value, report);
	return rooms;
}

static void search_body(struct page *page, bool for_sessions)
{
	struct rooms *rooms = name_rooms(page->keys.rooms, page->report);
	struct programme_context context = {.file = source_label(page->source),
					    .offset = page->event->offset,
					    .has_themes = page->keys.themes != NULL};
	struct place place = {.file = context.file};
	struct outline outline;

	outline_make(&outline, page->body, page->context.almanac, rooms, page->report);
	topics_find(&outline, page->builder, &context, page->report);
	if (for_sessions && !programme_find(&outline, page->builder, &context, page->report))
		report_warning(page->report, place,
			       _("no programme was found: a date, and below it items that "
				 "begin with a time"));
	outline_free(&outline);
	rooms_free(rooms);
}

static void read_parts(struct page *page, bool for_sessions)
{
	size_t said;

	page->event->body = body_markup(page->builder, page->front);
	event_keys_read(&page->keys, page->builder, page->front->map, page->body, page->report);
	settle_title(page);
	settle_context(page);
	said = read_outright(page);
	search_body(page, for_sessions && !said);
}

static bool read_page(struct page *page, bool for_sessions)
{
	const struct front_matter *front = page->front;
	struct place place = {.file = source_label(page->source), .line = front->body_line};
	struct document *body =
	    document_from_markdown(front->body, front->body_length, place, page->report);

	if (!body)
		return false;
	page->event = builder_event(page->builder);
	page->body = body;
	read_parts(page, for_sessions);
	document_free(body);
	return true;
}

bool page_read(const struct source *source, struct builder *builder, struct report *report)
{
	struct arena *arena = arena_new();
	struct front_matter front;
	struct page page = {
	    .source = source, .front = &front, .builder = builder, .report = report};
	bool read = front_matter_read(&front, arena, source, report) && read_page(&page, true);

	arena_free(arena);
	return read;
}

bool page_read_parted(const struct source *source, const struct front_matter *front,
		      struct session_context *context, struct builder *builder,
		      struct report *report)
{
	struct page page = {.source = source, .front = front, .builder = builder, .report = report};
	bool read = read_page(&page, false);

	*context = page.context;
	return read;
}
