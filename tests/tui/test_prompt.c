#include "config.h"

#include "tui/prompt.h"

#include "base/utf8.h"
#include "tui/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

static void type(struct prompt *prompt, const char *text)
{
	uint32_t key;

	for (size_t left = strlen(text), taken; left; text += taken, left -= taken) {
		taken = utf8_decode(text, left, &key);
		assert_true(prompt_type(prompt, key));
	}
}

static void assert_text(const struct prompt *prompt, const char *text)
{
	assert_string_equal(buffer_text(&prompt->text), text);
}

static void remember(struct prompt *prompt, const char *text)
{
	prompt_open(prompt, NULL);
	type(prompt, text);
	prompt_close(prompt, true);
}

static void characters_are_typed_and_erased(void **state)
{
	struct prompt prompt = {.open = false};

	(void)state;
	prompt_open(&prompt, "né");
	type(&prompt, "e\xCC\x81\xCC\x82灯 x");
	assert_text(&prompt, "née\xCC\x81\xCC\x82灯 x");
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	assert_text(&prompt, "née\xCC\x81\xCC\x82");
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	assert_text(&prompt, "né");
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	assert_text(&prompt, "");
	type(&prompt, "\xCC\x81");
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	assert_text(&prompt, "");
	type(&prompt, "ab");
	prompt_erase_all(&prompt);
	assert_text(&prompt, "");
	prompt_free(&prompt);
}

/* A step goes over a character with its marks, and over a wide one. */
static void the_cursor_goes_by_what_takes_room(void **state)
{
	struct prompt prompt = {.open = false};

	(void)state;
	prompt_open(&prompt, "e\xCC\x81\xCC\x82灯x");
	prompt_move(&prompt, PROMPT_CHARACTER, 1);
	assert_int_equal(prompt.cursor, 9);
	prompt_move(&prompt, PROMPT_CHARACTER, -1);
	assert_int_equal(prompt.cursor, 8);
	prompt_move(&prompt, PROMPT_CHARACTER, -1);
	assert_int_equal(prompt.cursor, 5);
	prompt_move(&prompt, PROMPT_CHARACTER, -1);
	prompt_move(&prompt, PROMPT_CHARACTER, -1);
	assert_int_equal(prompt.cursor, 0);
	prompt_move(&prompt, PROMPT_CHARACTER, 1);
	assert_int_equal(prompt.cursor, 5);
	prompt_move(&prompt, PROMPT_ALL, 1);
	assert_int_equal(prompt.cursor, 9);
	prompt_move(&prompt, PROMPT_ALL, -1);
	assert_int_equal(prompt.cursor, 0);
	prompt_free(&prompt);
}

static void what_is_typed_goes_in_at_the_cursor(void **state)
{
	struct prompt prompt = {.open = false};

	(void)state;
	prompt_open(&prompt, "海x");
	prompt_move(&prompt, PROMPT_CHARACTER, -1);
	type(&prompt, "é灯");
	assert_text(&prompt, "海é灯x");
	prompt_erase(&prompt, PROMPT_CHARACTER, 1);
	assert_text(&prompt, "海é灯");
	prompt_erase(&prompt, PROMPT_CHARACTER, 1); /* nothing is behind the cursor */
	assert_text(&prompt, "海é灯");
	prompt_move(&prompt, PROMPT_ALL, -1);
	prompt_erase(&prompt, PROMPT_CHARACTER, -1);
	prompt_erase(&prompt, PROMPT_CHARACTER, 1);
	assert_text(&prompt, "é灯");
	type(&prompt, "a");
	assert_text(&prompt, "aé灯");
	prompt_free(&prompt);
}

