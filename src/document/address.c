#include "config.h"

#include "document/address.h"

#include "base/utf8.h"
#include "base/xml.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether nothing good comes of opening it. */
static bool is_refused(const char *url)
{
	static const char *const schemes[] = {
	    "javascript:", "vbscript:", "data:", "file:", "about:", "blob:"};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if ((*url | 32) == *schemes[i] && !strncasecmp(url, schemes[i], strlen(schemes[i])))
			return true;
	return *url == '#';
}

static bool is_one_word(const char *url, size_t length)
{
	return utf8_plain_run(url, length) == length && !memchr(url, ' ', length);
}

void address_clean(struct buffer *out, const char *url)
{
	size_t length = strlen(url), start = 0, end;
	struct buffer clean = {0};

	if (is_one_word(url, length)) {
		buffer_append(out, url, is_refused(url) ? 0 : length);
		return;
	}
	utf8_sanitise(&clean, url, length, UTF8_ONE_LINE);
	end = clean.length;
	while (start < end && clean.data[start] == ' ')
		start++;
	while (end > start && clean.data[end - 1] == ' ')
		end--;
	buffer_truncate(&clean, end);
	if (is_refused(buffer_text(&clean) + start))
		end = start;
	for (size_t at = start; at < end; at++) {
		if (clean.data[at] == ' ')
			buffer_puts(out, "%20");
		else
			buffer_putc(out, clean.data[at]);
	}
	buffer_free(&clean);
}

static bool is_mail_local(char c)
{
	return is_letter(c) || is_digit(c) || (c && strchr("._%+-", c));
}

static bool is_host(char c)
{
	return is_letter(c) || is_digit(c) || c == '-' || c == '.';
}

/* The end of a host name with a dot in it, `start` where there is none. */
static size_t host_end(const char *text, size_t length, size_t start)
{
	size_t end = start;

	while (end < length && is_host(text[end]))
		end++;
	while (end > start && !is_letter(text[end - 1]) && !is_digit(text[end - 1]))
		end--;
	return end > start && memchr(text + start, '.', end - start) && text[start] != '.' ? end
											   : start;
}

/* A mail address around the @ at `at`; what lies before `from` is taken. */
static bool mail_at(const char *text, size_t length, size_t from, size_t at, struct address *found)
{
	size_t start = at, end = host_end(text, length, at + 1);

	while (start > from && is_mail_local(text[start - 1]))
		start--;
	while (start < at && text[start] == '.')
		start++;
	if (start == at || end == at + 1 || !is_letter(text[end - 1]))
		return false;
	*found = (struct address){start, end, "mailto:"};
	return true;
}

/* Whether a character may end a web address: punctuation belongs to the sentence around it. */
static bool ends_url(const char *text, size_t start, size_t end, int *open_brackets)
{
	static const char *const quotes[] = {"\u00BB", "\u201D", "\u2019", "\u2026"};
	char last = text[end - 1];

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		size_t length = strlen(quotes[i]);

		if (end - start > length && !memcmp(text + end - length, quotes[i], length))
			return false;
	}
	if (last == ')' && *open_brackets < 0)
		return ++*open_brackets, false;
	return !strchr("?!.,:;*_~'\"|", last);
}

static size_t character_before(const char *text, size_t end)
{
	do
		end--;
	while (end && ((unsigned char)text[end] & 0xC0) == 0x80);
	return end;
}

static size_t url_end(const char *text, size_t length, size_t start)
{
	int brackets = 0;
	size_t end = start;
	uint32_t c;

	for (size_t bytes; end < length; end += bytes) {
		bytes = utf8_decode(text + end, length - end, &c);
		if (utf8_is_space(c) || c == '<' || c == '>' || c == '"' || c == 0xAB || c == 0xBB)
			break;
		brackets += (c == '(') - (c == ')');
	}
	while (end > start && !ends_url(text, start, end, &brackets))
		end = character_before(text, end);
	return end;
}

/* A web address that begins right here. */
static bool url_at(const char *text, size_t length, size_t at, struct address *found)
{
	static const struct {
		const char *prefix, *scheme;
	} prefixes[] = {{"http://", ""}, {"https://", ""}, {"www.", "http://"}};

	if (at && (is_letter(text[at - 1]) || is_digit(text[at - 1])))
		return false;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		size_t prefix = strlen(prefixes[i].prefix), end;

		if (length - at <= prefix || strncasecmp(text + at, prefixes[i].prefix, prefix))
			continue;
		if (*prefixes[i].scheme && host_end(text, length, at) == at)
			return false;
		end = url_end(text, length, at + prefix);
		if (end == at + prefix)
			return false;
		*found = (struct address){at, end, prefixes[i].scheme};
		return true;
	}
	return false;
}

bool address_find(const char *text, size_t length, size_t from, struct address *found)
{
	for (size_t at = from; at < length; at++) {
		char c = text[at];

		if (c == '@' && mail_at(text, length, from, at, found))
			return true;
		if ((c == 'h' || c == 'H' || c == 'w' || c == 'W') &&
		    url_at(text, length, at, found))
			return true;
	}
	return false;
}

/* Resolving */

/* The length of a scheme with its colon, 0 where there is none. */
static size_t scheme_length(const char *url)
{
	size_t length = 0;

	if (!is_letter(*url))
		return 0;
	while (is_letter(url[length]) || is_digit(url[length]) ||
	       (url[length] && strchr("+-.", url[length])))
		length++;
	return url[length] == ':' ? length + 1 : 0;
}

bool address_has_scheme(const char *url, const char *scheme)
{
	size_t length = strlen(scheme);

	return scheme_length(url) == length + 1 && !strncasecmp(url, scheme, length);
}

static void append_word(struct buffer *out, const char *text, bool ascii)
{
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		if (*at <= ' ' || *at == 0x7F || (ascii && *at > 0x7F))
			buffer_printf(out, "%%%02X", *at);
		else
			buffer_putc(out, (char)*at);
	}
}

void address_to_ascii(struct buffer *out, const char *url)
{
	append_word(out, url, true);
}

/* libxml2 takes nothing but ASCII. */
static xmlChar *escaped(const char *url)
{
	return xmlURIEscapeStr((const xmlChar *)url, (const xmlChar *)":/?#[]@!$&'()*+,;=%");
}

static bool append_relative(struct buffer *out, const char *base, const char *url)
{
	xmlChar *reference = escaped(url);
	xmlChar *whole = escaped(base);
	xmlChar *resolved = reference && whole ? xmlBuildURI(reference, whole) : NULL;
	bool found = resolved && scheme_length((const char *)resolved);

	if (found)
		append_word(out, (const char *)resolved, false);
	free(reference);
	free(whole);
	free(resolved);
	return found;
}

bool address_resolve(struct buffer *out, const char *base, const char *url)
{
	struct address bare;
	size_t length = strlen(url);

	if (address_find(url, length, 0, &bare) && !bare.start && bare.end == length) {
		buffer_puts(out, bare.scheme);
		append_word(out, url, false);
	} else if (scheme_length(url)) {
		append_word(out, url, false);
	} else if (!base && !strncmp(url, "//", 2)) {
		buffer_puts(out, "https:");
		append_word(out, url, false);
	} else {
		return base && append_relative(out, base, url);
	}
	return true;
}
