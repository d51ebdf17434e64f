/*
 * Days and moments as scripts read them (ISO 8601, RFC 3339). Each function appends nothing for
 * CIVIL_NONE.
 */
#ifndef NEC_WRITE_ISO_H
#define NEC_WRITE_ISO_H

#include "base/buffer.h"
#include "base/civil.h"

void iso_day(struct buffer *out, civil_day day); /* 2023-10-19 */
void iso_offset(struct buffer *out, int offset); /* +02:00, of minutes east of UTC */

/* 2023-10-19T09:00:00+02:00; without an offset that is not known. */
void iso_moment(struct buffer *out, civil_moment moment, int offset);

#endif
