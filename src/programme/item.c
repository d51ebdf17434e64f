#include "config.h"

#include "programme/item.h"

#include "programme/format.h"
#include "programme/shape.h"
#include "programme/stamp.h"
#include "programme/words.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The part of a line that is still to be taken apart. */
struct part {
	const struct line *line;
	size_t start, end;
	const struct rooms *rooms; /* that the page names; NULL for none */
};

static void add_name(struct item_names *names, char *name)
{
	if (name && names->count < ITEM_NAMES_MOST)
		names->names[names->count++] = name;
	else
		free(name);
}

static void free_names(struct item_names *names)
{
	while (names->count)
		free(names->names[--names->count]);
}

/* "Attendre...", "Ports, quais, etc.": these points belong to what is said. */
static bool ends_in_points(const char *text, size_t start, size_t end)
{
	return end - start >= 4 &&
	       (!memcmp(text + end - 3, "...", 3) || !memcmp(text + end - 4, "etc.", 4));
}

/* ":coffee:" is how some write a pictograph. */
static bool ends_in_shortcode(const char *text, size_t start, size_t end)
{
	size_t at = end;

	if (end == start || text[--at] != ':')
		return false;
	while (at > start && ((text[at - 1] >= 'a' && text[at - 1] <= 'z') || text[at - 1] == '_'))
		at--;
	return at > start && at + 1 < end && text[at - 1] == ':';
}

/* The bytes of the mark that a text ends with, where it is one that parts it from what follows. */
static size_t last_mark(const char *text, size_t start, size_t end)
{
	static const char *const marks[] = {"–", "—", "→", "•", "\u00A0", "\u202F"};

	if (ends_in_points(text, start, end) || ends_in_shortcode(text, start, end))
		return 0;
	if (end > start && strchr(" \n.,;:-|/", text[end - 1]))
		return 1;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t length = strlen(marks[i]);

		if (end - start > length && !memcmp(text + end - length, marks[i], length))
			return length;
	}
	return 0;
}

static void trim(struct part *part)
{
	const char *text = part->line->text;
	size_t length;

	part->start += stamp_skip_bullets(text + part->start, part->end - part->start);
	while ((length = last_mark(text, part->start, part->end)) > 0)
		part->end -= length;
}

/* Where its text begins, behind the pictographs that it may begin with. */
static size_t text_start(const struct part *part)
{
	return part->start +
	       stamp_skip_marks(part->line->text + part->start, part->end - part->start);
}

/* A tag is a format where it names one, else what the session is about. */
static void add_tag(struct item *item, const char *text, size_t length)
{
	char *format;

	while (length > 0 && *text == ' ') {
		text++;
		length--;
	}
	while (length > 0 && text[length - 1] == ' ')
		length--;
	if (!length)
		return;
	format = format_of_tag(text, length);
	if (format)
		add_name(&item->formats, format);
	else if (length < 60)
		add_name(&item->themes, memory_strndup(text, length));
}

static void add_tags(struct item *item, const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		size_t size = 0;

		while (at + size < length && text[at + size] != ',')
			size++;
		add_tag(item, text + at, size);
		at += size + 1;
	}
}

/* "[Webinaire] [API] Titre": they are the title where nothing follows them. */
static void take_tags(struct item *item, struct part *part)
{
	const char *text = part->line->text;
	size_t start = part->start, open = text_start(part);

	if (open < part->end && text[open] == '[')
		part->start = open;
	while (part->start < part->end && text[part->start] == '[') {
		const char *close = memchr(text + part->start, ']', part->end - part->start);

		if (!close)
			return;
		add_tags(item, text + part->start + 1, (size_t)(close - text) - part->start - 1);
		part->start = (size_t)(close - text) + 1;
		trim(part);
	}
	if (!shape_has_letters(text, part->start, part->end)) {
		part->start = start;
		part->end = part->line->length;
	}
}

