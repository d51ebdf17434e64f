/*
 * The options of the command line: one table, from which parsing, --help, the manual and the
 * completions are made.
 */
#ifndef NEC_OPTIONS_TABLE_H
#define NEC_OPTIONS_TABLE_H

#include "base/buffer.h"
#include "options.h"

#include <stdbool.h>
#include <stddef.h>

struct options_row {
	char letter; /* 0 for none */
	const char *name;
	int value;		/* no_argument, required_argument, optional_argument */
	const char *value_name; /* marked with N_() */

	/* Takes its value (NULL where none was given); false where that makes no sense. */
	bool (*take)(struct options *options, const char *value);

	const char *help;     /* marked with N_() */
	const char *expected; /* what a value has to be, for the error; NULL where all will do */
};

size_t options_table_count(void);
const struct options_row *options_table_at(size_t number);

/* Appends the values of an option that can be written as they are, parted by spaces: "auto always
 * never". Nothing where it takes none, or others. */
void options_table_values(struct buffer *out, const struct options_row *row);

/* Appends what a value of it has to be, in words; nothing where all will do. */
void options_table_expected(struct buffer *out, const struct options_row *row);

#endif
