#include "config.h"

#include "term/input.h"

#include "tui/key.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <curses.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 16 };

/* What came out of some bytes. */
struct outcome {
	struct message messages[MOST];
	int count;
};

static void take(struct outcome *outcome, bool complete, const struct message *message)
{
	if (!complete)
		return;
	assert_in_range(outcome->count, 0, MOST - 1);
	outcome->messages[outcome->count++] = *message;
}

static void rest_of(struct input *input, struct outcome *outcome)
{
	struct message message;

	while (input_rest(input, &message))
		take(outcome, true, &message);
}

static void feed_at(struct input *input, struct outcome *outcome, const char *bytes, int64_t now)
{
	for (; *bytes; bytes++) {
		struct message message;
		bool complete = input_feed(input, (unsigned char)*bytes, now, &message);

		take(outcome, complete, &message);
		rest_of(input, outcome);
	}
}

static void pause_after(struct input *input, struct outcome *outcome)
{
	struct message message;

	if (input_unfinished(input))
		take(outcome, input_pause(input, &message), &message);
	rest_of(input, outcome);
}

static struct outcome outcome_of(const char *bytes)
{
	struct input input = {0};
	struct outcome outcome = {0};

	feed_at(&input, &outcome, bytes, 1);
	pause_after(&input, &outcome);
	assert_false(input_unfinished(&input));
	return outcome;
}

static void assert_keys(const char *bytes, const uint32_t *keys, int count)
{
	struct outcome outcome = outcome_of(bytes);

	assert_int_equal(outcome.count, count);
	for (int i = 0; i < count; i++) {
		assert_int_equal(outcome.messages[i].kind, MESSAGE_KEY);
		assert_int_equal(outcome.messages[i].key, keys[i]);
	}
}

#define KEYS(...) ((const uint32_t[]){__VA_ARGS__}), sizeof((uint32_t[]){__VA_ARGS__}) / 4

static void characters_are_their_code_points(void **state)
{
	(void)state;
	assert_keys("q", KEYS('q'));
	assert_keys("é", KEYS(0xE9));
	assert_keys("€x", KEYS(0x20AC, 'x'));
	assert_keys("😀", KEYS(0x1F600));
	assert_keys(" ", KEYS(KEY_SPACE));
	assert_keys("\t", KEYS(KEY_TAB));
	assert_keys("\r", KEYS(KEY_RETURN));
	assert_keys("\n", KEYS(KEY_RETURN));
	assert_keys("\177", KEYS(KEY_RUBOUT));
	assert_keys("\b", KEYS(KEY_RUBOUT));
	assert_keys("\014", KEYS(KEY_CONTROL('l')));
}

static void a_broken_character_costs_no_good_one(void **state)
{
	(void)state;
	assert_keys("\xe9q", KEYS('q'));
	assert_keys("\xff\xfeq", KEYS('q'));
	assert_keys("\xe2\x82q", KEYS('q'));
	assert_keys("\x80q", KEYS('q'));
	assert_keys("\xc2\x9bq", KEYS('q'));
	assert_keys("\xe2\x82\033[Aq", KEYS(KEY_ARROW_UP, 'q'));
}

static void escape_alone_is_a_key(void **state)
{
	(void)state;
	assert_keys("\033", KEYS(KEY_ESCAPE));
}

/* Over a slow line they come together. */
static void each_escape_counts(void **state)
{
	(void)state;
	assert_keys("\033\033", KEYS(KEY_ESCAPE, KEY_ESCAPE));
	assert_keys("\033\033\033", KEYS(KEY_ESCAPE, KEY_ESCAPE, KEY_ESCAPE));
	assert_keys("\033\033xq", KEYS(KEY_ESCAPE, 'q'));
	assert_keys("\033\033éq", KEYS(KEY_ESCAPE, 'q'));
	assert_keys("\033\033]0;title\aq", KEYS(KEY_ESCAPE, 'q'));
	assert_keys("\033[\033\033", KEYS(KEY_ESCAPE, KEY_ESCAPE));
}

/* Some terminals put an Escape before the whole sequence of a key that was hit together with Alt.
 */
static void alt_before_a_sequence_is_no_escape(void **state)
{
	struct input input = {0};
	struct outcome outcome = {0};
	struct message message;

	(void)state;
	assert_keys("\033\033[A", KEYS(KEY_ARROW_UP));
	assert_keys("\033\033OB", KEYS(KEY_ARROW_DOWN));
	assert_keys("\033\033\033[A", KEYS(KEY_ESCAPE, KEY_ARROW_UP));
	feed_at(&input, &outcome, "\033", 1);
	take(&outcome, input_feed(&input, KEY_UP, 1, &message), &message);
	rest_of(&input, &outcome);
	assert_int_equal(outcome.count, 1);
	assert_int_equal(outcome.messages[0].key, KEY_ARROW_UP);
	feed_at(&input, &outcome, "\033\033", 1);
	take(&outcome, input_feed(&input, KEY_UP, 1, &message), &message);
	rest_of(&input, &outcome);
	assert_int_equal(outcome.count, 3);
	assert_int_equal(outcome.messages[1].key, KEY_ESCAPE);
	assert_int_equal(outcome.messages[2].key, KEY_ARROW_UP);
	assert_false(input_unfinished(&input));
}

