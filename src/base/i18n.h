/*
 * gettext shorthand. English stands in the source; po/ holds the other languages.
 */
#ifndef NEC_BASE_I18N_H
#define NEC_BASE_I18N_H

#include <libintl.h>

#define _(text)	 i18n_text(text)
#define N_(text) (text) /* marks a text of a table, translated with _() where it is used */

/*
 * A text whose meaning depends on where it stands: C_("month", "May"). The context is for the
 * translator; the catalogue keeps it before the text, parted by \004, as msgctxt does.
 */
#define C_(context, text)  i18n_in_context(context "\004" text, text)
#define NC_(context, text) context "\004" text

/* The translation of a text, which never changes nor goes away: what it was translated to last is
 * kept by its address, until another language is spoken. */
const char *i18n_text(const char *text) __attribute__((format_arg(1)));
void i18n_forget(void);

/* The translation of a text with context, or `text` where the catalogue has none. */
const char *i18n_in_context(const char *key, const char *text) __attribute__((format_arg(2)));

/* The same for a key made with NC_(), whose plain text begins behind the \004. */
const char *i18n_context_key(const char *key);

#endif
