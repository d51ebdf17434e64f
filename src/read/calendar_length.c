#include "config.h"

#include "read/calendar_length.h"

#include "base/i18n.h"

/* None is taken for longer; years are. */
enum { LONGEST = INT32_MAX };

static struct calendar_length no_length(void)
{
	return (struct calendar_length){.known = false};
}

/* A date may well be its own end, as some write a single day. */
static struct calendar_length lasting(struct calendar_time *times, bool is_date, int64_t days,
				      int64_t minutes)
{
	int64_t all = days * MINUTES_PER_DAY + minutes;

	if (all > 0 && all < LONGEST)
		return (struct calendar_length){true, (int)days, minutes};
	if (!is_date)
		report_warning(times->report, times->place,
			       _("the session does not end after its start; it is shown without an "
				 "end"));
	return no_length();
}

static struct calendar_length between(struct calendar_time *times, struct calendar_moment start,
				      struct calendar_moment end)
{
	int change = 0;

	if (start.civil == CIVIL_NONE || end.civil == CIVIL_NONE)
		return no_length();
	if (start.offset != CIVIL_NONE && end.offset != CIVIL_NONE)
		change = end.offset - start.offset;
	return lasting(times, start.is_date, 0, end.civil - start.civil - change);
}

static struct calendar_length of_duration(struct calendar_time *times, bool is_date,
					  struct icaldurationtype duration)
{
	int64_t days = (int64_t)duration.weeks * 7 + duration.days;
	int64_t minutes = (int64_t)duration.hours * 60 + duration.minutes + duration.seconds / 60;

	if (duration.is_neg)
		days = minutes = 0;
	return lasting(times, is_date, days, minutes);
}

struct calendar_length calendar_length_of_event(struct calendar_time *times, icalcomponent *event)
{
	icalproperty *begin = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
	icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
	icalproperty *length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY);
	struct calendar_moment start = calendar_time_at(times, begin);

	if (end)
		return between(times, start, calendar_time_at(times, end));
	if (!length || start.civil == CIVIL_NONE)
		return no_length();
	return of_duration(times, start.is_date, icalproperty_get_duration(length));
}

struct calendar_length calendar_length_of_period(struct calendar_time *times, icalproperty *rdate,
						 struct icalperiodtype period)
{
	if (icaltime_is_null_time(period.end))
		return of_duration(times, false, period.duration);
	return between(times, calendar_time_of(times, rdate, period.start),
		       calendar_time_of(times, rdate, period.end));
}

int64_t calendar_length_minutes(struct calendar_length length, struct calendar_time *times,
				struct calendar_moment start)
{
	int64_t minutes = (int64_t)length.days * MINUTES_PER_DAY + length.minutes;
	int then;

	if (!length.days || start.offset == CIVIL_NONE)
		return minutes;
	then = calendar_time_offset_of(times,
				       start.civil + (civil_moment)length.days * MINUTES_PER_DAY);
	return then == CIVIL_NONE ? minutes : minutes - (then - start.offset);
}
