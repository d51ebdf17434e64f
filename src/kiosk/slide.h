/*
 * The slides of the show: one table. What they show hangs on how the event stands at the moment.
 */
#ifndef NEC_KIOSK_SLIDE_H
#define NEC_KIOSK_SLIDE_H

#include "base/buffer.h"
#include "kiosk/page.h"
#include "tui/screen.h"

#include <stdbool.h>
#include <stddef.h>

struct slide {
	bool (*applies)(const struct kiosk *kiosk);
	size_t (*leaves)(const struct kiosk *kiosk);		      /* at least 1 */
	void (*title)(const struct kiosk *kiosk, struct buffer *out); /* NULL for none */

	/* The leaf of kiosk->leaf, into an area of the screen. */
	void (*draw)(const struct kiosk *kiosk, struct screen *screen, struct rectangle area);

	/* What kiosk->text is to hold, to be freed; NULL for nothing. */
	struct document *(*text)(const struct kiosk *kiosk);

	/* Where a visitor goes on who stops the show here. */
	struct spot (*place)(const struct kiosk *kiosk, size_t leaf);

	/* Whether it is a code that takes the whole height; NULL for never. */
	bool (*is_tall)(const struct kiosk *kiosk);
};

size_t slide_count(void);

/* From 0. One of them applies at every moment. */
const struct slide *slide_at(size_t number);

#endif
