/*
 * What is said of the sessions that a user keeps as a plan (model/plan.h): the time that is free,
 * what overlaps, and rooms changed at once. Each function appends to a buffer.
 */
#ifndef NEC_PRESENT_PLANNED_H
#define NEC_PRESENT_PLANNED_H

#include "base/buffer.h"
#include "document/document.h"
#include "model/agenda.h"
#include "model/plan.h"

/* "45 min free", "about 6 h 30 free"; where no end is known, that it is free from there on. */
void planned_spare(struct buffer *out, const struct plan_spare *spare);

/* "Overlaps" or, where an end is not known, "May overlap". */
const char *planned_overlap_label(const struct session *session, const struct session *other);

/* "Plenary, for 30 min"; "Plenary, from 9:30" where an end is not known. The title is cut where all
 * of it would be longer than so many columns, 0 for any number. */
void planned_overlap(struct buffer *out, const struct session *session, const struct session *other,
		     int columns);

/* "from Net loft to Customs hall without a minute between"; what is shorter where all of it would
 * be longer than so many columns, 0 for any number. */
void planned_rush(struct buffer *out, const struct agenda *agenda, const struct session *before,
		  const struct session *session, int columns);

/* All of it about a time that is free: when, after what and before what, and what runs then. Freed
 * with document_free(). `next` is the session that it stands before. */
struct document *planned_spare_page(const struct agenda *agenda, const struct plan_spare *spare,
				    uint32_t next);

#endif
