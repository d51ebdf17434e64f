#include "config.h"

#include "base/ascii.h"

#include "base/utf8.h"
#include "base/utf8proc.h"

static const struct {
	uint32_t character;
	const char
	    *plain; /* its first byte is the substitute in a cell, unless that is a bracket */
} substitutes[] = {
    {0x00A0, " "},   {0x00A3, "GBP"}, {0x00A7, "S"},   {0x00A9, "(c)"}, {0x00AB, "\""},
    {0x00AE, "(r)"}, {0x00B0, "o"},   {0x00B5, "u"},   {0x00B7, "-"},	{0x00BB, "\""},
    {0x00C6, "AE"},  {0x00D7, "x"},   {0x00D8, "O"},   {0x00DF, "ss"},	{0x00E6, "ae"},
    {0x00F8, "o"},   {0x0110, "D"},   {0x0111, "d"},   {0x0131, "i"},	{0x0141, "L"},
    {0x0142, "l"},   {0x0152, "OE"},  {0x0153, "oe"},  {0x2010, "-"},	{0x2011, "-"},
    {0x2012, "-"},   {0x2013, "-"},   {0x2014, "-"},   {0x2015, "-"},	{0x2018, "'"},
    {0x2019, "'"},   {0x201A, "'"},   {0x201C, "\""},  {0x201D, "\""},	{0x201E, "\""},
    {0x2020, "+"},   {0x2022, "*"},   {0x2026, "..."}, {0x2032, "'"},	{0x2033, "\""},
    {0x2039, "<"},   {0x203A, ">"},   {0x20AC, "EUR"}, {0x2116, "No"},	{0x2122, "(tm)"},
    {0x2190, "<-"},  {0x2191, "^"},   {0x2192, ">"},   {0x2193, "v"},	{0x21B5, "<"},
    {0x2212, "-"},   {0x23CE, "<"},   {0x2500, "-"},   {0x2501, "-"},	{0x2502, "|"},
    {0x2503, "|"},   {0x2504, "."},   {0x2506, ":"},   {0x250C, "+"},	{0x2510, "+"},
    {0x2514, "+"},   {0x2518, "+"},   {0x251C, "+"},   {0x2524, "+"},	{0x252C, "+"},
    {0x2534, "+"},   {0x253C, "+"},   {0x2550, "="},   {0x2580, "\""},	{0x2581, "."},
    {0x2583, ":"},   {0x2584, "_"},   {0x2585, "+"},   {0x2587, "#"},	{0x2588, "#"},
    {0x258C, "#"},   {0x2592, "#"},   {0x25A0, "#"},   {0x25B2, "^"},	{0x25B6, ">"},
    {0x25B8, ">"},   {0x25BA, ">"},   {0x25BC, "v"},   {0x25C0, "<"},	{0x25C6, "*"},
    {0x25CB, "o"},   {0x25CF, "*"},   {0x2605, "*"},   {0x2606, "*"},	{0x26A0, "!"},
    {0x270E, "+"},   {0x2713, "x"},   {0x2715, "x"},   {0x2717, "x"},
};

enum { ELLIPSIS = 0x2026 };

/* In a cell three dots have no room, and one would be taken for a full stop. */
static const char cell_ellipsis[] = "~";

static const char *substitute(uint32_t c)
{
	for (size_t i = 0; i < sizeof substitutes / sizeof *substitutes; i++)
		if (substitutes[i].character == c)
			return substitutes[i].plain;
	return NULL;
}

/* Appends the ASCII characters of a decomposition; false where there are none. */
static bool append_decomposed(struct buffer *out, uint32_t c)
{
	enum { MOST = 32 };
	utf8proc_int32_t parts[MOST];
	int boundary = 0;
	size_t start = out->length;
	utf8proc_ssize_t count = utf8proc_decompose_char(
	    (utf8proc_int32_t)c, parts, MOST,
	    UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE, &boundary);

	for (utf8proc_ssize_t i = 0; i < count && i < MOST; i++)
		if (parts[i] < 0x80)
			buffer_putc(out, (char)parts[i]);
	return out->length > start;
}

static void append_character(struct buffer *out, uint32_t c)
{
	const char *plain = substitute(c);
	int columns = utf8_columns_of(c);

	if (plain)
		buffer_puts(out, plain);
	else if (utf8_is_space(c))
		buffer_putc(out, ' ');
	else if (columns && !append_decomposed(out, c))
		buffer_fill(out, '?', (size_t)columns);
}

void ascii_append(struct buffer *out, const char *text, size_t length)
{
	uint32_t c;

	buffer_append(out, "", 0);
	for (size_t at = 0; at < length;) {
		size_t taken = utf8_decode(text + at, length - at, &c);

		if (c < 0x80)
			buffer_append(out, text + at, taken);
		else
			append_character(out, c);
		at += taken;
	}
}

void ascii_append_cell(struct buffer *out, const char *text, size_t length)
{
	struct buffer one = {0};
	uint32_t c;

	for (size_t at = 0; at < length;) {
		size_t taken = utf8_decode(text + at, length - at, &c);
		size_t columns = (size_t)utf8_columns_of(c);

		buffer_clear(&one);
		if (c == ELLIPSIS)
			buffer_puts(&one, cell_ellipsis);
		else
			ascii_append(&one, text + at, taken);
		if (one.length > columns && *one.data == '(')
			buffer_clear(&one); /* a bracket that nothing would close */
		if (columns)
			buffer_append(out, buffer_text(&one),
				      one.length < columns ? one.length : columns);
		if (columns > one.length)
			buffer_fill(out, ' ', columns - one.length);
		at += taken;
	}
	buffer_free(&one);
}
