#include "config.h"

#include "model/finish.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/fold.h"
#include "base/zoneinfo.h"
#include "model/days.h"
#include "model/language.h"
#include "model/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How long a session counts as on where nothing tells. */
enum { UNKNOWN_LENGTH = 60 };

/* Lengths of what ids are made of, in bytes. */
enum { ID_TITLE_LENGTH = 60, ID_EVENT_LENGTH = 80 };

/* Programme order */

static int compare_numbers(int64_t left, int64_t right)
{
	return (left > right) - (left < right);
}

/* Of pointers into the list in source order. */
static int programme_order(const void *left, const void *right)
{
	const struct session *a = *(const struct session *const *)left;
	const struct session *b = *(const struct session *const *)right;
	int order = compare_numbers(a->day == CIVIL_NONE, b->day == CIVIL_NONE);

	if (!order)
		order = compare_numbers(a->day, b->day);
	if (!order) /* CIVIL_NONE is the least, so sessions without a time come first */
		order = compare_numbers(a->start, b->start);
	return order ? order : (a > b) - (a < b);
}

/* The sessions in programme order, copied to the arena. */
static struct session *sorted(struct arena *arena, const struct session *sessions, size_t count)
{
	struct session *kept = arena_alloc(arena, count, sizeof *kept);
	const struct session **order = memory_alloc(count, sizeof *order);

	for (size_t i = 0; i < count; i++)
		order[i] = &sessions[i];
	qsort(order, count, sizeof(const struct session *), programme_order);
	for (size_t i = 0; i < count; i++)
		kept[i] = *order[i];
	free(order);
	return kept;
}

static const char *label_of(civil_day date, const struct day *labels, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (labels[i].date == date)
			return labels[i].label;
	return NULL;
}

static struct day *group_days(struct agenda *agenda, const struct day *labels, size_t label_count)
{
	ARRAY(struct day) days = {0};
	struct day *kept;

	for (size_t i = 0; i < agenda->session_count; i++) {
		civil_day date = agenda->sessions[i].day;

		if (!days.count || days.items[days.count - 1].date != date)
			array_push(&days,
				   ((struct day){.date = date,
						 .label = label_of(date, labels, label_count),
						 .first = (uint32_t)i,
						 .start = CIVIL_NONE,
						 .until = CIVIL_NONE}));
		days.items[days.count - 1].count++;
	}
	kept = arena_copy(agenda->arena, days.items, days.count, sizeof *days.items);
	agenda->days = kept;
	agenda->day_count = days.count;
	array_free(&days);
	return kept;
}

/* Ids */

static void append_slug(struct buffer *out, const char *text, size_t most)
{
	size_t before = out->length;

	fold_slug(out, text, most);
	if (out->length == before) /* a title without a Latin letter or digit */
		buffer_printf(
		    out, "%016llx",
		    (unsigned long long)lookup_hash(text ? text : "", text ? strlen(text) : 0));
}

static void general_id(struct buffer *out, const struct session *session)
{
	if (session->day != CIVIL_NONE) {
		struct civil_date date = civil_date_of(session->day);

		buffer_printf(out, "%04d-%02d-%02d-", date.year, date.month, date.day);
	}
	append_slug(out, session->title ? session->title : "untitled", ID_TITLE_LENGTH);
}

/* Ids that were wanted more than once, and how often. */
struct repeats {
	struct lookup places;
	ARRAY(uint32_t) wanted;
};

static uint32_t *wanted_of(struct repeats *repeats, struct arena *arena, const char *id)
{
	uint32_t place = lookup_find(&repeats->places, id);

	if (place == LOOKUP_MISSING) {
		place = (uint32_t)repeats->wanted.count;
		lookup_add(&repeats->places, arena_strdup(arena, id), place);
		array_push(&repeats->wanted, 1);
	}
	return &repeats->wanted.items[place];
}

