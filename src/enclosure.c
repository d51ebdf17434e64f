#include "config.h"

#include "enclosure.h"

#include "base/locale.h"
#include "base/memory.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

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

static char *folder_of_agenda(const char *agenda)
{
	char *folder = folder_of(agenda);

	return folder ? folder : folder_to_be(agenda);
}

static struct enclosure identify(const char *folder)
{
	struct stat status;

	if (!folder || stat(folder, &status))
		return (struct enclosure){0};
	return (struct enclosure){status.st_dev, status.st_ino};
}

struct enclosure enclosure_enter(const char *agenda, struct report *report)
{
	char *folder = folder_of_agenda(agenda);
	const char *folders[] = {folder ? folder : "/nonexistent", "/usr/share/zoneinfo"};
	struct enclosure enclosure = identify(folder);

	load_all();
	sandbox_enter(folders, 2, report);
	free(folder);
	return enclosure;
}

static bool is_refused(const char *folder)
{
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (descriptor >= 0)
		close(descriptor);
	return descriptor < 0 && errno == EACCES;
}

bool enclosure_shuts_out(const struct enclosure *enclosure, const char *agenda)
{
	char *folder = folder_of_agenda(agenda);
	struct enclosure now = identify(folder);
	bool is_another = now.number != enclosure->number || now.device != enclosure->device;
	bool refused = now.number && is_another && is_refused(folder);

	free(folder);
	return refused;
}
