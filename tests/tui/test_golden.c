/*
 * Golden screens: each row of the table plays a script on a made-up agenda and compares the screen,
 * where the cursor stands and what every cell means with golden/NAME.txt.
 *
 * To renew the files after a change that was meant, run
 *
 *     NEC_RENEW_GOLDEN=1 make check TESTS=tests/tui/test_golden
 *
 * and look at every difference before it is committed: a screen that only matches itself is worth
 * nothing.
 */
#include "config.h"

#include "golden_file.h"
#include "scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>

struct golden {
	const char *name;
	enum scene_agenda agenda;
	int columns, rows;
	const char *script;
	int disk; /* enum scene_disk */
};

static const struct golden goldens[] = {
    {"programme", LANTERNS, 80, 24, "", false},
    {"programme-days", LANTERNS, 80, 24, "h", false},
    {"programme-untimed", LANTERNS, 80, 24, "[", false},
    {"programme-other-day", LANTERNS, 80, 24, "] j", false},
    {"programme-kept", LANTERNS, 80, 24, "b k b", false},
    {"programme-kept-later", LANTERNS, 80, 24, "b k b G k b j b k", false},
    {"programme-night", LANTERNS, 80, 24, "G d2@0:45", false},
    {"programme-before", LANTERNS, 80, 24, "d0@8:00", false},
    {"programme-after", LANTERNS, 80, 24, "d30@12:00", false},
    {"programme-detail", LANTERNS, 80, 24, "k Enter PgDn", false},
    {"programme-wide-title", LANTERNS, 80, 24, "j j", false},
    {"programme-cancelled", LANTERNS, 80, 24, "G k k", false},
    {"programme-filter", LANTERNS, 80, 24, "Shift-Tab j j j Enter", false},
    {"programme-filter-nothing", LANTERNS, 80, 24, "Shift-Tab G k Enter", false},
    {"programme-filter-other-day", LANTERNS, 80, 24, "h j j Enter ]", false},
    {"now", LANTERNS, 80, 24, ".", false},
    {"now-before", LANTERNS, 80, 24, "d0@8:00 . .", false},
    {"now-after", LANTERNS, 80, 24, "d30@12:00 .", false},
    {"now-night", LANTERNS, 80, 24, "d2@0:45 . .", false},
    {"now-pause", LANTERNS, 80, 24, "d1@8:30 . .", false},
    {"search", LANTERNS, 80, 24, "/ L a m", false},
    {"search-found", LANTERNS, 80, 24, "/ t o w n Enter Enter", false},
    {"search-next", LANTERNS, 80, 24, "/ e Space s Enter n n n", false},
    {"search-nothing", LANTERNS, 80, 24, "/ z z z", false},
    {"search-filter", LANTERNS, 80, 24, "h j j j Enter / n e t Enter", false},
    {"filter", LANTERNS, 80, 24, "f", false},
    {"filter-ticked", LANTERNS, 80, 24, "f Space / l o f t Enter Space Esc j j j", false},
    {"filter-narrowed", LANTERNS, 80, 24, "f / h a l Enter Space", false},
    {"filter-narrowing-nothing", LANTERNS, 80, 24, "f / z z", false},
    {"filter-empty", EMPTY, 80, 24, "f", false},
    {"chips", LANTERNS, 80, 24, "f Space / l o f t Enter Space Esc Esc", false},
    {"chips-nothing", LANTERNS, 80, 24, "b f j Space j Space Esc", false},
    {"chips-other-day", LANTERNS, 80, 24, "f j j j Space Esc ]", false},
    {"chips-themes", LANTERNS, 80, 24, "h j j Space j Space", false},
    {"speakers", LANTERNS, 80, 24, "k s", false},
    {"speakers-several", LANTERNS, 80, 24, "G k k s", false},
    {"speakers-alone", LANTERNS, 80, 24, "j j s", false},
    {"speakers-none", LANTERNS, 80, 24, "g s", false},
    {"room", LANTERNS, 80, 24, "b r", false},
    {"programme-error", LANTERNS, 80, 24, "disk:full b", false},
    {"programme-removed", LANTERNS, 80, 24, "b b", false},
    {"programme-empty", EMPTY, 80, 24, "", false},
    {"themes", LANTERNS, 80, 24, "2", false},
    {"themes-session", LANTERNS, 80, 24, "2 j Enter j", false},
    {"themes-nothing", LANTERNS, 80, 24, "2 j j", false},
    {"themes-empty", EMPTY, 80, 24, "2", false},
    {"practical", LANTERNS, 80, 24, "3", false},
    {"practical-end", LANTERNS, 80, 24, "3 G", false},
    {"practical-link", LANTERNS, 80, 24, "3 Tab", false},
    {"practical-code", LANTERNS, 80, 24, "3 Tab c", false},
    {"practical-empty", EMPTY, 80, 24, "3", false},
    {"agenda-empty", LANTERNS, 80, 24, "4", false},
    {"agenda", LANTERNS, 80, 24, "b k b [ b ] ] j j b 4", false},
    {"agenda-gone", LANTERNS, 80, 24, "b 4 j", true},
    {"agenda-spare", LANTERNS, 80, 24, "j j b G k k b 4 g j", false},
    {"news", LANTERNS, 80, 24, "4", KEPT_BEFORE},
    {"news-told", LANTERNS, 80, 24, "", KEPT_BEFORE},
    {"news-gone", LANTERNS, 80, 24, "4 j", KEPT_BEFORE},
    {"news-taken", LANTERNS, 80, 24, "4 j Enter", KEPT_BEFORE},
    {"news-seen", LANTERNS, 80, 24, "4 a", KEPT_BEFORE},
    {"note", LANTERNS, 80, 24, "k k m b e Space t h e r e", false},
    {"note-kept", LANTERNS, 80, 24, "k k m b r i n g Space a Space n e t Enter j k", false},
    {"note-removal", LANTERNS, 80, 24, "k k m b r i n g Space a Space n e t Enter b", false},
    {"agenda-note", LANTERNS, 80, 24, "b m b r i n g Space a Space n e t Enter 4", true},
    {"search-note", LANTERNS, 80, 24, "m b r i n g Space i t Enter / r i n g Enter", false},
    {"reminder", LANTERNS, 80, 24, "remind:10 j b d1@11:20", false},
    {"take", LANTERNS, 80, 24, "b e", false},
    {"take-file", LANTERNS, 80, 24, "b 4 e Enter Enter Enter", false},
    {"take-there", LANTERNS, 80, 24, "e G k k Enter Enter e G k k Enter Enter", false},
    {"spare", LANTERNS, 80, 24, "G k k k b 4 k Enter", false},
    {"spare-nothing", LANTERNS, 80, 24, "] j b j b 4 G k Enter", false},
    {"grid", LANTERNS, 80, 24, "5", false},
    {"grid-right", LANTERNS, 80, 24, "5 l j j b", false},
    {"grid-untimed", LANTERNS, 80, 24, "5 [", false},
    {"grid-kept", LANTERNS, 80, 24, "b k b 5", false},
    {"grid-note", LANTERNS, 80, 24, "5 m n e t Enter", false},
    {"grid-cancelled", LANTERNS, 80, 24, "5 l j j h k", false},
    {"grid-night", LANTERNS, 80, 24, "G d2@0:45 5", false},
    {"grid-gap", LANTERNS, 80, 24, "5 d1@13:05 .", false},
    {"grid-detail", LANTERNS, 80, 24, "5 Enter", false},
    {"grid-filter", LANTERNS, 80, 24, "h j j j Enter 5", false},
    {"grid-filter-nothing", LANTERNS, 80, 24, "h j j j Enter 5 ]", false},
    {"grid-search", LANTERNS, 80, 24, "/ t h e Enter 5 n", false},
    {"grid-empty", EMPTY, 80, 24, "5", false},
    {"help", LANTERNS, 80, 24, "?", false},
    {"help-end", LANTERNS, 80, 24, "? G", false},

    {"wide-programme", LANTERNS, 120, 36, "b k b", false},
    {"wide-programme-detail", LANTERNS, 120, 36, "k Tab", false},
    {"wide-programme-link", LANTERNS, 120, 36, "k Tab Tab", false},
    {"wide-programme-code", LANTERNS, 120, 36, "k Tab Tab c", false},
    {"wide-search", LANTERNS, 120, 36, "/ k e e p e r s Enter", false},
    {"wide-filter-nothing", LANTERNS, 120, 36, "h G Enter", false},
    {"wide-filter", LANTERNS, 120, 36, "f j j Space", false},
    {"wide-chips", LANTERNS, 120, 36, "f j j Space Esc", false},
    {"wide-speakers", LANTERNS, 120, 36, "G k k s j", false},
    {"wide-room", LANTERNS, 120, 36, "r", false},
    {"wide-themes", LANTERNS, 120, 36, "2 j", false},
    {"wide-practical", LANTERNS, 120, 36, "3", false},
    {"wide-agenda-empty", LANTERNS, 120, 36, "4", false},
    {"wide-agenda", LANTERNS, 120, 36, "b k b [ b ] ] j j b 4", true},
    {"wide-news", LANTERNS, 120, 36, "4", KEPT_BEFORE},
    {"wide-spare", LANTERNS, 120, 36, "G k k k b 4 k Enter j b", false},
    {"wider-agenda", LANTERNS, 200, 60, "b k b j j j j b j b G b 4", true},
    {"wide-grid", LANTERNS, 120, 36, "b k b 5", false},
    {"wide-help", LANTERNS, 120, 36, "?", false},
    {"lanes-help", LANTERNS, 160, 50, "? j Right", true},
    {"lanes-help-low", LANTERNS, 160, 30, "? G", false},
    {"wider-programme", LANTERNS, 200, 60, "b j j", false},
    {"wider-grid", LANTERNS, 200, 60, "b j j 5", false},
    {"wider-grid-detail", LANTERNS, 200, 60, "b j j 5 Tab", false},

    {"narrow-programme", LANTERNS, 40, 10, "b k b", false},
    {"narrow-detail", LANTERNS, 40, 10, "k Enter", false},
    {"narrow-days", LANTERNS, 40, 10, "Shift-Tab", false},
    {"narrow-untimed", LANTERNS, 40, 10, "[", false},
    {"narrow-filter", LANTERNS, 40, 10, "h j j j Enter", false},
    {"narrow-filter-nothing", LANTERNS, 40, 10, "h G k Enter", false},
    {"narrow-filter-sheet", LANTERNS, 40, 10, "f Space", false},
    {"narrow-filter-kinds", LANTERNS, 40, 10, "f Space Tab", false},
    {"narrow-chips", LANTERNS, 40, 10, "f Space G Space Esc", false},
    {"narrow-now-after", LANTERNS, 40, 10, "d9@9:00 .", false},
    {"narrow-now", LANTERNS, 40, 10, ".", false},
    {"wide-now", LANTERNS, 120, 36, ". j", true},
    {"congress-now", CONGRESS, 120, 36, ".", false},
    {"narrow-speakers", LANTERNS, 40, 10, "G k k s", false},
    {"narrow-speakers-end", LANTERNS, 40, 10, "G k k s G", false},
    {"narrow-room", LANTERNS, 40, 10, "r", false},
    {"narrow-search", LANTERNS, 40, 10, "/ m e n d", false},
    {"narrow-search-found", LANTERNS, 40, 10, "/ m e n d Enter n", false},
    {"narrow-themes", LANTERNS, 40, 10, "2", false},
    {"narrow-theme", LANTERNS, 40, 10, "2 Enter", false},
    {"narrow-practical", LANTERNS, 40, 10, "3", false},
    {"narrow-practical-link", LANTERNS, 40, 10, "3 Tab Tab", false},
    {"narrow-practical-code", LANTERNS, 40, 10, "3 Tab c", false},
    {"narrow-agenda", LANTERNS, 40, 10, "b k b 4", true},
    {"narrow-news", LANTERNS, 40, 10, "4 j", KEPT_BEFORE},
    {"narrow-reminder", LANTERNS, 40, 10, "remind:10 j b d1@11:25", false},
    {"wide-take-codes", LANTERNS, 120, 36, "e j Enter G Enter →", false},
    {"take-codes", LANTERNS, 80, 24, "e j Enter G Enter → →", false},
    {"narrow-take-codes", LANTERNS, 40, 10, "e G Enter", false},
    {"narrow-take", LANTERNS, 40, 10, "b e", false},
    {"narrow-note", LANTERNS, 40, 10, "m b r i n g Space a Space n e t Enter b", false},
    {"narrow-spare", LANTERNS, 40, 10, "G k k k b 4 k Enter", false},
    {"narrow-grid", LANTERNS, 40, 10, "5", false},
    {"narrow-grid-untimed", LANTERNS, 40, 10, "5 [", false},
    {"narrow-help", LANTERNS, 40, 10, "?", false},
    {"narrow-error", LANTERNS, 40, 10, "disk:full b", false},
    {"narrow-high", LANTERNS, 40, 24, "b", false},

    {"congress-programme", CONGRESS, 80, 24, "", false},
    {"congress-night", CONGRESS, 80, 24, "d1@25:10 .", false},
    {"congress-last", CONGRESS, 80, 24, "G b", false},
    {"congress-themes", CONGRESS, 80, 24, "2 j j", false},
    {"congress-wide", CONGRESS, 120, 36, "] j", false},
    {"congress-filter", CONGRESS, 80, 24, "f Space / h a l l Space 1 1 Enter Space Esc", false},
    {"congress-chips", CONGRESS, 80, 24,
     "f Space j j Space h j j j Enter Space h G k Enter Space h G Enter Space j Space Esc", false},
    {"wider-congress-room", CONGRESS, 200, 60, "r", false},
    {"wider-congress-filter", CONGRESS, 200, 60, "f h G k Enter", false},
    {"congress-narrow", CONGRESS, 40, 10, "G", false},
    {"congress-grid", CONGRESS, 80, 24, "5 l l", false},
    {"congress-grid-last", CONGRESS, 80, 24, "G 5", false},
    {"congress-wide-grid", CONGRESS, 120, 36, "5 j", false},
    {"congress-wider-grid", CONGRESS, 200, 60, "5 d1@25:10 .", false},
    {"congress-narrow-grid", CONGRESS, 40, 10, "5 PgDn", false},

    {"plan", REGATTA, 80, 24, "g b j b j b j j j j j j b j b j b 4 g", false},
    {"plan-end", REGATTA, 80, 24, "g b j b j b j b j j j j j b j b j b 4 G", false},
    {"wide-plan", REGATTA, 120, 36, "g b j b j b j b j b j b j b j b j b j b 4 g j j", false},
    {"narrow-plan", REGATTA, 40, 24, "g b j b j b j b j b j b j b j b j b j b 4 g", false},

    {"fair", FAIR, 80, 24, "", false},
    {"fair-second-day", FAIR, 80, 24, "] b", false},
    {"fair-narrow", FAIR, 40, 10, "", false},
    {"fair-agenda", FAIR, 80, 24, "] b 4", false},
    {"fair-grid", FAIR, 120, 36, "5", false},
    {"fair-room", FAIR, 80, 24, "g r", false},

    {"low-programme", LANTERNS, 80, 10, "", false},
    {"low-detail", LANTERNS, 80, 10, "Enter", false},
    {"between-programme", LANTERNS, 60, 20, "b", false},
    {"too-small", LANTERNS, 39, 10, "", false},
    {"small", LANTERNS, 30, 6, "", false},
    {"far-too-small", LANTERNS, 4, 2, "", false},
};

