/*
 * Carrying sessions away: a sheet on which one chooses what, in which format and where to. The file
 * is written by whoever carries out EFFECT_EXPORT.
 */
#ifndef NEC_TUI_CARRY_H
#define NEC_TUI_CARRY_H

#include "base/buffer.h"
#include "model/query.h"
#include "tui/app.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum carry_what {
	CARRY_SESSION, /* the one that is looked at */
	CARRY_DAY,     /* its day */
	CARRY_FOUND,   /* what the filter and the search leave */
	CARRY_KEPT,    /* the user's own agenda */
	CARRY_ALL,
	CARRY_COUNT
};

enum carry_target { CARRY_FILE, CARRY_CLIPBOARD, CARRY_CODES, CARRY_PAGE_CODES, CARRY_TARGETS };

/* A zeroed struct has no formats, and the sheet cannot be opened. */
struct carry {
	const struct app_format *formats;
	size_t format_count;

	/* What is chosen. */
	enum carry_what what;
	size_t format;
	char *path; /* of the last file; NULL before one was asked for */

	/* What was looked at when the sheet was opened. */
	int session; /* -1 for none */
	size_t day;

	struct query query; /* what the last order refers to */
	struct query_rows rows;
};

void carry_free(struct carry *carry);

/* Opens the sheet on what suggests itself. */
void carry_open(struct app *app);

/* Whether there is anything of that kind to carry away, how many sessions, and both in words. */
bool carry_offers(const struct app *app, enum carry_what what);
size_t carry_count(const struct app *app, enum carry_what what);
void carry_say_count(const struct app *app, enum carry_what what, struct buffer *out);
void carry_say(const struct app *app, enum carry_what what, struct buffer *out);

/* Whether it can go there, in words, and does so: to a file whose name is asked for (tui/ask.h), to
 * the clipboard, or as QR codes (tui/walk.h). */
bool carry_can(struct app *app, enum carry_target target);
void carry_say_target(const struct app *app, enum carry_target target, struct buffer *out);
void carry_to(struct app *app, enum carry_target target, struct effects *effects);

/* The answer to an EFFECT_EXPORT. */
void carry_answer(struct app *app, const struct message *message);

#endif