/* "… (Atelier)", "… [Atelier]" */
static void take_last_tag(struct item *item, struct part *part)
{
	const char *text = part->line->text;
	size_t open = part->end, taken;
	char *format;

	if (part->end - part->start < 4 || !strchr(")]", text[part->end - 1]))
		return;
	while (open > part->start && !strchr("([", text[open - 1]))
		open--;
	if (open <= part->start + 1)
		return;
	format = format_name(text + open, part->end - 1 - open, &taken);
	if (format && taken == part->end - 1 - open) {
		add_name(&item->formats, format);
		part->end = open - 1;
		trim(part);
	} else {
		free(format);
	}
}

/* Where the emphasised text begins that the part ends with; its end where there is none. */
static size_t emphasis_start(const struct part *part)
{
	const struct line *line = part->line;
	size_t start = part->end;

	for (size_t i = line->run_count; i-- > 0 && line->runs[i].end > part->start;) {
		const struct line_run *run = &line->runs[i];
		size_t from = run->start > part->start ? run->start : part->start;

		if (run->start >= start)
			continue;
		if (!(run->style & SPAN_EMPHASIS) && shape_has_letters(line->text, from, start))
			break;
		start = from;
	}
	return start;
}

/* The dash before a byte, with the space around it; the byte itself where there is none. */
static size_t dash_before(const char *text, size_t start, size_t at)
{
	size_t end = at;

	while (end > start && text[end - 1] == ' ')
		end--;
	if (end > start && text[end - 1] == '-')
		return end - 1;
	if (end >= start + 3 &&
	    (!memcmp(text + end - 3, "–", 3) || !memcmp(text + end - 3, "—", 3)))
		return end - 3;
	return at;
}

/* Behind so many spaces or apostrophes. */
static size_t skip_words(const char *text, size_t length, size_t words)
{
	size_t at = 0;

	for (; words > 0 && at < length; words--) {
		while (at < length && text[at] != ' ' && text[at] != '\'' &&
		       memcmp(text + at, "’", length - at < 3 ? length - at : 3) != 0)
			at++;
		at += at < length && text[at] & 0x80 ? 3 : 1;
	}
	return at < length ? at : length;
}

/* Where the name of a room begins in "salle 3", "dans l'espace Curie"; `length` for none. */
static size_t room_start(const char *text, size_t length, const struct rooms *rooms)
{
	static const char *const before[] = {"",	"la ",	"le ",	   "l ",       "en ",
					     "a la ",	"au ",	"a l ",	   "dans la ", "dans le ",
					     "dans l ", "the ", "in the ", "in "};
	struct buffer folded = {0};
	size_t start = length;

	words_fold(&folded, text, length);
	for (size_t i = 0; start == length && i < sizeof before / sizeof *before; i++) {
		size_t size = strlen(before[i]), words = 0;

		for (const char *at = before[i]; *at; at++)
			words += *at == ' ';
		if (!strncmp(buffer_text(&folded), before[i], size) &&
		    rooms_begin(rooms, buffer_text(&folded) + size))
			start = skip_words(text, length, words);
	}
	buffer_free(&folded);
	return start;
}

enum { LONGEST_ROOM = 60 };

size_t item_room_label(const char *text, size_t length)
{
	const char *colon = memchr(text, ':', length);
	size_t end = colon ? (size_t)(colon - text) : 0;
	struct buffer folded = {0};
	bool label;

	words_fold(&folded, text, end);
	label = words_only(WORDS_ROOM, buffer_text(&folded)) &&
		!strpbrk(buffer_text(&folded), "0123456789");
	buffer_free(&folded);
	if (!label || !shape_has_letters(text, end, length))
		return 0;
	for (end++; text[end] == ' ';)
		end++;
	return end;
}

