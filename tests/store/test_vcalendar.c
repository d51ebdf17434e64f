#include "config.h"

#include "sample.h"

#include "base/memory.h"
#include "store/vcalendar.h"

#include <libical/ical.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

enum { NOW = 1715000000, LATER = NOW + 86400 }; /* 2024-05-06 12:53:20 UTC */

static void keep(struct vcalendar *item, const struct agenda *agenda, size_t session,
		 const char *note, time_t now)
{
	vcalendar_note(item, note, now);
	vcalendar_keep(item, agenda, session, now);
}

/* The text of a session's item, made new. */
static void write_session(struct buffer *text, const struct agenda *agenda, const char *id,
			  const char *note)
{
	struct vcalendar *item = vcalendar_new(id);

	keep(item, agenda, sample_session(agenda, id), note, NOW);
	vcalendar_write(item, text);
	vcalendar_free(item);
}

static struct vcalendar *parse(const char *text)
{
	return vcalendar_parse(text, strlen(text));
}

static void read_back(struct bookmark *bookmark, const char *text, const struct agenda *agenda)
{
	struct vcalendar *item = parse(text);

	assert_non_null(item);
	vcalendar_read(item, agenda, bookmark);
	vcalendar_free(item);
}

static void assert_has(const struct buffer *text, const char *line)
{
	struct buffer whole = {0};

	buffer_printf(&whole, "\r\n%s\r\n", line);
	if (!strstr(buffer_text(text), buffer_text(&whole)))
		fail_msg("no line %s in\n%s", line, buffer_text(text));
	buffer_free(&whole);
}

static void assert_has_not(const struct buffer *text, const char *part)
{
	if (strstr(buffer_text(text), part))
		fail_msg("%s in\n%s", part, buffer_text(text));
}

static void every_session_comes_back(void **state)
{
	(void)state;
	for (enum sample_clock clock = SAMPLE_OFFSET; clock <= SAMPLE_FLOATING; clock++) {
		struct agenda *agenda = sample_agenda(clock);

		for (size_t i = 0; i < agenda->session_count; i++) {
			struct buffer text = {0};
			struct bookmark bookmark;

			write_session(&text, agenda, agenda->sessions[i].id, NULL);
			read_back(&bookmark, buffer_text(&text), agenda);
			assert_string_equal(bookmark.id, agenda->sessions[i].id);
			sample_assert_same(&bookmark, agenda);
			assert_null(bookmark.note);
			bookmarks_free_one(&bookmark);
			buffer_free(&text);
		}
		agenda_free(agenda);
	}
}

static void times_are_in_utc_by_offset(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct buffer text = {0};

	(void)state;
	write_session(&text, agenda, SAMPLE_TALK, NULL);
	assert_has(&text, "DTSTART:20240513T070000Z");
	assert_has(&text, "DTEND:20240513T083000Z");
	assert_has_not(&text, "VTIMEZONE");
	buffer_clear(&text);
	write_session(&text, agenda, SAMPLE_NIGHT, NULL);
	assert_has(&text, "DTSTART:20240513T180000Z");
	assert_has(&text, "DTEND:20240513T230000Z");
	assert_has_not(&text, "X-NEC-AGENDA-DAY");
	buffer_clear(&text);
	write_session(&text, agenda, SAMPLE_LATE, NULL);
	assert_has(&text, "DTSTART:20240513T223000Z");
	assert_has(&text, "X-NEC-AGENDA-DAY:2024-05-13"); /* where it starts is the 14th */
	buffer_free(&text);
	agenda_free(agenda);
}

static void a_session_may_have_its_own_offset(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_ZONE);
	size_t talk = sample_session(agenda, SAMPLE_TALK);
	struct buffer text = {0};
	struct bookmark bookmark;

	(void)state;
	((struct session *)&agenda->sessions[talk])->offset = -210;
	write_session(&text, agenda, SAMPLE_TALK, NULL);
	assert_has(&text, "DTSTART:20240513T123000Z");
	assert_has(&text, "X-NEC-AGENDA-OFFSET:-0330");
	read_back(&bookmark, buffer_text(&text), agenda);
	sample_assert_same(&bookmark, agenda);
	bookmarks_free_one(&bookmark);
	buffer_free(&text);
	agenda_free(agenda);
}

