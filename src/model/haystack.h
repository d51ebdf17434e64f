/*
 * What a search looks through: the texts of each session (title, people, themes, formats, rooms,
 * abstract), and the user's note about it. They are folded once, as far as a search has to look,
 * and kept.
 */
#ifndef NEC_MODEL_HAYSTACK_H
#define NEC_MODEL_HAYSTACK_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"
#include "model/query.h"

#include <stdbool.h>

struct haystack;

/* The agenda must outlive it. */
struct haystack *haystack_new(const struct agenda *agenda);
void haystack_free(struct haystack *haystack); /* NULL is allowed */

/*
 * Looks through the notes of these bookmarks from now on, and no longer through others; they are
 * copied. Sessions whose notes may have changed are added to *changed.
 */
void haystack_set_notes(struct haystack *haystack, const struct bookmarks *bookmarks,
			struct query_rows *changed);

/* Looks for every one of some folded words, which are parted by spaces and are copied; whether a
 * session holds them all. */
void haystack_set_words(struct haystack *haystack, const char *words);
bool haystack_holds(struct haystack *haystack, size_t session);

/* What that has cost since it was made: about the bytes that were folded and looked through. */
size_t haystack_effort(const struct haystack *haystack);

/* The same of a session that is looked at once, with the user's note about it; NULL for none. */
bool haystack_session_holds(const struct agenda *agenda, size_t session, const char *note,
			    const char *words);

/* Whether a folded text holds every one of them. */
bool haystack_text_holds(const char *folded, const char *words);

/* The next word of several from *words on, which moves behind it; false where there is none. The
 * buffer is replaced. */
bool haystack_next_word(const char **words, struct buffer *word);

#endif
