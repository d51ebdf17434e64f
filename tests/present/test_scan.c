#include "config.h"

#include "model/builder.h"
#include "present/scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>

enum { UNTIMED, PLAIN, HOSTILE };

static civil_moment at(int hour, int minute)
{
	return civil_moment_of(civil_day_of((struct civil_date){2031, 6, 12}), hour * 60 + minute);
}

static struct session *add(struct builder *builder, const char *title)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, title);
	session->day = civil_day_of_moment(at(0, 0));
	return session;
}

static struct agenda *made_agenda(void)
{
	struct builder *b = builder_new(NULL);
	struct session *session;

	builder_event(b)->place = builder_text(b, "Old Mill; 3, River Lane");
	add(b, "Exhibition");
	session = add(b, "Lamps");
	session->start = at(1, 30);
	session->end = at(3, 0);
	session->offset = 120;
	builder_session_room(b, builder_room(b, "Loft"));
	session = add(b, "A \\ b, c; d");
	session->start = at(14, 0);
	session->offset = CIVIL_NONE;
	return builder_finish(b);
}

static void assert_text(size_t session, enum scan_brevity brevity, size_t title,
			const char *expected)
{
	struct agenda *agenda = made_agenda();
	struct buffer text = {0};

	scan_event(&text, agenda, session, brevity, title);
	assert_string_equal(buffer_text(&text), expected);
	buffer_free(&text);
	agenda_free(agenda);
}

static void times_are_in_utc_where_that_is_known(void **state)
{
	(void)state;
	assert_text(PLAIN, SCAN_WHOLE, 0,
		    "BEGIN:VEVENT\nSUMMARY:Lamps\n"
		    "DTSTART:20310611T233000Z\nDTEND:20310612T010000Z\n"
		    "LOCATION:Loft\\, Old Mill\\; 3\\, River Lane\nEND:VEVENT");
	assert_text(HOSTILE, SCAN_NO_PLACE, 0,
		    "BEGIN:VEVENT\nSUMMARY:A \\\\ b\\, c\\; d\nDTSTART:20310612T140000\n"
		    "END:VEVENT");
	assert_text(UNTIMED, SCAN_NO_PLACE, 0,
		    "BEGIN:VEVENT\nSUMMARY:Exhibition\nDTSTART;VALUE=DATE:20310612\nEND:VEVENT");
}

static void what_has_no_room_is_left_out(void **state)
{
	(void)state;
	assert_text(PLAIN, SCAN_NO_PLACE, 0,
		    "BEGIN:VEVENT\nSUMMARY:Lamps\n"
		    "DTSTART:20310611T233000Z\nDTEND:20310612T010000Z\n"
		    "LOCATION:Loft\nEND:VEVENT");
	assert_text(PLAIN, SCAN_NO_WHERE, 0,
		    "BEGIN:VEVENT\nSUMMARY:Lamps\n"
		    "DTSTART:20310611T233000Z\nDTEND:20310612T010000Z\nEND:VEVENT");
	assert_text(PLAIN, SCAN_NO_END, 3,
		    "BEGIN:VEVENT\nSUMMARY:Lam\nDTSTART:20310611T233000Z\nEND:VEVENT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(times_are_in_utc_where_that_is_known),
	    cmocka_unit_test(what_has_no_room_is_left_out),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