static void a_named_zone_is_written_with_its_rules(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_ZONE);
	struct buffer text = {0};
	const char *zone, *event;

	(void)state;
	write_session(&text, agenda, SAMPLE_TALK, NULL);
	assert_has(&text, "DTSTART;TZID=Europe/Paris:20240513T090000");
	assert_has(&text, "DTEND;TZID=Europe/Paris:20240513T103000");
	assert_has(&text, "TZID:Europe/Paris");
	assert_has(&text, "DTSTART:20240331T020000"); /* summer time begins */
	assert_has_not(&text, "2023");
	assert_has_not(&text, "2025");
	zone = strstr(buffer_text(&text), "BEGIN:VTIMEZONE");
	event = strstr(buffer_text(&text), "BEGIN:VEVENT");
	assert_true(zone && zone < event);
	buffer_clear(&text);
	write_session(&text, agenda, SAMPLE_ALL_DAY, NULL);
	assert_has_not(&text, "VTIMEZONE");
	buffer_free(&text);
	agenda_free(agenda);
}

/* Changes of the clock are told by the clock, those of later years too. */
static void a_zone_may_last_for_years(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_ZONE);
	struct buffer text = {0};

	(void)state;
	((struct session *)&agenda->sessions[0])->end =
	    civil_moment_of(civil_day_of((struct civil_date){2025, 6, 1}), 0);
	((struct session *)&agenda->sessions[0])->start =
	    civil_moment_of(civil_day_of((struct civil_date){2024, 6, 1}), 0);
	write_session(&text, agenda, SAMPLE_TALK, NULL);
	assert_has(&text, "DTSTART:20240331T020000");
	assert_has(&text, "RDATE:20250330T020000");
	assert_has(&text, "DTSTART:20241027T030000");
	assert_has(&text, "RDATE:20251026T030000");
	buffer_free(&text);
	agenda_free(agenda);
}

static void odd_zones_do_no_harm(void **state)
{
	static const struct {
		const char *zone, *start;
	} cases[] = {
	    {"UTC", "DTSTART:20240513T090000Z"},
	    {"Etc/UTC", "DTSTART;TZID=Etc/UTC:20240513T090000"},
	    {"GMT", "DTSTART:20240513T090000Z"},
	    {"Nowhere/Land", "DTSTART:20240513T090000"},
	    {"../../../etc/passwd", "DTSTART:20240513T090000"},
	    {"/etc/passwd", "DTSTART:20240513T090000"},
	    {"zone.tab", "DTSTART:20240513T090000"},
	    {"Europe", "DTSTART:20240513T090000"},
	    {"", "DTSTART:20240513T090000"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct agenda *agenda = sample_agenda(SAMPLE_FLOATING);
		struct buffer text = {0};
		struct bookmark bookmark;

		agenda->event.zone = cases[i].zone;
		write_session(&text, agenda, SAMPLE_TALK, NULL);
		assert_has(&text, cases[i].start);
		read_back(&bookmark, buffer_text(&text), agenda);
		sample_assert_same(&bookmark, agenda);
		bookmarks_free_one(&bookmark);
		buffer_free(&text);
		agenda_free(agenda);
	}
}

static void unknown_times_are_not_invented(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_FLOATING);
	struct buffer text = {0};

	(void)state;
	write_session(&text, agenda, SAMPLE_OPEN, NULL);
	assert_has(&text, "DTSTART:20240513T110000");
	assert_has_not(&text, "DTEND");
	assert_has_not(&text, "DURATION");
	buffer_clear(&text);
	write_session(&text, agenda, SAMPLE_MOMENT, NULL);
	assert_has(&text, "X-NEC-AGENDA-END:start"); /* calcurse refuses an end at the start */
	assert_has_not(&text, "DTEND");
	assert_has_not(&text, "DURATION");
	buffer_clear(&text);
	write_session(&text, agenda, SAMPLE_ALL_DAY, NULL);
	assert_has(&text, "DTSTART;VALUE=DATE:20240514");
	assert_has_not(&text, "DTEND");
	buffer_clear(&text);
	write_session(&text, agenda, SAMPLE_NO_DAY, NULL);
	assert_has(&text, "DTSTART;VALUE=DATE:20240513"); /* the fair's first day */
	assert_has(&text, "X-NEC-AGENDA-DAY:none");
	buffer_free(&text);
	agenda_free(agenda);
}

