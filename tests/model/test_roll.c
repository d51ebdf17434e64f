/* Names in the order in which people look for them. */
#include "config.h"

#include "base/fold.h"
#include "model/roll.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static void assert_order(const char *const *names, size_t count, const char *expected)
{
	struct roll *roll = roll_new(names, count);
	char order[64] = "";

	for (size_t i = 0; i < count; i++)
		snprintf(order + i, 2, "%u", roll_number(roll, i));
	assert_string_equal(order, expected);
	roll_free(roll);
}

static void case_and_accents_do_not_count(void **state)
{
	static const char *const names[] = {"Zoé", "élise", "Bruno", "Elin", "ada", "Œuvre"};

	(void)state;
	assert_order(names, 6, "423150");
	assert_order(names, 0, "");
}

/* The first eight bytes are compared at once: what follows them counts, too, and what ends first
 * comes first. */
static void long_names_are_compared_to_their_ends(void **state)
{
	static const char *const names[] = {"Alexandra B", "Alexandra",	  "Alexandr",
					    "Alexandra A", "Alexand",	  "alexandra",
					    "Alexandré",   "Alexandra Ab"};

	(void)state;
	assert_order(names, 8, "42153706");
}

static void names_are_folded(void **state)
{
	static const char *const names[] = {"Zoé Cœur", ""};
	struct roll *roll = roll_new(names, 2);

	(void)state;
	assert_string_equal(roll_folded(roll, 0), "");
	assert_string_equal(roll_folded(roll, 1), "zoe coeur");
	roll_free(roll);
}

/* Of two letters and of bytes that are signed where a char is. */
static void name_any(char *name)
{
	static const char *const letters[] = {"a", "B", "é", "я", " "};

	*name = '\0';
	for (int i = rand() % 14; i > 0; i--)
		strcat(name, letters[rand() % 5]);
}

static void any_names_stand_in_order(void **state)
{
	enum { COUNT = 500, LONGEST = 40 };
	static char names[COUNT][LONGEST];
	const char *list[COUNT];
	struct roll *roll;

	(void)state;
	srand(8);
	for (size_t i = 0; i < COUNT; i++) {
		name_any(names[i]);
		list[i] = names[i];
	}
	roll = roll_new(list, COUNT);
	for (size_t i = 0; i < COUNT; i++) {
		char *folded = fold_text(list[roll_number(roll, i)]);
		int order = i ? strcmp(roll_folded(roll, i - 1), folded) : -1;

		assert_string_equal(roll_folded(roll, i), folded);
		assert_true(order < 0 ||
			    (!order && roll_number(roll, i - 1) < roll_number(roll, i)));
		free(folded);
	}
	roll_free(roll);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(case_and_accents_do_not_count),
	    cmocka_unit_test(long_names_are_compared_to_their_ends),
	    cmocka_unit_test(names_are_folded),
	    cmocka_unit_test(any_names_stand_in_order),
	};

	return cmocka_run_group_tests_name("roll", tests, NULL, NULL);
}
