/*
 * A session of several whole days (an exhibition from Thursday to Saturday) is one session that
 * stands on each of its days. Everywhere else a session belongs to one day; so the agenda holds it
 * once for each, under one id, and whoever shows a day need not know. The first of them speaks for
 * all where sessions are counted, written or compared.
 */
#ifndef NEC_MODEL_DAYS_H
#define NEC_MODEL_DAYS_H

#include "model/agenda.h"

#include <stdbool.h>

/* On so many days one is shown at most. */
enum { DAYS_MOST = 31 };

/* Its first and last day; its day where it stands on one. */
civil_day days_first(const struct session *session);
civil_day days_last(const struct session *session);

/* Whether it stood on a day before already. */
static inline bool days_go_on(const struct session *session)
{
	return session->nth_day > 1;
}

/* The next of the same session; -1 where it is the last, or the only one. */
int days_next(const struct agenda *agenda, size_t session);

/*
 * For the finish: a list of the sessions with one for each further day behind them, to be freed by
 * free(); NULL, with nothing changed, where none has several. No more than the builder takes are
 * made. `whole` of each is the place of the first in the list.
 */
struct session *days_spread(struct session *sessions, size_t *count);

/* Has them know each other, when they stand in programme order. */
void days_link(struct session *sessions, size_t count);

#endif
