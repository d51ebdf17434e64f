#include "config.h"

#include "calendar/uid.h"

#include "base/lookup.h"

#include <string.h>

/* Of a session's id that is part of a UID, in bytes; an agenda's id has at most 86. */
enum { LONGEST = 160 };

static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

static bool is_uuid(const char *id)
{
	static const char form[] = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
	size_t i = 0;

	for (; form[i] && id[i]; i++)
		if (form[i] == '-' ? id[i] != '-' : !strchr("0123456789abcdefABCDEF", id[i]))
			return false;
	return !form[i] && !id[i];
}

static bool is_visible_ascii(const char *id)
{
	for (const unsigned char *c = (const unsigned char *)id; *c; c++)
		if (*c <= ' ' || *c >= 0x7F)
			return false;
	return true;
}

/* Whether an id looks as if this program had made a UID for this agenda of it. */
static bool is_made(const char *id, const char *agenda_id)
{
	const char *at = strrchr(id, '@');

	return at && !strcmp(at + 1, agenda_id);
}

bool uid_is_global(const char *id, const char *agenda_id)
{
	if (strlen(id) > LONGEST || !is_visible_ascii(id))
		return false;
	return is_uuid(id) || (strchr(id, '@') && !is_made(id, agenda_id));
}

void uid_append(struct buffer *out, const char *id, const char *agenda_id)
{
	size_t length = strlen(id);

	if (uid_is_global(id, agenda_id)) {
		buffer_puts(out, id);
		return;
	}
	if (length <= LONGEST && !id[strspn(id, plain)])
		buffer_puts(out, id);
	else
		buffer_printf(out, "+%016llx", (unsigned long long)lookup_hash(id, length));
	buffer_printf(out, "@%s", agenda_id);
}
