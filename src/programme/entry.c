#include "config.h"

#include "programme/entry.h"

#include "programme/item.h"
#include "programme/words.h"

#include "base/memory.h"
#include "document/html.h"

#include <stdlib.h>
#include <string.h>

struct adding {
	const struct entry *entry;
	const struct outline *outline;
	const struct document *document;
	const struct line *lines;
	struct builder *builder;
	struct session *session;
	struct item item;
	struct buffer html, written;
	bool paragraph; /* a <p> is open in html */
	int links;
};

enum { MOST_LINKS = 50 };

static void put_paragraph(struct adding *adding, const struct line *line, size_t start, size_t end)
{
	buffer_puts(&adding->html, adding->paragraph ? "<br>" : "<p>");
	adding->paragraph = true;
	line_write_html(&adding->html, line, start, end, adding->document);
}

static void close_paragraph(struct adding *adding)
{
	if (adding->paragraph)
		buffer_puts(&adding->html, "</p>");
	adding->paragraph = false;
}

static void add_written(struct adding *adding, const struct line *line)
{
	if (adding->written.length)
		buffer_putc(&adding->written, '\n');
	buffer_append(&adding->written, line->text, line->length);
}

/* Addresses in a line that are not the session's own page. */
static void add_links(struct adding *adding, const struct line *line)
{
	for (size_t i = 0; i < line->run_count && adding->links < MOST_LINKS; i++) {
		const struct line_run *run = &line->runs[i];
		char *label;

		if (run->link == DOCUMENT_NO_LINK || run->link == adding->item.link)
			continue;
		adding->links++;
		label = memory_strndup(line->text + run->start, run->end - run->start);
		builder_session_link(adding->builder, adding->document->links[run->link], label);
		free(label);
	}
}

/* Reads the room or the people that a line below the title names; true where it is a room. */
static bool read_further_line(struct adding *adding, const struct line *line)
{
	char *room =
	    adding->item.room ? NULL : item_room(line->text, line->length, adding->outline->rooms);
	const char *text = line->text + stamp_skip_marks(line->text, line->length);

	if (room) {
		adding->item.room = room;
		return true;
	}
	speakers_announced(&adding->item.speakers, line->text);
	if (speakers_begin(text))
		speakers_listed(&adding->item.speakers, text);
	return false;
}

/* A line of its paragraph besides the title: its room, its speakers, or more about it. */
static void add_further_line(struct adding *adding, const struct line *line)
{
	add_written(adding, line);
	add_links(adding, line);
	if (!read_further_line(adding, line))
		put_paragraph(adding, line, 0, line->length);
}

static void add_lines(struct adding *adding)
{
	const struct entry *entry = adding->entry;
	uint32_t first = entry->line < entry->title_line ? entry->line : entry->title_line;

	for (uint32_t i = first; i < entry->lines_end; i++) {
		const struct line *line = &adding->lines[i];

		if (i == entry->line || i == entry->title_line) {
			add_written(adding, line);
			add_links(adding, line);
		} else if (!adding->outline->items[i].merged) {
			add_further_line(adding, line);
		}
	}
	close_paragraph(adding);
}

/* Whether a list item names a person and what they do; the name goes to *speakers. */
static bool read_person(const struct block *leaf, struct speakers *speakers)
{
	const struct span *head = leaf->spans;
	char *text = document_block_text(leaf);
	size_t length = leaf->span_count ? strlen(head->text) : 0;
	bool strong = length && head->style & SPAN_STRONG && length < SPEAKER_LONGEST &&
		      text[length] && strchr(",(", text[length + (text[length] == ' ')]);
	bool person = strong || speakers_begin(text);

	if (strong)
		speakers_stated(speakers, text, length);
	else if (person)
		speakers_listed(speakers, text);
	free(text);
	return person;
}

