#include "config.h"

#include "model/builder.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "model/finish.h"
#include "model/names.h"

#include <string.h>

/* The lists of the session being filled; they move to the arena when the next one begins. */
struct open_lists {
	ARRAY(uint32_t) themes, formats, rooms, speakers;
	ARRAY(struct link) links;
};

typedef ARRAY(const char *) text_array;

struct builder {
	struct arena *arena;
	struct lookup texts; /* every string kept so far */
	struct buffer scratch;
	const char *source;
	const char *id; /* NULL: the finish makes one */
	struct event event;
	text_array categories, tags, rooms, speakers;
	ARRAY(struct info) infos;
	ARRAY(struct image) images;
	ARRAY(struct theme) themes;
	ARRAY(struct format) formats;
	ARRAY(struct day) labels; /* days with a label, for the finish */
	ARRAY(struct session) sessions;
	struct names theme_names, format_names, room_names, speaker_names;
	struct open_lists open;
};

struct builder *builder_new(const char *source)
{
	struct builder *b = memory_alloc(1, sizeof *b);

	b->arena = arena_new();
	b->source = arena_strdup(b->arena, source);
	b->theme_names.likeness = NAMES_FOLDED;
	b->format_names.likeness = NAMES_PLURAL;
	b->event.published = CIVIL_NONE;
	b->event.start = b->event.end = CIVIL_NONE;
	b->event.offset = CIVIL_NONE;
	return b;
}

static void free_parts(struct builder *b)
{
	lookup_free(&b->texts);
	buffer_free(&b->scratch);
	array_free(&b->categories);
	array_free(&b->tags);
	array_free(&b->rooms);
	array_free(&b->speakers);
	array_free(&b->infos);
	array_free(&b->images);
	array_free(&b->themes);
	array_free(&b->formats);
	array_free(&b->labels);
	array_free(&b->sessions);
	names_free(&b->theme_names);
	names_free(&b->format_names);
	names_free(&b->room_names);
	names_free(&b->speaker_names);
	array_free(&b->open.themes);
	array_free(&b->open.formats);
	array_free(&b->open.rooms);
	array_free(&b->open.speakers);
	array_free(&b->open.links);
	free(b);
}

void builder_free(struct builder *b)
{
	if (!b)
		return;
	arena_free(b->arena);
	free_parts(b);
}

void builder_clear(struct builder *b)
{
	struct builder *filled = builder_new(b->source), fresh = *filled;

	*filled = *b;
	*b = fresh;
	builder_free(filled);
}

/* Texts */

static const char *keep(struct builder *b, const char *text, size_t length)
{
	const char *kept;
	uint32_t hash;

	if (!length)
		return NULL;
	kept = lookup_key(&b->texts, text, length, &hash);
	if (kept)
		return kept;
	kept = arena_strndup(b->arena, text, length);
	lookup_add_key(&b->texts, kept, hash);
	return kept;
}

/* Takes white space off both ends of what is in the scratch buffer and keeps the rest. */
static const char *keep_trimmed(struct builder *b)
{
	const char *text = buffer_text(&b->scratch);
	size_t length = utf8_trim(&text, b->scratch.length);

	return keep(b, text, length);
}

/* Joins runs of ASCII spaces in the scratch buffer. */
static void join_spaces(struct buffer *text)
{
	const char *first = strstr(buffer_text(text), "  ");
	size_t to = first ? (size_t)(first - text->data) : text->length;

	for (size_t from = to; from < text->length; from++)
		if (text->data[from] != ' ' || !to || text->data[to - 1] != ' ')
			text->data[to++] = text->data[from];
	buffer_truncate(text, to);
}

/* Whether two spaces stand side by side in ASCII, of which seven bytes and the next are looked at
 * at once: adding 0x7F sets the highest bit of all bytes but those that were spaces. */
static bool has_two_spaces(const char *text, size_t length)
{
	uint64_t word, spaces;
	size_t at = 0;

	for (; at + sizeof word <= length; at += sizeof word - 1) {
		memcpy(&word, text + at, sizeof word);
		spaces = ~((word ^ UTF8_EIGHT(' ')) + UTF8_EIGHT(0x7F)) & UTF8_EIGHT(0x80);
		if (spaces & spaces << 8)
			return true;
	}
	for (; at + 1 < length; at++)
		if (text[at] == ' ' && text[at + 1] == ' ')
			return true;
	return false;
}

/* Whether a text is one line already: printable ASCII, single spaces between words. */
static bool is_tidy(const char *text, size_t length)
{
	return length && *text != ' ' && text[length - 1] != ' ' &&
	       utf8_plain_run(text, length) == length && !has_two_spaces(text, length);
}

