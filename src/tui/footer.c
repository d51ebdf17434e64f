/*
 * Commands that apply now and have a label make entries, in the order of the table; neighbours with
 * the same label share one ("[ ] day"). As many entries are shown as fit, and those with the least
 * weight give way first. The program's own stand at the right, and so do those of the prompt, which
 * takes the left while it is open.
 */
#include "config.h"

#include "tui/footer.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/where.h"

#include <string.h>

enum {
	MARGIN = 1,
	ENTRIES_MOST = 24,
	KEYS_MOST = 4,
	CHOSEN_WEIGHT = 40,
	STATUS_ROWS_MOST = 3,
	PROMPT_COLUMNS = 20, /* keys give way to so much of what is typed */
	ABOUT_COLUMNS = 12   /* what it is about is said where it has so many */
};

struct entry {
	const struct command *command; /* the first of those that share it */
	const char *label;	       /* what it says now, translated */
	size_t commands[KEYS_MOST];
	int key_count;
	int column, columns;
};

struct entries {
	struct entry items[ENTRIES_MOST];
	int count;
	uint64_t where;
};

static bool is_arrow(uint32_t key)
{
	return key >= KEY_ARROW_UP && key <= KEY_ARROW_RIGHT;
}

/* The i-th key of an entry. Two of them stand apart unless they are the signs of arrows. */
static void say_key(const struct app *app, const struct entry *entry, int i, struct buffer *out)
{
	uint32_t key = keymap_key(&app->keymap, entry->commands[i]);

	if (app->linear)
		key_say(out, key);
	else
		key_label(out, key);
	if (i + 1 < entry->key_count && (app->linear || !is_arrow(key)))
		buffer_putc(out, ' ');
}

static void say_keys(const struct app *app, const struct entry *entry, struct buffer *out)
{
	for (int i = 0; i < entry->key_count; i++)
		say_key(app, entry, i, out);
}

static int columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
}

static int measure(const struct app *app, const struct entry *entry)
{
	struct buffer keys = {0};
	int columns;

	say_keys(app, entry, &keys);
	columns = columns_of(buffer_text(&keys)) + 1 + columns_of(entry->label);
	buffer_free(&keys);
	return columns;
}

static void add_command(struct entries *entries, size_t number)
{
	const struct command *command = command_at(number);
	struct entry *last = entries->count ? &entries->items[entries->count - 1] : NULL;

	if (last && !strcmp(last->command->label, command->label) && last->key_count < KEYS_MOST) {
		last->commands[last->key_count++] = number;
	} else if (entries->count < ENTRIES_MOST) {
		entries->items[entries->count++] =
		    (struct entry){.command = command,
				   .label = command_label(number, entries->where),
				   .commands = {number},
				   .key_count = 1};
	}
}

/* What can be done with a link counts more while one is selected. */
static int weight_of(const struct entries *entries, int number)
{
	const struct command *command = entries->items[number].command;
	bool meant = command->where & WHERE_LINK && entries->where & WHERE_LINK_CHOSEN;

	return command->weight + (meant ? CHOSEN_WEIGHT : 0);
}

static void drop_lightest(struct entries *entries)
{
	int lightest = 0;

	for (int i = 1; i < entries->count; i++)
		if (weight_of(entries, i) < weight_of(entries, lightest))
			lightest = i;
	entries->count--;
	memmove(&entries->items[lightest], &entries->items[lightest + 1],
		(size_t)(entries->count - lightest) * sizeof *entries->items);
}

static int needed(const struct entries *entries, int gap)
{
	int columns = 2 * MARGIN;

	for (int i = 0; i < entries->count; i++)
		columns += entries->items[i].columns + (i ? gap : 0);
	return columns;
}

static bool is_at_right(const struct app *app, const struct entry *entry)
{
	return !app->linear &&
	       (entry->command->group == GROUP_PROGRAM || entry->command->group == GROUP_PROMPT);
}

/* Whether the keys have a row to themselves, the last one. */
static bool keys_stand_apart(const struct app *app)
{
	return app->linear || (question_stands(app) && app->question.apart);
}

static void place(const struct app *app, struct entries *entries, int gap)
{
	int left = MARGIN, right = app->columns - MARGIN;

	for (int i = 0; i < entries->count; i++) {
		if (is_at_right(app, &entries->items[i]))
			continue;
		entries->items[i].column = left;
		left += entries->items[i].columns + gap;
	}
	for (int i = entries->count - 1; i >= 0; i--) {
		if (!is_at_right(app, &entries->items[i]))
			continue;
		right -= entries->items[i].columns;
		entries->items[i].column = right;
		right -= gap;
	}
}

