#include "config.h"

#include "store/file_name.h"

#include "base/lookup.h"

#include <stdio.h>
#include <string.h>

static const char ENDING[] = ".ics";
static const char HARMLESS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

static bool harmless(const char *id)
{
	return *id && *id != '.' && *id != '-' && !id[strspn(id, HARMLESS)];
}

void file_name_append(struct buffer *out, const char *id, unsigned attempt)
{
	char ending[sizeof "-4294967295" + sizeof ENDING];
	size_t length = strlen(id);
	int ending_length;

	if (attempt > 1)
		ending_length = snprintf(ending, sizeof ending, "-%u%s", attempt, ENDING);
	else
		ending_length = snprintf(ending, sizeof ending, "%s", ENDING);
	if (harmless(id) && length + (size_t)ending_length <= FILE_NAME_LONGEST)
		buffer_append(out, id, length);
	else
		buffer_printf(out, "%016llx", (unsigned long long)lookup_hash(id, length));
	buffer_puts(out, ending);
}

bool file_name_is_item(const char *name)
{
	size_t length = strlen(name);

	return name[0] != '.' && length >= sizeof ENDING &&
	       !strcmp(name + length - (sizeof ENDING - 1), ENDING);
}
