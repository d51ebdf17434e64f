/* What the user's file of settings may say, and what is said of one that is wrong. */
#include "config.h"

#include "sample.h"

#include "base/memory.h"
#include "store/preferences.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

#define FILE_NAME "nec-agenda/config.yaml"

static struct preferences preferences;
static struct report report;

static int set_up(void **state)
{
	(void)state;
	setenv("XDG_CONFIG_HOME", sample_home_make(), 1);
	preferences_begin(&preferences);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	preferences_free(&preferences);
	report_free(&report);
	sample_home_remove();
	return 0;
}

/* Reads a file of this text, forgetting what was read before. */
static void take(const char *text)
{
	sample_write(FILE_NAME, text);
	preferences_free(&preferences);
	report_free(&report);
	preferences_begin(&preferences);
	preferences_read(&preferences, &report);
}

static void assert_usual(void)
{
	assert_null(preferences.keys);
	assert_int_equal(preferences.language, PREFERENCES_LANGUAGE_AUTO);
	assert_int_equal(preferences.color, PREFERENCES_COLOR_AUTO);
	assert_false(preferences.ascii);
	assert_true(preferences.mouse);
	assert_int_equal(preferences.remind, 10);
	assert_false(preferences.bell);
}

/* There is one finding, of this file and line, and it holds these texts. */
static void assert_told(enum severity severity, int line, const char *one, const char *other)
{
	const struct finding *finding = report.items;

	assert_int_equal(report.count, 1);
	assert_int_equal(finding->severity, severity);
	assert_string_equal(finding->place.file, sample_path(FILE_NAME));
	assert_int_equal(finding->place.line, line);
	if (!strstr(finding->message, one) || !strstr(finding->message, other))
		fail_msg("\"%s\" and \"%s\" are not in: %s", one, other, finding->message);
}

static void no_file_is_fine(void **state)
{
	(void)state;
	preferences_read(&preferences, &report);
	assert_usual();
	assert_int_equal(report.count, 0);
	setenv("XDG_CONFIG_HOME", "/dev/null", 1);
	preferences_read(&preferences, &report);
	assert_int_equal(report.count, 0);
	unsetenv("XDG_CONFIG_HOME");
	setenv("HOME", "", 1);
	preferences_read(&preferences, &report);
	assert_int_equal(report.count, 0);
}

static void it_lies_in_the_home_by_default(void **state)
{
	(void)state;
	unsetenv("XDG_CONFIG_HOME");
	setenv("HOME", sample_path("."), 1);
	sample_write(".config/nec-agenda/config.yaml", "remind: 7\n");
	preferences_read(&preferences, &report);
	assert_int_equal(preferences.remind, 7);
}

static void every_setting_is_taken(void **state)
{
	(void)state;
	take("# mine\n"
	     "language: fr\n"
	     "ascii: true\n"
	     "color: never\n"
	     "mouse: no\n"
	     "remind: 5\n"
	     "bell: yes\n"
	     "keys:\n"
	     "  quit: [q, F10]\n");
	assert_int_equal(report.count, 0);
	assert_int_equal(preferences.language, PREFERENCES_LANGUAGE_FRENCH);
	assert_true(preferences.ascii);
	assert_int_equal(preferences.color, PREFERENCES_COLOR_NEVER);
	assert_false(preferences.mouse);
	assert_int_equal(preferences.remind, 5);
	assert_true(preferences.bell);
	assert_non_null(preferences.keys);
	assert_string_equal(preferences.keys->first->key, "quit");
	take("language: en\ncolor: always\nmouse: True\nremind: 0\nascii: off\n");
	assert_int_equal(report.count, 0);
	assert_int_equal(preferences.language, PREFERENCES_LANGUAGE_ENGLISH);
	assert_int_equal(preferences.color, PREFERENCES_COLOR_ALWAYS);
	assert_int_equal(preferences.remind, 0);
}

static void nothing_said_changes_nothing(void **state)
{
	static const char *const texts[] = {
	    "",	  "\n\n# nothing yet\n", "keys:\nlanguage:\nmouse: ~\nremind: \"\"\n",
	    "{}", "---\n...\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		take(texts[i]);
		assert_usual();
		assert_int_equal(report.count, 0);
	}
}

