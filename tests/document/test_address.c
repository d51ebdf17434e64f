#include "config.h"

#include "document/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* NULL for what leads nowhere. */
static void assert_resolves(const char *base, const char *url, const char *wanted)
{
	struct buffer out = {0};
	bool found;

	buffer_puts(&out, "|");
	found = address_resolve(&out, base, url);
	assert_int_equal(found, wanted != NULL);
	assert_string_equal(buffer_text(&out) + 1, wanted ? wanted : "");
	buffer_free(&out);
}

static void whole_addresses_stay_as_they_are(void **state)
{
	static const char *const whole[] = {"https://a.example/b?c=d&e='f';(g)#h",
					    "HTTP://A.EXAMPLE",
					    "mailto:a@b.example",
					    "tel:+33123456789",
					    "geo:44.8,-0.57",
					    "ftp://a.example/",
					    "urn:isbn:1",
					    "https://é.example/ü?q=ö",
					    "https://a.example/\"--x\""};

	(void)state;
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		assert_resolves(NULL, whole[i], whole[i]);
		assert_resolves("https://base.example/", whole[i], whole[i]);
	}
}

static void bare_ones_get_a_scheme(void **state)
{
	(void)state;
	assert_resolves(NULL, "www.a.example/b", "http://www.a.example/b");
	assert_resolves(NULL, "www.a.example:8080/b", "http://www.a.example:8080/b");
	assert_resolves(NULL, "keeper@a.example", "mailto:keeper@a.example");
	assert_resolves(NULL, "//a.example/b", "https://a.example/b");
}

static void relative_ones_need_a_page(void **state)
{
	static const char base[] = "http://a.example/b/c?d";

	(void)state;
	assert_resolves(base, "e", "http://a.example/b/e");
	assert_resolves(base, "/e f", "http://a.example/e%20f");
	assert_resolves(base, "../é?x=1&y=2", "http://a.example/%C3%A9?x=1&y=2");
	assert_resolves(base, "//b.example", "http://b.example");
	assert_resolves(base, "?x", "http://a.example/b/c?x");
	assert_resolves("https://é.example/", "x", "https://é.example/x");
	assert_resolves(base, "-o", "http://a.example/b/-o");
	assert_resolves(NULL, "e", NULL);
	assert_resolves(NULL, "/e", NULL);
	assert_resolves(NULL, "-e", NULL);
	assert_resolves("nowhere", "e", NULL);
	assert_resolves("/nowhere", "e", NULL);
}

static void no_white_space_and_no_control_character_is_left(void **state)
{
	(void)state;
	assert_resolves(NULL, "https://a.example/b c\nd\t\x7F\x1B",
			"https://a.example/b%20c%0Ad%09%7F%1B");
	assert_resolves("https://a.example/", "b\nc", "https://a.example/b%0Ac");
}

static void machines_write_ascii(void **state)
{
	struct buffer out = {0};

	(void)state;
	address_to_ascii(&out, "https://a.example/é%20 ü?q=灯");
	assert_string_equal(buffer_text(&out), "https://a.example/%C3%A9%20%20%C3%BC?q=%E7%81%AF");
	buffer_free(&out);
}

static void schemes_are_known_in_any_case(void **state)
{
	(void)state;
	assert_true(address_has_scheme("HTTPS://a.example", "https"));
	assert_false(address_has_scheme("https://a.example", "http"));
	assert_false(address_has_scheme("http", "http"));
	assert_false(address_has_scheme("-http:", "http"));
	assert_true(address_has_scheme("geo:1,2", "geo"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whole_addresses_stay_as_they_are),
	    cmocka_unit_test(bare_ones_get_a_scheme),
	    cmocka_unit_test(relative_ones_need_a_page),
	    cmocka_unit_test(no_white_space_and_no_control_character_is_left),
	    cmocka_unit_test(machines_write_ascii),
	    cmocka_unit_test(schemes_are_known_in_any_case),
	};

	return cmocka_run_group_tests_name("addresses", tests, NULL, NULL);
}
