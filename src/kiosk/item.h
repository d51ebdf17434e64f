/*
 * The large items of a page: how each kind is said, and what happens when it is chosen. One table.
 */
#ifndef NEC_KIOSK_ITEM_H
#define NEC_KIOSK_ITEM_H

#include "base/buffer.h"
#include "kiosk/kiosk.h"
#include "tui/list.h"

#include <stdbool.h>
#include <stdint.h>

/* As the kind of a list_row (tui/list.h); its item is what the kind counts. */
enum item_kind {
	ITEM_MENU,    /* of home: a row of a table */
	ITEM_DAY,     /* of the agenda's days */
	ITEM_HOUR,    /* of the day that the place is about: hours from its midnight */
	ITEM_THEME,   /* of the agenda's themes */
	ITEM_SESSION, /* of its sessions */
	ITEM_DEED,    /* something to do with what is shown: a row of a table */
	ITEM_COUNT
};

/* What an item says. */
struct item_words {
	struct buffer first, second; /* its two lines */
	struct buffer aside;	     /* at the right of the first */
	bool picked, now;
};

/* Fills *words, which is zeroed. */
void item_say(const struct kiosk *kiosk, enum item_kind kind, uint32_t item,
	      struct item_words *words);
void item_words_free(struct item_words *words);

void item_choose(struct kiosk *kiosk, enum item_kind kind, uint32_t item);

/* The item to begin with: what is of today, of this hour, or on; else the first. */
size_t item_start(const struct kiosk *kiosk, const struct list *items);

/* The rows of the menu and of the deeds, and whether each applies where the visitor is. */
uint32_t item_menu_count(void);
bool item_menu_applies(const struct kiosk *kiosk, uint32_t item);

enum deed {
	DEED_PICK,
	DEED_CODE,
	DEED_READ_ON,
	DEED_BEFORE,
	DEED_AFTER,
	DEED_WALK,
	DEED_BACK,
	DEED_COUNT
};
bool item_deed_applies(const struct kiosk *kiosk, uint32_t deed);

#endif