static void a_mistake_is_told_and_the_rest_counts(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *one, *other;
	} cases[] = {
	    {"remind: 3\ncolour: never\n", 2, "\"colour\"", "\"color\""},
	    {"remind: 3\n\nLanguage: fr\n", 3, "\"Language\"", "\"language\""},
	    {"lang: fr\nremind: 3\n", 1, "\"lang\"", "\"language\""},
	    {"remind: 3\nwallpaper: cats\n", 2, "\"wallpaper\"", "keys, language, ascii"},
	    {"remind: 3\nlanguage: de\n", 2, "language: de", "auto, en or fr"},
	    {"ascii: perhaps\nremind: 3\n", 1, "ascii: perhaps", "true or false"},
	    {"remind: 3\ncolor: [never]\n", 2, "color:", "auto, always or never"},
	    {"remind: 3\nmouse: {on: 1}\n", 2, "mouse:", "true or false"},
	    {"remind: 3\nbell: loud\n", 2, "bell: loud", "true or false"},
	    {"remind: 3\nkeys: q\n", 2, "\"keys\"", "quit: q"},
	    {"remind: 3\nkeys: [q]\n", 2, "\"keys\"", "quit: q"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		take(cases[i].text);
		assert_told(SEVERITY_CAUTION, cases[i].line, cases[i].one, cases[i].other);
		assert_int_equal(preferences.remind, 3);
		preferences.remind = 10;
		assert_usual();
	}
}

static void minutes_are_whole_and_bounded(void **state)
{
	static const char *const wrong[] = {"-1",   "ten", "1.5", "1441", "99999999999999999999",
					    "5min", "0x5", "1e1"};

	(void)state;
	take("remind: 1440\n");
	assert_int_equal(preferences.remind, 1440);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char text[64];

		snprintf(text, sizeof text, "remind: %s\n", wrong[i]);
		take(text);
		assert_told(SEVERITY_CAUTION, 1, wrong[i], "1440");
		assert_int_equal(preferences.remind, 10);
	}
}

static void the_first_of_two_counts(void **state)
{
	(void)state;
	take("remind: 3\nremind: 4\n");
	assert_told(SEVERITY_WARNING, 2, "\"remind\"", "second");
	assert_int_equal(preferences.remind, 3);
}

/* Of such a file nothing counts. */
static void what_is_no_yaml_is_an_error(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *message;
	} cases[] = {
	    {"remind: 3\nkeys:\n  next-day: ]\n", 3, "quotes"},
	    {"remind: 3\nkeys:\n  help: ?\n", 3, "quotes"},
	    {"remind: 3\nkeys:\n  previous-day: [\n", 3, "quotes"},
	    {"remind: 3\n\tmouse: no\n", 2, "tabs"},
	    {"- remind: 3\n", 1, "lines"},
	    {"remind\n", 1, "lines"},
	    {"keys: {now: &n x, undo: *n}\n", 1, "aliases"},
	    {"remind: 3\n\xC3(\n", 2, "UTF-8"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		take(cases[i].text);
		assert_told(SEVERITY_ERROR, cases[i].line, cases[i].message, "");
		assert_usual();
	}
}

static void a_byte_order_mark_is_passed_over(void **state)
{
	(void)state;
	take("\xEF\xBB\xBFremind: 3\r\nmouse: no\r\n");
	assert_int_equal(report.count, 0);
	assert_int_equal(preferences.remind, 3);
	assert_false(preferences.mouse);
}

static void what_is_no_file_is_told(void **state)
{
	(void)state;
	sample_write(FILE_NAME "/inner", "remind: 3\n");
	preferences_read(&preferences, &report);
	assert_told(SEVERITY_ERROR, 0, "not a file", "");
	report_free(&report);
	sample_home_remove();
	setenv("XDG_CONFIG_HOME", sample_home_make(), 1);
	assert_int_equal(mkdir(sample_path("nec-agenda"), 0700), 0);
	assert_int_equal(mkfifo(sample_path(FILE_NAME), 0600), 0);
	preferences_read(&preferences, &report);
	assert_told(SEVERITY_ERROR, 0, "not a file", "");
	report_free(&report);
	unlink(sample_path(FILE_NAME));
	assert_int_equal(rmdir(sample_path("nec-agenda")), 0);
	sample_write("nec-agenda", "remind: 3\n");
	preferences_read(&preferences, &report);
	assert_told(SEVERITY_ERROR, 0, "move it away", "");
	assert_usual();
}

