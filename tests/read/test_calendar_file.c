/*
 * iCalendar files: small ones, each written for something that real ones do.
 */
#include "config.h"

#include "base/buffer.h"
#include "model/days.h"
#include "model/length.h"
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

static void calendars_in_utc_say_so(void **state)
{
	struct agenda *agenda =
	    told_read(calendar_file_read,
		      CALENDAR(VEVENT("UID:1\r\nDTSTART:20220517T110000Z\r\nSUMMARY:Utc\r\n")));

	(void)state;
	assert_non_null(agenda);
	assert_int_equal(agenda->event.offset, 0);
	assert_null(agenda->event.zone);
	told_expect_findings("", true);
	/* Everyone has to know, not only who keeps the file. */
	assert_int_equal(told_report()->counts[SEVERITY_CAUTION], 1);
	assert_non_null(strstr(told_report()->items[0].message, "times are in UTC"));
	agenda_free(agenda);
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

static void other_ways_to_recur(void **state)
{
	(void)state;
	/* Several values in a property, periods, other zones than the start's, a whole day. */
	told_expect(
	    calendar_file_read,
	    CALENDAR(VEVENT("UID:1\r\nDTSTART;TZID=Europe/Paris:20220516T090000\r\nDURATION:PT30M"
			    "\r\nRRULE:FREQ=DAILY;UNTIL=20220521T070000Z\r\n"
			    "RDATE;VALUE=PERIOD:20220601T080000Z/PT1H\r\n"
			    "RDATE;VALUE=PERIOD:20220603T080000Z/20220603T094500Z,"
			    "20220604T080000Z/P1DT1H\r\n"
			    "RDATE:20220602T080000Z,20220516T070000Z\r\n"
			    "EXDATE:20220517T070000Z,20220518T070000Z\r\n"
			    "EXDATE;VALUE=DATE:20220519\r\nSUMMARY:One\r\n")
			 VEVENT("UID:1\r\nRECURRENCE-ID:20220521T070000Z\r\n"
				"DTSTART;TZID=Europe/Paris:20220521T100000\r\nSUMMARY:Moved\r\n")),
	    "2022-05-16 09:00-09:30 One\n2022-05-20 09:00-09:30 One\n2022-05-21 10:00 Moved\n"
	    "2022-06-01 10:00-11:00 One\n2022-06-02 10:00-10:30 One\n"
	    "2022-06-03 10:00-11:45 One\n2022-06-04 10:00-11:00 One\n");
	told_expect_findings("", true);
}

#define NIGHT(inside) "X-WR-TIMEZONE:Europe/Paris\r\n" VEVENT("UID:1\r\nSUMMARY:Night\r\n" inside)

/* Summer time ends on Sunday, 29 October 2023: 3:00 is 2:00 again. */
static void clocks_are_changed_while_it_lasts(void **state)
{
	static const struct {
		const char *times, *told;
		int end_offset, length;
	} nights[] = {
	    {NIGHT("DTSTART;TZID=Europe/Paris:20231028T230000\r\n"
		   "DTEND;TZID=Europe/Paris:20231029T040000\r\n"),
	     "2023-10-28 23:00-04:00 Night\n", 60, 360},
	    {NIGHT("DTSTART:20231028T210000Z\r\nDTEND:20231029T030000Z\r\n"),
	     "2023-10-28 23:00-04:00 Night\n", 60, 360},
	    {NIGHT("DTSTART;TZID=Europe/Paris:20231028T230000\r\nDURATION:PT6H\r\n"),
	     "2023-10-28 23:00-04:00 Night\n", 60, 360},
	    /* A day on the calendar is longer than 24 hours then. */
	    {NIGHT("DTSTART;TZID=Europe/Paris:20231028T120000\r\nDURATION:P1DT1H\r\n"),
	     "2023-10-28 12:00-13:00 Night\n", 60, 1560},
	    /* Within the hour that comes twice, an end cannot stand before its start. */
	    {NIGHT("DTSTART:20231029T003000Z\r\nDURATION:PT45M\r\n"),
	     "2023-10-28 02:30+1-03:15 Night\n", 120, 45},
	    {NIGHT("DTSTART:20231029T003000Z\r\nDURATION:PT1H\r\n"),
	     "2023-10-28 02:30+1-03:30 Night\n", 120, 60},
	    /* Winter time ends the other way round. */
	    {NIGHT("DTSTART;TZID=Europe/Paris:20240331T013000\r\nDURATION:PT30M\r\n"),
	     "2024-03-30 01:30+1-03:00 Night\n", 120, 30},
	};

	(void)state;
	for (size_t i = 0; i < sizeof nights / sizeof *nights; i++) {
		struct buffer text = {0};
		struct agenda *agenda;
		char *told;

		buffer_printf(&text, CALENDAR("%s"), nights[i].times);
		agenda = told_read(calendar_file_read, buffer_text(&text));
		told = told_programme(agenda);
		assert_string_equal(told, nights[i].told);
		assert_int_equal(agenda->sessions[0].end_offset, nights[i].end_offset);
		assert_int_equal(length_of(&agenda->sessions[0]), nights[i].length);
		free(told);
		agenda_free(agenda);
		buffer_free(&text);
	}
}

/* Each occurrence is as long as the first, to the minute (RFC 5545, 3.8.5.3). */
static void clocks_are_changed_between_occurrences(void **state)
{
	(void)state;
	told_expect(calendar_file_read,
		    CALENDAR(NIGHT("DTSTART;TZID=Europe/Paris:20231021T230000\r\n"
				   "DTEND;TZID=Europe/Paris:20231022T040000\r\n"
				   "RRULE:FREQ=WEEKLY;COUNT=3\r\n")),
		    "2023-10-21 23:00-04:00 Night\n2023-10-28 23:00-03:00 Night\n"
		    "2023-11-04 23:00-04:00 Night\n");
}

/* Each of them for the last time on the 18th. */
static void rules_end_with_their_last_time(void **state)
{
	(void)state;
	told_expect(
	    calendar_file_read,
	    CALENDAR(
		VEVENT("UID:1\r\nDTSTART;TZID=Europe/Paris:20220517T090000\r\n"
		       "RRULE:FREQ=DAILY;UNTIL=20220518T070000Z\r\nSUMMARY:In UTC\r\n")
		    VEVENT("UID:2\r\nDTSTART;TZID=America/New_York:20220517T100000\r\n"
			   "RRULE:FREQ=DAILY;UNTIL=20220519T135959Z\r\nSUMMARY:Elsewhere\r\n")
			VEVENT("UID:3\r\nDTSTART;TZID=Europe/Paris:20220517T170000\r\n"
			       "RRULE:FREQ=DAILY;UNTIL=20220518\r\nSUMMARY:A date\r\n")
			    VEVENT("UID:4\r\nDTSTART:20220517T160000Z\r\n"
				   "RRULE:FREQ=DAILY;UNTIL=20220518T160000Z\r\nSUMMARY:Utc\r\n")
				VEVENT("UID:5\r\nDTSTART:20220517T190000\r\n"
				       "RRULE:FREQ=DAILY;UNTIL=20220518T170000Z\r\n"
				       "SUMMARY:Floating\r\n")
				    VEVENT("UID:6\r\nDTSTART;VALUE=DATE:20220517\r\n"
					   "RRULE:FREQ=DAILY;UNTIL=20220517T220000Z\r\n"
					   "SUMMARY:Whole day\r\n")),
	    "2022-05-17 Whole day\n2022-05-17 09:00 In UTC\n2022-05-17 16:00 Elsewhere\n"
	    "2022-05-17 17:00 A date\n2022-05-17 18:00 Utc\n2022-05-17 19:00 Floating\n"
	    "2022-05-18 Whole day\n2022-05-18 09:00 In UTC\n2022-05-18 16:00 Elsewhere\n"
	    "2022-05-18 17:00 A date\n2022-05-18 18:00 Utc\n2022-05-18 19:00 Floating\n");
	told_expect_findings("", true);
}

static void moved_occurrences_keep_their_identity(void **state)
{
	struct agenda *agenda =
	    told_read(calendar_file_read,
		      CALENDAR(VEVENT(
			  "UID:1\r\nDTSTART:20220516T090000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
			  "SUMMARY:One\r\n") VEVENT("UID:1\r\nRECURRENCE-ID:20220517T090000\r\n"
						    "DTSTART:20220517T150000\r\nSUMMARY:Moved\r\n")
				   VEVENT("UID:2\r\nDTSTART:20220518T090000\r\nSUMMARY:Once\r\n")));

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->sessions[0].id, "1@20220516T090000");
	assert_string_equal(agenda->sessions[1].id, "1@20220517T090000");
	assert_string_equal(agenda->sessions[1].title, "Moved");
	assert_string_equal(agenda->sessions[2].id, "2");
	agenda_free(agenda);
}

