/*
 * QR codes, as a phone sees them: the cells that a terminal shows become a picture, and a reader of
 * such codes (zbar) is asked what it says.
 */
#include "config.h"

#include "camera.h"
#include "home.h"
#include "viewer.h"

#include "base/buffer.h"
#include "base/memory.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char page[] = "---\n"
			   "title: Rencontres du code ouvert\n"
			   "event_start_date: 2031-05-14 00:00:00 +0200\n"
			   "champs_informations:\n"
			   "  - {intitule: Carte, contenu: la carte, lien: '"
			   "https://code.example/ateliers/é?jour=jeudi&salle=3'}\n"
			   "---\n\n"
			   "## Mercredi 14 mai\n\n"
			   "- 10h – 11h : Ouverture des portes\n";

static int set_up(void **state)
{
	struct home *home = memory_alloc(1, sizeof *home);

	home_begin(home, page);
	*state = home;
	return 0;
}

/* Types keys that show a code, and looks at it. */
static void assert_shown(const struct home *home, struct viewer_wish wish, const char *keys,
			 const char *wanted)
{
	struct viewer *viewer;
	struct buffer found = {0};
	char picture[PATH_MAX];
	bool reads;

	home_path(home, "picture.pgm", picture);
	wish.folder = home->folder;
	wish.arguments[0] = home->program;
	wish.arguments[1] = "--at=2031-05-14T09:00";
	wish.arguments[2] = home->agenda;
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "Ouverture des portes");
	viewer_type(viewer, keys);
	viewer_expect(viewer, "i invert"); /* the last row is painted last */
	reads = camera_watch(viewer, picture, &found);
	viewer_type(viewer, "q");
	viewer_expect_no(viewer, "i invert");
	viewer_type(viewer, "1q");
	assert_int_equal(viewer_end(viewer), 0);
	viewer_leave(viewer);
	if (reads)
		assert_string_equal(buffer_text(&found), wanted);
	buffer_free(&found);
	if (!reads)
		skip();
}

/* The link of the page. */
static void assert_read(const struct home *home, struct viewer_wish wish, const char *wanted)
{
	assert_shown(home, wish, "3\tc", wanted);
}

/* Letters beyond ASCII are what readers disagree about. */
static const char said[] = "https://code.example/ateliers/%C3%A9?jour=jeudi&salle=3\n";

static void in_half_blocks(void **state)
{
	assert_read(*state, (struct viewer_wish){.rows = 24, .columns = 80}, said);
}

static void in_ascii(void **state)
{
	assert_read(*state,
		    (struct viewer_wish){.rows = 50, .columns = 120, .arguments[3] = "--ascii"},
		    said);
}

/* On a dark terminal, as those without colours are. */
static void without_colours(void **state)
{
	assert_read(*state,
		    (struct viewer_wish){.rows = 24, .columns = 80, .variables[0] = "NO_COLOR=1"},
		    said);
	assert_read(*state, (struct viewer_wish){.rows = 50, .columns = 120, .term = "vt100"},
		    said);
}

/* A font that has no half blocks, and eight colours. */
static void on_the_console(void **state)
{
	assert_read(*state, (struct viewer_wish){.rows = 50, .columns = 120, .term = "linux"},
		    said);
}

/* As much of a session as has room, for the calendar of a phone. */
static void a_session(void **state)
{
	assert_shown(*state, (struct viewer_wish){.rows = 50, .columns = 120}, "eG\r",
		     "BEGIN:VEVENT\nSUMMARY:Ouverture des portes\nDTSTART:20310514T080000Z\n"
		     "DTEND:20310514T090000Z\nEND:VEVENT\n");
	assert_shown(*state, (struct viewer_wish){.rows = 24, .columns = 80}, "eG\r",
		     "BEGIN:VEVENT\nSUMMARY:Ouverture des portes\nDTSTART:20310514T080000Z\n"
		     "END:VEVENT\n");
}

/* The cell at the corner of a code, as it was. */
struct corner {
	int row, column;
	VTermScreenCell was;
};

static bool is_as_it_was(struct viewer *viewer, const struct corner *corner)
{
	VTermScreenCell now = viewer_cell(viewer, corner->row, corner->column);

	return now.chars[0] == corner->was.chars[0] &&
	       vterm_color_is_equal(&now.fg, &corner->was.fg) &&
	       vterm_color_is_equal(&now.bg, &corner->was.bg) &&
	       now.attrs.reverse == corner->was.attrs.reverse;
}

static bool corner_is_as_it_was(struct viewer *viewer, const void *corner)
{
	return is_as_it_was(viewer, corner);
}

static bool corner_is_another(struct viewer *viewer, const void *corner)
{
	return !is_as_it_was(viewer, corner);
}

/* For terminals of which the program cannot know whether they are dark. */
static void it_is_inverted_and_back(void **state)
{
	const struct home *home = *state;
	const struct viewer_wish wish = {
	    .rows = 24,
	    .columns = 80,
	    .folder = home->folder,
	    .variables[0] = "NO_COLOR=1",
	    .arguments = {home->program, "--at=2031-05-14T09:00", home->agenda},
	};
	struct viewer *viewer = viewer_run(&wish);
	struct corner corner;

	viewer_expect(viewer, "Ouverture des portes");
	viewer_type(viewer, "3\tc");
	viewer_expect(viewer, "i invert");
	corner.row = viewer_find(viewer, "█▀▀▀▀▀█");
	corner.column = viewer_find_in(viewer, corner.row, "█▀▀▀▀▀█");
	corner.was = viewer_cell(viewer, corner.row, corner.column);
	viewer_type(viewer, "i");
	viewer_until(viewer, corner_is_another, &corner);
	viewer_type(viewer, "i");
	viewer_until(viewer, corner_is_as_it_was, &corner);
	viewer_type(viewer, "q");
	viewer_expect_no(viewer, "i invert");
	viewer_type(viewer, "1q");
	assert_int_equal(viewer_end(viewer), 0);
	viewer_leave(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(in_half_blocks), TEST(in_ascii),  TEST(without_colours),
	    TEST(on_the_console), TEST(a_session), TEST(it_is_inverted_and_back),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("codes", tests, NULL, NULL);
}
