/*
 * How the kiosk parts an agenda into pieces that fit a page of large items. Pure.
 */
#ifndef NEC_KIOSK_PROGRAMME_H
#define NEC_KIOSK_PROGRAMME_H

#include "model/agenda.h"
#include "model/now.h"
#include "tui/list.h"

#include <stdbool.h>
#include <stdint.h>

/* The hour of the sessions without a time. */
#define PROGRAMME_UNTIMED UINT32_MAX

/* Whether a day has so many sessions that one chooses an hour of it first. */
bool programme_goes_by_hours(const struct agenda *agenda, uint32_t day);

/* When an hour of a day begins, counted from the midnight before it: 25 is 01:00 the night after.
 */
civil_moment programme_hour(const struct agenda *agenda, uint32_t day, uint32_t hour);

/* The hours in which sessions of the day start, as rows of that kind. */
void programme_list_hours(const struct agenda *agenda, uint32_t day, unsigned char kind,
			  struct list *list);

/* The sessions that start in an hour of a day; UINT32_MAX - 1 and below are hours, and `all` takes
 * every session of the day. */
void programme_list_day(const struct agenda *agenda, uint32_t day, uint32_t hour, bool all,
			unsigned char kind, struct list *list);
size_t programme_count_hour(const struct agenda *agenda, uint32_t day, uint32_t hour);

void programme_list_theme(const struct agenda *agenda, uint32_t theme, unsigned char kind,
			  struct list *list);
size_t programme_count_theme(const struct agenda *agenda, uint32_t theme);

/* What is on, then what comes next, at most PROGRAMME_NOW_MOST of each. */
enum { PROGRAMME_NOW_MOST = 60 };
void programme_list_now(const struct now *now, unsigned char kind, struct list *list);

#endif
