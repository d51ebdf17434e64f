#include "config.h"

#include "write/writer.h"

#include "base/i18n.h"
#include "write/ics.h"
#include "write/json.h"
#include "write/markdown.h"
#include "write/text.h"
#include "write/tsv.h"

#include <string.h>

static const struct writer table[] = {
    {"text", "txt", N_("for people: plain text, wrapped to the terminal's width"), true,
     text_write},
    {"tsv", "tsv", N_("for scripts: a line per session, its fields parted by tabs"), false,
     tsv_write},
    {"markdown", "md", N_("for people: Markdown, with links"), false, markdown_write},
    {"ics", "ics", N_("for calendars: an event per session (iCalendar)"), false, ics_write},
    {"json", "json", N_("for scripts: all that the agenda says"), false, json_write},
    {NULL, NULL, NULL, false, NULL},
};

const struct writer *writer_table(void)
{
	return table;
}

const struct writer *writer_find(const char *name)
{
	for (const struct writer *writer = table; writer->name; writer++)
		if (!strcmp(writer->name, name))
			return writer;
	return NULL;
}
