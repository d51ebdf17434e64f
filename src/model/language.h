/*
 * Languages as sources name them. "fr", "FR", "fr-CA", "French", "Français" and "francés" are one;
 * "de, en" and "français / anglais" are two.
 */
#ifndef NEC_MODEL_LANGUAGE_H
#define NEC_MODEL_LANGUAGE_H

#include "base/buffer.h"

#include <stdbool.h>

/*
 * Takes the next language from *text on, which moves behind it: *language becomes its code ("fr"),
 * or, for one that is not known, what is written. False where there is none left.
 */
bool language_next(const char **text, struct buffer *language);

/* What people call a language, in their own; what is written, for one that is not known. */
const char *language_name(const char *language);

#endif
