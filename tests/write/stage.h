/*
 * A job on the sample agenda, and whole outputs compared with the files in expected/.
 */
#ifndef NEC_TESTS_WRITE_STAGE_H
#define NEC_TESTS_WRITE_STAGE_H

#include "write/writer.h"

struct stage {
	struct agenda *agenda;
	struct query query;
	struct bookmarks bookmarks;
	struct writer_job job; /* on the above, 80 columns wide */
};

/* For cmocka_unit_test_setup_teardown(): *state is a struct stage. */
int stage_set_up(void **state);
int stage_tear_down(void **state);

/*
 * Fails at the first line in which what a writer makes of a job is not as the file says. Where
 * NEC_RENEW_GOLDEN is set the file is written instead, to be looked at.
 */
void stage_assert_written(const char *writer, const struct writer_job *job, const char *file);

#endif
