/*
 * Schedules of conference planners in XML: small ones, each written for something that real ones
 * do.
 */
#include "config.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "model/length.h"
#include "read/bounds.h"
#include "read/schedule_xml.h"
#include "told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#define SCHEDULE(facts, inside)                                                                    \
	"<schedule><conference><title>Made</title>" facts "</conference>" inside "</schedule>"
#define DAY(date, inside)    "<day date='" date "'>" inside "</day>"
#define EVENT(title, inside) "<event><title>" title "</title>" inside "</event>"
#define ZONE(name)	     "<time_zone_name>" name "</time_zone_name>"
#define ON(moment)	     "<date>" moment "</date>"
#define AT(clock)	     "<start>" clock "</start>"
#define LASTS(length)	     "<duration>" length "</duration>"

static void expect(const char *text, const char *programme, const char *findings)
{
	told_expect(schedule_xml_read, text, programme);
	told_expect_findings(findings, false);
}

/* Shapes */

static void pentabarf_puts_events_under_the_day(void **state)
{
	(void)state;
	expect(
	    SCHEDULE("<start>2009-02-07</start>",
		     DAY("2009-02-07", EVENT("One", AT("14:00") LASTS("01:00") "<room>Hall</room>")
					   EVENT("Two", AT("02:00") LASTS("00:30") "<room/>"))),
	    "2009-02-07 14:00-15:00 One @Hall\n2009-02-07 02:00+1-02:30 Two\n", "");
	told_expect_findings(
	    "0: no session has a guid; bookmarks go by the planner's ids\n"
	    "0: no session has a date with its offset from UTC, and no time zone is named; times "
	    "are shown as they are written\n",
	    true);
}

static void the_room_around_events_is_theirs(void **state)
{
	(void)state;
	expect(SCHEDULE("",
			DAY("2020-01-01",
			    "<room name='Big &amp; blue'>" EVENT("One", AT("10:00")) EVENT(
				"Two",
				AT("10:30") "<room> Its   own </room>") "</room>"
									"<room name='Empty'/>"
									"<room name=''/>" EVENT(
									    "Three", AT("11:00")))),
	       "2020-01-01 10:00 One @Big & blue\n2020-01-01 10:30 Two @Its own\n"
	       "2020-01-01 11:00 Three\n",
	       "");
}

static void days_may_stand_in_the_conference(void **state)
{
	(void)state;
	expect(
	    "<schedule><conference><title>Made</title><days>" DAY(
		"2020-01-01",
		"<room name='Hall'>" EVENT(
		    "One",
		    AT("10:00")) "</room>") "</days></conference>" DAY("2020-01-02",
								       EVENT("Two",
									     AT("11:00"))) "</"
											   "schedul"
											   "e>",
	    "2020-01-01 10:00 One @Hall\n2020-01-02 11:00 Two\n", "");
}

static void texts_may_stand_on_lines_of_their_own(void **state)
{
	(void)state;
	expect(SCHEDULE(ZONE("\n Europe/Paris\n"),
			DAY("2020-01-01", EVENT("\n  One\n  two\n",
						ON("\n 2020-01-01T09:00:00+00:00 ") AT("\n10:00\n")
						    LASTS("\n0:30\n") "<room>\n Hall\n</room>"))),
	       "2020-01-01 10:00-10:30 One two @Hall\n", "");
	told_expect_findings("0: no session has a guid; bookmarks go by the planner's ids\n", true);
}

static void what_stands_before_the_schedule(void **state)
{
	static const char *const heads[] = {
	    "<?xml version='1.0' encoding='UTF-8'?>\n<?xml-stylesheet href='a>b.xsl'?>",
	    "<!-- made > by --><!-- <schedule> -->",
	    "<!DOCTYPE schedule SYSTEM 'pentabarf.dtd'>",
	    "<!DOCTYPE schedule [<!ELEMENT schedule ANY>\n<!ATTLIST day date CDATA ''>]>",
	    "\n\n<?xml version='1.0' encoding='ISO-8859-1'?>",
	    "<?xml version='1.0' encoding='UTF-16'?>",
	    "<?xml version='1.0' encoding='no-such'?>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct buffer text = {0};
		struct source source = {.name = "made"};

		buffer_printf(&text, "%s%s", heads[i],
			      SCHEDULE("", DAY("2020-01-01", EVENT("\u00C9t\u00E9", AT("10:00")))));
		source.text = text.data;
		source.length = text.length;
		assert_true(schedule_xml_fits(&source));
		expect(text.data, "2020-01-01 10:00 \u00C9t\u00E9\n", "");
		buffer_free(&text);
	}
}

