/*
 * What an iCalendar event says beside its time. It is taken in once, for all its occurrences.
 */
#ifndef NEC_READ_CALENDAR_EVENT_H
#define NEC_READ_CALENDAR_EVENT_H

#include "base/array.h"
#include "base/ical.h"
#include "model/builder.h"

/* How many rooms, categories, people and links one event may have; what comes behind is left out.
 */
enum { CALENDAR_EVENT_MOST = 500 };

/* As the builder numbers them. */
typedef ARRAY(int) calendar_numbers;

struct calendar_event {
	/* Owned by the builder, as all texts are; NULL where there is none. */
	const char *title, *url, *comment, *language;
	struct markup description;
	struct geo geo;
	bool cancelled, too_many;
	calendar_numbers rooms, themes, formats, people;
	ARRAY(struct link) links;
};

/* Takes an event in, in place of the one before. */
void calendar_event_read(struct calendar_event *event, struct builder *builder,
			 icalcomponent *component);

/* Gives it to the session last made. */
void calendar_event_give(const struct calendar_event *event, struct builder *builder,
			 struct session *session);

void calendar_event_free(struct calendar_event *event);

#endif