static void a_session_of_no_known_day_at_all_is_kept(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_FLOATING);
	struct buffer text = {0};
	struct bookmark bookmark;

	(void)state;
	agenda->event.start = CIVIL_NONE;
	agenda->day_count = 0;
	write_session(&text, agenda, SAMPLE_NO_DAY, NULL);
	assert_has(&text, "DTSTART;VALUE=DATE:20240506"); /* the day it was kept */
	read_back(&bookmark, buffer_text(&text), agenda);
	sample_assert_same(&bookmark, agenda);
	bookmarks_free_one(&bookmark);
	buffer_free(&text);
	agenda_free(agenda);
}

static void years_that_icalendar_cannot_write(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct session *talk =
	    (struct session *)&agenda->sessions[sample_session(agenda, SAMPLE_TALK)];
	struct buffer text = {0};
	struct bookmark bookmark;

	(void)state;
	talk->day = civil_day_of((struct civil_date){20008, 2, 9});
	talk->start = civil_moment_of(talk->day, 600);
	talk->end = civil_moment_of(talk->day, 660);
	write_session(&text, agenda, SAMPLE_TALK, NULL);
	assert_has(&text, "DTSTART;VALUE=DATE:20240513");
	read_back(&bookmark, buffer_text(&text), agenda);
	assert_int_equal(bookmark.day, talk->day);
	assert_int_equal(bookmark.start, CIVIL_NONE);
	bookmarks_free_one(&bookmark);
	buffer_free(&text);
	agenda_free(agenda);
}

static void what_a_session_says_is_written(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct buffer text = {0};

	(void)state;
	write_session(&text, agenda, SAMPLE_TALK, "front row");
	assert_has(&text, "VERSION:2.0");
	assert_has(&text, "UID:" SAMPLE_TALK);
	assert_has(&text, "SUMMARY:Talk");
	assert_has(&text, "X-NEC-AGENDA-EVENT:seed-fair-2024");
	assert_has(&text, "X-NEC-AGENDA-ROOM:Hall");
	assert_has(&text, "X-NEC-AGENDA-ROOM:Garden, south");
	assert_has(&text,
		   "LOCATION:Hall\\, Garden\\, south\\, Old Mill\\, 3 River Lane\\; Milltown");
	assert_has(&text, "URL:https://fair.example/talk");
	assert_has(&text, "CATEGORIES:Seeds soils");
	assert_has(&text, "CATEGORIES:lecture");
	assert_has(&text, "X-NEC-AGENDA-THEME:Seeds, soils");
	assert_has(&text, "X-NEC-AGENDA-FORMAT:lecture");
	assert_has(&text, "COMMENT:front row");
	assert_has(&text, "CREATED:20240506T125320Z");
	assert_has(&text, "DTSTAMP:20240506T125320Z");
	assert_has(&text, "LAST-MODIFIED:20240506T125320Z");
	assert_has_not(&text, "STATUS");
	assert_non_null(strstr(buffer_text(&text),
			       "DESCRIPTION:How seeds travel\\nZoé Cœur\\, Ali Ben\\n\\nFirst"));
	buffer_clear(&text);
	write_session(&text, agenda, SAMPLE_OPEN, NULL);
	assert_has(&text, "URL:https://fair.example/");
	assert_has_not(&text, "COMMENT");
	buffer_free(&text);
	agenda_free(agenda);
}

static void texts_come_back_as_they_were(void **state)
{
	static const char *const notes[] = {
	    "plain",
	    "two\nlines",
	    "a, b; c: d",
	    "back\\slash and \\n no line break",
	    "\"quoted\" 'too'",
	    "emoji 👩‍🌾 and é",
	    "BEGIN:VEVENT\nUID:x\nEND:VEVENT",
	    "%s%n ^n",
	    "long long long long long long long long long long long long long long long long "
	    "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé "
	    "\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e end",
	};
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);

	(void)state;
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
		struct buffer text = {0};
		struct bookmark bookmark;

		write_session(&text, agenda, SAMPLE_TALK, notes[i]);
		read_back(&bookmark, buffer_text(&text), agenda);
		assert_string_equal(bookmark.note, notes[i]);
		bookmarks_free_one(&bookmark);
		buffer_free(&text);
	}
	agenda_free(agenda);
}