/* Whether the key that a command is named with would run it now, and no other that comes first. */
static bool leads_to(const struct app *app, size_t number, uint64_t where)
{
	uint32_t key = keymap_key(&app->keymap, number);

	return key != KEY_NONE && keymap_find(&app->keymap, key, where) == number;
}

static struct entries entries_of(const struct app *app)
{
	struct entries entries = {.where = where_now(app)};
	uint64_t where = entries.where;
	bool asks = where & (WHERE_PROMPT | WHERE_QUESTION);
	int columns = app->columns - (asks && !keys_stand_apart(app) ? PROMPT_COLUMNS : 0), gap;

	for (size_t i = 0; i < command_count(); i++) {
		const struct command *command = command_at(i);

		if (command->label && leads_to(app, i, where))
			add_command(&entries, i);
	}
	for (int i = 0; i < entries.count; i++)
		entries.items[i].columns = measure(app, &entries.items[i]);
	while (entries.count && needed(&entries, 2) > columns)
		drop_lightest(&entries);
	gap = needed(&entries, 3) <= columns ? 3 : 2;
	place(app, &entries, gap);
	return entries;
}

static void draw_keys(const struct app *app, struct screen *screen, int row)
{
	struct entries entries = entries_of(app);

	for (int i = 0; i < entries.count; i++) {
		const struct entry *entry = &entries.items[i];
		struct buffer keys = {0};
		int column;

		say_keys(app, entry, &keys);
		column = screen_put(screen, row, entry->column, ROLE_KEY, buffer_text(&keys));
		screen_put(screen, row, column + 1, ROLE_TEXT, entry->label);
		buffer_free(&keys);
	}
}

/* The column behind the last one that a prompt or a question may use. */
static int asking_end(const struct app *app)
{
	struct entries entries = entries_of(app);

	if (app->linear)
		return app->columns - MARGIN;
	return entries.count ? entries.items[0].column - 2 : app->columns - MARGIN;
}

void footer_fit(struct app *app)
{
	text_fit(&app->status, app->columns - 3, 1);
	text_fit(&app->reminder.line, app->columns - 3, 1);
	if (!question_stands(app))
		return;
	app->question.apart = false;
	text_fit(&app->question.text, asking_end(app) - MARGIN, 1);
	app->question.apart = app->linear || text_lines(&app->question.text) > 1;
	if (app->question.apart)
		text_fit(&app->question.text, app->columns - 3, 1);
}

/* What is said at the bottom where nothing is asked, in its role: a reminder before what else just
 * happened. */
static const struct text *said(const struct app *app, enum role *role)
{
	bool reminds = reminder_stands(app);

	*role = reminds ? ROLE_NOW : app->status_role;
	return reminds ? &app->reminder.line : &app->status;
}

static bool says_something(const struct app *app)
{
	enum role role;

	return text_lines(said(app, &role));
}

/* What went wrong, what is asked or answered and what is near may take several rows, what went well
 * takes one. */
int footer_rows(const struct app *app)
{
	bool asks = question_stands(app);
	enum role role;
	const struct text *text = said(app, &role);
	size_t lines = text_lines(asks ? &app->question.text : text);
	size_t most = asks || app->linear || role != ROLE_STATUS ? STATUS_ROWS_MOST : 1;

	if (!asks && app->asked != ASK_NOTHING)
		lines = 1;
	return (int)(lines < 1 ? 1 : lines > most ? most : lines) + keys_stand_apart(app);
}

/* Returns the column behind the last line. */
static int draw_lines(struct screen *screen, const struct text *text, struct rectangle area)
{
	int column = MARGIN;

	for (int i = 0; i < area.rows; i++)
		column = text_draw_line(text, screen, area.row + i, MARGIN, (size_t)i);
	if (text_lines(text) > (size_t)area.rows)
		column = screen_put_ellipsis(screen, area.row + area.rows - 1, MARGIN, column,
					     ROLE_TEXT);
	return column;
}

static void draw_status(const struct app *app, struct screen *screen, struct rectangle area)
{
	enum role role;

	draw_lines(screen, said(app, &role), area);
	screen_paint(screen, area, role);
}

/* The question, with the cursor behind it, and the keys that answer it. */
static void draw_question(const struct app *app, struct screen *screen, struct rectangle area)
{
	int column, last = area.row + area.rows - 1;

	area.rows -= app->question.apart;
	column = draw_lines(screen, &app->question.text, area);
	screen_paint(screen, area, ROLE_STRONG);
	draw_keys(app, screen, last);
	screen_set_cursor(screen, area.row + area.rows - 1,
			  column < app->columns ? column : app->columns - 1);
}

