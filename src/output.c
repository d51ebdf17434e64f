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

void output_findings(struct buffer *out, const struct report *report, const char *prefix,
		     enum severity least)
{
	char *text = NULL;
	size_t length = 0;
	FILE *memory = open_memstream(&text, &length);

	if (!memory)
		return;
	report_print(report, memory, prefix, least);
	fclose(memory);
	buffer_append(out, text, length);
	free(text);
}

void output_errors(const struct buffer *text, bool ascii)
{
	struct buffer plain = {0};

	if (ascii)
		ascii_append(&plain, buffer_text(text), text->length);
	fputs(buffer_text(ascii ? &plain : text), stderr);
	buffer_free(&plain);
}
