#include "config.h"

#include "tui/addresses.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void assert_becomes(const char *markdown, const char *wanted)
{
	struct document *document = addresses_added(
	    document_from_markdown(markdown, strlen(markdown), (struct place){0}, NULL));
	char *text = document_plain_text(document);

	assert_string_equal(text, wanted);
	free(text);
	document_free(document);
}

static void a_link_alone_has_its_address_below(void **state)
{
	(void)state;
	assert_becomes("[Register](https://a.example/in)", "Register\nhttps://a.example/in\n");
	assert_becomes("- [Write *to* us](mailto:us@a.example)\n", "Write to us\nus@a.example\n");
}

static void links_in_sentences_are_numbered(void **state)
{
	(void)state;
	assert_becomes("See [one](https://a.example/1), [two](https://a.example/2) and "
		       "[one again](https://a.example/1).",
		       "See one\u00A0[1], two\u00A0[2] and one again\u00A0[1].\n"
		       "Links\nhttps://a.example/1\nhttps://a.example/2\n");
	assert_becomes("# The [page](https://a.example/)\n",
		       "The page\u00A0[1]\nLinks\nhttps://a.example/\n");
}

static void an_address_is_not_said_twice(void **state)
{
	(void)state;
	assert_becomes("<https://a.example/x>", "https://a.example/x\n");
	assert_becomes("At [a.example](https://a.example/) or <us@a.example>.",
		       "At a.example or us@a.example.\n");
	assert_becomes("nothing", "nothing\n");
}

static void images_are_numbered(void **state)
{
	(void)state;
	assert_becomes("![A lamp](https://a.example/lamp.png)\n",
		       "A lamp\u00A0[1]\nLinks\nhttps://a.example/lamp.png\n");
	assert_becomes("![](https://a.example/lamp.png)\n",
		       "image\u00A0[1]\nLinks\nhttps://a.example/lamp.png\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_link_alone_has_its_address_below),
	    cmocka_unit_test(links_in_sentences_are_numbered),
	    cmocka_unit_test(an_address_is_not_said_twice),
	    cmocka_unit_test(images_are_numbered),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("addresses", tests, NULL, NULL);
}
