#include "config.h"

#include "term/glyphs.h"

#include "base/utf8.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static void assert_shown(const struct glyphs *glyphs, const char *text, const char *shown)
{
	struct buffer out = {0};

	glyphs_append(glyphs, &out, text);
	assert_string_equal(buffer_text(&out), shown);
	assert_int_equal(utf8_columns(shown, strlen(shown)), utf8_columns(text, strlen(text)));
	buffer_free(&out);
}

static void a_font_shows_what_it_has(void **state)
{
	/* With a star and a half block, without a heavy line and without é. */
	static const uint32_t font[] = {0x2605, 0x258C, 0x2588, 0x2502, 0x2026};
	struct glyphs *glyphs = glyphs_new(font, sizeof font / sizeof *font);

	(void)state;
	assert_shown(glyphs, "a", "a");
	assert_shown(glyphs, "★", "★");
	assert_shown(glyphs, "▌", "▌");
	assert_shown(glyphs, "…", "…");
	assert_shown(glyphs, "┃", "│");
	assert_shown(glyphs, "é", "e");
	assert_shown(glyphs, "漢", "??");
	assert_shown(glyphs, "😀", "??");
	glyphs_free(glyphs);
}

static void a_font_that_cannot_be_asked_is_taken_for_a_poor_one(void **state)
{
	struct glyphs *glyphs = glyphs_new(NULL, 0);

	(void)state;
	assert_shown(glyphs, "─", "─");
	assert_shown(glyphs, "├", "├");
	assert_shown(glyphs, "↑", "↑");
	assert_shown(glyphs, "é", "é");
	assert_shown(glyphs, "œ", "œ");
	assert_shown(glyphs, "ж", "ж");
	assert_shown(glyphs, "★", "*");
	assert_shown(glyphs, "▌", "█");
	assert_shown(glyphs, "▁", "░");
	assert_shown(glyphs, "▃", "▒");
	assert_shown(glyphs, "▅", "▒");
	assert_shown(glyphs, "▇", "█");
	assert_shown(glyphs, "═", "═");
	assert_shown(glyphs, "▸", ">");
	assert_shown(glyphs, "…", "~");
	assert_shown(glyphs, "’", "'");
	assert_shown(glyphs, "–", "-");
	glyphs_free(glyphs);
}

static void only_the_console_is_poor(void **state)
{
	static const char *const others[] = {"xterm", "xterm-256color", "linuxish", "", "vt100"};
	struct glyphs *glyphs;

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_null(glyphs_open(STDOUT_FILENO, others[i]));
	assert_null(glyphs_open(STDOUT_FILENO, NULL));
	glyphs = glyphs_open(-1, "linux");
	assert_non_null(glyphs);
	assert_shown(glyphs, "★", "*");
	glyphs_free(glyphs);
	glyphs = glyphs_open(-1, "linux-16color");
	assert_non_null(glyphs);
	glyphs_free(glyphs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_font_shows_what_it_has),
	    cmocka_unit_test(a_font_that_cannot_be_asked_is_taken_for_a_poor_one),
	    cmocka_unit_test(only_the_console_is_poor),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("glyphs", tests, NULL, NULL);
}
