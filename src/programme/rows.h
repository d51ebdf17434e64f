/*
 * The rows of tables: what stands in their cells (programme/timetable.h) becomes entries.
 */
#ifndef NEC_PROGRAMME_ROWS_H
#define NEC_PROGRAMME_ROWS_H

#include "programme/finder.h"

/* Finds the sessions in a row. */
void rows_find(struct finder *finder, size_t line);

#endif
