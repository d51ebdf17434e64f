#include "config.h"

#include "scratch.h"

#include "base/buffer.h"
#include "read/charset.h"
#include "read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

#define BYTES(text) text, sizeof(text) - 1

static struct report report;
static struct source source;

static int end(void **state)
{
	source_free(&source);
	report_free(&report);
	return scratch_end(state);
}

/* Whether it is read; what was read before is gone. */
static bool reads(const char *name)
{
	source_free(&source);
	report_free(&report);
	return source_read(&source, name, &report);
}

static bool reads_bytes(const char *bytes, size_t length)
{
	return reads(scratch_write_bytes("page.md", bytes, length));
}

static void assert_refused(const char *place, const char *text)
{
	assert_int_equal(report.counts[SEVERITY_ERROR], 1);
	assert_null(source.text);
	scratch_assert_said(&report, SEVERITY_ERROR, place, text);
}

static void text_is_read_as_it_is(void **state)
{
	(void)state;
	assert_true(reads_bytes(BYTES("# Caf\303\251\r\n\r\nx")));
	assert_string_equal(source.text, "# Caf\303\251\r\n\r\nx");
	assert_true(source.lasts);
	assert_int_equal(source.length, strlen(source.text));
	assert_int_equal(report.count, 0);
}

static void a_byte_order_mark_is_dropped(void **state)
{
	(void)state;
	assert_true(reads_bytes(BYTES("\xEF\xBB\xBFtitle")));
	assert_string_equal(source.text, "title");
	assert_false(reads_bytes(BYTES("\xEF\xBB\xBF")));
	assert_refused("page.md", "empty");
	/* Behind it a calendar is unfolded all the same, also where a character is parted. */
	assert_true(reads_bytes(BYTES("\xEF\xBB\xBF"
				      "BEGIN:VCALENDAR\r\nNAME:\xC3\r\n \xA9t\xC3\xA9\r\n")));
	assert_string_equal(source.text, "BEGIN:VCALENDAR\nNAME:\xC3\xA9t\xC3\xA9\n\n");
}

static void what_is_missing_is_said(void **state)
{
	char name[300];

	(void)state;
	assert_false(reads(scratch_path("none.md")));
	assert_refused("none.md", "no such file");
	assert_false(reads("https://example.org/page.md"));
	assert_refused("https://example.org/page.md", "save what it leads to as a file");
	scratch_write("page.md", "x");
	assert_false(reads(scratch_path("page.md/inner.md")));
	assert_refused("page.md/inner.md", "part of its path is no folder");
	memset(name, 'n', sizeof name);
	name[sizeof name - 1] = '\0';
	assert_false(reads(name));
	assert_refused("", strerror(ENAMETOOLONG));
	assert_int_equal(symlink("circle.md", scratch_path("circle.md")), 0);
	assert_false(reads(scratch_path("circle.md")));
	assert_refused("circle.md", "circle");
}

static void a_file_that_one_may_not_read_is_said(void **state)
{
	const char *name = scratch_write("page.md", "x");

	(void)state;
	if (!geteuid())
		skip();
	assert_int_equal(chmod(name, 0), 0);
	assert_false(reads(name));
	assert_refused("page.md", "you may not read this");
}

static void what_is_no_file_is_refused(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	const char *name = scratch_path("s");
	int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);

	(void)state;
	assert_false(reads(scratch_path("")));
	assert_refused("", "this is a folder");
	assert_false(reads("/dev/zero"));
	assert_refused("/dev/zero", "this is a device");
	assert_false(reads("/dev/null"));
	assert_refused("/dev/null", "this is a device");
	assert_true(strlen(name) < sizeof address.sun_path);
	strcpy(address.sun_path, name);
	assert_int_equal(bind(descriptor, (struct sockaddr *)&address, sizeof address), 0);
	assert_false(reads(name));
	assert_refused("s", "this is a socket");
	close(descriptor);
}

static void a_pipe_that_nobody_writes_to_is_empty(void **state)
{
	const char *name = scratch_path("pipe");

	(void)state;
	assert_int_equal(mkfifo(name, 0600), 0);
	assert_false(reads(name));
	assert_refused("pipe", "empty");
}

static void a_pipe_is_read_when_its_writer_comes(void **state)
{
	const char *name = scratch_path("pipe");
	pid_t writer;
	int status;

	(void)state;
	assert_int_equal(mkfifo(name, 0600), 0);
	writer = fork();
	if (!writer) {
		int descriptor = open(name, O_WRONLY);

		_exit(write(descriptor, "# Piped", 7) != 7);
	}
	assert_true(reads(name));
	assert_string_equal(source.text, "# Piped");
	assert_int_equal(waitpid(writer, &status, 0), writer);
	assert_int_equal(status, 0);
}

