#include "config.h"

#include "write/iso.h"

#include <stdlib.h>

void iso_day(struct buffer *out, civil_day day)
{
	struct civil_date date;

	if (day == CIVIL_NONE)
		return;
	date = civil_date_of(day);
	buffer_digits(out, (unsigned)date.year, 4);
	buffer_putc(out, '-');
	buffer_digits(out, (unsigned)date.month, 2);
	buffer_putc(out, '-');
	buffer_digits(out, (unsigned)date.day, 2);
}

void iso_offset(struct buffer *out, int offset)
{
	if (offset == CIVIL_NONE)
		return;
	buffer_printf(out, "%c%02d:%02d", offset < 0 ? '-' : '+', abs(offset) / 60,
		      abs(offset) % 60);
}

void iso_moment(struct buffer *out, civil_moment moment, int offset)
{
	int minute;

	if (moment == CIVIL_NONE)
		return;
	minute = civil_minute_of_day(moment);
	iso_day(out, civil_day_of_moment(moment));
	buffer_printf(out, "T%02d:%02d:00", minute / 60, minute % 60);
	iso_offset(out, offset);
}
