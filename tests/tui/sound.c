#include "config.h"

#include "sound.h"

#include "base/utf8.h"
#include "tui/app_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* The last character before the cursor of a prompt that takes room on the screen, with its length;
 * NULL for none. */
static const char *last_seen(const struct prompt *prompt, size_t *length)
{
	uint32_t character;

	for (size_t at = prompt->cursor; at-- > 0;) {
		const char *bytes = prompt->text.data + at;

		if (((unsigned char)*bytes & 0xC0) == 0x80)
			continue;
		*length = utf8_decode(bytes, prompt->cursor - at, &character);
		if (utf8_columns_of(character) > 0)
			return bytes;
	}
	return NULL;
}

/* The cursor stands at the bottom, behind what of the line is before it. */
static void assert_prompt(const struct play *play, int row, int column)
{
	const struct app *app = play->app;
	size_t length;
	const char *last = last_seen(&app->prompts[app->asked], &length);
	const char *before;

	assert_true(layout_holds(app->layout.footer, row, column));
	assert_true(column > 0);
	before = screen_cell(play->screen, row, column - 1)->text;
	if (!*before) /* the second half of a wide one */
		before = screen_cell(play->screen, row, column - 2)->text;
	/* What nobody can draw is shown as a replacement character. */
	if (last && strncmp(before, last, length) != 0 && strcmp(before, "\uFFFD") != 0)
		fail_msg("the cursor is behind \"%s\", not behind \"%s\"", before, last);
}

static void assert_cursor(const struct play *play)
{
	const struct app *app = play->app;
	struct rectangle area = app->layout.slots[app->focus[app->view]];
	const struct list *list = &app->panes[pane_chooser(app_pane(app))].list;
	const char *mark = app->linear ? "▸" : "▌";
	int row, column;

	screen_cursor(play->screen, &row, &column);
	assert_true(row >= 0 && column >= 0);
	if (!app->layout.fits)
		return;
	if (question_stands(app)) {
		assert_true(layout_holds(app->layout.footer, row, column));
		return;
	}
	if (app->asked != ASK_NOTHING) {
		assert_prompt(play, row, column);
		return;
	}
	assert_true(layout_holds(area, row, column));
	if (text_link(&app->panes[app_pane(app)].text)) {
		assert_int_equal(screen_cell(play->screen, row, column)->role, ROLE_CURSOR);
		assert_string_equal(screen_cell(play->screen, row, area.column)->text, mark);
		return;
	}
	if (!pane_sort(app_pane(app))->selects || !list_selected(list))
		return;
	assert_string_equal(screen_cell(play->screen, row, column)->text, mark);
	assert_int_equal(screen_cell(play->screen, row, column)->role, ROLE_CURSOR);
	assert_false(list_selected(list)->still);
}

static void assert_rules(const struct play *play)
{
	const struct layout *layout = &play->app->layout;

	for (int i = 0; i < layout->rule_count; i++) {
		const struct layout_rule *rule = &layout->rules[i];

		for (int at = 0; at < rule->length; at++) {
			const struct cell *cell =
			    screen_cell(play->screen, rule->row + (rule->down ? at : 0),
					rule->column + (rule->down ? 0 : at));

			assert_int_equal(cell->role, ROLE_RULE);
			assert_non_null(strstr("─│┬┴├┤┼┌┐└┘", cell->text));
			assert_true(*cell->text);
		}
	}
}

static void assert_cells(const struct screen *screen)
{
	for (int row = 0; row < screen_rows(screen); row++) {
		int width = 1;

		for (int column = 0; column < screen_columns(screen); column++) {
			const char *text = screen_cell(screen, row, column)->text;

			assert_int_equal(*text == '\0', width == 2);
			width = *text ? utf8_columns(text, strlen(text)) : 1;
			assert_in_range(width, 1, 2);
		}
		assert_int_equal(width, 1);
	}
}

static void assert_same_again(const struct play *play)
{
	struct screen *again = screen_new(1, 1);
	struct buffer first = {0}, second = {0};

	app_draw(play->app, again);
	screen_dump(play->screen, &first, true);
	screen_dump(again, &second, true);
	assert_string_equal(buffer_text(&first), buffer_text(&second));
	buffer_free(&first);
	buffer_free(&second);
	screen_free(again);
}

void assert_sound(const struct play *play)
{
	assert_cursor(play);
	assert_rules(play);
	assert_cells(play->screen);
	assert_same_again(play);
}

const char *cursor_line(const struct play *play)
{
	static char line[SCREEN_MOST_COLUMNS * SCREEN_CELL_BYTES];
	int row, column;

	screen_cursor(play->screen, &row, &column);
	*line = '\0';
	for (int i = 0; row >= 0 && i < screen_columns(play->screen); i++)
		strcat(line, screen_cell(play->screen, row, i)->text);
	return line;
}

void assert_selected(const struct play *play, const char *text)
{
	assert_sound(play);
	if (!strstr(cursor_line(play), text))
		fail_msg("\"%s\" is not in \"%s\"", text, cursor_line(play));
}

void assert_screen(const struct play *play, const char *text, bool wanted)
{
	struct buffer dump = {0};

	assert_sound(play);
	if ((play_row_of(play, text, NULL) >= 0) == wanted)
		return;
	screen_dump(play->screen, &dump, false);
	play_print(text, &dump);
	buffer_free(&dump);
	fail_msg("\"%s\" is %son the screen", text, wanted ? "not " : "");
}
