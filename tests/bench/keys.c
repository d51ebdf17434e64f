/*
 * What a key costs: an agenda is read and browsed in this process, in a pseudo-terminal whose other
 * end is here too: a thread takes in what is written, for a terminal holds only so much. Measured
 * is this thread's processor time from the key to the last byte written; and, where something goes
 * on after that, such as a search through many sessions, the time until all of it is done and
 * shown.
 *
 *     keys AGENDA ROWS COLUMNS [KIND]
 *
 * measures every kind of key, or the one of that name, such as "down", for a profiler to look at.
 * Prints a line of JSON for each kind of key: name, median, p99 and most (microseconds), painting
 * (the part of the median that curses takes to be handed the screen and to send it), bytes (median)
 * and most_bytes; whole and most_whole (median and most until all is done), and step (the longest
 * time for which a key that is hit meanwhile waits).
 */
#include "config.h"

#include "base/array.h"
#include "base/locale.h"
#include "base/memory.h"
#include "read/reader.h"
#include "term/terminal.h"
#include "tui/app.h"
#include "tui/key.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 400, ROUNDS_ANEW = 40, MOST_KEYS = 8 };

/* Of a kind that takes long fewer rounds will do: no more are begun after so many seconds. */
static const double enough_us = 10e6;

/* A kind of key: what is hit before, unmeasured, and what is hit round and round. */
static const struct kind {
	const char *name;
	bool anew; /* each round in a browser that was just opened */
	uint32_t before[MOST_KEYS], keys[MOST_KEYS];
} kinds[] = {
    {"down", false, {'1'}, {KEY_ARROW_DOWN}},
    {"page down", false, {'1', KEY_LINE_START}, {KEY_PAGE_DOWN}},
    {"first and last", false, {'1'}, {KEY_LINE_END, KEY_LINE_START}},
    {"day", false, {'1', KEY_LINE_START}, {']', ']', ']', '['}},
    {"view", false, {0}, {'2', '3', '4', '5', '1'}},
    {"theme by theme", false, {'2'}, {KEY_ARROW_DOWN, KEY_ARROW_DOWN, KEY_ARROW_UP}},
    {"theme filter",
     false,
     {'1', KEY_ARROW_LEFT, KEY_ARROW_LEFT},
     {KEY_LINE_END, KEY_RETURN, 'F', KEY_ARROW_LEFT}},
    {"filter, opening it the first time", true, {'1'}, {'f'}},
    {"filter, opening and closing", false, {KEY_ESCAPE, 'F', '1'}, {'f', KEY_ESCAPE}},
    {"filter, ticking",
     false,
     {KEY_ESCAPE, 'F', '1', 'f', KEY_PAGE_DOWN},
     {KEY_SPACE, KEY_ARROW_DOWN, KEY_SPACE, KEY_ARROW_UP}},
    {"filter, programme of several",
     false,
     {KEY_ESCAPE, 'F', '1', 'f', KEY_SPACE, KEY_PAGE_DOWN, KEY_SPACE, KEY_ESCAPE},
     {KEY_ARROW_DOWN, ']', '['}},
    {"search, opening it the first time", true, {'1'}, {'/'}},
    {"search, first character", true, {'/'}, {'e'}},
    {"search, further ones",
     false,
     {KEY_ESCAPE, '/'},
     {'a', 't', 'e', KEY_RUBOUT, KEY_RUBOUT, KEY_RUBOUT}},
    {"search, a word of many sessions", true, {'/'}, {'p', 'r', 'o', 'j', 'e', 't'}},
    {"search, the same typed at once", true, {'/'}, {'p', 'r', 'o', 'j', 'e', 't'}},
    {"search, a word of none", true, {'/'}, {'x', 'q'}},
    {"bookmark",
     false,
     {KEY_ESCAPE, KEY_ESCAPE, 'F', '1', KEY_LINE_START},
     {'b', 'b', KEY_ARROW_DOWN}},
    {"now", false, {0}, {'.', KEY_PAGE_DOWN}},
    {"now, in every room", false, {'.', KEY_ESCAPE, '1', '.', KEY_ESCAPE}, {'.', KEY_ESCAPE}},
    {"grid, opening", false, {'1'}, {'5', '1'}},
    {"grid",
     false,
     {'5', KEY_LINE_START},
     {KEY_ARROW_DOWN, KEY_ARROW_RIGHT, KEY_PAGE_DOWN, 'h', 'j', 'l', 'k'}},
    {"grid, day", false, {'5'}, {']', ']', ']', '['}},
};

