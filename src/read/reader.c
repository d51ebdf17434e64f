#include "config.h"

#include "read/reader.h"

#include "base/i18n.h"
#include "model/builder.h"
#include "read/calendar_file.h"
#include "read/collection.h"
#include "read/page.h"
#include "read/schedule_json.h"
#include "read/schedule_xml.h"
#include "read/source.h"

#include <string.h>
#include <strings.h>

/* The formats; the first one that fits a source reads it. A page can be any text, so it is last. */
static const struct {
	bool (*fits)(const struct source *source); /* NULL fits all */
	bool (*read)(const struct source *source, struct builder *builder, struct report *report);
} readers[] = {
    {schedule_xml_fits, schedule_xml_read},
    {calendar_file_fits, calendar_file_read},
    {schedule_json_fits, schedule_json_read},
    {NULL, page_read},
};

/* What begins like this is no page, and no reader has taken it. */
static const struct {
	const char *beginning, *next; /* the next character but spaces is one of these; NULL: any */
	const char *what;
} strangers[] = {
    {"<?xml", NULL, N_("XML")},
    {"<rss", NULL, N_("XML")},
    {"[", "{\"", N_("JSON")},
};

static const char *stranger(const struct source *source)
{
	const char *text = source->text + strspn(source->text, " \t\r\n");

	for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
		size_t length = strlen(strangers[i].beginning);
		const char *behind = text + length;

		if (strncasecmp(text, strangers[i].beginning, length) != 0)
			continue;
		behind += strspn(behind, " \t\r\n");
		if (!strangers[i].next || (*behind && strchr(strangers[i].next, *behind)))
			return _(strangers[i].what);
	}
	return NULL;
}

static bool read_source(const struct source *source, struct builder *builder, struct report *report)
{
	const char *what;
	size_t last = sizeof readers / sizeof *readers - 1, i = 0;

	while (i < last && !readers[i].fits(source))
		i++;
	what = i == last ? stranger(source) : NULL;
	if (what)
		return report_error(report, (struct place){.file = source_label(source)},
				    /* Translators: %s is a format: XML, JSON */
				    _("this is %s, but no schedule; an event page in Markdown, a "
				      "folder with one, a schedule in XML or JSON, or an iCalendar "
				      "file can be opened"),
				    what);
	return readers[i].read(source, builder, report);
}

static bool read_name(const char *name, struct builder *builder, struct report *report)
{
	struct source source = {0};
	bool read = true;

	if (name && collection_fits(name))
		return collection_read(name, builder, report);
	if (name)
		read = source_read(&source, name, report);
	else
		source_builtin(&source);
	read = read && read_source(&source, builder, report);
	source_free(&source);
	return read;
}

struct agenda *reader_open(const char *name, struct report *report)
{
	struct builder *builder = builder_new(name);

	bool done = read_name(name, builder, report);

	if (progress_stopped(report->progress))
		done =
		    report_error(report, (struct place){.file = name}, _("reading it was stopped"));
	if (done)
		return builder_finish(builder);
	builder_free(builder);
	return NULL;
}

static bool read_calendar(const char *name, struct builder *builder, struct report *report)
{
	struct source source = {0};
	bool read = source_read(&source, name, report);

	if (read && !calendar_file_fits(&source))
		read = report_error(report, (struct place){.file = source_label(&source)},
				    _("this is no iCalendar file: it does not begin with "
				      "BEGIN:VCALENDAR"));
	read = read && calendar_file_read(&source, builder, report);
	source_free(&source);
	return read;
}

struct agenda *reader_open_calendar(const char *name, struct report *report)
{
	struct builder *builder = builder_new(name);

	if (read_calendar(name, builder, report))
		return builder_finish(builder);
	builder_free(builder);
	return NULL;
}
