/*
 * The kiosk without a terminal: what a public screen shows, and what a visitor can do with it. It
 * is an interface of its own and no mode of the browser: quitting, suspending, files, links and
 * exports are not refused in it, they are not there.
 *
 * Untouched it plays its show (kiosk/show.h); a key or a touch stops the show where it stands, and
 * the visitor goes on from there with four keys (up, down, Enter, back) or by touch alone
 * (kiosk/page.h). Left alone again it forgets the visitor and goes back to the show. Nothing is
 * ever written; all of it is bounded by the agenda and the window.
 *
 * kiosk_update() is the only thing that changes it; kiosk_draw() changes nothing. Time arrives as
 * a message, so that three days can be rehearsed in a second.
 */
#ifndef NEC_KIOSK_KIOSK_H
#define NEC_KIOSK_KIOSK_H

#include "model/agenda.h"
#include "tui/screen.h"

#include <stdbool.h>
#include <stdint.h>

struct kiosk;

enum kiosk_message_kind {
	KIOSK_TIME,   /* what the clocks show; to be sent before each of the others */
	KIOSK_KEY,    /* a key was hit */
	KIOSK_TOUCH,  /* the screen was touched, or clicked */
	KIOSK_WHEEL,  /* a wheel was turned */
	KIOSK_RESIZE, /* the terminal has another size */
	KIOSK_AGENDA, /* there is an agenda, or a newer one */
	KIOSK_TROUBLE /* a line for the organiser */
};

struct kiosk_message {
	enum kiosk_message_kind kind;
	union {
		struct {
			civil_moment now;     /* at the venue */
			int64_t milliseconds; /* of a clock that is never set */
		} time;
		uint32_t key; /* tui/key.h */
		struct {
			int row, column; /* from 0 */
		} touch;
		int wheel; /* -1 up, 1 down */
		struct {
			int rows, columns;
		} resize;
		/* The one before may be freed once kiosk_update() has returned. */
		const struct agenda *agenda;
		const char *trouble; /* copied; NULL for none any more */
	};
};

struct kiosk_options {
	int idle_seconds;     /* untouched for so long, it forgets the visitor */
	const char *language; /* which it speaks to each new visitor: "fr" or "en" */
	bool blocks;	      /* the terminal shows half blocks, which make QR codes smaller */
};

/* It speaks the options' language (base/locale.h). There is no agenda yet. */
struct kiosk *kiosk_new(const struct kiosk_options *options, int rows, int columns);
void kiosk_free(struct kiosk *kiosk); /* NULL is allowed */

void kiosk_update(struct kiosk *kiosk, const struct kiosk_message *message);
void kiosk_draw(const struct kiosk *kiosk, struct screen *screen);

/* Milliseconds until it wants KIOSK_TIME for a reason other than the next minute; at least 1. */
int kiosk_patience(const struct kiosk *kiosk);

#endif
