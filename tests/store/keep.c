/*
 * Keeps every session of the made-up agenda: keep offset|zone|floating. Prints the folder.
 * For test_khal.sh.
 */
#include "config.h"

#include "sample.h"

#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum sample_clock clock_named(const char *name)
{
	if (!strcmp(name, "zone"))
		return SAMPLE_ZONE;
	return strcmp(name, "offset") ? SAMPLE_FLOATING : SAMPLE_OFFSET;
}

int main(int count, char **arguments)
{
	struct agenda *agenda = sample_agenda(clock_named(count > 1 ? arguments[1] : ""));
	struct store *store = store_open(agenda);
	struct report report = {0};
	bool done = true;

	for (size_t i = 0; i < agenda->session_count; i++)
		done = store_save(store, agenda, i, "a note, two words", &report) && done;
	report_print(&report, stderr, "keep: ", SEVERITY_NOTE);
	puts(store_path(store));
	report_free(&report);
	store_close(store);
	agenda_free(agenda);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