static void texts_may_hold_references_of_html(void **state)
{
	struct agenda *agenda = told_read(
	    calendar_file_read,
	    CALENDAR(VEVENT("UID:1\r\nDTSTART:20220517T080000\r\nSUMMARY:Q&amp\\;A &#8211\\; R&D "
			    "&no\\;\r\nLOCATION:Caf&eacute\\;\r\nCATEGORIES:A &amp\\; B\r\n"
			    "DESCRIPTION:1 &lt\\; 2\\nand &apos\\;3&#x27\\;\r\n")));

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->sessions[0].title, "Q&A \u2013 R&D &no;");
	assert_string_equal(agenda->rooms[0], "Caf\u00E9");
	assert_string_equal(agenda->themes[0].name, "A & B");
	assert_string_equal(agenda->sessions[0].description.text, "1 < 2\nand '3'");
	agenda_free(agenda);
}

static void utc_is_no_place_to_meet_in(void **state)
{
	(void)state;
	told_expect(calendar_file_read,
		    CALENDAR("X-WR-TIMEZONE:UTC\r\n" VEVENT(
			"UID:1\r\nDTSTART;TZID=Europe/Paris:20220517T110000\r\nSUMMARY:One\r\n")
				 VEVENT("UID:2\r\nDTSTART:20220517T100000Z\r\nSUMMARY:Two\r\n")),
		    "2022-05-17 11:00 One\n2022-05-17 12:00 Two\n");
	told_expect(calendar_file_read,
		    CALENDAR("X-WR-TIMEZONE:Etc/UTC\r\n" VEVENT(
			"UID:2\r\nDTSTART:20220517T100000Z\r\nSUMMARY:Two\r\n")),
		    "2022-05-17 10:00 Two\n");
	told_expect_findings("", true);
}