static void elements_may_have_a_prefix(void **state)
{
	static const char text[] =
	    "<?xml version='1.0'?><c:schedule xmlns:c='urn:c'><c:day date='2020-01-01'>"
	    "<c:event><c:title>One</c:title><c:start>10:00</c:start></c:event></c:day>"
	    "</c:schedule>";
	struct source source = {.name = "made", .text = (char *)text, .length = sizeof text - 1};

	(void)state;
	assert_true(schedule_xml_fits(&source));
	expect(text, "2020-01-01 10:00 One\n", "");
}

static void other_xml_is_no_schedule(void **state)
{
	static const char *const others[] = {
	    "<?xml version='1.0'?><scheduler/>",
	    "<c:scheduler/>",
	    "<schedule:c/>",
	    "<!-- <schedule>",
	    "<!DOCTYPE schedule [<!ELEMENT",
	    "<?xml <schedule>",
	    "<schedul",
	    "",
	};

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct source source = {
		    .name = "made", .text = (char *)others[i], .length = strlen(others[i])};

		assert_false(schedule_xml_fits(&source));
	}
}

/* Moments */

static void dates_in_utc_become_venue_time(void **state)
{
	(void)state;
	/* The zone tells; without one, the local start does; a start that agrees is left alone. */
	expect(SCHEDULE(ZONE("Asia/Kolkata"),
			DAY("2023-09-10",
			    EVENT("T", ON("2023-09-10T05:00:00+00:00") AT("10:30") LASTS("0:20")))),
	       "2023-09-10 10:30-10:50 T\n", "");
	expect(SCHEDULE("", DAY("2023-09-10", EVENT("T", ON("2023-09-09T23:00:00Z") AT("01:00")))),
	       "2023-09-10 01:00 T\n", "");
	expect(SCHEDULE(ZONE("UTC"),
			DAY("2023-09-10", EVENT("T", ON("2023-09-10T09:00:00+01:00") AT("09:00")))),
	       "2023-09-10 09:00 T\n", "");
	expect(SCHEDULE(ZONE("Europe/Berlin"),
			DAY("2024-12-27", EVENT("T", ON("2024-12-27T09:30:00+00:00")))),
	       "2024-12-27 10:30 T\n", "");
}

static void far_zones_are_told_by_the_day(void **state)
{
	(void)state;
	/* Wellington's summer is 13 hours ahead of UTC, not 11 behind it; Honolulu is 10 behind. */
	expect(SCHEDULE("", DAY("2025-01-14", EVENT("T", ON("2025-01-13T21:00:00Z") AT("10:00")))),
	       "2025-01-14 10:00 T\n", "");
	expect(SCHEDULE("", DAY("2025-01-14", EVENT("T", ON("2025-01-15T01:00:00Z") AT("15:00")))),
	       "2025-01-14 15:00 T\n", "");
}

static void starts_that_contradict_their_date_are_reported(void **state)
{
	(void)state;
	expect(
	    SCHEDULE("", DAY("2023-09-10", EVENT("T", ON("2023-09-10T09:00:00+02:00") AT("9:20")))),
	    "2023-09-10 09:00 T\n",
	    "1: the session's start, 09:20, is not that of its date; the date is taken\n");
	expect(SCHEDULE("", DAY("2023-09-10", EVENT("T", ON("2023-09-10T09:00:00Z") AT("09:20")))),
	       "2023-09-10 09:00 T\n",
	       "1: the session's start, 09:20, is not that of its date; the date is taken\n");
}

static void dates_without_an_offset_are_the_venue_s(void **state)
{
	struct agenda *agenda = told_read(
	    schedule_xml_read, SCHEDULE(ZONE("Australia/Sydney"),
					DAY("2022-01-14", EVENT("T", ON("2022-01-14T10:00:00")))
					    DAY("2022-07-14", EVENT("T", AT("10:00")))));

	(void)state;
	assert_non_null(agenda);
	assert_int_equal(agenda->sessions[0].offset, 11 * 60);
	assert_int_equal(agenda->sessions[1].offset, 10 * 60);
	assert_string_equal(agenda->event.zone, "Australia/Sydney");
	agenda_free(agenda);
	/* Without a zone, the venue's offset is the sessions'. */
	agenda =
	    told_read(schedule_xml_read,
		      SCHEDULE("<start>2023-09-10</start>",
			       DAY("2023-09-10", EVENT("T", ON("2023-09-10T09:00:00+02:00")))));
	assert_non_null(agenda);
	assert_int_equal(agenda->event.offset, 2 * 60);
	agenda_free(agenda);
}

