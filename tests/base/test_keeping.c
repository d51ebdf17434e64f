/* Memory, buffers, arrays, look-ups and reports: what everything else is kept in. */
#include "config.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/bisect.h"
#include "base/buffer.h"
#include "base/lookup.h"
#include "base/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static void buffers_grow_and_are_stolen(void **state)
{
	struct buffer buffer = {0};
	char *text;

	(void)state;
	assert_string_equal(buffer_text(&buffer), "");
	for (int i = 0; i < 1000; i++)
		buffer_printf(&buffer, "%d,", i);
	assert_int_equal(buffer.length, 10 * 2 + 90 * 3 + 900 * 4);
	assert_true(!strncmp(buffer_text(&buffer) + 20, "10,11,", 6));
	buffer_truncate(&buffer, 3);
	buffer_fill(&buffer, '-', 2);
	text = buffer_steal(&buffer);
	assert_string_equal(text, "0,1--");
	assert_null(buffer.data);
	free(text);
	text = buffer_steal(&buffer);
	assert_string_equal(text, "");
	free(text);
}

/* Every number of every sorted array that has each of few values some times, or not at all. */
static void halves_find_what_a_walk_finds(void **state)
{
	enum { MOST = 40 };

	(void)state;
	for (unsigned seed = 0; seed < 2000; seed++) {
		size_t count = seed % MOST, walked;
		int items[MOST], value = 0;

		for (size_t i = 0; i < count; i++)
			items[i] = value += (int)(seed * 7919 / (i + 1) % 3);
		for (int wanted = -1; wanted <= value + 1; wanted++) {
			for (walked = 0; walked < count && items[walked] < wanted; walked++)
				;
			assert_int_equal(bisect(i, count, items[i] < wanted), walked);
		}
	}
}

static void arenas_keep_pieces_apart(void **state)
{
	struct arena *arena = arena_new();
	char *strings[500];
	int64_t *numbers[500];

	(void)state;
	for (int i = 0; i < 500; i++) {
		char text[64];

		memset(text, 'a' + i % 26, sizeof text);
		strings[i] = arena_strndup(arena, text, (size_t)i % 64);
		numbers[i] = arena_alloc(arena, i % 50 == 0 ? 10000 : 3, sizeof **numbers);
		assert_int_equal((uintptr_t)numbers[i] % sizeof(int64_t), 0);
		assert_int_equal(numbers[i][2], 0);
		numbers[i][0] = numbers[i][2] = i;
	}
	for (int i = 0; i < 500; i++) {
		assert_int_equal(strlen(strings[i]), (size_t)i % 64);
		assert_int_equal(numbers[i][0], i);
		assert_int_equal(numbers[i][2], i);
	}
	assert_null(arena_copy(arena, "x", 0, 1));
	assert_null(arena_strdup(arena, NULL));
	arena_free(arena);
	arena_free(NULL);
}

static void lookups_count(void **state)
{
	static const char *const keys[] = {"a", "b", "c", "d", "e"};
	enum { KEYS = sizeof keys / sizeof *keys };
	struct lookup lookup = {0};

	(void)state;
	for (size_t i = 0; i < 200; i++)
		for (size_t key = 0; key <= i % KEYS; key++)
			++*lookup_number(&lookup, keys[key]);
	for (uint32_t key = 0; key < KEYS; key++)
		assert_int_equal(lookup_find(&lookup, keys[key]), 200 - 40 * key);
	assert_int_equal(*lookup_number(&lookup, "f"), 0);
	assert_int_equal(lookup.count, KEYS + 1);
	lookup_free(&lookup);
}

static void lookups_find_every_key(void **state)
{
	struct lookup lookup = {0};
	char keys[5000][12];

	(void)state;
	assert_int_equal(lookup_find(&lookup, "nothing"), LOOKUP_MISSING);
	for (uint32_t i = 0; i < 5000; i++) {
		snprintf(keys[i], sizeof keys[i], "key %u", i);
		lookup_add(&lookup, keys[i], i);
	}
	for (uint32_t i = 0; i < 5000; i++)
		assert_int_equal(lookup_find(&lookup, keys[i]), i);
	assert_int_equal(lookup_find(&lookup, "key 5000"), LOOKUP_MISSING);
	assert_int_equal(lookup_find_n(&lookup, "key 12 and more", 6), 12);
	lookup_free(&lookup);
}

/* Texts that differ in one byte, wherever that stands, are parted, and each is found again. */
static void a_set_of_texts_tells_them_apart(void **state)
{
	enum { LONGEST = 40 };
	static char texts[LONGEST + 1][LONGEST + 1]
			 [LONGEST + 1]; /* by length, and by what is other */
	struct lookup set = {0};
	uint32_t hash;

	(void)state;
	for (size_t length = 1; length <= LONGEST; length++) {
		for (size_t other = 0; other <= length; other++) {
			char *text = texts[length][other];

			memset(text, 'a', length);
			if (other < length)
				text[other] = 'b';
			assert_null(lookup_key(&set, text, length, &hash));
			lookup_add_key(&set, text, hash);
		}
	}
	for (size_t length = 1; length <= LONGEST; length++)
		for (size_t other = 0; other <= length; other++)
			assert_ptr_equal(lookup_key(&set, texts[length][other], length, &hash),
					 texts[length][other]);
	assert_null(lookup_key(&set, "aaac", 4, &hash));
	assert_ptr_equal(lookup_key(&set, "aaac", 3, &hash), texts[3][3]);
	lookup_free(&set);
}

static char *printed(struct report *report, enum severity least)
{
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);

	report_print(report, stream, "> ", least);
	fclose(stream);
	return text;
}

static void reports_say_what_and_where(void **state)
{
	struct report report = {0};
	char *text;

	(void)state;
	report_warning(&report, ((struct place){"b.md", 7, 0}), "the %s", "second");
	report_note(&report, ((struct place){"b.md", 3, 0}), "a note");
	report_warning(&report, ((struct place){"b.md", 2, 5}), "the \033[31mfirst\n");
	report_warning(&report, ((struct place){"b.md", 7, 0}), "the second");
	assert_false(report_error(&report, ((struct place){0}), "no place"));
	report_sort(&report);
	text = printed(&report, SEVERITY_WARNING);
	assert_string_equal(text, "> no place\n> b.md:2:5: the [31mfirst \n> b.md:7: the second\n");
	free(text);
	assert_int_equal(report.counts[SEVERITY_WARNING], 3);
	report_free(&report);
	assert_int_equal(report.count, 0);
}

static void reports_are_bounded(void **state)
{
	struct report report = {0};

	(void)state;
	for (int i = 0; i < REPORT_KEEPS + 500; i++)
		report_note(&report, ((struct place){"f", i, 0}), "note");
	report_error(&report, ((struct place){"f", 1, 0}), "still heard");
	assert_int_equal(report.count, REPORT_KEEPS + 1);
	assert_int_equal(report.counts[SEVERITY_NOTE], REPORT_KEEPS + 500);
	report_free(&report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(buffers_grow_and_are_stolen),
	    cmocka_unit_test(halves_find_what_a_walk_finds),
	    cmocka_unit_test(arenas_keep_pieces_apart),
	    cmocka_unit_test(lookups_count),
	    cmocka_unit_test(lookups_find_every_key),
	    cmocka_unit_test(a_set_of_texts_tells_them_apart),
	    cmocka_unit_test(reports_say_what_and_where),
	    cmocka_unit_test(reports_are_bounded),
	};

	return cmocka_run_group_tests_name("keeping", tests, NULL, NULL);
}
