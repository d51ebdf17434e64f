#include "config.h"

#include "help.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "options_table.h"
#include "store/paths.h"
#include "tui/command.h"
#include "tui/key.h"
#include "write/writer.h"

#include <getopt.h>
#include <string.h>

enum { OPTION_COLUMNS = 26, MARGIN = 2, KEY_COLUMNS_MOST = 24 };

static void append_head(struct buffer *out, const struct options_row *row)
{
	if (row->letter)
		buffer_printf(out, "  -%c, --%s", row->letter, row->name);
	else
		buffer_printf(out, "      --%s", row->name);
	if (row->value == optional_argument)
		buffer_printf(out, "[=%s]", _(row->value_name));
	else if (row->value == required_argument)
		buffer_printf(out, "=%s", _(row->value_name));
}

/* Words of a help text, wrapped behind `indent` columns. */
static void append_wrapped(struct buffer *out, const char *text, int indent)
{
	enum { WIDTH = 79 };
	int column = indent;

	for (const char *word = text; *word;) {
		size_t length = strcspn(word, " ");
		int columns = utf8_columns(word, length);

		if (column > indent && column + 1 + columns > WIDTH) {
			buffer_putc(out, '\n');
			buffer_fill(out, ' ', (size_t)indent);
			column = indent;
		} else if (column > indent) {
			buffer_putc(out, ' ');
			column++;
		}
		buffer_append(out, word, length);
		column += columns;
		word += length + strspn(word + length, " ");
	}
	buffer_putc(out, '\n');
}

/* A head, and a text beside it, from a column on; below it where the head is too long. */
static void append_entry(struct buffer *out, const struct buffer *head, int column,
			 const char *text)
{
	int columns = utf8_columns(buffer_text(head), head->length);

	buffer_append(out, buffer_text(head), head->length);
	if (columns + 2 > column)
		buffer_putc(out, '\n');
	buffer_fill(out, ' ', (size_t)(columns + 2 > column ? column : column - columns));
	append_wrapped(out, text, column);
}

/* Options */

static void append_help_key(struct buffer *out, const struct keymap *keymap)
{
	uint32_t key = keymap_key(keymap, command_find("help"));
	struct buffer label = {0};

	if (key == KEY_NONE)
		return;
	key_label(&label, key);
	buffer_putc(out, '\n');
	/* Translators: %s is a key. */
	buffer_printf(out, _("In the browser, %s shows all keys."), buffer_text(&label));
	buffer_putc(out, '\n');
	buffer_free(&label);
}

void help_options(struct buffer *out, const struct keymap *keymap)
{
	struct buffer head = {0};

	buffer_puts(out, _("Usage: nec-agenda [OPTION]... [AGENDA]\n"
			   "Browse the agenda of an event in the terminal, and keep your own.\n"));
	buffer_puts(out, "\n");
	append_wrapped(out,
		       _("AGENDA is an event page (Markdown), a folder with one, a schedule in "
			 "XML or JSON (frab, Pentabarf, pretalx), an iCalendar file, or - for "
			 "standard input. Without it, the agenda of Numérique en Commun[s], "
			 "Bordeaux 2023, opens. Where there is no terminal the agenda is "
			 "printed."),
		       0);
	buffer_puts(out, "\n");
	buffer_printf(out, "%s\n", _("Options:"));
	for (size_t i = 0; i < options_table_count(); i++) {
		buffer_clear(&head);
		append_head(&head, options_table_at(i));
		append_entry(out, &head, OPTION_COLUMNS, _(options_table_at(i)->help));
	}
	buffer_printf(out, "\n%s\n", _("Formats:"));
	for (const struct writer *w = writer_table(); w->name; w++) {
		buffer_clear(&head);
		buffer_printf(&head, "  %s", w->name);
		append_entry(out, &head, OPTION_COLUMNS, _(w->summary));
	}
	append_help_key(out, keymap);
	buffer_free(&head);
}

/* Keys */

/* The column behind the widest keys, so that names stand below each other. */
static int name_column(const struct keymap *keymap)
{
	int most = 0;

	for (size_t i = 0; i < command_count(); i++) {
		struct buffer keys = {0};
		int columns;

		keymap_say(keymap, i, &keys, key_spell);
		columns = utf8_columns(buffer_text(&keys), keys.length);
		most = columns > most && columns <= KEY_COLUMNS_MOST ? columns : most;
		buffer_free(&keys);
	}
	return MARGIN + most + 2;
}

static int text_column(int names)
{
	size_t most = 0;

	for (size_t i = 0; i < command_count(); i++)
		if (strlen(command_at(i)->name) > most)
			most = strlen(command_at(i)->name);
	return names + (int)most + 2;
}

static void append_command(struct buffer *out, const struct keymap *keymap, size_t command,
			   int names, int texts)
{
	struct buffer head = {0};
	int columns;

	buffer_fill(&head, ' ', MARGIN);
	keymap_say(keymap, command, &head, key_spell);
	columns = utf8_columns(buffer_text(&head), head.length);
	buffer_fill(&head, ' ', (size_t)(columns + 2 > names ? 2 : names - columns));
	buffer_puts(&head, command_at(command)->name);
	append_entry(out, &head, texts, _(command_at(command)->help));
	buffer_free(&head);
}

/* Where they are changed, and how that looks. */
static void append_how_to_change(struct buffer *out)
{
	struct buffer path = {0}, sentence = {0};

	if (!paths_config(&path))
		return;
	/* Translators: %s is a file. */
	buffer_printf(&sentence, _("To change them, write to %s/config.yaml, for instance:"),
		      buffer_text(&path));
	buffer_putc(out, '\n');
	append_wrapped(out, buffer_text(&sentence), 0);
	buffer_puts(out, "\nkeys:\n  quit: [q, F10]\n  search: [\"/\", F3]\n");
	buffer_free(&sentence);
	buffer_free(&path);
}

void help_keys(struct buffer *out, const struct keymap *keymap)
{
	int names = name_column(keymap), texts = text_column(names);

	append_wrapped(out,
		       _("The keys of the browser and the names of its commands, as config.yaml "
			 "has them:"),
		       0);
	for (enum command_group group = 0; group < GROUP_COUNT; group++) {
		buffer_printf(out, "\n%s\n", command_group_name(group));
		for (size_t i = 0; i < command_count(); i++)
			if (command_at(i)->group == group)
				append_command(out, keymap, i, names, texts);
	}
	append_how_to_change(out);
}