static void clocks_are_changed_while_it_lasts(void **state)
{
	struct agenda *agenda = told_read(
	    schedule_xml_read,
	    SCHEDULE(ZONE("Europe/Paris"),
		     DAY("2023-10-28", EVENT("Night", ON("2023-10-28T23:00:00+02:00") LASTS("6:00"))
					   EVENT("Bar", AT("22:00") LASTS("5:00")))));

	char *told;

	(void)state;
	assert_non_null(agenda);
	told = told_programme(agenda);
	assert_string_equal(told, "2023-10-28 22:00-02:00 Bar\n2023-10-28 23:00-04:00 Night\n");
	free(told);
	assert_int_equal(agenda->sessions[1].offset, 120);
	assert_int_equal(agenda->sessions[1].end_offset, 60);
	assert_int_equal(length_of(&agenda->sessions[1]), 360);
	agenda_free(agenda);
	/* Where the planner goes by another clock than its zone's, the end does so too. */
	expect(SCHEDULE(ZONE("Europe/London"),
			DAY("2023-09-10",
			    EVENT("T", ON("2023-09-10T09:00:00+02:00") AT("09:00") LASTS("2:00")))),
	       "2023-09-10 09:00-11:00 T\n", "");
}

static void zones_that_are_none_are_reported(void **state)
{
	(void)state;
	/* "Europe" is a folder of the zone database. */
	expect(SCHEDULE(ZONE("Europe"),
			DAY("2023-09-10", EVENT("T", ON("2023-09-10T09:00:00Z") AT("11:00")))),
	       "2023-09-10 11:00 T\n", "");
	told_expect_findings(
	    "0: the time zone \"Europe\" is not known; times are shown as they are "
	    "written\n"
	    "0: no session has a guid; bookmarks go by the planner's ids\n",
	    true);
	told_expect(schedule_xml_read,
		    SCHEDULE(ZONE("Romance Standard Time"),
			     DAY("2023-09-10", EVENT("T", ON("2023-09-10T09:00:00Z")))),
		    "2023-09-10 11:00 T\n");
}

static void a_start_may_be_a_moment(void **state)
{
	(void)state;
	expect(SCHEDULE("", DAY("2023-09-10",
				EVENT("One", AT("2023-09-10T10:00:00+02:00"))
				    EVENT("Two", ON("2023-09-10") AT("2023-09-10T11:00:00+02:00"))
					EVENT("Three", ON("2023-09-10") AT("12:00"))
					    EVENT("Four", ON("2023-09-11") AT("01:00"))
						EVENT("Five", ON("2023-09-10") AT("02:00:00")))),
	       "2023-09-10 10:00 One\n2023-09-10 11:00 Two\n2023-09-10 12:00 Three\n"
	       "2023-09-10 01:00+1 Four\n2023-09-10 02:00+1 Five\n",
	       "");
}

/* Days */

static void days_group_past_midnight(void **state)
{
	(void)state;
	expect(SCHEDULE("", DAY("2024-12-27",
				EVENT("Night",
				      ON("2024-12-28T01:30:00+01:00") AT("01:30") LASTS("28:00"))
				    EVENT("Dawn", ON("2024-12-28T07:00:00+01:00"))
					EVENT("Noon", ON("2024-12-27T12:00:00+01:00"))
					    EVENT("Before", ON("2024-12-26T23:00:00+01:00")))),
	       "2024-12-27 23:00-1 Before\n2024-12-27 12:00 Noon\n"
	       "2024-12-27 01:30+1-05:30 Night\n2024-12-27 07:00+1 Dawn\n",
	       "");
}

static void the_day_changes_when_the_conference_says(void **state)
{
	(void)state;
	expect(SCHEDULE("<day_change>04:00</day_change>",
			DAY("2023-08-15", EVENT("One", AT("03:00")) EVENT("Two", AT("05:00")))),
	       "2023-08-15 05:00 Two\n2023-08-15 03:00+1 One\n", "");
	expect(SCHEDULE("<day_change>09:00:00</day_change>",
			DAY("2023-08-15", EVENT("One", AT("05:59")) EVENT("Two", AT("06:00"))
					      EVENT("Three", AT("25:30")))),
	       "2023-08-15 06:00 Two\n2023-08-15 01:30+1 Three\n2023-08-15 05:59+1 One\n", "");
}

static void wrong_days_take_their_sessions_date(void **state)
{
	(void)state;
	expect(
	    SCHEDULE("",
		     DAY("2023-09-09", EVENT("One", ON("2023-09-10T10:00:00+02:00"))) "<day>" EVENT(
			 "Two", ON("2023-09-"
				   "11T10:00:"
				   "00+02:"
				   "00")) "</"
					  "day"
					  ">"),
	    "2023-09-10 10:00 One\n2023-09-11 10:00 Two\n",
	    "1: no session of this day is on its date; theirs, 2023-09-10, is taken\n"
	    "1: the day has no date; 2023-09-11 is taken\n");
}

