#include "config.h"

#include "read/duration.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static const struct {
	const char *text;
	int minutes; /* 0 for what is no length */
} lengths[] = {
    {"0:45", 45},      {"01:30", 90},	  {"28:00", 28 * 60},  {"45", 45},
    {"01:00:00", 60},  {"1:02:30", 1590}, {"00:05:00", 5},     {"0:00", 0},
    {"0", 0},	       {"-1:00", 0},	  {"135.0:00", 0},     {"1:60", 0},
    {"1:", 0},	       {":30", 0},	  {"1:2:3:4", 0},      {"", 0},
    {"abc", 0},	       {"1h30", 0},	  {"999999999999", 0}, {"720:01", 0},
    {"720:00", 43200}, {" 1:00", 0},	  {"0:45:00", 45},     {"1:30:00", 90},
    {"2:00:00", 2880}, {"0:00:00", 0},	  {"1:60:00", 0},      {"1:23:60", 0},
};

static void lengths_as_planners_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		int minutes = 0;

		assert_int_equal(duration_parse(lengths[i].text, &minutes), lengths[i].minutes > 0);
		if (lengths[i].minutes)
			assert_int_equal(minutes, lengths[i].minutes);
	}
	assert_false(duration_parse(NULL, &(int){0}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lengths_as_planners_write_them),
	};

	return cmocka_run_group_tests_name("duration", tests, NULL, NULL);
}
