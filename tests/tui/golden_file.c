#include "config.h"

#include "golden_file.h"

#include "play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void read_file(const char *path, struct buffer *out)
{
	FILE *file = fopen(path, "r");
	char bytes[4096];
	size_t count;

	if (!file)
		return;
	while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
		buffer_append(out, bytes, count);
	fclose(file);
}

static void write_file(const char *path, const struct buffer *text)
{
	FILE *file = fopen(path, "w");

	if (!file)
		fail_msg("cannot write %s", path);
	fwrite(buffer_text(text), 1, text->length, file);
	fclose(file);
}

bool golden_file_holds(const char *name, const struct buffer *shown, const char *how)
{
	const char *top = getenv("srcdir");
	struct buffer path = {0}, wanted = {0};
	bool same;

	buffer_printf(&path, "%s/%s", top ? top : ".", name);
	if (getenv("NEC_RENEW_GOLDEN"))
		write_file(buffer_text(&path), shown);
	read_file(buffer_text(&path), &wanted);
	same = !strcmp(buffer_text(shown), buffer_text(&wanted));
	if (!same) {
		print_error("%s, %s\n", name, how);
		play_print("wanted", &wanted);
		play_print("shown", shown);
	}
	buffer_free(&path);
	buffer_free(&wanted);
	return same;
}
