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

static void show(struct prompt *prompt, const char *text)
{
	set_text(&prompt->text, text);
	prompt->cursor = prompt->text.length;
}

void prompt_open(struct prompt *prompt, const char *text)
{
	prompt->open = true;
	show(prompt, text);
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

static void put_in(struct prompt *prompt, const struct buffer *character)
{
	struct buffer rest = {0};

	buffer_puts(&rest, buffer_text(&prompt->text) + prompt->cursor);
	buffer_truncate(&prompt->text, prompt->cursor);
	buffer_append(&prompt->text, buffer_text(character), character->length);
	prompt->cursor = prompt->text.length;
	buffer_append(&prompt->text, buffer_text(&rest), rest.length);
	buffer_free(&rest);
}

bool prompt_type(struct prompt *prompt, uint32_t key)
{
	struct buffer character = {0};
	char bytes[4 + 1];

	if (!key_is_character(key))
		return false;
	utf8_append(&character, key);
	strcpy(bytes, buffer_text(&character));
	buffer_clear(&character);
	utf8_sanitise(&character, bytes, strlen(bytes), UTF8_ONE_LINE);
	if (prompt->text.length + character.length <= PROMPT_LONGEST)
		put_in(prompt, &character);
	buffer_free(&character);
	return true;
}

/* Moving and erasing */

/* Whether a step can end there: at either end of the text, or before a character that takes room.
 */
static bool is_stop(const struct buffer *text, size_t at)
{
	uint32_t character;

	if (at == 0 || at >= text->length)
		return true;
	if (((unsigned char)text->data[at] & 0xC0) == 0x80)
		return false;
	utf8_decode(text->data + at, text->length - at, &character);
	return utf8_columns_of(character) > 0;
}

static size_t beside(const struct buffer *text, size_t at, int step)
{
	if (step < 0 ? at == 0 : at >= text->length)
		return at;
	do
		at += step < 0 ? (size_t)-1 : 1;
	while (!is_stop(text, at));
	return at;
}

/* Whether a space lies between a place and the one beside it. */
static bool is_space(const struct buffer *text, size_t at, int step)
{
	size_t first = step < 0 ? beside(text, at, step) : at;
	uint32_t character = 0;

	if (first < text->length)
		utf8_decode(text->data + first, text->length - first, &character);
	return utf8_is_space(character);
}

static size_t reach_of(const struct prompt *prompt, enum prompt_reach reach, int step)
{
	const struct buffer *text = &prompt->text;
	size_t at = prompt->cursor, end = step < 0 ? 0 : text->length;

	if (reach == PROMPT_ALL)
		return end;
	if (reach == PROMPT_CHARACTER)
		return beside(text, at, step);
	while (at != end && is_space(text, at, step))
		at = beside(text, at, step);
	while (at != end && !is_space(text, at, step))
		at = beside(text, at, step);
	return at;
}

void prompt_move(struct prompt *prompt, enum prompt_reach reach, int step)
{
	prompt->cursor = reach_of(prompt, reach, step);
}

void prompt_erase(struct prompt *prompt, enum prompt_reach reach, int step)
{
	size_t other = reach_of(prompt, reach, step);
	size_t from = step < 0 ? other : prompt->cursor;
	size_t to = step < 0 ? prompt->cursor : other;
	struct buffer rest = {0};

	buffer_puts(&rest, buffer_text(&prompt->text) + to);
	buffer_truncate(&prompt->text, from);
	buffer_append(&prompt->text, buffer_text(&rest), rest.length);
	buffer_free(&rest);
	prompt->cursor = from;
}

void prompt_erase_all(struct prompt *prompt)
{
	show(prompt, NULL);
}

bool prompt_recall(struct prompt *prompt, int step)
{
	size_t count = prompt->lines.count;

	if (step < 0 ? prompt->recalled == 0 : prompt->recalled == count)
		return false;
	if (prompt->recalled == count)
		set_text(&prompt->draft, buffer_text(&prompt->text));
	prompt->recalled = step < 0 ? prompt->recalled - 1 : prompt->recalled + 1;
	show(prompt, prompt->recalled == count ? buffer_text(&prompt->draft)
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