/* Counting how often an id was wanted, a thousand equal titles do not cost a million look-ups. */
static void make_unique(struct buffer *id, const struct agenda *agenda, struct repeats *repeats)
{
	size_t length = id->length;
	uint32_t *wanted;

	if (lookup_find(&agenda->by_id, buffer_text(id)) == LOOKUP_MISSING)
		return;
	wanted = wanted_of(repeats, agenda->arena, buffer_text(id));
	do {
		buffer_truncate(id, length);
		buffer_printf(id, "-%u", ++*wanted);
	} while (lookup_find(&agenda->by_id, buffer_text(id)) != LOOKUP_MISSING);
}

/* Gives every session an id that no other has. */
static void give_ids(struct agenda *agenda, struct session *sessions)
{
	struct repeats repeats = {0};
	struct buffer id = {0};

	for (size_t i = 0; i < agenda->session_count; i++) {
		if (days_go_on(&sessions[i])) {
			sessions[i].id = sessions[sessions[i].whole].id;
			continue;
		}
		buffer_clear(&id);
		if (sessions[i].id)
			buffer_puts(&id, sessions[i].id);
		else
			general_id(&id, &sessions[i]);
		make_unique(&id, agenda, &repeats);
		sessions[i].id = arena_strdup(agenda->arena, buffer_text(&id));
		lookup_add(&agenda->by_id, sessions[i].id, (uint32_t)i);
	}
	lookup_free(&repeats.places);
	array_free(&repeats.wanted);
	buffer_free(&id);
}

static civil_day first_day(const struct agenda *agenda)
{
	if (agenda->event.start != CIVIL_NONE)
		return civil_day_of_moment(agenda->event.start);
	return agenda->day_count ? agenda->days[0].date : CIVIL_NONE;
}

static bool ends_in_year(const struct buffer *id, int year)
{
	char text[16];
	int length = snprintf(text, sizeof text, "-%d", year);

	return id->length > (size_t)length && !strcmp(id->data + id->length - length, text);
}

bool finish_is_agenda_id(const char *id)
{
	size_t length = strlen(id), most = ID_EVENT_LENGTH + sizeof "-32767" - 1;

	return length && length <= most && *id != '-' &&
	       !id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")];
}

static void name_agenda(struct agenda *agenda)
{
	struct buffer id = {0};
	const char *name = agenda->event.acronym ? agenda->event.acronym : agenda->event.title;
	civil_day day = first_day(agenda);

	append_slug(&id, name ? name : "agenda", ID_EVENT_LENGTH);
	if (day != CIVIL_NONE && !ends_in_year(&id, civil_date_of(day).year))
		buffer_printf(&id, "-%d", civil_date_of(day).year);
	agenda->id = arena_strdup(agenda->arena, buffer_text(&id));
	buffer_free(&id);
}

/* Offsets */

/* By the event's zone, where that is the one in which the session's source told its start. */
static void give_offset(struct session *session, struct zoneinfo *zone)
{
	int here;

	if (session->start == CIVIL_NONE ||
	    (session->offset != CIVIL_NONE &&
	     (session->end == CIVIL_NONE || session->end_offset != CIVIL_NONE)))
		return;
	here = zoneinfo_offset_of(zone, session->start);
	if (session->offset == CIVIL_NONE)
		session->offset = here;
	if (session->end == CIVIL_NONE || session->end_offset != CIVIL_NONE)
		return;
	session->end_offset =
	    session->offset == here ? zoneinfo_offset_of(zone, session->end) : session->offset;
}

static void give_offsets(struct agenda *agenda, struct session *sessions)
{
	struct zoneinfo zone;

	zoneinfo_find(&zone, agenda->event.zone);
	for (size_t i = 0; i < agenda->session_count; i++)
		give_offset(&sessions[i], &zone);
}

/* Usual lengths */

/* Whether a title is, or begins with, the name of a format: "Plénière", "Ateliers : …". */
static bool leads(const char *name, const char *title_key)
{
	char *key = names_key(name, NAMES_PLURAL);
	size_t length = strlen(key);
	bool leading = length && !strncmp(title_key, key, length) &&
		       !(title_key[length] >= 'a' && title_key[length] <= 'z') &&
		       !(title_key[length] >= '0' && title_key[length] <= '9');

	free(key);
	return leading;
}

