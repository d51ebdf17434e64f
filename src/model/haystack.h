/*
 * What a search looks through: the texts of each session (title, people, themes, formats, rooms,
 * abstract), folded once and kept, and the user's note about it.
 */
#ifndef NEC_MODEL_HAYSTACK_H
#define NEC_MODEL_HAYSTACK_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

#include <stdbool.h>

struct haystack;

/* The agenda must outlive it. Nothing is folded yet. */
struct haystack *haystack_new(const struct agenda *agenda);
void haystack_free(struct haystack *haystack); /* NULL is allowed */

/* Looks through the notes of these bookmarks from now on, and no longer through others; they are
 * copied. */
void haystack_set_notes(struct haystack *haystack, const struct bookmarks *bookmarks);

/* Folds ahead of a search what the first one would have to fold, of about so many bytes. */
void haystack_prepare(struct haystack *haystack, size_t bytes);

/* Whether a session holds every one of some folded words, which are parted by spaces. */
bool haystack_holds(struct haystack *haystack, size_t session, const char *words);

/* The same of a session that is looked at once, with the user's note about it; NULL for none. */
bool haystack_session_holds(const struct agenda *agenda, size_t session, const char *note,
			    const char *words);

/* Whether a folded text holds every one of them. */
bool haystack_text_holds(const char *folded, const char *words);

/* The next word of several from *words on, which moves behind it; false where there is none. The
 * buffer is replaced. */
bool haystack_next_word(const char **words, struct buffer *word);

#endif