char *item_room(const char *text, size_t length, const struct rooms *rooms)
{
	size_t start = stamp_skip_marks(text, length);
	struct buffer folded = {0};

	while (start < length && strchr("(:. ", text[start]))
		start++;
	words_fold(&folded, text + start, length - start);
	if (words_begin(WORDS_PLACE, buffer_text(&folded)) &&
	    memchr(text + start, ':', length - start))
		start =
		    (size_t)((const char *)memchr(text + start, ':', length - start) - text) + 1;
	buffer_free(&folded);
	while (start < length && text[start] == ' ')
		start++;
	while (length > start && strchr("). ,;:", text[length - 1]))
		length--;
	if (length - start > LONGEST_ROOM)
		return NULL;
	start += room_start(text + start, length - start, rooms);
	if (start == length)
		return NULL;
	start += item_room_label(text + start, length - start);
	return memory_strndup(text + start, length - start);
}

/* What only a room is called: "Espace Curie" behind a person may be where they work. */
static bool is_surely_room(const char *text, size_t length, const struct rooms *rooms)
{
	static const char *const names[] = {"salle", "amphi", "auditorium", "room"};
	struct buffer folded = {0};
	bool sure;

	words_fold(&folded, text, length);
	sure = rooms_named(rooms, buffer_text(&folded)) > 0;
	for (size_t i = 0; !sure && i < sizeof names / sizeof *names; i++)
		sure = strstr(buffer_text(&folded), names[i]) != NULL;
	buffer_free(&folded);
	return sure;
}

/* Whether a text is the name of a room, and not that of a person or of a house: "Amphi Curie",
 * "Salle 3", "Hall", but not "Bibliothèque nationale". */
static bool is_room(const char *text, size_t length, const struct rooms *rooms)
{
	struct buffer folded = {0};
	bool room;

	words_fold(&folded, text, length);
	room = (rooms_begin(rooms, buffer_text(&folded)) && is_surely_room(text, length, rooms)) ||
	       words_only(WORDS_ROOM, buffer_text(&folded));
	buffer_free(&folded);
	return room;
}

/* "**Titre** - *Ada Martin, ministère*" */
static void take_speakers(struct item *item, struct part *part)
{
	const char *text = part->line->text;
	size_t start = emphasis_start(part), end;

	if (start <= part->start || start >= part->end)
		return;
	start += stamp_skip_bullets(text + start, part->end - start);
	end = dash_before(text, part->start, start);
	if (start >= part->end || end <= part->start)
		return;
	if (end == start && (!line_has_style(part->line, part->start, end, SPAN_STRONG) ||
			     !speakers_begin(text + start)))
		return;
	start += stamp_skip_marks(text + start, part->end - start);
	if (is_room(text + start, part->end - start, part->rooms) && !item->room)
		item->room = item_room(text + start, part->end - start, part->rooms);
	else
		speakers_stated(&item->speakers, text + start, part->end - start);
	part->end = end;
	trim(part);
}

/* The last place in a part where one of the separators stands, all of which begin with a space; the
 * part's end for none. */
static size_t last_separator(const struct part *part, const char *const *separators)
{
	const char *text = part->line->text;

	for (size_t at = part->end; at-- > part->start + 1;) {
		if (text[at] != ' ')
			continue;
		for (const char *const *separator = separators; *separator; separator++)
			if (at + strlen(*separator) < part->end &&
			    !memcmp(text + at, *separator, strlen(*separator)))
				return at;
	}
	return part->end;
}

/* Takes what stands behind `cut` for speakers where it begins with a person's name. */
static void take_people(struct item *item, struct part *part, size_t cut, size_t start, size_t end)
{
	char *tail;

	if (start >= end || end - start > SPEAKER_LONGEST ||
	    is_room(part->line->text + start, end - start, part->rooms))
		return;
	tail = memory_strndup(part->line->text + start, end - start);
	if (speakers_begin(tail)) {
		speakers_listed(&item->speakers, tail);
		part->end = cut;
		trim(part);
	}
	free(tail);
}

