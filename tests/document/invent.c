#include "config.h"

#include "invent.h"

#include "base/buffer.h"

#include <string.h>

struct inventor {
	unsigned state;
	unsigned words;
	struct buffer page, expected;
};

/* xorshift: the same everywhere. */
static unsigned pick(struct inventor *inventor, unsigned below)
{
	inventor->state ^= inventor->state << 13;
	inventor->state ^= inventor->state >> 17;
	inventor->state ^= inventor->state << 5;
	return inventor->state % below;
}

static void put_word(struct inventor *inventor)
{
	char word[] = "zaaaaz";
	unsigned number = inventor->words++;

	for (int i = 4; i > 0; i--, number /= 16)
		word[i] = (char)('a' + number % 16);
	buffer_puts(&inventor->page, word);
	buffer_printf(&inventor->expected, "%s ", word);
}

static const char *const html_pieces[] = {
    "<p>",
    "</p>",
    "<div class='a'>",
    "</div>",
    "<ul>",
    "</ul>",
    "<ol start=2>",
    "</ol>",
    "<li>",
    "</li>",
    "<blockquote>",
    "</blockquote>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<tbody>",
    "<h2>",
    "</h2>",
    "<h4>",
    "</h4>",
    "<pre>",
    "</pre>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<code>",
    "</code>",
    "<a href=/x>",
    "</a>",
    "<a href=''>",
    "<br>",
    "<br/>",
    "<hr>",
    "<dl>",
    "</dl>",
    "<dt>",
    "<dd>",
    "</dd>",
    "<center>",
    "</center>",
    "<span>",
    "</span>",
    "<details>",
    "<summary>",
    "</details>",
    "<img src=i>",
    "<img src=i alt='x y'>",
    "<!-- x -->",
    "<style>y</style>",
    "<!-->",
    "</x>",
    "<x-y>",
    "&amp;",
    "&lt;",
    "<figure>",
    "</figure>",
    "<select>",
    "<option>",
    "</select>",
    "< ",
    " > ",
    "<caption>",
    "<del>",
    "</del>",
    "<q>",
    "</q>",
    "<html>",
    "<body>",
    "</body>",
    "<head>",
    "<title>",
    "</title>",
    "<u>",
    "</u>",
    "&nosuch;",
    "&#8239;",
    "<form>",
    "<button>",
    "</button>",
    "<textarea>",
    "</textarea>",
    "<p\nid=\"c\"\n>",
    "<font>",
    "</font>",
    "<noscript>",
    "</noscript>",
};

static const char *const markdown_pieces[] = {
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\n* ",
    "\n- ",
    "\n1. ",
    "\n   ",
    "\n  ",
    "\n> ",
    "\n>",
    "\n## ",
    "\n#### ",
    "\n***\n",
    "\n---\n",
    "**",
    "**",
    "*",
    "*",
    "_",
    "__",
    " `",
    " ``",
    "[",
    "]",
    "](/x)",
    "![",
    "](i)",
    "  \n",
    "\\\n",
    "\\",
    "\n```\n",
    "\n    ",
    "\t",
    "\n| ",
    " | ",
    "\n===\n",
    " ~~",
    "\n+ ",
    "\n2) ",
    "\n{: .a}",
    "{: .a}",
    "\n{:b}\n",
    "&nbsp;",
    "<br>\n",
    "\n<div>",
    "</div>\n",
    "\n<p>",
    "</p>",
    "<b>",
    "</b>",
    "\n<ul><li>",
    "</ul>\n",
    "<!-- x -->",
    "\n<table><tr><td>",
    "<td>",
    "</table>\n",
    "\n<center>\n\n",
    "\n\n</center>\n",
    "< ",
    ">",
    "&",
    "\"",
    "'",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

char *invent_page(enum format format, unsigned seed, char **words)
{
	struct inventor inventor = {.state = seed * 2654435761u | 1};
	unsigned length = 1 + pick(&inventor, 60);
	bool markdown = format == MARKDOWN;
	const char *const *pieces = markdown ? markdown_pieces : html_pieces;
	unsigned count = markdown ? COUNT(markdown_pieces) : COUNT(html_pieces);

	for (unsigned i = 0; i < length; i++) {
		if (pick(&inventor, 3)) {
			buffer_puts(&inventor.page, pieces[pick(&inventor, count)]);
			if (pick(&inventor, 2))
				continue;
		}
		put_word(&inventor);
		if (pick(&inventor, 2))
			buffer_putc(&inventor.page, pick(&inventor, 4) ? ' ' : '\n');
	}
	*words = buffer_steal(&inventor.expected);
	return buffer_steal(&inventor.page);
}

char *invent_words_of(const char *text)
{
	struct buffer words = {0};

	for (; (text = strchr(text, 'z')); text++) {
		if (strspn(text + 1, "abcdefghijklmnop") != 4 || text[5] != 'z')
			continue;
		buffer_append(&words, text, 6);
		buffer_putc(&words, ' ');
		text += 5;
	}
	return buffer_steal(&words);
}