static void addresses_may_lack_their_scheme(void **state)
{
	struct agenda *agenda = told_read(
	    calendar_file_read,
	    CALENDAR(VEVENT("UID:1\r\nDTSTART:20220517T080000\r\nURL:www.x.org/1\r\n")
			 VEVENT("UID:2\r\nDTSTART:20220517T090000\r\nURL:https://x.org/2\r\n")
			     VEVENT("UID:3\r\nDTSTART:20220517T100000\r\nURL:/three\r\n")));

	(void)state;
	assert_non_null(agenda);
	assert_non_null(strstr(agenda->sessions[0].url, "://www.x.org/1"));
	assert_string_equal(agenda->sessions[1].url, "https://x.org/2");
	assert_string_equal(agenda->sessions[2].url, "/three");
	agenda_free(agenda);
}

static void what_the_calendar_says_may_have_a_kind(void **state)
{
	struct agenda *agenda = told_read(
	    calendar_file_read,
	    CALENDAR("X-WR-CALNAME;VALUE=TEXT:Made\\, really\r\nX-WR-CALDESC;VALUE=TEXT:Twice a "
		     "year\r\nX-WR-TIMEZONE;VALUE=TEXT:Europe/Paris\r\n" VEVENT(
			 "UID:1\r\nDTSTART:20220517T080000Z\r\nSUMMARY:One\r\n"
			 "X-ALT-DESC;VALUE=TEXT;FMTTYPE=text/html:<p>Bold</p>\r\n")));
	char *found;

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->event.title, "Made, really");
	assert_string_equal(agenda->event.introduction.text, "Twice a year");
	assert_string_equal(agenda->event.zone, "Europe/Paris");
	assert_string_equal(agenda->sessions[0].description.text, "<p>Bold</p>");
	found = told_programme(agenda);
	assert_string_equal(found, "2022-05-17 10:00 One\n");
	free(found);
	agenda_free(agenda);
}

static void several_calendars_in_one_file(void **state)
{
	struct agenda *agenda =
	    told_read(calendar_file_read,
		      CALENDAR(VEVENT("UID:1\r\nDTSTART;TZID=Europe/Paris:20220516T090000\r\n"
				      "SUMMARY:One\r\n"))
			  CALENDAR("X-WR-CALNAME:Made\\, really\r\n" VEVENT(
			      "UID:2\r\nDTSTART:20220516T080000Z\r\nSUMMARY:Two\r\n")));
	char *found;

	(void)state;
	assert_non_null(agenda);
	found = told_programme(agenda);
	assert_string_equal(found, "2022-05-16 09:00 One\n2022-05-16 10:00 Two\n");
	assert_string_equal(agenda->event.title, "Made, really");
	assert_string_equal(agenda->event.zone, "Europe/Paris");
	free(found);
	agenda_free(agenda);
}

#define VTIMEZONE(inside)                                                                          \
	"BEGIN:VTIMEZONE\r\n" inside "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"               \
	"TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

