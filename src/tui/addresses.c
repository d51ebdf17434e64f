#include "config.h"

#include "tui/addresses.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "document/composer.h"

#include <stdlib.h>
#include <string.h>

/* How an address is read out: a mail address is what stands behind "mailto:". */
static const char *readable(const char *url)
{
	static const char mail[] = "mailto:";
	size_t length = sizeof mail - 1;

	return strncmp(url, mail, length) ? url : url + length;
}

/* Which addresses stand in the text of a link to them. */
static bool *shown_addresses(const struct document *document)
{
	bool *shown = memory_alloc(document->link_count + 1, sizeof *shown);

	for (size_t i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];

		for (size_t s = 0; s < block->span_count; s++) {
			const struct span *span = &block->spans[s];

			if (span->link != DOCUMENT_NO_LINK &&
			    strstr(span->text, readable(document->links[span->link])))
				shown[span->link] = true;
		}
	}
	return shown;
}

static void add_address(struct composer *composer, const char *url)
{
	composer_open(composer, BLOCK_ITEM, 0, 0);
	composer_text(composer, readable(url), strlen(readable(url)), 0,
		      composer_link(composer, url));
	composer_close(composer);
}

struct document *addresses_added(struct document *document)
{
	struct composer *composer = composer_new();
	bool *shown = shown_addresses(document), any = false;

	composer_append(composer, document);
	for (size_t i = 0; i < document->link_count; i++) {
		if (shown[i])
			continue;
		if (!any) {
			composer_leaf(composer, BLOCK_HEADING, 1, _("Links"), 0);
			composer_open(composer, BLOCK_LIST, 0, 0);
		}
		any = true;
		add_address(composer, document->links[i]);
	}
	free(shown);
	document_free(document);
	return composer_finish(composer);
}
