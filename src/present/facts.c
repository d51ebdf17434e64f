#include "config.h"

#include "present/facts.h"

#include <string.h>

void facts_begin(struct composer *composer)
{
	composer_open(composer, BLOCK_TABLE, 0, 0);
}

void facts_end(struct composer *composer)
{
	composer_close(composer);
}

static void begin_row(struct composer *composer, const char *label)
{
	composer_open(composer, BLOCK_ROW, 0, 0);
	composer_open(composer, BLOCK_CELL, 1, 0);
	if (label)
		composer_text(composer, label, strlen(label), 0, DOCUMENT_NO_LINK);
	composer_close(composer);
	composer_open(composer, BLOCK_CELL, 0, 0);
}

static void end_row(struct composer *composer)
{
	composer_close(composer);
	composer_close(composer);
}

void facts_text(struct composer *composer, const char *label, const char *text)
{
	struct document *document;

	if (!text || !*text)
		return;
	begin_row(composer, label);
	document = document_from_plain(text, strlen(text), (struct place){0}, NULL);
	if (document)
		composer_append(composer, document);
	else
		composer_text(composer, text, strlen(text), 0, DOCUMENT_NO_LINK);
	document_free(document);
	end_row(composer);
}

void facts_take(struct composer *composer, const char *label, struct buffer *text)
{
	facts_text(composer, label, buffer_text(text));
	buffer_free(text);
}

void facts_link(struct composer *composer, const char *label, const char *text, const char *url)
{
	const char *shown = text && *text ? text : url;

	if (!url || !*url) {
		facts_text(composer, label, text);
		return;
	}
	begin_row(composer, label);
	composer_text(composer, shown, strlen(shown), 0, composer_link(composer, url));
	end_row(composer);
}