/* A list below a session whose items are all people is the list of its speakers. */
static void add_speaker_list(struct adding *adding, uint32_t list)
{
	const struct block *blocks = adding->document->blocks;
	struct speakers people = {0};
	bool all = true;

	for (uint32_t i = list + 1; all && i < blocks[list].end; i = blocks[i].end)
		all = i + 1 < blocks[i].end && document_is_leaf(&blocks[i + 1]) &&
		      people.count < SPEAKERS_MOST && read_person(&blocks[i + 1], &people);
	for (size_t i = 0; all && i < people.count; i++)
		speakers_stated(&adding->item.speakers, people.names[i], strlen(people.names[i]));
	speakers_free(&people);
}

/* The link of a paragraph that is nothing but it, or says that it leads on. */
static int leading_link(const struct block *leaf, const char *text)
{
	struct buffer folded = {0};
	int link = DOCUMENT_NO_LINK;
	bool leads = true, inscribes;

	for (size_t i = 0; i < leaf->span_count; i++) {
		const struct span *span = &leaf->spans[i];

		if (span->link != DOCUMENT_NO_LINK && !(span->style & SPAN_IMAGE) && link < 0)
			link = span->link;
		else if (span->link == DOCUMENT_NO_LINK)
			leads = leads && !shape_has_letters(span->text, 0, strlen(span->text));
	}
	words_fold(&folded, text, strlen(text));
	inscribes = words_begin_loosely(WORDS_INSCRIBE, buffer_text(&folded)) > 0;
	buffer_free(&folded);
	return leads || inscribes ? link : DOCUMENT_NO_LINK;
}

static void add_paragraph_below(struct adding *adding, const struct block *leaf)
{
	char *text = document_block_text(leaf);
	struct buffer folded = {0};

	words_fold(&folded, text, strlen(text));
	if (words_begin_loosely(WORDS_SPEAKERS, buffer_text(&folded)))
		speakers_announced(&adding->item.speakers, text);
	if (adding->item.link == DOCUMENT_NO_LINK)
		adding->item.link = leading_link(leaf, text);
	buffer_free(&folded);
	free(text);
}

static void add_content(struct adding *adding)
{
	const struct block *blocks = adding->document->blocks;

	for (uint32_t i = adding->entry->content; i < adding->entry->content_end;
	     i = blocks[i].end) {
		if (blocks[i].kind == BLOCK_PARAGRAPH)
			add_paragraph_below(adding, &blocks[i]);
		else if (blocks[i].kind == BLOCK_LIST)
			add_speaker_list(adding, i);
	}
	html_write(&adding->html, adding->document, adding->entry->content,
		   adding->entry->content_end);
}

static void add_people(struct adding *adding)
{
	const struct line_part *people = &adding->entry->people;
	char *text;

	if (!people->line)
		return;
	text = memory_strndup(people->line->text + people->start, people->end - people->start);
	speakers_listed(&adding->item.speakers, text);
	free(text);
}

/* "Where: Room 2", "Speaker: Ada Martin" in the lines below a heading. */
static void add_labelled(struct adding *adding)
{
	for (uint32_t i = adding->entry->title_line + 1; i < adding->entry->labels_end; i++) {
		const struct line *line = &adding->lines[i];

		read_further_line(adding, line);
	}
}

/* What the other cells of a table's row say. */
static void add_cells(struct adding *adding)
{
	const struct entry *entry = adding->entry;
	const struct line *row = &adding->lines[entry->line];
	struct item *item = &adding->item;

	if (row->place != LINE_ROW)
		return;
	if (entry->speakers >= 0) {
		const struct line_cell *cell = &row->cells[entry->speakers];
		char *text = memory_strndup(row->text + cell->start, cell->end - cell->start);

		speakers_listed(&item->speakers, text);
		if (!item->speakers.count)
			speakers_announced(&item->speakers, text);
		if (!item->speakers.count)
			speakers_stated(&item->speakers, text, strlen(text));
		free(text);
	}
	if (entry->place >= 0 && !item->room) {
		const struct line *place = entry->place_row ? entry->place_row : row;
		const struct line_cell *cell = &place->cells[entry->place];

		item->room = memory_strndup(place->text + cell->start, cell->end - cell->start);
	}
	if (entry->format >= 0 && item->formats.count < ITEM_NAMES_MOST)
		item->formats.names[item->formats.count++] =
		    memory_strndup(row->text + row->cells[entry->format].start,
				   row->cells[entry->format].end - row->cells[entry->format].start);
}