static void days_without_a_date_follow_each_other(void **state)
{
	(void)state;
	expect(SCHEDULE("<start>2020-02-01</start>",
			"<day>" EVENT("One", AT("10:00")) "</day><day date='tomorrow'>" EVENT(
			    "Two", AT("10:00")) "</day><day/>"),
	       "2020-02-01 10:00 One\n2020-02-02 10:00 Two\n",
	       "1: the day has no date; 2020-02-01 is taken\n"
	       "1: \"tomorrow\" is no date\n"
	       "1: the day has no date; 2020-02-02 is taken\n");
	expect(SCHEDULE("", "<day>" EVENT("One", AT("10:00")) "</day>"), " One\n",
	       "1: the session has a time and no day; it is shown without both\n"
	       "1: the day has no date, and its sessions have none either\n");
}

static void days_without_sessions_are_no_days(void **state)
{
	struct agenda *agenda = told_read(
	    schedule_xml_read, SCHEDULE("", DAY("2020-01-01", "<room name='A'/>")
						DAY("2020-01-02", EVENT("One", AT("10:00")))));

	(void)state;
	assert_non_null(agenda);
	assert_int_equal(agenda->day_count, 1);
	assert_int_equal(agenda->room_count, 0);
	told_expect_findings("", false);
	agenda_free(agenda);
	told_expect(schedule_xml_read, SCHEDULE("", DAY("2020-01-01", "<room name='A'/>")), "");
	told_expect_findings("0: no session was found in it\n", true);
}

static void events_outside_days_have_their_own(void **state)
{
	(void)state;
	expect(SCHEDULE("", DAY("2020-01-05", EVENT("Two", AT("10:00"))) EVENT(
				"One", ON("2020-01-02T03:00:00Z")) EVENT("Three", AT("09:00"))),
	       "2020-01-01 03:00+1 One\n2020-01-05 10:00 Two\n Three\n",
	       "1: the session has a time and no day; it is shown without both\n");
}

static void impossible_years_become_the_conference_s(void **state)
{
	(void)state;
	expect(SCHEDULE("<start>2008-02-23</start>", DAY("20008-02-23", EVENT("T", AT("10:00")))),
	       "2008-02-23 10:00 T\n",
	       "1: the year 20008 is far from the conference's; 2008 is taken\n");
	/* Also where the conference's own start is wrong, but its end or its name is not. */
	expect("<schedule><conference><title>Made 2008</title><start>20008-02-23</start>"
	       "</conference>" DAY("20008-02-24", EVENT("T", AT("10:00"))) "</schedule>",
	       "2008-02-24 10:00 T\n",
	       "1: the year 20008 is far from the conference's; 2008 is taken\n");
	/* Without anything to go by it stays. */
	expect(SCHEDULE("", DAY("20008-02-24", EVENT("T", AT("10:00")))), "20008-02-24 10:00 T\n",
	       "");
}

static void sessions_keep_what_can_be_kept_of_their_time(void **state)
{
	(void)state;
	expect(SCHEDULE("", DAY("2020-01-01", EVENT("One", AT("10:00") LASTS("135.0:00"))
						  EVENT("Two", AT("11:00") LASTS("-1:00"))
						      EVENT("Three", AT("noon")) EVENT("Four", "")
							  EVENT("Five", AT("12:00") LASTS("0")))),
	       "2020-01-01 Three\n2020-01-01 Four\n2020-01-01 10:00 One\n2020-01-01 11:00 Two\n"
	       "2020-01-01 12:00 Five\n",
	       "1: \"135.0:00\" is no length; the session is shown without an end\n"
	       "1: \"-1:00\" is no length; the session is shown without an end\n"
	       "1: \"noon\" is no time; the session is shown without one\n"
	       "1: the session has no start; it is shown without a time\n"
	       "1: \"0\" is no length; the session is shown without an end\n");
}

/* What sessions are */

static void ids_have_to_be_unique_to_count(void **state)
{
	struct agenda *agenda = told_read(
	    schedule_xml_read,
	    SCHEDULE(
		"",
		DAY("2020-01-01",
		    "<event id='0'><title>T</title>" AT(
			"09:00") "</event>\n"
				 "<event id='7' guid='g-1'>"
				 "<title>T</title>" AT(
				     "10:00") "</event>"
					      "<event id='8'>"
					      "<title>T</title>" AT(
						  "11:00") "</event>"
							   "<event id='9'>"
							   "<title>T</"
							   "title>" AT(
							       "12:00") "</"
									"eve"
									"nt>"
									"\n"
									"<ev"
									"ent"
									" id"
									"='9"
									"'>"
									"<ti"
									"tle"
									">T<"
									"/ti"
									"tle"
									">" AT(
									    "13:00") "</event>")));

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->sessions[0].id, "2020-01-01-t");
	assert_string_equal(agenda->sessions[1].id, "g-1");
	assert_string_equal(agenda->sessions[2].id, "8");
	assert_string_equal(agenda->sessions[3].id, "2020-01-01-t-2");
	assert_string_equal(agenda->sessions[4].id, "2020-01-01-t-3");
	assert_string_equal(agenda->id, "made-2020");
	told_expect_findings("1: the id \"0\" names no session\n"
			     "2: the id \"9\" stands for several sessions\n"
			     "3: the id \"9\" stands for several sessions\n",
			     false);
	agenda_free(agenda);
}

