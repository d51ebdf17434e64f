/*
 * Pages put together from an agenda: documents that the browser shows and the text writer prints.
 * The caller frees them with document_free().
 */
#ifndef NEC_PRESENT_PAGES_H
#define NEC_PRESENT_PAGES_H

#include "document/document.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

/*
 * The event, without its title: its practical information (dates, place, address, each item with
 * its link) first, then the introduction, the themes with their descriptions, the formats with
 * their usual lengths, and the page as written. Every address stands once in its links, every
 * image of the lead once, with all its alternative texts.
 */
struct document *pages_event(const struct agenda *agenda);

/* Its two halves: the practical information as one table of facts, and what people read. */
struct document *pages_event_facts(const struct agenda *agenda);
struct document *pages_event_texts(const struct agenda *agenda);

/* Of the first half what those who come need, without what is said of the page itself. */
struct document *pages_event_practical(const struct agenda *agenda);

/*
 * A session in full: its title as a heading, then when, how long (a usual length said to be usual),
 * where, who, theme, format, language, what overlaps it and what comes next among the bookmarks,
 * then its texts and links. `now` may be CIVIL_NONE, `bookmarks` NULL. Blocks that name facts are
 * rows of two cells (label, value) of one table.
 */
struct document *pages_session(const struct agenda *agenda, size_t session,
			       const struct bookmarks *bookmarks, civil_moment now);

/* What its source says of a session in sentences: the abstract, and the description if it says
 * more. */
struct document *pages_session_texts(const struct agenda *agenda, size_t session);

/*
 * A markup text as a document, whatever its kind; an empty document where there is none. What
 * cannot be parsed (nested too deep) is shown as plain text.
 */
struct document *pages_markup(const struct markup *markup);

#endif
