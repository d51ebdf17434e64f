#include "config.h"

#include "enclosure.h"

#include "base/locale.h"
#include "base/memory.h"
#include "sandbox.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* The folder that the agenda lies in, or is; NULL for the built-in one. To be freed with free(). */
static char *folder_of(const char *agenda)
{
	char *path = agenda ? realpath(agenda, NULL) : NULL;
	struct stat status;
	char *slash;

	if (!path || (!stat(path, &status) && S_ISDIR(status.st_mode)))
		return path;
	slash = strrchr(path, '/');
	slash[slash == path] = '\0';
	return path;
}

/* The folder where an agenda will be that is not there yet. */
static char *folder_to_be(const char *agenda)
{
	char *copy = agenda ? memory_strdup(agenda) : NULL,
	     *slash = copy ? strrchr(copy, '/') : NULL;
	char *folder;

	if (slash)
		slash[slash == copy] = '\0';
	folder = copy ? realpath(slash ? copy : ".", NULL) : NULL;
	free(copy);
	return folder;
}

/* Loads what cannot be loaded in there any more. */
static void load_all(void)
{
	static const char *const languages[] = {"fr", "en"};

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		locale_speak(languages[i]);
		locale_speaks(languages[i]); /* opens the catalogue */
	}
	tzset();
}

void enclosure_enter(const char *agenda, struct report *report)
{
	const char *folders[] = {NULL, "/usr/share/zoneinfo"};
	char *folder = folder_of(agenda);

	if (!folder)
		folder = folder_to_be(agenda);
	folders[0] = folder ? folder : "/nonexistent";
	load_all();
	sandbox_enter(folders, 2, report);
	free(folder);
}
