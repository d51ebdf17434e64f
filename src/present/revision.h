/*
 * What changed in an agenda (model/changes.h), in words.
 */
#ifndef NEC_PRESENT_REVISION_H
#define NEC_PRESENT_REVISION_H

#include "base/buffer.h"
#include "model/changes.h"

/* The gravest of what changed: one of enum changes_what. Of 0 it is 0. */
unsigned revision_gravest(unsigned what);

/* What that is called: "moved", "another room"; and as the label of a fact: "Moved". */
const char *revision_word(unsigned aspect);
const char *revision_label(unsigned aspect);

/* How it was and how it is: "Thu 19 Oct, 11:30 → 12:00", "Hall → Garden". Nothing of what is new,
 * gone, cancelled or not. */
void revision_pair(struct buffer *out, unsigned aspect, const struct change *change,
		   const struct agenda *agenda);

/* When and where a session is, or what is gone was: "Thu 19 Oct, 11:30, Hall". */
void revision_now(struct buffer *out, const struct agenda *agenda, size_t session);
void revision_before(struct buffer *out, const struct bookmark *before);

/* A line for each that changed in each session, unless the user knows of it: "moved: Plénière: Thu
 * 19 Oct, 11:30 → 12:00". */
void revision_lines(struct buffer *out, const struct changes *changes, const struct agenda *agenda);

#endif