/* Whether its next key comes before anything has gone on. */
static bool is_fast(const struct kind *kind)
{
	return strstr(kind->name, "at once");
}

struct bench {
	const struct agenda *agenda;
	civil_moment now;
	int rows, columns;
	struct app *app;
	struct screen *screen;
	struct terminal *terminal;
	int master;
	pthread_mutex_t lock; /* of the other end of the terminal, and of the next */
	size_t received;      /* bytes since they were last asked for */
	double painting;      /* microseconds, since they were last set to 0 */
	double step;	      /* the longest one of what went on */
	ARRAY(double) times;
	ARRAY(double) wholes; /* beginning with those */
	ARRAY(double) paintings;
	ARRAY(double) bytes;
};

static double processor_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static void show(struct bench *bench)
{
	double begin;

	app_draw(bench->app, bench->screen);
	begin = processor_us();
	terminal_paint(bench->terminal, bench->screen);
	bench->painting += processor_us() - begin;
}

/* The disk takes every bookmark. */
static void answer(struct bench *bench, const struct effects *effects)
{
	for (int i = 0; i < effects->count; i++) {
		const struct effect *effect = &effects->items[i];
		struct message message = {.kind = MESSAGE_SAVED};
		struct effects none;

		if (effect->kind != EFFECT_SAVE && effect->kind != EFFECT_REMOVE)
			continue;
		message.saved.what = effect->kind;
		message.saved.done = true;
		message.saved.id = effect->id;
		app_update(bench->app, &message, &none);
	}
}

static void hit(struct bench *bench, uint32_t key)
{
	struct message message = {.kind = MESSAGE_KEY, .key = key};
	struct effects effects;

	app_update(bench->app, &message, &effects);
	answer(bench, &effects);
	show(bench);
}

/* As the browser does while no key is hit. */
static void go_on(struct bench *bench)
{
	struct message message = {.kind = MESSAGE_GO_ON};
	struct effects effects;

	while (app_has_more(bench->app)) {
		double begin = processor_us(), step;

		app_update(bench->app, &message, &effects);
		if (app_is_to_be_drawn(bench->app))
			show(bench);
		step = processor_us() - begin;
		bench->step = step > bench->step ? step : bench->step;
	}
}

/* Takes what the terminal was sent so far; returns how many bytes there were since last time. */
static size_t drain(struct bench *bench)
{
	char bytes[4096];
	size_t received;
	ssize_t count;

	pthread_mutex_lock(&bench->lock);
	while ((count = read(bench->master, bytes, sizeof bytes)) > 0)
		bench->received += (size_t)count;
	received = bench->received;
	bench->received = 0;
	pthread_mutex_unlock(&bench->lock);
	return received;
}

/* The thread at the other end of the terminal. */
static void *receive(void *context)
{
	struct bench *bench = context;
	struct pollfd ready = {.fd = bench->master, .events = POLLIN};
	char bytes[4096];
	ssize_t count;

	while (poll(&ready, 1, -1) == 1) {
		pthread_mutex_lock(&bench->lock);
		count = read(bench->master, bytes, sizeof bytes);
		if (count > 0)
			bench->received += (size_t)count;
		pthread_mutex_unlock(&bench->lock);
	}
	return NULL;
}

static void open_app(struct bench *bench)
{
	app_free(bench->app);
	bench->app = app_new(bench->agenda, bench->now, bench->rows, bench->columns);
}

static void prepare(struct bench *bench, const struct kind *kind)
{
	if (kind->anew)
		open_app(bench);
	for (int i = 0; i < MOST_KEYS && kind->before[i]; i++)
		hit(bench, kind->before[i]);
	go_on(bench);
	drain(bench);
}

/* Its cost is what comes before anything goes on. */
static void measure_key(struct bench *bench, uint32_t key, bool fast)
{
	double start = processor_us();

	bench->painting = 0;
	hit(bench, key);
	array_push(&bench->times, processor_us() - start);
	array_push(&bench->paintings, bench->painting);
	array_push(&bench->bytes, (double)drain(bench));
	if (!fast)
		go_on(bench);
	array_push(&bench->wholes, processor_us() - start);
	drain(bench);
}