static void alt_is_not_escape(void **state)
{
	(void)state;
	assert_int_equal(outcome_of("\033x").count, 0);
	assert_int_equal(outcome_of("\033é").count, 0);
	assert_keys("\033bq", KEYS('q'));
	assert_keys("\033éq", KEYS('q'));
	assert_keys("\033\xc3\033q.", KEYS('.'));
}

static void variants_of_keys_are_known(void **state)
{
	(void)state;
	assert_keys("\033[A\033OA", KEYS(KEY_ARROW_UP, KEY_ARROW_UP));
	assert_keys("\033[B\033OB", KEYS(KEY_ARROW_DOWN, KEY_ARROW_DOWN));
	assert_keys("\033[C\033[D", KEYS(KEY_ARROW_RIGHT, KEY_ARROW_LEFT));
	assert_keys("\033[H\033OH\033[1~\033[7~",
		    KEYS(KEY_LINE_START, KEY_LINE_START, KEY_LINE_START, KEY_LINE_START));
	assert_keys("\033[F\033OF\033[4~\033[8~",
		    KEYS(KEY_LINE_END, KEY_LINE_END, KEY_LINE_END, KEY_LINE_END));
	assert_keys("\033[5~\033[6~", KEYS(KEY_PAGE_UP, KEY_PAGE_DOWN));
	assert_keys("\033[2~\033[3~", KEYS(KEY_ADD, KEY_REMOVE));
	assert_keys("\033[Z", KEYS(KEY_BACK_TAB));
	assert_keys("\033OM", KEYS(KEY_RETURN));
	assert_keys("\033OP\033[11~", KEYS(KEY_FUNCTION_1, KEY_FUNCTION_1));
	assert_keys("\033[15~\033[24~", KEYS(KEY_FUNCTION_1 + 4, KEY_FUNCTION_12));
}

static void other_sequences_are_swallowed(void **state)
{
	static const char *const sequences[] = {
	    "\033[99~",
	    "\033[1;5A",
	    "\033[?1;2c",
	    "\033[38:2q",
	    "\033[[A",
	    "\033[0z",
	    "\033[9999999999;9999999999;1;1;1;1;1;1;1;1;1;1x",
	    "\033Oz",
	    "\033[200",
	    "\033[<0;1",
	    "\033[",
	    "\033O",
	    "\033]0;title\a",
	    "\033]11;rgb:0/b/q\033\\",
	    "\033Pq#b\033\\",
	    "\033_bbb\033\\",
	    "\033]0;never ended, and b and q in it",
	};

	(void)state;
	for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
		assert_int_equal(outcome_of(sequences[i]).count, 0);
}

static void a_broken_sequence_gives_way_to_the_next(void **state)
{
	(void)state;
	assert_keys("\033[12\033[B", KEYS(KEY_ARROW_DOWN));
	assert_keys("\033[12\r", KEYS(KEY_RETURN));
	assert_keys("\033[12é", KEYS(0xE9));
	assert_keys("\033]0;x\033[B", KEYS(KEY_ARROW_DOWN));
}

static void a_pause_ends_what_broke_off(void **state)
{
	struct input input = {0};
	struct outcome outcome = {0};

	(void)state;
	feed_at(&input, &outcome, "\033[<0;1", 1);
	assert_true(input_unfinished(&input));
	pause_after(&input, &outcome);
	assert_int_equal(outcome.count, 0);
	feed_at(&input, &outcome, "q", 1);
	assert_int_equal(outcome.count, 1);
	assert_int_equal(outcome.messages[0].key, 'q');
}

static void curses_names_keys(void **state)
{
	static const struct {
		int code;
		uint32_t key;
	} cases[] = {
	    {KEY_UP, KEY_ARROW_UP},	 {KEY_NPAGE, KEY_PAGE_DOWN},   {KEY_HOME, KEY_LINE_START},
	    {KEY_BACKSPACE, KEY_RUBOUT}, {KEY_BTAB, KEY_BACK_TAB},     {KEY_ENTER, KEY_RETURN},
	    {KEY_F(1), KEY_FUNCTION_1},	 {KEY_F(12), KEY_FUNCTION_12}, {KEY_DC, KEY_REMOVE},
	};
	struct input input = {0};
	struct message message;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(input_feed(&input, cases[i].code, 1, &message));
		assert_int_equal(message.key, cases[i].key);
	}
	assert_false(input_feed(&input, KEY_RESIZE, 1, &message));
	assert_false(input_feed(&input, KEY_F(13), 1, &message));
	assert_false(input_feed(&input, KEY_MAX + 40, 1, &message));
}