static void repeated_guids_are_told_even_where_ids_help(void **state)
{
	struct agenda *agenda = told_read(
	    schedule_xml_read,
	    SCHEDULE("", DAY("2020-01-01", "<event id='7' guid='g'/>\n<event id='8' guid='g'/>"
					   "\n<event guid='h'/>")));

	(void)state;
	assert_non_null(agenda);
	assert_string_equal(agenda->sessions[0].id, "7");
	assert_string_equal(agenda->sessions[1].id, "8");
	assert_string_equal(agenda->sessions[2].id, "h");
	told_expect_findings("1: the session has no title\n"
			     "1: the session has no start; it is shown without a time\n"
			     "2: the session has no title\n"
			     "2: the session has no start; it is shown without a time\n"
			     "3: the session has no title\n"
			     "3: the session has no start; it is shown without a time\n"
			     "1: the id \"g\" stands for several sessions\n"
			     "2: the id \"g\" stands for several sessions\n",
			     false);
	agenda_free(agenda);
}

static struct agenda *read_event(const char *facts, const char *inside)
{
	struct buffer text = {0};
	struct agenda *agenda;

	buffer_printf(&text,
		      "<schedule><conference><title>Made</title>%s</conference>"
		      "<day date='2020-01-01'><event><title>T</title><start>10:00</start>%s"
		      "</event></day></schedule>",
		      facts, inside);
	agenda = told_read(schedule_xml_read, text.data);
	assert_non_null(agenda);
	buffer_free(&text);
	return agenda;
}

static void texts_people_and_links(void **state)
{
	struct agenda *agenda = read_event(
	    "<base_url>https://x.org/</base_url><track name='Tools' color='#112233'/>",
	    "<abstract>&lt;p&gt;Same\u2028text\u200B\177&lt;/p&gt;</abstract>"
	    "<description>&lt;p&gt;Same\u2028text\u200B\177&lt;/p&gt;</description>"
	    "<track slug='tools'>tools</track><type>talk</type><language>de, en</language>"
	    "<persons><person>Ada</person><person/><person>Ada</person></persons>"
	    "<url>//x.org/t</url><feedback_url>https://x.org/f</feedback_url>"
	    "<links><link href='www.y.org/a'>Slides</link><link href='/b'/><link/>"
	    "<link href='host.org:8080/c'/><link href=' mailto:a@b.org '/>"
	    "<link href='/my talk.pdf'/><link href='javascript:alert(1)'/></links>"
	    "<attachments><attachment type='slides' href='https://z.org/s'/></attachments>");
	const struct session *s = &agenda->sessions[0];
	static const char *const urls[] = {
	    "https://www.y.org/a",
	    "https://x.org/b",
	    "https://host.org:8080/c",
	    "mailto:a@b.org",
	    "https://x.org/my%20talk.pdf",
	    "https://z.org/s",
	    "https://x.org/f",
	};

	(void)state;
	assert_string_equal(s->abstract.text, "<p>Same\ntext</p>");
	assert_int_equal(s->abstract.kind, MARKUP_HTML);
	assert_null(s->description.text);
	assert_int_equal(s->speakers.count, 1);
	assert_string_equal(agenda->themes[s->themes.items[0]].name, "Tools");
	assert_string_equal(agenda->themes[s->themes.items[0]].colour, "#112233");
	assert_string_equal(s->language, "de, en");
	assert_string_equal(s->url, "https://x.org/t");
	assert_int_equal(s->links.count, sizeof urls / sizeof *urls);
	for (size_t i = 0; i < s->links.count; i++)
		assert_string_equal(s->links.items[i].url, urls[i]);
	assert_string_equal(s->links.items[0].label, "Slides");
	assert_string_equal(s->links.items[6].label, "Feedback");
	agenda_free(agenda);
}

static void people_of_the_whole_are_no_speakers(void **state)
{
	struct agenda *agenda =
	    told_read(schedule_xml_read,
		      "<schedule><persons><person id='1'>Top</person></persons>"
		      "<conference><title>Made</title><persons><person>Organiser</person>"
		      "</persons></conference>" DAY(
			  "2020-01-01",
			  EVENT("T", AT("10:00") "<persons><person>Ada</person></persons>")) "</"
											     "sched"
											     "ule"
											     ">");

	(void)state;
	assert_non_null(agenda);
	assert_int_equal(agenda->speaker_count, 1);
	assert_string_equal(agenda->speakers[0], "Ada");
	assert_string_equal(agenda->event.title, "Made");
	agenda_free(agenda);
}

