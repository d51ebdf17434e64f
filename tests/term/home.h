/*
 * A home for the program: a new folder with an agenda in it, and what the program leaves there.
 * Whatever cannot be done fails the test.
 */
#ifndef NEC_TESTS_TERM_HOME_H
#define NEC_TESTS_TERM_HOME_H

#include <limits.h>

struct home {
	char folder[PATH_MAX];
	char program[PATH_MAX]; /* its whole path, so that the test may go elsewhere */
	char agenda[PATH_MAX];	/* page.md in the folder */
};

/* Makes the folder; the agenda holds the page, or is not there yet where that is NULL. */
void home_begin(struct home *home, const char *page);

/* Removes the folder with all that is in it. */
void home_end(struct home *home);

/* For cmocka: home_end() of a home that was allocated, which is freed. */
int home_leave(void **state);

/* The path of a name in the folder; out has room for PATH_MAX. */
void home_path(const struct home *home, const char *name, char *out);

/* A file in the folder, in place of one that is there; its folders are made, too. */
void home_write(const struct home *home, const char *name, const char *text);

/* The same, to be run. */
void home_write_program(const struct home *home, const char *name, const char *text);

#endif
