/*
 * A person at a terminal: runs a program in a pseudo-terminal, types, and sees through libvterm
 * what a terminal emulator would show. Nothing here sleeps: whoever waits, waits for a condition,
 * and fails at a deadline with the screen printed.
 *
 * Where nothing else is said, positions count from 0 and texts are UTF-8.
 */
#ifndef NEC_TESTS_TERM_VIEWER_H
#define NEC_TESTS_TERM_VIEWER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

struct viewer;

struct viewer_wish {
	int rows, columns;	  /* 0 for 24 and 80 */
	const char *term;	  /* NULL for xterm-256color */
	const char *folder;	  /* becomes HOME; NULL for one that is not there */
	const char *input;	  /* a file for standard input; NULL for the terminal */
	const char *variables[8]; /* NAME=value, beyond what is pinned; NULL at the end */
	const char *arguments[8]; /* NULL at the end */
};

/* Runs a program, arguments[0] by its path; or, in a forked child, a function of the test. */
struct viewer *viewer_run(const struct viewer_wish *wish);
struct viewer *viewer_call(const struct viewer_wish *wish, int (*function)(void));

/* Kills what still runs. */
void viewer_leave(struct viewer *viewer);

pid_t viewer_pid(const struct viewer *viewer);

void viewer_type(struct viewer *viewer, const char *keys);
void viewer_click(struct viewer *viewer, int row, int column, int times);
void viewer_wheel(struct viewer *viewer, int row, int column, int step); /* -1 up, 1 down */
void viewer_resize(struct viewer *viewer, int rows, int columns);
void viewer_signal(struct viewer *viewer, int signal);

/* Another program writes to the same terminal. */
void viewer_scribble(struct viewer *viewer, const char *bytes);

/* Closes the terminal, as a window is closed. Nothing can be seen after. */
void viewer_hang_up(struct viewer *viewer);

/*
 * Wait until the text is on the screen, or no longer; until a condition holds; until the program
 * has ended, whose status as of waitpid() is returned. They fail the test at the deadline.
 */
#define viewer_expect(viewer, text)    viewer_expect_at(viewer, text, true, __FILE__, __LINE__)
#define viewer_expect_no(viewer, text) viewer_expect_at(viewer, text, false, __FILE__, __LINE__)
#define viewer_until(viewer, holds, data)                                                          \
	viewer_until_at(viewer, holds, data, #holds, __FILE__, __LINE__)
#define viewer_end(viewer) viewer_end_at(viewer, __FILE__, __LINE__)

/* Fails the test where the program has ended, and prints how and what it wrote last. */
#define viewer_expect_running(viewer) viewer_expect_running_at(viewer, __FILE__, __LINE__)

void viewer_expect_at(struct viewer *viewer, const char *text, bool there, const char *file,
		      int line);
void viewer_until_at(struct viewer *viewer, bool (*holds)(struct viewer *viewer, const void *data),
		     const void *data, const char *what, const char *file, int line);
int viewer_end_at(struct viewer *viewer, const char *file, int line);

void viewer_expect_running_at(struct viewer *viewer, const char *file, int line);

bool viewer_has_ended(struct viewer *viewer);

/* Takes in what the program writes within so many milliseconds; returns how many bytes. */
size_t viewer_listen(struct viewer *viewer, int milliseconds);

/* A row without trailing spaces, valid until the next call; the row that holds a text, or -1. */
const char *viewer_row(struct viewer *viewer, int row);
int viewer_find(struct viewer *viewer, const char *text);

/* The column where a text begins in a row, or -1. */
int viewer_find_in(struct viewer *viewer, int row, const char *text);

void viewer_size(const struct viewer *viewer, int *rows, int *columns);

/* Clicks where a text begins, which has to be on the screen, or further to the right. */
void viewer_click_on(struct viewer *viewer, const char *text, int further, int times);

/* Conditions about the cursor, whose text they take: it is in one row with it, right behind it, at
 * the mark of the selection before it. */
bool viewer_is_beside(struct viewer *viewer, const void *text);
bool viewer_is_behind(struct viewer *viewer, const void *text);
bool viewer_is_left_of(struct viewer *viewer, const void *text);

/* Types q: the program ends well and gives the terminal back. Then viewer_leave(). */
void viewer_quit(struct viewer *viewer);

/* Red, green and blue of a colour of a cell. */
VTermColor viewer_rgb(const struct viewer *viewer, VTermColor colour);

VTermScreenCell viewer_cell(struct viewer *viewer, int row, int column);
void viewer_cursor(struct viewer *viewer, int *row, int *column);
bool viewer_cursor_visible(const struct viewer *viewer);

/* Everything that the program wrote, NUL-terminated. */
const char *viewer_bytes(const struct viewer *viewer, size_t *length);

/* Forgets what it wrote so far. */
void viewer_forget(struct viewer *viewer);

/* The line discipline as the program has set it now. */
struct termios viewer_line(const struct viewer *viewer);

/*
 * Whether the terminal is as it was before the program: its own screen, plain attributes, a cursor,
 * no mouse, the same line discipline. What is not is printed.
 */
bool viewer_is_clean(struct viewer *viewer);

#endif
