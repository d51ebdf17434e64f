#include "config.h"

#include "present/capital.h"

#include "base/utf8.h"
#include "base/utf8proc.h"

#include <string.h>

void capital_append(struct buffer *out, const char *text)
{
	uint32_t first;
	size_t taken = *text ? utf8_decode(text, strlen(text), &first) : 0;

	if (taken && first >= 'a' && first <= 'z')
		buffer_putc(out, (char)(first & ~0x20u));
	else if (taken && first < 0x80)
		buffer_putc(out, (char)first);
	else if (taken)
		utf8_append(out, (uint32_t)utf8proc_totitle((utf8proc_int32_t)first));
	buffer_puts(out, text + taken);
}