static void lines_are_folded_as_the_standard_says(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_ZONE);
	struct buffer text = {0}, note = {0};
	const char *line, *end;

	(void)state;
	for (int i = 0; i < 200; i++)
		buffer_printf(&note, "%d é日👩‍🌾,%s", i, i % 7 ? "" : " ");
	write_session(&text, agenda, SAMPLE_TALK, buffer_text(&note));
	for (line = buffer_text(&text); *line; line = end + 2) {
		end = strstr(line, "\r\n");
		assert_non_null(end);
		assert_null(memchr(line, '\n', (size_t)(end - line)));
		assert_in_range(end - line, 1, 75);
	}
	buffer_free(&text);
	buffer_free(&note);
	agenda_free(agenda);
}

static void keeping_again_changes_nothing(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_ZONE);

	(void)state;
	for (size_t i = 0; i < agenda->session_count; i++) {
		struct buffer first = {0}, second = {0};
		struct vcalendar *item;

		write_session(&first, agenda, agenda->sessions[i].id, "note");
		item = parse(buffer_text(&first));
		keep(item, agenda, i, "note", LATER);
		vcalendar_write(item, &second);
		assert_string_equal(buffer_text(&first), buffer_text(&second));
		buffer_clear(&second);
		keep(item, agenda, i, "another", LATER);
		vcalendar_write(item, &second);
		assert_has(&second, "LAST-MODIFIED:20240507T125320Z");
		assert_has(&second, "CREATED:20240506T125320Z");
		assert_has(&second, "COMMENT:another");
		vcalendar_free(item);
		buffer_free(&first);
		buffer_free(&second);
	}
	agenda_free(agenda);
}

static const char rewritten[] =
    "BEGIN:VCALENDAR\n"
    "PRODID:-//Somebody//Phone 7//EN\n"
    "VERSION:2.0\n"
    "BEGIN:VEVENT\n"
    "LOCATION:\n"
    "DTEND;TZID=Europe/Paris:20240513T120000\n"
    "PRIORITY:5\n"
    "X-NEC-AGENDA-ROOM:Hall\\, east\n"
    "COMMENT:my \n"
    " note\n"
    "COMMENT:the phone's\n"
    "X-NEC-AGENDA-EVENT:seed-fair-2024\n"
    "SUMMARY:Talk (old)\n"
    "UID:" SAMPLE_TALK "\n"
    "DTSTART;TZID=/vendor.example/20070101_1/Europe/Paris:20240513T110000\n"
    "ATTENDEE;CN=Ann:mailto:ann@example.org\n"
    "BEGIN:VALARM\n"
    "ACTION:DISPLAY\n"
    "DESCRIPTION:soon\n"
    "TRIGGER:-PT10M\n"
    "END:VALARM\n"
    "END:VEVENT\n"
    "END:VCALENDAR\n";

static void what_others_wrote_is_understood(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct vcalendar *item = parse(rewritten);
	struct bookmark bookmark;

	(void)state;
	assert_non_null(item);
	assert_true(vcalendar_is_marked(item));
	vcalendar_read(item, agenda, &bookmark);
	assert_string_equal(bookmark.id, SAMPLE_TALK);
	assert_string_equal(bookmark.title, "Talk (old)");
	assert_string_equal(bookmark.room, "Hall, east");
	assert_string_equal(bookmark.note, "my note");
	assert_int_equal(bookmark.start, civil_moment_of(bookmark.day, 11 * 60));
	assert_int_equal(bookmark.end, civil_moment_of(bookmark.day, 12 * 60));
	bookmarks_free_one(&bookmark);
	vcalendar_free(item);
	agenda_free(agenda);
}

/* An export has UIDs that are unique in the world. */
static void an_event_of_an_export_keeps_its_names(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct vcalendar *item =
	    parse("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n"
		  "UID:" SAMPLE_TALK "@seed-fair-2024\nX-NEC-AGENDA-ID:" SAMPLE_TALK "\n"
		  "X-NEC-AGENDA-EVENT:seed-fair-2024\nDTSTART:20240513T070000Z\n"
		  "END:VEVENT\nEND:VCALENDAR\n");
	struct buffer text = {0};

	(void)state;
	assert_non_null(item);
	assert_string_equal(vcalendar_id(item), SAMPLE_TALK);
	keep(item, agenda, sample_session(agenda, SAMPLE_TALK), NULL, NOW);
	vcalendar_write(item, &text);
	assert_has(&text, "UID:" SAMPLE_TALK "@seed-fair-2024");
	assert_has(&text, "X-NEC-AGENDA-ID:" SAMPLE_TALK);
	vcalendar_free(item);
	buffer_free(&text);
	agenda_free(agenda);
}

