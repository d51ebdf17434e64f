#include "config.h"

#include "tui/command.h"
#include "tui/key.h"
#include "tui/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

static const char *meaning(const struct keymap *keymap, uint32_t key, uint64_t where)
{
	size_t command = keymap_find(keymap, key, where);

	return command == KEYMAP_NONE ? "" : command_at(command)->name;
}

static void keys_mean_commands_where_they_apply(void **state)
{
	struct keymap keymap;
	uint64_t view = WHERE_ROOM | WHERE_VIEW, help = WHERE_ROOM | WHERE_SHEET | WHERE_HELP;

	(void)state;
	keymap_begin(&keymap);
	assert_string_equal(meaning(&keymap, 'j', view | WHERE_MOVE), "down");
	assert_string_equal(meaning(&keymap, 'j', view), "");
	assert_string_equal(meaning(&keymap, KEY_SPACE, view | WHERE_NOTE), "bookmark");
	assert_string_equal(meaning(&keymap, KEY_SPACE, view), "");
	assert_string_equal(meaning(&keymap, 'q', view), "quit");
	assert_string_equal(meaning(&keymap, 'q', help), "close");
	assert_string_equal(meaning(&keymap, KEY_ESCAPE, help), "close");
	assert_string_equal(meaning(&keymap, '?', help), "close-help");
	assert_string_equal(meaning(&keymap, '?', WHERE_ROOM | WHERE_SHEET | WHERE_OTHER), "help");
	assert_string_equal(meaning(&keymap, KEY_ESCAPE, view | WHERE_BACK), "back");
	assert_string_equal(meaning(&keymap, KEY_ESCAPE, view), "");
	assert_string_equal(meaning(&keymap, 'Z', UINT64_MAX), "");
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

/* Two conditions with a bit in common would hold together, one without a bit always. */
static void every_condition_has_a_bit_of_its_own(void **state)
{
#define BIT(name) WHERE_##name,
	static const uint64_t conditions[] = {WHERE_LIST(BIT)};
#undef BIT
	uint64_t before = 0;

	(void)state;
	assert_int_equal(sizeof conditions / sizeof *conditions, WHERE_COUNT);
	for (size_t i = 0; i < WHERE_COUNT; i++) {
		assert_int_not_equal(conditions[i], 0);
		assert_int_equal(conditions[i] & (conditions[i] - 1), 0);
		assert_int_equal(before & conditions[i], 0);
		before |= conditions[i];
	}
	for (size_t i = 0; i < command_count(); i++)
		assert_int_equal(command_at(i)->where & ~before, 0);
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

static void keys_are_named_as_config_has_them(void **state)
{
	static const struct {
		const char *name;
		uint32_t key;
	} names[] = {
	    {"b", 'b'},
	    {"B", 'B'},
	    {"é", 0xE9},
	    {"Enter", KEY_RETURN},
	    {"enter", KEY_RETURN},
	    {"PGDN", KEY_PAGE_DOWN},
	    {"Up", KEY_ARROW_UP},
	    {"↑", KEY_ARROW_UP},
	    {"Space", KEY_SPACE},
	    {" ", KEY_SPACE},
	    {"Ctrl-L", KEY_CONTROL('l')},
	    {"ctrl-l", KEY_CONTROL('l')},
	    {"Ctrl-M", KEY_RETURN},
	    {"Ctrl-J", KEY_RETURN},
	    {"Ctrl-H", KEY_RUBOUT},
	    {"Ctrl-[", KEY_ESCAPE},
	    {"F1", KEY_FUNCTION_1},
	    {"f12", KEY_FUNCTION_12},
	    {"", KEY_NONE},
	    {"bb", KEY_NONE},
	    {"F0", KEY_NONE},
	    {"F13", KEY_NONE},
	    {"F1x", KEY_NONE},
	    {"Ctrl-", KEY_NONE},
	    {"Ctrl-é", KEY_NONE},
	    {"Ctrl-@", KEY_NONE},
	    {"Ctrl-1", KEY_NONE},
	    {"\t", KEY_NONE},
	    {"\x7F", KEY_NONE},
	    {"\xC2\x9B", KEY_NONE},	/* a control character */
	    {"\xE2\x80\xAE", KEY_NONE}, /* turns the direction of text */
	    {"\xCC\x81", KEY_NONE},	/* an accent with nothing to stand on */
	    {"\xFF", KEY_NONE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (key_named(names[i].name) != names[i].key)
			fail_msg("\"%s\" is key %#x, not %#x", names[i].name,
				 key_named(names[i].name), names[i].key);
}

/* The names that are shown are the names that are read. */
static void every_key_has_a_name_of_its_own(void **state)
{
	(void)state;
	for (uint32_t key = 1; key <= KEY_FUNCTION_12; key = key == 0xFF ? KEY_RUBOUT : key + 1) {
		struct buffer name = {0}, label = {0};
		bool is_none = (key >= 0x7F && key <= 0xA0) || key == 0xAD;
		uint32_t alias = key == '\b'   ? (uint32_t)KEY_RUBOUT
				 : key == '\n' ? KEY_RETURN
					       : key;

		key_spell(&name, key);
		key_label(&label, key);
		if (!is_none && (key_named(buffer_text(&name)) != alias ||
				 key_named(buffer_text(&label)) != alias))
			fail_msg("%#x is not %s or not %s", key, buffer_text(&name),
				 buffer_text(&label));
		buffer_free(&name);
		buffer_free(&label);
	}
}

static void a_command_names_its_keys(void **state)
{
	struct keymap keymap;
	struct buffer labels = {0};

	(void)state;
	keymap_begin(&keymap);
	keymap_say(&keymap, command_find("bookmark"), &labels, key_label);
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
	    cmocka_unit_test(every_condition_has_a_bit_of_its_own),
	    cmocka_unit_test(every_command_can_be_reached),
	    cmocka_unit_test(keys_have_labels),
	    cmocka_unit_test(keys_are_named_as_config_has_them),
	    cmocka_unit_test(every_key_has_a_name_of_its_own),
	    cmocka_unit_test(a_command_names_its_keys),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("keymap", tests, NULL, NULL);
}
