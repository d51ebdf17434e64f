/*
 * A string that grows.
 *
 *     struct buffer out = {0};
 *     buffer_printf(&out, "%d sessions", count);
 *     char *text = buffer_steal(&out);
 *
 * `data` is NULL while nothing was ever appended; else it ends in a NUL that `length` does not
 * count. buffer_text() is never NULL.
 */
#ifndef NEC_BASE_BUFFER_H
#define NEC_BASE_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buffer {
	char *data;
	size_t length, capacity;
};

void buffer_append(struct buffer *buffer, const char *bytes, size_t length);
void buffer_puts(struct buffer *buffer, const char *text); /* NULL appends nothing */
void buffer_putc(struct buffer *buffer, char byte);
void buffer_fill(struct buffer *buffer, char byte, size_t count);
/* A number from 0 on, with at least `least` digits (at most 10): 7 is "07" where two are asked for.
 */
void buffer_digits(struct buffer *buffer, unsigned number, int least);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/*
 * For whoever writes the bytes: room for so many more (from the returned place on, valid until the
 * next append), then how many of them were written.
 */
char *buffer_room(struct buffer *buffer, size_t more);
void buffer_grown(struct buffer *buffer, size_t length);

/* Empties it and keeps its memory; takes it down to `length` bytes; frees its memory. */
void buffer_clear(struct buffer *buffer);
void buffer_truncate(struct buffer *buffer, size_t length);
void buffer_free(struct buffer *buffer);

/* What is in it, "" where nothing is; valid until the next append. */
const char *buffer_text(const struct buffer *buffer);

/* Its string, which the caller now owns and frees; the buffer is empty after. Never NULL. */
char *buffer_steal(struct buffer *buffer);

#endif
