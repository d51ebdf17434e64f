#include "config.h"

#include "kiosk/countdown.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "kiosk/figures.h"
#include "present/when.h"

#include <string.h>

enum { UNIT_COLUMNS = 8 };

/* What it says, and how. */
struct saying {
	struct buffer figures; /* "48", "2h30" */
	const char *unit;      /* beside them; NULL for none */
	struct buffer line;    /* all of it in letters */
	int size;	       /* of the figures; 0 where there is room for the line alone */
};

/* From the day after tomorrow on days are counted as on a calendar, not as so many hours each. */
static void say(const struct countdown *countdown, struct saying *saying)
{
	int minutes = (int)(countdown->then - countdown->now);
	int days = civil_day_of_moment(countdown->then) - civil_day_of_moment(countdown->now);

	if (days >= 2) {
		buffer_printf(&saying->figures, "%d", days);
		saying->unit = _("days");
		buffer_printf(&saying->line, "%d %s", days, saying->unit);
		return;
	}
	when_length(&saying->line, minutes);
	if (minutes >= 60) {
		buffer_printf(&saying->figures, "%dh%02d", minutes / 60, minutes % 60);
	} else {
		buffer_printf(&saying->figures, "%d", minutes);
		saying->unit = _("min");
	}
}

static void begin(struct saying *saying, const struct countdown *countdown, int rows, int columns)
{
	*saying = (struct saying){.size = 0};
	say(countdown, saying);
	saying->size = figures_fit(buffer_text(&saying->figures), rows - 2,
				   columns - (saying->unit ? UNIT_COLUMNS : 0));
}

static void end(struct saying *saying)
{
	buffer_free(&saying->figures);
	buffer_free(&saying->line);
}

int countdown_columns(const struct countdown *countdown, int rows, int columns)
{
	int taken, least = utf8_columns(countdown->words, strlen(countdown->words));
	struct saying saying;

	begin(&saying, countdown, rows, columns);
	if (saying.size)
		taken = figures_columns(buffer_text(&saying.figures), saying.size) +
			(saying.unit ? UNIT_COLUMNS : 0);
	else
		taken = utf8_columns(buffer_text(&saying.line), saying.line.length);
	end(&saying);
	taken = taken < least ? least : taken;
	return taken < columns ? taken : columns;
}

void countdown_draw(const struct countdown *countdown, struct screen *screen, struct rectangle area)
{
	struct saying saying;
	const char *figures;
	int columns, last;

	begin(&saying, countdown, area.rows, area.columns);
	figures = buffer_text(&saying.figures);
	columns = figures_columns(figures, saying.size);
	last = area.row + 1 + saying.size * FIGURES_ROWS;
	screen_field(screen, area.row, area.column, area.columns, ROLE_HEADING, countdown->words);
	if (saying.size)
		figures_draw(screen, area.row + 2, area.column, ROLE_STRONG, figures, saying.size);
	else
		screen_put(screen, last, area.column, ROLE_STRONG, buffer_text(&saying.line));
	if (saying.size && saying.unit)
		screen_put(screen, last, area.column + columns + 2, ROLE_STRONG, saying.unit);
	end(&saying);
}
