#include "config.h"

#include "tui/layout.h"

/* Fewer rows than these are not shared between the main list and the detail below it. */
enum { STACKED_ROWS = 12 };

static int clamp(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

static void add_rule(struct layout *layout, struct layout_rule rule)
{
	layout->rules[layout->rule_count++] = rule;
}

static bool fills(const struct layout_needs *needs, enum slot slot)
{
	return needs->slots & SLOT_BIT(slot);
}

/* Cuts `columns` off an area's left, and a rule behind them; returns what was cut off. */
static struct rectangle cut_left(struct layout *layout, struct rectangle *area, int columns)
{
	struct rectangle left = *area;

	left.columns = columns;
	add_rule(layout, (struct layout_rule){area->row, area->column + columns, area->rows, true});
	area->column += columns + 1;
	area->columns -= columns + 1;
	return left;
}

static struct rectangle cut_top(struct layout *layout, struct rectangle *area, int rows)
{
	struct rectangle top = *area;

	top.rows = rows;
	add_rule(layout,
		 (struct layout_rule){area->row + rows, area->column, area->columns, false});
	area->row += rows + 1;
	area->rows -= rows + 1;
	return top;
}

/* Beside a broad pane the detail takes what its lines need. */
static int main_columns(const struct layout_needs *needs, int columns)
{
	return needs->broad ? columns - 1 - clamp(columns / 3, 48, 60) : columns * 3 / 5;
}

static void lay_main(struct layout *layout, const struct layout_needs *needs, struct rectangle area)
{
	bool detail = fills(needs, SLOT_DETAIL);

	if (detail && needs->columns >= (needs->broad ? LAYOUT_BROAD_PANES : LAYOUT_THREE_PANES))
		layout->slots[SLOT_MAIN] =
		    cut_left(layout, &area, main_columns(needs, area.columns));
	else if (detail && area.rows >= STACKED_ROWS && !needs->broad)
		layout->slots[SLOT_MAIN] = cut_top(layout, &area, area.rows / 2);
	else
		detail = detail && needs->focus == SLOT_DETAIL;
	layout->slots[detail ? SLOT_DETAIL : SLOT_MAIN] = area;
}

/* What a side takes of the window that leads to what the view is about: what is usual in one of
 * eighty columns, and more for names that need it where titles beside them have room enough. */
static int leading_columns(int columns, int wanted)
{
	enum { ENOUGH = 120 };
	int usual = clamp((columns + 1) / 3, 20, 27);

	return clamp(wanted, usual, clamp(usual + (columns - ENOUGH) / 3, usual, columns / 4));
}

/* And one that holds what the view is about. */
static int telling_columns(int columns, int wanted)
{
	enum { MOST_OF_TWO = LAYOUT_THREE_PANES * 7 / 20 };
	int most = columns / 2 - 2;

	if (columns >= LAYOUT_THREE_PANES)
		return clamp(wanted, clamp(columns * 3 / 10, 22, 48),
			     clamp(columns * 7 / 20, 22, 60));
	return clamp(wanted, clamp(columns * 2 / 5, 20, 32),
		     most < MOST_OF_TWO ? most : MOST_OF_TWO);
}

/* In a wider window a side is never narrower. */
static int side_columns(const struct layout_needs *needs)
{
	return needs->side_tells ? telling_columns(needs->columns, needs->side_wanted)
				 : leading_columns(needs->columns, needs->side_wanted);
}

static void lay_slots(struct layout *layout, const struct layout_needs *needs,
		      struct rectangle area)
{
	if (needs->columns < LAYOUT_TWO_PANES || needs->linear) {
		layout->slots[fills(needs, needs->focus) ? needs->focus : SLOT_MAIN] = area;
		return;
	}
	if (fills(needs, SLOT_SIDE))
		layout->slots[SLOT_SIDE] = cut_left(layout, &area, side_columns(needs));
	lay_main(layout, needs, area);
}

struct layout layout_make(const struct layout_needs *needs)
{
	struct layout layout = {0};
	int header = needs->header_rows, footer = needs->footer_rows;
	int rows = needs->rows, columns = needs->columns, rule = !needs->linear;

	layout.fits = rows >= LAYOUT_ROWS && columns >= LAYOUT_COLUMNS;
	if (!layout.fits)
		return layout;
	layout.header = (struct rectangle){0, 0, header, columns};
	layout.footer = (struct rectangle){rows - footer, 0, footer, columns};
	if (header && rule)
		add_rule(&layout, (struct layout_rule){header++, 0, columns, false});
	if (rule)
		add_rule(&layout, (struct layout_rule){rows - footer - 1, 0, columns, false});
	lay_slots(&layout, needs,
		  (struct rectangle){header, 0, rows - header - footer - rule, columns});
	return layout;
}

bool layout_shows(const struct layout *layout, enum slot slot)
{
	return layout->slots[slot].rows > 0;
}

bool layout_holds(struct rectangle area, int row, int column)
{
	return row >= area.row && row < area.row + area.rows && column >= area.column &&
	       column < area.column + area.columns;
}

enum slot layout_slot_at(const struct layout *layout, int row, int column)
{
	for (enum slot slot = 0; slot < SLOT_COUNT; slot++)
		if (layout_holds(layout->slots[slot], row, column))
			return slot;
	return SLOT_COUNT;
}

static bool crosses(const struct layout_rule *rule, int row, int column)
{
	return rule->down
		   ? column == rule->column && row >= rule->row && row < rule->row + rule->length
		   : row == rule->row && column >= rule->column &&
			 column < rule->column + rule->length;
}

static bool any_crosses(const struct layout *layout, int row, int column)
{
	for (int i = 0; i < layout->rule_count; i++)
		if (crosses(&layout->rules[i], row, column))
			return true;
	return false;
}

enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

/* Where rules lead from a place of one; that this one goes on within itself need not be looked for.
 */
static int directions(const struct layout *layout, const struct layout_rule *rule, int at)
{
	int row = rule->row + (rule->down ? at : 0);
	int column = rule->column + (rule->down ? 0 : at);
	bool before = at > 0, behind = at < rule->length - 1;
	int around = 0;

	if ((rule->down && before) || any_crosses(layout, row - 1, column))
		around |= UP;
	if ((rule->down && behind) || any_crosses(layout, row + 1, column))
		around |= DOWN;
	if ((!rule->down && before) || any_crosses(layout, row, column - 1))
		around |= LEFT;
	if ((!rule->down && behind) || any_crosses(layout, row, column + 1))
		around |= RIGHT;
	return around;
}

/* The character that joins what leads from a place. */
static const char *joint_of(int around)
{
	static const char *const joints[16] = {" ", "│", "│", "│", "─", "┘", "┐", "┤",
					       "─", "└", "┌", "├", "─", "┴", "┬", "┼"};

	return joints[around];
}

/* As many cells at once as have the same character. */
static void draw_rule(const struct layout *layout, struct screen *screen,
		      const struct layout_rule *rule)
{
	for (int at = 0, next; at < rule->length; at = next) {
		int around = directions(layout, rule, at);

		for (next = at + 1; next < rule->length; next++)
			if (directions(layout, rule, next) != around)
				break;
		if (rule->down)
			screen_rule_down(screen, rule->row + at, rule->column, next - at,
					 joint_of(around));
		else
			screen_rule(screen, rule->row, rule->column + at, next - at,
				    joint_of(around));
	}
}

void layout_draw(const struct layout *layout, struct screen *screen)
{
	for (int i = 0; i < layout->rule_count; i++)
		draw_rule(layout, screen, &layout->rules[i]);
}
