/*
 * Schedules of conference planners, in the three formats they export: small files, each written for
 * one thing that real ones do.
 */
#include "config.h"

#include "base/buffer.h"
#include "read/calendar_file.h"
#include "read/schedule_json.h"
#include "read/schedule_xml.h"
#include "read/unfold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

typedef bool read_function(const struct source *, struct builder *, struct report *);

static struct report report;

static struct agenda *read_text(read_function *read, const char *text)
{
	struct buffer bytes = {0};
	struct source source = {.name = "made"};
	struct builder *builder = builder_new("made");

	struct agenda *agenda = NULL;

	report_free(&report);
	buffer_puts(&bytes, text);
	if (unfold_is_calendar(text))
		unfold_lines(&bytes);
	source.text = bytes.data;
	source.length = bytes.length;
	if (read(&source, builder, &report))
		agenda = builder_finish(builder);
	else
		builder_free(builder);
	buffer_free(&bytes);
	return agenda;
}

/* "2024-05-13 23:30-01:00 Title @Room" for a session; for comparing whole programmes. */
static char *told(const struct agenda *agenda)
{
	struct buffer out = {0};

	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct session *s = &agenda->sessions[i];

		if (s->day != CIVIL_NONE) {
			struct civil_date d = civil_date_of(s->day);

			buffer_printf(&out, "%d-%02d-%02d", d.year, d.month, d.day);
		}
		if (s->start != CIVIL_NONE)
			buffer_printf(&out, " %02d:%02d", civil_minute_of_day(s->start) / 60,
				      civil_minute_of_day(s->start) % 60);
		if (s->end != CIVIL_NONE)
			buffer_printf(&out, "-%02d:%02d", civil_minute_of_day(s->end) / 60,
				      civil_minute_of_day(s->end) % 60);
		buffer_printf(&out, " %s", s->title);
		for (size_t r = 0; r < s->rooms.count; r++)
			buffer_printf(&out, " @%s", agenda->rooms[s->rooms.items[r]]);
		buffer_puts(&out, s->cancelled ? " cancelled\n" : "\n");
	}
	return buffer_steal(&out);
}

static void expect(read_function *read, const char *text, const char *programme, size_t warnings)
{
	struct agenda *agenda = read_text(read, text);
	char *found;

	assert_non_null(agenda);
	found = told(agenda);
	assert_string_equal(found, programme);
	assert_int_equal(report.counts[SEVERITY_WARNING], warnings);
	free(found);
	agenda_free(agenda);
}

#define XML_HEAD		  "<?xml version='1.0'?>\n<schedule><conference><title>Made</title>"
#define EVENT(attributes, inside) "<event " attributes "><title>T</title>" inside "</event>"

static void pentabarf_puts_events_under_the_day(void **state)
{
	(void)state;
	expect(schedule_xml_read,
	       XML_HEAD "<start>2009-02-07</start></conference>"
			"<day date='2009-02-07'>"
			"<event id='1'><start>14:00</start><duration>01:00</duration>"
			"<room>Hall</room><title>One</title></event>"
			"<event id='2'><start>02:00</start><duration>00:30</duration><room/>"
			"<title>Two</title></event></day></schedule>",
	       "2009-02-07 14:00-15:00 One @Hall\n2009-02-07 02:00-02:30 Two\n", 0);
}

static void the_room_around_events_is_theirs(void **state)
{
	(void)state;
	expect(
	    schedule_xml_read,
	    XML_HEAD "</conference><day date='2020-01-01'><room name='Big &amp; blue'>" EVENT(
		"id='1'",
		"<start>10:00</start>") "</room>" EVENT("id='2'",
							"<start>11:00</start>") "</day></schedule>",
	    "2020-01-01 10:00 T @Big & blue\n2020-01-01 11:00 T\n", 0);
}

