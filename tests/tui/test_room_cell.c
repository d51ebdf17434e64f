#include "config.h"

#include "tui/room_cell.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

static void assert_said(const char *name, int columns, const char *said)
{
	struct buffer out = {0};

	room_cell_say(&out, name, columns);
	assert_string_equal(buffer_text(&out), said);
	assert_in_range(utf8_columns(said, strlen(said)), 0, columns);
	buffer_free(&out);
}

static void what_fits_is_whole(void **state)
{
	(void)state;
	assert_said("Janson", 6, "Janson");
	assert_said("Amphithéâtre", 12, "Amphithéâtre");
	assert_said("", 1, "");
}

static void brackets_give_way_first(void **state)
{
	(void)state;
	assert_said("H.2215 (Ferrer)", 10, "H.2215…");
	assert_said("H.2215 (Ferrer)", 7, "H.2215…");
	assert_said("Art & Play Stage (H)", 10, "Art & Pla…");
	assert_said("Saal Y 06 (Stonewall IO)", 9, "Saal Y…");
	assert_said("(behind the bar)", 8, "(behind…");
}

static void a_number_tells_rooms_apart(void **state)
{
	(void)state;
	assert_said("Amphithéâtre 1200", 10, "Amphi…1200");
	assert_said("Amphithéâtre 1600", 10, "Amphi…1600");
	assert_said("Stage B12", 7, "Sta…B12");
	assert_said("Saal A - Station 1", 10, "Saal A…1");
}

static void others_lose_their_end(void **state)
{
	(void)state;
	assert_said("Kidspace - Affenfelsen", 10, "Kidspace…");
	assert_said("Customs hall", 8, "Customs…");
	assert_said("Customs hall", 10, "Customs…");
	assert_said("Customs hall", 11, "Customs…");
	assert_said("Rooms 123456789", 10, "Rooms 123…");
	assert_said("Amphithéâtre", 8, "Amphith…");
	assert_said("東京の灯台から", 8, "東京の…");
	assert_said("Salle 1", 6, "Sall…1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_fits_is_whole),
	    cmocka_unit_test(brackets_give_way_first),
	    cmocka_unit_test(a_number_tells_rooms_apart),
	    cmocka_unit_test(others_lose_their_end),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("room_cell", tests, NULL, NULL);
}
