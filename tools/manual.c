#include "config.h"

#include "manual.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "options_table.h"
#include "store/preferences.h"
#include "tui/command.h"
#include "tui/key.h"
#include "write/writer.h"

#include <getopt.h>
#include <string.h>
#include <wctype.h>

enum { WIDTH = 78, NO_BREAK_SPACE = 0xA0 };

/* Text for roff */

/* A character as every roff prints it, and as people copy it. */
static void append_character(struct buffer *out, uint32_t character)
{
	if (character == '\\')
		buffer_puts(out, "\\e");
	else if (character == NO_BREAK_SPACE)
		buffer_puts(out, "\\~");
	else if (character < 0x80)
		buffer_putc(out, (char)character);
	else
		buffer_printf(out, "\\[u%04X]", (unsigned)character);
}

/* Hyphens that begin a word are those of an option. */
static void append_word(struct buffer *out, const char *word, size_t length)
{
	size_t hyphens = strspn(word, "-");

	for (size_t i = 0; i < hyphens && i < length; i++)
		buffer_puts(out, "\\-");
	for (size_t at = hyphens; at < length;) {
		uint32_t character;

		at += utf8_decode(word + at, length - at, &character);
		append_character(out, character);
	}
}

/* One argument of a macro, whatever it holds. */
static void append_argument(struct buffer *out, const char *text)
{
	size_t length = strlen(text);

	buffer_puts(out, " \"\\&");
	for (size_t at = 0; at < length;) {
		uint32_t character;

		at += utf8_decode(text + at, length - at, &character);
		if (character == '"')
			buffer_puts(out, "\\(dq");
		else if (character == '-')
			buffer_puts(out, "\\-");
		else
			append_character(out, character);
	}
	buffer_putc(out, '"');
}

/* Lines of words; none may look like a macro. */
static void append_wrapped(struct buffer *out, const char *text)
{
	int column = 0;

	for (const char *word = text; *word;) {
		size_t length = strcspn(word, " ");
		int columns = utf8_columns(word, length);

		if (column && column + 1 + columns > WIDTH) {
			buffer_putc(out, '\n');
			column = 0;
		}
		buffer_puts(out, column ? " " : *word == '.' || *word == '\'' ? "\\&" : "");
		append_word(out, word, length);
		column += columns + (column > 0);
		word += length + strspn(word + length, " ");
	}
	buffer_putc(out, '\n');
}

/* What a table says, as a sentence. */
static void append_sentence(struct buffer *out, const char *text)
{
	struct buffer sentence = {0};
	uint32_t first;
	size_t length = utf8_decode(text, strlen(text), &first);

	utf8_append(&sentence, (uint32_t)towupper((wint_t)first));
	buffer_puts(&sentence, text + length);
	buffer_putc(&sentence, '.');
	append_wrapped(out, buffer_text(&sentence));
	buffer_free(&sentence);
}

static void begin_list(struct buffer *out)
{
	buffer_puts(out, ".Bl -tag -width Ds\n");
}

static void end_list(struct buffer *out)
{
	buffer_puts(out, ".El\n");
}

/* The tables */

static void append_option(struct buffer *out, const struct options_row *row)
{
	buffer_puts(out, ".It");
	if (row->letter)
		buffer_printf(out, " Fl %c ,", row->letter);
	buffer_printf(out, " Fl \\-%s", row->name);
	if (row->value == optional_argument)
		buffer_puts(out, " Ns Op = Ns Ar");
	else if (row->value == required_argument)
		buffer_puts(out, " Ns = Ns Ar");
	if (row->value != no_argument)
		append_argument(out, _(row->value_name));
	buffer_putc(out, '\n');
	append_sentence(out, _(row->help));
}

static void append_options(struct buffer *out, const char *words)
{
	(void)words;
	begin_list(out);
	for (size_t i = 0; i < options_table_count(); i++)
		append_option(out, options_table_at(i));
	end_list(out);
}

static void append_formats(struct buffer *out, const char *words)
{
	(void)words;
	begin_list(out);
	for (const struct writer *writer = writer_table(); writer->name; writer++) {
		buffer_printf(out, ".It Cm %s\n", writer->name);
		append_sentence(out, _(writer->summary));
	}
	end_list(out);
}

