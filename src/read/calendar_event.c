#include "config.h"

#include "read/calendar_event.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "calendar/extension.h"
#include "calendar/vevent.h"
#include "document/address.h"
#include "read/reference.h"
#include "read/rich.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool has_room(struct calendar_event *event, size_t count)
{
	event->too_many = event->too_many || count >= CALENDAR_EVENT_MOST;
	return count < CALENDAR_EVENT_MOST;
}

static int theme_of(struct builder *builder, const char *name)
{
	return builder_theme(builder, name, NULL, NULL, 0);
}

static int format_of(struct builder *builder, const char *name)
{
	return builder_format(builder, name, NULL, 0);
}

/* Sched writes "Q&amp;A" also where no markup can be. */
static int number_of_text(struct builder *builder, icalproperty *property,
			  int (*number_of)(struct builder *, const char *))
{
	char *text = reference_resolve(icalvalue_get_text(icalproperty_get_value(property)));
	int number = number_of(builder, text);

	free(text);
	return number;
}

static void read_values(struct calendar_event *event, calendar_numbers *list,
			struct builder *builder, icalcomponent *component, icalproperty_kind kind,
			int (*number_of)(struct builder *, const char *))
{
	icalproperty *p = icalcomponent_get_first_property(component, kind);

	list->count = 0;
	for (; p && has_room(event, list->count);
	     p = icalcomponent_get_next_property(component, kind))
		array_push(list, number_of_text(builder, p, number_of));
}

/* What this program wrote of a session, a property for each name. */
static void read_marked(struct calendar_event *event, calendar_numbers *list,
			struct builder *builder, icalcomponent *component, const char *name,
			int (*number_of)(struct builder *, const char *))
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_X_PROPERTY);

	list->count = 0;
	for (; p && has_room(event, list->count);
	     p = icalcomponent_get_next_property(component, ICAL_X_PROPERTY))
		if (!strcmp(icalproperty_get_x_name(p), name))
			array_push(list, number_of(builder, extension_text(p)));
}

/* People are in the CN of ATTENDEE; what is no individual is no speaker. */
static void read_attendees(struct calendar_event *event, struct builder *builder,
			   icalcomponent *component)
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_ATTENDEE_PROPERTY);

	event->people.count = 0;
	for (; p && has_room(event, event->people.count);
	     p = icalcomponent_get_next_property(component, ICAL_ATTENDEE_PROPERTY)) {
		icalparameter *name = icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER);
		icalparameter *type = icalproperty_get_first_parameter(p, ICAL_CUTYPE_PARAMETER);

		if (!name || (type && icalparameter_get_cutype(type) != ICAL_CUTYPE_INDIVIDUAL))
			continue;
		array_push(&event->people, builder_speaker(builder, icalparameter_get_cn(name)));
	}
}

static void read_people(struct calendar_event *event, struct builder *builder,
			icalcomponent *component)
{
	if (vevent_is_marked(component))
		read_marked(event, &event->people, builder, component, VEVENT_SPEAKER,
			    builder_speaker);
	else
		read_attendees(event, builder, component);
}

static void read_description(struct calendar_event *event, struct builder *builder,
			     icalcomponent *component)
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_DESCRIPTION_PROPERTY);
	const char *text = p ? icalproperty_get_description(p) : NULL;
	char *resolved = NULL;

	/* What Outlook writes beside a description, or instead of one. */
	if (!text || !*text)
		text = extension_find(component, "X-ALT-DESC");
	event->description = (struct markup){0};
	if (!text)
		return;
	event->description.kind =
	    rich_is_html(text) || rich_holds_html(text) ? MARKUP_HTML : MARKUP_PLAIN;
	if (event->description.kind == MARKUP_PLAIN && !vevent_is_marked(component))
		text = resolved = reference_resolve(text);
	event->description.text = builder_lines(builder, text, strlen(text));
	free(resolved);
}

static void read_links(struct calendar_event *event, struct builder *builder,
		       icalcomponent *component, icalproperty_kind kind)
{
	icalproperty *p = icalcomponent_get_first_property(component, kind);

	for (; p && has_room(event, event->links.count);
	     p = icalcomponent_get_next_property(component, kind)) {
		const char *url = icalproperty_get_value_as_string(p);

		/* What is attached may also be in the file itself. */
		if (url && !strncasecmp(url, "http", 4))
			array_push(&event->links, ((struct link){builder_url(builder, url), NULL}));
	}
}

/* An address and, behind a space, its label: as this program wrote them. */
static void read_marked_links(struct calendar_event *event, struct builder *builder,
			      icalcomponent *component)
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_X_PROPERTY);

	for (; p && has_room(event, event->links.count);
	     p = icalcomponent_get_next_property(component, ICAL_X_PROPERTY)) {
		const char *text = extension_text(p), *label;
		char *url;

		if (strcmp(icalproperty_get_x_name(p), VEVENT_LINK) != 0 || !text)
			continue;
		label = text + strcspn(text, " ");
		url = memory_strndup(text, (size_t)(label - text));
		array_push(&event->links, ((struct link){builder_url(builder, url),
							 builder_text(builder, label)}));
		free(url);
	}
}

