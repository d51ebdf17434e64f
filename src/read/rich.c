#include "config.h"

#include "read/rich.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static bool is_tag(const char *text)
{
	size_t length;

	if (*text++ != '<')
		return false;
	if (!strncmp(text, "!--", 3))
		return true;
	text += *text == '/';
	length = strspn(text, letters);
	text += length + strspn(text + length, "0123456789");
	return length && *text && strchr(" \t\r\n/>", *text);
}

bool rich_is_html(const char *text)
{
	return is_tag(text + strspn(text, " \t\r\n"));
}

bool rich_holds_html(const char *text)
{
	static const char *const tags[] = {"<br", "</p>", "</li>", "</a>"};

	for (text = strchr(text, '<'); text; text = strchr(text + 1, '<'))
		for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
			if (!strncasecmp(text, tags[i], strlen(tags[i])) && is_tag(text))
				return true;
	return false;
}
