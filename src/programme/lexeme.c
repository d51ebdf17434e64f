#include "config.h"

#include "programme/lexeme.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>

enum { LONGEST_WORD = 12, EMOJI_STYLE = 0xFE0F /* behind an arrow, "➡️" */ };

#define WEEKDAY(n) WORD_WEEKDAY, n
#define MONTH(n)   WORD_MONTH, n

static const struct entry {
	char word[LONGEST_WORD + 1];
	uint16_t roles;
	uint16_t value;
} vocabulary[] = {
    {"", 0, 0}, /* index 0 is no word */

    {"lundi", WORD_WHOLE | WEEKDAY(0)},
    {"mardi", WORD_WHOLE | WEEKDAY(1)},
    {"mercredi", WORD_WHOLE | WEEKDAY(2)},
    {"jeudi", WORD_WHOLE | WEEKDAY(3)},
    {"vendredi", WORD_WHOLE | WEEKDAY(4)},
    {"samedi", WORD_WHOLE | WEEKDAY(5)},
    {"dimanche", WORD_WHOLE | WEEKDAY(6)},
    {"monday", WORD_WHOLE | WEEKDAY(0)},
    {"tuesday", WORD_WHOLE | WEEKDAY(1)},
    {"wednesday", WORD_WHOLE | WEEKDAY(2)},
    {"thursday", WORD_WHOLE | WEEKDAY(3)},
    {"friday", WORD_WHOLE | WEEKDAY(4)},
    {"saturday", WORD_WHOLE | WEEKDAY(5)},
    {"sunday", WORD_WHOLE | WEEKDAY(6)},
    {"lun", WEEKDAY(0)},
    {"mar", WEEKDAY(1)},
    {"mer", WEEKDAY(2)},
    {"jeu", WEEKDAY(3)},
    {"ven", WEEKDAY(4)},
    {"sam", WEEKDAY(5)},
    {"dim", WEEKDAY(6)},
    {"mon", WEEKDAY(0)},
    {"tue", WEEKDAY(1)},
    {"tues", WEEKDAY(1)},
    {"wed", WEEKDAY(2)},
    {"thu", WEEKDAY(3)},
    {"thur", WEEKDAY(3)},
    {"thurs", WEEKDAY(3)},
    {"fri", WEEKDAY(4)},
    {"sat", WEEKDAY(5)},
    {"sun", WEEKDAY(6)},

    {"janvier", WORD_WHOLE | MONTH(1)},
    {"fevrier", WORD_WHOLE | MONTH(2)},
    {"mars", WORD_WHOLE | MONTH(3)},
    {"avril", WORD_WHOLE | MONTH(4)},
    {"mai", WORD_WHOLE | MONTH(5)},
    {"juin", WORD_WHOLE | MONTH(6)},
    {"juillet", WORD_WHOLE | MONTH(7)},
    {"aout", WORD_WHOLE | MONTH(8)},
    {"septembre", WORD_WHOLE | MONTH(9)},
    {"octobre", WORD_WHOLE | MONTH(10)},
    {"novembre", WORD_WHOLE | MONTH(11)},
    {"decembre", WORD_WHOLE | MONTH(12)},
    {"january", WORD_WHOLE | WORD_ENGLISH | MONTH(1)},
    {"february", WORD_WHOLE | WORD_ENGLISH | MONTH(2)},
    {"march", WORD_WHOLE | WORD_ENGLISH | MONTH(3)},
    {"april", WORD_WHOLE | WORD_ENGLISH | MONTH(4)},
    {"may", WORD_WHOLE | WORD_ENGLISH | MONTH(5)},
    {"june", WORD_WHOLE | WORD_ENGLISH | MONTH(6)},
    {"july", WORD_WHOLE | WORD_ENGLISH | MONTH(7)},
    {"august", WORD_WHOLE | WORD_ENGLISH | MONTH(8)},
    {"september", WORD_WHOLE | WORD_ENGLISH | MONTH(9)},
    {"october", WORD_WHOLE | WORD_ENGLISH | MONTH(10)},
    {"november", WORD_WHOLE | WORD_ENGLISH | MONTH(11)},
    {"december", WORD_WHOLE | WORD_ENGLISH | MONTH(12)},
    {"janv", MONTH(1)},
    {"jan", WORD_ENGLISH | MONTH(1)},
    {"fevr", MONTH(2)},
    {"fev", MONTH(2)},
    {"feb", WORD_ENGLISH | MONTH(2)},
    {"avr", MONTH(4)},
    {"apr", WORD_ENGLISH | MONTH(4)},
    {"jun", WORD_ENGLISH | MONTH(6)},
    {"juil", MONTH(7)},
    {"jul", WORD_ENGLISH | MONTH(7)},
    {"aug", WORD_ENGLISH | MONTH(8)},
    {"sept", WORD_ENGLISH | MONTH(9)},
    {"sep", WORD_ENGLISH | MONTH(9)},
    {"oct", WORD_ENGLISH | MONTH(10)},
    {"nov", WORD_ENGLISH | MONTH(11)},
    {"dec", WORD_ENGLISH | MONTH(12)},

    {"h", WORD_HOUR, 0},
    {"hr", WORD_HOUR, 0},
    {"hrs", WORD_HOUR, 0},
    {"heure", WORD_HOUR | WORD_WHOLE, 0},
    {"heures", WORD_HOUR | WORD_WHOLE, 0},
    {"hour", WORD_HOUR | WORD_WHOLE | WORD_ENGLISH, 0},
    {"hours", WORD_HOUR | WORD_WHOLE | WORD_ENGLISH, 0},
    {"m", WORD_MINUTES, 0},
    {"mn", WORD_MINUTES, 0},
    {"min", WORD_MINUTES, 0},
    {"mins", WORD_MINUTES, 0},
    {"minute", WORD_MINUTES | WORD_WHOLE, 0},
    {"minutes", WORD_MINUTES | WORD_WHOLE, 0},
    {"am", WORD_MERIDIEM, 0},
    {"pm", WORD_MERIDIEM, 12},
    /* temporal_may_hold_time() looks for what these begin with. */
    {"midi", WORD_CLOCK, 12 * 60},
    {"noon", WORD_CLOCK, 12 * 60},
    {"midday", WORD_CLOCK, 12 * 60},
    {"minuit", WORD_CLOCK, 0},
    {"midnight", WORD_CLOCK, 0},

    {"er", WORD_SUFFIX, 0},
    {"ere", WORD_SUFFIX, 0},
    {"e", WORD_SUFFIX, 0},
    {"eme", WORD_SUFFIX, 0},
    {"st", WORD_SUFFIX, 0},
    {"nd", WORD_SUFFIX, 0},
    {"rd", WORD_SUFFIX, 0},
    {"th", WORD_SUFFIX, 0},
    {"premier", WORD_NTH, 1},
    {"premiere", WORD_NTH, 1},
    {"first", WORD_NTH, 1},
    {"deuxieme", WORD_NTH, 2},
    {"second", WORD_NTH, 2},
    {"seconde", WORD_NTH, 2},
    {"troisieme", WORD_NTH, 3},
    {"third", WORD_NTH, 3},
    {"quatrieme", WORD_NTH, 4},
    {"fourth", WORD_NTH, 4},
    {"cinquieme", WORD_NTH, 5},
    {"fifth", WORD_NTH, 5},
    {"jour", WORD_DAYWORD, 0},
    {"journee", WORD_DAYWORD, 0},
    {"day", WORD_DAYWORD, 0},

    {"a", WORD_TO, 0},
    {"au", WORD_TO, 0},
    {"to", WORD_TO, 0},
    {"till", WORD_TO, 0},
    {"through", WORD_TO, 0},
    {"until", WORD_TO, 0},
    {"et", WORD_AND, 0},
    {"and", WORD_AND, 0},
    {"entre", WORD_BETWEEN, 0},
    {"between", WORD_BETWEEN, 0},
    {"de", WORD_OF, 0},
    {"d", WORD_OF, 0},
    {"of", WORD_OF, 0},

    /* Only met in the phrases before a date, a time or a length. */
    {"about", 0, 0},
    {"after", 0, 0},
    {"apres", 0, 0},
    {"around", 0, 0},
    {"as", 0, 0},
    {"at", 0, 0},
    {"avant", 0, 0},
    {"before", 0, 0},
    {"by", 0, 0},
    {"ce", 0, 0},
    {"chaque", 0, 0},
    {"compter", 0, 0},
    {"des", 0, 0},
    {"depuis", 0, 0},
    {"du", 0, 0},
    {"durant", 0, 0},
    {"duree", 0, 0},
    {"durees", 0, 0},
    {"during", 0, 0},
    {"en", 0, 0},
    {"environ", 0, 0},
    {"every", 0, 0},
    {"for", 0, 0},
    {"from", 0, 0},
    {"ici", 0, 0},
    {"in", 0, 0},
    {"jusqu", 0, 0},
    {"jusque", 0, 0},
    {"l", 0, 0},
    {"lasting", 0, 0},
    {"lasts", 0, 0},
    {"later", 0, 0},
    {"le", 0, 0},
    {"les", 0, 0},
    {"limite", 0, 0},
    {"maximum", 0, 0},
    {"max", 0, 0},
    {"moins", 0, 0},
    {"no", 0, 0},
    {"on", 0, 0},
    {"or", 0, 0},
    {"ou", 0, 0},
    {"par", 0, 0},
    {"partir", 0, 0},
    {"pendant", 0, 0},
    {"per", 0, 0},
    {"plus", 0, 0},
    {"pour", 0, 0},
    {"prochain", 0, 0},
    {"since", 0, 0},
    {"soit", 0, 0},
    {"starting", 0, 0},
    {"sur", 0, 0},
    {"tard", 0, 0},
    {"than", 0, 0},
    {"the", 0, 0},
    {"toutes", 0, 0},
    {"une", 0, 0},
    {"vers", 0, 0},
};

