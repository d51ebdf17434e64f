#include "config.h"

#include "play.h"

#include "sample.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "tui/app_private.h"
#include "tui/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Any locale but C makes gettext heed LANGUAGE; binding again makes it forget what it looked up. It
 * looks for where it is at every text where the folder has no whole path. */
bool play_speak(const char *language)
{
	const char *built = getenv("builddir");
	struct buffer path = {0};
	char *folder;

	buffer_printf(&path, "%s/locale-built", built ? built : ".");
	folder = realpath(buffer_text(&path), NULL);
	setenv("LANGUAGE", language, 1);
	setlocale(LC_ALL, "C.UTF-8");
	bindtextdomain(PACKAGE, folder ? folder : buffer_text(&path));
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	i18n_forget();
	free(folder);
	buffer_free(&path);
	return !strcmp(language, "en") || strcmp(C_("weekday", "Monday"), "Monday") != 0;
}

static void draw(struct play *play)
{
	app_draw(play->app, play->screen);
}

static const struct app_format formats[] = {
    {"text", "txt", "for people: what one reads"},
    {"ics", "ics", "for calendars: an event per session, in whatever zone they are"},
};

void play_begin(struct play *play, struct agenda *agenda, civil_moment now, int rows, int columns)
{
	*play = (struct play){.agenda = agenda};
	play->app = app_new(agenda, now, rows, columns);
	app_set_formats(play->app, formats, sizeof formats / sizeof *formats);
	play->screen = screen_new(rows, columns);
	draw(play);
}

struct play play_lanterns(const char *script)
{
	struct play play;

	play_begin(&play, sample_lanterns(), sample_at(1, 9, 42), 24, 80);
	play_script(&play, script);
	return play;
}

void play_end(struct play *play)
{
	app_free(play->app);
	screen_free(play->screen);
	bookmarks_free(&play->disk);
	bookmarks_free(&play->removed);
	buffer_free(&play->handed);
	agenda_free(play->agenda);
}

/* The disk */

static void send(struct play *play, const struct message *message);

/* Keeps the session, or gives what is kept the note. */
static void write_bookmark(struct play *play, const char *id, const char *note)
{
	const struct bookmark *found = bookmarks_find(&play->disk, id);
	struct bookmark bookmark;

	if (!found) {
		bookmarks_keep(&play->disk, play->agenda,
			       (size_t)agenda_find_session(play->agenda, id), note);
		return;
	}
	bookmark = *found;
	bookmark.note = (char *)note;
	bookmarks_set(&play->disk, &bookmark);
}

static void remove_bookmark(struct play *play, const char *id)
{
	const struct bookmark *found = bookmarks_find(&play->disk, id);

	if (found)
		bookmarks_set(&play->removed, found);
	bookmarks_remove(&play->disk, id);
}

static void renew_bookmark(struct play *play, const char *id)
{
	const struct bookmark *found = bookmarks_find(&play->disk, id);
	int session = agenda_find_session(play->agenda, id);
	struct bookmark lost;

	if (session >= 0) {
		bookmarks_keep(&play->disk, play->agenda, (size_t)session, found->note);
		return;
	}
	lost = *found;
	lost.lost = true;
	bookmarks_set(&play->disk, &lost);
}

static void write_disk(struct play *play, const struct effect *effect)
{
	switch (effect->kind) {
	case EFFECT_REMOVE:
		remove_bookmark(play, effect->id);
		break;
	case EFFECT_RESTORE:
		bookmarks_set(&play->disk, bookmarks_find(&play->removed, effect->id));
		break;
	case EFFECT_SUCCEED:
		write_bookmark(play, play->agenda->sessions[effect->session].id, effect->note);
		remove_bookmark(play, effect->id);
		break;
	case EFFECT_RENEW:
		for (size_t i = 0; i < effect->id_count; i++)
			renew_bookmark(play, effect->ids[i]);
		break;
	case EFFECT_SAVE:
	case EFFECT_NOTE:
		write_bookmark(play, effect->id, effect->note);
		break;
	default:
		break;
	}
}

static const char disk_error[] = "there is no space left on the device";

static void answer(struct play *play, const struct effect *effect)
{
	struct message message = {.kind = MESSAGE_SAVED};

	if (play->how == DISK_SLOW)
		return;
	if (play->how != DISK_FULL)
		write_disk(play, effect);
	if (play->how == DISK_FAILING) /* what fails makes the browser read the disk */
		send(play, &(struct message){.kind = MESSAGE_BOOKMARKS, .bookmarks = &play->disk});
	message.saved.what = effect->kind;
	message.saved.done = play->how == DISK_OK;
	message.saved.id = effect->id;
	message.saved.error = disk_error;
	send(play, &message);
}

