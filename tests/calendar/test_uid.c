/*
 * UIDs: unique in the world, and one for each session.
 */
#include "config.h"

#include "base/array.h"
#include "calendar/uid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static void assert_uid(const char *id, const char *expected)
{
	struct buffer uid = {0};

	uid_append(&uid, id, "fair-2024");
	assert_string_equal(buffer_text(&uid), expected);
	assert_int_equal(uid_is_global(id, "fair-2024"), !strcmp(id, expected));
	buffer_free(&uid);
}

static void what_is_unique_stays(void **state)
{
	(void)state;
	assert_uid("0b1c3e7a-0000-4000-8000-00000000000f", "0b1c3e7a-0000-4000-8000-00000000000f");
	assert_uid("1@20220516T090000", "1@20220516T090000");
	assert_uid("frab-17@congress.example", "frab-17@congress.example");
}

static void what_is_not_gets_the_agenda(void **state)
{
	(void)state;
	assert_uid("17", "17@fair-2024");
	assert_uid("ABC_de.f-9", "ABC_de.f-9@fair-2024");
	assert_uid("2024-05-13-talk", "2024-05-13-talk@fair-2024");
	/* one digit short, one too many */
	assert_uid("0b1c3e7a-0000-4000-8000-00000000000",
		   "0b1c3e7a-0000-4000-8000-00000000000@fair-2024");
	assert_uid("0b1c3e7a-0000-4000-8000-0000000000000",
		   "0b1c3e7a-0000-4000-8000-0000000000000@fair-2024");
}

/* The hashes are those of FNV-1a, 64 bits. */
static void what_is_odd_is_hashed(void **state)
{
	char longest[200];

	(void)state;
	assert_uid("two words", "+ccb500272bebfeac@fair-2024");
	assert_uid("", "@fair-2024");
	memset(longest, '@', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	assert_uid(longest, "+6f5384a947d8b3e7@fair-2024");
}

/* However ids look like UIDs, no two sessions of an agenda have the same. */
static void no_two_are_equal(void **state)
{
	static const char *const ids[] = {
	    "a", "a@fair-2024", "a@fair-2024@fair-2024", "A", "+a", "@", "@fair-2024", "a@x", " a",
	    "é"};
	enum { COUNT = sizeof ids / sizeof *ids };
	struct buffer uids[COUNT] = {0};

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		uid_append(&uids[i], ids[i], "fair-2024");
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(buffer_text(&uids[i]), buffer_text(&uids[k]));
	}
	for (size_t i = 0; i < COUNT; i++)
		buffer_free(&uids[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_unique_stays),
	    cmocka_unit_test(what_is_not_gets_the_agenda),
	    cmocka_unit_test(what_is_odd_is_hashed),
	    cmocka_unit_test(no_two_are_equal),
	};

	return cmocka_run_group_tests_name("uid", tests, NULL, NULL);
}
