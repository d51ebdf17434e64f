#include "config.h"

#include "base/ascii.h"
#include "base/fold.h"
#include "base/slip.h"
#include "base/utf8.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
/* cmocka wants the four above first */
#include <cmocka.h>

struct pair {
	const char *from, *to;
};

static void folding_finds_what_people_type(void **state)
{
	static const struct pair pairs[] = {
	    {"Écologie & soutenabilité", "ecologie & soutenabilite"},
	    {"cœur ŒUVRE Ægir", "coeur oeuvre aegir"},
	    {"Straße", "strasse"},
	    {"cut sho\xC3", "cut sho\uFFFD"},
	    {"l’État", "l'etat"},
	    {"9\u00A0h\u202F–\u2009 10", "9 h -  10"},
	    {"ﬁn", "fin"},
	    {"İstanbul", "istanbul"},
	    {"e\u0301", "e"},
	    {"Łódź", "lodz"},
	    {"Ａｂｃ", "abc"},
	    {"Ǽgir ſtill ﬅ ǆ", "aegir still st dz"},
	    {"@AZ[`az{ @AZ[`az{~\x7F", "@az[`az{ @az[`az{~\x7F"},
	    {"1234567É 12345678É", "1234567e 12345678e"},
	    {"n\u0303 E\u0301\u0323COLE", "n ecole"},
	    {"a\tb\r\nc", "a b  c"},
	    {"\U0001D400 \U0001F600", "a \U0001F600"},
	    {"日本が ФЁДОР Σίσυφος", "日本か федор σισυφοσ"},
	    {"", ""},
	};
	struct fold_memory *memory = fold_memory_new();

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		char *folded = fold_text(pairs[i].from);
		struct buffer again = {0};

		assert_string_equal(folded, pairs[i].to);
		free(folded);
		for (int times = 1; times <= 3; times++) {
			buffer_clear(&again);
			fold_append_with(memory, &again, pairs[i].from, strlen(pairs[i].from));
			assert_string_equal(buffer_text(&again), pairs[i].to);
		}
		buffer_free(&again);
	}
	fold_memory_free(memory);
	fold_memory_free(NULL);
	assert_true(fold_equal("PLÉNIÈRE", "pleniere"));
	assert_false(fold_equal("atelier", "ateliers"));
}

/* Every character alone and among others, in every place of a word, with a memory and without. */
static void a_memory_changes_nothing(void **state)
{
	struct fold_memory *memory = fold_memory_new();
	struct buffer text = {0}, plain = {0}, known = {0};

	(void)state;
	for (uint32_t c = 1; c < 0x11000; c++) {
		buffer_clear(&text);
		buffer_fill(&text, 'X', c % 9);
		utf8_append(&text, c);
		utf8_append(&text, c);
		buffer_puts(&text, "Z\xFF");
		buffer_clear(&plain);
		buffer_clear(&known);
		fold_append(&plain, text.data, text.length);
		fold_append_with(memory, &known, text.data, text.length);
		assert_int_equal(plain.length, known.length);
		assert_memory_equal(plain.data, known.data, known.length);
	}
	buffer_clear(&text);
	buffer_fill(&text, '\xFF', 1000);
	buffer_clear(&known);
	fold_append_with(memory, &known, text.data, text.length);
	assert_int_equal(known.length, 3000);
	buffer_free(&text);
	buffer_free(&plain);
	buffer_free(&known);
	fold_memory_free(memory);
}

/* What stands in a table for Latin letters is what the library makes of them, but for letters that
 * it takes for whole ones. */
static void latin_letters_fold_as_the_library_has_it(void **state)
{
	static const char whole[] = "ÆæßØøĐđıŁłŒœ";
	enum { MOST = 8 };
	utf8proc_int32_t parts[MOST];

	(void)state;
	for (uint32_t c = 0xA1; c < 0x180; c++) {
		struct buffer letter = {0}, wanted = {0};
		int boundary = 0;
		utf8proc_ssize_t count =
		    utf8proc_decompose_char((utf8proc_int32_t)c, parts, MOST,
					    UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
						UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE,
					    &boundary);
		char *folded;

		utf8_append(&letter, c);
		folded = fold_text(letter.data);
		buffer_puts(&wanted, "");
		for (utf8proc_ssize_t i = 0; i < count; i++)
			utf8_append(&wanted, (uint32_t)parts[i]);
		if (!strstr(whole, letter.data))
			assert_string_equal(folded, wanted.data);
		else
			assert_string_not_equal(folded, letter.data);
		free(folded);
		buffer_free(&letter);
		buffer_free(&wanted);
	}
}