static void append_keys(struct buffer *out, const uint32_t *keys)
{
	for (int i = 0; i < COMMAND_KEYS && keys[i] != KEY_NONE; i++) {
		struct buffer name = {0};

		key_spell(&name, keys[i]);
		buffer_puts(out, i ? " , Li" : " Li");
		append_argument(out, buffer_text(&name));
		buffer_free(&name);
	}
}

static void append_commands(struct buffer *out, const char *words)
{
	(void)words;
	for (enum command_group group = 0; group < GROUP_COUNT; group++) {
		buffer_puts(out, ".Ss ");
		append_wrapped(out, command_group_name(group));
		begin_list(out);
		for (size_t i = 0; i < command_count(); i++) {
			const struct command *command = command_at(i);

			if (command->group != group)
				continue;
			buffer_puts(out, ".It");
			append_keys(out, command->keys);
			buffer_printf(out, " Pq Cm \\&%s\n", command->name);
			append_sentence(out, _(command->help));
		}
		end_list(out);
	}
}

static void append_setting(struct buffer *out, const struct preferences_row *row, const char *takes,
			   const char *usual)
{
	struct buffer line = {0};

	buffer_printf(out, ".It Cm %s\n", row->name);
	append_sentence(out, _(row->help));
	buffer_printf(&line, "%s %s.", takes, _(row->values));
	append_wrapped(out, buffer_text(&line));
	if (row->usual) {
		append_wrapped(out, usual);
		buffer_printf(out, ".Cm %s .\n", row->usual);
	}
	buffer_free(&line);
}

static void append_settings(struct buffer *out, const char *words)
{
	size_t length = strcspn(words, "|");
	struct buffer takes = {0};

	buffer_append(&takes, words, length);
	begin_list(out);
	for (size_t i = 0; i < preferences_count(); i++)
		append_setting(out, preferences_at(i), buffer_text(&takes),
			       words + length + (words[length] == '|'));
	end_list(out);
	buffer_free(&takes);
}

static void append_nothing(struct buffer *out, const char *words)
{
	(void)out, (void)words;
}

static const struct {
	const char *name;
	void (*append)(struct buffer *out, const char *words);
} markers[] = {
    {"OPTIONS", append_options},   {"FORMATS", append_formats}, {"COMMANDS", append_commands},
    {"SETTINGS", append_settings}, {"COMMENT", append_nothing},
};

/* The template */

/* `marker` is what stands between the two signs. */
static bool fill_marker(struct buffer *out, const char *marker)
{
	for (size_t i = 0; i < sizeof markers / sizeof *markers; i++) {
		size_t length = strlen(markers[i].name);

		if (strncmp(marker, markers[i].name, length) != 0 ||
		    (marker[length] && marker[length] != ' '))
			continue;
		markers[i].append(out, marker + length + (marker[length] == ' '));
		return true;
	}
	return false;
}

/* The author's own roff, but for what is beyond ASCII. */
static void copy_line(struct buffer *out, const char *line)
{
	size_t length = strlen(line);

	for (size_t at = 0; at < length;) {
		uint32_t character;

		at += utf8_decode(line + at, length - at, &character);
		if (character == '\\')
			buffer_putc(out, '\\');
		else
			append_character(out, character);
	}
	buffer_putc(out, '\n');
}

static bool fill_line(struct buffer *out, struct buffer *line)
{
	char *text = line->data;

	if (line->length < 2 || text[0] != '@' || text[line->length - 1] != '@') {
		copy_line(out, buffer_text(line));
		return true;
	}
	text[line->length - 1] = '\0';
	return fill_marker(out, text + 1);
}

bool manual_fill(struct buffer *out, const char *template)
{
	bool good = true;

	for (const char *at = template; *at && good;) {
		size_t length = strcspn(at, "\n");
		struct buffer line = {0};

		buffer_append(&line, at, length);
		good = fill_line(out, &line);
		buffer_free(&line);
		at += length + (at[length] == '\n');
	}
	return good;
}