static void golden_screen(void **state)
{
	const struct golden *golden = *state;
	const struct scene scene = {.agenda = golden->agenda,
				    .disk = (enum scene_disk)golden->disk,
				    .script = golden->script};
	struct buffer shown = {0}, path = {0};
	struct play play;
	bool same;

	scene_play(&play, &scene, golden->rows, golden->columns);
	play_dump(&play, &shown);
	play_end(&play);
	buffer_printf(&path, "tests/tui/golden/%s-%dx%d.txt", golden->name, golden->columns,
		      golden->rows);
	same = golden_file_holds(buffer_text(&path), &shown, golden->script);
	buffer_free(&shown);
	buffer_free(&path);
	assert_true(same);
}

enum { GOLDENS = sizeof goldens / sizeof *goldens };

int main(void)
{
	struct CMUnitTest tests[GOLDENS];
	char names[GOLDENS][64];

	setlocale(LC_ALL, "C.UTF-8");
	for (int i = 0; i < GOLDENS; i++) {
		snprintf(names[i], sizeof names[i], "%s at %dx%d", goldens[i].name,
			 goldens[i].columns, goldens[i].rows);
		tests[i] = (struct CMUnitTest){.name = names[i],
					       .test_func = golden_screen,
					       .initial_state = (void *)&goldens[i]};
	}
	return cmocka_run_group_tests_name("golden screens", tests, NULL, NULL);
}
