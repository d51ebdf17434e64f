#include "config.h"

#include "sample.h"

#include "base/buffer.h"
#include "model/builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Wednesday 11 June 2031 */
static civil_day first_day(void)
{
	return civil_day_of((struct civil_date){2031, 6, 11});
}

civil_moment sample_at(int day, int hour, int minute)
{
	return civil_moment_of(first_day() + day, hour * 60 + minute);
}

enum { NO_TIME = -1 };

/* Times are HHMM of the session's day; 2500 is 01:00 the night after. Speakers are parted by "; ".
 */
struct entry {
	int day, start, end;
	const char *title, *theme, *room, *format, *speaker, *abstract;
	bool cancelled;
};

static const char keynote_text[] =
    "A lighthouse is paid for by many and owned by nobody who sees it. The town council asked "
    "three keepers what it would cost to let it go dark, and got *four* answers.\n\n"
    "- what was promised in 1871\n- what was kept\n- what a lamp costs today\n\n"
    "The accounts are at [the archive](https://archive.example/lamps).\n";

static const struct entry entries[] = {
    {0, NO_TIME, NO_TIME, "Harbour walk with the keepers", NULL, NULL, NULL, NULL, NULL, false},
    {0, NO_TIME, NO_TIME,
     "A private viewing of the maps that nobody asked for, with those who drew them all the same",
     NULL, NULL, NULL, NULL, NULL, false},
    {1, 900, NO_TIME, "Doors open", NULL, "Customs hall", NULL, NULL, NULL, false},
    {1, 930, 1030, "What a lighthouse owes its town", "Commons & upkeep", "Customs hall", NULL,
     "Ida Strand", keynote_text, false},
    {1, 1000, 1100, "Mending nets, mending networks", "Making & mending", "Net loft", "workshop",
     "Piet Oomen", "Bring a net.", false},
    {1, 1130, NO_TIME, "Keynote: the ledger of the lamps", "Commons & upkeep", "Customs hall",
     "keynote", "Ida Strand", NULL, false},
    {1, 1400, 1530, "東京の灯台から学ぶこと：百年の記録と未来の守り人たち", "Making & mending",
     "Net loft", "workshop", "岬 ひかり", NULL, false},
    {1, 1400, 1445, "שלום מהמגדלור", NULL, "Customs hall", NULL, NULL, NULL, false},
    {1, 1600, 1620,
     "How we lost, found, lost again and at last wrote down the recipe for whale-oil-free lamp oil",
     NULL, "Net loft", "pitch", NULL, NULL, false},
    {1, 1700, 1730, "Signals for the deaf, foghorns for the blind", "Making & mending", "Net loft",
     "pitch", "Ada Tern; Ida Strand; Piet Oomen", NULL, true},
    {1, 1900, 2500, "Night of lanterns", NULL, NULL, NULL, NULL,
     "Music from nine; the boats leave at *midnight*.", false},
    {1, 2430, 2515, "Stars over the breakwater", NULL, NULL, NULL, NULL, NULL, false},
    {2, 900, NO_TIME, "Doors open", NULL, "Customs hall", NULL, NULL, NULL, false},
    {2, 930, 1000, "Ünïcödé & e\xCC\x81 co\xCC\x88. 🏮🏮", NULL, "Net loft", NULL, NULL, NULL, false},
    {2, 1230, 1500, "Closing lunch", NULL, NULL, NULL, NULL, NULL, false},
};

static const char page[] =
    "# Why lanterns\n\nBecause a ledger is read *by lamplight*. The harbour has kept its books "
    "for **a hundred and sixty years**, and this is the first time that they are read aloud.\n\n"
    "## What is free\n\n- both days, for those who live here\n- the fringe, by invitation\n\n"
    "Write to [the keepers](mailto:keepers@lanterns.example) to take part.\n";

