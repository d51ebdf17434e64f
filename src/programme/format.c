#include "config.h"

#include "programme/format.h"

#include "programme/words.h"

#include "base/fold.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Plurals that lose more than an s, and what is written in two ways. */
static const struct {
	const char *written, *singular;
} irregular[] = {
    {"masterclasses", "masterclass"}, {"master classes", "master class"}, {"pitches", "pitch"},
    {"table-ronde", "table ronde"},   {"tables-rondes", "table ronde"},	  {"webinars", "webinar"}};

static char *small_letters(const char *text, size_t length)
{
	struct buffer out = {0};
	uint32_t character;

	for (size_t at = 0; at < length;) {
		at += utf8_decode(text + at, length - at, &character);
		if ((character >= 'A' && character <= 'Z') ||
		    (character >= 0xC0 && character <= 0xDE && character != 0xD7))
			character += 0x20;
		utf8_append(&out, character);
	}
	return buffer_steal(&out);
}

/* The bytes of `text` whose folded form is `folded` bytes long. */
static size_t unfold(const char *text, size_t length, size_t folded)
{
	struct buffer out = {0};
	size_t at = 0;
	uint32_t character;

	while (at < length && out.length < folded) {
		size_t size = utf8_decode(text + at, length - at, &character);

		fold_append(&out, text + at, size);
		at += size;
	}
	buffer_free(&out);
	return at;
}

static bool is_format(const char *name)
{
	struct buffer folded = {0};
	bool whole;

	words_fold(&folded, name, strlen(name));
	whole = words_begin(WORDS_FORMAT, buffer_text(&folded)) == folded.length ||
		words_begin(WORDS_VAGUE, buffer_text(&folded)) == folded.length;
	buffer_free(&folded);
	return whole;
}

/* Takes the s off a word's end where what is left still names a format. */
static void drop_plural(char *name, char *word_end)
{
	char *shorter;

	if (word_end - name < 3 || word_end[-1] != 's' || word_end[-2] == 's')
		return;
	shorter = memory_strdup(name);
	memmove(shorter + (word_end - name) - 1, word_end, strlen(word_end) + 1);
	if (is_format(shorter))
		strcpy(name, shorter);
	free(shorter);
}

static char *singular(char *name)
{
	for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++) {
		if (fold_equal(name, irregular[i].written)) {
			free(name);
			return memory_strdup(irregular[i].singular);
		}
	}
	for (char *at = name; *at; at++)
		if (at[1] == ' ' || at[1] == '-' || !at[1])
			drop_plural(name, at + 1);
	return name;
}

static char *begin_with(enum words_kind kind, const char *text, size_t length, size_t *taken)
{
	struct buffer folded = {0};
	size_t size;

	words_fold(&folded, text, length);
	size = words_begin(kind, buffer_text(&folded));
	buffer_free(&folded);
	if (!size)
		return NULL;
	*taken = unfold(text, length, size);
	return singular(small_letters(text, *taken));
}

char *format_name(const char *text, size_t length, size_t *taken)
{
	size_t unused;

	return begin_with(WORDS_FORMAT, text, length, taken ? taken : &unused);
}

char *format_of_tag(const char *text, size_t length)
{
	size_t taken;
	char *name = begin_with(WORDS_FORMAT, text, length, &taken);

	return name ? name : begin_with(WORDS_VAGUE, text, length, &taken);
}
