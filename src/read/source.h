/*
 * A source: the bytes of an agenda before any reader has looked at them.
 */
#ifndef NEC_READ_SOURCE_H
#define NEC_READ_SOURCE_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

/* A hundred thousand sessions take up to 240 MB as XML. */
enum { SOURCE_LARGEST = 256 * 1024 * 1024 };

struct source {
	const char *name; /* as the user named it; "stdin" for `-`; NULL for the built-in agenda */
	char *text;	  /* NUL-terminated UTF-8 without a byte order mark; owned */
	size_t length;
	bool lasts; /* it is a file, and can be read once more */
};

/*
 * Reads a file, or standard input for "-". Fails with one error, in plain words, for what is
 * missing, not readable, no regular file or pipe (a device, a folder, a socket), empty, larger than
 * SOURCE_LARGEST, binary (NUL bytes, the marks of well-known formats). What is compressed with gzip
 * is decompressed first, and bounded as well. What is not UTF-8 but can be
 * Windows-1252 or is UTF-16 is converted, with a caution. Lines end as they did in the file.
 *
 * A named pipe is given a second for someone to open it for writing; from then on its data are
 * waited for, as those of standard input are. A terminal is read to its end too.
 *
 * The name must outlive the source.
 */
bool source_read(struct source *source, const char *name, struct report *report);

/* The agenda compiled into the program. */
void source_builtin(struct source *source);

/* What messages call the source: its name, or a translated one for the built-in agenda. */
const char *source_label(const struct source *source);

void source_free(struct source *source);

#endif
