/*
 * Where one reads in the detail, for going on there after it showed something else.
 */
#ifndef NEC_TUI_READING_H
#define NEC_TUI_READING_H

#include <stddef.h>
#include <stdint.h>

struct app;

/* What the detail is about. */
struct subject {
	unsigned char kind; /* ROW_SESSION, ROW_GONE, or ROW_GAP for nothing */
	uint32_t item;
};

struct reading {
	struct subject subject;
	size_t top; /* the first line that is seen */
};

struct reading reading_of(const struct app *app);

/* Goes on there, where the detail is about the same again. */
void reading_go_on(struct app *app, const struct reading *reading);

#endif
