#include "config.h"

#include "read/reference.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/xml.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 32 };

size_t reference_length(const char *text)
{
	size_t start = 1 + (text[1] == '#'), length = start;

	while (length < LONGEST && isalnum((unsigned char)text[length]))
		length++;
	return length > start && text[length] == ';' ? length + 1 : 0;
}

static uint32_t of_number(const char *digits)
{
	bool hex = *digits == 'x' || *digits == 'X';
	char *end;
	unsigned long value = strtoul(digits + hex, &end, hex ? 16 : 10);

	if (*end != ';' || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ||
	    value == 0xFFFE || value == 0xFFFF)
		return 0;
	return value < ' ' && value != '\t' && value != '\n' && value != '\r' ? 0 : value;
}

uint32_t reference_character(const char *text)
{
	size_t length = reference_length(text);
	const htmlEntityDesc *entity;
	char name[LONGEST + 1];

	if (!length)
		return 0;
	if (text[1] == '#')
		return of_number(text + 2);
	snprintf(name, sizeof name, "%.*s", (int)length - 2, text + 1);
	if (!strcmp(name, "apos"))
		return '\'';
	entity = htmlEntityLookup((const xmlChar *)name);
	return entity ? entity->value : 0;
}

char *reference_resolve(const char *text)
{
	struct buffer out = {0};

	if (!text)
		return NULL;
	for (;;) {
		size_t plain = strcspn(text, "&");
		uint32_t character;

		buffer_append(&out, text, plain);
		text += plain;
		if (!*text)
			return buffer_steal(&out);
		character = reference_character(text);
		if (character)
			utf8_append(&out, character);
		else
			buffer_putc(&out, '&');
		text += character ? reference_length(text) : 1;
	}
}