/* Reads "-" with standard input taken from a file. */
static bool reads_stdin(const char *name)
{
	int kept = dup(STDIN_FILENO), file = open(name, O_RDONLY);
	bool read;

	dup2(file, STDIN_FILENO);
	read = reads("-");
	dup2(kept, STDIN_FILENO);
	close(kept);
	close(file);
	return read;
}

static void standard_input_is_read(void **state)
{
	(void)state;
	assert_true(reads_stdin(scratch_write("page.md", "# In")));
	assert_string_equal(source.text, "# In");
	assert_string_equal(source.name, "stdin");
	assert_false(source.lasts);
	assert_false(reads_stdin("/dev/null"));
	assert_refused("stdin", "empty");
	assert_false(reads_stdin(scratch_path("")));
	assert_refused("stdin", "this is a folder");
}

static void what_never_ends_is_too_large(void **state)
{
	const char *name = scratch_write("page.md", "x");

	(void)state;
	assert_int_equal(truncate(name, (off_t)SOURCE_LARGEST + 1), 0);
	assert_false(reads(name));
	assert_refused("page.md", "larger than 256 MB");
	assert_false(reads_stdin("/dev/zero"));
	assert_refused("stdin", "larger than 256 MB");
}

static void what_is_empty_is_said(void **state)
{
	(void)state;
	assert_false(reads_bytes("", 0));
	assert_refused("page.md", "empty");
	assert_false(reads_bytes(BYTES(" \n\t\r\n \302\240\n")));
	assert_refused("page.md", "empty");
}

static void other_formats_are_named(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *what;
	} cases[] = {
	    {BYTES("%PDF-1.7\n%\xE2\xE3\n"), "a PDF document"},
	    {BYTES("PK\3\4\0\0"), "a ZIP archive"},
	    {BYTES("\x89PNG\r\n\x1A\n"), "a picture"},
	    {BYTES("\xFF\xD8\xFF\xE0"), "a picture"},
	    {BYTES("\x1F\x8B\x08\0"), "damaged or cut off"},
	    {BYTES("{\\rtf1\\ansi}"), "a rich text document"},
	    {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "an office document"},
	    {BYTES("title: a\0b"), "NUL"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_false(reads_bytes(cases[i].bytes, cases[i].length));
		assert_refused("page.md", cases[i].what);
	}
}

/* Compresses text, repeated, as gzip does; to be freed. */
static struct buffer gzip(const char *text, size_t times)
{
	struct buffer out = {0};
	Bytef piece[4096];
	z_stream stream = {.next_in = (Bytef *)text};

	assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY),
			 Z_OK);
	for (size_t i = 0; i <= times; i++) {
		if (i < times) {
			stream.next_in = (Bytef *)text;
			stream.avail_in = (uInt)strlen(text);
		}
		do {
			stream.next_out = piece;
			stream.avail_out = sizeof piece;
			deflate(&stream, i < times ? Z_NO_FLUSH : Z_FINISH);
			buffer_append(&out, (char *)piece, sizeof piece - stream.avail_out);
		} while (!stream.avail_out);
	}
	deflateEnd(&stream);
	return out;
}

static void compressed_files_are_read(void **state)
{
	struct buffer one = gzip("# Caf\xE9\n", 1), two = gzip("two", 1), none = gzip("", 0);

	(void)state;
	assert_true(reads_bytes(two.data, two.length));
	assert_string_equal(source.text, "two");
	buffer_append(&one, two.data, two.length);
	assert_true(reads_bytes(one.data, one.length));
	assert_string_equal(source.text, "# Caf\u00E9\ntwo");
	scratch_assert_said(&report, SEVERITY_CAUTION, "page.md:1", "not UTF-8");
	assert_false(reads_bytes(none.data, none.length));
	assert_refused("page.md", "empty");
	assert_false(reads_bytes(two.data, two.length - 1));
	assert_refused("page.md", "damaged or cut off");
	two.data[two.length - 6] ^= 1; /* of its check sum */
	assert_false(reads_bytes(two.data, two.length));
	assert_refused("page.md", "damaged or cut off");
	buffer_free(&one);
	buffer_free(&two);
	buffer_free(&none);
}

static void what_grows_too_large_is_refused(void **state)
{
	char text[1024 * 1024 + 1];
	struct buffer bomb;

	(void)state;
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	bomb = gzip(text, 257);
	assert_in_range(bomb.length, 1, 1024 * 1024);
	assert_false(reads_bytes(bomb.data, bomb.length));
	assert_refused("page.md", "larger than 256 MB when decompressed");
	buffer_free(&bomb);
}

