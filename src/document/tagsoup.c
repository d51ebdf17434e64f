/*
 * libxml2 reports elements and text as they come (SAX), and sees to the ends that people forget.
 */
#include "config.h"

#include "document/tagsoup.h"

#include "base/xml.h"
#include "document/soup.h"
#include "document/unclosed.h"

#include <stdlib.h>
#include <string.h>

struct tagsoup {
	htmlParserCtxtPtr parser;
	struct soup *soup;
	int line_offset; /* from the parser's line to the source's */
	bool lines_known;
	bool too_deep;
};

static int line_now(const struct tagsoup *tagsoup)
{
	return tagsoup->lines_known ? tagsoup->parser->input->line + tagsoup->line_offset : 0;
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
	struct tagsoup *tagsoup = user;

	if (!tagsoup->too_deep && soup_open(tagsoup->soup, (const char *)name,
					    (const char *const *)attributes, line_now(tagsoup)))
		return;
	tagsoup->too_deep = true;
	xmlStopParser(tagsoup->parser);
}

static void on_end(void *user, const xmlChar *name)
{
	struct tagsoup *tagsoup = user;

	(void)name;
	soup_close(tagsoup->soup, line_now(tagsoup));
}

/* A piece of a long text is handed over before the parser has passed its last byte. */
static bool ends_in_line_to_come(const struct tagsoup *tagsoup, const xmlChar *text, int length)
{
	return length && text[length - 1] == '\n' && *tagsoup->parser->input->cur == '\n';
}

/* On which line the first byte of a text is that was read up to now. */
static int line_of_text(const struct tagsoup *tagsoup, const xmlChar *text, int length)
{
	int line = line_now(tagsoup);

	if (line && ends_in_line_to_come(tagsoup, text, length))
		line++;
	for (int i = 0; i < length && line; i++)
		line -= text[i] == '\n';
	return line;
}

/* The line break behind a mark for the first line would stand on line 0, which means unknown. */
static void on_text(void *user, const xmlChar *text, int length)
{
	struct tagsoup *tagsoup = user;
	int line = line_of_text(tagsoup, text, length);

	if (tagsoup->lines_known && !line && length && *text == '\n') {
		text++, length--;
		line = 1;
	}
	soup_text(tagsoup->soup, (const char *)text, (size_t)length, line);
}

static const char mark_name[] = "nec-line";

void tagsoup_mark_line(struct buffer *out, int line)
{
	buffer_printf(out, "<?%s %d>", mark_name, line);
}

/* A page may say any number. */
static int marked_line(const xmlChar *data)
{
	long line = data ? strtol((const char *)data, NULL, 10) : 0;

	return line > 0 && line < 1000000000 ? (int)line : 0;
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
	struct tagsoup *tagsoup = user;
	int line;

	if (strcmp((const char *)target, mark_name))
		return;
	line = marked_line(data);
	tagsoup->lines_known = line > 0;
	tagsoup->line_offset = line - (tagsoup->parser->input->line + 1);
}

static void parse(struct tagsoup *tagsoup, const struct buffer *html)
{
	static const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
				   HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC |
				   XML_PARSE_HUGE;
	xmlSAXHandler handler = {
	    .startElement = on_start,
	    .endElement = on_end,
	    .characters = on_text,
	    .ignorableWhitespace = on_text,
	    .cdataBlock = on_text,
	    .processingInstruction = on_instruction,
	    .initialized = 1,
	};
	struct buffer closed = {0};

	unclosed_escape(&closed, buffer_text(html), html->length, true);
	tagsoup->parser = htmlNewParserCtxt();
	*tagsoup->parser->sax = handler;
	tagsoup->parser->userData = tagsoup;
	htmlCtxtReadMemory(tagsoup->parser, buffer_text(&closed), (int)closed.length, NULL, "UTF-8",
			   options);
	htmlFreeParserCtxt(tagsoup->parser);
	buffer_free(&closed);
}

static bool read_soup(struct composer *composer, const struct buffer *html, bool marked, int line)
{
	struct tagsoup tagsoup = {
	    .soup = soup_new(composer, marked),
	    .line_offset = line - 1,
	    .lines_known = line > 0,
	};

	if (strpbrk(buffer_text(html), "<&"))
		parse(&tagsoup, html);
	else
		soup_text(tagsoup.soup, buffer_text(html), html->length, line);
	soup_free(tagsoup.soup);
	return !tagsoup.too_deep;
}

bool tagsoup_read(struct composer *composer, const struct buffer *html, int line)
{
	return read_soup(composer, html, false, line);
}

bool tagsoup_read_marked(struct composer *composer, const struct buffer *html)
{
	return read_soup(composer, html, true, 0);
}
