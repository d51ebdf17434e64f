#include "config.h"

#include "read/source.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "read/builtin_page.h"
#include "read/charset.h"
#include "read/gzip.h"
#include "read/unfold.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITER_PATIENCE = 1000 /* milliseconds */, MEGABYTE = 1024 * 1024 };

/* A file on its way in. */
struct intake {
	int fd;
	bool named_pipe; /* nobody may have opened its other end yet */
	bool blocks;	 /* reading from it waits where there is nothing to read */
	bool is_file;
	size_t expected; /* bytes that are to come, as far as that is known */
	struct buffer bytes;
	struct place place;
	struct report *report;
};

/* What can go wrong, with more help than strerror() gives. */
static const struct {
	int error;
	const char *message;
} reasons[] = {
    {ENOENT, N_("there is no such file; check its name and folder")},
    {ENOTDIR, N_("there is no such file: a part of its path is no folder")},
    {EACCES, N_("you may not read this; ask its owner, or change its rights (chmod +r)")},
    {ELOOP, N_("this link leads round in a circle")},
    {ENXIO, N_("this is a socket or a device, not a file")},
};

static bool fail(const struct intake *intake, int error)
{
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].error == error)
			return report_error(intake->report, intake->place, "%s",
					    _(reasons[i].message));
	return report_error(intake->report, intake->place, _("this cannot be read: %s"),
			    strerror(error));
}

static const struct {
	mode_t kind;
	const char *message;
} unfit_kinds[] = {
    {S_IFDIR, N_("this is a folder, not a file")},
    {S_IFCHR, N_("this is a device, not a file")},
    {S_IFBLK, N_("this is a device, not a file")},
    {S_IFSOCK, N_("this is a socket, not a file")},
};

static bool fits(const struct intake *intake, const struct stat *status)
{
	for (size_t i = 0; i < sizeof unfit_kinds / sizeof *unfit_kinds; i++)
		if ((status->st_mode & S_IFMT) == unfit_kinds[i].kind)
			return report_error(intake->report, intake->place, "%s",
					    _(unfit_kinds[i].message));
	return true;
}

/* What people paste who hope that it is fetched for them. */
static bool is_address(const char *name)
{
	return !strncasecmp(name, "https://", 8) || !strncasecmp(name, "http://", 7);
}

static bool fail_to_find(const struct intake *intake, const char *name)
{
	if (errno == ENOENT && is_address(name))
		return report_error(intake->report, intake->place,
				    _("no address on the web is opened; save what it leads to as a "
				      "file, and give the name of that"));
	return fail(intake, errno);
}

/* Looked at before it is opened, for opening a device can do things. */
static bool open_file(struct intake *intake, const char *name)
{
	struct stat status;

	if (stat(name, &status))
		return fail_to_find(intake, name);
	if (!fits(intake, &status))
		return false;
	intake->fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (intake->fd < 0 || fstat(intake->fd, &status))
		return fail(intake, errno);
	intake->named_pipe = S_ISFIFO(status.st_mode);
	intake->is_file = S_ISREG(status.st_mode);
	intake->expected = intake->is_file ? (size_t)status.st_size : 0;
	return fits(intake, &status);
}

static bool open_stdin(struct intake *intake)
{
	struct stat status;

	intake->blocks = true;
	intake->fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (intake->fd < 0 || fstat(intake->fd, &status))
		return fail(intake, errno);
	return S_ISCHR(status.st_mode) || S_ISSOCK(status.st_mode) || fits(intake, &status);
}

/* False, with errno set, where nobody wants to wait any longer. */
static bool wait_for_data(const struct intake *intake, int milliseconds)
{
	struct progress *progress = intake->report ? intake->report->progress : NULL;

	errno = ECANCELED;
	return progress_wait(progress, intake->fd, milliseconds);
}