static void a_session_without_a_title_has_one_in_calendars(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct buffer text = {0};
	struct bookmark bookmark;

	(void)state;
	((struct session *)&agenda->sessions[sample_session(agenda, SAMPLE_TALK)])->title = NULL;
	write_session(&text, agenda, SAMPLE_TALK, NULL);
	assert_has(&text, "SUMMARY:Untitled");
	read_back(&bookmark, buffer_text(&text), agenda);
	assert_null(bookmark.title);
	bookmarks_free_one(&bookmark);
	buffer_free(&text);
	agenda_free(agenda);
}

static void what_others_added_stays(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct vcalendar *item = parse(rewritten);
	struct buffer text = {0};

	(void)state;
	assert_non_null(item);
	keep(item, agenda, sample_session(agenda, SAMPLE_TALK), "new note", NOW);
	vcalendar_write(item, &text);
	assert_has(&text, "PRIORITY:5");
	assert_has(&text, "ATTENDEE;CN=Ann:mailto:ann@example.org");
	assert_has(&text, "COMMENT:new note");
	assert_has(&text, "COMMENT:the phone's");
	assert_has(&text, "TRIGGER:-PT10M");
	assert_has(&text, "DESCRIPTION:soon"); /* the alarm's own */
	assert_has(&text, "SUMMARY:Talk");
	assert_has(&text, "DTSTART:20240513T070000Z");
	assert_has(&text, "X-NEC-AGENDA-ROOM:Hall");
	assert_has(&text, "X-NEC-AGENDA-ROOM:Garden, south");
	assert_has_not(&text, "X-LIC");
	assert_has_not(&text, "old");
	assert_has_not(&text, "my note");
	buffer_clear(&text);
	keep(item, agenda, sample_session(agenda, SAMPLE_TALK), NULL, NOW);
	vcalendar_write(item, &text);
	assert_has_not(&text, "new note");
	assert_has(&text, "COMMENT:the phone's");
	vcalendar_free(item);
	buffer_free(&text);
	agenda_free(agenda);
}

static void a_cancelled_session_says_so(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	size_t talk = sample_session(agenda, SAMPLE_TALK);
	struct vcalendar *item = vcalendar_new(SAMPLE_TALK);
	struct buffer text = {0};

	(void)state;
	((struct session *)&agenda->sessions[talk])->cancelled = true;
	keep(item, agenda, talk, NULL, NOW);
	vcalendar_write(item, &text);
	assert_has(&text, "STATUS:CANCELLED");
	((struct session *)&agenda->sessions[talk])->cancelled = false;
	buffer_clear(&text);
	keep(item, agenda, talk, NULL, NOW);
	vcalendar_write(item, &text);
	assert_has_not(&text, "STATUS");
	vcalendar_free(item);
	buffer_free(&text);
	agenda_free(agenda);
}

#define EVENT(lines)                                                                               \
	"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\n" lines "\nEND:VEVENT\nEND:"           \
	"VCALENDAR\n"

static void times_of_others_reach_the_venue(void **state)
{
	static const struct {
		const char *text;
		int start, end; /* minutes from the 13th's midnight, -1 for none */
	} cases[] = {
	    {EVENT("DTSTART:20240513T070000Z\nDTEND:20240513T080000Z"), 540, 600},
	    {EVENT("DTSTART:20240513T070000Z\nDURATION:PT1H30M"), 540, 630},
	    {EVENT("DTSTART:20240513T070000Z\nDURATION:P1DT1M"), 540, 1981},
	    {EVENT("DTSTART:20240513T070000Z\nDURATION:-PT1H"), 540, -1},
	    {EVENT("DTSTART:20240513T070000Z\nDTEND:20240513T060000Z"), 540, -1},
	    {EVENT("DTSTART:20240513T090000"), 540, -1},
	    {EVENT("DTSTART;TZID=America/New_York:20240513T030000"), 540, -1},
	    {EVENT("DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20240513T160000"), 540,
	     -1},
	    {EVENT("DTSTART;TZID=Romance Standard Time:20240513T090000"), 540, -1},
	    {EVENT("DTSTART:20240513T070000Z\nX-NEC-AGENDA-OFFSET:-0100"), 360, -1},
	    {EVENT("DTSTART:20240513T070000Z\nX-NEC-AGENDA-OFFSET:9999"), 540, -1},
	    {EVENT("DTSTART:20240513T070000Z\nX-NEC-AGENDA-OFFSET:+9999"), 540, -1},
	};
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	civil_day monday = civil_day_of((struct civil_date){2024, 5, 13});

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bookmark bookmark;

		read_back(&bookmark, cases[i].text, agenda);
		assert_int_equal(bookmark.day, monday);
		assert_int_equal(bookmark.start, civil_moment_of(monday, cases[i].start));
		assert_int_equal(bookmark.end, cases[i].end < 0
						   ? CIVIL_NONE
						   : civil_moment_of(monday, cases[i].end));
		bookmarks_free_one(&bookmark);
	}
	agenda_free(agenda);
}