enum { VOCABULARY = sizeof vocabulary / sizeof *vocabulary };
_Static_assert(VOCABULARY < 256, "a word's index is one byte");

const char *lexeme_spelling(const struct lexeme *lexeme)
{
	return vocabulary[lexeme->word].word;
}

/*
 * The vocabulary by first letters and lengths: chains of indexes, 0 at their ends. Made once, for
 * it depends on nothing: texts are many and short.
 */
struct chains {
	bool made;
	uint8_t first[26][LONGEST_WORD + 1], next[VOCABULARY];
};

static const struct chains *vocabulary_chains(void)
{
	static struct chains made;
	struct chains *chains = &made;

	if (chains->made)
		return chains;
	chains->made = true;
	for (size_t i = VOCABULARY; i-- > 1;) {
		const char *word = vocabulary[i].word;
		uint8_t *first = &chains->first[*word - 'a'][strlen(word)];

		chains->next[i] = *first;
		*first = (uint8_t)i;
	}
	return chains;
}

static uint8_t find_word(const struct chains *chains, const char *word, size_t length)
{
	uint8_t i = 0;

	if (length <= LONGEST_WORD && *word >= 'a' && *word <= 'z')
		i = chains->first[*word - 'a'][length];
	while (i && memcmp(vocabulary[i].word, word, length) != 0)
		i = chains->next[i];
	return i;
}

