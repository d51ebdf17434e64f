/*
 * Codes that a phone reads: a session as an entry for its calendar, a link.
 */
#ifndef NEC_KIOSK_CODE_H
#define NEC_KIOSK_CODE_H

#include "kiosk/page.h"
#include "tui/screen.h"

/* The session that a place shows as a code. */
uint32_t code_session(const struct kiosk *kiosk, const struct spot *place);

/* The links of an agenda that visitors want: the event's own, then those of its information. */
size_t code_links(const struct agenda *agenda);
const char *code_link(const struct agenda *agenda, size_t number); /* "" behind the last */

/* What it is, and of several of one kind which: "Registration – for a group". */
void code_say_link(const struct kiosk *kiosk, size_t number, struct buffer *out);

/* Which of them is about the event as a whole: its page, else the front page of a site, else the
 * first. There has to be one. */
size_t code_event_link(const struct agenda *agenda);

/*
 * Each draws the code as large as a tall scene allows, with a title and words beside it. Where a
 * session does not fit, not even without its place, the event's link is shown instead and the words
 * say so; where nothing does, the address stands there in words.
 */
void code_draw_session(const struct kiosk *kiosk, struct screen *screen);
void code_draw_link(const struct kiosk *kiosk, struct screen *screen);

/* The same of a link, for the show. */
void code_draw(const struct kiosk *kiosk, struct screen *screen, const char *url, const char *title,
	       const char *words);

#endif
