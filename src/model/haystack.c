#include "config.h"

#include "model/haystack.h"

#include "base/fold.h"
#include "base/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A tag or an address that is longer is taken for text. Bytes. */
enum { MARKUP_LONGEST = 4096 };

struct haystack {
	const struct agenda *agenda;
	char **texts; /* by session; NULL until it is asked for */
};

struct haystack *haystack_new(const struct agenda *agenda)
{
	struct haystack *haystack = memory_alloc(1, sizeof *haystack);

	haystack->agenda = agenda;
	haystack->texts = memory_alloc(agenda->session_count + 1, sizeof *haystack->texts);
	return haystack;
}

void haystack_free(struct haystack *haystack)
{
	if (!haystack)
		return;
	for (size_t i = 0; i < haystack->agenda->session_count; i++)
		free(haystack->texts[i]);
	free(haystack->texts);
	free(haystack);
}

static void fold_line(struct buffer *out, const char *text)
{
	if (!text)
		return;
	fold_append(out, text, strlen(text));
	buffer_putc(out, '\n');
}

static bool opens_tag(const char *at)
{
	return *at == '<' && (at[1] == '/' || at[1] == '!' || isalpha((unsigned char)at[1]));
}

/* The length of what is markup rather than text at a place: a tag, the address of a link. */
static size_t markup_length(const char *text, const char *at)
{
	const char *end = NULL;

	if (opens_tag(at))
		end = memchr(at, '>', strnlen(at, MARKUP_LONGEST));
	else if (*at == '(' && at > text && at[-1] == ']')
		end = memchr(at, ')', strnlen(at, MARKUP_LONGEST));
	return end ? (size_t)(end + 1 - at) : 0;
}

/* What stands for one character, as markup writes those that mean something to it. */
static size_t fold_entity(struct buffer *out, const char *at)
{
	static const struct {
		const char *written, *meant;
	} entities[] = {{"&amp;", "&"}, {"&lt;", "<"},	 {"&gt;", ">"},	 {"&quot;", "\""},
			{"&#39;", "'"}, {"&apos;", "'"}, {"&nbsp;", " "}};

	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		size_t length = strlen(entities[i].written);

		if (strncmp(at, entities[i].written, length))
			continue;
		buffer_puts(out, entities[i].meant);
		return length;
	}
	return 0;
}

/* What people see of it, near enough, at a cost that can be paid while one types. */
static void fold_markup(struct buffer *out, const struct markup *markup)
{
	const char *text = markup->text, *at = text;

	if (!text || markup->kind == MARKUP_PLAIN) {
		fold_line(out, text);
		return;
	}
	while (*at) {
		size_t plain = strcspn(at + 1, "<(&") + 1;
		size_t taken = markup_length(text, at);

		if (!taken)
			taken = fold_entity(out, at);
		if (!taken)
			fold_append(out, at, taken = plain);
		at += taken;
	}
	buffer_putc(out, '\n');
}

static void fold_session(struct buffer *out, const struct agenda *agenda,
			 const struct session *session)
{
	fold_line(out, session->title);
	fold_line(out, session->subtitle);
	for (size_t i = 0; i < session->speakers.count; i++)
		fold_line(out, agenda->speakers[session->speakers.items[i]]);
	for (size_t i = 0; i < session->themes.count; i++)
		fold_line(out, agenda->themes[session->themes.items[i]].name);
	for (size_t i = 0; i < session->formats.count; i++)
		fold_line(out, agenda->formats[session->formats.items[i]].name);
	for (size_t i = 0; i < session->rooms.count; i++)
		fold_line(out, agenda->rooms[session->rooms.items[i]]);
	fold_markup(out, &session->abstract);
	fold_markup(out, &session->description);
	fold_line(out, session->written);
}

bool haystack_next_word(const char **words, struct buffer *word)
{
	size_t length;

	*words += strspn(*words, " ");
	length = strcspn(*words, " ");
	buffer_clear(word);
	buffer_append(word, *words, length);
	*words += length;
	return length > 0;
}

static bool holds_words(const char *text, const char *words)
{
	struct buffer word = {0};
	bool all = true;

	while (all && haystack_next_word(&words, &word))
		all = strstr(text, buffer_text(&word)) != NULL;
	buffer_free(&word);
	return all;
}

bool haystack_holds(struct haystack *haystack, size_t session, const char *words)
{
	char **text = &haystack->texts[session];

	if (!*text) {
		struct buffer folded = {0};

		fold_session(&folded, haystack->agenda, &haystack->agenda->sessions[session]);
		*text = buffer_steal(&folded);
	}
	return holds_words(*text, words);
}

bool haystack_session_holds(const struct agenda *agenda, size_t session, const char *words)
{
	struct buffer text = {0};
	bool holds;

	fold_session(&text, agenda, &agenda->sessions[session]);
	holds = holds_words(buffer_text(&text), words);
	buffer_free(&text);
	return holds;
}
