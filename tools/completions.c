#include "config.h"

#include "completions.h"

#include "options_table.h"

#include <getopt.h>
#include <string.h>

static const char origin[] = "# Completions of nec-agenda, made from its table of options.\n";

/* Text between a shell's quotes: these characters with something before them. */
static void append_quoted(struct buffer *out, const char *text, const char *special,
			  const char *before)
{
	for (; *text; text++) {
		if (strchr(special, *text))
			buffer_puts(out, before);
		buffer_putc(out, *text);
	}
}

/* bash */

/* The names that take a value in the next word or behind =, as a pattern of case. */
static void append_bash_pattern(struct buffer *out, const struct options_row *row)
{
	if (row->letter && row->value == required_argument)
		buffer_printf(out, "-%c | ", row->letter);
	buffer_printf(out, "--%s", row->name);
}

static void append_bash_options(struct buffer *out)
{
	buffer_puts(out, "\tlocal options='");
	for (size_t i = 0; i < options_table_count(); i++) {
		const struct options_row *row = options_table_at(i);

		if (row->letter)
			buffer_printf(out, "%s-%c", i ? " " : "", row->letter);
		buffer_printf(out, "%s--%s%s", i || row->letter ? " " : "", row->name,
			      row->value == required_argument ? "=" : "");
	}
	buffer_puts(out, "'\n");
}

static void append_bash_values(struct buffer *out)
{
	buffer_puts(out, "\tcase $option in\n");
	for (size_t i = 0; i < options_table_count(); i++) {
		const struct options_row *row = options_table_at(i);
		struct buffer values = {0};

		if (row->value == no_argument)
			continue;
		options_table_values(&values, row);
		buffer_puts(out, "\t");
		append_bash_pattern(out, row);
		buffer_printf(out, ") values='%s' ;;\n", buffer_text(&values));
		buffer_free(&values);
	}
	buffer_puts(out, "\t*) option= ;;\n\tesac\n");
}

/* bash parts words at =, unless it is told not to. A value in the next word is no value of an
 * option that may do without. */
static void append_bash(struct buffer *out)
{
	buffer_puts(out, "# shellcheck shell=bash\n");
	buffer_puts(out, origin);
	buffer_puts(out, "_nec_agenda()\n"
			 "{\n"
			 "\tlocal word=${COMP_WORDS[COMP_CWORD]} option='' values='' prefix=''\n"
			 "\tlocal before=${COMP_WORDS[COMP_CWORD - 1]}\n");
	append_bash_options(out);
	buffer_puts(out,
		    "\tcase $word in\n"
		    "\t=) option=$before word= ;;\n"
		    "\t--*=*) option=${word%%=*} prefix=${word%%=*}= word=${word#*=} ;;\n"
		    "\t*)\n"
		    "\t\tif [[ $before == = ]]; then\n"
		    "\t\t\toption=${COMP_WORDS[COMP_CWORD - 2]}\n"
		    "\t\telif [[ \" $options \" == *\" $before= \"* || $before == -? ]]; then\n"
		    "\t\t\toption=$before\n"
		    "\t\tfi\n"
		    "\t\t;;\n"
		    "\tesac\n");
	append_bash_values(out);
	buffer_puts(out, "\tif [[ $option ]]; then\n"
			 "\t\tmapfile -t COMPREPLY < <(compgen -P \"$prefix\" -W \"$values\" -- "
			 "\"$word\")\n"
			 "\telif [[ $word == -* ]]; then\n"
			 "\t\tmapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
			 "\t\tif [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi\n"
			 "\telse\n"
			 "\t\tcompopt -o filenames\n"
			 "\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
			 "\tfi\n"
			 "}\n"
			 "complete -F _nec_agenda nec-agenda\n");
}

/* zsh */

/* Text of a specification of _arguments, between single quotes. */
static void append_zsh_text(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			buffer_puts(out, "'\\'");
		else if (strchr("[]:\\", *text))
			buffer_putc(out, '\\');
		buffer_putc(out, *text);
	}
}

static void append_zsh_help(struct buffer *out, const struct options_row *row)
{
	buffer_putc(out, '[');
	append_zsh_text(out, row->help);
	buffer_putc(out, ']');
}

static void append_zsh_value(struct buffer *out, const struct options_row *row)
{
	struct buffer values = {0};

	if (row->value == no_argument)
		return;
	options_table_values(&values, row);
	buffer_puts(out, row->value == optional_argument ? "::" : ":");
	append_zsh_text(out, row->value_name);
	buffer_printf(out, values.length ? ":(%s)" : ":%s ", buffer_text(&values));
	buffer_free(&values);
}

/* What takes a value may be there several times; what does not turns its other name away. A letter
 * never has a value that could be left out. */
static void append_zsh_names(struct buffer *out, const struct options_row *row)
{
	if (row->value == optional_argument && row->letter) {
		buffer_printf(out, "'(--%s)-%c", row->name, row->letter);
		append_zsh_help(out, row);
		buffer_printf(out, "' \\\n\t'(-%c)--%s=-", row->letter, row->name);
	} else if (row->value == optional_argument) {
		buffer_printf(out, "'--%s=-", row->name);
	} else if (row->value == required_argument && row->letter) {
		buffer_printf(out, "'*'{-%c+,--%s=}'", row->letter, row->name);
	} else if (row->value == required_argument) {
		buffer_printf(out, "'*--%s=", row->name);
	} else if (row->letter) {
		buffer_printf(out, "'(-%c --%s)'{-%c,--%s}'", row->letter, row->name, row->letter,
			      row->name);
	} else {
		buffer_printf(out, "'--%s", row->name);
	}
}

static void append_zsh(struct buffer *out)
{
	buffer_puts(out, "#compdef nec-agenda\n");
	buffer_puts(out, origin);
	buffer_puts(out, "_arguments -s -S \\\n");
	for (size_t i = 0; i < options_table_count(); i++) {
		buffer_puts(out, "\t");
		append_zsh_names(out, options_table_at(i));
		append_zsh_help(out, options_table_at(i));
		append_zsh_value(out, options_table_at(i));
		buffer_puts(out, "' \\\n");
	}
	buffer_puts(out, "\t'1:agenda:_files'\n");
}

/* fish */

static void append_fish(struct buffer *out)
{
	buffer_puts(out, origin);
	for (size_t i = 0; i < options_table_count(); i++) {
		const struct options_row *row = options_table_at(i);
		struct buffer values = {0};

		options_table_values(&values, row);
		buffer_puts(out, "complete -c nec-agenda");
		if (row->letter)
			buffer_printf(out, " -s %c", row->letter);
		buffer_printf(out, " -l %s", row->name);
		if (row->value == required_argument)
			buffer_puts(out, " -x");
		if (values.length)
			buffer_printf(out, " -a '%s'", buffer_text(&values));
		buffer_puts(out, " -d '");
		append_quoted(out, row->help, "'\\", "\\");
		buffer_puts(out, "'\n");
		buffer_free(&values);
	}
}

bool completions_write(struct buffer *out, const char *shell)
{
	static const struct {
		const char *name;
		void (*append)(struct buffer *out);
	} shells[] = {{"bash", append_bash}, {"zsh", append_zsh}, {"fish", append_fish}};

	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
		if (strcmp(shells[i].name, shell) != 0)
			continue;
		shells[i].append(out);
		return true;
	}
	return false;
}
