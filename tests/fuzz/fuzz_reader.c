/*
 * Reads the bytes as an agenda, whatever they look like, and has every writer write what came of
 * it. All readers are reached, because the content decides which one reads; run.sh gives each its
 * own seeds.
 */
#include "config.h"

#include "fuzz.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "model/query.h"
#include "read/reader.h"
#include "write/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void write_all(const struct agenda *agenda)
{
	struct query query = QUERY_ALL;
	size_t bad;

	for (const struct writer *writer = writer_table(); writer->name; writer++) {
		struct buffer text = {0};
		struct writer_job job = {
		    .agenda = agenda,
		    .query = &query,
		    .whole = true,
		    .now = CIVIL_NONE,
		    .width = 80,
		};

		writer->write(&text, &job);
		FUZZ_HOLDS(utf8_valid(buffer_text(&text), text.length, &bad));
		buffer_free(&text);
	}
	query_free(&query);
}

/* What every reader promises of an agenda (model/agenda.h). */
static void look_at(const struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct session *session = &agenda->sessions[i];

		FUZZ_HOLDS(session->id && *session->id);
		FUZZ_HOLDS(agenda_find_session(agenda, session->id) == (int)session->whole);
		FUZZ_HOLDS(session->whole == i || (session->whole < i && session->nth_day > 1));
		FUZZ_HOLDS(session->end == CIVIL_NONE || session->end >= session->start);
		FUZZ_HOLDS(agenda_day_of(agenda, i) < agenda->day_count);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct report report = {0};
	struct agenda *agenda;
	int file = memfd_create("agenda", 0);
	char name[64];

	FUZZ_HOLDS(file >= 0 && write(file, data, size) == (ssize_t)size);
	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	agenda = reader_open(name, &report);
	FUZZ_HOLDS(agenda || report.counts[SEVERITY_ERROR]);
	if (agenda) {
		look_at(agenda);
		write_all(agenda);
	}
	agenda_free(agenda);
	report_free(&report);
	close(file);
	return 0;
}
