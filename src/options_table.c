#include "config.h"

#include "options_table.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "write/writer.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static void ask_for(struct options *options, enum options_action action)
{
	options->action = action;
	options->actions |= 1u << action;
}

static void take_friend(struct options *options, const char *file)
{
	if (options->friend)
		options->spare_friend = file;
	options->friend = file;
}

static bool take_print(struct options *options, const char *value)
{
	ask_for(options, ACTION_PRINT);
	options->format = value ? value : "text";
	return writer_find(options->format) != NULL;
}

/* One of the values that are wanted of a trait, in words. */
static bool want(struct options *options, enum trait trait, const char *value)
{
	array_push(&options->wanted[trait], value);
	return *value != '\0';
}

/* A number without a sign, of five digits at most. */
static bool read_number(const char *value, int least, int most, int *number)
{
	size_t length = strlen(value);

	if (!length || length > 5 || strspn(value, "0123456789") != length)
		return false;
	*number = atoi(value);
	return *number >= least && *number <= most;
}

/* Four weeks at most. */
static bool take_alarm(struct options *options, const char *value)
{
	return read_number(value, 0, 4 * 7 * MINUTES_PER_DAY, &options->alarm);
}

static bool take_day(struct options *options, const char *value)
{
	return want(options, TRAIT_DAY, value);
}

static bool take_theme(struct options *options, const char *value)
{
	return want(options, TRAIT_THEME, value);
}

static bool take_format(struct options *options, const char *value)
{
	return want(options, TRAIT_FORMAT, value);
}

static bool take_room(struct options *options, const char *value)
{
	return want(options, TRAIT_ROOM, value);
}

static bool take_language(struct options *options, const char *value)
{
	return want(options, TRAIT_LANGUAGE, value);
}

static bool take_speaker(struct options *options, const char *value)
{
	return want(options, TRAIT_SPEAKER, value);
}

static bool take_search(struct options *options, const char *value)
{
	array_push(&options->searches, value);
	return true;
}

static bool take_bookmarked(struct options *options, const char *value)
{
	(void)value;
	return options->bookmarked = true;
}

static bool take_upcoming(struct options *options, const char *value)
{
	(void)value;
	return options->upcoming = true;
}

static bool take_now(struct options *options, const char *value)
{
	(void)value;
	return options->now = true;
}

static bool take_at(struct options *options, const char *value)
{
	bool has_time;
	int offset;

	return civil_parse_moment(&value, &options->at, &has_time, &offset) && has_time && !*value;
}

static bool take_kiosk(struct options *options, const char *value)
{
	(void)value;
	return options->kiosk = true;
}

/* Seconds, at most a day. */
static bool take_kiosk_idle(struct options *options, const char *value)
{
	return read_number(value, 5, 24 * 60 * 60, &options->kiosk_idle);
}

/* Short words are typed by chance. */
static bool take_kiosk_leave(struct options *options, const char *value)
{
	size_t length = strlen(value);

	options->kiosk_leave = value;
	for (size_t i = 0; i < length; i++)
		if (value[i] <= ' ' || value[i] > '~')
			return false;
	return length >= 6 && length < 40;
}

static bool take_check(struct options *options, const char *value)
{
	ask_for(options, ACTION_CHECK);
	options->verbose = value != NULL;
	return !value || !strcmp(value, "verbose");
}

static bool take_changes(struct options *options, const char *value)
{
	(void)value;
	ask_for(options, ACTION_CHANGES);
	return true;
}

static bool take_lang(struct options *options, const char *value)
{
	return preferences_set(&options->preferences, "language", value);
}

static bool take_import(struct options *options, const char *value)
{
	ask_for(options, ACTION_IMPORT);
	take_friend(options, value);
	return *value != '\0';
}

static bool take_diff(struct options *options, const char *value)
{
	ask_for(options, ACTION_DIFF);
	take_friend(options, value);
	return *value != '\0';
}

static bool take_ascii(struct options *options, const char *value)
{
	(void)value;
	return options->preferences.ascii = true;
}

