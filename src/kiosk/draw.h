/*
 * What every screen of the kiosk is drawn with.
 */
#ifndef NEC_KIOSK_DRAW_H
#define NEC_KIOSK_DRAW_H

#include "kiosk/kiosk.h"

#include <stdint.h>

/* The header, the banner, and a title below them. */
void draw_frame(const struct kiosk *kiosk, struct screen *screen);
void draw_title(const struct kiosk *kiosk, struct screen *screen, const char *title);

/* A text in the middle of an area's row, cut at its width. */
void draw_centred(struct screen *screen, int row, struct rectangle area, enum role role,
		  const char *text);

/* A session on two rows of an area: when and what, then where. Returns the row behind them. */
int draw_session_lines(const struct kiosk *kiosk, struct screen *screen, int row,
		       struct rectangle area, uint32_t session);

/* The page the visitor is at. */
void draw_page(const struct kiosk *kiosk, struct screen *screen);

/* At the bottom of the show: what to do to begin. */
void draw_invitation(const struct kiosk *kiosk, struct screen *screen);

/* Where there is no agenda yet: the time, large, and a calm sentence. */
void draw_waiting(const struct kiosk *kiosk, struct screen *screen);

#endif
