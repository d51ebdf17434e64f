#include "config.h"

#include "document/unclosed.h"

#include <string.h>
#include <strings.h>

enum {
	MOST_VAIN_SEARCHES = 16, /* tags followed to the end of the text; the next ones are text */
	MOST_WORDS = 1000	 /* of a tag; libxml2 compares each attribute with all others */
};

struct text {
	const char *end;
	const char *last_bracket;  /* the last >, NULL for none */
	const char *last_quote[2]; /* the last " and ' */
	bool whole;
	bool comments_end;   /* false once a comment was found not to */
	bool scripts_end[2]; /* the same of scripts and style sheets */
	int vain_searches;
};

/* What stands at a <, and how far it goes. */
struct stretch {
	const char *end;
	enum { IS_TEXT, IS_MARKUP, IS_NOTHING } what;
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool parts_words(char c)
{
	return is_white(c) || c == '/' || c == '"' || c == '\'';
}

static struct stretch only_bracket(const char *at)
{
	return (struct stretch){at + 1, IS_TEXT};
}

static bool bracket_follows(const struct text *text, const char *at)
{
	return text->last_bracket && text->last_bracket > at;
}

/* Behind the quoted value that begins at `at`, NULL where it does not end. */
static const char *value_end(const struct text *text, const char *at)
{
	if (text->last_quote[*at == '\''] <= at)
		return NULL;
	return (const char *)memchr(at + 1, *at, (size_t)(text->end - at - 1)) + 1;
}

static struct stretch tag_at(struct text *text, const char *start)
{
	const char *at = start + 1;
	bool value = false; /* whether = was the last that counts */
	int words = 0;

	if (!bracket_follows(text, at) || text->vain_searches >= MOST_VAIN_SEARCHES)
		return only_bracket(start);
	while (at && at < text->end && *at != '>' && *at != '<' && words <= MOST_WORDS) {
		bool parts = parts_words(*at);

		if (value && (*at == '"' || *at == '\'')) {
			at = value_end(text, at);
			value = false;
		} else {
			value = *at == '=' || (value && is_white(*at));
			at++;
		}
		words += at && parts && !parts_words(*at);
	}
	if (at && at < text->end)
		return *at == '>' ? (struct stretch){at + 1, IS_MARKUP}
				  : (struct stretch){at, IS_TEXT};
	text->vain_searches++;
	return only_bracket(start);
}

static struct stretch comment_at(struct text *text, const char *at)
{
	const char *found = NULL;

	/* libxml2 does not know that these are whole comments. */
	if (at[4] == '>' || !strncmp(at + 4, "->", 2))
		return (struct stretch){at + (at[4] == '>' ? 5 : 6), IS_NOTHING};
	if (text->comments_end)
		found = memmem(at + 4, (size_t)(text->end - at - 4), "-->", 3);
	text->comments_end = found;
	return found ? (struct stretch){found + 3, IS_MARKUP} : only_bracket(at);
}

static const char *const script_names[] = {"script", "style"};

/* The index of script or style where the tag at `at` begins one, else -1. */
static int script_at(const char *at)
{
	for (int i = 0; i < 2; i++) {
		size_t length = strlen(script_names[i]);

		if (!strncasecmp(at + 1, script_names[i], length) && !is_letter(at[1 + length]) &&
		    at[1 + length] != '-')
			return i;
	}
	return -1;
}

/* Up to the end tag of a script or style sheet whose own tag starts at `at` and ends at `from`. */
static struct stretch script_from(struct text *text, const char *at, const char *from, int script)
{
	const char *name = script_names[script];

	while (text->scripts_end[script] &&
	       (from = memmem(from, (size_t)(text->end - from), "</", 2))) {
		if (!strncasecmp(from + 2, name, strlen(name)))
			return (struct stretch){from, IS_MARKUP};
		from += 2;
	}
	text->scripts_end[script] = false;
	return text->whole ? only_bracket(at) : (struct stretch){text->end, IS_MARKUP};
}

/* What stands at `at`, where there is a <. */
static struct stretch stretch_at(struct text *text, const char *at)
{
	struct stretch tag;
	int script;

	if (!strncmp(at, "<!--", 4))
		return comment_at(text, at);
	if ((at[1] == '!' || at[1] == '?') && bracket_follows(text, at))
		return (struct stretch){(const char *)memchr(at, '>', (size_t)(text->end - at)) + 1,
					true};
	if (at[1] == '!' || at[1] == '?')
		return only_bracket(at);
	if (at[1] == '/' ? !is_letter(at[2]) : !is_letter(at[1]))
		return only_bracket(at);
	tag = tag_at(text, at);
	script = script_at(at);
	return tag.what == IS_MARKUP && script >= 0 ? script_from(text, at, tag.end, script) : tag;
}

static void append_text(struct buffer *out, const char *text, const char *end)
{
	for (; text < end; text++) {
		if (*text == '<')
			buffer_puts(out, "&lt;");
		else
			buffer_putc(out, *text);
	}
}

void unclosed_escape(struct buffer *out, const char *html, size_t length, bool whole)
{
	struct text text = {
	    .end = html + length,
	    .last_bracket = memrchr(html, '>', length),
	    .last_quote = {memrchr(html, '"', length), memrchr(html, '\'', length)},
	    .whole = whole,
	    .comments_end = true,
	    .scripts_end = {true, true},
	};
	const char *at = html, *found;

	while ((found = memchr(at, '<', (size_t)(text.end - at)))) {
		struct stretch stretch = stretch_at(&text, found);

		buffer_append(out, at, (size_t)(found - at));
		if (stretch.what == IS_MARKUP)
			buffer_append(out, found, (size_t)(stretch.end - found));
		else if (stretch.what == IS_TEXT)
			append_text(out, found, stretch.end);
		at = stretch.end;
	}
	buffer_append(out, at, (size_t)(text.end - at));
}