static void people_may_hold_more_than_their_name(void **state)
{
	struct agenda *agenda = read_event(
	    "", "<persons><person>Ada<biography>Wrote a <name>programme</name></biography></person>"
		"<person><id>7</id><name>Bob</name><link href='x'>x</link></person>"
		"<person name='Eve'/><person name='Dan'>Daniel</person></persons>");

	(void)state;
	assert_int_equal(agenda->speaker_count, 4);
	assert_string_equal(agenda->speakers[0], "Ada");
	assert_string_equal(agenda->speakers[1], "Bob");
	assert_string_equal(agenda->speakers[2], "Eve");
	assert_string_equal(agenda->speakers[3], "Daniel");
	assert_int_equal(agenda->sessions[0].links.count, 0);
	agenda_free(agenda);
}

static void expect_abstract(const char *written, const char *text, enum markup_kind kind)
{
	struct buffer inside = {0};
	struct agenda *agenda;

	buffer_printf(&inside, "<abstract>%s</abstract>", written);
	agenda = read_event("", inside.data);
	assert_string_equal(agenda->sessions[0].abstract.text, text);
	assert_int_equal(agenda->sessions[0].abstract.kind, kind);
	agenda_free(agenda);
	buffer_free(&inside);
}

static void abstracts_are_html_or_markdown(void **state)
{
	(void)state;
	expect_abstract("\n &lt;h2 class=''&gt;One&lt;/h2&gt;", "<h2 class=''>One</h2>",
			MARKUP_HTML);
	expect_abstract("&lt;!-- x --&gt;One", "<!-- x -->One", MARKUP_HTML);
	expect_abstract("&lt;https://x.org/&gt; is ours", "<https://x.org/> is ours",
			MARKUP_MARKDOWN);
	expect_abstract("&lt;3 **you**", "<3 **you**", MARKUP_MARKDOWN);
	expect_abstract("<![CDATA[<p>a &amp; b</p>]]>", "<p>a &amp; b</p>", MARKUP_HTML);
	expect_abstract("One\n\n      two\n        three\n", "One\n\ntwo\n  three",
			MARKUP_MARKDOWN);
	expect_abstract("One\n\n    code\nend", "One\n\n    code\nend", MARKUP_MARKDOWN);
}

static void elements_in_a_text_are_markup(void **state)
{
	(void)state;
	expect_abstract("\n<p>a &lt; b <a href='?x&amp;y' class='z'>c</a></p><br/>",
			"<p>a &lt; b <a href=\"?x&amp;y\">c</a></p><br></br>", MARKUP_HTML);
	expect_abstract("1 &lt; 2, <b>bold</b>", "1 &lt; 2, <b>bold</b>", MARKUP_MARKDOWN);
}

/* What is broken */

static void what_is_broken_says_where(void **state)
{
	struct report *report = told_report();

	(void)state;
	assert_null(told_read(schedule_xml_read, "<schedule>\n<day></schedule>"));
	assert_int_equal(report->items[0].place.line, 2);
	assert_string_equal(report->items[0].place.file, "made");
	assert_null(told_read(schedule_xml_read, "\n\n<schedule>\n<day>"));
	assert_int_equal(report->items[0].place.line, 4);
	assert_int_equal(report->counts[SEVERITY_ERROR], 1);
}

static void slips_in_the_xml_are_mended(void **state)
{
	(void)state;
	expect(
	    SCHEDULE("", DAY("2020-01-01",
			     "\n<room name='A & B'>" EVENT(
				 "R&D\v &lt;\b&#38;",
				 AT("10:00")) "\n<!-- & --><![CDATA[ & ]]>" EVENT("No&euml;l&nbsp;&"
										  "no; &#8;&#233;",
										  AT("11:00"))
				 EVENT("<![CDATA[<b> & &lt;\f]]>", AT("12:00")) "</room>")),
	    "2020-01-01 10:00 R&D <& @A & B\n2020-01-01 11:00 No\u00EBl\u00A0&no; \u00E9 @A & B\n"
	    "2020-01-01 12:00 <b> & &lt; @A & B\n",
	    "2: an \"&\" that stands for itself is written as \"&amp;\"\n"
	    "2: an \"&\" that stands for itself is written as \"&amp;\"\n"
	    "2: a control character (U+000B) is left out; XML has none\n"
	    "2: a control character (U+0008) is left out; XML has none\n"
	    "3: XML does not know \"&euml;\"; write the character itself\n"
	    "3: XML does not know \"&nbsp;\"; write the character itself\n"
	    "3: an \"&\" that stands for itself is written as \"&amp;\"\n"
	    "3: \"&#8;\" is left out; XML has no such character\n"
	    "3: a control character (U+000C) is left out; XML has none\n");
}

