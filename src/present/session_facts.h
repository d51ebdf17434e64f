/*
 * What is known of one session, as rows of a table of facts.
 */
#ifndef NEC_PRESENT_SESSION_FACTS_H
#define NEC_PRESENT_SESSION_FACTS_H

#include "base/buffer.h"
#include "document/composer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

/* The whole table; `bookmarks` may be NULL, `now` CIVIL_NONE. */
void session_facts_compose(struct composer *composer, const struct agenda *agenda, size_t session,
			   const struct bookmarks *bookmarks, civil_moment now);

/*
 * Each as one text on one line, appended to a buffer; nothing where nothing is known.
 */
void session_facts_themes(struct buffer *out, const struct agenda *agenda, size_t session);
void session_facts_formats(struct buffer *out, const struct agenda *agenda, size_t session);
void session_facts_rooms(struct buffer *out, const struct agenda *agenda, size_t session);
void session_facts_speakers(struct buffer *out, const struct agenda *agenda, size_t session);

/*
 * What is known of it beside its title, time and people, on one line: "Saal 1 · Ethics · Talk ·
 * German". No line begins with a dot when it is wrapped.
 */
void session_facts_line(struct buffer *out, const struct agenda *agenda, size_t session);

/* Whether its source says more of it, as written, than its title, times and other facts do. */
bool session_facts_says_more(const struct agenda *agenda, size_t session);

#endif
