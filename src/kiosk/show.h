/*
 * The show that plays while nobody touches the kiosk: the slides (kiosk/slide.h) that apply, round
 * and round. A slide has leaves, each of which is seen for some seconds.
 */
#ifndef NEC_KIOSK_SHOW_H
#define NEC_KIOSK_SHOW_H

#include "kiosk/kiosk.h"

#include <stdbool.h>

/* How long a leaf is seen. */
enum { SHOW_LEAF_MILLISECONDS = 12 * 1000 };

/* Begins with the first slide. */
void show_begin(struct kiosk *kiosk);

/* Turns the leaves whose time has passed, and leaves a slide that does not apply any more. */
void show_turn(struct kiosk *kiosk);

/* Milliseconds until the next leaf; at least 1. */
int show_patience(const struct kiosk *kiosk);

/* Whether the slide is a code that takes the whole height. */
bool show_is_tall(const struct kiosk *kiosk);

/* Makes what the slide shows ready: once the scene is made. */
void show_settle(struct kiosk *kiosk);

void show_draw(const struct kiosk *kiosk, struct screen *screen);

/* Leads the visitor to the page that belongs to the slide. */
void show_stop(struct kiosk *kiosk);

#endif
