#include "config.h"

#include "store/paths.h"

#include <stdlib.h>

static const char *absolute(const char *variable)
{
	const char *path = getenv(variable);

	return path && path[0] == '/' ? path : NULL;
}

bool paths_data(struct buffer *out)
{
	const char *data = absolute("XDG_DATA_HOME"), *home = absolute("HOME");

	if (data)
		buffer_puts(out, data);
	else if (home)
		buffer_printf(out, "%s/.local/share", home);
	else
		return false;
	buffer_puts(out, "/" PACKAGE);
	return true;
}