/* Off the end of the description, for they are shown by themselves. */
static void cut_links(struct calendar_event *event, struct builder *builder)
{
	const struct links links = {event->links.items, event->links.count};
	const char *text = event->description.text;

	if (text)
		event->description.text = builder_lines(
		    builder, text, vevent_length_without_links(text, &links, event->url));
}

static void read_all_links(struct calendar_event *event, struct builder *builder,
			   icalcomponent *component)
{
	event->links.count = 0;
	if (vevent_is_marked(component)) {
		read_marked_links(event, builder, component);
		cut_links(event, builder);
	}
	read_links(event, builder, component, ICAL_ATTACH_PROPERTY);
	read_links(event, builder, component, ICAL_CONFERENCE_PROPERTY);
}

static void read_rooms(struct calendar_event *event, struct builder *builder,
		       icalcomponent *component)
{
	if (vevent_is_marked(component))
		read_marked(event, &event->rooms, builder, component, VEVENT_ROOM, builder_room);
	else
		read_values(event, &event->rooms, builder, component, ICAL_LOCATION_PROPERTY,
			    builder_room);
}

/* Only this program says which of its categories are formats. */
static void read_categories(struct calendar_event *event, struct builder *builder,
			    icalcomponent *component)
{
	event->themes.count = event->formats.count = 0;
	if (vevent_is_marked(component)) {
		read_marked(event, &event->themes, builder, component, VEVENT_THEME, theme_of);
		read_marked(event, &event->formats, builder, component, VEVENT_FORMAT, format_of);
	}
	if (!event->themes.count && !event->formats.count)
		read_values(event, &event->themes, builder, component, ICAL_CATEGORIES_PROPERTY,
			    theme_of);
}

static void read_title(struct calendar_event *event, struct builder *builder,
		       icalcomponent *component)
{
	char *title = vevent_title(component), *resolved;

	resolved = vevent_is_marked(component) ? NULL : reference_resolve(title);
	event->title = builder_text(builder, resolved ? resolved : title);
	free(resolved);
	free(title);
}

static void read_comments(struct calendar_event *event, struct builder *builder,
			  icalcomponent *component)
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_COMMENT_PROPERTY);
	struct buffer comments = {0};

	for (; p; p = icalcomponent_get_next_property(component, ICAL_COMMENT_PROPERTY))
		buffer_printf(&comments, "%s\n", icalproperty_get_comment(p));
	event->comment = builder_lines(builder, buffer_text(&comments), comments.length);
	buffer_free(&comments);
}

static struct geo geo_of(icalcomponent *component)
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_GEO_PROPERTY);
	struct icalgeotype place = {0, 0};

	if (p)
		place = icalproperty_get_geo(p);
	return (struct geo){place.lat, place.lon,
			    p && place.lat >= -90 && place.lat <= 90 && place.lon >= -180 &&
				place.lon <= 180};
}

/* With the scheme that a bare host lacks. */
static const char *whole_url(struct builder *builder, const char *url)
{
	struct buffer whole = {0};
	const char *kept;

	kept = builder_url(builder,
			   url && address_resolve(&whole, NULL, url) ? buffer_text(&whole) : url);
	buffer_free(&whole);
	return kept;
}

/* Its own page: this program writes the event's where there is none. */
static const char *url_of(struct builder *builder, icalcomponent *component)
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_URL_PROPERTY);
	const char *url = p ? whole_url(builder, icalproperty_get_url(p)) : NULL;
	const char *event_url = builder_event(builder)->url;

	if (url && event_url && vevent_is_marked(component) && !strcmp(url, event_url))
		return NULL;
	return url;
}

void calendar_event_read(struct calendar_event *event, struct builder *builder,
			 icalcomponent *component)
{
	event->too_many = false;
	read_title(event, builder, component);
	event->url = url_of(builder, component);
	event->cancelled = icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED;
	read_description(event, builder, component);
	read_all_links(event, builder, component);
	event->language = builder_text(builder, extension_find(component, VEVENT_LANGUAGE));
	read_comments(event, builder, component);
	event->geo = geo_of(component);
	read_rooms(event, builder, component);
	read_categories(event, builder, component);
	read_people(event, builder, component);
}

void calendar_event_give(const struct calendar_event *event, struct builder *builder,
			 struct session *session)
{
	session->title = event->title;
	session->url = event->url;
	session->comment = event->comment;
	session->language = event->language;
	session->geo = event->geo;
	session->cancelled = event->cancelled;
	session->description = event->description;
	session->description.line = session->line;
	array_each (const struct link, link, &event->links)
		builder_session_link(builder, link->url, link->label);
	array_each (const int, room, &event->rooms)
		builder_session_room(builder, *room);
	array_each (const int, theme, &event->themes)
		builder_session_theme(builder, *theme);
	array_each (const int, format, &event->formats)
		builder_session_format(builder, *format);
	array_each (const int, person, &event->people)
		builder_session_speaker(builder, *person);
}

void calendar_event_free(struct calendar_event *event)
{
	array_free(&event->links);
	array_free(&event->rooms);
	array_free(&event->themes);
	array_free(&event->formats);
	array_free(&event->people);
}
