#include "config.h"

#include "store/preferences.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/slip.h"
#include "base/utf8.h"
#include "store/folder.h"
#include "store/paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "config.yaml"

/* Values */

static bool take_choice(int *chosen, const char *value, const char *const *choices, int count)
{
	for (int i = 0; i < count; i++) {
		if (strcasecmp(value, choices[i]) != 0)
			continue;
		*chosen = i;
		return true;
	}
	return false;
}

static bool take_switch(bool *chosen, const char *value)
{
	static const char *const words[] = {"false", "true", "no",  "yes", "off",
					    "on",    "non",  "oui", "0",   "1"};
	int word;

	if (!take_choice(&word, value, words, sizeof words / sizeof *words))
		return false;
	*chosen = word % 2;
	return true;
}

static bool take_number(int *chosen, const char *value, int most)
{
	int number = 0;

	if (!*value)
		return false;
	for (; *value; value++) {
		if (*value < '0' || *value > '9')
			return false;
		number = number * 10 + (*value - '0');
		if (number > most)
			return false;
	}
	*chosen = number;
	return true;
}

static const char *const languages[] = {
    [PREFERENCES_LANGUAGE_AUTO] = "auto",
    [PREFERENCES_LANGUAGE_ENGLISH] = "en",
    [PREFERENCES_LANGUAGE_FRENCH] = "fr",
};

static bool take_language(struct preferences *preferences, const char *value)
{
	int chosen;

	if (!take_choice(&chosen, value, languages, sizeof languages / sizeof *languages))
		return false;
	preferences->language = (enum preferences_language)chosen;
	return true;
}

static bool take_color(struct preferences *preferences, const char *value)
{
	static const char *const names[] = {
	    [PREFERENCES_COLOR_AUTO] = "auto",
	    [PREFERENCES_COLOR_ALWAYS] = "always",
	    [PREFERENCES_COLOR_NEVER] = "never",
	};
	int chosen;

	if (!take_choice(&chosen, value, names, sizeof names / sizeof *names))
		return false;
	preferences->color = (enum preferences_color)chosen;
	return true;
}

static bool take_ascii(struct preferences *preferences, const char *value)
{
	return take_switch(&preferences->ascii, value);
}

static bool take_mouse(struct preferences *preferences, const char *value)
{
	return take_switch(&preferences->mouse, value);
}

static bool take_linear(struct preferences *preferences, const char *value)
{
	return take_switch(&preferences->linear, value);
}

static bool take_remind(struct preferences *preferences, const char *value)
{
	return take_number(&preferences->remind, value, PREFERENCES_REMIND_MOST);
}

static bool take_bell(struct preferences *preferences, const char *value)
{
	return take_switch(&preferences->bell, value);
}

const char *preferences_language_code(const struct preferences *preferences)
{
	bool is_auto = preferences->language == PREFERENCES_LANGUAGE_AUTO;

	return is_auto ? NULL : languages[preferences->language];
}

/* The table */

/* clang-format off */
static const struct preferences_row rows[] = {
	{"keys", N_("commands, each with a key or a list of keys"), NULL,
	 N_("keys in place of the usual ones"), NULL},
	{"language", N_("auto, en or fr"), "auto",
	 N_("the language of the program; auto: that of the locale, else that of the agenda"),
	 take_language},
	{"ascii", N_("true or false"), "false",
	 N_("use plain ASCII characters only"), take_ascii},
	{"color", N_("auto, always or never"), "auto",
	 N_("use colours"), take_color},
	{"mouse", N_("true or false"), "true",
	 N_("use the mouse; false leaves it to the terminal"), take_mouse},
	{"linear", N_("true or false"), "false",
	 N_("show the browser without boxes or columns, for screen readers and braille"),
	 take_linear},
	{"remind", N_("a number of minutes, 1440 at most"), "10",
	 N_("how long before a session of yours the browser reminds you; 0 for never"),
	 take_remind},
	{"bell", N_("true or false"), "false",
	 N_("ring the terminal's bell with a reminder"), take_bell},
};
/* clang-format on */

enum { ROW_COUNT = sizeof rows / sizeof *rows };

size_t preferences_count(void)
{
	return ROW_COUNT;
}

const struct preferences_row *preferences_at(size_t number)
{
	return &rows[number];
}

static const struct preferences_row *find_row(const char *name)
{
	for (size_t i = 0; i < ROW_COUNT; i++)
		if (!strcmp(rows[i].name, name))
			return &rows[i];
	return NULL;
}

bool preferences_set(struct preferences *preferences, const char *name, const char *value)
{
	const struct preferences_row *row = find_row(name);

	return row && row->take && row->take(preferences, value);
}

void preferences_begin(struct preferences *preferences)
{
	*preferences = (struct preferences){.arena = arena_new()};
	for (size_t i = 0; i < ROW_COUNT; i++)
		if (rows[i].take)
			rows[i].take(preferences, rows[i].usual);
}