static void odd_dates_are_no_days(void **state)
{
	static const char *const texts[] = {
	    EVENT("SUMMARY:no start"),
	    EVENT("DTSTART:20240013T070000Z"),
	    EVENT("DTSTART;VALUE=DATE:20240231"),
	    EVENT("DTSTART:00000000T000000"),
	    EVENT("DTSTART:20240513T990000"),
	    EVENT("DTSTART:20240513T070000Z\nX-NEC-AGENDA-DAY:none"),
	};
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct vcalendar *item = parse(texts[i]);
		struct bookmark bookmark;

		if (!item) /* libical may refuse it */
			continue;
		vcalendar_read(item, agenda, &bookmark);
		assert_int_equal(bookmark.day, CIVIL_NONE);
		bookmarks_free_one(&bookmark);
		vcalendar_free(item);
	}
	agenda_free(agenda);
}

static void hostile_texts_are_cleaned(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct bookmark bookmark;

	(void)state;
	read_back(&bookmark,
		  EVENT("DTSTART:20240513T070000Z\nSUMMARY: red \x1b[31m \u202Eevil\xff\\nline "
			"\nCOMMENT:a\x07\\nb\\n\nX-NEC-AGENDA-ROOM:\x1b]0;x\x07"),
		  agenda);
	assert_string_equal(bookmark.title, "red [31m evil\uFFFD line");
	assert_string_equal(bookmark.note, "a\nb");
	assert_string_equal(bookmark.room, "]0;x");
	bookmarks_free_one(&bookmark);
	agenda_free(agenda);
}

