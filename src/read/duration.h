/*
 * Lengths as conference planners write them.
 */
#ifndef NEC_READ_DURATION_H
#define NEC_READ_DURATION_H

#include <stdbool.h>

/*
 * `H:MM`, `HH:MM` (also 28:00), bare minutes (`45`), `HH:MM:SS` (Pentabarf's intervals: the first
 * part has two digits) and `D:HH:MM` (the c3voc's schema: it has one). False for what is no length:
 * nothing, zero, negative, fractions, minutes over 59, longer than 30 days.
 */
bool duration_parse(const char *text, int *minutes);

#endif
