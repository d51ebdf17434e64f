/*
 * Builds an agenda. Readers fill it; what it hands out is sanitised, kept once and owned by the
 * agenda to be.
 *
 *     struct builder *b = builder_new("page.md");
 *     builder_event(b)->title = builder_text(b, title);
 *     struct session *s = builder_session(b);
 *     s->title = builder_text(b, "Plénière");
 *     builder_add_theme(b, name, NULL);
 *     struct agenda *agenda = builder_finish(b);
 *
 * builder_finish() does what every source needs: puts the sessions into programme order, groups
 * them into days, gives ids where the source gave none (design: DATE-slug, -2, -3), makes repeated
 * ids unique, takes a usual length from a format named in the session's formats or leading its
 * title, tells languages apart, and works out `until`:
 * the end; else the start of the next session of its day and room; else start and usual length,
 * whichever is sooner; else one hour.
 */
#ifndef NEC_MODEL_BUILDER_H
#define NEC_MODEL_BUILDER_H

#include "model/agenda.h"

struct builder;

/* `source` is the file as the user named it, NULL for the built-in agenda. */
struct builder *builder_new(const char *source);

/* Gives up: frees everything. NULL is allowed. */
void builder_free(struct builder *builder);

/* Forgets all that it was filled with. */
void builder_clear(struct builder *builder);

/*
 * Sanitised copies, kept once. builder_text() makes one line of the text, runs of white space
 * joined and none at its ends; builder_lines() keeps its line breaks. Nothing left, or NULL, gives
 * NULL.
 */
const char *builder_text(struct builder *builder, const char *text);
const char *builder_text_n(struct builder *builder, const char *text, size_t length);
const char *builder_lines(struct builder *builder, const char *text, size_t length);

/* A web or mail address: a text that keeps only what an address may hold, NULL if nothing. */
const char *builder_url(struct builder *builder, const char *url);

/* The event, for the reader to fill; its lists are filled with the functions below. */
struct event *builder_event(struct builder *builder);
void builder_add_category(struct builder *builder, const char *name);
void builder_add_tag(struct builder *builder, const char *name);
void builder_add_info(struct builder *builder, const char *label, const char *text, const char *url,
		      int line);
/* The same url is kept once; the first alternative text wins. */
void builder_add_image(struct builder *builder, const char *url, const char *alt);

/*
 * The index of a theme, format, room or speaker, added where it is new. Themes and formats are
 * compared folded (case, accents, a plural s of formats), the first way of writing wins; rooms and
 * speakers are compared as they are written. A missing description or
 * colour is filled by a later call. Empty names give -1.
 */
int builder_theme(struct builder *builder, const char *name, const char *description,
		  const char *colour, int line);
int builder_format(struct builder *builder, const char *name, const int *usual, size_t count);
int builder_room(struct builder *builder, const char *name);
int builder_speaker(struct builder *builder, const char *name);

/* A new session, valid until the next call of this function. Its times start as CIVIL_NONE. */
struct session *builder_session(struct builder *builder);

/* How many sessions, and how many of a kind (people, links) in one, a reader gives it at most. */
enum { BUILDER_MOST_SESSIONS = 200000, BUILDER_MOST_VALUES = 1000 };

/* Add to the session last made; an index of -1 and what is there already are passed over. */
void builder_session_theme(struct builder *builder, int theme);
void builder_session_format(struct builder *builder, int format);
void builder_session_room(struct builder *builder, int room);
void builder_session_speaker(struct builder *builder, int speaker);
void builder_session_link(struct builder *builder, const char *url, const char *label);

/*
 * The agenda's id, where the source is an export that knows it: it was made by builder_finish() of
 * another source. What is no such id is passed over; the first one wins.
 */
void builder_id(struct builder *builder, const char *id);

/* Names a day beyond its date. */
void builder_day_label(struct builder *builder, civil_day day, const char *label);

/* How many sessions there are, and the one made at a place; valid until the next is made. */
size_t builder_session_count(const struct builder *builder);
struct session *builder_session_at(struct builder *builder, size_t index);

/* The agenda, which the caller frees with agenda_free(); the builder is gone. */
struct agenda *builder_finish(struct builder *builder);

#endif