/* The disk remembers one file. */
static void answer_export(struct play *play, const struct export_order *order)
{
	struct message message = {.kind = MESSAGE_EXPORTED};

	if (play->how == DISK_SLOW)
		return;
	message.exported.path = order->path;
	message.exported.error = disk_error;
	if (play->how == DISK_FULL) {
		message.exported.end = EXPORT_FAILED;
	} else if (!order->path) {
		play->copied_sessions++;
		play->order = *order;
	} else if (!order->replace && !strcmp(play->file, order->path)) {
		message.exported.end = EXPORT_THERE;
	} else {
		play->exports++;
		play->order = *order;
		snprintf(play->file, sizeof play->file, "%s", order->path);
	}
	send(play, &message);
}

static void carry_out(struct play *play, const struct effect *effect)
{
	switch (effect->kind) {
	case EFFECT_QUIT:
		play->quit = true;
		break;
	case EFFECT_BELL:
		play->bells++;
		break;
	case EFFECT_EXPORT:
		answer_export(play, &effect->order);
		break;
	case EFFECT_REPAINT:
		play->repaints++;
		break;
	case EFFECT_SUSPEND:
		play->suspends++;
		break;
	case EFFECT_SAVE:
		play->saves++;
		answer(play, effect);
		break;
	case EFFECT_NOTE:
		play->notes++;
		answer(play, effect);
		break;
	case EFFECT_REMOVE:
		play->removals++;
		answer(play, effect);
		break;
	case EFFECT_RESTORE:
		play->saves++;
		answer(play, effect);
		break;
	case EFFECT_SUCCEED:
	case EFFECT_RENEW:
		answer(play, effect);
		break;
	case EFFECT_ADOPT:
		play->adoptions++;
		answer(play, effect);
		break;
	case EFFECT_DECLINE:
		play->refusals++;
		answer(play, effect);
		break;
	case EFFECT_OPEN:
	case EFFECT_COPY:
		play->openings += effect->kind == EFFECT_OPEN;
		play->copies += effect->kind == EFFECT_COPY;
		buffer_clear(&play->handed);
		buffer_puts(&play->handed, effect->text);
		break;
	}
}

void play_bookmark(struct play *play, const struct bookmark *bookmark)
{
	struct message message = {.kind = MESSAGE_BOOKMARKS, .bookmarks = &play->disk};

	bookmarks_set(&play->disk, bookmark);
	play_message(play, &message);
}

static struct bookmark *keep_on_disk(struct play *play, const char *id)
{
	int session = agenda_find_session(play->agenda, id);

	assert_true(session >= 0);
	bookmarks_keep(&play->disk, play->agenda, (size_t)session, NULL);
	return (struct bookmark *)bookmarks_find(&play->disk, id);
}

/* What was kept under an id that is no more, with the title and speakers of a session. */
static void keep_gone(struct play *play, const char *of, const char *id, const char *note)
{
	struct bookmark gone = bookmarks_copy_one(keep_on_disk(play, of));

	bookmarks_remove(&play->disk, of);
	free(gone.id);
	gone.id = memory_strdup(id);
	gone.note = memory_strdup(note);
	gone.start -= 60;
	gone.end = CIVIL_NONE;
	bookmarks_set(&play->disk, &gone);
	bookmarks_free_one(&gone);
}

void play_revision(struct play *play)
{
	struct message message = {.kind = MESSAGE_BOOKMARKS, .bookmarks = &play->disk};
	struct bookmark *bookmark;

	bookmark = keep_on_disk(play, "2031-06-12-mending-nets-mending-networks");
	bookmark->start -= 30;
	free(bookmark->room);
	bookmark->room = memory_strdup("Customs hall");
	bookmark = keep_on_disk(play, "2031-06-12-signals-for-the-deaf-foghorns-for-the-blind");
	bookmark->cancelled = false;
	keep_gone(play, "2031-06-12-keynote-the-ledger-of-the-lamps", "keynote-as-it-was",
		  "sit in front");
	keep_gone(play, "2031-06-12-night-of-lanterns", "night-as-it-was", NULL);
	bookmark = (struct bookmark *)bookmarks_find(&play->disk, "night-as-it-was");
	free(bookmark->title);
	bookmark->title = memory_strdup("Night of fireworks");
	play_message(play, &message);
}

static void send(struct play *play, const struct message *message)
{
	struct effects effects;

	app_update(play->app, message, &effects);
	assert_in_range(effects.count, 0, EFFECTS_MOST);
	for (int i = 0; i < effects.count; i++)
		carry_out(play, &effects.items[i]);
}

void play_message(struct play *play, const struct message *message)
{
	send(play, message);
	draw(play);
}

void play_key(struct play *play, uint32_t key)
{
	play_message(play, &(struct message){.kind = MESSAGE_KEY, .key = key});
}

/* Scripts */

static uint32_t key_of(const char *name)
{
	uint32_t key = key_named(name);

	if (key == KEY_NONE)
		fail_msg("no key is called %s", name);
	return key;
}