const char *builder_text_n(struct builder *b, const char *text, size_t length)
{
	if (!text)
		return NULL;
	if (is_tidy(text, length))
		return keep(b, text, length);
	buffer_clear(&b->scratch);
	utf8_sanitise(&b->scratch, text, length, UTF8_ONE_LINE);
	join_spaces(&b->scratch);
	return keep_trimmed(b);
}

const char *builder_text(struct builder *b, const char *text)
{
	return text ? builder_text_n(b, text, strlen(text)) : NULL;
}

const char *builder_lines(struct builder *b, const char *text, size_t length)
{
	if (!text)
		return NULL;
	buffer_clear(&b->scratch);
	utf8_sanitise(&b->scratch, text, length, UTF8_KEEP_LINES);
	return keep_trimmed(b);
}

const char *builder_url(struct builder *b, const char *url)
{
	static const char refused[] = " <>\"`\\^{}|";
	struct buffer *clean = &b->scratch;
	size_t length, to;

	if (!url)
		return NULL;
	length = strlen(url);
	if (utf8_plain_run(url, length) == length && strcspn(url, refused) == length)
		return keep(b, url, length);
	buffer_clear(clean);
	utf8_sanitise(clean, url, length, UTF8_ONE_LINE);
	to = strcspn(buffer_text(clean), refused);
	for (size_t from = to; from < clean->length; from++)
		if (!strchr(refused, clean->data[from]))
			clean->data[to++] = clean->data[from];
	buffer_truncate(clean, to);
	return keep_trimmed(b);
}

/* The event */

struct event *builder_event(struct builder *b)
{
	return &b->event;
}

void builder_id(struct builder *b, const char *id)
{
	if (!b->id && id && finish_is_agenda_id(id))
		b->id = builder_text(b, id);
}

static void push_text_once(struct builder *b, text_array *list, const char *text)
{
	text = builder_text(b, text);
	if (!text)
		return;
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] == text)
			return;
	array_push(list, text);
}

void builder_add_category(struct builder *b, const char *name)
{
	push_text_once(b, &b->categories, name);
}

void builder_add_tag(struct builder *b, const char *name)
{
	push_text_once(b, &b->tags, name);
}

void builder_add_info(struct builder *b, const char *label, const char *text, const char *url,
		      int line)
{
	struct info info = {builder_text(b, label), NULL, builder_url(b, url), line};

	info.text = text ? builder_lines(b, text, strlen(text)) : NULL;
	if (info.label || info.text || info.url)
		array_push(&b->infos, info);
}

void builder_add_image(struct builder *b, const char *url, const char *alt)
{
	struct image image = {builder_url(b, url), builder_text(b, alt)};

	if (!image.url)
		return;
	array_each (struct image, known, &b->images) {
		if (known->url == image.url) {
			known->alt = known->alt ? known->alt : image.alt;
			return;
		}
	}
	array_push(&b->images, image);
}

/* The lists of names */

int builder_theme(struct builder *b, const char *name, const char *description, const char *colour,
		  int line)
{
	struct theme theme;
	uint32_t found =
	    description || colour ? LOOKUP_MISSING : names_again(&b->theme_names, name);

	if (found != LOOKUP_MISSING)
		return (int)found;
	theme = (struct theme){builder_text(b, name), builder_text(b, description),
			       builder_text(b, colour), line};
	if (!theme.name)
		return -1;
	found = names_find(&b->theme_names, theme.name);
	if (found == LOOKUP_MISSING) {
		names_add(&b->theme_names, b->arena, theme.name, (uint32_t)b->themes.count);
		array_push(&b->themes, theme);
		return (int)b->themes.count - 1;
	}
	if (!b->themes.items[found].description)
		b->themes.items[found].description = theme.description;
	if (!b->themes.items[found].colour)
		b->themes.items[found].colour = theme.colour;
	return (int)found;
}

int builder_format(struct builder *b, const char *name, const int *usual, size_t count)
{
	struct format format;
	uint32_t found = count ? LOOKUP_MISSING : names_again(&b->format_names, name);

	if (found != LOOKUP_MISSING)
		return (int)found;
	format = (struct format){builder_text(b, name), NULL, count};
	if (!format.name)
		return -1;
	format.usual = arena_copy(b->arena, usual, count, sizeof *usual);
	found = names_find(&b->format_names, format.name);
	if (found == LOOKUP_MISSING) {
		names_add(&b->format_names, b->arena, format.name, (uint32_t)b->formats.count);
		array_push(&b->formats, format);
		return (int)b->formats.count - 1;
	}
	if (!b->formats.items[found].usual_count) {
		b->formats.items[found].usual = format.usual;
		b->formats.items[found].usual_count = count;
	}
	return (int)found;
}