/* Reads a piece; waits where there is none yet. Returns 0 at the end, less where reading fails. */
static ssize_t read_piece(struct intake *intake, char *piece, size_t size)
{
	for (;;) {
		ssize_t got;

		if (intake->blocks && !wait_for_data(intake, -1))
			return -1;
		got = read(intake->fd, piece, size);
		if (got < 0 && errno == EAGAIN) {
			if (!wait_for_data(intake, -1))
				return -1;
		} else if (got == 0 && intake->named_pipe) {
			intake->named_pipe = false;
			if (!wait_for_data(intake, WRITER_PATIENCE))
				return -1;
		} else if (got >= 0 || errno != EINTR) {
			return got;
		}
	}
}

enum { PIECE = 256 * 1024 };

static char *room_for_piece(struct intake *intake)
{
	struct buffer *bytes = &intake->bytes;
	size_t left = intake->expected > bytes->length ? intake->expected - bytes->length : 0;
	char *room = buffer_room(bytes, PIECE);

	memory_expect(room, left < PIECE ? left : PIECE);
	return room;
}

static bool read_all(struct intake *intake)
{
	ssize_t got;

	if (intake->expected && intake->expected <= SOURCE_LARGEST)
		buffer_room(&intake->bytes, intake->expected + PIECE);
	while ((got = read_piece(intake, room_for_piece(intake), PIECE)) > 0) {
		intake->named_pipe = false;
		buffer_grown(&intake->bytes, (size_t)got);
		report_step(intake->report, intake->bytes.length, 0);
		if (intake->bytes.length > SOURCE_LARGEST)
			return report_error(intake->report, intake->place,
					    _("this is larger than %d MB, which no agenda is"),
					    SOURCE_LARGEST / MEGABYTE);
	}
	buffer_grown(&intake->bytes, 0);
	return got == 0 || fail(intake, errno);
}