static void add_event(struct builder *builder)
{
	static const int hour[] = {60}, pitches[] = {20, 30};
	struct event *event = builder_event(builder);

	event->title = builder_text(builder, "Lanterns & Ledgers, a harbour meeting");
	event->place = builder_text(builder, "Old Customs House");
	event->address = builder_text(builder, "3 Quay of the Scales, Port Amber");
	event->start = sample_at(1, 9, 0);
	event->end = sample_at(2, 17, 0);
	event->start_has_time = event->end_has_time = true;
	event->introduction =
	    (struct markup){builder_text(builder, "Two days about **what keeps a light burning**."),
			    MARKUP_MARKDOWN, 1};
	event->body =
	    (struct markup){builder_lines(builder, page, strlen(page)), MARKUP_MARKDOWN, 10};
	builder_add_info(builder, "Registration", "until 1 June", "https://lanterns.example/in", 3);
	builder_add_info(builder, "Boats", "leave every hour from the small pier", NULL, 4);
	builder_format(builder, "keynote", hour, 1);
	builder_format(builder, "pitch", pitches, 2);
	builder_theme(builder, "Commons & upkeep", "who pays, who looks after it, who decides",
		      NULL, 5);
	builder_theme(builder, "Making & mending", NULL, NULL, 6);
	builder_theme(builder, "Tides, weather and the long now",
		      "what a harbour knows about slow change that a city has forgotten, told by "
		      "those who write the tide tables",
		      NULL, 7);
	builder_theme(builder, "Lampes & lumières", "en français", NULL, 8);
	builder_day_label(builder, first_day(), "Fringe");
}

static void add_speakers(struct builder *builder, const char *names)
{
	while (names && *names) {
		size_t length = strcspn(names, ";");
		const char *name = builder_text_n(builder, names, length);

		builder_session_speaker(builder, builder_speaker(builder, name));
		names += length + (names[length] != '\0');
	}
}

static void add_entry(struct builder *builder, const struct entry *entry)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, entry->title);
	session->day = first_day() + entry->day;
	if (entry->start != NO_TIME)
		session->start = sample_at(entry->day, entry->start / 100, entry->start % 100);
	if (entry->end != NO_TIME)
		session->end = sample_at(entry->day, entry->end / 100, entry->end % 100);
	session->cancelled = entry->cancelled;
	if (entry->abstract)
		session->abstract = (struct markup){
		    builder_lines(builder, entry->abstract, strlen(entry->abstract)),
		    MARKUP_MARKDOWN, 20};
	if (entry->theme)
		builder_session_theme(builder, builder_theme(builder, entry->theme, NULL, NULL, 0));
	if (entry->room)
		builder_session_room(builder, builder_room(builder, entry->room));
	if (entry->format)
		builder_session_format(builder, builder_format(builder, entry->format, NULL, 0));
	add_speakers(builder, entry->speaker);
}

struct agenda *sample_lanterns(void)
{
	struct builder *builder = builder_new("lanterns.md");

	add_event(builder);
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
		add_entry(builder, &entries[i]);
	return builder_finish(builder);
}

static const struct entry races[] = {
    {1, NO_TIME, NO_TIME, "Model boats, all day", NULL, NULL, NULL, NULL, NULL, false},
    {1, 900, NO_TIME, "Welcome", NULL, "Boathouse", NULL, NULL, NULL, false},
    {1, 1030, 1100, "Ropes", NULL, "Boathouse", NULL, NULL, NULL, false},
    {1, 1100, 1200, "Knots", NULL, "Sail loft", NULL, NULL, NULL, false},
    {1, 1130, 1230, "Sails", NULL, "Boathouse", NULL, NULL, NULL, false},
    {1, 1130, 1200, "Oars", NULL, "Yard", NULL, "Jo Flint; Ola Wick", NULL, false},
    {1, 1145, 1215, "Anchors, and what they hold on to when there is no ground below", NULL, "Pier",
     NULL, NULL, NULL, false},
    {1, 1150, NO_TIME, "Masts", NULL, "Slipway", NULL, NULL, NULL, false},
    {1, 1400, NO_TIME, "How a race is measured", NULL, "Boathouse", "lecture", NULL, NULL, false},
    {1, 1700, 1800, "Songs", NULL, "Pier", NULL, NULL, NULL, false},
};

struct agenda *sample_regatta(void)
{
	struct builder *builder = builder_new("regatta.md");
	static const int hour[] = {60};

	builder_event(builder)->title = builder_text(builder, "Regatta school");
	builder_format(builder, "lecture", hour, 1);
	for (size_t i = 0; i < sizeof races / sizeof *races; i++)
		add_entry(builder, &races[i]);
	return builder_finish(builder);
}

static const struct entry stands[] = {
    {1, NO_TIME, NO_TIME, "Lamps of the coast", NULL, "Hall", NULL, NULL, NULL, false},
    {1, 1030, 3430, "A whole day of signals", NULL, "Tower", NULL, NULL, NULL, false},
    {1, 1100, 1200, "Opening", NULL, "Hall", NULL, NULL, NULL, false},
    {1, 1800, 5800, "The long race", NULL, "Pier", NULL, NULL, NULL, false},
    {3, 1600, 1700, "Prizes", NULL, "Pier", NULL, NULL, NULL, false},
};

