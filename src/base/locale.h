/*
 * The user's language and character set, made usable whatever is installed.
 */
#ifndef NEC_BASE_LOCALE_H
#define NEC_BASE_LOCALE_H

#include <stdbool.h>

/*
 * Sets the process's locale from LC_ALL, LC_CTYPE, LC_MESSAGES, LANG and LANGUAGE, and finds the
 * message catalogues. To be called once, first of all.
 *
 * - LC_CTYPE is always a UTF-8 locale afterwards, so that characters are measured rightly.
 * - A locale that is not installed is replaced by C.UTF-8; its language is still used, through
 *   LANGUAGE, which gettext heeds in every locale but C.
 * - Where no variable says the character set it is UTF-8, as Python has it; where none says the
 *   language it is English until locale_speak().
 * - Numbers stay in the C form (LC_NUMERIC is never set).
 */
void locale_begin(void);

/*
 * Speaks a language ("fr"; "en" for none of the catalogues) from now on, whatever the variables
 * say and whether or not a locale of it is installed. Characters stay those of the locale.
 */
void locale_speak(const char *language);

/* The environment as it was before locale_begin(), for other programs: what language is spoken here
 * is none of their business. */
char **locale_environment(void);

/* Whether texts come in that language now. */
bool locale_speaks(const char *language);

/* Whether the variables said nothing of the language at the start: none of LANGUAGE, LC_ALL,
 * LC_MESSAGES and LANG was set, or LANG alone, to C.UTF-8. */
bool locale_is_silent(void);

/* Whether the user's terminal takes UTF-8; false for LC_ALL=C and every other character set. */
bool locale_is_utf8(void);

#endif