static void dates_in_utc_become_venue_time(void **state)
{
	(void)state;
	/* The zone tells; without one, the local start does; a start that agrees is left alone. */
	expect(schedule_xml_read,
	       XML_HEAD
	       "<time_zone_name>Asia/Kolkata</time_zone_name></conference>"
	       "<day date='2023-09-10'>" EVENT("id='1'", "<date>2023-09-10T05:00:00+00:00</date>"
							 "<start>10:30</start>"
							 "<duration>0:20</duration>") "</day>"
										      "</schedule>",
	       "2023-09-10 10:30-10:50 T\n", 0);
	expect(schedule_xml_read,
	       XML_HEAD "</conference><day date='2023-09-10'>" EVENT(
		   "id='1'", "<date>2023-09-09T23:00:00Z</date><start>01:00</start>") "</day>"
										      "</schedule>",
	       "2023-09-10 01:00 T\n", 0);
	expect(schedule_json_read,
	       "{\"schedule\":{\"conference\":{\"title\":\"Made\",\"time_zone_name\":\"UTC\","
	       "\"days\":[{\"date\":\"2020-12-14\",\"rooms\":{\"A\":[{\"title\":\"T\","
	       "\"date\":\"2020-12-14T09:00:00+01:00\",\"start\":\"09:00\",\"duration\":\"00:30\"}"
	       "]}}]}}}",
	       "2020-12-14 09:00-09:30 T @A\n", 0);
}

static void days_group_past_midnight(void **state)
{
	(void)state;
	expect(schedule_xml_read,
	       XML_HEAD "</conference><day date='2024-12-27'>" EVENT(
		   "id='1'", "<date>2024-12-28T01:30:00+01:00</date><start>01:30</start>"
			     "<duration>28:00</duration>")
		   EVENT("id='2'", "<date>2024-12-27T12:00:00+01:00"
				   "</date>") "</day></schedule>",
	       "2024-12-27 12:00 T\n2024-12-27 01:30-05:30 T\n", 0);
}

static void wrong_days_take_their_sessions_date(void **state)
{
	(void)state;
	expect(schedule_xml_read,
	       XML_HEAD "</conference><day date='2023-09-09'>" EVENT(
		   "id='1'",
		   "<date>2023-09-10T10:00:00+02:"
		   "00</date>") "</day><day>" EVENT("id='2'", "<date>2023-09-11T10:00:00+02:00</"
							      "date>") "</day></schedule>",
	       "2023-09-10 10:00 T\n2023-09-11 10:00 T\n", 2);
	expect(schedule_xml_read,
	       XML_HEAD "<start>2008-02-23</start></conference><day date='20008-02-23'>" EVENT(
		   "id='1'", "<start>10:00</start>") "</day></schedule>",
	       "2008-02-23 10:00 T\n", 1);
}

static void what_is_no_length_is_no_end(void **state)
{
	(void)state;
	expect(schedule_xml_read,
	       XML_HEAD "</conference><day date='2020-01-01'>" EVENT(
		   "id='1'", "<start>10:00</start><duration>135.0:00</duration>")
		   EVENT("id='2'", "<start>11:00</start><duration>-1:00</duration>")
		       EVENT("id='3'", "<start>noon</start>") "</day></schedule>",
	       "2020-01-01 T\n2020-01-01 10:00 T\n2020-01-01 11:00 T\n", 3);
}

static void ids_have_to_be_unique_to_count(void **state)
{
	struct agenda *agenda = read_text(
	    schedule_xml_read,
	    XML_HEAD "</conference><day date='2020-01-01'>" EVENT("id='0'", "<start>09:00</start>")
		EVENT("id='7' guid='g-1'", "<start>10:00</start>")
		    EVENT("id='8'", "<start>11:00</start>") EVENT("id='9'", "<start>12:00</start>")
			EVENT("id='9'", "<start>13:00</start>") "</day></schedule>");

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->sessions[0].id, "2020-01-01-t");
	assert_string_equal(agenda->sessions[1].id, "g-1");
	assert_string_equal(agenda->sessions[2].id, "8");
	assert_string_equal(agenda->sessions[3].id, "2020-01-01-t-2");
	assert_string_equal(agenda->sessions[4].id, "2020-01-01-t-3");
	assert_string_equal(agenda->id, "made-2020");
	agenda_free(agenda);
}

