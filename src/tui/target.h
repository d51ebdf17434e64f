/*
 * Which link a command is about, and where it leads.
 */
#ifndef NEC_TUI_TARGET_H
#define NEC_TUI_TARGET_H

#include "base/buffer.h"
#include "tui/app.h"

/*
 * The address as the source wrote it: of the link that is selected in the text in focus; else the
 * session's own that the pane in focus is about; else the event's; of the QR code that is shown,
 * what it says. NULL for none. Valid until the next app_update().
 */
const char *target_at_hand(const struct app *app);

enum target_kind {
	TARGET_OPENS, /* a program for it can be expected: a page, a mail, a call, a place on a map
		       */
	TARGET_STRANGE, /* anything else */
	TARGET_NOWHERE	/* relative to a page whose address is not known */
};

/* Appends the whole address; as it was written where it leads nowhere. */
enum target_kind target_resolve(const struct app *app, const char *url, struct buffer *out);

/* An address as people say it: without "mailto:" or "tel:". */
const char *target_in_words(const char *url);

#endif
