/*
 * iCalendar files: small ones, each written for something that real ones do.
 */
#include "config.h"

#include "base/buffer.h"
#include "read/calendar_file.h"
#include "told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#define CALENDAR(inside) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" inside "END:VCALENDAR\r\n"
#define VEVENT(inside)	 "BEGIN:VEVENT\r\n" inside "END:VEVENT\r\n"

static void calendars_name_zones_without_describing_them(void **state)
{
	(void)state;
	told_expect(
	    calendar_file_read,
	    CALENDAR("X-WR-CALNAME;CHARSET=UTF-8;ENCODING=8BIT:Made\r\n" VEVENT(
		"UID:1\r\nDTSTART;TZID=Europe/Paris:20220517T110000\r\n"
		"DTEND;TZID=Europe/Paris:20220517T123000\r\nLOCATION:Hall\\, left\r\n"
		"SUMMARY:One\r\n") VEVENT("UID:2\r\nDTSTART:20220517T110000Z\r\n"
					  "DURATION:PT45M\r\nSUMMARY:Two\r\n")
			 VEVENT("UID:3\r\nDTSTART;TZID=Romance Standard Time:20220518T230000"
				"\r\nDTEND:20220519T010000\r\nSUMMARY:Three\r\n")),
	    "2022-05-17 11:00-12:30 One @Hall, left\n2022-05-17 13:00-13:45 Two\n"
	    "2022-05-18 23:00-01:00 Three\n");
}

static void calendars_without_zones_stay_as_written(void **state)
{
	(void)state;
	told_expect(calendar_file_read,
		    CALENDAR(VEVENT("DTSTART:20220517T110000Z\r\nSUMMARY:Utc\r\n")
				 VEVENT("DTSTART:20220517T120000\r\nSUMMARY:Floating\r\n"
					"STATUS:CANCELLED\r\n")
				     VEVENT("DTSTART;VALUE=DATE:20220518\r\nSUMMARY:All day\r\n")
					 VEVENT("DTSTART:20220518T013000Z\r\nSUMMARY:Night\r\n")),
		    "2022-05-17 11:00 Utc\n2022-05-17 12:00 Floating cancelled\n"
		    "2022-05-17 01:30+1 Night\n2022-05-18 All day\n");
}

static void double_carriage_returns_and_escapes(void **state)
{
	(void)state;
	told_expect(calendar_file_read,
		    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20220517T110000Z\r\n"
		    "SUMMARY:A long t\r\r\n itle\\, with \\\\n and \\;\r\r\nEND:VEVENT\r\n"
		    "END:VCALENDAR\r\n",
		    "2022-05-17 11:00 A long title, with \\n and ;\n");
}

static void events_that_recur_are_written_out(void **state)
{
	(void)state;
	told_expect(calendar_file_read,
		    CALENDAR(VEVENT("UID:1\r\nDTSTART:20220516T090000\r\nDTEND:20220516T093000\r\n"
				    "RRULE:FREQ=DAILY;COUNT=4\r\nRDATE:20220530T100000\r\n"
				    "EXDATE:20220517T090000\r\nSUMMARY:Stand-up\r\n")
				 VEVENT("UID:1\r\nRECURRENCE-ID:20220518T090000\r\n"
					"DTSTART:20220518T150000\r\nDTEND:20220518T153000\r\n"
					"SUMMARY:Moved\r\n")),
		    "2022-05-16 09:00-09:30 Stand-up\n2022-05-18 15:00-15:30 Moved\n"
		    "2022-05-19 09:00-09:30 Stand-up\n2022-05-30 10:00-10:30 Stand-up\n");
}

static void what_is_broken_says_so(void **state)
{
	(void)state;
	assert_null(told_read(calendar_file_read, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
}

static int end(void **state)
{
	(void)state;
	told_end();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(calendars_name_zones_without_describing_them),
	    cmocka_unit_test(calendars_without_zones_stay_as_written),
	    cmocka_unit_test(double_carriage_returns_and_escapes),
	    cmocka_unit_test(events_that_recur_are_written_out),
	    cmocka_unit_test(what_is_broken_says_so),
	};

	return cmocka_run_group_tests_name("calendars", tests, NULL, end);
}