static void texts_people_and_links(void **state)
{
	struct agenda *agenda = read_text(
	    schedule_xml_read, XML_HEAD
	    "<base_url>https://x.org/</base_url>"
	    "<track name='Tools' color='#112233'/></conference>"
	    "<day date='2020-01-01'>" EVENT(
		"id='1'", "<abstract>&lt;p&gt;Same\u2028text\u200B\177&lt;/p&gt;</abstract>"
			  "<description>&lt;p&gt;Same\u2028text\u200B\177&lt;/p&gt;</description>"
			  "<track>tools</track><type>talk</type><language>de, en</language>"
			  "<persons><person>Ada</person><person/><person>Ada</person></persons>"
			  "<url>//x.org/t</url>"
			  "<links><link href='www.y.org/a'>Slides</link><link href='/b'/>"
			  "<link/></links>") "</day></schedule>");
	const struct session *s;

	(void)state;
	assert_non_null(agenda);
	s = &agenda->sessions[0];
	assert_string_equal(s->abstract.text, "<p>Same\ntext</p>");
	assert_int_equal(s->abstract.kind, MARKUP_HTML);
	assert_null(s->description.text);
	assert_int_equal(s->speakers.count, 1);
	assert_string_equal(agenda->themes[s->themes.items[0]].name, "Tools");
	assert_string_equal(agenda->themes[s->themes.items[0]].colour, "#112233");
	assert_string_equal(s->language, "de, en");
	assert_string_equal(s->url, "https://x.org/t");
	assert_int_equal(s->links.count, 2);
	assert_string_equal(s->links.items[0].url, "https://www.y.org/a");
	assert_string_equal(s->links.items[0].label, "Slides");
	assert_string_equal(s->links.items[1].url, "https://x.org/b");
	agenda_free(agenda);
}

static void lines_are_not_code_for_being_indented(void **state)
{
	struct agenda *agenda = read_text(
	    schedule_xml_read,
	    XML_HEAD "</conference><day date='2020-01-01'>" EVENT(
		"id='1'", "<abstract>One\n\n      two\n        three\n</abstract>"
			  "<description>One\n\n    code\nend</description>") "</day>"
									     "</schedule>");

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->sessions[0].abstract.text, "One\n\ntwo\n  three");
	assert_string_equal(agenda->sessions[0].description.text, "One\n\n    code\nend");
	agenda_free(agenda);
}

static void names_in_several_languages(void **state)
{
	(void)state;
	expect(schedule_json_read,
	       "{\"schedule\":{\"conference\":{\"title\":\"Made\",\"days\":[{\"date\":"
	       "\"2020-12-14\",\"rooms\":{\"A\":[{\"id\":5,\"title\":{\"de\":\"Hallo\",\"en\":"
	       "\"Hello\"},\"start\":\"09:00\",\"duration\":\"00:30\",\"room\":null,"
	       "\"persons\":[{\"name\":\"Ada\"},{}],\"links\":null}]}}]}}}",
	       "2020-12-14 09:00-09:30 Hello @A\n", 0);
}

