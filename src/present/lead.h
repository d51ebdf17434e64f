/*
 * The images of an event's lead. A page often shows them again further down, with another
 * alternative text: each is shown once, with all that is said of it.
 */
#ifndef NEC_PRESENT_LEAD_H
#define NEC_PRESENT_LEAD_H

#include "document/composer.h"
#include "model/agenda.h"

struct lead;

/* Both must outlive it. */
struct lead *lead_new(const struct event *event, const struct document *body);
void lead_free(struct lead *lead);

/* Adds the images, a block each. */
void lead_compose(const struct lead *lead, struct composer *composer);

/* Adds the body without the images that are among these. */
void lead_compose_body(const struct lead *lead, struct composer *composer);

#endif