static void only_whole_items_are_read(void **state)
{
	static const char *const texts[] = {
	    "",
	    "\n",
	    "hello",
	    "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
	    "BEGIN:VEVENT\nUID:a\nDTSTART:20240513T070000Z\nEND:VEVENT\n",
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20240513T070000Z\n",
	    "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nEND:VTODO\nEND:VCALENDAR\n",
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240513T070000Z\nEND:VEVENT\nEND:VCALENDAR\n",
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:\nEND:VEVENT\nEND:VCALENDAR\n",
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\x1b[0m\nEND:VEVENT\nEND:VCALENDAR\n",
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\n"
	    "END:VCALENDAR\n",
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\n"
	    "END:VCALENDAR\n",
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR\n"
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR\n",
	    EVENT("DTSTART:next tuesday"),
	    EVENT("RRULE:FREQ=NEVER"),
	    EVENT("a line without a name"),
	    EVENT("BEGIN:VALARM\nTRIGGER:soon\nEND:VALARM"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (parse(texts[i]))
			fail_msg("was read: %s", texts[i]);
	assert_null(vcalendar_parse(EVENT("") "\0", sizeof EVENT("")));
}

static void items_may_be_odd(void **state)
{
	static const char *const texts[] = {
	    "\xEF\xBB\xBF" EVENT("SUMMARY:a byte order mark"),
	    EVENT("LOCATION:\nDESCRIPTION:\nSUMMARY;LANGUAGE=fr:"),
	    EVENT("BEGIN:VALARM\nDESCRIPTION:\nEND:VALARM"),
	    EVENT("RRULE:FREQ=DAILY\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\n"
		  "RECURRENCE-ID:20240514T070000Z\nSUMMARY:an exception"),
	    "BEGIN:VCALENDAR\r\r\nBEGIN:VEVENT\r\r\nUID:a\r\r\nEND:VEVENT\r\r\nEND:VCALENDAR\r\r\n",
	    "begin:vcalendar\nbegin:vevent\nuid:a\nend:vevent\nend:vcalendar\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct vcalendar *item = parse(texts[i]);

		if (!item)
			fail_msg("was not read: %s", texts[i]);
		assert_string_equal(vcalendar_id(item), "a");
		assert_false(vcalendar_is_marked(item));
		vcalendar_free(item);
	}
}

static void repeat(struct buffer *text, const char *part, int count)
{
	while (count-- > 0)
		buffer_puts(text, part);
}

static void bombs_do_not_go_off(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n");
	repeat(&text, "BEGIN:VALARM\n", 30000);
	repeat(&text, "END:VALARM\n", 30000);
	buffer_puts(&text, "END:VEVENT\nEND:VCALENDAR\n");
	assert_null(parse(buffer_text(&text)));
	buffer_clear(&text);
	buffer_puts(&text, "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\n"
			   "DTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\n"
			   "RRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:a\n"
			   "DTSTART;TZID=X:20240513T090000\nEND:VEVENT\nEND:VCALENDAR\n");
	{
		struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
		struct bookmark bookmark;

		read_back(&bookmark, buffer_text(&text), agenda);
		assert_int_equal(civil_minute_of_day(bookmark.start), 540);
		bookmarks_free_one(&bookmark);
		agenda_free(agenda);
	}
	buffer_free(&text);
}

static void huge_texts_are_cut(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct session *talk =
	    (struct session *)&agenda->sessions[sample_session(agenda, SAMPLE_TALK)];
	struct buffer huge = {0}, text = {0};
	struct bookmark bookmark;

	(void)state;
	repeat(&huge, "é", 1000000);
	talk->title = talk->subtitle = talk->abstract.text = buffer_text(&huge);
	write_session(&text, agenda, SAMPLE_TALK, NULL);
	assert_in_range(text.length, 1000, 100000);
	read_back(&bookmark, buffer_text(&text), agenda);
	assert_int_equal(strncmp(bookmark.title, buffer_text(&huge), strlen(bookmark.title)), 0);
	assert_in_range(strlen(bookmark.title), 1000, 10000);
	bookmarks_free_one(&bookmark);
	buffer_free(&huge);
	buffer_free(&text);
	agenda_free(agenda);
}

static int free_libical(void **state)
{
	(void)state;
	icaltimezone_free_builtin_timezones();
	icalmemory_free_ring();
	return 0;
}

/* Found by fuzzing: it would be another one after it was written. */
static void an_id_with_a_line_break_is_left_alone(void **state)
{
	static const char text[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\n"
				   "BEGIN:VEVENT\r\nUID:a@l.exa\rmpl\r\n"
				   "DTSTART:20310612T080000Z\r\nSUMMARY:Doors\r\n"
				   "END:VEVENT\r\nEND:VCALENDAR\r\n";

	(void)state;
	assert_null(vcalendar_parse(text, strlen(text)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_id_with_a_line_break_is_left_alone),
	    cmocka_unit_test(every_session_comes_back),
	    cmocka_unit_test(times_are_in_utc_by_offset),
	    cmocka_unit_test(a_session_may_have_its_own_offset),
	    cmocka_unit_test(a_named_zone_is_written_with_its_rules),
	    cmocka_unit_test(a_zone_may_last_for_years),
	    cmocka_unit_test(odd_zones_do_no_harm),
	    cmocka_unit_test(unknown_times_are_not_invented),
	    cmocka_unit_test(a_session_of_no_known_day_at_all_is_kept),
	    cmocka_unit_test(years_that_icalendar_cannot_write),
	    cmocka_unit_test(what_a_session_says_is_written),
	    cmocka_unit_test(texts_come_back_as_they_were),
	    cmocka_unit_test(lines_are_folded_as_the_standard_says),
	    cmocka_unit_test(keeping_again_changes_nothing),
	    cmocka_unit_test(what_others_wrote_is_understood),
	    cmocka_unit_test(an_event_of_an_export_keeps_its_names),
	    cmocka_unit_test(a_session_without_a_title_has_one_in_calendars),
	    cmocka_unit_test(what_others_added_stays),
	    cmocka_unit_test(a_cancelled_session_says_so),
	    cmocka_unit_test(times_of_others_reach_the_venue),
	    cmocka_unit_test(odd_dates_are_no_days),
	    cmocka_unit_test(hostile_texts_are_cleaned),
	    cmocka_unit_test(only_whole_items_are_read),
	    cmocka_unit_test(items_may_be_odd),
	    cmocka_unit_test(bombs_do_not_go_off),
	    cmocka_unit_test(huge_texts_are_cut),
	};

	return cmocka_run_group_tests_name("item", tests, NULL, free_libical);
}
