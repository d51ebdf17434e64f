/*
 * The state of the kiosk, for the files of this folder.
 */
#ifndef NEC_KIOSK_KIOSK_PRIVATE_H
#define NEC_KIOSK_KIOSK_PRIVATE_H

#include "kiosk/kiosk.h"
#include "kiosk/page.h"
#include "kiosk/revision.h"
#include "kiosk/scene.h"
#include "model/now.h"
#include "tui/list.h"
#include "tui/text.h"

enum { PLACES_MOST = 8 };

struct kiosk {
	struct kiosk_options options;
	const struct agenda *agenda; /* NULL where none could be read yet */
	char *trouble;		     /* NULL for none */
	struct revisions revisions;  /* what changed since the start */
	int rows, columns;

	civil_moment now;
	int64_t milliseconds; /* of the last message */
	struct now at_hand;   /* what is on at that moment, and what comes next */

	/* The show. */
	bool showing;
	size_t slide, leaf; /* which slide, and which leaf of it */
	int64_t turned;	    /* when the leaf was */

	/* The visitor. */
	int64_t touched;      /* when the last key or touch came */
	const char *language; /* which they chose */
	struct picks picks;
	struct spot places[PLACES_MOST]; /* where they are, and how they came there */
	size_t place_count;		 /* at least 1: the first is home */

	/* Made from the above after each message. */
	struct scene scene; /* where everything stands */
	struct list items;  /* the large items of the open page */
	struct text text;   /* what is to be read beside them, or on a slide */
};

/* The place the visitor is at. */
struct spot *kiosk_place(struct kiosk *kiosk);
const struct spot *kiosk_here(const struct kiosk *kiosk);

/* Goes to a place, back to the one before, or home. */
void kiosk_go(struct kiosk *kiosk, enum page_id page, uint32_t item, uint32_t part);
void kiosk_back(struct kiosk *kiosk);
void kiosk_home(struct kiosk *kiosk);

/* Speaks the other language, whose name in itself is: */
void kiosk_switch_language(struct kiosk *kiosk);
const char *kiosk_other_language_name(const struct kiosk *kiosk);

/* How many leaves its text has; at least 1. */
size_t kiosk_leaves(const struct kiosk *kiosk);

#endif
