/*
 * A temporary folder for tests that read files, and questions to what was reported of them.
 */
#ifndef NEC_TESTS_READ_SCRATCH_H
#define NEC_TESTS_READ_SCRATCH_H

#include "base/report.h"

#include <stddef.h>

/* Setup and teardown of a test; the folder is removed with all that is in it. */
int scratch_begin(void **state);
int scratch_end(void **state);

/* Full names, valid until scratch_end(). Folders in a file's name are made. */
const char *scratch_path(const char *name);
const char *scratch_write(const char *name, const char *text);
const char *scratch_write_bytes(const char *name, const char *bytes, size_t length);

/*
 * Fails unless a finding of this severity at this place holds the text. The place is FILE:LINE or
 * FILE:LINE:COLUMN, its file without the folder; "" matches every place.
 */
void scratch_assert_said(const struct report *report, enum severity severity, const char *place,
			 const char *text);

/* Fails if a finding of at least this severity holds the text. */
void scratch_assert_unsaid(const struct report *report, enum severity severity, const char *text);

#endif