/* "Titre – Ada Martin, ministère", "Titre · Ada Martin" */
static void take_dashed_speakers(struct item *item, struct part *part)
{
	static const char *const dashes[] = {" – ", " — ", " - ", " · ", " • ", " | ", NULL};
	const char *text = part->line->text;
	size_t cut = last_separator(part, dashes);

	if (cut < part->end)
		take_people(item, part, cut, cut + 2 + strcspn(text + cut + 1, " "), part->end);
}

/* The start of the word that ends before a byte. */
static size_t word_before(const struct part *part, size_t at)
{
	while (at > part->start && part->line->text[at - 1] == ' ')
		at--;
	while (at > part->start && part->line->text[at - 1] != ' ')
		at--;
	return at;
}

/* "Titre (Ada Martin)"; brackets behind a name say where that person is from. */
static void take_bracketed_speakers(struct item *item, struct part *part)
{
	static const char *const opening[] = {" (", NULL};
	const char *text = part->line->text;
	size_t cut = last_separator(part, opening), last, first;

	if (cut == part->end || text[part->end - 1] != ')')
		return;
	last = word_before(part, cut);
	first = word_before(part, last);
	if (first == last || text[last] < 'A' || text[last] > 'Z' || text[first] < 'A' ||
	    text[first] > 'Z')
		take_people(item, part, cut, cut + 2, part->end - 1);
}

static bool ends_sentence(const char *text, size_t start, size_t end)
{
	while (end > start && (text[end - 1] == ' ' || text[end - 1] == '"'))
		end--;
	if (end >= start + 3 && !memcmp(text + end - 3, "…", 3))
		return true;
	return end > start && strchr(".!?", text[end - 1]);
}

/* Where the style ends that a part begins with; its end where it never does, its start for none. */
static size_t style_end(const struct part *part)
{
	const struct line *line = part->line;
	unsigned style = line_style_at(line, text_start(part)) & (SPAN_STRONG | SPAN_EMPHASIS);
	size_t end = part->start;

	if (!style)
		return end;
	for (size_t i = 0; i < line->run_count && line->runs[i].start < part->end; i++) {
		if (line->runs[i].end <= part->start)
			continue;
		if ((line->runs[i].style & style) != style &&
		    shape_has_letters(line->text, line->runs[i].start, line->runs[i].end))
			return end;
		end = line->runs[i].end;
	}
	return part->end;
}

/* "M. Martin" and "etc. Les" do not end a sentence. */
static bool is_abbreviation(const char *text, size_t start, size_t stop)
{
	size_t word = stop;

	while (word > start && text[word - 1] != ' ' && text[word - 1] != '.')
		word--;
	return stop - word < 3 || (stop - word == 3 && !memcmp(text + word, "etc", 3)) ||
	       (stop - word == 3 && !memcmp(text + word, "Mme", 3));
}

static bool begins_sentence(const char *text)
{
	return (*text >= 'A' && *text <= 'Z') || !strncmp(text, "É", 2) || !strncmp(text, "À", 2);
}

/* The end of the first sentence: one of those marks, and another sentence behind it. */
static size_t sentence_end(const struct part *part, const char *marks)
{
	enum { SHORTEST = 4 };
	const char *text = part->line->text;

	for (size_t at = part->start + SHORTEST; at + 3 < part->end; at++)
		if (strchr(marks, text[at]) && text[at + 1] == ' ' &&
		    begins_sentence(text + at + 2) && !is_abbreviation(text, part->start, at))
			return at + 1;
	return part->end;
}

/* A cell's first line is the title; people on the next one are its speakers. */
static void cut_line(struct item *item, struct part *part)
{
	const char *text = part->line->text, *stop;
	char *rest;

	stop = memchr(text + part->start, '\n', part->end - part->start);
	if (!stop || !shape_has_letters(text, part->start, (size_t)(stop - text)))
		return;
	item->rest_start = (size_t)(stop - text) + 1;
	item->rest_end = part->end;
	part->end = (size_t)(stop - text);
	rest = memory_strndup(stop + 1, item->rest_end - item->rest_start);
	if (speakers_begin(rest + strspn(rest, " ")))
		speakers_listed(&item->speakers, rest);
	free(rest);
	trim(part);
}

