#include "config.h"

#include "zbar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

bool zbar_read(const char *path, struct buffer *found)
{
	struct buffer command = {0};
	FILE *reader;
	int byte;

	buffer_printf(&command, "zbarimg --quiet --raw '%s' 2>/dev/null", path);
	reader = popen(buffer_text(&command), "re");
	buffer_free(&command);
	assert_non_null(reader);
	while ((byte = getc(reader)) != EOF)
		buffer_putc(found, (char)byte);
	return pclose(reader) >> 8 != 127;
}