static void zones_go_by_many_names(void **state)
{
	static const char *const names[] = {
	    "\"Europe/Paris\"",
	    "/freeassociation.sourceforge.net/Europe/Paris",
	    "/mozilla.org/20050126_1/Europe/Paris",
	    "Our zone",
	    "Romance Standard Time",
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buffer text = {0};

		buffer_printf(
		    &text,
		    "BEGIN:VCALENDAR\n" VTIMEZONE(
			"TZID:Our zone\r\nX-LIC-LOCATION:Europe/Paris\r\n")
			VTIMEZONE(
			    "TZID:Europe/Paris\r\n") "BEGIN:VEVENT\nUID:1\n"
						     "DTSTART;TZID=%s:20220516T090000\nSUMMARY:"
						     "One\nEND:VEVENT\n"
						     "BEGIN:VEVENT\nUID:2\nDTSTART:"
						     "20220516T080000Z\nSUMMARY:Two\n"
						     "END:VEVENT\nEND:VCALENDAR\n",
		    names[i]);
		told_expect(calendar_file_read, text.data,
			    "2022-05-16 09:00 One\n2022-05-16 10:00 Two\n");
		told_expect_findings("", true);
		buffer_free(&text);
	}
	told_expect(calendar_file_read,
		    CALENDAR("X-WR-TIMEZONE:America/Argentina/Buenos_Aires\r\n" VEVENT(
			"UID:1\r\nDTSTART;TZID=/x.org/1/America/Argentina/Buenos_Aires:"
			"20220516T090000\r\nSUMMARY:One\r\n")
				 VEVENT("UID:2\r\nDTSTART;TZID=Nowhere:20220516T100000\r\n"
					"SUMMARY:Two\r\n")),
		    "2022-05-16 09:00 One\n2022-05-16 10:00 Two\n");
	told_expect_findings(
	    "9: the time zone \"Nowhere\" is not known; its times are taken as the "
	    "venue's\n",
	    true);
}

#define OBSERVANCE(kind, start, from, to, more)                                                    \
	"BEGIN:" kind "\r\nDTSTART:" start "\r\nTZOFFSETFROM:" from "\r\nTZOFFSETTO:" to           \
	"\r\n" more "END:" kind "\r\n"
#define CUSTOM(standard, daylight)                                                                 \
	"BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n" OBSERVANCE(                             \
	    "STANDARD", "16010101T030000", "+0200", "+0100", standard)                             \
	    OBSERVANCE("DAYLIGHT", "16010101T020000", "+0100", "+0200",                            \
		       daylight) "END:VTIMEZONE\r\n"
#define IN_CUSTOM(uid, start)                                                                      \
	VEVENT("UID:" uid "\r\nDTSTART;TZID=Customized Time Zone:" start "\r\nSUMMARY:" uid "\r"   \
	       "\n")

/* Outlook writes zones like this one, which no system knows. */
static void zones_may_be_described(void **state)
{
	struct agenda *agenda = told_read(
	    calendar_file_read,
	    CALENDAR(
		CUSTOM("RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\n",
		       "RRULE:FREQ=YEARLY;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU;BYMONTH=3\r\n")
		    IN_CUSTOM("a", "20220717T090000") IN_CUSTOM("b", "20221217T090000")
			VEVENT("UID:c\r\nDTSTART:20220717T080000Z\r\nSUMMARY:c\r\n")
			    VEVENT("UID:d\r\nDTSTART:20221217T080000Z\r\n"
				   "DTEND:20221217T090000Z\r\nSUMMARY:d\r\n")));
	char *found = told_programme(agenda);

	(void)state;
	assert_string_equal(found, "2022-07-17 09:00 a\n2022-07-17 10:00 c\n"
				   "2022-12-17 09:00 b\n2022-12-17 09:00-10:00 d\n");
	told_expect_findings("", true);
	assert_int_equal(told_report()->counts[SEVERITY_CAUTION], 0);
	assert_int_equal(agenda->sessions[0].offset, 120);
	assert_int_equal(agenda->sessions[2].offset, 60);
	assert_int_equal(agenda->event.offset, 120);
	assert_null(agenda->event.zone);
	free(found);
	agenda_free(agenda);
	/* Beside one that the system knows: its times are told in that. */
	told_expect(
	    calendar_file_read,
	    CALENDAR("X-WR-TIMEZONE:America/New_York\r\n" CUSTOM(
		"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n",
		"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n") IN_CUSTOM("a", "20220717T150000")),
	    "2022-07-17 09:00 a\n");
	told_expect_findings("", true);
}

