#include "config.h"

#include "output.h"

#include "base/ascii.h"
#include "base/i18n.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool output_text(const struct buffer *text, bool ascii, struct report *report)
{
	struct place nowhere = {0};
	struct buffer plain = {0};
	const struct buffer *shown = text;
	bool written;

	if (ascii) {
		ascii_append(&plain, buffer_text(text), text->length);
		shown = &plain;
	}
	errno = 0;
	written = fwrite(buffer_text(shown), 1, shown->length, stdout) == shown->length;
	written = fflush(stdout) == 0 && written;
	buffer_free(&plain);
	if (!written)
		report_error(report, nowhere, _("the output could not be written: %s"),
			     strerror(errno));
	return written;
}

void output_report(const struct report *report, FILE *stream, const char *prefix,
		   enum severity least, bool ascii)
{
	struct buffer plain = {0};
	char *text = NULL;
	size_t length = 0;
	FILE *memory = open_memstream(&text, &length);

	if (!memory)
		return;
	report_print(report, memory, prefix, least);
	fclose(memory);
	if (ascii)
		ascii_append(&plain, text, length);
	fputs(ascii ? buffer_text(&plain) : text, stream);
	fflush(stream);
	buffer_free(&plain);
	free(text);
}
