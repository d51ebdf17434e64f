/*
 * Chips stand side by side: "Theme: Data ✕ · Room: K.1.105 ✕". Where a row is too narrow for them,
 * values stand alone; then the longest are cut; then one chip stands for all.
 */
#include "config.h"

#include "tui/chips.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "present/traits.h"
#include "tui/app_private.h"

enum {
	GAP = 3,     /* columns between two chips: " · " */
	CROSS = 2,   /* columns of a cross, and a space before it */
	SHORTEST = 8 /* texts are not cut to fewer columns */
};

struct chip {
	int trait; /* TRAIT_COUNT for all of them */
	struct buffer text;
	int columns; /* of the text, as it is shown */
};

struct chips {
	struct chip items[TRAIT_COUNT];
	int count;
};

static void free_chips(struct chips *chips)
{
	for (int i = 0; i < chips->count; i++)
		buffer_free(&chips->items[i].text);
	chips->count = 0;
}

static struct chip *add_chip(struct chips *chips, int trait)
{
	struct chip *chip = &chips->items[chips->count++];

	*chip = (struct chip){.trait = trait};
	return chip;
}

static void measure(struct chip *chip)
{
	chip->columns = utf8_columns(buffer_text(&chip->text), chip->text.length);
}

/* The chips, with the kinds that their values are of or without. */
static struct chips say_chips(const struct app *app, bool kinds)
{
	const struct query *query = &app->filter.query;
	struct chips chips = {.count = 0};

	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++) {
		struct chip *chip;

		if (!query_restricts(query, trait))
			continue;
		chip = add_chip(&chips, (int)trait);
		traits_say_wanted(&chip->text, app->agenda, query, trait, kinds);
		measure(chip);
	}
	return chips;
}

static int columns_of(const struct chips *chips)
{
	int columns = 0;

	for (int i = 0; i < chips->count; i++)
		columns += chips->items[i].columns + CROSS + (i ? GAP : 0);
	return columns;
}

/* Cuts the longest text by a column; false where all are as short as they may be. */
static bool cut_longest(struct chips *chips)
{
	struct chip *longest = &chips->items[0];

	for (int i = 1; i < chips->count; i++)
		if (chips->items[i].columns > longest->columns)
			longest = &chips->items[i];
	if (longest->columns <= SHORTEST)
		return false;
	longest->columns--;
	return true;
}

static struct chips one_for_all(const struct app *app)
{
	struct chips all = say_chips(app, false), chips = {.count = 0};
	struct chip *chip = add_chip(&chips, TRAIT_COUNT);
	size_t count = (size_t)all.count;

	/* Translators: of what restricts the programme, such as themes, rooms, days. */
	buffer_printf(&chip->text, ngettext("%zu filter", "%zu filters", count), count);
	measure(chip);
	free_chips(&all);
	return chips;
}

/* What is shown in so many columns. */
static struct chips lay_chips(const struct app *app, int columns)
{
	struct chips chips = say_chips(app, true);

	if (columns_of(&chips) <= columns)
		return chips;
	free_chips(&chips);
	chips = say_chips(app, false);
	while (columns_of(&chips) > columns && cut_longest(&chips))
		continue;
	if (columns_of(&chips) <= columns)
		return chips;
	free_chips(&chips);
	return one_for_all(app);
}

bool chips_shown(const struct app *app)
{
	return view_at(app->view)->by_day && filter_has_traits(&app->filter);
}

int chips_columns(const struct app *app)
{
	struct chips chips = say_chips(app, true);
	int columns = columns_of(&chips);

	free_chips(&chips);
	return columns;
}

void chips_draw(const struct app *app, struct screen *screen, struct rectangle area)
{
	struct chips chips = lay_chips(app, area.columns);
	int column = area.column;

	for (int i = 0; i < chips.count; i++) {
		const struct chip *chip = &chips.items[i];

		if (i)
			screen_put(screen, area.row, column, ROLE_RULE, " · ");
		column += i ? GAP : 0;
		screen_field(screen, area.row, column, chip->columns, ROLE_TEXT,
			     buffer_text(&chip->text));
		screen_put(screen, area.row, column + chip->columns, ROLE_KEY, " ✕");
		column += chip->columns + CROSS;
	}
	free_chips(&chips);
}

int chips_trait_at(const struct app *app, struct rectangle area, int column)
{
	struct chips chips = lay_chips(app, area.columns);
	int at = area.column, trait = -1;

	for (int i = 0; i < chips.count && trait < 0; i++) {
		int end = at + chips.items[i].columns + CROSS;

		if (column >= at && column < end)
			trait = chips.items[i].trait;
		at = end + GAP;
	}
	free_chips(&chips);
	return trait;
}
