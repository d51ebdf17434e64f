/*
 * QR codes: the size and the strength that the standard gives (ISO/IEC 18004, table 7), and how the
 * modules become cells.
 */
#include "config.h"

#include "tui/qr.h"
#include "zbar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct qr *code_of(size_t length)
{
	char *text = malloc(length + 1);
	struct qr *qr;

	memset(text, 'a', length);
	text[length] = '\0';
	qr = qr_new(text);
	free(text);
	return qr;
}

/* The two bits beside the upper left corner that tell the level, as letters. */
static char level_of(const struct qr *qr)
{
	int bits = qr_is_dark(qr, 8, 0) << 1 | qr_is_dark(qr, 8, 1);

	return "MLHQ"[bits ^ 2]; /* they are masked with 10 */
}

static void the_smallest_that_holds_it_is_as_strong_as_it_can_be(void **state)
{
	static const struct {
		size_t length;
		int side;
		char level;
	} table[] = {
	    {1, 21, 'H'},  {7, 21, 'H'},  {8, 21, 'Q'},	 {11, 21, 'Q'},	   {12, 21, 'M'},
	    {14, 21, 'M'}, {15, 21, 'L'}, {17, 21, 'L'}, {18, 25, 'Q'},	   {32, 25, 'L'},
	    {33, 29, 'M'}, {53, 29, 'L'}, {78, 33, 'L'}, {2953, 177, 'L'},
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct qr *qr = code_of(table[i].length);

		assert_non_null(qr);
		assert_int_equal(qr_side(qr), table[i].side);
		assert_int_equal(level_of(qr), table[i].level);
		qr_free(qr);
	}
	assert_null(code_of(2954));
}

/* The seven by seven modules in three of the corners, and light around all of it. */
static void it_has_its_corners(void **state)
{
	static const char corner[7][8] = {"#######", "#.....#", "#.###.#", "#.###.#",
					  "#.###.#", "#.....#", "#######"};
	struct qr *qr = qr_new("https://lanterns.example/");
	int last = qr_side(qr) - 7;

	(void)state;
	for (int i = 0; i < 7; i++)
		for (int j = 0; j < 7; j++) {
			assert_int_equal(qr_is_dark(qr, i, j), corner[i][j] == '#');
			assert_int_equal(qr_is_dark(qr, i, last + j), corner[i][j] == '#');
			assert_int_equal(qr_is_dark(qr, last + i, j), corner[i][j] == '#');
		}
	assert_false(qr_is_dark(qr, -1, 0));
	assert_false(qr_is_dark(qr, 0, -1));
	assert_false(qr_is_dark(qr, last + 7, 0));
	assert_false(qr_is_dark(qr, 0, last + 7));
	qr_free(qr);
}

/* A picture of it in which a module has four pixels a side. */
static void paint(const struct qr *qr, const char *path)
{
	int side = 4 * (qr_side(qr) + 8);
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	fprintf(file, "P5 %d %d 255\n", side, side);
	for (int y = 0; y < side; y++)
		for (int x = 0; x < side; x++)
			putc(qr_is_dark(qr, y / 4 - 4, x / 4 - 4) ? 0 : 255, file);
	assert_int_equal(fclose(file), 0);
}

/* An event as a kiosk hands it over; without the mark zbar would guess what the letters are. */
static void a_reader_reads_letters_beyond_ascii(void **state)
{
	static const char text[] = "BEGIN:VEVENT\nSUMMARY:Plénière 灯台\nLOCATION:Palais "
				   "de la Bourse\nEND:VEVENT";
	const char *temporary = getenv("TMPDIR");
	struct buffer path = {0}, found = {0};
	struct qr *qr = qr_new(text);
	bool reads;

	(void)state;
	buffer_printf(&path, "%s/nec-agenda-XXXXXX", temporary ? temporary : "/tmp");
	close(mkstemp(path.data));
	paint(qr, path.data);
	reads = zbar_read(path.data, &found);
	unlink(path.data);
	if (reads) {
		assert_int_equal(found.length, sizeof text);
		buffer_truncate(&found, found.length - 1); /* the end of its line */
		assert_string_equal(buffer_text(&found), text);
	}
	buffer_free(&path);
	buffer_free(&found);
	qr_free(qr);
	if (!reads)
		skip();
}

/* What a module looks like, by the cells that it is drawn with. */
static bool seen_dark(const struct screen *screen, struct qr_look look, int row, int column)
{
	const struct cell *cell;
	bool upper;

	if (!look.halves) {
		cell = screen_cell(screen, 2 + row, 3 + 2 * column);
		assert_int_equal(cell->role, cell[1].role);
		assert_string_equal(cell->text, " ");
		assert_string_equal(cell[1].text, " ");
		return cell->role == ROLE_QR_DARK;
	}
	cell = screen_cell(screen, 2 + row / 2, 3 + column);
	upper = !(row % 2);
	assert_int_equal(cell->role, ROLE_QR_LIGHT);
	return !strcmp(cell->text, "█") || !strcmp(cell->text, upper ? "▀" : "▄");
}

static void assert_drawn(struct qr_look look)
{
	struct qr *qr = qr_new("https://lanterns.example/");
	struct screen *screen = screen_new(60, 120);
	int rows, columns, modules = qr_side(qr) + 8;

	qr_size(qr, look, &rows, &columns);
	assert_int_equal(rows, look.halves ? (modules + 1) / 2 : modules);
	assert_int_equal(columns, look.halves ? modules : 2 * modules);
	qr_draw(qr, screen, 2, 3, look);
	for (int i = 0; i < modules; i++)
		for (int j = 0; j < modules; j++)
			assert_int_equal(seen_dark(screen, look, i, j) != look.swapped,
					 qr_is_dark(qr, i - 4, j - 4));
	for (int i = 0; i < rows; i++) {
		assert_int_equal(screen_cell(screen, 2 + i, 2)->role, ROLE_TEXT);
		assert_int_equal(screen_cell(screen, 2 + i, 3 + columns)->role, ROLE_TEXT);
	}
	assert_int_equal(screen_cell(screen, 1, 3)->role, ROLE_TEXT);
	assert_int_equal(screen_cell(screen, 2 + rows, 3)->role, ROLE_TEXT);
	screen_free(screen);
	qr_free(qr);
}

static void every_module_is_where_it_belongs(void **state)
{
	(void)state;
	assert_drawn((struct qr_look){.halves = true});
	assert_drawn((struct qr_look){.halves = true, .swapped = true});
	assert_drawn((struct qr_look){.halves = false});
	assert_drawn((struct qr_look){.halves = false, .swapped = true});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_smallest_that_holds_it_is_as_strong_as_it_can_be),
	    cmocka_unit_test(it_has_its_corners),
	    cmocka_unit_test(a_reader_reads_letters_beyond_ascii),
	    cmocka_unit_test(every_module_is_where_it_belongs),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("QR codes", tests, NULL, NULL);
}