static void fill_when(struct session *session, const struct entry *entry, int offset)
{
	session->day = entry->day;
	session->offset = offset;
	if (entry->day == CIVIL_NONE || entry->from < 0)
		return;
	session->start = civil_moment_of(entry->day, entry->from);
	if (entry->to >= entry->from)
		session->end = civil_moment_of(entry->day, entry->to);
}

static void add_room(struct adding *adding, const char *room)
{
	if (room)
		room = rooms_spell(adding->outline->rooms, room);
	builder_session_room(adding->builder, builder_room(adding->builder, room));
}

/* The rooms that head the columns of a session. */
static void add_column_rooms(struct adding *adding)
{
	const struct entry *entry = adding->entry;

	for (size_t i = entry->rooms; i < entry->rooms_end && i < entry->heading->cell_count; i++) {
		const struct line_cell *cell = &entry->heading->cells[i];
		const char *text = entry->heading->text + cell->start;
		size_t length = cell->end - cell->start, label = item_room_label(text, length);
		char *name = memory_strndup(text + label, length - label);

		if (*name)
			add_room(adding, name);
		free(name);
	}
}

static void add_names(struct adding *adding)
{
	struct builder *builder = adding->builder;
	const struct item *item = &adding->item;

	for (size_t i = 0; i < item->formats.count; i++)
		builder_session_format(builder,
				       builder_format(builder, item->formats.names[i], NULL, 0));
	for (size_t i = 0; i < item->themes.count; i++)
		builder_session_theme(builder, builder_theme(builder, item->themes.names[i], NULL,
							     NULL, adding->session->line));
	for (size_t i = 0; i < item->speakers.count; i++)
		builder_session_speaker(builder, builder_speaker(builder, item->speakers.names[i]));
	if (item->room)
		add_room(adding, item->room);
	else if (adding->entry->rooms_end > adding->entry->rooms)
		add_column_rooms(adding);
	else
		add_room(adding, adding->entry->room);
}

/* What stands behind the title in its line. */
static void add_rest(struct adding *adding)
{
	const struct line *line = adding->entry->title;
	struct item *item = &adding->item;
	char *text;

	if (item->rest_end <= item->rest_start)
		return;
	put_paragraph(adding, line, item->rest_start, item->rest_end);
	text = memory_strndup(line->text + item->rest_start, item->rest_end - item->rest_start);
	speakers_in_sentences(&item->speakers, text);
	free(text);
}

static void fill(struct adding *adding, int offset)
{
	struct builder *builder = adding->builder;
	struct session *session = adding->session;
	const struct entry *entry = adding->entry;

	session->title = builder_text(builder, adding->item.title);
	session->line = adding->lines[entry->line].number;
	session->rule = entry->rule;
	session->cancelled = adding->item.cancelled;
	fill_when(session, entry, offset);
	add_rest(adding);
	add_lines(adding);
	add_people(adding);
	add_labelled(adding);
	add_cells(adding);
	add_content(adding);
	add_names(adding);
	if (adding->item.link != DOCUMENT_NO_LINK)
		session->url = builder_url(builder, adding->document->links[adding->item.link]);
	session->written =
	    builder_lines(builder, buffer_text(&adding->written), adding->written.length);
	session->description.kind = MARKUP_HTML;
	session->description.line = session->line;
	session->description.text =
	    builder_lines(builder, buffer_text(&adding->html), adding->html.length);
}

bool entry_add(const struct entry *entry, const struct outline *outline, struct builder *builder,
	       int offset)
{
	struct adding adding = {.entry = entry,
				.outline = outline,
				.document = outline->document,
				.lines = outline->lines.items,
				.builder = builder};
	bool added;

	item_read(&adding.item, entry->title, outline->rooms);
	added = adding.item.title != NULL;
	if (added) {
		adding.session = builder_session(builder);
		fill(&adding, offset);
	}
	item_free(&adding.item);
	buffer_free(&adding.html);
	buffer_free(&adding.written);
	return added;
}
