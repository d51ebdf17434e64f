#include "config.h"

#include "calendar/moment.h"

enum { LAST_YEAR = 9999 };

bool moment_day_to_ical(civil_day day, struct icaltimetype *time)
{
	struct civil_date date = {0, 0, 0};

	*time = icaltime_null_time();
	if (day != CIVIL_NONE)
		date = civil_date_of(day);
	if (date.year < 1 || date.year > LAST_YEAR)
		return false;
	time->year = date.year;
	time->month = date.month;
	time->day = date.day;
	time->is_date = 1;
	return true;
}

bool moment_to_ical(civil_moment moment, struct icaltimetype *time)
{
	bool known = moment != CIVIL_NONE;

	if (!moment_day_to_ical(known ? civil_day_of_moment(moment) : CIVIL_NONE, time))
		return false;
	time->is_date = 0;
	time->hour = civil_minute_of_day(moment) / 60;
	time->minute = civil_minute_of_day(moment) % 60;
	return true;
}

civil_moment moment_of_ical(struct icaltimetype time)
{
	struct civil_date date = {time.year, time.month, time.day};

	if (!civil_valid(date))
		return CIVIL_NONE;
	if (time.is_date)
		return civil_moment_of(civil_day_of(date), 0);
	if (time.hour < 0 || time.hour > 24 || time.minute < 0 || time.minute > 59)
		return CIVIL_NONE;
	return civil_moment_of(civil_day_of(date), time.hour * 60 + time.minute);
}