/* A title ends with its bold sentence, or with its first one; a long one at latest with what is
 * bold in it, or with its first question. */
static void cut_description(struct item *item, struct part *part)
{
	enum { LONG = 200, SHORTEST = 12 };
	size_t styled = style_end(part), end = part->end;

	if (item->rest_end)
		return;
	if (styled > part->start && styled < part->end &&
	    ends_sentence(part->line->text, part->start, styled))
		end = styled;
	else if (part->end - part->start > LONG && styled > part->start + SHORTEST &&
		 styled < part->end)
		end = styled;
	else if (styled < part->end)
		end = sentence_end(part, part->end - part->start > LONG ? ".!?" : ".");
	if (end == part->end)
		return;
	item->rest_start = end;
	item->rest_end = part->line->length;
	part->end = end;
	trim(part);
}

/* "Titre – Ada Martin (salle 3)": in brackets behind everything else. */
static void take_last_room(struct item *item, struct part *part)
{
	static const char *const opening[] = {" (", NULL};
	const char *text = part->line->text;
	size_t cut = last_separator(part, opening), start = cut + 2;

	if (cut == part->end || text[part->end - 1] != ')' ||
	    !is_surely_room(text + start, part->end - start, part->rooms))
		return;
	item->room = item_room(text + start, part->end - start, part->rooms);
	if (!item->room)
		return;
	part->end = cut;
	trim(part);
}

/* "Accueil (salle 3)", "Accueil – Salle 3", "Accueil, salle 3": the last part is the room. */
static void take_room(struct item *item, struct part *part)
{
	static const char *const separators[] = {" (",	" – ", " — ", " - ", ", ",
						 " | ", " · ", " • ", "\n"};
	const char *text = part->line->text;
	size_t at = item->room ? part->start : part->end;

	while (at > part->start && part->end - at < LONGEST_ROOM) {
		if (!strchr(" ,\n", text[--at]))
			continue;
		for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
			size_t length = strlen(separators[i]), start = at + length;

			if (start >= part->end || memcmp(text + at, separators[i], length) != 0)
				continue;
			if (*separators[i] == ' ' && separators[i][1] == '(' &&
			    text[part->end - 1] != ')')
				continue;
			item->room = item_room(text + start, part->end - start, part->rooms);
			if (at > part->start && item->room) {
				part->end = at;
				trim(part);
			}
			return;
		}
	}
}

/* What a room is called begins with a capital, a figure or "de": "Salle comble" is none. */
static bool has_room_name(const char *text, size_t length)
{
	static const char *const joints[] = {"de ", "du ", "des ", "d'", "d’"};
	size_t at = strcspn(text, " ") + 1;

	if (at >= length || memchr(text, ',', length))
		return false;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (!strncmp(text + at, joints[i], strlen(joints[i])))
			return true;
	return !(text[at] >= 'a' && text[at] <= 'z');
}

bool item_is_room(const char *text, size_t length, const struct rooms *rooms)
{
	return length > 0 && length <= LONGEST_ROOM && is_room(text, length, rooms) &&
	       (!memchr(text, ' ', length) || has_room_name(text, length));
}

/* "Titre / Ada Martin / Salle 3": slashes part these where the last one stands before a room. */
static void take_slashed(struct item *item, struct part *part)
{
	static const char *const slashes[] = {" / ", NULL};
	const char *text = part->line->text;
	size_t cut = last_separator(part, slashes), start = cut + strlen(*slashes);

	if (item->room || cut == part->end ||
	    !item_is_room(text + start, part->end - start, part->rooms))
		return;
	item->room = item_room(text + start, part->end - start, part->rooms);
	part->end = cut;
	trim(part);
	cut = last_separator(part, slashes);
	if (cut < part->end)
		take_people(item, part, cut, cut + strlen(*slashes), part->end);
}

