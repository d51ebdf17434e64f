#include "config.h"

#include "options.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "options_table.h"
#include "wishes.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

/* By their options; NULL for those that may stand beside any other. */
static const char *const action_names[] = {
    [ACTION_PRINT] = "print", [ACTION_CHECK] = "check",	    [ACTION_IMPORT] = "import",
    [ACTION_DIFF] = "diff",   [ACTION_CHANGES] = "changes",
};

enum { ACTION_NAMES = sizeof action_names / sizeof *action_names };

enum { FIRST_ROW_CODE = 1000 };

/* getopt_long()'s tables, made from ours. Codes are the rows' numbers from FIRST_ROW_CODE on. */
struct getopt_tables {
	struct option *words;
	struct buffer letters;
};

/* Begins at the first word again. */
static void begin_getopt(struct getopt_tables *tables)
{
	size_t count = options_table_count();

	*tables = (struct getopt_tables){
	    .words = memory_alloc(count + 1, sizeof *tables->words),
	};
	buffer_puts(&tables->letters, ":");
	for (size_t i = 0; i < count; i++) {
		const struct options_row *row = options_table_at(i);

		tables->words[i] =
		    (struct option){row->name, row->value, NULL, FIRST_ROW_CODE + (int)i};
		if (!row->letter)
			continue;
		buffer_putc(&tables->letters, row->letter);
		buffer_puts(&tables->letters, row->value == required_argument ? ":" : "");
	}
	opterr = 0;
	optind = 0;
}

static int next_code(struct getopt_tables *tables, int argc, char **argv)
{
	return getopt_long(argc, argv, buffer_text(&tables->letters), tables->words, NULL);
}

static void end_getopt(struct getopt_tables *tables)
{
	free(tables->words);
	buffer_free(&tables->letters);
}

static const struct options_row *row_of_code(int code)
{
	size_t count = options_table_count();

	if (code >= FIRST_ROW_CODE && (size_t)(code - FIRST_ROW_CODE) < count)
		return options_table_at((size_t)(code - FIRST_ROW_CODE));
	for (size_t i = 0; i < count; i++)
		if (options_table_at(i)->letter && options_table_at(i)->letter == code)
			return options_table_at(i);
	return NULL;
}

static bool refuse(struct report *report, const char *format, const char *text)
{
	struct place nowhere = {0};
	struct buffer message = {0};

	buffer_printf(&message, format, text);
	report_error(report, nowhere, _("%s; see nec-agenda --help"), buffer_text(&message));
	buffer_free(&message);
	return false;
}

static bool refuse_value(struct report *report, const struct options_row *row, const char *value)
{
	struct place nowhere = {0};
	struct buffer expected = {0};

	options_table_expected(&expected, row);
	report_error(report, nowhere, _("--%s=%s makes no sense; it takes: %s"), row->name, value,
		     buffer_text(&expected));
	buffer_free(&expected);
	return false;
}

/* What getopt_long() could not take. argument is the word it was in. */
static bool refuse_option(struct report *report, int code, const char *argument)
{
	const struct options_row *row = row_of_code(optopt);
	char letter[3] = {'-', (char)optopt, '\0'};

	if (code == ':')
		return refuse(report, _("%s needs a value"), argument);
	if (row)
		return refuse(report, _("--%s takes no value"), row->name);
	return refuse(report, _("the option %s is not known"),
		      optopt && argument[1] != '-' ? letter : argument);
}

static bool is_empty(const char *name)
{
	return name && !*name;
}

static bool is_standard_input(const char *name)
{
	return name && !strcmp(name, "-");
}

static bool take_operands(struct options *options, int argc, char **argv, struct report *report)
{
	int count = argc - optind, most = options->action == ACTION_CHANGES ? 2 : 1;

	if (count > most)
		return refuse(report,
			      most > 1 ? _("--changes compares two editions: %s is too many")
				       : _("one agenda at a time, please: %s is too many"),
			      argv[optind + most]);
	options->former = count > 1 ? argv[optind] : NULL;
	options->agenda = count ? argv[argc - 1] : NULL;
	if (is_empty(options->agenda) || is_empty(options->former))
		return report_error(report, (struct place){0},
				    _("the agenda's name is empty; see nec-agenda --help"));
	if (is_standard_input(options->agenda) && is_standard_input(options->former))
		return report_error(report, (struct place){0},
				    _("standard input holds one edition, not two"));
	return true;
}

/* Whether it is done at once, whatever else stands on the line. */
static bool only_tells(enum options_action action)
{
	return action == ACTION_HELP || action == ACTION_HELP_KEYS || action == ACTION_VERSION;
}

static bool is_one_thing(const struct options *options, struct report *report)
{
	const char *first = NULL;

	for (int i = 0; i < ACTION_NAMES; i++) {
		if (!(options->actions >> i & 1) || !action_names[i])
			continue;
		if (first)
			return report_error(
			    report, (struct place){0},
			    _("--%1$s and --%2$s are two things to do: choose one; see nec-agenda "
			      "--help"),
			    first, action_names[i]);
		first = action_names[i];
	}
	if (options->spare_friend)
		return refuse(report, _("one calendar at a time, please: %s is too many"),
			      options->spare_friend);
	return true;
}

/* Whether what was asked for can be had at once. */
static bool fit_together(const struct options *options, struct report *report)
{
	if (!is_one_thing(options, report))
		return false;
	if (options->alarm >= 0 &&
	    (options->action != ACTION_PRINT || strcmp(options->format, "ics") != 0))
		return report_error(report, (struct place){0},
				    _("--alarm goes with --print=ics; see nec-agenda --help"));
	if ((options->friend || options->action == ACTION_CHANGES) && wishes_restrict(options))
		return refuse(report, _("--%s is about a whole agenda"),
			      action_names[options->action]);
	return true;
}

const char *options_language(int argc, char **argv)
{
	struct options scratch = {.at = CIVIL_NONE};
	struct getopt_tables tables;
	const char *language = NULL;
	int code;

	begin_getopt(&tables);
	while (!only_tells(scratch.action) && (code = next_code(&tables, argc, argv)) != -1) {
		const struct options_row *row = row_of_code(code);

		if (row && row->take(&scratch, optarg) && !strcmp(row->name, "lang"))
			language = optarg;
	}
	end_getopt(&tables);
	options_free(&scratch);
	return language;
}

bool options_parse(struct options *options, int argc, char **argv, struct report *report)
{
	struct getopt_tables tables;
	bool good = true;
	int code;

	*options = (struct options){.at = CIVIL_NONE,
				    .format = "text",
				    .alarm = -1,
				    .kiosk_idle = 60,
				    .preferences = options->preferences};
	begin_getopt(&tables);
	while (good && (code = next_code(&tables, argc, argv)) != -1) {
		const struct options_row *row = row_of_code(code);

		if (!row || code == '?' || code == ':')
			good = refuse_option(report, code, argv[optind - 1]);
		else if (!row->take(options, optarg))
			good = refuse_value(report, row, optarg ? optarg : "");
		else if (only_tells(options->action))
			break;
	}
	end_getopt(&tables);
	if (only_tells(options->action))
		return good;
	return good && take_operands(options, argc, argv, report) && fit_together(options, report);
}

void options_free(struct options *options)
{
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		array_free(&options->wanted[trait]);
	array_free(&options->searches);
}
