/*
 * The sessions that a visitor picked: in memory alone.
 */
#ifndef NEC_KIOSK_PICKS_H
#define NEC_KIOSK_PICKS_H

#include "model/agenda.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A zeroed struct has none and room for none. */
struct picks {
	unsigned char *marks; /* a byte per session */
	size_t room, count;
};

/* None, with room for an agenda's sessions. */
void picks_begin(struct picks *picks, const struct agenda *agenda);
void picks_free(struct picks *picks);

bool picks_has(const struct picks *picks, uint32_t session);
void picks_toggle(struct picks *picks, uint32_t session);

/* The i-th of them in programme order; i is below their count. */
uint32_t picks_at(const struct picks *picks, size_t i);

/* Carries them over to another edition of the agenda, by the sessions' ids. */
void picks_carry(struct picks *picks, const struct agenda *from, const struct agenda *to);

#endif
