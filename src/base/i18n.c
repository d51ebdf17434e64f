#include "config.h"

#include "base/i18n.h"

#include <stdint.h>
#include <string.h>

/* gettext looks into the environment for each text, and for what it found last in a tree. */
enum { REMEMBERED = 512 };

static struct {
	const char *text, *translated;
} remembered[REMEMBERED];

const char *i18n_text(const char *text)
{
	size_t slot = ((uintptr_t)text ^ (uintptr_t)text >> 9) % REMEMBERED;

	if (remembered[slot].text != text) {
		remembered[slot].text = text;
		remembered[slot].translated = gettext(text);
	}
	return remembered[slot].translated;
}

void i18n_forget(void)
{
	memset(remembered, 0, sizeof remembered);
}

const char *i18n_in_context(const char *key, const char *text)
{
	const char *translated = i18n_text(key);

	return translated == key ? text : translated;
}

const char *i18n_context_key(const char *key)
{
	const char *mark = strchr(key, '\004');

	return i18n_in_context(key, mark ? mark + 1 : key);
}