/* It may name a file of which nothing is read. */
static void an_address_in_the_document_type_is_no_slip(void **state)
{
	(void)state;
	expect("<!DOCTYPE schedule SYSTEM 'http://example.org/?a&b'>\n" SCHEDULE(
		   "", DAY("2020-01-01", EVENT("One & two", AT("10:00")))),
	       "2020-01-01 10:00 One & two\n",
	       "2: an \"&\" that stands for itself is written as \"&amp;\"\n");
}

static void what_is_cut_off_says_so(void **state)
{
	static const char whole[] = SCHEDULE("", DAY("2020-01-01", EVENT("One", AT("10:00"))));

	(void)state;
	for (size_t length = 60; length < sizeof whole - 12; length++) {
		char *text = memory_strndup(whole, length);

		assert_null(told_read(schedule_xml_read, text));
		assert_non_null(strstr(told_report()->items[0].message, "ends here"));
		free(text);
	}
}

static void entities_are_refused(void **state)
{
	static const char *const bombs[] = {
	    "<!DOCTYPE s [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>"
	    "<schedule><conference><title>&b;</title></conference></schedule>",
	    "<!DOCTYPE s [<!ENTITY a SYSTEM '/etc/passwd'>]>"
	    "<schedule><conference><title>&a;</title></conference></schedule>",
	    "<!DOCTYPE s [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]><schedule/>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
		struct source source = {
		    .name = "made", .text = (char *)bombs[i], .length = strlen(bombs[i])};

		assert_true(schedule_xml_fits(&source));
		assert_null(told_read(schedule_xml_read, bombs[i]));
		assert_non_null(strstr(told_report()->items[0].message, "entities"));
	}
}

static void repeat(struct buffer *out, size_t times, const char *text)
{
	while (times--)
		buffer_puts(out, text);
}

static void depth_and_length_are_bounded(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "<schedule>");
	repeat(&text, 100000, "<day>");
	assert_null(told_read(schedule_xml_read, text.data));
	assert_non_null(strstr(told_report()->items[0].message, "nested too deeply"));
	buffer_clear(&text);
	buffer_puts(&text, "<schedule><day date='");
	repeat(&text, 1100000, "0123456789");
	buffer_puts(&text, "'/></schedule>");
	assert_null(told_read(schedule_xml_read, text.data));
	buffer_clear(&text);
	buffer_puts(&text, "<schedule><day date='2020-01-01'>");
	repeat(&text, 100000, "<event id='1'><persons>");
	assert_null(told_read(schedule_xml_read, text.data));
	buffer_free(&text);
}

static int end(void **state)
{
	(void)state;
	told_end();
	return 0;
}

static void expect_refused(const struct buffer *text, const char *why)
{
	assert_null(told_read(schedule_xml_read, text->data));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(told_report()->items[0].message, why));
}

/* What libxml2 would need a time for that grows with the square of it. */
static void attributes_and_names_are_bounded(void **state)
{
	static const char *const hiding[] = {
	    "SYSTEM \"<!--\"",
	    "PUBLIC \"<?\" '<a \"'",
	    "[<!NOTATION n SYSTEM \"<a '\"> <!-- \" --> <?a \" ?>]",
	};
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "<schedule>\n<!-- a=b --><day ");
	for (int i = 0; i <= BOUNDS_MOST_ATTRIBUTES; i++)
		buffer_printf(&text, "a%d='>' ", i);
	buffer_puts(&text, "/></schedule>");
	expect_refused(&text, "more than 200 attributes");
	assert_int_equal(told_report()->items[0].place.line, 2);

	/* Behind what looks like a comment or a tag in a string. */
	for (size_t i = 0; i < sizeof hiding / sizeof *hiding; i++) {
		buffer_clear(&text);
		buffer_printf(&text, "<!DOCTYPE schedule %s>\n<schedule ", hiding[i]);
		repeat(&text, BOUNDS_MOST_ATTRIBUTES + 1, "a=\"\" ");
		buffer_puts(&text, "><!-- '--></schedule>");
		expect_refused(&text, "more than 200 attributes");
		assert_int_equal(told_report()->items[0].place.line, 2);
	}

	buffer_clear(&text);
	buffer_puts(&text, "<!DOCTYPE schedule [");
	for (int i = 0; i <= 1000; i++)
		buffer_printf(&text, "<!ATTLIST schedule a%d CDATA #IMPLIED>", i);
	buffer_puts(&text, "]><schedule/>");
	expect_refused(&text, "declares more attributes");

	buffer_clear(&text);
	buffer_puts(&text, "<schedule>");
	for (int i = 0; i < 200000; i++)
		buffer_printf(&text, "<e%d/>", i);
	buffer_puts(&text, "</schedule>");
	expect_refused(&text, "too many names");
	buffer_free(&text);
}

