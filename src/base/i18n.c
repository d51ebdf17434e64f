#include "config.h"

#include "base/i18n.h"

#include <string.h>

const char *i18n_in_context(const char *key, const char *text)
{
	const char *translated = gettext(key);

	return translated == key ? text : translated;
}

const char *i18n_context_key(const char *key)
{
	const char *mark = strchr(key, '\004');

	return i18n_in_context(key, mark ? mark + 1 : key);
}