static bool take_no_ascii(struct options *options, const char *value)
{
	(void)value;
	options->preferences.ascii = false;
	return true;
}

static bool take_color(struct options *options, const char *value)
{
	return preferences_set(&options->preferences, "color", value);
}

static bool take_mouse(struct options *options, const char *value)
{
	(void)value;
	return options->preferences.mouse = true;
}

static bool take_no_mouse(struct options *options, const char *value)
{
	(void)value;
	options->preferences.mouse = false;
	return true;
}

static bool take_linear(struct options *options, const char *value)
{
	(void)value;
	return options->preferences.linear = true;
}

static bool take_no_linear(struct options *options, const char *value)
{
	(void)value;
	options->preferences.linear = false;
	return true;
}

static bool take_help(struct options *options, const char *value)
{
	(void)value;
	options->action = ACTION_HELP;
	return true;
}

static bool take_help_keys(struct options *options, const char *value)
{
	(void)value;
	options->action = ACTION_HELP_KEYS;
	return true;
}

static bool take_version(struct options *options, const char *value)
{
	(void)value;
	options->action = ACTION_VERSION;
	return true;
}

/* clang-format off */
static const struct options_row rows[] = {
	{'p', "print", optional_argument, N_("FORMAT"), take_print,
	 N_("print the agenda and end; FORMAT is one of those below"), NULL},
	{0, "alarm", required_argument, N_("MINUTES"), take_alarm,
	 N_("with --print=ics: an alarm so many minutes before each session"),
	 N_("minutes, from 0 to 40320")},
	{'d', "day", required_argument, N_("DAY"), take_day,
	 N_("keep one day: a date, a weekday, a number from 1, today, tomorrow"),
	 N_("a date such as 2023-10-19, a weekday, a number from 1, today or tomorrow")},
	{'t', "theme", required_argument, N_("NAME"), take_theme,
	 N_("keep the sessions of the themes whose name holds NAME"), N_("a theme's name")},
	{'f', "format", required_argument, N_("NAME"), take_format,
	 N_("keep the sessions of that format"), N_("a format's name")},
	{'r', "room", required_argument, N_("NAME"), take_room,
	 N_("keep the sessions in that room"), N_("a room's name")},
	{'l', "language", required_argument, N_("NAME"), take_language,
	 N_("keep the sessions in that language: fr, French; none for those that name none"),
	 N_("a language")},
	{0, "speaker", required_argument, N_("NAME"), take_speaker,
	 N_("keep the sessions of that speaker"), N_("a speaker's name")},
	{'s', "search", required_argument, N_("WORDS"), take_search,
	 N_("keep the sessions that hold all the words, accents and capitals aside"), NULL},
	{'b', "bookmarked", no_argument, NULL, take_bookmarked,
	 N_("keep the sessions you bookmarked"), NULL},
	{'u', "upcoming", no_argument, NULL, take_upcoming,
	 N_("keep what is on and what is still to come"), NULL},
	{'n', "now", no_argument, NULL, take_now,
	 N_("what is on now and what comes next, in each room where there are several"), NULL},
	{0, "at", required_argument, N_("DATETIME"), take_at,
	 N_("pretend it is this moment at the venue, as 2023-10-19T10:42"),
	 N_("a date and a time such as 2023-10-19T10:42")},
	{0, "check", optional_argument, "verbose", take_check,
	 N_("list what an organiser should mend in the agenda; verbose: also how it was understood"),
	 "verbose"},
	{0, "import", required_argument, N_("FILE.ics"), take_import,
	 N_("bookmark the sessions of a calendar: a friend's, or your own from elsewhere"),
	 N_("an iCalendar file")},
	{0, "diff", required_argument, N_("FILE.ics"), take_diff,
	 N_("which of your sessions are in a friend's calendar too, and which are not"),
	 N_("an iCalendar file")},
	{0, "changes", no_argument, NULL, take_changes,
	 N_("tell what changed of the sessions you keep since you saw it last; with two agendas, from "
	    "the first edition to the second"),
	 NULL},
	{0, "kiosk", no_argument, NULL, take_kiosk,
	 N_("show the agenda on a public screen: nothing can be left, started or written"), NULL},
	{0, "kiosk-idle", required_argument, N_("SECONDS"), take_kiosk_idle,
	 N_("with --kiosk: how long it waits for a visitor before it forgets them; 60"),
	 N_("a number of seconds, from 5 to 86400")},
	{0, "kiosk-leave", required_argument, N_("WORD"), take_kiosk_leave,
	 N_("with --kiosk: it ends when WORD is typed; without this option nothing typed ends it"),
	 N_("6 to 39 letters, digits and signs without a space")},
	{0, "lang", required_argument, N_("LANGUAGE"), take_lang,
	 N_("speak French (fr) or English (en), whatever the locale; auto: as it says"),
	 N_("auto, en or fr")},
	{0, "ascii", no_argument, NULL, take_ascii,
	 N_("use plain ASCII characters only"), NULL},
	{0, "no-ascii", no_argument, NULL, take_no_ascii,
	 N_("use all that the locale has, also where config.yaml says otherwise"), NULL},
	{0, "color", required_argument, N_("WHEN"), take_color,
	 N_("use colours: auto, always or never"), N_("auto, always or never")},
	{0, "mouse", no_argument, NULL, take_mouse,
	 N_("use the mouse, also where config.yaml says otherwise"), NULL},
	{0, "no-mouse", no_argument, NULL, take_no_mouse,
	 N_("leave the mouse to the terminal"), NULL},
	{0, "linear", no_argument, NULL, take_linear,
	 N_("browse without boxes or columns, a line for each item, for screen readers and braille"),
	 NULL},
	{0, "no-linear", no_argument, NULL, take_no_linear,
	 N_("browse with them, also where config.yaml says otherwise"), NULL},
	{'h', "help", no_argument, NULL, take_help, N_("show this help and end"), NULL},
	{0, "help-keys", no_argument, NULL, take_help_keys,
	 N_("list the keys of the browser and the names of its commands, and end"), NULL},
	{'V', "version", no_argument, NULL, take_version, N_("show the version and end"), NULL},
};
/* clang-format on */