/* Files that people take for agendas, by their first bytes. */
/* clang-format off */
static const struct {
	const char *bytes;
	size_t length;
	const char *what;
} formats[] = {
#define MARK(bytes) (bytes), sizeof(bytes) - 1
    {MARK("%PDF-"), N_("a PDF document")},
    {MARK("%!PS"), N_("a PostScript document")},
    {MARK("{\\rtf"), N_("a rich text document (RTF)")},
    {MARK("PK\3\4"), N_("a ZIP archive or an office document")},
    {MARK("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), N_("an office document")},
    {MARK("BZh91AY"), N_("a compressed file")},
    {MARK("\xFD" "7zXZ"), N_("a compressed file")},
    {MARK("\x28\xB5\x2F\xFD"), N_("a compressed file")},
    {MARK("7z\xBC\xAF\x27\x1C"), N_("an archive")},
    {MARK("Rar!\x1A"), N_("an archive")},
    {MARK("\x89PNG"), N_("a picture")},
    {MARK("\xFF\xD8\xFF"), N_("a picture")},
    {MARK("GIF8"), N_("a picture")},
    {MARK("ID3\3"), N_("a sound")},
    {MARK("OggS\0"), N_("a sound")},
    {MARK("SQLite format 3"), N_("a database")},
    {MARK("\x7F" "ELF"), N_("a program")},
#undef MARK
};
/* clang-format on */

static bool is_text(const struct intake *intake)
{
	const struct buffer *bytes = &intake->bytes;

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (bytes->length >= formats[i].length &&
		    !memcmp(bytes->data, formats[i].bytes, formats[i].length))
			return report_error(
			    intake->report, intake->place,
			    /* Translators: "a PDF document" and the like */
			    _("this is %s, not an agenda; give the event's page as text"),
			    _(formats[i].what));
	if (bytes->length && memchr(bytes->data, '\0', bytes->length))
		return report_error(intake->report, intake->place,
				    _("this is no text (it holds NUL bytes), so no agenda"));
	return true;
}

/* Lines end with \n, \r\n or \r. */
static int line_of(const char *text, size_t offset)
{
	int line = 1;

	for (size_t i = 0; i < offset; i++)
		line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
	return line;
}

static void replace_bytes(struct intake *intake, struct buffer *text)
{
	buffer_free(&intake->bytes);
	intake->bytes = *text;
}

static bool decompress(struct intake *intake)
{
	struct buffer text = {0};
	enum gzip_result result;

	if (!gzip_fits(buffer_text(&intake->bytes), intake->bytes.length))
		return true;
	result = gzip_inflate(&text, intake->bytes.data, intake->bytes.length, SOURCE_LARGEST);
	replace_bytes(intake, &text);
	if (result == GZIP_TOO_LARGE)
		return report_error(
		    intake->report, intake->place,
		    _("this is larger than %d MB when decompressed, which no agenda "
		      "is"),
		    SOURCE_LARGEST / MEGABYTE);
	if (result == GZIP_BROKEN)
		return report_error(intake->report, intake->place,
				    _("this gzip-compressed file is damaged or cut off; fetch it "
				      "again"));
	return true;
}

static bool make_utf8(struct intake *intake, size_t bad)
{
	struct place place = intake->place;
	struct buffer text = {0};

	if (charset_from_declared(&text, intake->bytes.data, intake->bytes.length)) {
		replace_bytes(intake, &text);
		return true;
	}
	place.line = line_of(intake->bytes.data, bad);
	if (!charset_is_western(intake->bytes.data, intake->bytes.length))
		return report_error(intake->report, place,
				    _("this is neither UTF-8 nor Latin-1; save it as UTF-8"));
	report_caution(intake->report, place,
		       _("this is not UTF-8; it is read as Latin-1 (Windows-1252); save it as "
			 "UTF-8 where letters look wrong"));
	charset_from_western(&text, intake->bytes.data, intake->bytes.length);
	replace_bytes(intake, &text);
	return true;
}

static void make_utf8_of_utf16(struct intake *intake)
{
	struct buffer text = {0};

	report_caution(intake->report, intake->place,
		       _("this is UTF-16; save it as UTF-8, which every program reads"));
	charset_from_utf16(&text, intake->bytes.data, intake->bytes.length);
	replace_bytes(intake, &text);
}

static void drop_mark(struct buffer *text)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t length = sizeof mark - 1;

	if (text->length < length || memcmp(text->data, mark, length))
		return;
	memmove(text->data, text->data + length, text->length - length);
	buffer_truncate(text, text->length - length);
}

static bool make_text(struct intake *intake)
{
	struct buffer *bytes = &intake->bytes;
	const char *visible;
	size_t bad;

	if (charset_is_utf16(buffer_text(bytes), bytes->length))
		make_utf8_of_utf16(intake);
	if (!is_text(intake))
		return false;
	drop_mark(bytes);
	if (unfold_is_calendar(buffer_text(bytes)))
		unfold_lines(bytes);
	if (!utf8_valid(buffer_text(bytes), bytes->length, &bad) && !make_utf8(intake, bad))
		return false;
	visible = buffer_text(bytes);
	if (!utf8_trim(&visible, bytes->length))
		return report_error(intake->report, intake->place,
				    _("this is empty; an agenda is expected"));
	return true;
}

bool source_read(struct source *source, const char *name, struct report *report)
{
	bool from_stdin = !strcmp(name, "-");
	struct intake intake = {.fd = -1, .report = report};
	bool ready;

	*source = (struct source){.name = from_stdin ? "stdin" : name};
	intake.place.file = source->name;
	ready = (from_stdin ? open_stdin(&intake) : open_file(&intake, name)) &&
		read_all(&intake) && decompress(&intake) && make_text(&intake);
	if (intake.fd >= 0)
		close(intake.fd);
	if (ready) {
		source->lasts = intake.is_file;
		source->length = intake.bytes.length;
		source->text = buffer_steal(&intake.bytes);
	}
	buffer_free(&intake.bytes);
	return ready;
}

void source_builtin(struct source *source)
{
	*source = (struct source){
	    .text = memory_strndup((const char *)builtin_page, builtin_page_length),
	    .length = builtin_page_length,
	};
}

const char *source_label(const struct source *source)
{
	return source->name ? source->name : _("built-in agenda");
}

void source_free(struct source *source)
{
	free(source->text);
	*source = (struct source){0};
}
