#include "config.h"

#include "told.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "read/unfold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static struct report report;

struct report *told_report(void)
{
	return &report;
}

void told_end(void)
{
	report_free(&report);
}

struct agenda *told_read(read_function *read, const char *text)
{
	struct buffer bytes = {0};
	struct source source = {.name = "made"};
	struct builder *builder = builder_new("made");
	struct agenda *agenda = NULL;

	report_free(&report);
	buffer_puts(&bytes, text);
	if (unfold_is_calendar(text))
		unfold_lines(&bytes);
	source.text = bytes.data;
	source.length = bytes.length;
	if (read(&source, builder, &report))
		agenda = builder_finish(builder);
	else
		builder_free(builder);
	buffer_free(&bytes);
	return agenda;
}

static void tell_clock(struct buffer *out, const char *before, civil_moment moment)
{
	buffer_printf(out, "%s%02d:%02d", before, civil_minute_of_day(moment) / 60,
		      civil_minute_of_day(moment) % 60);
}

static void tell_session(struct buffer *out, const struct agenda *agenda, const struct session *s)
{
	if (s->day != CIVIL_NONE) {
		struct civil_date d = civil_date_of(s->day);

		buffer_printf(out, "%d-%02d-%02d", d.year, d.month, d.day);
	}
	if (s->start != CIVIL_NONE) {
		tell_clock(out, " ", s->start);
		if (civil_day_of_moment(s->start) != s->day)
			buffer_printf(out, "%+d", civil_day_of_moment(s->start) - s->day);
	}
	if (s->end != CIVIL_NONE)
		tell_clock(out, "-", s->end);
	buffer_printf(out, " %s", s->title ? s->title : "(none)");
	for (size_t i = 0; i < s->rooms.count; i++)
		buffer_printf(out, " @%s", agenda->rooms[s->rooms.items[i]]);
	buffer_puts(out, s->cancelled ? " cancelled\n" : "\n");
}

char *told_programme(const struct agenda *agenda)
{
	struct buffer out = {0};

	for (size_t i = 0; i < agenda->session_count; i++)
		tell_session(&out, agenda, &agenda->sessions[i]);
	return out.data ? buffer_steal(&out) : memory_strdup("");
}

void told_expect(read_function *read, const char *text, const char *programme)
{
	struct agenda *agenda = told_read(read, text);
	char *found;

	assert_non_null(agenda);
	found = told_programme(agenda);
	assert_string_equal(found, programme);
	free(found);
	agenda_free(agenda);
}

void told_expect_findings(const char *findings, bool all)
{
	struct buffer out = {0};

	for (size_t i = 0; i < report.count; i++)
		if (report.items[i].severity == SEVERITY_WARNING &&
		    (all || report.items[i].place.line))
			buffer_printf(&out, "%d: %s\n", report.items[i].place.line,
				      report.items[i].message);
	assert_string_equal(buffer_text(&out), findings);
	buffer_free(&out);
}
