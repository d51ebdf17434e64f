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

uint32_t names_find(struct names *names, const char *name)
{
	uint32_t number = lookup_find(&names->written, name);
	char *key;

	if (number != LOOKUP_MISSING || names->likeness == NAMES_EXACT)
		return number;
	key = names_key(name, names->likeness);
	number = lookup_find(&names->folded, key);
	free(key);
	if (number != LOOKUP_MISSING)
		lookup_add(&names->written, name, number);
	return number;
}

void names_add(struct names *names, struct arena *arena, const char *name, uint32_t number)
{
	char *key;

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