static void format_from_title(struct agenda *agenda, struct session *session)
{
	char *title = names_key(session->title, NAMES_PLURAL);

	for (uint32_t i = 0; i < agenda->format_count && !session->formats.count; i++) {
		if (!agenda->formats[i].usual_count || !leads(agenda->formats[i].name, title))
			continue;
		session->formats.items = arena_copy(agenda->arena, &i, 1, sizeof i);
		session->formats.count = 1;
	}
	free(title);
}

static bool any_usual(const struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->format_count; i++)
		if (agenda->formats[i].usual_count)
			return true;
	return false;
}

static void give_usual_lengths(struct agenda *agenda, struct session *sessions)
{
	if (!any_usual(agenda))
		return;
	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct format *format;

		if (!sessions[i].formats.count && sessions[i].title)
			format_from_title(agenda, &sessions[i]);
		if (!sessions[i].formats.count)
			continue;
		format = &agenda->formats[sessions[i].formats.items[0]];
		if (format->usual_count == 1)
			sessions[i].usual = format->usual[0];
	}
}

/* Until when */

/* The two soonest distinct starts seen in a room, going backwards through a day. */
struct upcoming {
	civil_moment start, following; /* CIVIL_NONE for none */
};

/* When the next one starts in a room after a session, whose own start becomes the soonest there
 * unless it is cancelled. */
static civil_moment next_in_room(struct upcoming *room, const struct session *session)
{
	if (room->start == session->start)
		return room->following;
	if (session->cancelled)
		return room->start;
	room->following = room->start;
	room->start = session->start;
	return room->following;
}

static civil_moment sooner(civil_moment left, civil_moment right)
{
	if (left == CIVIL_NONE || (right != CIVIL_NONE && right < left))
		return right;
	return left;
}

/* The last of `rooms` stands for sessions that name no room. */
static civil_moment next_start(struct upcoming *rooms, size_t room_count,
			       const struct session *session)
{
	civil_moment next = CIVIL_NONE;

	if (!session->rooms.count)
		return next_in_room(&rooms[room_count], session);
	for (size_t i = 0; i < session->rooms.count; i++)
		next = sooner(next, next_in_room(&rooms[session->rooms.items[i]], session));
	return next;
}

static civil_moment assumed_end(const struct session *session, civil_moment next)
{
	civil_moment usual = session->usual ? session->start + session->usual : CIVIL_NONE;
	civil_moment until = sooner(next, usual);

	if (session->end != CIVIL_NONE)
		return session->end;
	return until == CIVIL_NONE ? session->start + UNKNOWN_LENGTH : until;
}

static void give_untils(struct agenda *agenda, struct session *sessions)
{
	size_t room_count = agenda->room_count;
	struct upcoming *rooms = memory_alloc(room_count + 1, sizeof *rooms);

	for (size_t d = agenda->day_count; d-- > 0;) {
		const struct day *day = &agenda->days[d];

		for (size_t r = 0; r <= room_count; r++)
			rooms[r] = (struct upcoming){CIVIL_NONE, CIVIL_NONE};
		for (size_t i = day->first + day->count; i-- > day->first;)
			if (sessions[i].start != CIVIL_NONE)
				sessions[i].until = assumed_end(
				    &sessions[i], next_start(rooms, room_count, &sessions[i]));
	}
	free(rooms);
}

/* In brief */

static uint32_t in_brief(const struct indexes *indexes)
{
	if (indexes->count > 1)
		return BRIEF_SEVERAL;
	return indexes->count ? indexes->items[0] : BRIEF_NONE;
}

static struct brief brief_of(const struct session *session)
{
	return (struct brief){
	    .start = session->start,
	    .until = session->until,
	    .theme = in_brief(&session->themes),
	    .room = in_brief(&session->rooms),
	    .cancelled = session->cancelled,
	};
}

