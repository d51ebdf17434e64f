#include "config.h"

#include "programme/speakers.h"

#include "programme/words.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static void add(struct speakers *speakers, const char *name, size_t length)
{
	while (length > 0 && strchr(" \n.,;:-", name[length - 1]))
		length--;
	if (!length || length > SPEAKER_LONGEST || speakers->count == SPEAKERS_MOST)
		return;
	for (size_t i = 0; i < speakers->count; i++)
		if (strlen(speakers->names[i]) == length &&
		    !memcmp(speakers->names[i], name, length))
			return;
	speakers->names[speakers->count++] = memory_strndup(name, length);
}

void speakers_free(struct speakers *speakers)
{
	while (speakers->count)
		free(speakers->names[--speakers->count]);
}

/* Whether a character is a capital letter, accents or not. */
static bool is_capital(const char *text, size_t length)
{
	struct buffer folded = {0};
	uint32_t character;
	size_t size = utf8_decode(text, length, &character);
	bool capital;

	if (character < 0x80)
		return character >= 'A' && character <= 'Z';
	if (character < 0xC0 || character > 0x24F)
		return false;
	fold_append(&folded, text, size);
	/* In Latin-1 capitals stand 0x20 before the small ones, beyond it they are even. */
	capital = folded.length && folded.data[0] >= 'a' && folded.data[0] <= 'z' &&
		  (character < 0x100 ? character < 0xDF : character % 2 == 0);
	buffer_free(&folded);
	return capital;
}

static size_t word_length(const char *text)
{
	return strcspn(text, " \n,;:()[]/&|.!?\"");
}

static bool is_particle(const char *word, size_t length)
{
	static const char *const particles[] = {"de", "du",  "des", "d'",  "la",  "le", "el",
						"da", "van", "von", "der", "den", "di", "ben"};

	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (strlen(particles[i]) == length && !memcmp(particles[i], word, length))
			return true;
	return false;
}

/* Words with a capital that begin no name. */
static bool begins_no_name(const char *text)
{
	static const char *const words[] = {
	    "agence",	    "ministere",   "ministre", "direction", "directeur", "directrice",
	    "universite",   "atelier",	   "table",    "le",	    "la",	 "les",
	    "un",	    "une",	   "des",      "chef",	    "centre",	 "institut",
	    "commission",   "conseil",	   "equipe",   "salle",	    "projet",	 "programme",
	    "the",	    "association", "open",     "data",	    "retour",	 "questions",
	    "presentation", "ville",	   "region",   "pole",	    "grand"};
	struct buffer folded = {0};
	bool found = false;

	fold_append(&folded, text, word_length(text));
	found = words_begin(WORDS_SPEAKERS, buffer_text(&folded)) > 0;
	for (size_t i = 0; !found && i < sizeof words / sizeof *words; i++)
		found = !strcmp(buffer_text(&folded), words[i]);
	buffer_free(&folded);
	return found;
}

static size_t skip_title(const char *text)
{
	static const char *const titles[] = {"M. ", "Mme ", "Mr ",  "Ms ",	 "Mrs ",   "Dr ",
					     "Pr ", "Dr. ", "Pr. ", "Monsieur ", "Madame "};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (!strncmp(text, titles[i], strlen(titles[i])))
			return strlen(titles[i]);
	return 0;
}

/*
 * The length of the person's name at the start of a text, 0 where none stands there: two to five
 * words with capitals, particles between them allowed.
 */
static size_t name_length(const char *text)
{
	size_t at = 0, end = 0;
	int words = 0;

	if (begins_no_name(text))
		return 0;
	while (words < 6) {
		size_t length = word_length(text + at);

		/* An initial: "J. Martin" */
		if (length == 1 && text[at + 1] == '.' && is_capital(text + at, 1))
			length = 2;
		if (!length)
			break;
		if (is_capital(text + at, length)) {
			words++;
			end = at + length;
		} else if (!words || !is_particle(text + at, length)) {
			break;
		}
		at += length;
		if (text[at] != ' ')
			break;
		at++;
	}
	return words >= 2 && words <= 5 ? end : 0;
}

