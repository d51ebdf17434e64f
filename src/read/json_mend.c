#include "config.h"

#include "read/json_mend.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/i18n.h"
#include "base/lookup.h"

#include <string.h>

enum { SHOWN_MOST = 60 /* bytes of a key in a message */ };

/* An object or a list that is open. */
struct level {
	bool is_object;
	bool holds_rooms;
	struct lookup keys; /* into counts */
};

struct mender {
	struct buffer *out;
	struct report *report;
	struct place place;
	struct arena *arena; /* owner of the keys */
	ARRAY(struct level) levels;
	ARRAY(uint32_t) counts; /* how often each key has come */
	bool wants_key;
	bool after_rooms; /* the last key was "rooms", and its value comes */
};

static struct level *top(struct mender *m)
{
	return m->levels.count ? &m->levels.items[m->levels.count - 1] : NULL;
}

static void open_level(struct mender *m, bool is_object)
{
	array_push(&m->levels,
		   ((struct level){.is_object = is_object, .holds_rooms = m->after_rooms}));
	m->after_rooms = false;
	m->wants_key = is_object;
}

static void close_level(struct mender *m)
{
	if (!m->levels.count)
		return;
	lookup_free(&top(m)->keys);
	m->levels.count--;
	m->wants_key = false;
}

/* How often the key has come in the object before. */
static uint32_t count_key(struct mender *m, const char *key, size_t length)
{
	struct lookup *keys = &top(m)->keys;
	uint32_t number = lookup_find_n(keys, key, length);

	if (number != LOOKUP_MISSING)
		return ++m->counts.items[number];
	lookup_add(keys, arena_strndup(m->arena, key, length), (uint32_t)m->counts.count);
	array_push(&m->counts, 0);
	return 0;
}

static void report_key(struct mender *m, const char *key, size_t length)
{
	int shown = (int)(length < SHOWN_MOST ? length : SHOWN_MOST);

	if (top(m)->holds_rooms)
		report_warning(m->report, m->place,
			       _("the room \"%.*s\" stands twice in one day; what is in both is "
				 "shown"),
			       shown, key);
	else
		report_warning(m->report, m->place,
			       _("the key \"%.*s\" stands twice in one object; only the first one "
				 "is read"),
			       shown, key);
}

/* Tells the count of a key in two characters, so that a thousand of them stay short. */
static void append_mark(struct buffer *out, uint32_t count)
{
	for (; count; count /= 2)
		buffer_puts(out, count % 2 ? "\\u0001" : "\\u0002");
}

/* From behind the opening quote to the closing one, or to the end. */
static size_t string_length(const char *text)
{
	const char *at = text;

	while (*at && *at != '"')
		at += at[0] == '\\' && at[1] ? 2 : 1;
	return (size_t)(at - text);
}

/* Takes a string over, whose opening quote is; returns what comes behind its text. */
static const char *take_string(struct mender *m, const char *text)
{
	size_t length = string_length(text);
	uint32_t before;

	buffer_append(m->out, text, length);
	if (!m->wants_key)
		return text + length;
	m->wants_key = false;
	m->after_rooms = length == strlen("rooms") && !strncmp(text, "rooms", length);
	before = count_key(m, text, length);
	if (before) {
		report_key(m, text, length);
		append_mark(m->out, before);
	}
	return text + length;
}

static void take_sign(struct mender *m, char sign)
{
	if (sign == '{' || sign == '[')
		open_level(m, sign == '{');
	else if (sign == '}' || sign == ']')
		close_level(m);
	else if (sign == ',')
		m->wants_key = top(m) && top(m)->is_object;
	else if (sign == '\n')
		m->place.line++;
}

void json_mend(struct buffer *out, const struct source *source, struct report *report)
{
	struct mender m = {
	    .out = out, .report = report, .place = {source->name, 1, 0}, .arena = arena_new()};

	for (const char *at = source->text; *at;) {
		buffer_putc(out, *at);
		if (*at == '"') {
			at = take_string(&m, at + 1);
			if (*at)
				buffer_putc(out, *at++);
		} else {
			take_sign(&m, *at++);
		}
	}
	while (m.levels.count)
		close_level(&m);
	array_free(&m.levels);
	array_free(&m.counts);
	arena_free(m.arena);
}