static void descriptions_of_zones_are_bounded(void **state)
{
	static const char *const rules[] = {
	    "FREQ=SECONDLY",
	    "FREQ=DAILY",
	    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
	    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1;BYDAY=5SU",
	    "FREQ=YEARLY;BYMONTH=1,2,3;BYDAY=SU,MO,TU,WE,TH,FR,SA",
	    "FREQ=YEARLY;BYMONTH=1;BYDAY=1SU;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3",
	    "FREQ=YEARLY;BYYEARDAY=1,2,3,4,5,6,7,8,9",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		struct buffer text = {0};

		buffer_printf(&text, CALENDAR(CUSTOM("RRULE:%s\r\n", "") "%s"), rules[i],
			      IN_CUSTOM("a", "20220717T090000") IN_CUSTOM("b", "20221217T090000"));
		told_expect(calendar_file_read, buffer_text(&text),
			    "2022-07-17 09:00 a\n2022-12-17 09:00 b\n");
		told_expect_findings("17: the time zone \"Customized Time Zone\" is not known; its "
				     "times are taken as the venue's\n",
				     true);
		buffer_free(&text);
	}
}

/* A thousand zones, each in its event, of which a few may be followed. */
static void many_described_zones_are_bounded(void **state)
{
	struct buffer text = {0};
	struct agenda *agenda;

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\n");
	for (int i = 0; i < 1000; i++)
		buffer_printf(
		    &text,
		    "BEGIN:VTIMEZONE\nTZID:Z%d\n" OBSERVANCE(
			"STANDARD", "00010101T030000", "+0200", "+0100",
			"RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=MO\n") "END:VTIMEZONE\n"
								  "BEGIN:VEVENT\nUID:%d\nDTSTART;"
								  "TZID=Z%d:"
								  "20220717T090000\nSUMMARY:One\n"
								  "END:VEVENT\n",
		    i, i, i);
	buffer_puts(&text, "END:VCALENDAR\n");
	agenda = told_read(calendar_file_read, text.data);
	assert_non_null(agenda);
	assert_int_equal(agenda->session_count, 1000);
	assert_in_range(told_report()->counts[SEVERITY_WARNING], 900, 999); /* a few were */
	agenda_free(agenda);
	buffer_free(&text);
}

static void whole_days(void **state)
{
	(void)state;
	told_expect(calendar_file_read,
		    CALENDAR(VEVENT("UID:1\r\nDTSTART;VALUE=DATE:20220516\r\n"
				    "DTEND;VALUE=DATE:20220519\r\nSUMMARY:Three days\r\n")
				 VEVENT("UID:2\r\nDTSTART;VALUE=DATE:20220517\r\n"
					"RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;VALUE=DATE:20220518"
					"\r\nSUMMARY:Daily\r\n")
				     VEVENT("UID:3\r\nDTSTART;VALUE=DATE:20220517\r\n"
					    "DTEND;VALUE=DATE:20220517\r\nSUMMARY:Short\r\n")),
		    "2022-05-16 Three days\n2022-05-17 Daily\n2022-05-17 Short\n"
		    "2022-05-17 Three days\n2022-05-18 Three days\n2022-05-19 Daily\n");
	told_expect_findings("", true);
}

static void whole_days_are_bounded(void **state)
{
	struct agenda *agenda =
	    told_read(calendar_file_read,
		      CALENDAR(VEVENT("UID:1\r\nDTSTART;VALUE=DATE:20220516\r\n"
				      "DTEND;VALUE=DATE:59990516\r\nSUMMARY:For ever\r\n")
				   VEVENT("UID:2\r\nDTSTART;VALUE=DATE:20220516\r\nDURATION:P1W\r\n"
					  "SUMMARY:A week\r\n")));

	(void)state;
	assert_int_equal(agenda->day_count, 31);
	assert_int_equal(agenda->session_count, 31 + 7);
	assert_int_equal(days_last(&agenda->sessions[1]) - days_first(&agenda->sessions[1]), 6);
	told_expect_findings("3: the session is for 1452569 whole days; it is shown on the first "
			     "31 of them\n",
			     true);
	agenda_free(agenda);
}

static void what_is_odd_is_reported_with_its_line(void **state)
{
	(void)state;
	told_expect(calendar_file_read,
		    CALENDAR(VEVENT("UID:1\r\nDTSTART:20220516T090000\r\n"
				    "DTEND:20220516T080000\r\nSUMMARY:A long\r\n  title\r\n"
				    "LOCATION:\r\nDESCRIPTION:\r\n")
				 VEVENT("UID:1\r\nDTSTART:2022x\r\nSUMMARY:No start\r\n")
				     VEVENT("DTSTART:20220517T090000\r\nDURATION:PT0S\r\n")),
		    "2022-05-16 09:00 A long title\n2022-05-17 09:00 (none)\n No start\n");
	assert_int_equal(told_report()->counts[SEVERITY_WARNING], 7);
	assert_int_equal(told_report()->items[0].place.line, 3);
	assert_int_equal(told_report()->items[1].place.line, 12);
	assert_non_null(strstr(told_report()->items[1].message, "no valid iCalendar"));
	assert_int_equal(told_report()->items[2].place.line, 12);
	assert_non_null(strstr(told_report()->items[2].message, "no start"));
	assert_non_null(strstr(told_report()->items[3].message, "several sessions"));
	assert_int_equal(told_report()->items[4].place.line, 17);
	assert_non_null(strstr(told_report()->items[4].message, "no title"));
	assert_non_null(strstr(told_report()->items[5].message, "no UID"));
	assert_non_null(strstr(told_report()->items[6].message, "does not end after"));
}

