#include "config.h"

#include "tui/command.h"
#include "tui/key.h"
#include "tui/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

static const char *meaning(const struct keymap *keymap, uint32_t key, unsigned where)
{
	size_t command = keymap_find(keymap, key, where);

	return command == KEYMAP_NONE ? "" : command_at(command)->name;
}

static void keys_mean_commands_where_they_apply(void **state)
{
	struct keymap keymap;
	unsigned view = WHERE_ROOM | WHERE_VIEW, help = WHERE_ROOM | WHERE_SHEET | WHERE_HELP;

	(void)state;
	keymap_begin(&keymap);
	assert_string_equal(meaning(&keymap, 'j', view | WHERE_MOVE), "down");
	assert_string_equal(meaning(&keymap, 'j', view), "");
	assert_string_equal(meaning(&keymap, KEY_SPACE, view | WHERE_SESSION), "bookmark");
	assert_string_equal(meaning(&keymap, KEY_SPACE, view), "");
	assert_string_equal(meaning(&keymap, 'q', view), "quit");
	assert_string_equal(meaning(&keymap, 'q', help), "close");
	assert_string_equal(meaning(&keymap, KEY_ESCAPE, help), "close");
	assert_string_equal(meaning(&keymap, '?', help), "close-help");
	assert_string_equal(meaning(&keymap, '?', WHERE_ROOM | WHERE_SHEET | WHERE_OTHER), "help");
	assert_string_equal(meaning(&keymap, KEY_ESCAPE, view | WHERE_BACK), "back");
	assert_string_equal(meaning(&keymap, KEY_ESCAPE, view), "");
	assert_string_equal(meaning(&keymap, 'Z', ~0u), "");
	keymap_free(&keymap);
}

/* However small the window is, one gets out. */
static void quitting_is_always_possible(void **state)
{
	struct keymap keymap;

	(void)state;
	keymap_begin(&keymap);
	assert_string_equal(meaning(&keymap, 'q', WHERE_VIEW), "quit");
	assert_string_equal(meaning(&keymap, 'q', WHERE_SHEET), "close");
	assert_string_equal(meaning(&keymap, KEY_CONTROL('l'), WHERE_VIEW), "repaint");
	assert_string_equal(meaning(&keymap, 'b', WHERE_VIEW | WHERE_SESSION), "");
	keymap_free(&keymap);
}

static void the_table_is_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count(); i++) {
		const struct command *command = command_at(i);

		assert_int_equal(command_find(command->name), i);
		assert_true(strspn(command->name, "abcdefghijklmnopqrstuvwxyz-") ==
			    strlen(command->name));
		assert_int_not_equal(command->keys[0], KEY_NONE);
		assert_true(*command->help);
		assert_in_range(command->group, 0, GROUP_COUNT - 1);
		assert_int_equal(command->label != NULL, command->weight > 0);
		assert_non_null(command->run);
	}
	assert_int_equal(command_find("fly"), SIZE_MAX);
}

/* A row whose keys are all taken by rows above it, wherever it applies, could never be used. */
static void every_command_can_be_reached(void **state)
{
	struct keymap keymap;

	(void)state;
	keymap_begin(&keymap);
	for (size_t i = 0; i < command_count(); i++)
		assert_int_equal(keymap_find(&keymap, command_at(i)->keys[0], command_at(i)->where),
				 i);
	keymap_free(&keymap);
}

static void keys_have_labels(void **state)
{
	static const struct {
		uint32_t key;
		const char *label;
	} labels[] = {
	    {'b', "b"},
	    {KEY_SPACE, "Space"},
	    {KEY_RETURN, "Enter"},
	    {KEY_TAB, "Tab"},
	    {KEY_ESCAPE, "Esc"},
	    {KEY_CONTROL('l'), "Ctrl-L"},
	    {KEY_FUNCTION_1 + 9, "F10"},
	    {KEY_ARROW_UP, "↑"},
	    {KEY_BACK_TAB, "Shift-Tab"},
	    {0xE9, "é"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		struct buffer label = {0};

		key_label(&label, labels[i].key);
		assert_string_equal(buffer_text(&label), labels[i].label);
		buffer_free(&label);
	}
}

static void a_command_names_its_keys(void **state)
{
	struct keymap keymap;
	struct buffer labels = {0};

	(void)state;
	keymap_begin(&keymap);
	keymap_labels(&keymap, command_find("bookmark"), &labels);
	assert_string_equal(buffer_text(&labels), "b Space");
	assert_int_equal(keymap_key(&keymap, command_find("bookmark")), 'b');
	buffer_free(&labels);
	keymap_free(&keymap);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_mean_commands_where_they_apply),
	    cmocka_unit_test(quitting_is_always_possible),
	    cmocka_unit_test(the_table_is_sound),
	    cmocka_unit_test(every_command_can_be_reached),
	    cmocka_unit_test(keys_have_labels),
	    cmocka_unit_test(a_command_names_its_keys),
	};

	return cmocka_run_group_tests_name("keymap", tests, NULL, NULL);
}
