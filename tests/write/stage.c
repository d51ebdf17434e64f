#include "config.h"

#include "stage.h"

#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

int stage_set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);

	s->agenda = sample_agenda();
	s->query = (struct query){.bookmarks = &s->bookmarks, .now = CIVIL_NONE};
	sample_keep(&s->bookmarks, s->agenda);
	s->job = (struct writer_job){
	    .agenda = s->agenda,
	    .query = &s->query,
	    .bookmarks = &s->bookmarks,
	    .now = CIVIL_NONE,
	    .width = 80,
	};
	*state = s;
	return 0;
}

int stage_tear_down(void **state)
{
	struct stage *s = *state;

	bookmarks_free(&s->bookmarks);
	query_free(&s->query);
	agenda_free(s->agenda);
	free(s);
	return 0;
}

static FILE *open_expected(const char *name, const char *mode)
{
	struct buffer path = {0};
	const char *srcdir = getenv("srcdir");
	FILE *file;

	buffer_printf(&path, "%s/tests/write/expected/%s", srcdir ? srcdir : ".", name);
	file = fopen(buffer_text(&path), mode);
	buffer_free(&path);
	return file;
}

static char *read_expected(const char *name)
{
	struct buffer text = {0};
	char bytes[4096];
	FILE *file = open_expected(name, "r");

	for (size_t length; file && (length = fread(bytes, 1, sizeof bytes, file)) > 0;)
		buffer_append(&text, bytes, length);
	if (file)
		fclose(file);
	return buffer_steal(&text);
}

static void renew(const char *name, const struct buffer *written)
{
	FILE *file = open_expected(name, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(buffer_text(written), 1, written->length, file), written->length);
	assert_int_equal(fclose(file), 0);
}

/* Names the first line that differs: the whole of both would not fit into a message. */
static void assert_same(const char *written, const char *expected, const char *name)
{
	int number = 1;

	while (*written || *expected) {
		size_t length = strcspn(written, "\n"), wanted = strcspn(expected, "\n");

		if (length != wanted || strncmp(written, expected, length + 1) != 0)
			fail_msg("%s:%d: \"%.*s\" instead of \"%.*s\"", name, number, (int)length,
				 written, (int)wanted, expected);
		written += length + (written[length] != '\0');
		expected += wanted + (expected[wanted] != '\0');
		number++;
	}
}

void stage_assert_written(const char *writer, const struct writer_job *job, const char *name)
{
	struct buffer out = {0};
	char *expected;

	writer_find(writer)->write(&out, job);
	if (getenv("NEC_RENEW_GOLDEN"))
		renew(name, &out);
	expected = read_expected(name);
	assert_same(buffer_text(&out), expected, name);
	free(expected);
	buffer_free(&out);
}