enum { ROW_COUNT = sizeof rows / sizeof *rows };

size_t options_table_count(void)
{
	return ROW_COUNT;
}

const struct options_row *options_table_at(size_t number)
{
	return &rows[number];
}

static void append_value(struct buffer *out, const char *value, size_t length)
{
	buffer_puts(out, out->length ? " " : "");
	buffer_append(out, value, length);
}

/* Whether a piece of what is expected is no description, but a value itself. */
static bool is_value(const struct options_row *row, const char *piece, size_t length)
{
	struct options scratch = {.at = CIVIL_NONE};
	char *value = memory_strndup(piece, length);
	bool good = length && !strchr(value, ' ') && row->take(&scratch, value);

	options_free(&scratch);
	free(value);
	return good;
}

/* The length of a piece of "auto, always or never", and what parts it from the next. */
static size_t piece_length(const char *text, size_t *gap)
{
	static const char *const gaps[] = {", ", " or "};
	size_t length = strlen(text);

	*gap = 0;
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
		const char *at = strstr(text, gaps[i]);

		if (!at || (size_t)(at - text) >= length)
			continue;
		length = (size_t)(at - text);
		*gap = strlen(gaps[i]);
	}
	return length;
}

void options_table_values(struct buffer *out, const struct options_row *row)
{
	size_t length, gap;

	if (row->take == take_print)
		for (const struct writer *w = writer_table(); w->name; w++)
			append_value(out, w->name, strlen(w->name));
	for (const char *at = row->expected; at && *at; at += length + gap) {
		length = piece_length(at, &gap);
		if (is_value(row, at, length))
			append_value(out, at, length);
	}
}

void options_table_expected(struct buffer *out, const struct options_row *row)
{
	if (row->expected)
		buffer_puts(out, _(row->expected));
	if (row->take != take_print)
		return;
	for (const struct writer *w = writer_table(); w->name; w++)
		buffer_printf(out, "%s%s", w == writer_table() ? "" : ", ", w->name);
}
