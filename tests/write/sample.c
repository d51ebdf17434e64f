#include "config.h"

#include "sample.h"

#include "model/builder.h"

static civil_day first_day(void)
{
	return civil_day_of((struct civil_date){2024, 6, 13});
}

civil_moment sample_moment(int hour, int minute)
{
	return civil_moment_of(first_day(), hour * 60 + minute);
}

static const char introduction[] =
    "Two days by the sea with [the keepers](https://keepers.example/), with\n"
    "*lamps, ropes and fog* — and a [map of the coast](https://keepers.example/map).";

static const char body[] =
    "Three themes this year:\n\n"
    "* Lenses, how they are cut\n"
    "* Knots\n"
    "* Fog & horns\n\n"
    "## Programme\n\n"
    "### Thursday 13 June\n\n"
    "* 9:30 Opening\n"
    "* 10:00 – 11:00 **Tour of the tower** with Ada Swell, who kept it for thirty years\n\n"
    "| room | seats |\n|---|---|\n| Tower | 12 |\n\n"
    "Questions? crew@keepers.example, or <https://keepers.example/a/very/long/address/that/no/line/"
    "can/hold/in/one/piece/without/being/broken/somewhere/in/the/middle>\n\n"
    "![Lamp](/lamp.png) [Sign up](https://sign.example/one)\n";

static void describe_event(struct builder *b)
{
	struct event *event = builder_event(b);

	event->title = builder_text(b, "Rencontre des phares");
	event->start = sample_moment(9, 30);
	event->end = sample_moment(24 + 17, 0);
	event->start_has_time = event->end_has_time = true;
	event->offset = 120;
	event->zone = builder_text(b, "Europe/Paris");
	event->published = first_day() - 40;
	event->place = builder_text(b, "Halle aux cordages");
	event->address = builder_text(b, "2 quai du Nord, 29000 Port-Neuf");
	event->introduction = (struct markup){introduction, MARKUP_MARKDOWN, 4};
	event->body = (struct markup){body, MARKUP_MARKDOWN, 20};
	builder_add_category(b, "Meeting");
	builder_add_tag(b, "sea");
	builder_add_tag(b, "light");
	builder_add_image(b, "/lamp.png", "A lighthouse at night");
	builder_add_info(b, "How to get there?", "Bus 3\nor on foot along the harbour", NULL, 5);
	builder_add_info(b, "Sign up", "alone", "https://sign.example/one", 6);
	builder_add_info(b, "Sign up", "as a group", "https://sign.example/many", 7);
	builder_add_info(b, "Questions", "crew@keepers.example", NULL, 8);
}

static struct session *add(struct builder *b, int day, const char *title, civil_moment start,
			   civil_moment end)
{
	struct session *s = builder_session(b);

	s->title = builder_text(b, title);
	s->day = first_day() + day;
	s->start = start;
	s->end = end;
	return s;
}

static void add_tour(struct builder *b)
{
	struct session *s =
	    add(b, 0, "Tour of the tower", sample_moment(10, 0), sample_moment(11, 0));

	s->language = builder_text(b, "fr");
	s->url = builder_text(b, "https://keepers.example/tour");
	s->subtitle = builder_text(b, "Two hundred steps");
	s->abstract = (struct markup){"Stands in the page: not said twice.", MARKUP_PLAIN, 0};
	s->written = builder_text(b, "10:00 – 11:00 Tour of the tower with Ada Swell");
	s->geo = (struct geo){48.7231, -3.9865, true};
	builder_session_room(b, builder_room(b, "Tower"));
	builder_session_speaker(b, builder_speaker(b, "Ada Swell"));
	builder_session_speaker(b, builder_speaker(b, "Jo Kelp"));
	builder_session_theme(b, builder_theme(b, "Lenses", NULL, NULL, 0));
	builder_session_format(b, builder_format(b, "visit", NULL, 0));
	builder_session_link(b, "https://keepers.example/map", "Map of the coast");
	builder_session_link(b, "https://keepers.example/tour", "the same again");
	builder_session_link(b, "https://keepers.example/steps?from=quay&to=lamp-room&count=200",
			     NULL);
}

static void add_first_day(struct builder *b)
{
	struct session *s;

	builder_day_label(b, first_day(), "Land");
	add(b, 0,
	    "An exhibition of old horns, open as long as the doors of the hall are, free for all",
	    CIVIL_NONE, CIVIL_NONE);
	add(b, 0, "Opening", sample_moment(9, 30), CIVIL_NONE);
	add_tour(b);
	s = add(b, 0, "Talk: ropes", sample_moment(14, 0), CIVIL_NONE);
	s->url = builder_text(b, "https://ropes.example/talk");
	s->abstract = (struct markup){"<p>From hemp to nylon, with <a "
				      "href=\"https://ropes.example/\">samples</a>.</p><ul><li>"
				      "bring gloves</li></ul>",
				      MARKUP_HTML, 0};
	add(b, 0, "Workshop: tying knots in the dark, for two hands, one hand, and no hands at all",
	    sample_moment(14, 0), CIVIL_NONE);
	builder_session_room(b, builder_room(b, "Loft"));
	builder_session_theme(b, builder_theme(b, "Knots", NULL, NULL, 0));
	add(b, 0, "Fog horn concert", sample_moment(16, 0), sample_moment(17, 0))->cancelled = true;
	add(b, 0, "Ball\tof the keepers", sample_moment(19, 0), sample_moment(25, 0));
}

static void add_other_days(struct builder *b)
{
	add(b, 1, "Dawn walk", CIVIL_NONE, CIVIL_NONE);
	add(b, 1, "Swim", CIVIL_NONE, CIVIL_NONE);
	add(b, 1, NULL, CIVIL_NONE, CIVIL_NONE);
	add(b, 0, "Next meeting", CIVIL_NONE, CIVIL_NONE)->day = CIVIL_NONE;
}

struct agenda *sample_agenda(void)
{
	static const int workshop[] = {90, 180}, talk[] = {60};
	struct builder *b = builder_new("sample.md");

	describe_event(b);
	builder_theme(b, "Lenses", "how they are cut", NULL, 30);
	builder_theme(b, "Knots", NULL, NULL, 31);
	builder_theme(b, "Fog & horns", NULL, NULL, 32);
	builder_format(b, "workshop", workshop, 2);
	builder_format(b, "talk", talk, 1);
	add_first_day(b);
	add_other_days(b);
	return builder_finish(b);
}

void sample_keep(struct bookmarks *bookmarks, const struct agenda *agenda)
{
	char id[] = "2024-06-13-ice-cream", title[] = "Ice cream", room[] = "Quay";
	char note[] = "bring the small rope";
	struct bookmark lost = {.id = id,
				.title = title,
				.room = room,
				.day = first_day(),
				.start = sample_moment(15, 0),
				.end = CIVIL_NONE};

	for (size_t i = 2; i < 5; i++) {
		struct bookmark kept = {.id = (char *)agenda->sessions[i].id};

		kept.note = i == 3 ? note : NULL;
		kept.day = kept.start = kept.end = CIVIL_NONE;
		bookmarks_set(bookmarks, &kept);
	}
	bookmarks_set(bookmarks, &lost);
}