static void signs_of_attributes_in_other_places_are_none(void **state)
{
	struct buffer text = {0};
	struct agenda *agenda;

	(void)state;
	buffer_puts(&text, "<schedule><!--");
	repeat(&text, 300, "<a b='c' ");
	repeat(&text, 300, "b='c' ");
	buffer_puts(&text,
		    "--><conference><title>T</title></conference><day><event><title>One</title>"
		    "<abstract><![CDATA[");
	repeat(&text, 300, "<a b='c' ");
	repeat(&text, 300, "b='c' ");
	buffer_puts(&text, "]]></abstract><?a <a ");
	repeat(&text, 300, "b='c' ");
	buffer_puts(&text, "?><url>https://example.org/?");
	repeat(&text, 300, "a=b;");
	buffer_puts(&text, "</url></event></day></schedule>");
	agenda = told_read(schedule_xml_read, text.data);
	assert_non_null(agenda);
	assert_int_equal(agenda->session_count, 1);
	agenda_free(agenda);
	buffer_free(&text);
}

static bool was_told(const char *message)
{
	size_t times = 0;

	for (size_t i = 0; i < told_report()->count; i++)
		times += !strcmp(told_report()->items[i].message, message);
	return times == 1;
}

static void more_sessions_than_are_taken_are_told_of(void **state)
{
	struct buffer text = {0};
	struct agenda *agenda;

	(void)state;
	buffer_puts(&text, "<schedule><day>");
	repeat(&text, BUILDER_MOST_SESSIONS + 2, "<event><title>t</title></event>");
	buffer_puts(&text, "</day></schedule>");
	agenda = told_read(schedule_xml_read, text.data);
	assert_non_null(agenda);
	assert_int_equal(agenda->session_count, BUILDER_MOST_SESSIONS);
	assert_true(was_told("only the first 200000 sessions are shown"));
	agenda_free(agenda);
	buffer_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pentabarf_puts_events_under_the_day),
	    cmocka_unit_test(the_room_around_events_is_theirs),
	    cmocka_unit_test(days_may_stand_in_the_conference),
	    cmocka_unit_test(texts_may_stand_on_lines_of_their_own),
	    cmocka_unit_test(what_stands_before_the_schedule),
	    cmocka_unit_test(elements_may_have_a_prefix),
	    cmocka_unit_test(other_xml_is_no_schedule),
	    cmocka_unit_test(dates_in_utc_become_venue_time),
	    cmocka_unit_test(far_zones_are_told_by_the_day),
	    cmocka_unit_test(starts_that_contradict_their_date_are_reported),
	    cmocka_unit_test(dates_without_an_offset_are_the_venue_s),
	    cmocka_unit_test(clocks_are_changed_while_it_lasts),
	    cmocka_unit_test(zones_that_are_none_are_reported),
	    cmocka_unit_test(a_start_may_be_a_moment),
	    cmocka_unit_test(days_group_past_midnight),
	    cmocka_unit_test(the_day_changes_when_the_conference_says),
	    cmocka_unit_test(wrong_days_take_their_sessions_date),
	    cmocka_unit_test(days_without_a_date_follow_each_other),
	    cmocka_unit_test(days_without_sessions_are_no_days),
	    cmocka_unit_test(events_outside_days_have_their_own),
	    cmocka_unit_test(impossible_years_become_the_conference_s),
	    cmocka_unit_test(sessions_keep_what_can_be_kept_of_their_time),
	    cmocka_unit_test(ids_have_to_be_unique_to_count),
	    cmocka_unit_test(repeated_guids_are_told_even_where_ids_help),
	    cmocka_unit_test(texts_people_and_links),
	    cmocka_unit_test(people_of_the_whole_are_no_speakers),
	    cmocka_unit_test(people_may_hold_more_than_their_name),
	    cmocka_unit_test(abstracts_are_html_or_markdown),
	    cmocka_unit_test(elements_in_a_text_are_markup),
	    cmocka_unit_test(what_is_broken_says_where),
	    cmocka_unit_test(slips_in_the_xml_are_mended),
	    cmocka_unit_test(an_address_in_the_document_type_is_no_slip),
	    cmocka_unit_test(what_is_cut_off_says_so),
	    cmocka_unit_test(entities_are_refused),
	    cmocka_unit_test(depth_and_length_are_bounded),
	    cmocka_unit_test(attributes_and_names_are_bounded),
	    cmocka_unit_test(signs_of_attributes_in_other_places_are_none),
	    cmocka_unit_test(more_sessions_than_are_taken_are_told_of),
	};

	return cmocka_run_group_tests_name("schedules in XML", tests, NULL, end);
}
