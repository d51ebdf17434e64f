#include "config.h"

#include "model/length.h"

#include <stdbool.h>

static int offset_at_end(const struct session *session)
{
	return session->end_offset == CIVIL_NONE ? session->offset : session->end_offset;
}

static struct length_span span_of(const struct session *session, bool in_utc)
{
	bool ends = session->end != CIVIL_NONE;
	struct length_span span = {session->start, ends ? session->end : session->until};

	if (in_utc) {
		span.from -= session->offset;
		span.to -= ends ? offset_at_end(session) : session->offset;
	}
	return span;
}

void length_spans(const struct session *left, const struct session *right,
		  struct length_span *left_span, struct length_span *right_span)
{
	bool in_utc = left->offset != CIVIL_NONE && right->offset != CIVIL_NONE;

	*left_span = span_of(left, in_utc);
	*right_span = span_of(right, in_utc);
}

int64_t length_of(const struct session *session)
{
	struct length_span span;

	if (session->start == CIVIL_NONE || session->end == CIVIL_NONE)
		return -1;
	span = span_of(session, session->offset != CIVIL_NONE);
	return span.to - span.from;
}

void length_give(struct session *session, int64_t minutes, int end_offset)
{
	bool known = session->offset != CIVIL_NONE && end_offset != CIVIL_NONE;
	int change = known ? end_offset - session->offset : 0;

	if (minutes + change <= 0)
		change = 0;
	session->end = session->start + minutes + change;
	session->end_offset = known ? session->offset + change : session->offset;
}

void length_give_in(struct session *session, struct zoneinfo *zone, int64_t minutes)
{
	int64_t start = session->start - session->offset;
	int end_offset = session->offset;

	if (session->offset != CIVIL_NONE && zoneinfo_offset_at(zone, start) == session->offset)
		end_offset = zoneinfo_offset_at(zone, start + minutes);
	length_give(session, minutes, end_offset);
}