static bool play_mouse_word(struct play *play, const char *word)
{
	static const char *const names[] = {
	    [MOUSE_CLICK] = "click",
	    [MOUSE_DOUBLE_CLICK] = "double",
	    [MOUSE_WHEEL_UP] = "wheel-up",
	    [MOUSE_WHEEL_DOWN] = "wheel-down",
	};
	struct message message = {.kind = MESSAGE_MOUSE};
	size_t length = strcspn(word, ":");

	if (sscanf(word + length, ":%d:%d", &message.mouse.row, &message.mouse.column) != 2)
		return false;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strlen(names[i]) != length || strncmp(names[i], word, length) != 0)
			continue;
		message.mouse.action = (enum mouse_action)i;
		send(play, &message);
		return true;
	}
	return false;
}

static bool play_disk_word(struct play *play, const char *word)
{
	static const char *const names[] = {[DISK_OK] = "disk:ok",
					    [DISK_FULL] = "disk:full",
					    [DISK_SLOW] = "disk:slow",
					    [DISK_FAILING] = "disk:failing"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i], word)) {
			play->how = (enum play_disk)i;
			return true;
		}
	return false;
}

static bool play_search_word(struct play *play, const char *word)
{
	const struct message go_on = {.kind = MESSAGE_GO_ON};

	if (!strcmp(word, "search:slow"))
		play->app->filter.effort = 0;
	else if (!strcmp(word, "search:on"))
		send(play, &go_on);
	else if (!strcmp(word, "search:end"))
		while (app_has_more(play->app))
			send(play, &go_on);
	else
		return false;
	return true;
}

static void play_word(struct play *play, const char *word)
{
	int first, second, third;
	char rest;

	if (sscanf(word, "%dx%d%c", &first, &second, &rest) == 2)
		send(play, &(struct message){.kind = MESSAGE_RESIZE, .resize = {second, first}});
	else if (sscanf(word, "d%d@%d:%d%c", &first, &second, &third, &rest) == 3)
		send(play, &(struct message){.kind = MESSAGE_CLOCK,
					     .clock = sample_at(first, second, third)});
	else if (sscanf(word, "remind:%d%c", &first, &rest) == 1)
		app_remind(play->app, first, true);
	else if (!play_mouse_word(play, word) && !play_disk_word(play, word) &&
		 !play_search_word(play, word))
		send(play, &(struct message){.kind = MESSAGE_KEY, .key = key_of(word)});
}

void play_script(struct play *play, const char *script)
{
	struct buffer word = {0};

	while (*(script += strspn(script, " "))) {
		size_t length = strcspn(script, " ");

		buffer_clear(&word);
		buffer_append(&word, script, length);
		play_word(play, buffer_text(&word));
		script += length;
	}
	buffer_free(&word);
	draw(play);
}

int play_row_of(const struct play *play, const char *text, int *column)
{
	int found = -1;

	for (int row = 0; row < screen_rows(play->screen) && found < 0; row++) {
		struct buffer line = {0};
		const char *at;
		size_t before;

		for (int i = 0; i < screen_columns(play->screen); i++)
			buffer_puts(&line, screen_cell(play->screen, row, i)->text);
		at = strstr(buffer_text(&line), text);
		before = at ? (size_t)(at - buffer_text(&line)) : 0;
		found = at ? row : -1;
		for (int i = 0; at && column; i++) {
			*column = i;
			if (!before)
				break;
			before -= strlen(screen_cell(play->screen, row, i)->text);
		}
		buffer_free(&line);
	}
	return found;
}

void play_mouse(struct play *play, enum mouse_action action, const char *text, int further)
{
	struct message message = {.kind = MESSAGE_MOUSE, .mouse.action = action};

	message.mouse.row = play_row_of(play, text, &message.mouse.column);
	if (message.mouse.row < 0)
		fail_msg("\"%s\" is not on the screen", text);
	message.mouse.row += further;
	play_message(play, &message);
}

void play_click(struct play *play, const char *text)
{
	play_mouse(play, MOUSE_CLICK, text, 0);
}

char *play_looks(const struct play *play)
{
	struct buffer dump = {0};

	play_dump(play, &dump);
	return buffer_steal(&dump);
}

void play_dump(const struct play *play, struct buffer *out)
{
	struct buffer all = {0};
	int row, column, lines = screen_rows(play->screen);
	const char *roles;

	screen_dump(play->screen, &all, true);
	roles = buffer_text(&all);
	while (lines--)
		roles = strchr(roles, '\n') + 1;
	screen_cursor(play->screen, &row, &column);
	buffer_append(out, buffer_text(&all), (size_t)(roles - buffer_text(&all)));
	buffer_printf(out, "cursor: row %d, column %d\n", row, column);
	buffer_puts(out, roles);
	buffer_free(&all);
}

void play_print(const char *heading, const struct buffer *screen)
{
	const char *line = buffer_text(screen);

	print_error("--- %s\n", heading);
	while (*line) {
		int length = (int)strcspn(line, "\n");

		print_error("%.*s\n", length, line);
		line += length + (line[length] == '\n');
	}
}
