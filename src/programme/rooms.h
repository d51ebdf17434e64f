/*
 * What begins like the name of a room: with a word for one (WORDS_ROOM), or with a name that the
 * page itself gives to a room, whatever that is. Functions take NULL where it names none.
 *
 * Folded texts are those of words_fold().
 */
#ifndef NEC_PROGRAMME_ROOMS_H
#define NEC_PROGRAMME_ROOMS_H

#include <stdbool.h>
#include <stddef.h>

enum { ROOMS_MOST = 200 };

struct rooms;

struct rooms *rooms_new(void);
void rooms_free(struct rooms *rooms);

/* False where it is none, for want of letters and figures, or ROOMS_MOST are there already. */
bool rooms_add(struct rooms *rooms, const char *name);

/* The way the page writes a name, where the text is one in other letters; else the text. Valid as
 * long as both. */
const char *rooms_spell(const struct rooms *rooms, const char *text);

/* How many bytes of folded text a name that was added takes, at its beginning and up to the end of
 * a word; 0 where it begins otherwise. The longest counts. */
size_t rooms_named(const struct rooms *rooms, const char *folded);

/* Whether a folded text begins like a room, or like one behind articles ("Notre", "Les"). */
bool rooms_begin(const struct rooms *rooms, const char *folded);
bool rooms_begin_loosely(const struct rooms *rooms, const char *folded);

#endif