static void slugs_are_plain(void **state)
{
	static const struct pair pairs[] = {
	    {"Numérique en Commun[s] à Bordeaux", "numerique-en-commun-s-a-bordeaux"},
	    {"  ../../etc/passwd ", "etc-passwd"},
	    {"日本語", ""},
	    {"C'est l’été !", "c-est-l-ete"},
	};
	struct buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		buffer_clear(&out);
		fold_slug(&out, pairs[i].from, 60);
		assert_string_equal(buffer_text(&out), pairs[i].to);
	}
	buffer_clear(&out);
	fold_slug(&out, "aaaa bbbb cccc", 5);
	assert_string_equal(buffer_text(&out), "aaaa");
	buffer_free(&out);
}

static void nothing_drives_the_terminal(void **state)
{
	static const struct pair pairs[] = {
	    {"\033[31mred\033[0m", "[31mred[0m"},
	    {"a\u202Eb\u2066c\u200Fd", "abcd"},
	    {"C1\xC2\x9B"
	     "31m",
	     "C131m"},
	    {"one\r\ntwo\rthree\u2028four\tfive", "one\ntwo\nthree\nfour five"},
	    {"bell\a del\177 nul", "bell del nul"},
	    {"so\u00ADft zero\u200Bwidth", "soft zerowidth"},
	    {"no \xEF\xBF\xBE\xEF\xBF\xBF"
	     "characters",
	     "no characters"},
	    {"bad \xFF\xC3 end", "bad \uFFFD\uFFFD end"},
	    {"surrogate \xED\xA0\x80", "surrogate \uFFFD\uFFFD\uFFFD"},
	    {"no-break\u00A0space stays", "no-break\u00A0space stays"},
	};
	struct buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		buffer_clear(&out);
		utf8_sanitise(&out, pairs[i].from, strlen(pairs[i].from), UTF8_KEEP_LINES);
		assert_string_equal(buffer_text(&out), pairs[i].to);
	}
	buffer_clear(&out);
	utf8_sanitise(&out, "one\r\ntwo\n", 9, UTF8_ONE_LINE);
	assert_string_equal(buffer_text(&out), "one two ");
	buffer_free(&out);
}

/* Wherever what is not plain stands, among whatever stands behind it. */
static void a_plain_run_ends_where_it_ends(void **state)
{
	static const char others[] = {'\0', '\n', '\x1F', '\x7F', '\x80', '\xFF'};
	enum { LONGEST = 90 };
	char text[LONGEST];

	(void)state;
	for (size_t length = 0; length <= LONGEST; length++) {
		memset(text, length % 2 ? ' ' : '~', sizeof text);
		assert_int_equal(utf8_plain_run(text, length), length);
		for (size_t at = length; at-- > 0;) {
			text[at] = others[(length + at) % sizeof others];
			assert_int_equal(utf8_plain_run(text, length), at);
		}
	}
}

static void columns_are_those_of_the_terminal(void **state)
{
	int used;

	(void)state;
	assert_int_equal(utf8_columns("été", strlen("été")), 3);
	assert_int_equal(utf8_columns("e\u0301", 3), 1);
	assert_int_equal(utf8_columns("日本", strlen("日本")), 4);
	assert_int_equal(utf8_columns("★", strlen("★")), 1);
	assert_int_equal(utf8_columns("🎉", strlen("🎉")), 2);
	/* A mark is never parted from its letter, a wide character never cut. */
	assert_int_equal(utf8_fit("e\u0301a", 4, 1, &used), 3);
	assert_int_equal(used, 1);
	assert_int_equal(utf8_fit("日本", 6, 3, &used), 3);
	assert_int_equal(used, 2);
	assert_int_equal(utf8_fit("abc", 3, 0, &used), 0);
}

