#include "config.h"

#include "term/palette.h"

#include <stdlib.h>

enum { OWN = -1 };

static const struct look looks[PALETTE_DEPTHS][ROLE_COUNT] =
    {
	[PALETTE_NONE] =
	    {
		[ROLE_TEXT] = {OWN, OWN, A_NORMAL},
		[ROLE_STRONG] = {OWN, OWN, A_BOLD},
		[ROLE_TITLE] = {OWN, OWN, A_BOLD},
		[ROLE_HEADING] = {OWN, OWN, A_BOLD},
		[ROLE_RULE] = {OWN, OWN, A_NORMAL},
		[ROLE_TAB] = {OWN, OWN, A_NORMAL},
		[ROLE_TAB_OPEN] = {OWN, OWN, A_BOLD | A_UNDERLINE},
		[ROLE_CURSOR] = {OWN, OWN, A_REVERSE},
		[ROLE_SELECTED] = {OWN, OWN, A_BOLD | A_UNDERLINE},
		[ROLE_NOW] = {OWN, OWN, A_BOLD},
		[ROLE_NEXT] = {OWN, OWN, A_BOLD},
		[ROLE_PAST] = {OWN, OWN, A_NORMAL},
		[ROLE_BOOKMARK] = {OWN, OWN, A_BOLD},
		[ROLE_WARNING] = {OWN, OWN, A_BOLD | A_UNDERLINE},
		[ROLE_LINK] = {OWN, OWN, A_UNDERLINE},
		[ROLE_EMPHASIS] = {OWN, OWN, A_UNDERLINE},
		[ROLE_CODE] = {OWN, OWN, A_NORMAL},
		[ROLE_KEY] = {OWN, OWN, A_BOLD},
		[ROLE_STATUS] = {OWN, OWN, A_BOLD},
		[ROLE_MATCH] = {OWN, OWN, A_BOLD | A_UNDERLINE},
		[ROLE_QR_LIGHT] = {OWN, OWN, A_REVERSE},
		[ROLE_QR_DARK] = {OWN, OWN, A_NORMAL},
	    },
	[PALETTE_8] =
	    {
		[ROLE_TEXT] = {OWN, OWN, A_NORMAL},
		[ROLE_STRONG] = {OWN, OWN, A_BOLD},
		[ROLE_TITLE] = {OWN, OWN, A_BOLD},
		[ROLE_HEADING] = {OWN, OWN, A_BOLD},
		[ROLE_RULE] = {OWN, OWN, A_NORMAL},
		[ROLE_TAB] = {OWN, OWN, A_NORMAL},
		[ROLE_TAB_OPEN] = {COLOR_BLACK, COLOR_CYAN, A_NORMAL},
		[ROLE_CURSOR] = {COLOR_BLACK, COLOR_CYAN, A_NORMAL},
		[ROLE_SELECTED] = {OWN, OWN, A_REVERSE},
		[ROLE_NOW] = {COLOR_BLACK, COLOR_GREEN, A_NORMAL},
		[ROLE_NEXT] = {OWN, OWN, A_BOLD},
		[ROLE_PAST] = {OWN, OWN, A_NORMAL},
		[ROLE_BOOKMARK] = {OWN, OWN, A_BOLD},
		[ROLE_WARNING] = {OWN, OWN, A_REVERSE},
		[ROLE_LINK] = {OWN, OWN, A_UNDERLINE},
		[ROLE_EMPHASIS] = {OWN, OWN, A_UNDERLINE},
		[ROLE_CODE] = {OWN, OWN, A_NORMAL},
		[ROLE_KEY] = {OWN, OWN, A_BOLD},
		[ROLE_STATUS] = {OWN, OWN, A_BOLD},
		[ROLE_MATCH] = {OWN, OWN, A_BOLD | A_UNDERLINE},
		[ROLE_QR_LIGHT] = {COLOR_BLACK, COLOR_WHITE, A_NORMAL},
		[ROLE_QR_DARK] = {COLOR_WHITE, COLOR_BLACK, A_NORMAL},
	    },
	[PALETTE_256] =
	    {
		[ROLE_TEXT] = {OWN, OWN, A_NORMAL},	[ROLE_STRONG] = {OWN, OWN, A_BOLD},
		[ROLE_TITLE] = {OWN, OWN, A_BOLD},	[ROLE_HEADING] = {OWN, OWN, A_BOLD},
		[ROLE_RULE] = {243, OWN, A_NORMAL},	[ROLE_TAB] = {OWN, OWN, A_NORMAL},
		[ROLE_TAB_OPEN] = {231, 25, A_BOLD},	[ROLE_CURSOR] = {231, 25, A_BOLD},
		[ROLE_SELECTED] = {231, 240, A_NORMAL}, [ROLE_NOW] = {231, 28, A_BOLD},
		[ROLE_NEXT] = {OWN, OWN, A_BOLD},	[ROLE_PAST] = {OWN, OWN, A_NORMAL},
		[ROLE_BOOKMARK] = {OWN, OWN, A_BOLD},	[ROLE_WARNING] = {231, 160, A_BOLD},
		[ROLE_LINK] = {OWN, OWN, A_UNDERLINE},	[ROLE_EMPHASIS] = {OWN, OWN, A_ITALIC},
		[ROLE_CODE] = {OWN, OWN, A_NORMAL},	[ROLE_KEY] = {OWN, OWN, A_BOLD},
		[ROLE_STATUS] = {OWN, OWN, A_BOLD},	[ROLE_MATCH] = {16, 220, A_NORMAL},
		[ROLE_QR_LIGHT] = {16, 231, A_NORMAL},	[ROLE_QR_DARK] = {231, 16, A_NORMAL},
	    },
};

const struct look *palette_look(enum palette_depth depth, enum role role)
{
	return &looks[depth][role < ROLE_COUNT ? role : ROLE_TEXT];
}

static bool is_wanted(enum terminal_color wish)
{
	const char *no_color = getenv("NO_COLOR");

	if (wish == COLOR_AUTO)
		return !no_color || !*no_color;
	return wish == COLOR_ALWAYS;
}

/* A terminal of "direct" colours takes the numbers from 8 on as red, green and blue. */
static enum palette_depth depth_of(int colors)
{
	if (colors < 8 || COLOR_PAIRS <= ROLE_COUNT)
		return PALETTE_NONE;
	return colors == 256 ? PALETTE_256 : PALETTE_8;
}

enum palette_depth palette_begin(enum terminal_color wish)
{
	enum palette_depth depth;

	if (!is_wanted(wish) || !has_colors() || start_color() == ERR ||
	    use_default_colors() == ERR)
		return PALETTE_NONE;
	depth = depth_of(COLORS);
	for (int role = 0; role < ROLE_COUNT && depth != PALETTE_NONE; role++) {
		const struct look *look = palette_look(depth, (enum role)role);

		init_pair((short)(role + 1), look->foreground, look->background);
	}
	return depth;
}

short palette_pair(enum palette_depth depth, enum role role)
{
	const struct look *look = palette_look(depth, role);

	if (look->foreground == OWN && look->background == OWN)
		return 0;
	return (short)(role + 1);
}