static void what_is_broken_says_where(void **state)
{
	(void)state;
	assert_null(read_text(schedule_xml_read, "<schedule>\n<day></schedule>"));
	assert_int_equal(report.items[0].place.line, 2);
	assert_string_equal(report.items[0].place.file, "made");
	assert_null(read_text(schedule_json_read, "{\n\"schedule\": oops}"));
	assert_int_equal(report.items[0].place.line, 2);
	assert_null(read_text(schedule_json_read, "{\"other\": 1}"));
	assert_null(read_text(calendar_file_read, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"));
	assert_int_equal(report.counts[SEVERITY_ERROR], 1);
}

static void entities_are_refused(void **state)
{
	(void)state;
	assert_null(read_text(schedule_xml_read,
			      "<!DOCTYPE s [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>"
			      "<schedule><conference><title>&b;</title></conference></schedule>"));
	assert_non_null(strstr(report.items[0].message, "entities"));
	assert_null(read_text(schedule_xml_read,
			      "<!DOCTYPE s [<!ENTITY a SYSTEM '/etc/passwd'>]>"
			      "<schedule><conference><title>&a;</title></conference></schedule>"));
}

#define CALENDAR(inside) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" inside "END:VCALENDAR\r\n"
#define VEVENT(inside)	 "BEGIN:VEVENT\r\n" inside "END:VEVENT\r\n"

static void calendars_name_zones_without_describing_them(void **state)
{
	(void)state;
	expect(calendar_file_read,
	       CALENDAR("X-WR-CALNAME;CHARSET=UTF-8;ENCODING=8BIT:Made\r\n" VEVENT(
		   "UID:1\r\nDTSTART;TZID=Europe/Paris:20220517T110000\r\n"
		   "DTEND;TZID=Europe/Paris:20220517T123000\r\nLOCATION:Hall\\, left\r\n"
		   "SUMMARY:One\r\n") VEVENT("UID:2\r\nDTSTART:20220517T110000Z\r\n"
					     "DURATION:PT45M\r\nSUMMARY:Two\r\n")
			    VEVENT("UID:3\r\nDTSTART;TZID=Romance Standard Time:20220518T230000"
				   "\r\nDTEND:20220519T010000\r\nSUMMARY:Three\r\n")),
	       "2022-05-17 11:00-12:30 One @Hall, left\n2022-05-17 13:00-13:45 Two\n"
	       "2022-05-18 23:00-01:00 Three\n",
	       0);
}

static void calendars_without_zones_stay_as_written(void **state)
{
	(void)state;
	expect(calendar_file_read,
	       CALENDAR(VEVENT("DTSTART:20220517T110000Z\r\nSUMMARY:Utc\r\n")
			    VEVENT("DTSTART:20220517T120000\r\nSUMMARY:Floating\r\n"
				   "STATUS:CANCELLED\r\n")
				VEVENT("DTSTART;VALUE=DATE:20220518\r\nSUMMARY:All day\r\n")
				    VEVENT("DTSTART:20220518T013000Z\r\nSUMMARY:Night\r\n")),
	       "2022-05-17 11:00 Utc\n2022-05-17 12:00 Floating cancelled\n"
	       "2022-05-17 01:30 Night\n2022-05-18 All day\n",
	       0);
}

static void double_carriage_returns_and_escapes(void **state)
{
	(void)state;
	expect(calendar_file_read,
	       "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20220517T110000Z\r\n"
	       "SUMMARY:A long t\r\r\n itle\\, with \\\\n and \\;\r\r\nEND:VEVENT\r\n"
	       "END:VCALENDAR\r\n",
	       "2022-05-17 11:00 A long title, with \\n and ;\n", 0);
}

static void events_that_recur_are_written_out(void **state)
{
	(void)state;
	expect(calendar_file_read,
	       CALENDAR(VEVENT("UID:1\r\nDTSTART:20220516T090000\r\nDTEND:20220516T093000\r\n"
			       "RRULE:FREQ=DAILY;COUNT=4\r\nRDATE:20220530T100000\r\n"
			       "EXDATE:20220517T090000\r\nSUMMARY:Stand-up\r\n")
			    VEVENT("UID:1\r\nRECURRENCE-ID:20220518T090000\r\n"
				   "DTSTART:20220518T150000\r\nDTEND:20220518T153000\r\n"
				   "SUMMARY:Moved\r\n")),
	       "2022-05-16 09:00-09:30 Stand-up\n2022-05-18 15:00-15:30 Moved\n"
	       "2022-05-19 09:00-09:30 Stand-up\n2022-05-30 10:00-10:30 Stand-up\n",
	       0);
}

static int free_report(void **state)
{
	(void)state;
	report_free(&report);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pentabarf_puts_events_under_the_day),
	    cmocka_unit_test(the_room_around_events_is_theirs),
	    cmocka_unit_test(dates_in_utc_become_venue_time),
	    cmocka_unit_test(days_group_past_midnight),
	    cmocka_unit_test(wrong_days_take_their_sessions_date),
	    cmocka_unit_test(what_is_no_length_is_no_end),
	    cmocka_unit_test(ids_have_to_be_unique_to_count),
	    cmocka_unit_test(texts_people_and_links),
	    cmocka_unit_test(lines_are_not_code_for_being_indented),
	    cmocka_unit_test(names_in_several_languages),
	    cmocka_unit_test(what_is_broken_says_where),
	    cmocka_unit_test(entities_are_refused),
	    cmocka_unit_test(calendars_name_zones_without_describing_them),
	    cmocka_unit_test(calendars_without_zones_stay_as_written),
	    cmocka_unit_test(double_carriage_returns_and_escapes),
	    cmocka_unit_test(events_that_recur_are_written_out),
	};

	return cmocka_run_group_tests_name("schedules", tests, NULL, free_report);
}
