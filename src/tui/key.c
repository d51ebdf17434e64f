#include "config.h"

#include "tui/key.h"

#include "base/i18n.h"
#include "base/slip.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

struct key_row {
	uint32_t key;
	const char *name;
	const char *sign; /* what is shown in place of the name, where something is */
	const char *said; /* NC_(): what is read aloud in place of such a sign */
};

static const struct key_row rows[] = {
    {KEY_TAB, N_("Tab"), NULL, NULL},
    {KEY_RETURN, N_("Enter"), NULL, NULL},
    {KEY_ESCAPE, N_("Esc"), NULL, NULL},
    {KEY_SPACE, N_("Space"), NULL, NULL},
    {KEY_RUBOUT, N_("Backspace"), NULL, NULL},
    {KEY_BACK_TAB, N_("Shift-Tab"), NULL, NULL},
    {KEY_ARROW_UP, "Up", "↑", NC_("arrow", "Up")},
    {KEY_ARROW_DOWN, "Down", "↓", NC_("arrow", "Down")},
    {KEY_ARROW_LEFT, "Left", "←", NC_("arrow", "Left")},
    {KEY_ARROW_RIGHT, "Right", "→", NC_("arrow", "Right")},
    {KEY_PAGE_UP, N_("PgUp"), NULL, NULL},
    {KEY_PAGE_DOWN, N_("PgDn"), NULL, NULL},
    {KEY_LINE_START, N_("Home"), NULL, NULL},
    {KEY_LINE_END, N_("End"), NULL, NULL},
    {KEY_REMOVE, N_("Delete"), NULL, NULL},
    {KEY_ADD, N_("Insert"), NULL, NULL},
};

/* What people call keys elsewhere. */
static const struct {
	const char *other, *name;
} others[] = {
    {"Escape", "Esc"},	     {"Return", "Enter"},   {"PageUp", "PgUp"},	   {"PageDown", "PgDn"},
    {"Page-Up", "PgUp"},     {"Page-Down", "PgDn"}, {"Spacebar", "Space"}, {"Backtab", "Shift-Tab"},
    {"Rubout", "Backspace"}, {"Del", "Delete"},	    {"Ins", "Insert"},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows, OTHER_COUNT = sizeof others / sizeof *others };

static const struct key_row *row_of(uint32_t key)
{
	for (size_t i = 0; i < ROW_COUNT; i++)
		if (rows[i].key == key)
			return &rows[i];
	return NULL;
}

/* A key without a row. Translators and config.yaml each have their word for Ctrl. */
static void append_other(struct buffer *out, uint32_t key, const char *control)
{
	if (key >= KEY_FUNCTION_1 && key <= KEY_FUNCTION_12)
		buffer_printf(out, "F%d", (int)(key - KEY_FUNCTION_1 + 1));
	else if (key < ' ')
		buffer_printf(out, control, (int)key + '@');
	else
		utf8_append(out, key);
}

void key_label(struct buffer *out, uint32_t key)
{
	const struct key_row *row = row_of(key);

	if (row)
		buffer_puts(out, row->sign ? row->sign : _(row->name));
	else
		append_other(out, key, _("Ctrl-%c"));
}

void key_say(struct buffer *out, uint32_t key)
{
	const struct key_row *row = row_of(key);

	if (row && row->said)
		buffer_puts(out, i18n_context_key(row->said));
	else
		key_label(out, key);
}

void key_spell(struct buffer *out, uint32_t key)
{
	const struct key_row *row = row_of(key);

	if (row)
		buffer_puts(out, row->name);
	else
		append_other(out, key, "Ctrl-%c");
}

bool key_is_character(uint32_t key)
{
	return key >= ' ' && key != 0x7F && key < KEY_RUBOUT;
}

/* A character that can be seen, and so be written and told from others. */
static uint32_t character_named(const char *name)
{
	struct buffer clean = {0};
	uint32_t key;
	bool whole = *name && utf8_decode(name, strlen(name), &key) == strlen(name);

	utf8_sanitise(&clean, name, strlen(name), UTF8_ONE_LINE);
	whole = whole && !strcmp(buffer_text(&clean), name) && key_is_character(key) &&
		utf8_columns_of(key) > 0;
	buffer_free(&clean);
	return whole ? key : KEY_NONE;
}

static uint32_t control_named(const char *name)
{
	static const char prefix[] = "Ctrl-";
	size_t length = sizeof prefix - 1;
	int letter;

	if (strncasecmp(name, prefix, length) || strlen(name) != length + 1)
		return KEY_NONE;
	letter = toupper((unsigned char)name[length]);
	if (letter == 'H')
		return KEY_RUBOUT;
	if (letter == 'J')
		return KEY_RETURN;
	return letter > '@' && letter <= '_' ? (uint32_t)KEY_CONTROL(letter) : KEY_NONE;
}

static uint32_t function_named(const char *name)
{
	unsigned number;
	char rest;

	if (toupper((unsigned char)*name) != 'F' || !isdigit((unsigned char)name[1]) ||
	    sscanf(name + 1, "%2u%c", &number, &rest) != 1 || number < 1 || number > 12)
		return KEY_NONE;
	return KEY_FUNCTION_1 + number - 1;
}

uint32_t key_named(const char *name)
{
	uint32_t key;

	for (size_t i = 0; i < ROW_COUNT; i++)
		if (!strcasecmp(rows[i].name, name) ||
		    (rows[i].sign && !strcmp(rows[i].sign, name)))
			return rows[i].key;
	key = control_named(name);
	if (key == KEY_NONE)
		key = function_named(name);
	return key != KEY_NONE ? key : character_named(name);
}

const char *key_nearest(const char *name)
{
	const char *names[ROW_COUNT];

	for (size_t i = 0; i < OTHER_COUNT; i++)
		if (!strcasecmp(others[i].other, name))
			return others[i].name;
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (!rows[i].sign && !strcasecmp(_(rows[i].name), name))
			return rows[i].name;
		names[i] = rows[i].name;
	}
	return slip_nearest(name, names, ROW_COUNT);
}