/* What parts one person from the next, outside of brackets; the bytes it takes, 0 for no. */
static size_t separator(const char *text)
{
	static const char *const separators[] = {",", ";", " et ", " and ", " & ", " / ", "\n"};

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		if (!strncmp(text, separators[i], strlen(separators[i])))
			return strlen(separators[i]);
	return 0;
}

/* Moves behind the next separator; false at the end of the list or of its sentence. */
static bool next_piece(const char **at)
{
	int depth = 0;

	for (const char *text = *at; *text; text++) {
		size_t size;

		if (*text == '(')
			depth++;
		else if (*text == ')' && depth > 0)
			depth--;
		if (depth)
			continue;
		if (*text == '.' && (text[1] == ' ' || !text[1]) && text - *at > 2)
			return false;
		size = separator(text);
		if (size) {
			*at = text + size;
			return true;
		}
	}
	return false;
}

void speakers_listed(struct speakers *speakers, const char *text)
{
	do {
		size_t length;

		while (*text == ' ' || *text == ':' || *text == '-')
			text++;
		if (!strncmp(text, "et ", 3) || !strncmp(text, "de ", 3))
			text += 3;
		text += skip_title(text);
		length = name_length(text);
		if (length)
			add(speakers, text, length);
	} while (speakers->count < SPEAKERS_MOST && next_piece(&text));
}

/* Moves over as many words as a folded phrase has. */
static const char *skip_words(const char *text, const char *phrase, size_t length)
{
	size_t words = 1;

	for (size_t i = 0; i < length; i++)
		words += phrase[i] == ' ';
	for (; words > 0 && *text; words--) {
		text += word_length(text);
		if (words > 1)
			text += strspn(text, " .");
	}
	return text;
}

void speakers_announced(struct speakers *speakers, const char *text)
{
	enum { ENOUGH = 2000, LONGEST_PHRASE = 40 };
	const char *end = text + strnlen(text, ENOUGH);
	struct buffer folded = {0};

	while (text < end && speakers->count < SPEAKERS_MOST) {
		size_t length;

		words_fold(&folded, text, strnlen(text, LONGEST_PHRASE));
		length = words_begin(WORDS_SPEAKERS, buffer_text(&folded));
		if (length) {
			text = skip_words(text, buffer_text(&folded), length);
			speakers_listed(speakers, text);
		} else {
			text += word_length(text);
		}
		text += strspn(text, " \n,;:()[]/&|.!?\"");
	}
	buffer_free(&folded);
}

void speakers_in_sentences(struct speakers *speakers, const char *text)
{
	enum { LONGEST_PHRASE = 40 };
	struct buffer folded = {0};

	while (speakers->count < SPEAKERS_MOST) {
		size_t length;

		text += strspn(text, " \n");
		words_fold(&folded, text, strnlen(text, LONGEST_PHRASE));
		length = words_begin(WORDS_SPEAKERS, buffer_text(&folded));
		if (length)
			speakers_listed(speakers, skip_words(text, buffer_text(&folded), length));
		text += strcspn(text, ".!?\n");
		if (!*text)
			break;
		text++;
	}
	buffer_free(&folded);
}

void speakers_stated(struct speakers *speakers, const char *text, size_t length)
{
	char *copy = memory_strndup(text, length);
	const char *start = copy;
	size_t end = strcspn(copy, ",;(\n");

	copy[end] = '\0';
	for (const char *at = copy; *at; at++) {
		size_t size = separator(at);

		if (!size)
			continue;
		add(speakers, start, (size_t)(at - start));
		at += size - 1;
		start = at + 1;
	}
	add(speakers, start, strlen(start));
	free(copy);
}

bool speakers_begin(const char *text)
{
	size_t length;

	text += skip_title(text);
	length = name_length(text);
	text += length;
	text += strspn(text, " ");
	return length && (!*text || strchr("\n,;(-", *text) || !strncmp(text, "–", strlen("–")) ||
			  !is_capital(text, strnlen(text, 4)));
}
