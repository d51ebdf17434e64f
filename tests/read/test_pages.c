/*
 * Every page in tests/read/pages is read, and its programme compared with the .tsv beside it: a
 * session a line, with DATE, START, END and TITLE, then, where the line goes on, FORMAT, ROOM,
 * SPEAKERS ("; " between them) and URL. A column that is missing at the end is not looked at.
 */
#include "config.h"

#include "read/reader.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

enum { MOST_SESSIONS = 64 };

static char *file_text(const char *name)
{
	struct buffer text = {0};
	FILE *file = fopen(name, "rb");
	int byte;

	assert_non_null(file);
	while ((byte = getc(file)) != EOF)
		buffer_putc(&text, (char)byte);
	fclose(file);
	return buffer_steal(&text);
}

static void tell_moment(struct buffer *out, civil_moment moment)
{
	int minute = civil_minute_of_day(moment);

	buffer_putc(out, '\t');
	if (moment != CIVIL_NONE)
		buffer_printf(out, "%02d:%02d", minute / 60, minute % 60);
}

static void tell_names(struct buffer *out, const struct indexes *indexes, const char *const *names)
{
	buffer_putc(out, '\t');
	for (size_t i = 0; i < indexes->count; i++)
		buffer_printf(out, i ? "; %s" : "%s", names[indexes->items[i]]);
}

/* The session as a line of a .tsv. */
static char *told(const struct agenda *agenda, const struct session *session)
{
	struct buffer out = {0};

	if (session->day != CIVIL_NONE) {
		struct civil_date date = civil_date_of(session->day);

		buffer_printf(&out, "%04d-%02d-%02d", date.year, date.month, date.day);
	}
	tell_moment(&out, session->start);
	tell_moment(&out, session->end);
	buffer_printf(&out, "\t%s\t", session->title);
	for (size_t i = 0; i < session->formats.count; i++)
		buffer_printf(&out, i ? "; %s" : "%s",
			      agenda->formats[session->formats.items[i]].name);
	tell_names(&out, &session->rooms, agenda->rooms);
	tell_names(&out, &session->speakers, agenda->speakers);
	buffer_printf(&out, "\t%s", session->url ? session->url : "");
	return buffer_steal(&out);
}

/* Whether a line tells a session, as far as it goes. */
static bool fits(const char *line, const char *session)
{
	size_t length = strlen(line);

	return !strncmp(line, session, length) && (!session[length] || session[length] == '\t');
}

static void compare(struct buffer *faults, const char *page, const struct agenda *agenda,
		    char *lines)
{
	bool seen[MOST_SESSIONS] = {false};

	assert_true(agenda->session_count < MOST_SESSIONS);
	for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n")) {
		bool found = false;

		for (size_t i = 0; !found && i < agenda->session_count; i++) {
			char *session = told(agenda, &agenda->sessions[i]);

			found = !seen[i] && fits(line, session);
			seen[i] |= found;
			free(session);
		}
		if (!found)
			buffer_printf(faults, "\n%s: missing: %s", page, line);
	}
	for (size_t i = 0; i < agenda->session_count; i++) {
		char *session = told(agenda, &agenda->sessions[i]);

		if (!seen[i])
			buffer_printf(faults, "\n%s: wrong:   %s (%s)", page, session,
				      agenda->sessions[i].rule);
		free(session);
	}
}

static void check_page(struct buffer *faults, const char *folder, const char *name)
{
	struct buffer page = {0}, table = {0};
	struct report report = {0};
	struct agenda *agenda;
	char *lines;

	buffer_printf(&page, "%s/%s", folder, name);
	buffer_printf(&table, "%s/%.*s.tsv", folder, (int)(strlen(name) - strlen(".md")), name);
	agenda = reader_open(buffer_text(&page), &report);
	assert_non_null(agenda);
	lines = file_text(buffer_text(&table));
	compare(faults, name, agenda, lines);
	free(lines);
	agenda_free(agenda);
	report_free(&report);
	buffer_free(&page);
	buffer_free(&table);
}

static void every_page_has_the_programme_beside_it(void **state)
{
	struct buffer folder = {0}, faults = {0};
	struct dirent *entry;
	int pages = 0;
	DIR *directory;

	(void)state;
	buffer_printf(&folder, "%s/tests/read/pages", getenv("srcdir"));
	directory = opendir(buffer_text(&folder));
	assert_non_null(directory);
	while ((entry = readdir(directory))) {
		size_t length = strlen(entry->d_name);

		if (length < 3 || strcmp(entry->d_name + length - 3, ".md") != 0)
			continue;
		check_page(&faults, buffer_text(&folder), entry->d_name);
		pages++;
	}
	closedir(directory);
	buffer_free(&folder);
	assert_true(pages > 100);
	if (faults.length)
		fail_msg("%s", buffer_text(&faults));
	buffer_free(&faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_page_has_the_programme_beside_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
