#include "config.h"

#include "present/capital.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>

static void a_sentence_begins_with_a_capital(void **state)
{
	static const char *const texts[][2] = {
	    {"the disk is full", "The disk is full"},
	    {"à l’abri", "À l’abri"},
	    {"\"x\" is odd", "\"x\" is odd"},
	    {"★ kept", "★ kept"},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buffer text = {0};

		capital_append(&text, texts[i][0]);
		assert_string_equal(buffer_text(&text), texts[i][1]);
		buffer_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_sentence_begins_with_a_capital),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("capital", tests, NULL, NULL);
}
