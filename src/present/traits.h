/*
 * What the traits of sessions (model/trait.h) and their values are called.
 */
#ifndef NEC_PRESENT_TRAITS_H
#define NEC_PRESENT_TRAITS_H

#include "base/buffer.h"
#include "model/query.h"

/* "Themes". Of what has one value alone, that value: "Upcoming". Translated. */
const char *traits_heading(enum trait trait);

/* The same of so many values of it: "Theme" of one. */
const char *traits_kind(enum trait trait, size_t count);

/* Appends a value: "Données & territoire", "Thu 19 Oct", "French", "Upcoming". */
void traits_say_value(struct buffer *out, const struct agenda *agenda, enum trait trait,
		      size_t value);

/* Appends all that a query wants of a trait it restricts: "French, not said". */
void traits_say_values(struct buffer *out, const struct agenda *agenda, const struct query *query,
		       enum trait trait);

/* Appends the same in short: "Theme: Données & territoire", and without its kind "Données &
 * territoire"; "2 themes"; "Upcoming". */
void traits_say_wanted(struct buffer *out, const struct agenda *agenda, const struct query *query,
		       enum trait trait, bool kind);

/* Appends how many values of it there are: "2 themes". Not for what is single. */
void traits_say_count(struct buffer *out, enum trait trait, size_t count);

/* Appends the languages of a session: "German, English". */
void traits_say_languages(struct buffer *out, const struct agenda *agenda,
			  const struct session *session);

#endif
