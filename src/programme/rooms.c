#include "config.h"

#include "programme/rooms.h"

#include "base/array.h"
#include "base/buffer.h"
#include "programme/words.h"

#include <string.h>

struct name {
	char *written, *folded;
};

struct rooms {
	ARRAY(struct name) names;
};

struct rooms *rooms_new(void)
{
	return memory_alloc(1, sizeof(struct rooms));
}

void rooms_free(struct rooms *rooms)
{
	if (!rooms)
		return;
	array_each (struct name, name, &rooms->names) {
		free(name->written);
		free(name->folded);
	}
	array_free(&rooms->names);
	free(rooms);
}

/* Folded, without the marks at both ends. */
static char *fold(const char *name)
{
	struct buffer folded = {0};
	const char *text;
	size_t length;
	char *copy;

	words_fold(&folded, name, strlen(name));
	text = buffer_text(&folded) + words_skip_marks(buffer_text(&folded));
	length = strlen(text);
	while (length && words_skip_marks(text + length - 1))
		length--;
	copy = memory_strndup(text, length);
	buffer_free(&folded);
	return copy;
}

bool rooms_add(struct rooms *rooms, const char *name)
{
	struct name added = {memory_strdup(name), fold(name)};

	if (*added.folded && rooms->names.count < ROOMS_MOST) {
		array_push(&rooms->names, added);
		return true;
	}
	free(added.written);
	free(added.folded);
	return false;
}

const char *rooms_spell(const struct rooms *rooms, const char *text)
{
	const char *spelling = text;
	char *folded;

	if (!rooms)
		return text;
	folded = fold(text);
	array_each (const struct name, name, &rooms->names)
		if (!strcmp(name->folded, folded))
			spelling = name->written;
	free(folded);
	return spelling;
}

size_t rooms_named(const struct rooms *rooms, const char *folded)
{
	size_t best = 0;

	for (size_t i = 0; rooms && i < rooms->names.count; i++) {
		const char *name = rooms->names.items[i].folded;
		size_t length = strlen(name);

		if (length > best && !strncmp(folded, name, length) &&
		    (!folded[length] || words_skip_marks(folded + length)))
			best = length;
	}
	return best;
}

bool rooms_begin(const struct rooms *rooms, const char *folded)
{
	return rooms_named(rooms, folded) || words_begin(WORDS_ROOM, folded);
}

bool rooms_begin_loosely(const struct rooms *rooms, const char *folded)
{
	size_t at = words_skip_marks(folded), article;

	do {
		if (rooms_named(rooms, folded + at))
			return true;
		article = rooms ? words_skip_article(folded + at) : 0;
		at += article;
	} while (article);
	return words_begin_loosely(WORDS_ROOM, folded);
}
