/*
 * What restricts the programme, and which sessions of each day are left.
 */
#ifndef NEC_TUI_FILTER_H
#define NEC_TUI_FILTER_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/haystack.h"
#include "model/query.h"

#include <stdbool.h>
#include <stddef.h>

struct filter {
	const struct agenda *agenda;
	struct query query; /* of every day; its words are looked for with the search */
	int theme;	    /* -1 for every theme */
	char *wish;	    /* what else was asked for, in words; NULL for nothing */
	char *search;	    /* folded words that every session holds; NULL for none */
	struct haystack *haystack;

	/* Made from the query whenever it changes. */
	struct query_rows rows; /* the sessions left; empty where nothing restricts them */
	size_t *firsts;		/* by day: where its own begin in `rows` */
	size_t *counts;		/* by day: how many are left */
};

void filter_begin(struct filter *filter, const struct agenda *agenda);
void filter_free(struct filter *filter);

/* Restricts to one theme, beside what else was asked for; -1 takes every restriction away but the
 * search. */
void filter_set_theme(struct filter *filter, int theme);

/* Restricts to a query, which the filter takes over; its day is passed over. `wish` says in words
 * what it asks for. */
void filter_set_wish(struct filter *filter, struct query *query, const char *wish);

/* Searches for the words of a text within all the rest; a text without words, or NULL, ends it. */
void filter_set_search(struct filter *filter, const char *text);

/* The user's notes, which are searched too, have changed. */
void filter_set_notes(struct filter *filter, const struct bookmarks *bookmarks);

/* What restricts the programme beside the search, in words: "Room 1 · Health". */
void filter_say(const struct filter *filter, struct buffer *out);

bool filter_is_set(const struct filter *filter);

/* How many sessions of a day are left, and the i-th of them. */
size_t filter_count(const struct filter *filter, size_t day);
uint32_t filter_session(const struct filter *filter, size_t day, size_t i);

/* The first day from `day` on, then from the first one on, that has a session left; `day` itself
 * where none has. */
size_t filter_day_from(const struct filter *filter, size_t day);

#endif
