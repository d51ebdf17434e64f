#include "config.h"

#include "model/haystack.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/fold.h"
#include "base/memory.h"
#include "model/days.h"
#include "model/trait.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A tag or an address that is longer is taken for text. Bytes. */
enum { MARKUP_LONGEST = 4096 };

/*
 * What a session says, in pieces that are folded one after the other: most words that many sessions
 * hold are found in what is short and comes first.
 */
enum piece { PIECE_TITLE, PIECE_NAMES, PIECE_ABSTRACT, PIECE_REST, PIECE_COUNT };

struct folded {
	const char *text; /* NULL before it is needed */
	size_t length;
};

/* What a session says, and the user's note about it; NULL for none. */
struct texts {
	struct folded pieces[PIECE_COUNT];
	const char *note;
};

/* So many sessions have their texts together: of many only those that are looked at need memory. */
enum { BLOCK_SESSIONS = 512 };

/* A word that is looked for. */
struct needle {
	const char *text;
	size_t length;
	bool found;
};

/* How far one is with a session. */
struct look {
	ARRAY(struct needle) needles;
	size_t left; /* how many were not found yet */
};

/* Where text goes while it is folded. */
struct fold {
	struct fold_memory *memory; /* NULL where little is folded */
	struct buffer out;
	size_t effort; /* bytes of all texts so far */
};

struct haystack {
	const struct agenda *agenda;
	char *words;
	struct look look; /* for them */
	struct texts *
	    *blocks; /* by session / BLOCK_SESSIONS; NULL before one of them is asked for */
	struct query_rows noted; /* the sessions that have a note */
	struct arena *piece_arena, *note_arena;
	struct fold fold;
	size_t effort; /* without that */
};

/* A session that is looked at for the first time lies somewhere in the memory, and so does what it
 * says: that alone costs what so many bytes do. */
enum { SESSION_EFFORT = 256 };

/* Looking */

static void look_for(struct look *look, const char *words)
{
	look->needles.count = 0;
	for (words += strspn(words, " "); *words; words += strspn(words, " ")) {
		size_t length = strcspn(words, " ");

		array_push(&look->needles, ((struct needle){words, length, false}));
		words += length;
	}
}

static void begin(struct look *look)
{
	array_each (struct needle, needle, &look->needles)
		needle->found = false;
	look->left = look->needles.count;
}

/* Whether that was all. No word is in two texts at once. */
static bool look_at(struct look *look, const char *text, size_t length)
{
	array_each (struct needle, needle, &look->needles) {
		if (needle->found || !memmem(text, length, needle->text, needle->length))
			continue;
		needle->found = true;
		look->left--;
	}
	return !look->left;
}

/* Folding */

static void fold_line(struct fold *fold, const char *text)
{
	size_t length = text ? strlen(text) : 0;

	if (!text)
		return;
	fold_append_with(fold->memory, &fold->out, text, length);
	fold->effort += length;
	buffer_putc(&fold->out, '\n');
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
static void fold_markup(struct fold *fold, const struct markup *markup)
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
			taken = fold_entity(&fold->out, at);
		if (!taken)
			fold_append_with(fold->memory, &fold->out, at, taken = plain);
		at += taken;
	}
	fold->effort += (size_t)(at - text);
	buffer_putc(&fold->out, '\n');
}

static void fold_names(struct fold *fold, const struct agenda *agenda, enum trait trait,
		       size_t session)
{
	uint32_t single;
	struct indexes values = trait_values(agenda, trait, session, &single);

	for (size_t i = 0; i < values.count; i++)
		fold_line(fold, trait_name(agenda, trait, values.items[i]));
}

/* Replaces what was folded before. */
static void fold_piece(struct fold *fold, const struct agenda *agenda, size_t number,
		       enum piece piece)
{
	const struct session *session = &agenda->sessions[number];

	buffer_clear(&fold->out);
	if (piece == PIECE_TITLE) {
		fold_line(fold, session->title);
	} else if (piece == PIECE_NAMES) {
		fold_line(fold, session->subtitle);
		fold_names(fold, agenda, TRAIT_SPEAKER, number);
		fold_names(fold, agenda, TRAIT_THEME, number);
		fold_names(fold, agenda, TRAIT_FORMAT, number);
		fold_names(fold, agenda, TRAIT_ROOM, number);
	} else if (piece == PIECE_ABSTRACT) {
		fold_markup(fold, &session->abstract);
	} else {
		fold_markup(fold, &session->description);
		fold_line(fold, session->written);
	}
}

/* Sessions */

static size_t block_count(const struct haystack *haystack)
{
	return haystack->agenda->session_count / BLOCK_SESSIONS + 1;
}

static struct texts *texts_of(struct haystack *haystack, size_t session)
{
	struct texts **block = &haystack->blocks[session / BLOCK_SESSIONS];

	if (!*block)
		*block = memory_alloc(BLOCK_SESSIONS, sizeof **block);
	return &(*block)[session % BLOCK_SESSIONS];
}

struct haystack *haystack_new(const struct agenda *agenda)
{
	struct haystack *haystack = memory_alloc(1, sizeof *haystack);

