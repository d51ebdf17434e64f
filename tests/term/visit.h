/*
 * Visits: the browser opened at home on a meeting of two days, with six rooms, themes, formats,
 * languages, speakers and links. It is 11:10 on its first day, and the browser speaks English.
 */
#ifndef NEC_TESTS_TERM_VISIT_H
#define NEC_TESTS_TERM_VISIT_H

#include "home.h"
#include "viewer.h"

/* For cmocka, with home_leave(): a struct home with the meeting. */
int visit_set_up(void **state);

/* What is wished for, to be changed: arguments[3] and what follows, and the variables, are free. */
struct viewer_wish visit_wish(const struct home *home);

/* Opens it and waits until it stands. */
struct viewer *visit_with(const struct viewer_wish *wish);
struct viewer *visit(const struct home *home);

#endif
