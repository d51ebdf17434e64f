#include "config.h"

#include "present/session_facts.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "model/length.h"
#include "model/query.h"
#include "present/facts.h"
#include "present/kept.h"
#include "present/traits.h"
#include "present/when.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Lists of names */

static void append_name(struct buffer *out, size_t from, const char *name)
{
	buffer_printf(out, "%s%s", out->length > from ? ", " : "", name);
}

void session_facts_themes(struct buffer *out, const struct agenda *agenda, size_t index)
{
	const struct indexes *themes = &agenda->sessions[index].themes;
	size_t from = out->length;

	for (size_t i = 0; i < themes->count; i++)
		append_name(out, from, agenda->themes[themes->items[i]].name);
}

void session_facts_formats(struct buffer *out, const struct agenda *agenda, size_t index)
{
	const struct indexes *formats = &agenda->sessions[index].formats;
	size_t from = out->length;

	for (size_t i = 0; i < formats->count; i++)
		append_name(out, from, agenda->formats[formats->items[i]].name);
}

void session_facts_rooms(struct buffer *out, const struct agenda *agenda, size_t index)
{
	const struct indexes *rooms = &agenda->sessions[index].rooms;
	size_t from = out->length;

	for (size_t i = 0; i < rooms->count; i++)
		append_name(out, from, agenda->rooms[rooms->items[i]]);
}

void session_facts_speakers(struct buffer *out, const struct agenda *agenda, size_t index)
{
	const struct indexes *speakers = &agenda->sessions[index].speakers;
	size_t from = out->length;

	for (size_t i = 0; i < speakers->count; i++)
		append_name(out, from, agenda->speakers[speakers->items[i]]);
}

/* Lengths */

/* The first of the session's formats that has usual lengths, or NULL. */
static const struct format *usual_format(const struct agenda *agenda, const struct session *session)
{
	for (size_t i = 0; i < session->formats.count; i++)
		if (agenda->formats[session->formats.items[i]].usual_count)
			return &agenda->formats[session->formats.items[i]];
	return NULL;
}

static void append_usual(struct buffer *out, const struct format *format)
{
	struct buffer lengths = {0};

	when_lengths(&lengths, format->usual, format->usual_count);
	/* Translators: how long sessions of a format usually are: "usually 1 h (plénière)". */
	buffer_printf(out, C_("length", "usually %1$s (%2$s)"), buffer_text(&lengths),
		      format->name);
	buffer_free(&lengths);
}

/* "1 h 30" for a known one, "usually 1 h (plénière)" for that of its format. */
static void append_length(struct buffer *out, const struct agenda *agenda, size_t index)
{
	const struct session *session = &agenda->sessions[index];
	const struct format *format = usual_format(agenda, session);

	if (session->start != CIVIL_NONE && session->end != CIVIL_NONE)
		when_length(out, length_of(session));
	else if (format)
		append_usual(out, format);
}

/* One line for all */

static void append_fact(struct buffer *line, struct buffer *fact)
{
	if (fact->length)
		buffer_printf(line, "%s%s", line->length ? "\u00A0· " : "", buffer_text(fact));
	buffer_free(fact);
}

/* Whether its usual length is told, which names its only format too. */
static bool tells_format(const struct agenda *agenda, const struct session *session)
{
	return session->end == CIVIL_NONE && session->formats.count == 1 &&
	       agenda->formats[session->formats.items[0]].usual_count;
}

void session_facts_line(struct buffer *out, const struct agenda *agenda, size_t index)
{
	const struct session *session = &agenda->sessions[index];
	struct buffer line = {0}, fact = {0};

	session_facts_rooms(&fact, agenda, index);
	append_fact(&line, &fact);
	session_facts_themes(&fact, agenda, index);
	append_fact(&line, &fact);
	if (!tells_format(agenda, session))
		session_facts_formats(&fact, agenda, index);
	append_fact(&line, &fact);
	if (session->end == CIVIL_NONE)
		append_length(&fact, agenda, index);
	append_fact(&line, &fact);
	when_nth_day(&fact, session);
	append_fact(&line, &fact);
	traits_say_languages(&fact, agenda, session);
	append_fact(&line, &fact);
	buffer_append(out, buffer_text(&line), line.length);
	buffer_free(&line);
}

/* Rows of one session alone */

/* How it stands now, as words that stay on one line. What is on since its start, which stands
 * beside it, is only said to be on. */
static void say_standing(struct buffer *out, const struct agenda *agenda, size_t index,
			 civil_moment now)
{
	const struct session *session = &agenda->sessions[index];
	enum query_phase phase = query_phase(agenda, index, now);
	struct buffer words = {0};

	if (phase == PHASE_PAST && !session->cancelled)
		/* Translators: said of a session that has ended. */
		buffer_puts(&words, C_("relation", "over"));
	else if (phase == PHASE_NOW && session->end == CIVIL_NONE && !session->cancelled)
		/* Translators: said of a session that runs. */
		buffer_puts(&words, C_("relation", "on now"));
	else
		when_relation(&words, agenda, index, now);
	for (const char *at = buffer_text(&words); *at; at++)
		if (*at == ' ')
			buffer_puts(out, "\u00A0");
		else
			buffer_putc(out, *at);
	buffer_free(&words);
}

