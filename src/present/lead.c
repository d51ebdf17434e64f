#include "config.h"

#include "present/lead.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/lookup.h"

#include <string.h>

/* Bytes from which on no further text joins those of an image; what it shows below stays there. */
enum { ALT_ENOUGH = 1000 };

struct lead {
	const struct event *event;
	const struct document *body;
	struct lookup urls;  /* the address of an image → its place in the event's images */
	struct buffer *alts; /* what is said of each */
};

/* The place of a block's image in the lead, or LOOKUP_MISSING. */
static uint32_t image_of(const struct lead *lead, const struct block *block)
{
	if (block->kind != BLOCK_IMAGE || !block->span_count ||
	    block->spans[0].link == DOCUMENT_NO_LINK)
		return LOOKUP_MISSING;
	return lookup_find(&lead->urls, lead->body->links[block->spans[0].link]);
}

static bool says(const struct buffer *alt, const char *text)
{
	return strstr(buffer_text(alt), text) != NULL;
}

static void add_alt(struct buffer *alt, const char *text)
{
	if (!text || says(alt, text) || alt->length >= ALT_ENOUGH)
		return;
	buffer_printf(alt, "%s%s", alt->length ? " – " : "", text);
}

struct lead *lead_new(const struct event *event, const struct document *body)
{
	struct lead *lead = memory_alloc(1, sizeof *lead);

	lead->event = event;
	lead->body = body;
	lead->alts = memory_alloc(event->image_count, sizeof *lead->alts);
	for (size_t i = 0; i < event->image_count; i++) {
		add_alt(&lead->alts[i], event->images[i].alt);
		if (lookup_find(&lead->urls, event->images[i].url) == LOOKUP_MISSING)
			lookup_add(&lead->urls, event->images[i].url, (uint32_t)i);
	}
	for (size_t i = 0; i < body->block_count; i++) {
		uint32_t image = image_of(lead, &body->blocks[i]);

		if (image != LOOKUP_MISSING)
			add_alt(&lead->alts[image], body->blocks[i].spans[0].text);
	}
	return lead;
}

void lead_free(struct lead *lead)
{
	for (size_t i = 0; i < lead->event->image_count; i++)
		buffer_free(&lead->alts[i]);
	free(lead->alts);
	lookup_free(&lead->urls);
	free(lead);
}

void lead_compose(const struct lead *lead, struct composer *composer)
{
	for (size_t i = 0; i < lead->event->image_count; i++) {
		const struct buffer *alt = &lead->alts[i];

		composer_open(composer, BLOCK_IMAGE, 0, 0);
		composer_text(composer, buffer_text(alt), alt->length, 0,
			      composer_link(composer, lead->event->images[i].url));
		composer_close(composer);
	}
}

static bool is_shown(const struct lead *lead, const struct block *block)
{
	uint32_t image = image_of(lead, block);

	return image != LOOKUP_MISSING && says(&lead->alts[image], block->spans[0].text);
}

void lead_compose_body(const struct lead *lead, struct composer *composer)
{
	const struct document *body = lead->body;
	ARRAY(uint32_t) ends = {0};

	for (uint32_t i = 0; i < body->block_count; i++) {
		const struct block *block = &body->blocks[i];

		for (; ends.count && ends.items[ends.count - 1] <= i; ends.count--)
			composer_close(composer);
		if (is_shown(lead, block))
			continue;
		if (document_is_leaf(block)) {
			composer_append_blocks(composer, body, i, i + 1);
		} else {
			composer_open(composer, block->kind, block->level, block->line);
			array_push(&ends, block->end);
		}
	}
	for (; ends.count; ends.count--)
		composer_close(composer);
	array_free(&ends);
}