static void xml_says_its_character_set(void **state)
{
	(void)state;
	assert_true(reads_bytes(BYTES("<?xml version='1.0' encoding=\"iso-8859-1\"?><a>\xE9</a>")));
	assert_string_equal(source.text + strlen(source.text) - 7, ">\u00E9</a>");
	assert_int_equal(report.counts[SEVERITY_CAUTION], 0);
	assert_true(reads_bytes(BYTES("<?xml version='1.0' encoding='ISO-8859-15'?>\xA4\x81")));
	assert_non_null(strstr(source.text, "?>\u20AC"));
	assert_int_equal(report.counts[SEVERITY_CAUTION], 0);
	assert_true(reads_bytes(BYTES("<?xml version='1.0' encoding='KOI8-R'?>\xF0\xD2\xC9")));
	assert_non_null(strstr(source.text, "?>\u041F\u0440\u0438"));
	assert_true(reads_bytes(BYTES("<?xml version='1.0' encoding='no-such'?>\xE9")));
	assert_int_equal(report.counts[SEVERITY_CAUTION], 1);
	assert_true(reads_bytes(BYTES("<?xml version='1.0' encoding='UTF-8'?>\xE9")));
	assert_int_equal(report.counts[SEVERITY_CAUTION], 1);
}

static void latin_1_is_converted_and_told(void **state)
{
	(void)state;
	assert_true(reads_bytes(BYTES("one\r\ntwo\rCaf\xE9 \x93"
				      "cit\xE9\x94 \x80\n")));
	assert_string_equal(source.text, "one\r\ntwo\rCaf\u00E9 \u201Ccit\u00E9\u201D \u20AC\n");
	scratch_assert_said(&report, SEVERITY_CAUTION, "page.md:3", "not UTF-8");
	assert_int_equal(report.counts[SEVERITY_ERROR], 0);
}

static void pieces_of_utf_8_in_latin_1_are_kept(void **state)
{
	(void)state;
	assert_true(reads_bytes(BYTES("\303\251t\303\251 \xE0 la mer")));
	assert_string_equal(source.text, "\u00E9t\u00E9 \u00E0 la mer");
}

static void what_is_no_text_in_any_way_is_refused(void **state)
{
	static const char cyrillic[] =
	    "\xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0 \xE8 \xE2\xF1\xE5\xEC "
	    "\xE4\xF0\xF3\xE7\xFC\xFF\xEC \xF2\xEE\xE6\xE5";

	(void)state;
	assert_false(reads_bytes(BYTES("ok\nbad \x81\n")));
	assert_refused("page.md:2", "neither UTF-8 nor Latin-1");
	assert_false(reads_bytes(BYTES("\xE9\n\x07 bell")));
	assert_refused("page.md:1", "neither UTF-8 nor Latin-1");
	assert_false(reads_bytes(BYTES(cyrillic)));
	assert_refused("page.md:1", "neither UTF-8 nor Latin-1");
}

static void utf_16_is_converted(void **state)
{
	(void)state;
	assert_true(reads_bytes(BYTES("\xFF\xFE#\0 \0\xE9\0\x3D\xD8\x00\xDE")));
	assert_string_equal(source.text, "# \u00E9\U0001F600");
	scratch_assert_said(&report, SEVERITY_CAUTION, "page.md", "UTF-16");
	assert_true(reads_bytes(BYTES("\xFE\xFF\0#\0 \0\xE9\xD8\x3D\0")));
	assert_string_equal(source.text, "# \u00E9\uFFFD\uFFFD");
	assert_false(reads_bytes(BYTES("\xFF\xFE\0\0#\0\0\0")));
	assert_refused("page.md", "NUL");
}

static void the_built_in_agenda_is_a_page(void **state)
{
	(void)state;
	source_builtin(&source);
	assert_null(source.name);
	assert_string_equal(source_label(&source), "built-in agenda");
	assert_int_equal(strlen(source.text), source.length);
	assert_memory_equal(source.text, "---\n", 4);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_begin, end)
	const struct CMUnitTest tests[] = {
	    TEST(text_is_read_as_it_is),
	    TEST(a_byte_order_mark_is_dropped),
	    TEST(what_is_missing_is_said),
	    TEST(a_file_that_one_may_not_read_is_said),
	    TEST(what_is_no_file_is_refused),
	    TEST(a_pipe_that_nobody_writes_to_is_empty),
	    TEST(a_pipe_is_read_when_its_writer_comes),
	    TEST(standard_input_is_read),
	    TEST(what_never_ends_is_too_large),
	    TEST(what_is_empty_is_said),
	    TEST(other_formats_are_named),
	    TEST(compressed_files_are_read),
	    TEST(what_grows_too_large_is_refused),
	    TEST(xml_says_its_character_set),
	    TEST(latin_1_is_converted_and_told),
	    TEST(pieces_of_utf_8_in_latin_1_are_kept),
	    TEST(what_is_no_text_in_any_way_is_refused),
	    TEST(utf_16_is_converted),
	    TEST(the_built_in_agenda_is_a_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