static void measure(struct bench *bench, const struct kind *kind)
{
	double begin = processor_us();

	bench->times.count = bench->paintings.count = bench->bytes.count = 0;
	bench->wholes.count = 0;
	prepare(bench, kind);
	bench->step = 0;
	for (int round = 0; round < (kind->anew ? ROUNDS_ANEW : ROUNDS); round++) {
		if (processor_us() - begin > enough_us)
			break;
		if (kind->anew && round)
			prepare(bench, kind);
		for (int i = 0; i < MOST_KEYS && kind->keys[i]; i++)
			measure_key(bench, kind->keys[i], is_fast(kind));
	}
}

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

static void print(struct bench *bench, const struct kind *kind, FILE *out)
{
	size_t count = bench->times.count;
	const double *times = bench->times.items, *bytes = bench->bytes.items,
		     *paintings = bench->paintings.items, *wholes = bench->wholes.items;

	qsort(bench->times.items, count, sizeof *times, compare);
	qsort(bench->paintings.items, count, sizeof *paintings, compare);
	qsort(bench->bytes.items, count, sizeof *bytes, compare);
	qsort(bench->wholes.items, count, sizeof *wholes, compare);
	fprintf(out,
		"{\"name\": \"%s\", \"median\": %.0f, \"p99\": %.0f, \"most\": %.0f, "
		"\"painting\": %.0f, \"bytes\": %.0f, \"most_bytes\": %.0f, "
		"\"whole\": %.0f, \"most_whole\": %.0f, \"step\": %.0f}\n",
		kind->name, times[count / 2], times[count * 99 / 100], times[count - 1],
		paintings[count / 2], bytes[count / 2], bytes[count - 1], wholes[count / 2],
		wholes[count - 1], bench->step);
}

/* The terminal becomes standard input and output; returns what was standard output. */
static FILE *open_terminal(struct bench *bench, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
	FILE *out = fdopen(dup(STDOUT_FILENO), "w");
	pthread_t receiver;
	struct terminal_options options = {.mouse = true};
	struct report report = {0};
	int slave;

	if (!out || openpty(&bench->master, &slave, NULL, NULL, &size))
		exit(1);
	dup2(slave, STDIN_FILENO);
	dup2(slave, STDOUT_FILENO);
	fcntl(bench->master, F_SETFL, O_NONBLOCK);
	if (pthread_create(&receiver, NULL, receive, bench))
		exit(1);
	pthread_detach(receiver);
	bench->terminal = terminal_open(&options, &report);
	if (!bench->terminal)
		exit(1);
	return out;
}

static void run(const struct agenda *agenda, int rows, int columns, const char *kind)
{
	static struct bench bench = {.lock = PTHREAD_MUTEX_INITIALIZER};
	FILE *out = open_terminal(&bench, rows, columns);
	civil_moment start = agenda->session_count ? agenda->sessions[0].start : CIVIL_NONE;

	bench.agenda = agenda;
	bench.now = start == CIVIL_NONE ? 0 : start + 150;
	bench.rows = rows;
	bench.columns = columns;
	bench.screen = screen_new(rows, columns);
	open_app(&bench);
	show(&bench);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (kind && strcmp(kind, kinds[i].name) != 0)
			continue;
		measure(&bench, &kinds[i]);
		print(&bench, &kinds[i], out);
	}
	terminal_close(bench.terminal);
	app_free(bench.app);
	screen_free(bench.screen);
	array_free(&bench.times);
	array_free(&bench.paintings);
	array_free(&bench.wholes);
	array_free(&bench.bytes);
	fclose(out);
}

int main(int argc, char **argv)
{
	struct report report = {0};
	struct agenda *agenda;

	memory_begin();
	locale_begin();
	agenda = argc == 4 || argc == 5 ? reader_open(argv[1], &report) : NULL;
	report_free(&report);
	if (!agenda) {
		fprintf(stderr, "usage: %s AGENDA ROWS COLUMNS [KIND]\n", argv[0]);
		return 1;
	}
	run(agenda, atoi(argv[2]), atoi(argv[3]), argv[4]);
	agenda_free(agenda);
	return 0;
}