static void add_when(struct composer *composer, const struct agenda *agenda, size_t index,
		     civil_moment now)
{
	struct buffer when = {0}, relation = {0}, value = {0};

	when_session(&when, &agenda->sessions[index]);
	say_standing(&relation, agenda, index, now);
	if (when.length && relation.length)
		/* Translators: day and time of a session, and how it stands: "in 48 min". */
		buffer_printf(&value, C_("when", "%1$s (%2$s)"), buffer_text(&when),
			      buffer_text(&relation));
	else
		buffer_puts(&value, buffer_text(&when));
	buffer_free(&when);
	buffer_free(&relation);
	facts_take(composer, _("When"), &value);
}

/* The room; who knows where that is knows what the place of the event is called. */
static void add_where(struct composer *composer, const struct agenda *agenda, size_t index)
{
	struct buffer where = {0};

	session_facts_rooms(&where, agenda, index);
	if (!where.length)
		buffer_puts(&where, agenda->event.place);
	facts_take(composer, _("Where"), &where);
}

static void add_length(struct composer *composer, const struct agenda *agenda, size_t index)
{
	struct buffer length = {0};

	append_length(&length, agenda, index);
	facts_take(composer, _("Length"), &length);
}

/* Whether its usual length is told, with its only format. */
static bool length_names_format(const struct agenda *agenda, size_t index)
{
	const struct session *session = &agenda->sessions[index];

	return session->formats.count == 1 && usual_format(agenda, session) &&
	       (session->start == CIVIL_NONE || session->end == CIVIL_NONE);
}

static void add_names(struct composer *composer, const struct agenda *agenda, size_t index)
{
	static const struct {
		const char *label;
		void (*append)(struct buffer *out, const struct agenda *agenda, size_t index);
	} lists[] = {
	    {N_("Speakers"), session_facts_speakers},
	    {N_("Theme"), session_facts_themes},
	    {N_("Format"), session_facts_formats},
	};

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct buffer names = {0};

		if (lists[i].append == session_facts_formats && length_names_format(agenda, index))
			continue;
		lists[i].append(&names, agenda, index);
		facts_take(composer, _(lists[i].label), &names);
	}
}

void session_facts_compose(struct composer *composer, const struct agenda *agenda, size_t index,
			   const struct bookmarks *bookmarks, civil_moment now)
{
	const struct session *session = &agenda->sessions[index];
	struct buffer languages = {0};

	facts_begin(composer);
	if (session->cancelled)
		facts_text(composer, _("Status"), _("cancelled"));
	add_when(composer, agenda, index, now);
	if (bookmarks)
		kept_compose_changes(composer, agenda, index, bookmarks);
	add_length(composer, agenda, index);
	add_where(composer, agenda, index);
	add_names(composer, agenda, index);
	traits_say_languages(&languages, agenda, session);
	facts_take(composer, _("Language"), &languages);
	facts_link(composer, _("Page"), NULL, session->url);
	/* Translators: what somebody noted of a session in the calendar it was read from. */
	facts_text(composer, _("Comment"), session->comment);
	if (bookmarks)
		kept_compose(composer, agenda, index, bookmarks);
	facts_end(composer);
}

/* The item as written */

static void fold_word_line(struct buffer *out, const char *text)
{
	if (!text)
		return;
	buffer_putc(out, ' ');
	fold_append(out, text, strlen(text));
}

static bool is_word_byte(char byte)
{
	return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* A time, a sign or a short word that joins others ("de", "à", "h") says nothing of its own. */
static bool says_something(const char *word, size_t length)
{
	return length > 2 && !isdigit((unsigned char)*word);
}

static bool holds_every_word(const char *text, const char *words)
{
	struct buffer word = {0};
	bool all = true;

	while (all && *words) {
		size_t length = 0;

		while (is_word_byte(words[length]))
			length++;
		buffer_clear(&word);
		buffer_append(&word, words, length);
		all = !says_something(words, length) || strstr(text, buffer_text(&word));
		words += length ? length : 1;
	}
	buffer_free(&word);
	return all;
}

bool session_facts_says_more(const struct agenda *agenda, size_t index)
{
	const struct session *session = &agenda->sessions[index];
	struct buffer facts = {0}, names = {0};
	char *written;
	bool more;

	if (!session->written)
		return false;
	session_facts_themes(&names, agenda, index);
	session_facts_formats(&names, agenda, index);
	session_facts_rooms(&names, agenda, index);
	session_facts_speakers(&names, agenda, index);
	fold_word_line(&facts, session->title);
	fold_word_line(&facts, session->subtitle);
	fold_word_line(&facts, buffer_text(&names));
	fold_word_line(&facts, session->abstract.text);
	fold_word_line(&facts, session->description.text);
	written = fold_text(session->written);
	more = !holds_every_word(buffer_text(&facts), written);
	free(written);
	buffer_free(&names);
	buffer_free(&facts);
	return more;
}
