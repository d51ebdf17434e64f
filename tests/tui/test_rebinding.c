/* The user's own keys: what the file may say, what is said of mistakes, and that all which speaks
 * of keys speaks of these. */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "base/arena.h"
#include "base/node.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/rebinding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

/* A keymap after what a file says under `keys`. */
struct scene {
	struct keymap keymap;
	struct report report;
};

static struct scene apply(const char *text)
{
	struct scene scene = {.report = {0}};
	struct arena *arena = arena_new();
	struct place place = {.file = "config.yaml", .line = 1};
	const struct node *keys = node_parse(arena, text, strlen(text), place, &scene.report);

	assert_non_null(keys);
	keymap_begin(&scene.keymap);
	rebinding_apply(&scene.keymap, keys, &scene.report);
	arena_free(arena);
	return scene;
}

static void leave(struct scene *scene)
{
	keymap_free(&scene->keymap);
	report_free(&scene->report);
}

static void assert_keys(const struct scene *scene, const char *command, const char *keys)
{
	struct buffer said = {0};

	keymap_say(&scene->keymap, command_find(command), &said, key_spell);
	assert_string_equal(buffer_text(&said), keys);
	buffer_free(&said);
}

/* The only finding is a caution, which stands on this line and holds these texts. */
static void assert_cautioned(const struct scene *scene, int line, const char *one,
			     const char *other)
{
	const struct finding *finding = scene->report.items;

	assert_int_equal(scene->report.count, 1);
	assert_int_equal(finding->severity, SEVERITY_CAUTION);
	assert_string_equal(finding->place.file, "config.yaml");
	assert_int_equal(finding->place.line, line);
	if (!strstr(finding->message, one) || !strstr(finding->message, other))
		fail_msg("\"%s\" and \"%s\" are not in: %s", one, other, finding->message);
}

static void a_command_gets_the_keys_of_the_file(void **state)
{
	struct scene scene = apply("quit: x\n"
				   "now: [Ctrl-N, F5, é]\n"
				   "suspend: []\n"
				   "down: [j, Down, Space]\n"
				   "bookmark: b\n"
				   "tick: t\n");

	(void)state;
	assert_keys(&scene, "quit", "x");
	assert_keys(&scene, "now", "Ctrl-N F5 é");
	assert_keys(&scene, "suspend", "");
	assert_keys(&scene, "down", "j Down Space");
	assert_keys(&scene, "up", "Up k");
	assert_int_equal(scene.report.count, 0);
	leave(&scene);
}

/* What --help-keys shows can be written into the file as it is. */
static void the_usual_keys_can_be_given_outright(void **state)
{
	struct buffer text = {0};
	struct scene scene;

	(void)state;
	for (size_t i = 0; i < command_count(); i++) {
		const struct command *command = command_at(i);

		buffer_printf(&text, "%s: [", command->name);
		for (int k = 0; k < COMMAND_KEYS && command->keys[k] != KEY_NONE; k++) {
			buffer_puts(&text, k ? ", '" : "'");
			key_spell(&text, command->keys[k]);
			buffer_putc(&text, '\'');
		}
		buffer_puts(&text, "]\n");
	}
	scene = apply(buffer_text(&text));
	for (size_t i = 0; i < scene.report.count; i++)
		print_error("%s\n", scene.report.items[i].message);
	assert_int_equal(scene.report.count, 0);
	for (size_t i = 0; i < command_count(); i++)
		assert_int_equal(keymap_key(&scene.keymap, i), command_at(i)->keys[0]);
	buffer_free(&text);
	leave(&scene);
}

static void unknown_names_are_told_with_the_nearest(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *one, *other;
	} cases[] = {
	    {"\nbookmrak: x\n", 2, "\"bookmrak\"", "\"bookmark\""},
	    {"Bookmark: x\n", 1, "\"Bookmark\"", "\"bookmark\""},
	    {"fly: x\n", 1, "\"fly\"", "--help-keys"},
	    {"undo: x\nquit: Enterr\n", 2, "\"Enterr\"", "\"Enter\""},
	    {"quit: Escape\n", 1, "\"Escape\"", "\"Esc\""},
	    {"quit: PageDown\n", 1, "\"PageDown\"", "\"PgDn\""},
	    {"quit:\n- x\n- Alt-x\n", 3, "\"Alt-x\"", "Ctrl-L"},
	    {"quit: F13\n", 1, "\"F13\"", "F1"},
	    {"quit: qq\n", 1, "\"qq\"", "Enter"},
	    {"quit: ~\n", 1, "missing", "[]"},
	    {"quit: {q: x}\n", 1, "list", "4"},
	    {"quit: [[q]]\n", 1, "list", "4"},
	    {"quit: [d, v, w, x,\n z]\n", 2, "list", "4"},
	    {"quit: Ctrl-C\n", 1, "\"Ctrl-C\"", "terminal"},
	    {"quit: 'Ctrl-\\'\n", 1, "Ctrl-\\", "terminal"},
	    {"quit: Ctrl-Z\n", 1, "\"Ctrl-Z\"", "terminal"},
	    {"accept: x\n", 1, "\"x\"", "\"accept\""},
	    {"cancel: Space\n", 1, "\"Space\"", "\"cancel\""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct scene scene = apply(cases[i].text);

		assert_cautioned(&scene, cases[i].line, cases[i].one, cases[i].other);
		leave(&scene);
	}
}

