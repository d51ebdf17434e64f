/*
 * Comparing names where they lie is what takes longest of sorting tens of thousands: so each card
 * has the first eight bytes of its name with it, as a number of the same order, and the names are
 * looked at only where these are equal.
 */
#include "config.h"

#include "model/roll.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "base/memory.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD = sizeof(uint64_t) };

struct card {
	uint64_t head;
	const char *name; /* in `text` */
	uint32_t number;
};

struct roll {
	struct card *cards; /* in order */
	struct buffer text; /* the folded names, each ended by a 0 */
};

/* Bytes behind the end of a name that is shorter are 0. */
static uint64_t head_of(const char *name)
{
	char bytes[HEAD] = {0};
	uint64_t head;

	memcpy(bytes, name, strnlen(name, HEAD));
	memcpy(&head, bytes, HEAD);
	return be64toh(head);
}

static int by_name(const void *left, const void *right)
{
	const struct card *a = left, *b = right;
	int order = (a->head > b->head) - (a->head < b->head);

	if (!order && a->head & 0xFF) /* neither has ended */
		order = strcmp(a->name + HEAD, b->name + HEAD);
	return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* Folds all names behind each other, then tells where each stands: the text has moved as it grew.
 */
static void fold_names(struct roll *roll, const char *const *names, size_t count)
{
	enum { SOON = 12 };
	struct fold_memory *memory = fold_memory_new();
	const char *name;

	for (size_t i = 0; i < count; i++) {
		if (i + SOON < count)
			__builtin_prefetch(names[i + SOON]);
		fold_append_with(memory, &roll->text, names[i], strlen(names[i]));
		buffer_putc(&roll->text, '\0');
	}
	fold_memory_free(memory);
	name = buffer_text(&roll->text);
	for (size_t i = 0; i < count; i++) {
		roll->cards[i] = (struct card){head_of(name), name, (uint32_t)i};
		name += strlen(name) + 1;
	}
}

struct roll *roll_new(const char *const *names, size_t count)
{
	struct roll *roll = memory_alloc(1, sizeof *roll);

	roll->cards = memory_alloc(count + 1, sizeof *roll->cards);
	fold_names(roll, names, count);
	qsort(roll->cards, count, sizeof *roll->cards, by_name);
	return roll;
}

void roll_free(struct roll *roll)
{
	if (!roll)
		return;
	free(roll->cards);
	buffer_free(&roll->text);
	free(roll);
}

uint32_t roll_number(const struct roll *roll, size_t place)
{
	return roll->cards[place].number;
}

const char *roll_folded(const struct roll *roll, size_t place)
{
	return roll->cards[place].name;
}
