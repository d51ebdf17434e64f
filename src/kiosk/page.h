/*
 * The pages a visitor goes through: one table. A page is a list of large items, a text, or both.
 */
#ifndef NEC_KIOSK_PAGE_H
#define NEC_KIOSK_PAGE_H

#include "base/buffer.h"
#include "document/document.h"
#include "kiosk/kiosk.h"
#include "kiosk/picks.h"
#include "tui/list.h"

enum page_id {
	PAGE_HOME,
	PAGE_NOW,      /* what is on and what comes next */
	PAGE_DAYS,     /* item: nothing */
	PAGE_HOURS,    /* item: a day with many sessions */
	PAGE_SESSIONS, /* item: a day; part: an hour of it, or PART_ALL */
	PAGE_THEMES,
	PAGE_THEME,   /* item: a theme */
	PAGE_SESSION, /* item: a session */
	PAGE_INFORMATION,
	PAGE_ACCESS, /* how to get here */
	PAGE_PICKS,
	PAGE_CODE, /* a session as a code for a phone; item: it */
	PAGE_WALK, /* the picks as codes; item: which of them */
	PAGE_LINK, /* a link as a code; item: which of them */
	PAGE_COUNT
};

#define PART_ALL UINT32_MAX

/* Where a visitor is. */
struct spot {
	enum page_id page;
	uint32_t item, part;
	size_t cursor; /* the selected item; LIST_NONE on arrival: where item_start() says */
	size_t leaf;   /* of the text, as many lines as there is room for */
};

struct page {
	void (*title)(const struct kiosk *kiosk, const struct spot *place, struct buffer *out);
	void (*fill)(const struct kiosk *kiosk, const struct spot *place, struct list *items);

	/* What is to be read; the caller frees it. NULL where the page has no text. */
	struct document *(*text)(const struct kiosk *kiosk, const struct spot *place);

	/* Draws a code that takes the whole height (scene.h); NULL where there is none. */
	void (*draw)(const struct kiosk *kiosk, struct screen *screen);
};

const struct page *page_at(enum page_id page);

/* The same place in another edition of the agenda; false where it is not there any more. */
bool page_carry(struct spot *place, const struct agenda *from, const struct agenda *to);

/* What the show tells, to be freed: how to come, and what else those who come need. */
struct document *page_access_text(const struct kiosk *kiosk);
struct document *page_practical_text(const struct kiosk *kiosk);

/* What a document is made of where a page has nothing to show but a sentence. */
struct document *page_sentence(const char *text);

#endif
