/*
 * Anything may happen, in any order: keys, the mouse, other sizes, the clock, the disk. Whatever it
 * was, the screen is sound. A failure names its seed, with which it happens again.
 *
 * NEC_RANDOM_FROM=SEED begins with another seed, NEC_RANDOM_AGENDAS=COUNT takes more of them.
 */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "tui/command.h"
#include "tui/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { AGENDAS = 80, STEPS = 120 };

static int below(int limit)
{
	return rand() % limit;
}

static void random_key(struct play *play)
{
	const struct command *command = command_at((size_t)below((int)command_count()));
	uint32_t key = command->keys[below(COMMAND_KEYS)];

	play_key(play, below(20) ? key : (uint32_t)below(KEY_FUNCTION_12 + 5));
}

static void random_mouse(struct play *play)
{
	struct message message = {.kind = MESSAGE_MOUSE};

	message.mouse.action = (enum mouse_action)below(MOUSE_WHEEL_DOWN + 1);
	message.mouse.row = below(screen_rows(play->screen) + 4) - 2;
	message.mouse.column = below(screen_columns(play->screen) + 4) - 2;
	play_message(play, &message);
}

static void random_size(struct play *play)
{
	struct message message = {.kind = MESSAGE_RESIZE};

	message.resize.rows = below(3) ? 8 + below(40) : below(15) - 1;
	message.resize.columns = below(3) ? 35 + below(130) : below(50) - 1;
	play_message(play, &message);
}

static void random_clock(struct play *play)
{
	struct message message = {.kind = MESSAGE_CLOCK};

	message.clock = sample_at(below(7) - 1, below(24), below(60));
	play_message(play, &message);
}

static void random_disk(struct play *play)
{
	static const enum play_disk disks[] = {DISK_OK, DISK_OK, DISK_FULL, DISK_SLOW,
					       DISK_FAILING};
	const struct agenda *agenda = play->agenda;
	struct bookmark bookmark = {
	    .id = (char *)"gone", .day = CIVIL_NONE, .start = CIVIL_NONE, .end = CIVIL_NONE};

	play->how = disks[below(4)];
	if (agenda->session_count && below(3)) {
		bookmark.id = (char *)agenda->sessions[below((int)agenda->session_count)].id;
	} else if (below(2)) {
		bookmark.id = (char *)(below(2) ? "another" : "a third");
		bookmark.title = (char *)"東京 and a title that is gone with its session";
		bookmark.day = civil_day_of_moment(sample_at(below(4), 0, 0));
		bookmark.start = sample_at(below(4), below(24), 0);
	}
	play_bookmark(play, &bookmark);
	play_message(play, &(struct message){.kind = MESSAGE_NOTICE,
					     .notice = below(2) ? "a line that is said" : NULL});
}

static void random_step(struct play *play)
{
	int choice = below(40);

	if (app_has_more(play->app) && !below(3))
		play_script(play, below(6) ? "search:on" : "search:end");
	else if (choice < 28)
		random_key(play);
	else if (choice < 34)
		random_mouse(play);
	else if (choice < 37)
		random_size(play);
	else if (choice < 39)
		random_clock(play);
	else
		random_disk(play);
}

static unsigned wanted(const char *variable, unsigned usual)
{
	const char *value = getenv(variable);

	return value ? (unsigned)strtoul(value, NULL, 10) : usual;
}

static void anything_leaves_the_screen_sound(void **state)
{
	unsigned from = wanted("NEC_RANDOM_FROM", 0);
	unsigned count = wanted("NEC_RANDOM_AGENDAS", AGENDAS);

	(void)state;
	for (unsigned seed = from; seed < from + count; seed++) {
		struct play play;

		srand(seed);
		print_message("# seed %u\n", seed);
		play_begin(&play, seed % 10 ? sample_random(seed) : sample_lanterns(),
			   sample_at(below(5) - 1, below(24), 0), 10 + below(40), 40 + below(90));
		app_set_linear(play.app, seed % 4 == 1);
		if (seed % 3 == 1)
			play_script(&play, "search:slow");
		play_message(&play, &(struct message){.kind = MESSAGE_NOTICE});
		assert_sound(&play);
		for (int step = 0; step < STEPS; step++) {
			random_step(&play);
			assert_sound(&play);
		}
		play_end(&play);
	}
}

/* A storm of sizes between any two keys. */
static void resizing_loses_nothing(void **state)
{
	struct play play;

	(void)state;
	srand(7);
	play_begin(&play, sample_lanterns(), sample_at(1, 10, 12), 24, 80);
	play_script(&play, "j j");
	for (int i = 0; i < 500; i++) {
		random_size(&play);
		assert_sound(&play);
	}
	play_script(&play, "80x24");
	assert_non_null(strstr(cursor_line(&play), "東京"));
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(anything_leaves_the_screen_sound),
	    cmocka_unit_test(resizing_loses_nothing),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("anything", tests, NULL, NULL);
}
