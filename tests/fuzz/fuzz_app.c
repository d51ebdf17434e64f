/*
 * Plays the bytes on the interface: keys, the mouse, sizes, the clock and the disk, over an agenda
 * made from the first of them. After each step the screen is sound (tests/tui/sound.h): the cursor
 * on the selected row, no rule between panes drawn over, the same screen when it is drawn again.
 */
#include "config.h"

#include "fuzz.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "tui/command.h"
#include "tui/key.h"

#include <locale.h>

enum { STEPS_MOST = 60 };

/* Bytes that are taken one after the other; zeros behind the last. */
struct bytes {
	const uint8_t *at, *end;
};

static int take(struct bytes *bytes, int below)
{
	return bytes->at < bytes->end ? *bytes->at++ % below : 0;
}

static void hit_command_key(struct play *play, struct bytes *bytes)
{
	const struct command *command = command_at((size_t)take(bytes, (int)command_count()));

	play_key(play, command->keys[take(bytes, COMMAND_KEYS)]);
}

static void hit_any_key(struct play *play, struct bytes *bytes)
{
	play_key(play, take(bytes, 2) ? (uint32_t)take(bytes, 256)
				      : KEY_RUBOUT + (uint32_t)take(bytes, 30));
}

static void use_mouse(struct play *play, struct bytes *bytes)
{
	struct message message = {.kind = MESSAGE_MOUSE};

	message.mouse.action = (enum mouse_action)take(bytes, MOUSE_WHEEL_DOWN + 1);
	message.mouse.row = take(bytes, 256) - 2;
	message.mouse.column = take(bytes, 256) - 2;
	play_message(play, &message);
}

static void resize(struct play *play, struct bytes *bytes)
{
	struct message message = {.kind = MESSAGE_RESIZE};

	message.resize.rows = take(bytes, 70);
	message.resize.columns = take(bytes, 250);
	play_message(play, &message);
}

static void pass_time(struct play *play, struct bytes *bytes)
{
	struct message message = {.kind = MESSAGE_CLOCK};

	message.clock = sample_at(take(bytes, 7) - 1, take(bytes, 24), take(bytes, 60));
	play_message(play, &message);
}

/* A search, which is slow in half of the agendas. */
static void go_on(struct play *play, struct bytes *bytes)
{
	play_script(play, take(bytes, 8) ? "search:on" : "search:end");
}

static void change_disk(struct play *play, struct bytes *bytes)
{
	play->how = (enum play_disk)take(bytes, DISK_SLOW + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const steps[])(struct play *, struct bytes *) = {
	    hit_command_key, hit_command_key, hit_command_key, hit_any_key, use_mouse,
	    resize,	     pass_time,	      change_disk,     go_on,
	};
	struct bytes bytes = {data, data + size};
	struct play play;
	int seed = take(&bytes, 64), rows = 10 + take(&bytes, 50), columns = 40 + take(&bytes, 160);

	setlocale(LC_ALL, "C.UTF-8");
	play_begin(&play, seed ? sample_random((unsigned)seed) : sample_lanterns(),
		   sample_at(take(&bytes, 5) - 1, take(&bytes, 24), 0), rows, columns);
	if (seed % 2)
		play_script(&play, "search:slow");
	for (int i = 0; i < STEPS_MOST && bytes.at < bytes.end; i++) {
		steps[take(&bytes, sizeof steps / sizeof *steps)](&play, &bytes);
		assert_sound(&play);
	}
	play_end(&play);
	return 0;
}
