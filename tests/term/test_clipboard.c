#include "config.h"

#include "term/clipboard.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void assert_sequence(const char *term, const char *text, const char *wanted)
{
	struct buffer out = {0};

	clipboard_sequence(&out, term, text, strlen(text));
	assert_string_equal(buffer_text(&out), wanted);
	buffer_free(&out);
}

/* The examples of RFC 4648, 10, and bytes beyond ASCII. */
static void a_text_is_sent_in_base64(void **state)
{
	(void)state;
	assert_sequence("xterm", "", "\033]52;c;\a");
	assert_sequence("xterm", "f", "\033]52;c;Zg==\a");
	assert_sequence("xterm", "fo", "\033]52;c;Zm8=\a");
	assert_sequence("xterm", "foo", "\033]52;c;Zm9v\a");
	assert_sequence(NULL, "foob", "\033]52;c;Zm9vYg==\a");
	assert_sequence("xterm", "fooba", "\033]52;c;Zm9vYmE=\a");
	assert_sequence("xterm", "foobar", "\033]52;c;Zm9vYmFy\a");
	assert_sequence("xterm", "\xC3\xA9\xFF\xFE?>", "\033]52;c;w6n//j8+\a");
}

static void screen_hands_it_on(void **state)
{
	(void)state;
	assert_sequence("screen", "foo", "\033]52;c;Zm9v\a\033P\033]52;c;Zm9v\a\033\\");
	assert_sequence("screen.xterm-256color", "f",
			"\033]52;c;Zg==\a\033P\033]52;c;Zg==\a\033\\");
}

/* What stands in the strings, put together, is the sequence before them. */
static void screen_is_given_short_strings(void **state)
{
	char text[1001];
	struct buffer out = {0}, joined = {0};
	size_t length;

	(void)state;
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	clipboard_sequence(&out, "screen", text, strlen(text));
	length = strcspn(out.data, "\a") + 1;
	for (const char *at = out.data + length; *at;) {
		const char *end = strstr(at, "\033\\");

		assert_int_equal(strncmp(at, "\033P", 2), 0);
		assert_non_null(end);
		assert_in_range(end - at, 3, 250);
		buffer_append(&joined, at + 2, (size_t)(end - at - 2));
		at = end + 2;
	}
	assert_int_equal(joined.length, length);
	assert_memory_equal(joined.data, out.data, length);
	buffer_free(&joined);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_text_is_sent_in_base64),
	    cmocka_unit_test(screen_hands_it_on),
	    cmocka_unit_test(screen_is_given_short_strings),
	};

	return cmocka_run_group_tests_name("clipboard", tests, NULL, NULL);
}
