#include "config.h"

#include "store/paths.h"

#include <stdlib.h>

static const char *absolute(const char *variable)
{
	const char *path = getenv(variable);

	return path && path[0] == '/' ? path : NULL;
}

/* A folder that a variable names, else one below the home; ours is in it. */
static bool append_folder(struct buffer *out, const char *variable, const char *below_home)
{
	const char *folder = absolute(variable), *home = absolute("HOME");

	if (folder)
		buffer_puts(out, folder);
	else if (home)
		buffer_printf(out, "%s/%s", home, below_home);
	else
		return false;
	buffer_puts(out, "/" PACKAGE);
	return true;
}

bool paths_data(struct buffer *out)
{
	return append_folder(out, "XDG_DATA_HOME", ".local/share");
}

bool paths_config(struct buffer *out)
{
	return append_folder(out, "XDG_CONFIG_HOME", ".config");
}