static void give_briefs(struct agenda *agenda, struct day *days)
{
	struct brief *briefs = arena_alloc(agenda->arena, agenda->session_count, sizeof *briefs);

	for (size_t d = 0; d < agenda->day_count; d++) {
		struct day *day = &days[d];

		for (size_t i = day->first; i < (size_t)day->first + day->count; i++) {
			briefs[i] = brief_of(&agenda->sessions[i]);
			if (day->start == CIVIL_NONE)
				day->start = briefs[i].start;
			if (briefs[i].until > day->until)
				day->until = briefs[i].until;
		}
	}
	agenda->briefs = briefs;
}

/* Languages */

/* Of one session so many are told apart. */
enum { LANGUAGES_MOST = 8 };

/* The languages found so far, and what each way of writing them means. */
struct languages {
	struct lookup keys; /* into list */
	ARRAY(const char *) list;
	struct lookup written; /* into meanings */
	ARRAY(struct indexes) meanings;
};

static uint32_t language_number(struct languages *languages, struct arena *arena, const char *name)
{
	char *key = names_key(name, NAMES_FOLDED);
	uint32_t number = lookup_find(&languages->keys, key);

	if (number == LOOKUP_MISSING) {
		number = (uint32_t)languages->list.count;
		lookup_add(&languages->keys, arena_strdup(arena, key), number);
		array_push(&languages->list, arena_strdup(arena, name));
	}
	free(key);
	return number;
}

static void add_once(struct indexes *indexes, uint32_t *room, uint32_t number)
{
	for (size_t i = 0; i < indexes->count; i++)
		if (room[i] == number)
			return;
	room[indexes->count++] = number;
}

static struct indexes languages_of(struct languages *languages, struct arena *arena,
				   const char *written)
{
	uint32_t numbers[LANGUAGES_MOST];
	struct indexes meaning = {0};
	struct buffer name = {0};

	while (meaning.count < LANGUAGES_MOST && language_next(&written, &name))
		add_once(&meaning, numbers, language_number(languages, arena, buffer_text(&name)));
	meaning.items = arena_copy(arena, numbers, meaning.count, sizeof *numbers);
	buffer_free(&name);
	return meaning;
}

/* Most sessions of an agenda write theirs in one of a few ways. */
static struct indexes known_languages(struct languages *languages, struct arena *arena,
				      const char *written)
{
	uint32_t known = lookup_find(&languages->written, written);

	if (known == LOOKUP_MISSING) {
		known = (uint32_t)languages->meanings.count;
		lookup_add(&languages->written, written, known);
		array_push(&languages->meanings, languages_of(languages, arena, written));
	}
	return languages->meanings.items[known];
}

static void give_languages(struct agenda *agenda, struct session *sessions)
{
	struct languages languages = {0};

	for (size_t i = 0; i < agenda->session_count; i++) {
		if (sessions[i].language)
			sessions[i].languages =
			    known_languages(&languages, agenda->arena, sessions[i].language);
		agenda->language_unsaid |= !sessions[i].languages.count;
	}
	agenda->languages = arena_copy(agenda->arena, languages.list.items, languages.list.count,
				       sizeof *languages.list.items);
	agenda->language_count = languages.list.count;
	lookup_free(&languages.keys);
	array_free(&languages.list);
	array_free(&languages.meanings);
	lookup_free(&languages.written);
}

void finish_agenda(struct agenda *agenda, struct session *sessions, size_t count,
		   const struct day *labels, size_t label_count)
{
	struct session *spread = days_spread(sessions, &count);
	struct session *kept = sorted(agenda->arena, spread ? spread : sessions, count);
	struct day *days;

	agenda->sessions = kept;
	agenda->session_count = count;
	free(spread);
	days_link(kept, count);
	days = group_days(agenda, labels, label_count);
	if (!agenda->id)
		name_agenda(agenda);
	give_ids(agenda, kept);
	give_languages(agenda, kept);
	give_offsets(agenda, kept);
	give_usual_lengths(agenda, kept);
	give_untils(agenda, kept);
	give_briefs(agenda, days);
}
