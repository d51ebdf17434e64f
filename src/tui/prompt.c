#include "config.h"

#include "tui/prompt.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "tui/key.h"

#include <stdlib.h>
#include <string.h>

static void set_text(struct buffer *buffer, const char *text)
{
	buffer_clear(buffer);
	buffer_puts(buffer, text);
}

void prompt_open(struct prompt *prompt, const char *text)
{
	prompt->open = true;
	set_text(&prompt->text, text);
	prompt->recalled = prompt->lines.count;
}

/* A line that was typed before moves to the end; of too many the oldest is forgotten. */
static void remember(struct prompt *prompt)
{
	char *line = memory_strdup(buffer_text(&prompt->text));
	size_t place = 0;

	while (place < prompt->lines.count && strcmp(prompt->lines.items[place], line) != 0)
		place++;
	if (place == prompt->lines.count && place >= PROMPT_REMEMBERS)
		place = 0;
	if (place < prompt->lines.count) {
		free(prompt->lines.items[place]);
		prompt->lines.count--;
		memmove(&prompt->lines.items[place], &prompt->lines.items[place + 1],
			(prompt->lines.count - place) * sizeof *prompt->lines.items);
	}
	array_push(&prompt->lines, line);
}

void prompt_close(struct prompt *prompt, bool wanted)
{
	prompt->open = false;
	if (wanted && prompt->text.length)
		remember(prompt);
}

bool prompt_type(struct prompt *prompt, uint32_t key)
{
	struct buffer character = {0};
	char bytes[4 + 1];

	if (!key_is_character(key))
		return false;
	utf8_append(&character, key);
	strcpy(bytes, buffer_text(&character));
	if (prompt->text.length + character.length <= PROMPT_LONGEST)
		utf8_sanitise(&prompt->text, bytes, character.length, UTF8_ONE_LINE);
	buffer_free(&character);
	return true;
}

/* The last byte that begins a character of at least one column. */
void prompt_erase(struct prompt *prompt)
{
	size_t at = prompt->text.length;
	uint32_t character;

	while (at-- > 0) {
		const char *bytes = prompt->text.data + at;

		if (((unsigned char)*bytes & 0xC0) == 0x80)
			continue;
		utf8_decode(bytes, prompt->text.length - at, &character);
		if (!at || utf8_columns_of(character) > 0) {
			buffer_truncate(&prompt->text, at);
			return;
		}
	}
}

void prompt_erase_all(struct prompt *prompt)
{
	buffer_clear(&prompt->text);
}

bool prompt_recall(struct prompt *prompt, int step)
{
	size_t count = prompt->lines.count;

	if (step < 0 ? prompt->recalled == 0 : prompt->recalled == count)
		return false;
	if (prompt->recalled == count)
		set_text(&prompt->draft, buffer_text(&prompt->text));
	prompt->recalled = step < 0 ? prompt->recalled - 1 : prompt->recalled + 1;
	set_text(&prompt->text, prompt->recalled == count ? buffer_text(&prompt->draft)
							  : prompt->lines.items[prompt->recalled]);
	return true;
}

void prompt_free(struct prompt *prompt)
{
	array_each (char *, line, &prompt->lines)
		free(*line);
	array_free(&prompt->lines);
	buffer_free(&prompt->text);
	buffer_free(&prompt->draft);
}
