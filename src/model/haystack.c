#include "config.h"

#include "model/haystack.h"

#include "base/arena.h"
#include "base/fold.h"
#include "base/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A tag or an address that is longer is taken for text. Bytes. */
enum { MARKUP_LONGEST = 4096 };

struct haystack {
	const struct agenda *agenda;
	const char **texts; /* by session, in the arena; NULL until it is asked for */
	const char **notes; /* by session, in their own arena; NULL where there is none */
	struct arena *text_arena, *note_arena;
	struct fold_memory *memory;
	struct buffer folding; /* the text that is being folded */
};

/* Where text goes while it is folded. */
struct fold {
	struct fold_memory *memory; /* NULL where little is folded */
	struct buffer *out;
};

struct haystack *haystack_new(const struct agenda *agenda)
{
	struct haystack *haystack = memory_alloc(1, sizeof *haystack);

	haystack->agenda = agenda;
	haystack->texts = memory_alloc(agenda->session_count + 1, sizeof *haystack->texts);
	haystack->notes = memory_alloc(agenda->session_count + 1, sizeof *haystack->notes);
	haystack->text_arena = arena_new();
	haystack->memory = fold_memory_new();
	return haystack;
}

void haystack_free(struct haystack *haystack)
{
	if (!haystack)
		return;
	free(haystack->texts);
	free(haystack->notes);
	arena_free(haystack->text_arena);
	arena_free(haystack->note_arena);
	fold_memory_free(haystack->memory);
	buffer_free(&haystack->folding);
	free(haystack);
}

static void fold_line(const struct fold *fold, const char *text)
{
	if (!text)
		return;
	fold_append_with(fold->memory, fold->out, text, strlen(text));
	buffer_putc(fold->out, '\n');
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
static void fold_markup(const struct fold *fold, const struct markup *markup)
{
	const char *text = markup->text, *at = text;

	if (!text || markup->kind == MARKUP_PLAIN) {
		fold_line(fold, text);
		return;
	}
	while (*at) {
		size_t plain = strcspn(at + 1, "<(&") + 1;
		size_t taken = markup_length(text, at);

		if (!taken)
			taken = fold_entity(fold->out, at);
		if (!taken)
			fold_append_with(fold->memory, fold->out, at, taken = plain);
		at += taken;
	}
	buffer_putc(fold->out, '\n');
}

static void fold_session(const struct fold *fold, const struct agenda *agenda,
			 const struct session *session)
{
	fold_line(fold, session->title);
	fold_line(fold, session->subtitle);
	for (size_t i = 0; i < session->speakers.count; i++)
		fold_line(fold, agenda->speakers[session->speakers.items[i]]);
	for (size_t i = 0; i < session->themes.count; i++)
		fold_line(fold, agenda->themes[session->themes.items[i]].name);
	for (size_t i = 0; i < session->formats.count; i++)
		fold_line(fold, agenda->formats[session->formats.items[i]].name);
	for (size_t i = 0; i < session->rooms.count; i++)
		fold_line(fold, agenda->rooms[session->rooms.items[i]]);
	fold_markup(fold, &session->abstract);
	fold_markup(fold, &session->description);
	fold_line(fold, session->written);
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

/* Whether each of the words is in the one or the other; the second one may be NULL. */
static bool holds_words(const char *text, const char *note, const char *words)
{
	struct buffer word = {0};
	bool all = true;

	while (all && haystack_next_word(&words, &word))
		all =
		    strstr(text, buffer_text(&word)) || (note && strstr(note, buffer_text(&word)));
	buffer_free(&word);
	return all;
}

bool haystack_text_holds(const char *folded, const char *words)
{
	return holds_words(folded, NULL, words);
}

static const char *fold_kept(struct haystack *haystack, size_t session)
{
	const struct fold fold = {haystack->memory, &haystack->folding};

	buffer_clear(fold.out);
	fold_session(&fold, haystack->agenda, &haystack->agenda->sessions[session]);
	return arena_strndup(haystack->text_arena, buffer_text(fold.out), fold.out->length);
}

void haystack_prepare(struct haystack *haystack, size_t bytes)
{
	size_t folded = 0;

	for (size_t i = 0; i < haystack->agenda->session_count && folded < bytes; i++) {
		if (haystack->texts[i])
			continue;
		haystack->texts[i] = fold_kept(haystack, i);
		folded += haystack->folding.length;
	}
}

bool haystack_holds(struct haystack *haystack, size_t session, const char *words)
{
	const char **text = &haystack->texts[session];

	if (!*text)
		*text = fold_kept(haystack, session);
	return holds_words(*text, haystack->notes[session], words);
}

static void forget_notes(struct haystack *haystack)
{
	if (!haystack->note_arena)
		return;
	memset(haystack->notes, 0, haystack->agenda->session_count * sizeof *haystack->notes);
	arena_free(haystack->note_arena);
	haystack->note_arena = NULL;
}

void haystack_set_notes(struct haystack *haystack, const struct bookmarks *bookmarks)
{
	struct buffer *folded = &haystack->folding;

	forget_notes(haystack);
	for (size_t i = 0; i < bookmarks->count; i++) {
		const char *note = bookmarks->items[i].note;
		int session =
		    note ? agenda_find_session(haystack->agenda, bookmarks->items[i].id) : -1;

		if (session < 0)
			continue;
		if (!haystack->note_arena)
			haystack->note_arena = arena_new();
		buffer_clear(folded);
		fold_append_with(haystack->memory, folded, note, strlen(note));
		haystack->notes[session] =
		    arena_strndup(haystack->note_arena, buffer_text(folded), folded->length);
	}
}

bool haystack_session_holds(const struct agenda *agenda, size_t session, const char *note,
			    const char *words)
{
	struct buffer text = {0};
	const struct fold fold = {NULL, &text};
	bool holds;

	fold_session(&fold, agenda, &agenda->sessions[session]);
	fold_line(&fold, note);
	holds = holds_words(buffer_text(&text), NULL, words);
	buffer_free(&text);
	return holds;
}
