#include "config.h"

#include "tui/progress_screen.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/key.h"

#include <string.h>

enum { MARGIN = 1, AMOUNT_ROW = 2, BAR_COLUMNS = 40, KILOBYTE = 1000 };

static int percent_of(const struct progress *progress)
{
	double part = (double)progress->done / (double)progress->total;

	return part >= 1 ? 100 : (int)(part * 100);
}

static void say_amount(struct buffer *out, const struct progress *progress)
{
	size_t kilobytes = (progress->done + KILOBYTE - 1) / KILOBYTE;

	if (progress->total)
		/* Translators: how much of the work is done. */
		buffer_printf(out, C_("progress", "%d%%"), percent_of(progress));
	else if (progress->done)
		/* Translators: how many kilobytes have come in so far. */
		buffer_printf(out, ngettext("%zu kB so far", "%zu kB so far", kilobytes),
			      kilobytes);
}

/* A file without the folders before it. */
static const char *name_in_words(const char *name)
{
	const char *slash = strrchr(name, '/');

	if (!strcmp(name, "-"))
		/* Translators: in place of a file, in "Waiting for %s" and "Reading %s". */
		return _("standard input");
	return slash && slash[1] ? slash + 1 : name;
}

static void say_work(struct buffer *out, const char *name, const struct progress *progress)
{
	struct buffer clean = {0};

	if (progress->work == PROGRESS_SAVES) {
		buffer_puts(out, _("Saving the bookmarks"));
		return;
	}
	name = name_in_words(name);
	utf8_sanitise(&clean, name, strlen(name), UTF8_ONE_LINE);
	/* Translators: %s is a file, or "standard input". Waiting: nobody has sent anything, or not
	 * all of it. */
	buffer_printf(out, progress->waiting ? _("Waiting for %s") : _("Reading %s"),
		      buffer_text(&clean));
	buffer_free(&clean);
}

void progress_screen_say(struct buffer *out, const char *name, const struct progress *progress)
{
	struct buffer work = {0}, amount = {0};

	say_work(&work, name, progress);
	say_amount(&amount, progress);
	if (amount.length)
		/* Translators: what is done, and how far it is: "Reading schedule.xml: 45%". */
		buffer_printf(out, C_("progress", "%1$s: %2$s"), buffer_text(&work),
			      buffer_text(&amount));
	else
		buffer_puts(out, buffer_text(&work));
	buffer_free(&work);
	buffer_free(&amount);
}

/* Full and empty differ without colour, and as ASCII. Returns the column behind it. */
static int draw_bar(struct screen *screen, int row, const struct progress *progress)
{
	enum { PERCENT_COLUMNS = 6 };
	int columns = screen_columns(screen) - 2 * MARGIN - PERCENT_COLUMNS, full;

	if (columns > BAR_COLUMNS)
		columns = BAR_COLUMNS;
	full = columns * percent_of(progress) / 100;
	for (int i = 0; i < columns; i++)
		screen_put(screen, row, MARGIN + i, ROLE_TEXT, i < full ? "▇" : "▁");
	return MARGIN + (columns > 0 ? columns + 1 : 0);
}

static void draw_amount(struct screen *screen, int row, const struct progress *progress)
{
	int column = progress->total ? draw_bar(screen, row, progress) : MARGIN;
	struct buffer amount = {0};

	say_amount(&amount, progress);
	screen_put(screen, row, column, ROLE_TEXT, buffer_text(&amount));
	buffer_free(&amount);
}

static void draw_key(struct screen *screen)
{
	int row = screen_rows(screen) - 1, column = MARGIN;
	struct buffer key = {0};

	key_label(&key, KEY_ESCAPE);
	column = screen_put(screen, row, column, ROLE_KEY, buffer_text(&key)) + 1;
	screen_field(screen, row, column, screen_columns(screen) - column, ROLE_TEXT,
		     C_("key", "stop reading"));
	buffer_free(&key);
}

void progress_screen_draw(struct screen *screen, const char *name, const struct progress *progress)
{
	struct buffer work = {0};

	screen_clear(screen);
	say_work(&work, name, progress);
	screen_field(screen, 0, MARGIN, screen_columns(screen) - 2 * MARGIN, ROLE_TITLE,
		     buffer_text(&work));
	screen_set_cursor(screen, 0, screen_columns(screen) > MARGIN ? MARGIN : 0);
	if (screen_rows(screen) > AMOUNT_ROW + 1)
		draw_amount(screen, AMOUNT_ROW, progress);
	if (screen_rows(screen) > 1)
		draw_key(screen);
	buffer_free(&work);
}

bool progress_screen_stops(uint32_t key)
{
	return key == KEY_ESCAPE || key == 'q';
}
