/*
 * Pages put together from an agenda: documents that the browser shows and the text writer prints.
 */
#ifndef NEC_PRESENT_PAGES_H
#define NEC_PRESENT_PAGES_H

#include "document/document.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

/*
 * The event: its practical information (dates, place, address, each item with its link) first,
 * then the introduction, the themes with their descriptions, the formats with their usual lengths,
 * and the page as written. Every address stands once in its links.
 */
struct document *pages_event(const struct agenda *agenda);

/*
 * A session in full: when, how long (a usual length said to be usual), where, who, theme, format,
 * language, what overlaps it among the bookmarks, then its texts and links. `now` may be
 * CIVIL_NONE. Blocks that name facts are rows of two cells (label, value) of one table.
 */
struct document *pages_session(const struct agenda *agenda, size_t session,
			       const struct bookmarks *bookmarks, civil_moment now);

/* A markup text as a document, whatever its kind; an empty document where there is none. */
struct document *pages_markup(const struct markup *markup);

#endif