	haystack->agenda = agenda;
	haystack->blocks = memory_alloc(block_count(haystack), sizeof *haystack->blocks);
	haystack->piece_arena = arena_new();
	haystack->fold.memory = fold_memory_new();
	return haystack;
}

void haystack_free(struct haystack *haystack)
{
	if (!haystack)
		return;
	free(haystack->words);
	array_free(&haystack->look.needles);
	for (size_t i = 0; i < block_count(haystack); i++)
		free(haystack->blocks[i]);
	free(haystack->blocks);
	query_rows_free(&haystack->noted);
	arena_free(haystack->piece_arena);
	arena_free(haystack->note_arena);
	fold_memory_free(haystack->fold.memory);
	buffer_free(&haystack->fold.out);
	free(haystack);
}

void haystack_set_words(struct haystack *haystack, const char *words)
{
	char *copy = memory_strdup(words);

	free(haystack->words);
	haystack->words = copy;
	look_for(&haystack->look, copy);
}

/* The sessions are scattered over the memory: while one is folded, the title of one that comes soon
 * is fetched, and what leads to that of a later one. */
static void fetch_ahead(const struct agenda *agenda, size_t session)
{
	enum { SOON = 6, LATER = 12 };

	if (session + LATER >= agenda->session_count)
		return;
	__builtin_prefetch(agenda->sessions[session + SOON].title);
	__builtin_prefetch(&agenda->sessions[session + LATER]);
}

static const struct folded *piece_of(struct haystack *haystack, struct texts *texts, size_t session,
				     enum piece piece)
{
	struct folded *folded = &texts->pieces[piece];
	const struct buffer *out = &haystack->fold.out;

	if (folded->text)
		return folded;
	if (piece == PIECE_TITLE)
		fetch_ahead(haystack->agenda, session);
	fold_piece(&haystack->fold, haystack->agenda, session, piece);
	folded->text = arena_strndup(haystack->piece_arena, buffer_text(out), out->length);
	folded->length = out->length;
	return folded;
}

bool haystack_holds(struct haystack *haystack, size_t session)
{
	struct look *look = &haystack->look;
	struct texts *texts = texts_of(haystack, session);
	bool all;

	begin(look);
	all = !look->left || (texts->note && look_at(look, texts->note, strlen(texts->note)));
	haystack->effort += SESSION_EFFORT;
	for (enum piece piece = 0; piece < PIECE_COUNT && !all; piece++) {
		const struct folded *folded = piece_of(haystack, texts, session, piece);

		all = look_at(look, folded->text, folded->length);
		haystack->effort += folded->length;
	}
	return all;
}

size_t haystack_effort(const struct haystack *haystack)
{
	return haystack->effort + haystack->fold.effort;
}

bool haystack_session_holds(const struct agenda *agenda, size_t session, const char *note,
			    const char *words)
{
	struct look look = {.left = 0};
	struct fold fold = {.memory = NULL};
	bool all;

	look_for(&look, words);
	begin(&look);
	fold_line(&fold, note);
	all = !look.left || look_at(&look, buffer_text(&fold.out), fold.out.length);
	for (enum piece piece = 0; piece < PIECE_COUNT && !all; piece++) {
		fold_piece(&fold, agenda, session, piece);
		all = look_at(&look, buffer_text(&fold.out), fold.out.length);
	}
	array_free(&look.needles);
	buffer_free(&fold.out);
	return all;
}

bool haystack_text_holds(const char *folded, const char *words)
{
	struct look look = {.left = 0};
	bool all;

	look_for(&look, words);
	begin(&look);
	all = !look.left || look_at(&look, folded, strlen(folded));
	array_free(&look.needles);
	return all;
}

/* Notes */

static void forget_notes(struct haystack *haystack)
{
	array_each (const uint32_t, session, &haystack->noted)
		texts_of(haystack, *session)->note = NULL;
	haystack->noted.count = 0;
	arena_free(haystack->note_arena);
	haystack->note_arena = NULL;
}

static void add_note(struct haystack *haystack, size_t session, const char *note)
{
	struct buffer *folded = &haystack->fold.out;

	if (!haystack->note_arena)
		haystack->note_arena = arena_new();
	buffer_clear(folded);
	fold_append_with(haystack->fold.memory, folded, note, strlen(note));
	texts_of(haystack, session)->note =
	    arena_strndup(haystack->note_arena, buffer_text(folded), folded->length);
	array_push(&haystack->noted, (uint32_t)session);
}

void haystack_set_notes(struct haystack *haystack, const struct bookmarks *bookmarks,
			struct query_rows *changed)
{
	query_rows_add(changed, &haystack->noted);
	forget_notes(haystack);
	for (size_t i = 0; i < bookmarks->count; i++) {
		const char *note = bookmarks->items[i].note;
		int session =
		    note ? agenda_find_session(haystack->agenda, bookmarks->items[i].id) : -1;

		for (; session >= 0; session = days_next(haystack->agenda, (size_t)session))
			add_note(haystack, (size_t)session, note);
	}
	query_rows_add(changed, &haystack->noted);
}

/* Words */

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