static void words_are_erased(void **state)
{
	struct prompt prompt = {.open = false};

	(void)state;
	prompt_open(&prompt, "the  tide 灯台  ");
	prompt_erase(&prompt, PROMPT_WORD, -1);
	assert_text(&prompt, "the  tide ");
	prompt_move(&prompt, PROMPT_CHARACTER, -1);
	prompt_move(&prompt, PROMPT_CHARACTER, -1);
	prompt_erase(&prompt, PROMPT_WORD, -1);
	assert_text(&prompt, "the  e ");
	prompt_move(&prompt, PROMPT_ALL, -1);
	prompt_erase(&prompt, PROMPT_WORD, -1);
	assert_text(&prompt, "the  e ");
	prompt_erase(&prompt, PROMPT_WORD, 1);
	assert_text(&prompt, "  e ");
	prompt_free(&prompt);
}

static void other_keys_are_no_text(void **state)
{
	static const uint32_t keys[] = {KEY_RETURN,   KEY_ESCAPE,	KEY_TAB, KEY_RUBOUT,
					KEY_ARROW_UP, KEY_CONTROL('u'), 0x7F,	 KEY_NONE};
	struct prompt prompt = {.open = false};

	(void)state;
	prompt_open(&prompt, NULL);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		assert_false(prompt_type(&prompt, keys[i]));
	assert_true(prompt_type(&prompt, 0x202E)); /* nothing that turns text round gets in */
	assert_text(&prompt, "");
	prompt_free(&prompt);
}

static void there_is_an_end_to_it(void **state)
{
	struct prompt prompt = {.open = false};

	(void)state;
	prompt_open(&prompt, NULL);
	for (int i = 0; i < 1000; i++)
		type(&prompt, "灯");
	assert_in_range(prompt.text.length, PROMPT_LONGEST - 2, PROMPT_LONGEST);
	assert_true(utf8_valid(prompt.text.data, prompt.text.length, &(size_t){0}));
	prompt_free(&prompt);
}

static void earlier_lines_come_back(void **state)
{
	struct prompt prompt = {.open = false};

	(void)state;
	prompt_open(&prompt, NULL);
	assert_false(prompt_recall(&prompt, -1));
	prompt_close(&prompt, true);
	remember(&prompt, "one");
	remember(&prompt, "two");
	remember(&prompt, "one");
	prompt_open(&prompt, "dra");
	assert_false(prompt_recall(&prompt, 1));
	type(&prompt, "ft");
	assert_true(prompt_recall(&prompt, -1));
	assert_text(&prompt, "one");
	assert_true(prompt_recall(&prompt, -1));
	assert_text(&prompt, "two");
	assert_false(prompt_recall(&prompt, -1));
	assert_true(prompt_recall(&prompt, 1));
	assert_true(prompt_recall(&prompt, 1));
	assert_text(&prompt, "draft");
	prompt_close(&prompt, false);
	prompt_open(&prompt, NULL);
	assert_true(prompt_recall(&prompt, -1));
	assert_text(&prompt, "one");
	prompt_free(&prompt);
}

static void the_oldest_line_is_forgotten(void **state)
{
	struct prompt prompt = {.open = false};
	char line[3] = "";

	(void)state;
	for (int i = 0; i <= PROMPT_REMEMBERS; i++) {
		line[0] = (char)('a' + i / 10);
		line[1] = (char)('0' + i % 10);
		remember(&prompt, line);
	}
	prompt_open(&prompt, NULL);
	for (int i = 0; i < PROMPT_REMEMBERS; i++)
		assert_true(prompt_recall(&prompt, -1));
	assert_text(&prompt, "a1");
	assert_false(prompt_recall(&prompt, -1));
	prompt_free(&prompt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(characters_are_typed_and_erased),
	    cmocka_unit_test(the_cursor_goes_by_what_takes_room),
	    cmocka_unit_test(what_is_typed_goes_in_at_the_cursor),
	    cmocka_unit_test(words_are_erased),
	    cmocka_unit_test(other_keys_are_no_text),
	    cmocka_unit_test(there_is_an_end_to_it),
	    cmocka_unit_test(earlier_lines_come_back),
	    cmocka_unit_test(the_oldest_line_is_forgotten),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("prompt", tests, NULL, NULL);
}