/* "Salle Curie : Les ports": a room with a name, before the title. */
static void take_first_room(struct item *item, struct part *part)
{
	static const char *const ends[] = {" :", ":", " – ", " — ", " - ", " | "};
	const char *text = part->line->text;
	size_t start = text_start(part), end = part->end;

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const char *found = memmem(text + start, end - start, ends[i], strlen(ends[i]));

		if (found)
			end = (size_t)(found - text);
	}
	if (item->room || end >= part->end || end - start > LONGEST_ROOM ||
	    !is_room(text + start, end - start, part->rooms) ||
	    !has_room_name(text + start, end - start) ||
	    item_room_label(text + start, part->end - start) ||
	    !shape_has_letters(text, end, part->end))
		return;
	item->room = item_room(text + start, end - start, part->rooms);
	part->start = end;
	trim(part);
}

/* "(accueil café)" is said without the brackets. */
static void unwrap(struct part *part)
{
	const char *text = part->line->text;

	while (part->end - part->start > 2 && text[part->start] == '(' &&
	       text[part->end - 1] == ')' &&
	       !memchr(text + part->start + 1, '(', part->end - part->start - 1)) {
		part->start++;
		part->end--;
		trim(part);
	}
}

/* A bracket whose other half went with the date: "Titre, salle 3)". */
static void drop_lone_bracket(struct part *part)
{
	const char *text = part->line->text;

	if (part->end - part->start < 2)
		return;
	if (strchr(")]", text[part->end - 1]) &&
	    !memchr(text + part->start, text[part->end - 1] == ')' ? '(' : '[',
		    part->end - part->start))
		part->end--;
	if (strchr("([", text[part->start]) &&
	    !memchr(text + part->start, text[part->start] == '(' ? ')' : ']',
		    part->end - part->start))
		part->start++;
	trim(part);
}

static char *copy_title(const struct part *part)
{
	size_t end = part->end;
	char *title;

	if (end - part->start > ITEM_LONGEST_TITLE) {
		end = part->start + ITEM_LONGEST_TITLE;
		while (end > part->start && part->line->text[end] != ' ')
			end--;
		if (end == part->start)
			end += utf8_fit(part->line->text + part->start, part->end - part->start,
					ITEM_LONGEST_TITLE, NULL);
	}
	title = memory_strndup(part->line->text + part->start, end - part->start);
	for (char *at = title; *at; at++)
		if (*at == '\n')
			*at = ' ';
	return title;
}

void item_read(struct item *item, const struct line *line, const struct rooms *rooms)
{
	struct part part = {line, 0, line->length, rooms};
	size_t start;
	char *format;

	*item = (struct item){.link = DOCUMENT_NO_LINK};
	trim(&part);
	take_tags(item, &part);
	cut_line(item, &part);
	cut_description(item, &part);
	take_last_room(item, &part);
	take_speakers(item, &part);
	take_dashed_speakers(item, &part);
	take_bracketed_speakers(item, &part);
	take_last_tag(item, &part);
	take_room(item, &part);
	take_slashed(item, &part);
	if (item->room)
		take_dashed_speakers(item, &part);
	take_first_room(item, &part);
	drop_lone_bracket(&part);
	unwrap(&part);
	if (!shape_has_letters(line->text, part.start, part.end))
		return;
	item->title = copy_title(&part);
	start = text_start(&part);
	item->link = line_link_at(line, start);
	item->cancelled = line_has_style(line, part.start, part.end, SPAN_STRIKE);
	format = format_name(line->text + start, part.end - start, NULL);
	add_name(&item->formats, format);
	speakers_announced(&item->speakers, item->title);
}

void item_free(struct item *item)
{
	free(item->title);
	free(item->room);
	free_names(&item->formats);
	free_names(&item->themes);
	speakers_free(&item->speakers);
}
