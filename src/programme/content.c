#include "config.h"

#include "programme/content.h"

static void mark_blocks(struct finder *finder)
{
	const struct block *blocks = finder->outline->document->blocks;

	for (size_t i = 0; i < finder->outline->lines.count; i++) {
		uint32_t block = finder->outline->lines.items[i].block;

		if (!finder->taken[i])
			continue;
		for (; block != DOCUMENT_NO_PARENT && !finder->marks[block];
		     block = blocks[block].parent)
			finder->marks[block] = true;
	}
}

static void find_own_lines(struct finder *finder, struct entry *entry)
{
	const struct lines *lines = &finder->outline->lines;
	uint32_t last = entry->line > entry->title_line ? entry->line : entry->title_line;
	uint32_t end = last + 1;

	while (end < lines->count && lines->items[end].place != LINE_ROW &&
	       lines->items[end].block == lines->items[last].block && !finder->taken[end])
		end++;
	entry->lines_end = end;
}

/* The level of the heading that is an entry's own, 7 for none. */
static int heading_level(const struct finder *finder, const struct entry *entry)
{
	const struct line *lines = finder->outline->lines.items;

	if (lines[entry->line].place == LINE_HEADING)
		return lines[entry->line].rank;
	return lines[entry->title_line].place == LINE_HEADING ? lines[entry->title_line].rank
							      : RANK_STRONG;
}

/*
 * The blocks behind an entry, up to the next line with a role or the next heading. Behind a plain
 * paragraph at the end of a run of entries, only such kinds of blocks belong to it as belonged to
 * those before: "Pour s'inscrire…" below the last one is none of it.
 */
static void find_content(struct finder *finder, struct entry *entry)
{
	const struct document *document = finder->outline->document;
	const struct line *lines = finder->outline->lines.items;
	uint32_t leaf = lines[entry->lines_end - 1].block, at = document->blocks[leaf].end;
	uint32_t parent = document->blocks[leaf].parent, end, allowed;
	int level = heading_level(finder, entry);
	unsigned kinds = 0;

	entry->content = entry->content_end = at;
	if (lines[entry->line].place == LINE_ROW ||
	    (entry->lines_end < finder->outline->lines.count &&
	     lines[entry->lines_end].block == leaf))
		return;
	end = parent == DOCUMENT_NO_PARENT ? (uint32_t)document->block_count
					   : document->blocks[parent].end;
	for (allowed = at; at < end && !finder->marks[at]; at = document->blocks[at].end) {
		const struct block *block = &document->blocks[at];

		if (block->kind == BLOCK_RULE ||
		    (block->kind == BLOCK_HEADING && block->level <= level))
			break;
		kinds |= 1U << block->kind;
		if (allowed == at && finder->kinds & (1U << block->kind))
			allowed = block->end;
	}
	if (level < RANK_STRONG || lines[entry->line].item != DOCUMENT_NO_PARENT) {
		entry->content_end = at;
	} else if (at < end && finder->marks[at]) {
		finder->kinds |= kinds;
		entry->content_end = at;
	} else {
		entry->content_end = allowed;
	}
}

void content_find(struct finder *finder)
{
	mark_blocks(finder);
	finder->kinds = 1U << BLOCK_LIST;
	array_each (struct entry, entry, &finder->entries) {
		find_own_lines(finder, entry);
		find_content(finder, entry);
	}
}