void preferences_free(struct preferences *preferences)
{
	arena_free(preferences->arena);
	*preferences = (struct preferences){.arena = NULL};
}

/* Settings */

static void tell_unknown(const struct node *value, struct report *report)
{
	const char *names[ROW_COUNT], *meant;
	struct buffer all = {0};

	for (size_t i = 0; i < ROW_COUNT; i++) {
		names[i] = rows[i].name;
		buffer_printf(&all, "%s%s", i ? ", " : "", rows[i].name);
	}
	meant = slip_nearest(value->key, names, ROW_COUNT);
	if (meant)
		report_caution(report, value->key_place,
			       _("the setting \"%s\" is not known; is \"%s\" meant?"), value->key,
			       meant);
	else
		report_caution(report, value->key_place,
			       _("the setting \"%s\" is not known; there are: %s"), value->key,
			       buffer_text(&all));
	buffer_free(&all);
}

static void take_keys(struct preferences *preferences, const struct node *value,
		      struct report *report)
{
	if (value->kind == NODE_MAP)
		preferences->keys = value;
	else
		report_caution(report, value->place,
			       _("\"keys\" has to be made of lines such as \"quit: q\", each "
				 "indented"));
}

static void take_value(struct preferences *preferences, const struct preferences_row *row,
		       const struct node *value, struct report *report)
{
	const char *text = value->text ? value->text : "…";

	if (value->kind != NODE_SCALAR || !row->take(preferences, text))
		report_caution(report, value->place, _("\"%s: %s\" makes no sense; it takes: %s"),
			       row->name, text, _(row->values));
}

/* A setting behind which nothing is said is left as it is. */
static void take_setting(struct preferences *preferences, const struct node *value,
			 struct report *report)
{
	const struct preferences_row *row = find_row(value->key);

	if (!row)
		tell_unknown(value, report);
	else if (node_is_empty(value))
		return;
	else if (row->take)
		take_value(preferences, row, value, report);
	else
		take_keys(preferences, value, report);
}

/* The file */

static const char *reason(int error)
{
	switch (error) {
	case EACCES:
		return _("you may not read this; ask its owner, or change its rights (chmod +r)");
	case ENOTDIR:
		return _("something else stands where a folder is needed: move it away");
	case EINVAL:
		return _("this is not a file");
	case EFBIG:
		return _("this is larger than 64 kB, which no settings are");
	default:
		return strerror(error);
	}
}

/* The errno value of opening the folder; 0 also where it is not there, and then it is -1. */
static int open_folder(const char *path, int *folder)
{
	struct stat status;

	*folder = folder_open(path);
	if (*folder >= 0 || errno == ENOENT)
		return 0;
	if (errno != ENOTDIR)
		return errno;
	/* A home that is no folder is nobody's mistake; but something in place of ours may be. */
	return stat(path, &status) ? 0 : ENOTDIR;
}

/* False, with an error, where there is a file that cannot be read. */
static bool read_file(const char *path, struct buffer *text, struct report *report)
{
	struct place place = {.file = path};
	char *folder_path = memory_strndup(path, strlen(path) - strlen("/" FILE_NAME));
	int folder, error = open_folder(folder_path, &folder);

	free(folder_path);
	if (folder >= 0) {
		error = folder_read(folder, FILE_NAME, PREFERENCES_LARGEST, text);
		close(folder);
	}
	if (error && error != ENOENT)
		return report_error(report, place, _("the settings could not be read: %s"),
				    reason(error));
	return true;
}

/* Whether it is UTF-8. */
static bool check_text(const char *text, size_t length, struct place place, struct report *report)
{
	size_t bad;

	if (utf8_valid(text, length, &bad))
		return true;
	for (size_t i = 0; i < bad; i++)
		place.line += text[i] == '\n';
	return report_error(report, place, _("this is not UTF-8; save it as UTF-8"));
}

static size_t length_of_mark(const char *text, size_t length)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t bytes = sizeof mark - 1;

	return length >= bytes && !memcmp(text, mark, bytes) ? bytes : 0;
}

void preferences_take(struct preferences *preferences, const char *text, size_t length,
		      const char *file, struct report *report)
{
	struct place place = {.file = file, .line = 1};
	size_t mark = length_of_mark(text, length);
	const struct node *map = NULL;

	if (check_text(text, length, place, report))
		map = node_parse(preferences->arena, text + mark, length - mark, place, report);
	for (const struct node *value = map ? map->first : NULL; value; value = value->next)
		take_setting(preferences, value, report);
}

void preferences_read(struct preferences *preferences, struct report *report)
{
	struct buffer path = {0}, text = {0};

	if (paths_config(&path)) {
		const char *file;

		buffer_puts(&path, "/" FILE_NAME);
		file = arena_strdup(preferences->arena, buffer_text(&path));
		if (read_file(file, &text, report))
			preferences_take(preferences, buffer_text(&text), text.length, file,
					 report);
	}
	buffer_free(&path);
	buffer_free(&text);
}