struct agenda *sample_fair(void)
{
	struct builder *builder = builder_new("fair.md");

	builder_event(builder)->title = builder_text(builder, "Fair of lights");
	for (size_t i = 0; i < sizeof stands / sizeof *stands; i++) {
		add_entry(builder, &stands[i]);
		if (stands[i].start == NO_TIME)
			builder_session_at(builder, i)->days = 3;
	}
	return builder_finish(builder);
}

struct agenda *sample_empty(void)
{
	struct builder *builder = builder_new(NULL);

	builder_event(builder)->title = builder_text(builder, "A meeting yet to be planned");
	return builder_finish(builder);
}

/* At random */

static unsigned next_number(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static const char *const words[] = {
    "lamp",
    "東京の灯台",
    "שלום",
    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
    "🏮",
    "a",
    "whale-oil-free",
    "Ünïcödé",
    "\xE2\x80\x8D",
    "สวัสดี",
    "한국어",
    "ﬁ",
    "—",
    "x\xCC\xB6",
};

static const char *random_title(struct builder *builder, unsigned *seed)
{
	char title[512] = "";

	for (unsigned i = 0, count = next_number(seed, 12); i < count; i++) {
		strcat(title, words[next_number(seed, sizeof words / sizeof *words)]);
		if (next_number(seed, 4))
			strcat(title, " ");
	}
	return builder_text(builder, title);
}

/* Words, and links among them, some of which are wide or long. */
static struct markup random_abstract(struct builder *builder, unsigned *seed)
{
	struct buffer text = {0};
	struct markup markup = {.kind = MARKUP_MARKDOWN, .line = 1};

	buffer_puts(&text, random_title(builder, seed));
	for (unsigned i = next_number(seed, 9); i > 4; i--)
		buffer_printf(&text, "%s[%s x](%s%u)", next_number(seed, 2) ? "\n\n" : " ",
			      words[next_number(seed, sizeof words / sizeof *words)],
			      next_number(seed, 3) ? "https://lanterns.example/a/long/way/to/go/"
						   : "map-",
			      next_number(seed, 3));
	markup.text = builder_lines(builder, buffer_text(&text), text.length);
	buffer_free(&text);
	return markup;
}

/* Some sessions have none of each, so that "not said" is one of the values, too. */
static void add_random_traits(struct builder *builder, struct session *session, unsigned *seed)
{
	static const char *const languages[] = {"fr", "en", "de, en", "Klingon", "", "pt-BR"};
	char name[32];

	for (unsigned i = next_number(seed, 3); i > 0; i--) {
		snprintf(name, sizeof name, "theme %u", next_number(seed, 9));
		builder_session_theme(
		    builder, builder_theme(builder, name, random_title(builder, seed), NULL, 0));
	}
	snprintf(name, sizeof name, "room %u", next_number(seed, 5));
	if (next_number(seed, 2))
		builder_session_room(builder, builder_room(builder, name));
	if (next_number(seed, 3))
		session->language = builder_text(builder, languages[next_number(seed, 6)]);
	snprintf(name, sizeof name, "format %u", next_number(seed, 4));
	if (next_number(seed, 3))
		builder_session_format(builder, builder_format(builder, name, NULL, 0));
	for (unsigned i = next_number(seed, 4); i > 0; i--) {
		const char *speaker = next_number(seed, 3) ? NULL : random_title(builder, seed);

		snprintf(name, sizeof name, "Person %u", next_number(seed, 25));
		builder_session_speaker(builder,
					builder_speaker(builder, speaker ? speaker : name));
	}
}

static void add_random(struct builder *builder, unsigned *seed, unsigned days)
{
	struct session *session = builder_session(builder);

	session->title = random_title(builder, seed);
	if (next_number(seed, 20))
		session->day = first_day() + (civil_day)next_number(seed, days);
	if (session->day != CIVIL_NONE && next_number(seed, 6)) {
		session->start =
		    civil_moment_of(session->day, 6 * 60 + (int)next_number(seed, 20 * 12) * 5);
		if (next_number(seed, 3))
			session->end = session->start + (int)next_number(seed, 30) * 5;
		if (!next_number(seed, 15))
			session->end = session->start + (int)next_number(seed, 40) * 60;
	} else if (!next_number(seed, 3)) {
		session->days = (int)next_number(seed, 5);
	}
	session->cancelled = !next_number(seed, 15);
	session->abstract = random_abstract(builder, seed);
	if (!next_number(seed, 4))
		session->url = builder_text(builder, "https://lanterns.example/session");
	add_random_traits(builder, session, seed);
}

struct agenda *sample_random(unsigned seed)
{
	struct builder *builder = builder_new(NULL);
	unsigned count = next_number(&seed, 4) ? next_number(&seed, 60) : next_number(&seed, 4);
	unsigned days = 1 + next_number(&seed, 5);

	builder_event(builder)->title = random_title(builder, &seed);
	builder_event(builder)->place = random_title(builder, &seed);
	for (unsigned i = 0; i < count; i++)
		add_random(builder, &seed, days);
	return builder_finish(builder);
}

struct agenda *sample_large(int sessions, int days)
{
	struct builder *builder = builder_new(NULL);

	builder_event(builder)->title = builder_text(builder, "A very large meeting");
	for (int i = 0; i < sessions; i++) {
		struct session *session = builder_session(builder);
		char text[64];

		snprintf(text, sizeof text, "Session number %d", i);
		session->title = builder_text(builder, text);
		session->day = first_day() + i % days;
		session->start = civil_moment_of(session->day, 8 * 60 + i % 600);
		session->end = session->start + 30;
		snprintf(text, sizeof text, "Theme %d", i % 40);
		builder_session_theme(builder, builder_theme(builder, text, NULL, NULL, 0));
	}
	return builder_finish(builder);
}

/* What the titles of a congress are made of. */
static const char *const openings[] = {
    "Introduction to",	"The hidden life of", "How not to build",
    "A field guide to", "Twenty years of",    "What we learned from",
};
static const char *const subjects[] = {
    "paper satellites", "tidal clocks",	 "the post office of the moon",
    "borrowed bridges", "talking looms", "maps without a north",
    "quiet engines",
};
static const char *const tracks[] = {
    "Paper & Ink", "Water, Weather & Tides", "Bridges", "Looms", "Clocks", "The Moon", "Kites",
};

enum { CONGRESS_DAYS = 4, CONGRESS_ROOMS = 72, CONGRESS_TRACKS = 28, CONGRESS_SESSIONS = 1000 };

static void add_congress_session(struct builder *builder, int number)
{
	static const char *const languages[] = {"en", "de", "de, en"};
	struct session *session = builder_session(builder);
	char text[80];

	snprintf(text, sizeof text, "%s %s", openings[number % 6], subjects[number % 7]);
	session->title = builder_text(builder, text);
	session->day = first_day() + number % CONGRESS_DAYS;
	/* From 10:00 until 02:55 the night after. */
	session->start = civil_moment_of(session->day, 10 * 60 + number * 35 % 1020);
	session->end = session->start + 20 + number % 5 * 15;
	session->language = builder_text(builder, languages[number % 3]);
	snprintf(text, sizeof text, "Hall %d", number / CONGRESS_DAYS % CONGRESS_ROOMS + 1);
	builder_session_room(builder, builder_room(builder, text));
	snprintf(text, sizeof text, "Person %d", number % 611);
	builder_session_speaker(builder, builder_speaker(builder, text));
	builder_session_theme(builder, number % 11 ? number / CONGRESS_DAYS % CONGRESS_TRACKS : -1);
	builder_session_format(builder,
			       builder_format(builder, number % 3 ? "Talk" : "Workshop", NULL, 0));
}

struct agenda *sample_congress(void)
{
	struct builder *builder = builder_new("congress.xml");
	char text[80];

	builder_event(builder)->title = builder_text(builder, "8th Congress of Tinkerers");
	builder_event(builder)->acronym = builder_text(builder, "tink8");
	for (int i = 0; i < CONGRESS_TRACKS; i++) {
		static const char *const colours[] = {"#f9b000", "#e40429", "#00a356", NULL};

		snprintf(text, sizeof text, i < 7 ? "%s" : "%s devroom %d", tracks[i % 7], i / 7);
		builder_theme(builder, text, NULL, colours[i % 4], 0);
	}
	for (int i = 0; i < CONGRESS_SESSIONS; i++)
		add_congress_session(builder, i);
	return builder_finish(builder);
}