static int plain_name(struct builder *b, struct names *names, text_array *list, const char *name)
{
	uint32_t found = names_again(names, name);

	if (found != LOOKUP_MISSING)
		return (int)found;
	name = builder_text(b, name);
	if (!name)
		return -1;
	found = names_find(names, name);
	if (found != LOOKUP_MISSING)
		return (int)found;
	names_add(names, b->arena, name, (uint32_t)list->count);
	array_push(list, name);
	return (int)list->count - 1;
}

int builder_room(struct builder *b, const char *name)
{
	return plain_name(b, &b->room_names, &b->rooms, name);
}

int builder_speaker(struct builder *b, const char *name)
{
	return plain_name(b, &b->speaker_names, &b->speakers, name);
}

/* Sessions */

#define freeze(b, open_list, list)                                                                 \
	((list)->items = arena_copy((b)->arena, (open_list)->items, (open_list)->count,            \
				    sizeof *(list)->items),                                        \
	 (list)->count = (open_list)->count, (open_list)->count = 0)

static void close_session(struct builder *b)
{
	struct session *last;

	if (!b->sessions.count)
		return;
	last = &b->sessions.items[b->sessions.count - 1];
	freeze(b, &b->open.themes, &last->themes);
	freeze(b, &b->open.formats, &last->formats);
	freeze(b, &b->open.rooms, &last->rooms);
	freeze(b, &b->open.speakers, &last->speakers);
	freeze(b, &b->open.links, &last->links);
}

struct session *builder_session(struct builder *b)
{
	close_session(b);
	array_push(&b->sessions, ((struct session){.day = CIVIL_NONE,
						   .start = CIVIL_NONE,
						   .end = CIVIL_NONE,
						   .offset = CIVIL_NONE,
						   .end_offset = CIVIL_NONE,
						   .until = CIVIL_NONE}));
	return &b->sessions.items[b->sessions.count - 1];
}

#define push_index_once(list, index)                                                               \
	do {                                                                                       \
		size_t at = 0;                                                                     \
		while (at < (list)->count && (list)->items[at] != (uint32_t)(index))               \
			at++;                                                                      \
		if ((index) >= 0 && at == (list)->count)                                           \
			array_push((list), (uint32_t)(index));                                     \
	} while (0)

void builder_session_theme(struct builder *b, int theme)
{
	push_index_once(&b->open.themes, theme);
}

void builder_session_format(struct builder *b, int format)
{
	push_index_once(&b->open.formats, format);
}

void builder_session_room(struct builder *b, int room)
{
	push_index_once(&b->open.rooms, room);
}

void builder_session_speaker(struct builder *b, int speaker)
{
	push_index_once(&b->open.speakers, speaker);
}

void builder_session_link(struct builder *b, const char *url, const char *label)
{
	struct link link = {builder_url(b, url), builder_text(b, label)};

	if (!link.url)
		return;
	array_each (struct link, known, &b->open.links)
		if (known->url == link.url)
			return;
	array_push(&b->open.links, link);
}

void builder_day_label(struct builder *b, civil_day day, const char *label)
{
	struct day named = {.date = day, .label = builder_text(b, label)};

	if (!named.label)
		return;
	array_each (struct day, known, &b->labels)
		if (known->date == day)
			return;
	array_push(&b->labels, named);
}

size_t builder_session_count(const struct builder *b)
{
	return b->sessions.count;
}

struct session *builder_session_at(struct builder *b, size_t index)
{
	return &b->sessions.items[index];
}

struct agenda *builder_finish(struct builder *b)
{
	struct agenda *agenda = arena_alloc(b->arena, 1, sizeof *agenda);

	close_session(b);
	agenda->arena = b->arena;
	agenda->source = b->source;
	agenda->id = b->id;
	agenda->event = b->event;
#define hand_over(list, array)                                                                     \
	((list) = arena_copy(b->arena, (array).items, (array).count, sizeof *(array).items))
	hand_over(agenda->event.categories, b->categories);
	agenda->event.category_count = b->categories.count;
	hand_over(agenda->event.tags, b->tags);
	agenda->event.tag_count = b->tags.count;
	hand_over(agenda->event.images, b->images);
	agenda->event.image_count = b->images.count;
	hand_over(agenda->event.infos, b->infos);
	agenda->event.info_count = b->infos.count;
	hand_over(agenda->themes, b->themes);
	agenda->theme_count = b->themes.count;
	hand_over(agenda->formats, b->formats);
	agenda->format_count = b->formats.count;
	hand_over(agenda->rooms, b->rooms);
	agenda->room_count = b->rooms.count;
	hand_over(agenda->speakers, b->speakers);
	agenda->speaker_count = b->speakers.count;
#undef hand_over
	finish_agenda(agenda, b->sessions.items, b->sessions.count, b->labels.items,
		      b->labels.count);
	free_parts(b);
	return agenda;
}