static void texts_people_and_links(void **state)
{
	struct agenda *agenda = told_read(
	    calendar_file_read,
	    CALENDAR(VEVENT("UID:1\r\nDTSTART:20220516T090000\r\nSUMMARY:One\r\n"
			    "DESCRIPTION:1 < 2\\n\\nBack\\\\nslash\r\nX-ALT-DESC;FMTTYPE=text/html:"
			    "<p>1 &lt; 2</p>\r\nCATEGORIES:Tools,Art\\, old\r\nCATEGORIES:tools\r\n"
			    "ATTENDEE;CN=\"Ada L.\";CUTYPE=INDIVIDUAL:mailto:a@x.org\r\n"
			    "ATTENDEE;CN=Hall;CUTYPE=ROOM:mailto:h@x.org\r\nGEO:1.5;2.5\r\n"
			    "URL:https://x.org/1\r\nATTACH:https://x.org/slides\r\n"
			    "ATTACH;ENCODING=BASE64;VALUE=BINARY:aHR0cDovL3g=\r\n")
			 VEVENT("UID:2\r\nDTSTART:20220516T100000\r\nSUMMARY:Two\r\n"
				"X-ALT-DESC;FMTTYPE=text/html:<p>Only this</p>\r\n")
			     VEVENT("UID:3\r\nDTSTART:20220516T110000\r\nSUMMARY:Three\r\n"
				    "DESCRIPTION:Line<br>line\r\n")));
	const struct session *s;

	(void)state;
	assert_non_null(agenda);
	s = agenda->sessions;
	assert_string_equal(s[0].description.text, "1 < 2\n\nBack\\nslash");
	assert_int_equal(s[0].description.kind, MARKUP_PLAIN);
	assert_int_equal(agenda->theme_count, 2);
	assert_string_equal(agenda->themes[1].name, "Art, old");
	assert_int_equal(agenda->speaker_count, 1);
	assert_string_equal(agenda->speakers[0], "Ada L.");
	assert_string_equal(s[0].url, "https://x.org/1");
	assert_int_equal(s[0].links.count, 1);
	assert_string_equal(s[0].links.items[0].url, "https://x.org/slides");
	assert_string_equal(s[1].description.text, "<p>Only this</p>");
	assert_int_equal(s[1].description.kind, MARKUP_HTML);
	assert_int_equal(s[2].description.kind, MARKUP_HTML);
	agenda_free(agenda);
}

static void rules_are_bounded(void **state)
{
	static const char *const rules[] = {
	    "FREQ=SECONDLY",
	    "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
	    "FREQ=DAILY",
	    "FREQ=YEARLY",
	    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
	    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
	    "FREQ=DAILY;COUNT=100000000",
	    "FREQ=NONSENSE",
	};
	struct buffer text = {0};
	struct agenda *agenda;

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\n");
	for (int i = 0; i < 400; i++)
		buffer_printf(&text,
			      "BEGIN:VEVENT\nUID:%d\nDTSTART:20220516T090000\nSUMMARY:One\n"
			      "RRULE:%s\nEND:VEVENT\n",
			      i, rules[(size_t)i % (sizeof rules / sizeof *rules)]);
	buffer_puts(&text, "BEGIN:VEVENT\nUID:x\nDTSTART:20220516T090000\nSUMMARY:Dates\n");
	for (int i = 0; i < 5000; i++)
		buffer_printf(&text, "RDATE:%04d0101T000000\nEXDATE:%04d0101T000000\n",
			      2023 + i % 900, 2924 + i % 900);
	buffer_puts(&text, "END:VEVENT\nEND:VCALENDAR\n");
	agenda = told_read(calendar_file_read, text.data);
	assert_non_null(agenda);
	assert_in_range(agenda->session_count, 400, 200000);
	agenda_free(agenda);
	buffer_free(&text);
}

