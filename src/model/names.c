#include "config.h"

#include "model/names.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

char *names_key(const char *name, enum names_likeness likeness)
{
	char *folded = fold_text(name);
	struct buffer key = {0};

	for (const char *word = folded; *word;) {
		size_t length = strcspn(word, " ");

		if (likeness == NAMES_PLURAL && length > 3 && word[length - 1] == 's' &&
		    word[length - 2] != 's')
			buffer_append(&key, word, length - 1);
		else
			buffer_append(&key, word, length);
		word += length;
		if (*word)
			buffer_putc(&key, ' ');
		word += strspn(word, " ");
	}
	free(folded);
	return buffer_steal(&key);
}

uint32_t names_again(const struct names *names, const char *name)
{
	bool again = name && names->last && !strcmp(names->last, name);

	return again ? names->last_number : LOOKUP_MISSING;
}

static uint32_t find_folded(struct names *names, const char *name)
{
	char *key = names_key(name, names->likeness);
	uint32_t number = lookup_find(&names->folded, key);

	free(key);
	if (number != LOOKUP_MISSING)
		lookup_add(&names->written, name, number);
	return number;
}

static void remember(struct names *names, const char *name, uint32_t number)
{
	names->last = name;
	names->last_number = number;
}

uint32_t names_find(struct names *names, const char *name)
{
	uint32_t number = lookup_find(&names->written, name);

	if (number == LOOKUP_MISSING && names->likeness != NAMES_EXACT)
		number = find_folded(names, name);
	if (number != LOOKUP_MISSING)
		remember(names, name, number);
	return number;
}

void names_add(struct names *names, struct arena *arena, const char *name, uint32_t number)
{
	char *key;

	remember(names, name, number);
	lookup_add(&names->written, name, number);
	if (names->likeness == NAMES_EXACT)
		return;
	key = names_key(name, names->likeness);
	lookup_add(&names->folded, arena_strdup(arena, key), number);
	free(key);
}

void names_free(struct names *names)
{
	lookup_free(&names->folded);
	lookup_free(&names->written);
}
