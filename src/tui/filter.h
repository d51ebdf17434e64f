/*
 * What restricts the programme, and how many sessions of each day are left.
 */
#ifndef NEC_TUI_FILTER_H
#define NEC_TUI_FILTER_H

#include "model/agenda.h"
#include "model/query.h"

#include <stdbool.h>
#include <stddef.h>

struct filter {
	struct query query; /* of every day */
	int theme;	    /* -1 for every theme */
	size_t *day_counts; /* sessions that fit, by day */
};

void filter_begin(struct filter *filter, const struct agenda *agenda);
void filter_free(struct filter *filter);

/* Restricts to one theme; -1 for every theme. */
void filter_set_theme(struct filter *filter, const struct agenda *agenda, int theme);

bool filter_is_set(const struct filter *filter);

/* The first day from `day` on, then from the first one on, that has a session left; `day` itself
 * where none has. */
size_t filter_day_from(const struct filter *filter, const struct agenda *agenda, size_t day);

#endif