static void assert_mouse(const struct message *message, enum mouse_action action, int row,
			 int column)
{
	assert_int_equal(message->kind, MESSAGE_MOUSE);
	assert_int_equal(message->mouse.action, action);
	assert_int_equal(message->mouse.row, row);
	assert_int_equal(message->mouse.column, column);
}

static void the_mouse_clicks_and_turns(void **state)
{
	struct outcome outcome =
	    outcome_of("\033[<0;300;2M\033[<0;300;2m\033[<64;1;1M\033[<65;5;6M\033[<16;1;1M");

	(void)state;
	assert_int_equal(outcome.count, 4);
	assert_mouse(&outcome.messages[0], MOUSE_CLICK, 1, 299);
	assert_mouse(&outcome.messages[1], MOUSE_WHEEL_UP, 0, 0);
	assert_mouse(&outcome.messages[2], MOUSE_WHEEL_DOWN, 5, 4);
	assert_mouse(&outcome.messages[3], MOUSE_CLICK, 0, 0);
}

static void a_second_click_soon_and_there_is_a_double_one(void **state)
{
	static const char here[] = "\033[<0;3;4M\033[<0;3;4m";
	struct input input = {0};
	struct outcome outcome = {0};

	(void)state;
	feed_at(&input, &outcome, here, 1000);
	feed_at(&input, &outcome, here, 1000 + INPUT_DOUBLE_CLICK_MS);
	feed_at(&input, &outcome, here, 1000 + INPUT_DOUBLE_CLICK_MS);
	feed_at(&input, &outcome, here, 1001 + 2 * INPUT_DOUBLE_CLICK_MS);
	feed_at(&input, &outcome, "\033[<0;3;5M", 1001 + 2 * INPUT_DOUBLE_CLICK_MS);
	assert_int_equal(outcome.count, 5);
	assert_mouse(&outcome.messages[0], MOUSE_CLICK, 3, 2);
	assert_mouse(&outcome.messages[1], MOUSE_DOUBLE_CLICK, 3, 2);
	assert_mouse(&outcome.messages[2], MOUSE_CLICK, 3, 2);
	assert_mouse(&outcome.messages[3], MOUSE_CLICK, 3, 2);
	assert_mouse(&outcome.messages[4], MOUSE_CLICK, 4, 2);
}

static void other_mouse_reports_are_swallowed(void **state)
{
	(void)state;
	assert_int_equal(outcome_of("\033[<1;1;1M").count, 0);
	assert_int_equal(outcome_of("\033[<35;1;1M").count, 0);
	assert_int_equal(outcome_of("\033[<0;0;0M").count, 0);
	assert_int_equal(outcome_of("\033[<0;1M").count, 0);
	assert_int_equal(outcome_of("\033[<0;1;2;3M").count, 0);
	assert_keys("\033[M !!q", KEYS('q'));
}

/* Whatever comes, the state stays sane and no key beyond Unicode and the named ones comes out. */
static void noise_does_no_harm(void **state)
{
	static const char alphabet[] = "\033\033[<0123456789;Mm~OAq]\a\\\xc3\xa9\xff ";
	struct input input = {0};
	unsigned int random = 1;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		struct message message = {0};

		random = random * 1103515245 + 12345;
		if (!input_feed(&input,
				(unsigned char)alphabet[(random >> 16) % (sizeof alphabet - 1)],
				i + 1, &message))
			continue;
		if (message.kind == MESSAGE_KEY)
			assert_in_range(message.key, 1, KEY_FUNCTION_12);
		else
			assert_true(message.mouse.row >= 0 && message.mouse.column >= 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(characters_are_their_code_points),
	    cmocka_unit_test(a_broken_character_costs_no_good_one),
	    cmocka_unit_test(escape_alone_is_a_key),
	    cmocka_unit_test(each_escape_counts),
	    cmocka_unit_test(alt_before_a_sequence_is_no_escape),
	    cmocka_unit_test(alt_is_not_escape),
	    cmocka_unit_test(variants_of_keys_are_known),
	    cmocka_unit_test(other_sequences_are_swallowed),
	    cmocka_unit_test(a_broken_sequence_gives_way_to_the_next),
	    cmocka_unit_test(a_pause_ends_what_broke_off),
	    cmocka_unit_test(curses_names_keys),
	    cmocka_unit_test(the_mouse_clicks_and_turns),
	    cmocka_unit_test(a_second_click_soon_and_there_is_a_double_one),
	    cmocka_unit_test(other_mouse_reports_are_swallowed),
	    cmocka_unit_test(noise_does_no_harm),
	};

	return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