/* Where the end of a text begins that has room in so many columns. */
static size_t tail(const char *text, size_t length, int columns)
{
	size_t at = 0;
	uint32_t character;

	while (utf8_columns(text + at, length - at) > columns)
		at += utf8_decode(text + at, length - at, &character);
	/* Marks do not go without the character that they are on. */
	for (size_t taken; at && at < length; at += taken) {
		taken = utf8_decode(text + at, length - at, &character);
		if (utf8_columns_of(character) > 0)
			break;
	}
	return at;
}

/* What is typed, as much as there is room for: its end, or what is around the cursor where that is
 * not in it. Puts the cursor there, and returns the column behind. */
static int draw_line(struct screen *screen, int row, int column, int columns,
		     const struct prompt *prompt)
{
	const char *text = buffer_text(&prompt->text);
	size_t length = prompt->text.length, from = tail(text, length, columns);
	struct buffer before = {0}, after = {0};

	if (prompt->cursor < from)
		from = tail(text, prompt->cursor, columns / 2);
	length = from + utf8_fit(text + from, length - from, columns, NULL);
	buffer_append(&before, text + from, prompt->cursor - from);
	buffer_append(&after, text + prompt->cursor, length - prompt->cursor);
	column = screen_put(screen, row, column, ROLE_STRONG, buffer_text(&before));
	screen_set_cursor(screen, row, column);
	column = screen_put(screen, row, column, ROLE_STRONG, buffer_text(&after));
	buffer_free(&before);
	buffer_free(&after);
	return column;
}

/* What the line is about, before it: at most a third, so that what is typed has the most. Returns
 * the column behind. */
static int draw_about(const struct app *app, struct screen *screen, int row, int end)
{
	const struct ask_kind *kind = ask_kind(app);
	struct buffer about = {0};
	int columns, most = (end - MARGIN) / 3, column = MARGIN;

	if (!kind->about || most < ABOUT_COLUMNS)
		return column;
	kind->about(app, &about);
	columns = columns_of(buffer_text(&about));
	columns = columns < most ? columns : most;
	screen_field(screen, row, column, columns, ROLE_TEXT, buffer_text(&about));
	buffer_free(&about);
	return column + columns + 2;
}

/* What is typed, with the cursor in it, and what is said beside it. */
static void draw_prompt(const struct app *app, struct screen *screen, int row)
{
	const struct ask_kind *kind = ask_kind(app);
	int end = asking_end(app);
	int column = draw_about(app, screen, row, end);
	struct buffer aside = {0};

	column = screen_put(screen, row, column, ROLE_KEY, _(kind->sign));
	column = draw_line(screen, row, column, end - column - 1, &app->prompts[app->asked]);
	if (kind->aside)
		kind->aside(app, &aside);
	if (column + 3 + columns_of(buffer_text(&aside)) <= end)
		screen_put(screen, row, column + 3, ROLE_TEXT, buffer_text(&aside));
	buffer_free(&aside);
}

static int last_row(const struct app *app)
{
	return app->layout.footer.row + app->layout.footer.rows - 1;
}

/* What just happened, in the place of the keys unless these have one of their own. */
static void draw_said(const struct app *app, struct screen *screen, struct rectangle area)
{
	bool apart = keys_stand_apart(app), says = says_something(app);

	if (apart || !says)
		draw_keys(app, screen, last_row(app));
	area.rows -= apart;
	if (says)
		draw_status(app, screen, area);
}

void footer_draw(const struct app *app, struct screen *screen)
{
	if (question_stands(app)) {
		draw_question(app, screen, app->layout.footer);
	} else if (app->asked != ASK_NOTHING) {
		draw_keys(app, screen, last_row(app));
		draw_prompt(app, screen, app->layout.footer.row);
	} else {
		draw_said(app, screen, app->layout.footer);
	}
}

/* Which of an entry's commands is meant by a click so many columns into it: each by its key, the
 * last one by all the rest. */
static size_t command_in(const struct app *app, const struct entry *entry, int column)
{
	struct buffer keys = {0};
	int key = 0;

	for (; key < entry->key_count - 1; key++) {
		say_key(app, entry, key, &keys);
		if (column < columns_of(buffer_text(&keys)))
			break;
	}
	buffer_free(&keys);
	return entry->commands[key];
}

size_t footer_command_at(const struct app *app, int row, int column)
{
	const struct rectangle *area = &app->layout.footer;
	struct entries entries;

	if (row != area->row + area->rows - 1)
		return SIZE_MAX;
	if (says_something(app) && !keys_stand_apart(app) && app->asked == ASK_NOTHING &&
	    !question_stands(app))
		return SIZE_MAX;
	entries = entries_of(app);
	for (int i = 0; i < entries.count; i++) {
		const struct entry *entry = &entries.items[i];

		if (column >= entry->column && column < entry->column + entry->columns)
			return command_in(app, entry, column - entry->column);
	}
	return SIZE_MAX;
}
