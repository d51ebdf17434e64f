#include "config.h"

#include "base/locale.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/memory.h"

#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static bool utf8 = true, silent;
static bool postponed; /* the catalogues were not needed yet */
static char **found;   /* the environment at the start */

/* NULL for a variable that is empty, too. */
static const char *value_of(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value ? value : NULL;
}

/* The variable that decides a category: LC_ALL, then its own, then LANG. NULL where none is set. */
static const char *decisive(const char *category)
{
	const char *names[] = {"LC_ALL", category, "LANG"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = value_of(names[i]);

		if (value)
			return value;
	}
	return NULL;
}

static bool names_c_locale(const char *locale)
{
	return !strcmp(locale, "C") || !strcmp(locale, "POSIX");
}

/* Such as C.UTF-8, which names a character set alone. */
static bool names_no_language(const char *locale)
{
	return !strncmp(locale, "C.", 2);
}

/* Whether a locale's name says UTF-8, for one that is not installed and cannot be asked. */
static bool names_utf8(const char *locale)
{
	const char *codeset = strchr(locale, '.');

	return !codeset || !strncasecmp(codeset, ".utf-8", 6) || !strncasecmp(codeset, ".utf8", 5);
}

static void set_character_set(void)
{
	const char *wanted = decisive("LC_CTYPE");

	if (!wanted)
		utf8 = true;
	else if (setlocale(LC_CTYPE, ""))
		utf8 = !strcasecmp(nl_langinfo(CODESET), "UTF-8");
	else
		utf8 = !names_c_locale(wanted) && names_utf8(wanted);
	if (!wanted || !utf8 || strcasecmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/*
 * Where the catalogues are: beside the program in a build tree (the folder is made by the build),
 * else where they were installed.
 */
static void find_catalogues(void)
{
	char path[4096];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 32);
	char *slash;

	if (length > 0) {
		path[length] = '\0';
		slash = strrchr(path, '/');
		if (slash) {
			strcpy(slash, "/locale-built");
			if (!access(path, X_OK)) {
				bindtextdomain(PACKAGE, path);
				return;
			}
		}
	}
	bindtextdomain(PACKAGE, LOCALEDIR);
}

static void open_catalogues(void)
{
	postponed = false;
	find_catalogues();
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
}

/* English stands in the source: no catalogue is needed for it. */
static bool wants_english(const char *wanted, const char *language)
{
	if (language)
		return wanted && names_c_locale(wanted);
	return !wanted || names_c_locale(wanted) || names_no_language(wanted) ||
	       (!strncmp(wanted, "en", 2) && !isalpha((unsigned char)wanted[2]));
}

/* Any locale but C makes gettext look at LANGUAGE, so the language is handed over in that. */
static void set_language(void)
{
	const char *wanted = decisive("LC_MESSAGES"), *language = value_of("LANGUAGE");
	struct buffer name = {0};

	postponed = wants_english(wanted, language);
	if (postponed)
		return;
	if (!wanted || !setlocale(LC_MESSAGES, "") || names_c_locale(setlocale(LC_MESSAGES, NULL)))
		setlocale(LC_MESSAGES, "C.UTF-8");
	open_catalogues();
	if (!wanted || language)
		return;
	buffer_append(&name, wanted, strcspn(wanted, ".@"));
	setenv("LANGUAGE", buffer_text(&name), 1);
	buffer_free(&name);
}

/* LC_CTYPE alone, as ssh hands it over from other systems, and LC_TIME and so on say nothing of the
 * language; nor does LANG=C.UTF-8, to which a system is set that was told of none. */
static bool says_nothing(void)
{
	const char *system = value_of("LANG");

	if (value_of("LANGUAGE") || value_of("LC_ALL") || value_of("LC_MESSAGES"))
		return false;
	return !system || names_no_language(system);
}

static char **copy_environment(void)
{
	size_t count = 0;
	char **copy;

	while (environ && environ[count])
		count++;
	copy = memory_alloc(count + 1, sizeof *copy);
	if (count)
		memcpy(copy, environ, count * sizeof *copy);
	return copy;
}

void locale_begin(void)
{
	found = copy_environment();
	silent = says_nothing();
	set_character_set();
	set_language();
}

/* To name the domain again has gettext forget what it found in another language. */
void locale_speak(const char *language)
{
	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", language, 1);
	if (postponed)
		open_catalogues();
	textdomain(PACKAGE);
	i18n_forget();
}

char **locale_environment(void)
{
	return found ? found : environ;
}

/* A catalogue says its language in its head, which is the translation of nothing. */
bool locale_speaks(const char *language)
{
	static const char nothing[] = "";
	const char *line = strstr(gettext(nothing), "Language: ");
	size_t length = strlen(language);

	if (!line)
		return !strcmp(language, "en");
	line += strlen("Language: ");
	return !strncmp(line, language, length) && !isalpha((unsigned char)line[length]);
}

bool locale_is_silent(void)
{
	return silent;
}

bool locale_is_utf8(void)
{
	return utf8;
}
