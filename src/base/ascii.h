/*
 * Plain substitutes for terminals and locales without UTF-8: é → e, – → -, ★ → *, … → ...
 * What has none becomes '?', as many columns wide as the character was.
 */
#ifndef NEC_BASE_ASCII_H
#define NEC_BASE_ASCII_H

#include "base/buffer.h"

#include <stddef.h>

/* Appends text with every character beyond ASCII replaced; control characters pass through. */
void ascii_append(struct buffer *out, const char *text, size_t length);

/*
 * The same for one screen cell: exactly as many bytes as the character has columns, so that no
 * column moves ('œ' is 'o', '…' is '~', a wide character is '??').
 */
void ascii_append_cell(struct buffer *out, const char *text, size_t length);

#endif