static void what_is_wrong_leaves_the_rest(void **state)
{
	struct scene scene = apply("quit: [Qq, x]\nundo: Alt-x\nfly: f\nnow: v\n");

	(void)state;
	assert_int_equal(scene.report.count, 3);
	assert_keys(&scene, "quit", "x");
	assert_keys(&scene, "undo", "u");
	assert_keys(&scene, "now", "v");
	leave(&scene);
}

static void a_key_of_the_file_is_taken_from_the_usual_one(void **state)
{
	struct scene scene = apply("undo: x\nnow: b\n");

	(void)state;
	assert_cautioned(&scene, 2, "\"bookmark\"", "\"now\"");
	assert_keys(&scene, "now", "b");
	assert_keys(&scene, "bookmark", "Space");
	leave(&scene);
}

static void of_two_in_the_file_the_first_gets_the_key(void **state)
{
	struct scene scene = apply("now: [x, w]\nundo: [z, x]\n");

	(void)state;
	assert_cautioned(&scene, 2, "\"x\"", "\"now\"");
	assert_keys(&scene, "now", "x w");
	assert_keys(&scene, "undo", "z");
	leave(&scene);
}

/* A space in quotes could not be seen in what is said of it. */
static void a_key_in_conflict_is_called_by_its_name(void **state)
{
	struct scene scene = apply("bookmark: x\npage-down: [\" \"]\n");

	(void)state;
	assert_cautioned(&scene, 2, "\"Space\" is also a key of", "\"page-down\"");
	leave(&scene);
}

/* Keys may be exchanged, mean different things at different times, and be shared by commands that
 * share one in the table. */
static void no_conflict_is_seen_where_none_is(void **state)
{
	struct scene scene = apply("up: j\ndown: k\n"
				   "quit: x\nclose: x\ncancel: F3\nback: F3\nno: x\n"
				   "search: F4\nchoose: F4\nclose-help: [F4, F4]\n");

	(void)state;
	assert_int_equal(scene.report.count, 0);
	assert_keys(&scene, "close-help", "F4");
	leave(&scene);
}

static void one_is_told_where_no_way_out_is_left(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *command;
	} cases[] = {
	    {"now: x\nquit: []\n", 2, "\"quit\""},
	    {"close: []\n", 1, "\"close\""},
	    {"accept: []\n\ncancel: []\n", 1, "\"cancel\""},
	    {"no: []\nyes: []\n", 2, "\"no\""},
	};
	struct scene scene;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		scene = apply(cases[i].text);
		assert_cautioned(&scene, cases[i].line, cases[i].command, "Ctrl-C");
		leave(&scene);
	}
	scene = apply("cancel: []\nyes: []\n");
	assert_int_equal(scene.report.count, 0);
	leave(&scene);
	scene = apply("now: q\n");
	assert_int_equal(scene.report.count, 2);
	assert_non_null(strstr(scene.report.items[1].message, "\"quit\""));
	leave(&scene);
}

/* The screen */

static struct play begin(const char *keys)
{
	struct scene scene = apply(keys);
	struct play play;

	play_begin(&play, sample_lanterns(), sample_at(1, 10, 12), 24, 80);
	app_set_keys(play.app, &scene.keymap);
	play_script(&play, "80x24");
	leave(&scene);
	return play;
}

/* The same with no keys but these. */
static struct play begin_with_only(const char *keys)
{
	struct buffer text = {0};
	struct play play;

	buffer_puts(&text, keys);
	for (size_t i = 0; i < command_count(); i++) {
		struct buffer line = {0};

		buffer_printf(&line, "\n%s:", command_at(i)->name);
		if (!strstr(keys, buffer_text(&line)))
			buffer_printf(&text, "%s []", buffer_text(&line));
		buffer_free(&line);
	}
	play = begin(buffer_text(&text));
	buffer_free(&text);
	return play;
}