static void a_cut_text_ends_with_one_ellipsis(void **state)
{
	(void)state;
	assert_int_equal(utf8_cut("lanterns", 8, 5), 4);
	assert_int_equal(utf8_cut("Et puis... rien", 15, 10), 7);
	assert_int_equal(utf8_cut("Et puis… rien", 15, 9), 7);
	assert_int_equal(utf8_cut("Et puis...", 10, 9), 7);
	assert_int_equal(utf8_cut("...", 3, 3), 0);
	assert_int_equal(utf8_cut("日本", 6, 1), 0);
}

static void validity(void **state)
{
	size_t bad = 99;

	(void)state;
	assert_true(utf8_valid("été 🎉", strlen("été 🎉"), &bad));
	assert_false(utf8_valid("ab\xE9t", 4, &bad));
	assert_int_equal(bad, 2);
	assert_false(utf8_valid("\xC0\x80", 2, &bad));
	assert_false(utf8_valid("\xF4\x90\x80\x80", 4, &bad));
	assert_false(utf8_valid("\xE2\x82", 2, &bad));
}

static void ascii_stays_readable(void **state)
{
	static const struct pair pairs[] = {
	    {"Plénière – « cœur » ★ …", "Pleniere - \" coeur \" * ..."},
	    {"€ № ™", "EUR No (tm)"},
	    {"日", "??"},
	    {"9\u00A0h", "9 h"},
	    {"├──┤ ├┄┄ ├══┤ ┃ ▁▃▅▇", "+--+ +.. +==+ | .:+#"},
	};
	struct buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		buffer_clear(&out);
		ascii_append(&out, pairs[i].from, strlen(pairs[i].from));
		assert_string_equal(buffer_text(&out), pairs[i].to);
	}
	buffer_clear(&out);
	ascii_append_cell(&out, "cœur… 日€", strlen("cœur… 日€"));
	assert_string_equal(buffer_text(&out), "cour~ ??E");
	/* Of "(tm)" a cell has room for the bracket alone, which would never be closed. */
	buffer_clear(&out);
	ascii_append_cell(&out, "Linux™ ® ©", strlen("Linux™ ® ©"));
	assert_string_equal(buffer_text(&out), "Linux     ");
	/* Neither the bar of a session whose end is not known nor that of the one that is selected
	 * is that of others. */
	buffer_clear(&out);
	ascii_append_cell(&out, "┌│┆└├▌", strlen("┌│┆└├▌"));
	assert_string_equal(buffer_text(&out), "+|:++#");
	buffer_free(&out);
}

static int use_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static void the_nearest_name_is_guessed(void **state)
{
	static const char *const names[] = {"keys", "language", "color", "mouse", "next-day"};
	static const struct {
		const char *written, *meant;
	} cases[] = {
	    {"colour", "color"}, {"Language", "language"}, {"lang", "language"},
	    {"mosue", "mouse"},	 {"key", "keys"},	   {"next_day", "next-day"},
	    {"la", NULL},	 {"wallpaper", NULL},	   {"", NULL},
	};
	char longest[1000] = {0};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *meant = slip_nearest(cases[i].written, names, 5);

		if (!cases[i].meant)
			assert_null(meant);
		else
			assert_string_equal(meant, cases[i].meant);
	}
	memset(longest, 'k', sizeof longest - 1);
	assert_null(slip_nearest(longest, names, 5));
	assert_null(slip_nearest("keys", names, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(folding_finds_what_people_type),
	    cmocka_unit_test(a_memory_changes_nothing),
	    cmocka_unit_test(latin_letters_fold_as_the_library_has_it),
	    cmocka_unit_test(slugs_are_plain),
	    cmocka_unit_test(nothing_drives_the_terminal),
	    cmocka_unit_test(a_plain_run_ends_where_it_ends),
	    cmocka_unit_test(columns_are_those_of_the_terminal),
	    cmocka_unit_test(a_cut_text_ends_with_one_ellipsis),
	    cmocka_unit_test(validity),
	    cmocka_unit_test(ascii_stays_readable),
	    cmocka_unit_test(the_nearest_name_is_guessed),
	};

	return cmocka_run_group_tests_name("text", tests, use_utf8, NULL);
}
