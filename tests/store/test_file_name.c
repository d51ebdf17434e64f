#include "config.h"

#include "store/file_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static const char *name_of(const char *id, unsigned attempt)
{
	static struct buffer names[4];
	static int next;
	struct buffer *name = &names[next++ % 4];

	if (!id) {
		for (int i = 0; i < 4; i++)
			buffer_free(&names[i]);
		return NULL;
	}
	buffer_clear(name);
	file_name_append(name, id, attempt);
	return buffer_text(name);
}

static int free_names(void **state)
{
	(void)state;
	name_of(NULL, 0);
	return 0;
}

/* Every promise of the header but that of difference. */
static void assert_harmless(const char *name)
{
	size_t length = strlen(name);

	assert_in_range(length, 5, FILE_NAME_LONGEST);
	assert_int_equal(strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				      "0123456789._-"),
			 length);
	assert_true(name[0] != '.' && name[0] != '-');
	assert_string_equal(name + length - 4, ".ics");
	assert_true(file_name_is_item(name));
}

static void plain_ids_are_their_names(void **state)
{
	(void)state;
	assert_string_equal(name_of("2024-05-13-talk", 1), "2024-05-13-talk.ics");
	assert_string_equal(name_of("2024-05-13-talk", 2), "2024-05-13-talk-2.ics");
	assert_string_equal(name_of("A.b_c", 12), "A.b_c-12.ics");
}

static void hostile_ids_are_hashed(void **state)
{
	static const char *const ids[] = {
	    "../../etc/passwd",
	    "/etc/passwd",
	    "..",
	    ".",
	    "",
	    ".hidden",
	    "-rf",
	    "a b",
	    "a\nb",
	    "x\x01\x7f\x80\xff",
	    "Événement",
	    "日本語",
	    "guid@host.example",
	    "a:b\\c*?",
	    "~root",
	};

	(void)state;
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		char first[FILE_NAME_LONGEST + 1];

		assert_harmless(name_of(ids[i], 1));
		assert_harmless(name_of(ids[i], 4294967295u));
		assert_string_equal(name_of(ids[i], 1), name_of(ids[i], 1));
		strcpy(first, name_of(ids[i], 1));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(first, name_of(ids[k], 1));
	}
}

static void long_ids_are_hashed(void **state)
{
	char *id = malloc(10001);

	(void)state;
	memset(id, 'x', 10000);
	for (size_t length = 80; length <= 110; length++) {
		char end = id[length];

		id[length] = '\0';
		assert_harmless(name_of(id, 1));
		assert_harmless(name_of(id, 7));
		assert_int_equal(strncmp(name_of(id, 1), id, length) == 0, length <= 96);
		assert_string_not_equal(name_of(id, 1), name_of(id, 7));
		id[length] = end;
	}
	id[10000] = '\0';
	assert_harmless(name_of(id, 1));
	free(id);
}

static void only_items_are_looked_at(void **state)
{
	(void)state;
	assert_true(file_name_is_item("a.ics"));
	assert_false(file_name_is_item(".ics"));
	assert_false(file_name_is_item(".a.ics"));
	assert_false(file_name_is_item("a.ics.tmp"));
	assert_false(file_name_is_item("a.ICS.bak"));
	assert_false(file_name_is_item("ics"));
	assert_false(file_name_is_item(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(plain_ids_are_their_names),
	    cmocka_unit_test(hostile_ids_are_hashed),
	    cmocka_unit_test(long_ids_are_hashed),
	    cmocka_unit_test(only_items_are_looked_at),
	};

	return cmocka_run_group_tests_name("file_name", tests, NULL, free_names);
}
