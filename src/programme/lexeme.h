/*
 * Lexemes: a line of text cut into numbers, marks and words, for the grammar of dates and times
 * (programme/temporal.h). Words are folded (base/fold.h) and looked up in one vocabulary of what
 * people write around dates and times in French and English; what is not in it is LEXEME_OTHER.
 */
#ifndef NEC_PROGRAMME_LEXEME_H
#define NEC_PROGRAMME_LEXEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum lexeme_kind {
	LEXEME_END, /* stands behind the last one */
	LEXEME_NUMBER,
	LEXEME_MARK, /* punctuation and symbols: dashes are '-', arrows '>', apostrophes '\'' */
	LEXEME_WORD,
	LEXEME_OTHER /* one or more words that nobody knows */
};

/* What a known word can be; some are several. */
enum word_role {
	WORD_WEEKDAY = 1 << 0,	/* value: 0 is Monday */
	WORD_MONTH = 1 << 1,	/* value: 1 to 12 */
	WORD_WHOLE = 1 << 2,	/* written out, no abbreviation */
	WORD_ENGLISH = 1 << 3,	/* a month as English writes it */
	WORD_HOUR = 1 << 4,	/* h, heures */
	WORD_MINUTES = 1 << 5,	/* min, minutes, m */
	WORD_MERIDIEM = 1 << 6, /* value: hours to add */
	WORD_CLOCK = 1 << 7,	/* midi, minuit: value in minutes */
	WORD_SUFFIX = 1 << 8,	/* er, st, th */
	WORD_NTH = 1 << 9,	/* premier, second: value */
	WORD_DAYWORD = 1 << 10, /* jour, journée, day */
	WORD_OF = 1 << 11,	/* de, d', of */
	WORD_TO = 1 << 12,	/* à, au, to */
	WORD_AND = 1 << 13,	/* et, and */
	WORD_BETWEEN = 1 << 14	/* entre, between */
};

struct lexeme {
	uint32_t start, end; /* bytes of the text; an apostrophe belongs to the word before it */
	uint32_t value;	     /* a number's, a mark's character, else the vocabulary's */
	uint16_t roles;	     /* enum word_role, or-ed */
	uint8_t word;	     /* for lexeme_spelling() */
	uint8_t kind;
	uint8_t digits; /* of a number */
	bool glued;	/* no space stands before it */
};

struct lexemes {
	struct lexeme *items; /* the last one is LEXEME_END and is not counted */
	size_t count, capacity;
};

/* Replaces what is in *lexemes. Numbers of more than nine digits are LEXEME_OTHER. */
void lexeme_cut(struct lexemes *lexemes, const char *text, size_t length);
void lexeme_free(struct lexemes *lexemes);

/* The folded word of a LEXEME_WORD; "" for the others. */
const char *lexeme_spelling(const struct lexeme *lexeme);

#endif