static void a_link_to_the_file_is_followed(void **state)
{
	(void)state;
	sample_write("dotfiles/nec.yaml", "remind: 3\n");
	sample_write("nec-agenda/other", "");
	assert_int_equal(symlink("../dotfiles/nec.yaml", sample_path(FILE_NAME)), 0);
	preferences_read(&preferences, &report);
	assert_int_equal(report.count, 0);
	assert_int_equal(preferences.remind, 3);
	unlink(sample_path(FILE_NAME));
	assert_int_equal(symlink("config.yaml", sample_path(FILE_NAME)), 0);
	preferences_read(&preferences, &report);
	assert_told(SEVERITY_ERROR, 0, "could not be read", "");
}

static void take_many(const char *before, const char *again, size_t count)
{
	struct buffer text = {0};

	buffer_puts(&text, before);
	for (size_t i = 0; i < count; i++)
		buffer_puts(&text, again);
	take(buffer_text(&text));
	buffer_free(&text);
}

static void size_and_depth_are_bounded(void **state)
{
	(void)state;
	take_many("remind: 3\n", "#\n", (PREFERENCES_LARGEST - 10) / 2);
	assert_int_equal(report.count, 0);
	assert_int_equal(preferences.remind, 3);
	take_many("remind: 3\n", "#\n", PREFERENCES_LARGEST / 2);
	assert_told(SEVERITY_ERROR, 0, "larger", "64 kB");
	assert_usual();
	take_many("keys: ", "[", 60000);
	assert_told(SEVERITY_ERROR, 1, "deep", "");
	take_many("", "x: 1\n", 13000);
	assert_true(report.count > 0 && report.count <= REPORT_KEEPS + 1);
}

static void nothing_in_it_drives_a_terminal(void **state)
{
	(void)state;
	take("\"\\e[31m\\u202e\": x\n");
	assert_null(strpbrk(report.items[0].message, "\033"));
	assert_null(strstr(report.items[0].message, "\xE2\x80\xAE"));
	take("color: \"\\e[31m\\u009b\"\n");
	assert_null(strpbrk(report.items[0].message, "\033"));
	assert_null(strstr(report.items[0].message, "\xC2\x9B"));
}

static void one_setting_can_be_set(void **state)
{
	(void)state;
	assert_true(preferences_set(&preferences, "language", "fr"));
	assert_int_equal(preferences.language, PREFERENCES_LANGUAGE_FRENCH);
	assert_false(preferences_set(&preferences, "language", "french"));
	assert_int_equal(preferences.language, PREFERENCES_LANGUAGE_FRENCH);
	assert_false(preferences_set(&preferences, "keys", "q"));
	assert_false(preferences_set(&preferences, "wallpaper", "true"));
}

static void the_table_is_sound(void **state)
{
	(void)state;
	assert_usual();
	for (size_t i = 0; i < preferences_count(); i++) {
		const struct preferences_row *row = preferences_at(i);

		assert_true(*row->help && *row->values);
		assert_int_equal(row->take != NULL, row->usual != NULL);
		if (row->take)
			assert_true(preferences_set(&preferences, row->name, row->usual));
	}
	assert_usual();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(no_file_is_fine),
	    TEST(it_lies_in_the_home_by_default),
	    TEST(every_setting_is_taken),
	    TEST(nothing_said_changes_nothing),
	    TEST(a_mistake_is_told_and_the_rest_counts),
	    TEST(minutes_are_whole_and_bounded),
	    TEST(the_first_of_two_counts),
	    TEST(what_is_no_yaml_is_an_error),
	    TEST(a_byte_order_mark_is_passed_over),
	    TEST(what_is_no_file_is_told),
	    TEST(a_link_to_the_file_is_followed),
	    TEST(size_and_depth_are_bounded),
	    TEST(nothing_in_it_drives_a_terminal),
	    TEST(one_setting_can_be_set),
	    TEST(the_table_is_sound),
	};
#undef TEST

	return cmocka_run_group_tests_name("preferences", tests, NULL, NULL);
}
