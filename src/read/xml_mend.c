#include "config.h"

#include "read/xml_mend.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "read/reference.h"

#include <stdio.h>
#include <string.h>

enum { MOST_TOLD = 100 };

struct mender {
	struct buffer *out;
	struct report *report;
	struct place place;
	const char *counted; /* where place.line is */
	int told;
};

/* What is wrong */

static bool is_control(unsigned char c)
{
	return c < ' ' && c != '\t' && c != '\n' && c != '\r';
}

enum { BLOCK = 256 };

/* Whether a block has any but line ends, a loop of which the compiler makes few instructions. */
static bool has_low_bytes(const unsigned char *block)
{
	unsigned char found = 0;

	for (int i = 0; i < BLOCK; i++)
		found |= (block[i] < ' ') & (block[i] != '\n');
	return found;
}

static bool has_control(const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (is_control(bytes[i]))
			return true;
	return false;
}

static bool has_controls(const char *text, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)text;

	for (; length >= BLOCK; bytes += BLOCK, length -= BLOCK)
		if (has_low_bytes(bytes) && has_control(bytes, BLOCK))
			return true;
	return has_control(bytes, length);
}

static bool is_known(const char *at)
{
	static const char *const names[] = {"&amp;", "&quot;", "&apos;"};

	if ((at[1] == 'l' || at[1] == 'g') && at[2] == 't' && at[3] == ';')
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strncmp(at, names[i], strlen(names[i])))
			return true;
	return at[1] == '#' && at[2] != 'X' && reference_character(at);
}

static bool has_unknown(const char *text, size_t length)
{
	const char *end = text + length, *at = text;

	while ((at = memchr(at, '&', (size_t)(end - at))) && is_known(at))
		at++;
	return at;
}

/* Mending */

static bool tell(struct mender *m, const char *at)
{
	for (; m->counted < at; m->counted++)
		m->place.line += *m->counted == '\n';
	return m->told++ < MOST_TOLD;
}

static void leave_out(struct mender *m, const char *at)
{
	if (tell(m, at))
		report_warning(m->report, m->place,
			       _("a control character (U+%04X) is left out; XML has none"),
			       (unsigned char)*at);
}

/* Appends what an "&" begins, and returns what is behind it. */
static const char *mend_reference(struct mender *m, const char *at)
{
	size_t length = reference_length(at);
	uint32_t character;
	char name[40];

	if (is_known(at)) {
		buffer_putc(m->out, '&');
		return at + 1;
	}
	character = reference_character(at);
	snprintf(name, sizeof name, "%.*s", length ? (int)length - 2 : 0, at + 1);
	if (character) {
		utf8_append(m->out, character);
	} else if (!length || at[1] != '#') {
		buffer_puts(m->out, "&amp;");
		length = 1;
	}
	if (!tell(m, at))
		return at + length;
	if (length > 1 && !character)
		report_warning(m->report, m->place,
			       _("\"&%s;\" is left out; XML has no such character"), name);
	else if (character)
		report_warning(m->report, m->place,
			       _("XML does not know \"&%s;\"; write the character itself"), name);
	else
		report_warning(m->report, m->place,
			       _("an \"&\" that stands for itself is written as \"&amp;\""));
	return at + length;
}

/* What no reference can stand in; NULL where it is something else. */
static const char *behind_literal(const char *at)
{
	static const struct {
		const char *start, *end;
	} literals[] = {{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}, {"<!DOCTYPE", ">"}};

	for (size_t i = 0; i < sizeof literals / sizeof *literals; i++) {
		const char *end;

		if (strncmp(at, literals[i].start, strlen(literals[i].start)) != 0)
			continue;
		end = strstr(at, literals[i].end);
		return end ? end : strchr(at, '\0');
	}
	return NULL;
}

bool xml_mend(struct buffer *out, const struct source *source, struct report *report)
{
	struct mender m = {out, report, {source->name, 1, 0}, source->text, 0};
	const char *at = source->text, *literal = at;

	if (!has_controls(at, source->length) && !has_unknown(at, source->length))
		return false;
	if (strstr(at, "<!ENTITY"))
		return false;
	while (*at) {
		if (*at == '<' && at >= literal && behind_literal(at))
			literal = behind_literal(at);
		if (is_control((unsigned char)*at))
			leave_out(&m, at++);
		else if (*at == '&' && at >= literal)
			at = mend_reference(&m, at);
		else
			buffer_putc(out, *at++);
	}
	return true;
}
