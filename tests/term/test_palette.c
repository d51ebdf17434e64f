/*
 * Colours are held to a contrast of 4.5:1 (WCAG 2.1, 1.4.3), computed from the colours that
 * terminals come with.
 */
#include "config.h"

#include "term/palette.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

typedef uint32_t rgb;

/*
 * The first eight colours of terminals as they are installed: of the console those of the VGA, as
 * in the kernel's default_red[] and so on; of xterm those of its resources color0 to color7 (black,
 * red3, green3, yellow3, blue2, magenta3, cyan3, gray90 of X11's rgb.txt); of the others those of
 * their default profiles. The brighter eight are not in the palette: bold, which some terminals
 * take for them, is left to the terminal's own colours.
 */
static const struct {
	const char *name;
	rgb colours[8];
} terminals[] = {
    {"Linux console",
     {0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA}},
    {"xterm", {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5}},
    {"GNOME", {0x171421, 0xC01C28, 0x26A269, 0xA2734C, 0x12488B, 0xA347BA, 0x2AA1B3, 0xD0CFCC}},
    {"Konsole", {0x232627, 0xED1515, 0x11D116, 0xF67400, 0x1D99F3, 0x9B59B6, 0x1ABC9C, 0xFCFCFC}},
    {"PuTTY", {0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB}},
    {"macOS", {0x000000, 0xC23621, 0x25BC24, 0xADAD27, 0x492EE1, 0xD338D3, 0x33BBC8, 0xCBCCCD}},
};

static double linear(uint32_t part)
{
	double value = part / 255.0;

	return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(rgb colour)
{
	return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8 & 0xFF) +
	       0.0722 * linear(colour & 0xFF);
}

static double contrast(rgb left, rgb right)
{
	double a = luminance(left) + 0.05;
	double b = luminance(right) + 0.05;

	return a > b ? a / b : b / a;
}

/* The colours above 15 are the same everywhere: a cube and a ramp of greys. */
static rgb of_256(short number)
{
	static const rgb steps[] = {0, 95, 135, 175, 215, 255};
	rgb n = (rgb)number - 16;
	rgb grey = 8 + 10 * ((rgb)number - 232);

	assert_in_range(number, 16, 255);
	if (number >= 232)
		return grey << 16 | grey << 8 | grey;
	return steps[n / 36] << 16 | steps[n / 6 % 6] << 8 | steps[n % 6];
}

static void assert_readable(rgb text, rgb ground, int role)
{
	if (contrast(text, ground) < 4.5)
		fail_msg("role %d: %06x on %06x is %.2f:1", role, text, ground,
			 contrast(text, ground));
}

static void two_hundred_colours_are_readable_on_light_and_dark(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct look *look = palette_look(PALETTE_256, (enum role)role);

		if (look->background >= 0) {
			assert_true(look->foreground >= 0);
			assert_readable(of_256(look->foreground), of_256(look->background), role);
		} else if (look->foreground >= 0) {
			assert_readable(of_256(look->foreground), 0x000000, role);
			assert_readable(of_256(look->foreground), 0xFFFFFF, role);
		}
	}
}

static void eight_colours_are_readable_wherever_they_come_from(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct look *look = palette_look(PALETTE_8, (enum role)role);

		if (look->foreground < 0 && look->background < 0)
			continue;
		assert_in_range(look->foreground, 0, 7);
		assert_in_range(look->background, 0, 7);
		for (size_t i = 0; i < sizeof terminals / sizeof *terminals; i++)
			assert_readable(terminals[i].colours[look->foreground],
					terminals[i].colours[look->background], role);
	}
}

/* The Linux console shows bold as bright, and bright black on grey is 3:1. */
static void bold_meets_neither_black_nor_reverse(void **state)
{
	(void)state;
	for (int depth = PALETTE_NONE; depth <= PALETTE_8; depth++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			const struct look *look =
			    palette_look((enum palette_depth)depth, (enum role)role);

			if (look->attributes & A_BOLD) {
				assert_int_not_equal(look->foreground, COLOR_BLACK);
				assert_false(look->attributes & A_REVERSE);
			}
		}
}

static void nothing_is_dim(void **state)
{
	(void)state;
	for (int depth = 0; depth < PALETTE_DEPTHS; depth++)
		for (int role = 0; role < ROLE_COUNT; role++)
			assert_false(
			    palette_look((enum palette_depth)depth, (enum role)role)->attributes &
			    (A_DIM | A_INVIS | A_BLINK));
}

static void no_colours_means_none(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		assert_int_equal(palette_look(PALETTE_NONE, (enum role)role)->foreground, -1);
		assert_int_equal(palette_look(PALETTE_NONE, (enum role)role)->background, -1);
	}
}

static bool same_look(enum palette_depth depth, enum role left, enum role right)
{
	const struct look *a = palette_look(depth, left);
	const struct look *b = palette_look(depth, right);

	return a->foreground == b->foreground && a->background == b->background &&
	       a->attributes == b->attributes;
}

static void what_one_looks_for_first_stands_out(void **state)
{
	(void)state;
	for (int i = 0; i < PALETTE_DEPTHS; i++) {
		enum palette_depth depth = (enum palette_depth)i;

		assert_false(same_look(depth, ROLE_CURSOR, ROLE_TEXT));
		assert_false(same_look(depth, ROLE_CURSOR, ROLE_SELECTED));
		assert_false(same_look(depth, ROLE_CURSOR, ROLE_NOW));
		assert_false(same_look(depth, ROLE_SELECTED, ROLE_TEXT));
		assert_false(same_look(depth, ROLE_NOW, ROLE_TEXT));
		assert_false(same_look(depth, ROLE_TAB, ROLE_TAB_OPEN));
		assert_false(same_look(depth, ROLE_WARNING, ROLE_TEXT));
	}
}

/* Readers of QR codes want them dark on light, on whatever terminal. */
static void codes_are_dark_on_light(void **state)
{
	(void)state;
	for (int depth = PALETTE_8; depth < PALETTE_DEPTHS; depth++) {
		const struct look *light = palette_look((enum palette_depth)depth, ROLE_QR_LIGHT);
		const struct look *dark = palette_look((enum palette_depth)depth, ROLE_QR_DARK);

		assert_int_equal(light->foreground, dark->background);
		assert_int_equal(light->background, dark->foreground);
		assert_int_equal(light->attributes | dark->attributes, A_NORMAL);
	}
	assert_int_equal(palette_look(PALETTE_8, ROLE_QR_DARK)->background, COLOR_BLACK);
	assert_int_equal(of_256(palette_look(PALETTE_256, ROLE_QR_DARK)->background), 0x000000);
	assert_int_equal(of_256(palette_look(PALETTE_256, ROLE_QR_LIGHT)->background), 0xFFFFFF);
	assert_int_equal(palette_look(PALETTE_NONE, ROLE_QR_LIGHT)->attributes, A_REVERSE);
	assert_int_equal(palette_look(PALETTE_NONE, ROLE_QR_DARK)->attributes, A_NORMAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_hundred_colours_are_readable_on_light_and_dark),
	    cmocka_unit_test(eight_colours_are_readable_wherever_they_come_from),
	    cmocka_unit_test(bold_meets_neither_black_nor_reverse),
	    cmocka_unit_test(nothing_is_dim),
	    cmocka_unit_test(no_colours_means_none),
	    cmocka_unit_test(codes_are_dark_on_light),
	    cmocka_unit_test(what_one_looks_for_first_stands_out),
	};

	return cmocka_run_group_tests_name("palette", tests, NULL, NULL);
}