static void assert_line(const struct play *play, int row, const char *text)
{
	struct buffer dump = {0};
	const char *line;

	play_dump(play, &dump);
	line = buffer_text(&dump);
	while (row--)
		line = strchr(line, '\n') + 1;
	if (strncmp(line, text, strlen(text)) != 0)
		fail_msg("\"%.*s\" does not begin with \"%s\"", (int)strcspn(line, "\n"), line,
			 text);
	buffer_free(&dump);
}

static void the_screen_names_the_keys_in_force(void **state)
{
	struct play play = begin_with_only("\ndown: Ctrl-N\nopen: F2\nsearch: é\n"
					   "bookmark: [Insert, b]\nnext-day: Right\n"
					   "previous-day: Left\nhelp: h\nquit: F10\n"
					   "close: Esc\nlast: End\n"
					   "programme: '1'\nthemes: t\nmy-agenda: F4");

	(void)state;
	assert_line(&play, 2, "[1 Programme] t Themes  Practical information  F4 My agenda");
	assert_line(&play, 23,
		    " Ctrl-N move   F2 open   Insert keep   ←→ day   é search      h help   F10 "
		    "quit");
	play_script(&play, "t");
	assert_int_equal(play.app->view, VIEW_THEMES);
	play_script(&play, "F4");
	assert_line(&play, 8, " Choose a session in the programme and press Insert: it will stand");
	play_script(&play, "h End");
	assert_line(&play, 21, " ▌ F10              Quit");
	play_script(&play, "Esc F10");
	assert_true(play.quit);
	play_end(&play);
}

static void usual_keys_that_were_given_away_do_nothing(void **state)
{
	struct play play = begin("quit: F10\nhelp: [h]\npane-before: Left\nbookmark: x\n");

	(void)state;
	play_script(&play, "q ? b Space");
	assert_false(play.quit);
	assert_int_equal(play.saves, 0);
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_script(&play, "x");
	assert_int_equal(play.saves, 1);
	play_end(&play);
}

/* Each of the keys of a shared entry is clicked by itself, however long its name is. */
static void a_click_on_the_footer_hits_the_key_it_shows(void **state)
{
	struct play play = begin_with_only("\nprevious-day: Backspace\nnext-day: x");

	(void)state;
	assert_line(&play, 23, " Backspace x day");
	play_script(&play, "click:23:9");
	assert_int_equal(play.app->day, 0);
	play_script(&play, "click:23:11");
	assert_int_equal(play.app->day, 1);
	play_script(&play, "click:23:13");
	assert_int_equal(play.app->day, 2);
	play_end(&play);
}

static void no_keys_and_long_ones_fit_every_window(void **state)
{
	static const char *const sizes[] = {"40x10", "40x24", "80x24", "120x36", "200x60", "1x1"};
	struct buffer none = {0}, longest = {0};
	const char *texts[2];

	(void)state;
	for (size_t i = 0; i < command_count(); i++) {
		buffer_printf(&none, "%s: []\n", command_at(i)->name);
		buffer_printf(&longest, "%s: [Shift-Tab, Backspace, PgDn, F%zu]\n",
			      command_at(i)->name, i % 12 + 1);
	}
	texts[0] = buffer_text(&none);
	texts[1] = buffer_text(&longest);
	for (int t = 0; t < 2; t++) {
		for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
			struct play play = begin(texts[t]);

			play_script(&play, sizes[i]);
			for (enum view_id view = 0; view < VIEW_COUNT; view++) {
				app_show_view(play.app, view);
				play_script(&play, sizes[i]);
				assert_sound(&play);
			}
			play_end(&play);
		}
	}
	buffer_free(&none);
	buffer_free(&longest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_command_gets_the_keys_of_the_file),
	    cmocka_unit_test(the_usual_keys_can_be_given_outright),
	    cmocka_unit_test(unknown_names_are_told_with_the_nearest),
	    cmocka_unit_test(what_is_wrong_leaves_the_rest),
	    cmocka_unit_test(a_key_of_the_file_is_taken_from_the_usual_one),
	    cmocka_unit_test(of_two_in_the_file_the_first_gets_the_key),
	    cmocka_unit_test(a_key_in_conflict_is_called_by_its_name),
	    cmocka_unit_test(no_conflict_is_seen_where_none_is),
	    cmocka_unit_test(one_is_told_where_no_way_out_is_left),
	    cmocka_unit_test(the_screen_names_the_keys_in_force),
	    cmocka_unit_test(usual_keys_that_were_given_away_do_nothing),
	    cmocka_unit_test(a_click_on_the_footer_hits_the_key_it_shows),
	    cmocka_unit_test(no_keys_and_long_ones_fit_every_window),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("rebinding", tests, NULL, NULL);
}