static void lines_are_bounded(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\n");
	for (int i = 0; i < 2000000; i++)
		buffer_puts(&text, "A:B\n");
	buffer_puts(&text, "END:VCALENDAR\n");
	assert_null(told_read(calendar_file_read, text.data));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(told_report()->items[0].message, "more than 2000000 lines"));
	buffer_free(&text);
}

static void the_length_of_a_line_is_bounded(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE");
	for (int i = 0; i < 4000000; i++)
		buffer_puts(&text, ";X=Y\n ");
	buffer_puts(&text, ":mailto:a@example.org\nEND:VEVENT\nEND:VCALENDAR\n");
	assert_null(told_read(calendar_file_read, text.data));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(told_report()->items[0].message, "more than 16000000 bytes"));
	buffer_free(&text);
}

/* The library looks at all of them for each that it frees. */
static void time_zones_are_bounded(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\n");
	for (int i = 0; i < 2001; i++)
		buffer_puts(&text, "BEGIN:VTIMEZONE\nTZID:Z\nEND:VTIMEZONE\n");
	buffer_puts(&text, "END:VCALENDAR\n");
	assert_null(told_read(calendar_file_read, text.data));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(told_report()->items[0].message, "more than 2000 time zones"));
	buffer_free(&text);
}

static void calendars_without_an_end_are_not_whole(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\n");
	for (int i = 0; i < 20000; i++)
		buffer_puts(&text, "BEGIN:VEVENT\n");
	assert_null(told_read(calendar_file_read, text.data));
	buffer_free(&text);
	/* What is whole before it is shown, and that there is more is said. */
	told_expect(
	    calendar_file_read,
	    CALENDAR(VEVENT(
		"UID:1\r\nDTSTART:20220516T090000\r\nSUMMARY:One\r\n")) "\r\n"
									"BEGIN:VCALENDAR\r\nBEGIN:"
									"VEVENT\r\nSUMMARY:"
									"Two\r\nEND:VEVENT\r\n",
	    "2022-05-16 09:00 One\n");
	assert_int_equal(told_report()->counts[SEVERITY_CAUTION], 1);
	told_expect(
	    calendar_file_read,
	    CALENDAR(VEVENT("UID:1\r\nDTSTART:20220516T090000\r\nSUMMARY:One\r\n")) "rest\n",
	    "2022-05-16 09:00 One\n");
	assert_int_equal(told_report()->counts[SEVERITY_CAUTION], 0);
}

static void long_lines_and_many_values_take_no_time(void **state)
{
	struct buffer text = {0};
	struct agenda *agenda;

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20220516T090000\n"
			   "SUMMARY:One\nRRULE:FREQ=DAILY\n");
	for (int i = 0; i < 20000; i++)
		buffer_printf(&text, "CATEGORIES:C%d\nATTENDEE;CN=A%d:x\n", i, i);
	buffer_puts(&text, "DESCRIPTION:");
	for (int i = 0; i < 1000000; i++)
		buffer_puts(&text, "0123456789");
	buffer_puts(&text, "\nEND:VEVENT\nEND:VCALENDAR\n");
	agenda = told_read(calendar_file_read, text.data);
	assert_non_null(agenda);
	assert_int_equal(agenda->session_count, 1000);
	assert_int_equal(agenda->sessions[999].themes.count, 500);
	assert_int_equal(strlen(agenda->sessions[999].description.text), 10000000);
	agenda_free(agenda);
	buffer_free(&text);
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

/* Events that this program wrote say what iCalendar has no word for. */
#define OURS(inside) VEVENT("X-NEC-AGENDA-EVENT:seed-fair-2024\r\n" inside)