struct cutter {
	struct lexemes *out;
	const char *text;
	size_t length;
	bool spaced;	    /* white space stood before the lexeme to come */
	struct buffer word; /* the folded word in hand */
	const struct chains *chains;
};

static struct lexeme *add(struct cutter *cutter, enum lexeme_kind kind, size_t start, size_t end)
{
	struct lexeme lexeme = {
	    .start = (uint32_t)start, .end = (uint32_t)end, .kind = kind, .glued = !cutter->spaced};

	array_push(cutter->out, lexeme);
	cutter->spaced = false;
	return &cutter->out->items[cutter->out->count - 1];
}

static bool is_digit(unsigned char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_letter(unsigned char byte)
{
	return (byte | 32) >= 'a' && (byte | 32) <= 'z';
}

static size_t cut_number(struct cutter *cutter, size_t at)
{
	enum { MOST_DIGITS = 9 };
	size_t end = at;
	uint32_t value = 0;
	struct lexeme *lexeme;

	while (end < cutter->length && is_digit((unsigned char)cutter->text[end])) {
		if (end - at < MOST_DIGITS)
			value = value * 10 + (uint32_t)(cutter->text[end] - '0');
		end++;
	}
	if (end - at > MOST_DIGITS) {
		add(cutter, LEXEME_OTHER, at, end);
		return end;
	}
	lexeme = add(cutter, LEXEME_NUMBER, at, end);
	lexeme->value = value;
	lexeme->digits = (uint8_t)(end - at);
	return end;
}

static uint32_t plain_mark(uint32_t character, const char *folded)
{
	static const uint32_t arrows[] = {0x2192, 0x279C, 0x27A1, 0x2794, 0x27F6, 0x203A, 0x21D2};

	if (*folded == '-' || *folded == '\'')
		return (uint32_t)*folded;
	for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
		if (arrows[i] == character)
			return '>';
	return character;
}

/* How many bytes of something that folds to letters stand at `at`; 0 for none. */
static size_t letter(struct cutter *cutter, size_t at)
{
	unsigned char byte = (unsigned char)cutter->text[at];
	size_t before = cutter->word.length, size;
	uint32_t character;

	if (byte < 0x80)
		return 0;
	size = utf8_decode(cutter->text + at, cutter->length - at, &character);
	fold_append(&cutter->word, cutter->text + at, size);
	if (cutter->word.length == before) /* a combining mark goes with the letter before it */
		return before ? size : 0;
	byte = (unsigned char)cutter->word.data[before];
	if (is_letter(byte) || (byte >= 0xC3 && size > 1 && character < 0x2000))
		return size;
	buffer_truncate(&cutter->word, before);
	return 0;
}

static bool is_apostrophe(struct cutter *cutter, size_t at, size_t *size)
{
	uint32_t character;

	if (at >= cutter->length)
		return false;
	*size = utf8_decode(cutter->text + at, cutter->length - at, &character);
	return character == '\'' || character == 0x2019 || character == 0x2018;
}

static void add_word(struct cutter *cutter, size_t start, size_t end)
{
	uint8_t word = find_word(cutter->chains, buffer_text(&cutter->word), cutter->word.length);
	struct lexemes *out = cutter->out;
	struct lexeme *lexeme;

	if (!word && out->count && out->items[out->count - 1].kind == LEXEME_OTHER) {
		out->items[out->count - 1].end = (uint32_t)end;
		cutter->spaced = false;
		return;
	}
	lexeme = add(cutter, word ? LEXEME_WORD : LEXEME_OTHER, start, end);
	lexeme->word = word;
	lexeme->roles = vocabulary[word].roles;
	lexeme->value = vocabulary[word].value;
}

/* "a.m." and "p.m." are one word. */
static size_t meridiem_end(struct cutter *cutter, size_t end)
{
	const char *word = buffer_text(&cutter->word), *rest = cutter->text + end;

	if (cutter->word.length != 1 || (*word != 'a' && *word != 'p') ||
	    end + 2 > cutter->length || rest[0] != '.' || (rest[1] | 32) != 'm' ||
	    (end + 2 < cutter->length && is_letter((unsigned char)rest[2])))
		return end;
	buffer_putc(&cutter->word, 'm');
	return end + 2 < cutter->length && rest[2] == '.' ? end + 3 : end + 2;
}

/* Adds the letters of ASCII that stand at `at` to the word; returns how many. */
static size_t plain_letters(struct cutter *cutter, size_t at)
{
	size_t end = at;
	char *to;

	while (end < cutter->length && is_letter((unsigned char)cutter->text[end]))
		end++;
	if (end == at)
		return 0;
	to = buffer_room(&cutter->word, end - at);
	for (size_t i = at; i < end; i++)
		*to++ = (char)(cutter->text[i] | 32);
	buffer_grown(&cutter->word, end - at);
	return end - at;
}

static size_t cut_word(struct cutter *cutter, size_t at)
{
	size_t end = at, size;

	buffer_clear(&cutter->word);
	while (end < cutter->length &&
	       ((size = plain_letters(cutter, end)) > 0 || (size = letter(cutter, end)) > 0))
		end += size;
	if (end == at)
		return at;
	end = meridiem_end(cutter, end);
	if (is_apostrophe(cutter, end, &size))
		end += size;
	add_word(cutter, at, end);
	return end;
}

static size_t cut_mark(struct cutter *cutter, size_t at)
{
	uint32_t character;
	size_t size = utf8_decode(cutter->text + at, cutter->length - at, &character);
	struct lexeme *lexeme;

	if (utf8_is_space(character)) {
		cutter->spaced = true;
		return at + size;
	}
	if (character == EMOJI_STYLE)
		return at + size;
	buffer_clear(&cutter->word);
	fold_append(&cutter->word, cutter->text + at, size);
	lexeme = add(cutter, LEXEME_MARK, at, at + size);
	lexeme->value = plain_mark(character, buffer_text(&cutter->word));
	return at + size;
}

void lexeme_cut(struct lexemes *lexemes, const char *text, size_t length)
{
	struct cutter cutter = {.out = lexemes, .text = text, .length = length, .spaced = true};

	cutter.chains = vocabulary_chains();
	lexemes->count = 0;
	for (size_t at = 0; at < length;) {
		size_t end;

		if (is_digit((unsigned char)text[at])) {
			at = cut_number(&cutter, at);
			continue;
		}
		end = cut_word(&cutter, at);
		at = end > at ? end : cut_mark(&cutter, at);
	}
	add(&cutter, LEXEME_END, length, length);
	lexemes->count--;
	buffer_free(&cutter.word);
}

void lexeme_free(struct lexemes *lexemes)
{
	array_free(lexemes);
}
