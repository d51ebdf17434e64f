#include "config.h"

#include "camera.h"

#include "../tui/zbar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>

/* Pixels of a cell. */
enum { WIDTH = 8, HEIGHT = 16 };

static unsigned char light_of(struct viewer *viewer, VTermColor colour)
{
	colour = viewer_rgb(viewer, colour);
	return (unsigned char)((colour.rgb.red + colour.rgb.green + colour.rgb.blue) / 3);
}

/* One half of a cell: the block that stands in it, or what is behind it. */
static unsigned char half_of(struct viewer *viewer, const VTermScreenCell *cell, bool upper)
{
	uint32_t block = cell->chars[0];
	bool full = block == 0x2588 || block == (upper ? 0x2580 : 0x2584);

	return light_of(viewer, full != cell->attrs.reverse ? cell->fg : cell->bg);
}

static void take(struct viewer *viewer, const char *path)
{
	FILE *file = fopen(path, "we");
	int rows, columns;

	assert_non_null(file);
	viewer_size(viewer, &rows, &columns);
	fprintf(file, "P5 %d %d 255\n", columns * WIDTH, rows * HEIGHT);
	for (int y = 0; y < rows * HEIGHT; y++)
		for (int x = 0; x < columns * WIDTH; x++) {
			VTermScreenCell cell = viewer_cell(viewer, y / HEIGHT, x / WIDTH);

			putc(half_of(viewer, &cell, y % HEIGHT < HEIGHT / 2), file);
		}
	assert_int_equal(fclose(file), 0);
}

/* Where pictures go, and what came of the last one. */
struct watch {
	const char *path;
	struct buffer *found;
	bool *reads;
};

static bool sees_a_code(struct viewer *viewer, const void *data)
{
	const struct watch *watch = data;

	take(viewer, watch->path);
	buffer_clear(watch->found);
	*watch->reads = zbar_read(watch->path, watch->found);
	return watch->found->length || !*watch->reads;
}

bool camera_watch(struct viewer *viewer, const char *path, struct buffer *found)
{
	bool reads = true;
	const struct watch watch = {path, found, &reads};

	viewer_until(viewer, sees_a_code, &watch);
	return reads;
}