static void what_this_program_wrote_comes_back(void **state)
{
	struct agenda *agenda = told_read(
	    calendar_file_read,
	    CALENDAR("X-WR-CALNAME:Another title\r\nX-NEC-AGENDA-EVENT:seed-fair-2024\r\n" OURS(
		"UID:7@seed-fair-2024\r\nX-NEC-AGENDA-ID:7\r\nSUMMARY:Talk\r\n"
		"DTSTART:20240513T223000Z\r\nDTEND:20240513T230000Z\r\n"
		"X-NEC-AGENDA-OFFSET:+0200\r\nX-NEC-AGENDA-DAY:2024-05-13\r\n"
		"X-NEC-AGENDA-ROOM:Garden, south\r\nX-NEC-AGENDA-ROOM:Hall\r\n"
		"LOCATION:Garden\\, south\\, Hall\\, Old Mill\r\nGEO:48.5;-3.25\r\n"
		"COMMENT:front row\r\nCOMMENT:with Ann\r\n")
			 OURS("UID:8@seed-fair-2024\r\nX-NEC-AGENDA-ID:8\r\nSUMMARY:Untitled\r\n"
			      "X-NEC-AGENDA-TITLE:none\r\nDTSTART:20240513T030000\r\n"
			      "X-NEC-AGENDA-END:start\r\n")
			     OURS("UID:9@seed-fair-2024\r\nSUMMARY:Some day\r\n"
				  "DTSTART;VALUE=DATE:20240513\r\nX-NEC-AGENDA-DAY:none\r\n")));
	const struct session *talk = &agenda->sessions[1];
	char *found = told_programme(agenda);

	(void)state;
	told_expect_findings("", true);
	assert_string_equal(agenda->id, "seed-fair-2024");
	assert_int_equal(agenda->event.offset, 120);
	assert_string_equal(agenda->sessions[0].id, "8");
	assert_null(agenda->sessions[0].title);
	assert_int_equal(agenda->sessions[0].end, agenda->sessions[0].start);
	assert_string_equal(agenda->sessions[2].id, "9@seed-fair-2024");
	assert_string_equal(talk->id, "7");
	assert_int_equal(talk->rooms.count, 2);
	assert_string_equal(agenda->rooms[talk->rooms.items[0]], "Garden, south");
	assert_string_equal(talk->comment, "front row\nwith Ann");
	assert_true(talk->geo.known && talk->geo.latitude == 48.5 && talk->geo.longitude == -3.25);
	assert_non_null(strstr(found, "2024-05-13 00:30+1-01:00 Talk"));
	free(found);
	agenda_free(agenda);
}

static void odd_marks_do_no_harm(void **state)
{
	struct agenda *agenda = told_read(
	    calendar_file_read,
	    CALENDAR("X-WR-CALNAME:Fair\r\nX-NEC-AGENDA-EVENT:../../etc\r\n" OURS(
		"UID:1\r\nX-NEC-AGENDA-ID:\r\nX-NEC-AGENDA-OFFSET:+9999\r\n"
		"X-NEC-AGENDA-DAY:yesterday\r\nX-NEC-AGENDA-END:never\r\nGEO:91;0\r\n"
		"DTSTART:20240513T100000\r\nRRULE:FREQ=DAILY;COUNT=2\r\nSUMMARY:Twice\r\n")));

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->id, "fair-2024");
	assert_int_equal(agenda->session_count, 2);
	assert_string_equal(agenda->sessions[0].id, "1@20240513T100000");
	assert_string_equal(agenda->sessions[1].id, "1@20240514T100000");
	assert_false(agenda->sessions[0].geo.known);
	agenda_free(agenda);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(calendars_name_zones_without_describing_them),
	    cmocka_unit_test(calendars_without_zones_stay_as_written),
	    cmocka_unit_test(calendars_in_utc_say_so),
	    cmocka_unit_test(double_carriage_returns_and_escapes),
	    cmocka_unit_test(events_that_recur_are_written_out),
	    cmocka_unit_test(other_ways_to_recur),
	    cmocka_unit_test(rules_end_with_their_last_time),
	    cmocka_unit_test(clocks_are_changed_while_it_lasts),
	    cmocka_unit_test(clocks_are_changed_between_occurrences),
	    cmocka_unit_test(moved_occurrences_keep_their_identity),
	    cmocka_unit_test(texts_may_hold_references_of_html),
	    cmocka_unit_test(utc_is_no_place_to_meet_in),
	    cmocka_unit_test(addresses_may_lack_their_scheme),
	    cmocka_unit_test(what_the_calendar_says_may_have_a_kind),
	    cmocka_unit_test(several_calendars_in_one_file),
	    cmocka_unit_test(zones_go_by_many_names),
	    cmocka_unit_test(zones_may_be_described),
	    cmocka_unit_test(descriptions_of_zones_are_bounded),
	    cmocka_unit_test(many_described_zones_are_bounded),
	    cmocka_unit_test(whole_days),
	    cmocka_unit_test(whole_days_are_bounded),
	    cmocka_unit_test(what_is_odd_is_reported_with_its_line),
	    cmocka_unit_test(texts_people_and_links),
	    cmocka_unit_test(what_this_program_wrote_comes_back),
	    cmocka_unit_test(odd_marks_do_no_harm),
	    cmocka_unit_test(rules_are_bounded),
	    cmocka_unit_test(lines_are_bounded),
	    cmocka_unit_test(the_length_of_a_line_is_bounded),
	    cmocka_unit_test(time_zones_are_bounded),
	    cmocka_unit_test(calendars_without_an_end_are_not_whole),
	    cmocka_unit_test(long_lines_and_many_values_take_no_time),
	    cmocka_unit_test(what_is_broken_says_so),
	};

	return cmocka_run_group_tests_name("calendars", tests, NULL, end);
}
