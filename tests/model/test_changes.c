#include "config.h"

#include "model/builder.h"
#include "model/changes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

/* A session of a programme; NULL and -1 stand for nothing. Hours count from Monday's midnight. */
struct entry {
	const char *id, *title, *room, *speakers[3];
	int start, end;
	bool cancelled;
};

static const struct entry before[] = {
    {"keynote", "Keynote", "Hall", {"Ann"}, 9, 10, false},
    {"bread", "Baking bread", "Kitchen", {"Bo", "Cy"}, 11, 12, false},
    {"walk", "A walk", NULL, {NULL}, 14, -1, false},
    {"songs", "Songs", "Garden", {NULL}, 33, 34, false},
    {"exhibition", "Exhibition", NULL, {NULL}, -1, -1, false},
    {"rain", "Rain", "Hall", {NULL}, 35, 36, true},
};

enum { BEFORE = sizeof before / sizeof *before, MOST = 20 };

static civil_day monday(void)
{
	return civil_day_of((struct civil_date){2024, 5, 13});
}

static void add(struct builder *b, const struct entry *entry)
{
	struct session *s = builder_session(b);

	s->id = builder_text(b, entry->id);
	s->title = builder_text(b, entry->title);
	s->day = monday() + (entry->start >= 24);
	s->start = entry->start < 0 ? CIVIL_NONE : civil_moment_of(monday(), entry->start * 60);
	s->end = entry->end < 0 ? CIVIL_NONE : civil_moment_of(monday(), entry->end * 60);
	s->cancelled = entry->cancelled;
	builder_session_room(b, builder_room(b, entry->room));
	for (int i = 0; i < 3 && entry->speakers[i]; i++)
		builder_session_speaker(b, builder_speaker(b, entry->speakers[i]));
}

static struct agenda *make(const struct entry *entries, size_t count)
{
	struct builder *b = builder_new("made.md");

	builder_event(b)->title = builder_text(b, "Village fair");
	for (size_t i = 0; i < count; i++)
		add(b, &entries[i]);
	return builder_finish(b);
}

/* The programme as it was, to be revised. */
struct scene {
	struct entry entries[MOST];
	size_t count;
	struct agenda *before, *now;
	struct bookmarks kept;
	struct changes changes;
};

static int set_up(void **state)
{
	struct scene *scene = calloc(1, sizeof *scene);

	scene->before = make(before, BEFORE);
	memcpy(scene->entries, before, sizeof before);
	scene->count = BEFORE;
	bookmarks_keep_all(&scene->kept, scene->before);
	*state = scene;
	return 0;
}

static int tear_down(void **state)
{
	struct scene *scene = *state;

	changes_free(&scene->changes);
	bookmarks_free(&scene->kept);
	agenda_free(scene->before);
	agenda_free(scene->now);
	free(scene);
	return 0;
}

static struct entry *entry_of(struct scene *scene, const char *id)
{
	for (size_t i = 0; i < scene->count; i++)
		if (!strcmp(scene->entries[i].id, id))
			return &scene->entries[i];
	fail_msg("no entry %s", id);
	return NULL;
}

static void take_away(struct scene *scene, const char *id)
{
	struct entry *entry = entry_of(scene, id);

	*entry = scene->entries[--scene->count];
}

static void publish(struct scene *scene)
{
	agenda_free(scene->now);
	scene->now = make(scene->entries, scene->count);
}

static void look_since(struct scene *scene)
{
	publish(scene);
	changes_since(&scene->changes, &scene->kept, scene->now);
}

static void look_between(struct scene *scene)
{
	publish(scene);
	changes_between(&scene->changes, scene->before, scene->now);
}

/* One change of what had or has an id, and no other than of these. */
static const struct change *assert_change(struct scene *scene, const char *id, unsigned what)
{
	const struct change *change = changes_find_id(&scene->changes, id);

	if (!change)
		change = changes_find(&scene->changes, agenda_find_session(scene->now, id));
	assert_non_null(change);
	assert_int_equal(change->what, what);
	return change;
}

static const char *id_of(const struct scene *scene, int session)
{
	return session < 0 ? "none" : scene->now->sessions[session].id;
}

static void nothing_changes_by_itself(void **state)
{
	struct scene *scene = *state;

	look_since(scene);
	assert_int_equal(scene->changes.count, 0);
	look_between(scene);
	assert_int_equal(scene->changes.count, 0);
}

static void what_differs_is_told(void **state)
{
	struct scene *scene = *state;

	entry_of(scene, "keynote")->start = 8;
	entry_of(scene, "bread")->room = "Barn";
	entry_of(scene, "bread")->title = "Baking good bread";
	entry_of(scene, "walk")->end = 15;
	entry_of(scene, "walk")->speakers[0] = "Di";
	entry_of(scene, "songs")->cancelled = true;
	entry_of(scene, "exhibition")->room = "Cellar";
	entry_of(scene, "rain")->cancelled = false;
	look_since(scene);
	assert_int_equal(scene->changes.count, 6);
	assert_change(scene, "keynote", CHANGES_MOVED);
	assert_change(scene, "bread", CHANGES_ROOM | CHANGES_TITLE);
	assert_change(scene, "walk", CHANGES_END | CHANGES_SPEAKERS);
	assert_change(scene, "songs", CHANGES_CANCELLED);
	assert_change(scene, "exhibition", CHANGES_ROOM);
	assert_change(scene, "rain", CHANGES_REVIVED);
	for (size_t i = 0; i < scene->changes.count; i++) { /* in programme order */
		const struct change *change = &scene->changes.items[i];

		assert_int_equal(change->session, (int)i);
		assert_int_equal(change->successor, -1);
		assert_string_equal(change->before->id, id_of(scene, change->session));
		assert_ptr_equal(changes_find(&scene->changes, change->session), change);
	}
}

static void another_day_is_a_move(void **state)
{
	struct scene *scene = *state;

	entry_of(scene, "walk")->start += 24;
	entry_of(scene, "exhibition")->start = 10;
	entry_of(scene, "songs")->start = -1;
	entry_of(scene, "songs")->end = -1;
	look_since(scene);
	assert_int_equal(scene->changes.count, 3);
	assert_change(scene, "walk", CHANGES_MOVED);
	assert_change(scene, "exhibition", CHANGES_MOVED);
	assert_change(scene, "songs", CHANGES_MOVED);
}

static void the_order_of_rooms_is_no_change(void **state)
{
	struct scene *scene = *state;
	char both[] = "Kitchen, Hall";
	struct bookmark bookmark = *bookmarks_find(&scene->kept, "bread");

	publish(scene);
	bookmark.room = both;
	assert_int_equal(
	    changes_of(&bookmark, scene->now, (size_t)agenda_find_session(scene->now, "bread")),
	    CHANGES_ROOM);
	memcpy(both, "Kitchen", sizeof "Kitchen");
	assert_int_equal(
	    changes_of(&bookmark, scene->now, (size_t)agenda_find_session(scene->now, "bread")), 0);
}

static void little_known_is_no_change(void **state)
{
	struct scene *scene = *state;
	char id[] = "keynote";
	struct bookmark bookmark = {
	    .id = id, .day = CIVIL_NONE, .start = CIVIL_NONE, .end = CIVIL_NONE};

	bookmarks_set(&scene->kept, &bookmark);
	look_since(scene);
	assert_int_equal(scene->changes.count, 0);
}

static void a_long_title_that_was_cut_is_no_change(void **state)
{
	struct scene *scene = *state;
	char title[10000];

	memset(title, 'x', sizeof title - 1);
	title[sizeof title - 1] = '\0';
	entry_of(scene, "keynote")->title = title;
	publish(scene);
	bookmarks_keep_all(&scene->kept, scene->now);
	scene->kept.items[2].title[8000] = '\0';
	assert_string_equal(scene->kept.items[2].id, "keynote");
	look_since(scene);
	assert_int_equal(scene->changes.count, 0);
}

static void what_is_gone_proposes_its_successor(void **state)
{
	struct scene *scene = *state;
	const struct change *change;

	entry_of(scene, "bread")->id = "bread-2";
	entry_of(scene, "bread-2")->title = "BAKING  BREAD";
	entry_of(scene, "bread-2")->start = 34;
	take_away(scene, "walk");
	look_since(scene);
	assert_int_equal(scene->changes.count, 2);
	change = assert_change(scene, "bread", CHANGES_GONE);
	assert_int_equal(change->session, -1);
	assert_string_equal(id_of(scene, change->successor), "bread-2");
	change = assert_change(scene, "walk", CHANGES_GONE);
	assert_int_equal(change->successor, -1);
	assert_string_equal(scene->changes.items[0].before->id, "bread"); /* where it stood */
}

static void other_speakers_are_another_session(void **state)
{
	static const struct {
		const char *speakers[3];
		bool succeeds;
	} cases[] = {
	    {{"Bo", "Cy"}, true},	 {{"Cy", "Bo"}, true}, {{"Bo"}, false},
	    {{"Bo", "Cy", "Di"}, false}, {{NULL}, false},
	};
	struct scene *scene = *state;

	entry_of(scene, "bread")->id = "bread-2";
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		memcpy(entry_of(scene, "bread-2")->speakers, cases[i].speakers,
		       sizeof cases[i].speakers);
		look_since(scene);
		assert_int_equal(assert_change(scene, "bread", CHANGES_GONE)->successor >= 0,
				 cases[i].succeeds);
	}
}

static void of_several_the_nearest_succeeds(void **state)
{
	struct scene *scene = *state;

	entry_of(scene, "walk")->id = "walk-a";
	entry_of(scene, "walk-a")->start = 40;
	scene->entries[scene->count++] =
	    (struct entry){"walk-b", "A walk", NULL, {NULL}, 16, -1, false};
	scene->entries[scene->count++] =
	    (struct entry){"walk-c", "A walk", NULL, {NULL}, 15, -1, true}; /* cancelled */
	look_since(scene);
	assert_string_equal(id_of(scene, assert_change(scene, "walk", CHANGES_GONE)->successor),
			    "walk-b");
}

static void a_successor_succeeds_one_alone(void **state)
{
	struct scene *scene = *state;
	struct bookmark twin = *bookmarks_find(&scene->kept, "walk");
	char id[] = "walk-before";

	twin.id = id;
	twin.start -= 60;
	bookmarks_set(&scene->kept, &twin);
	entry_of(scene, "walk")->id = "walk-now";
	look_since(scene);
	assert_int_equal(scene->changes.count, 2);
	assert_string_equal(
	    id_of(scene, assert_change(scene, "walk-before", CHANGES_GONE)->successor), "walk-now");
	assert_int_equal(assert_change(scene, "walk", CHANGES_GONE)->successor, -1);
}

/* What the user keeps already needs not be kept instead. */
static void what_is_kept_succeeds_nothing(void **state)
{
	struct scene *scene = *state;

	scene->entries[scene->count++] =
	    (struct entry){"walk-2", "A walk", NULL, {NULL}, 15, -1, false};
	publish(scene);
	bookmarks_keep_all(&scene->kept, scene->now);
	take_away(scene, "walk");
	look_since(scene);
	assert_int_equal(assert_change(scene, "walk", CHANGES_GONE)->successor, -1);
}

static void editions_are_compared(void **state)
{
	struct scene *scene = *state;
	const struct change *change;

	entry_of(scene, "keynote")->room = "Barn";
	take_away(scene, "songs");
	entry_of(scene, "bread")->id = "bread-2"; /* the same by another name */
	entry_of(scene, "walk")->id = "walk-2";
	entry_of(scene, "walk-2")->start = 15;
	scene->entries[scene->count++] =
	    (struct entry){"dance", "Dance", "Barn", {NULL}, 20, 25, false};
	look_between(scene);
	assert_int_equal(scene->changes.count, 4);
	assert_change(scene, "keynote", CHANGES_ROOM);
	change = assert_change(scene, "walk", CHANGES_MOVED);
	assert_string_equal(id_of(scene, change->session), "walk-2");
	assert_int_equal(change->successor, -1);
	change = assert_change(scene, "dance", CHANGES_NEW);
	assert_null(change->before);
	assert_int_equal(assert_change(scene, "songs", CHANGES_GONE)->session, -1);
}

/* As large as any, with every id another. */
static void many_are_compared_at_once(void **state)
{
	enum { MANY = 20000 };
	struct agenda *agendas[2];
	struct changes changes = {0};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct builder *b = builder_new("made.md");

		for (int n = 0; n < MANY; n++) {
			char id[40], title[40];
			struct entry entry = {id, title, NULL, {NULL}, n % 10 + i, -1, false};

			snprintf(id, sizeof id, "%d-%d", i, n);
			snprintf(title, sizeof title, "Session %d", n);
			add(b, &entry);
		}
		agendas[i] = builder_finish(b);
	}
	changes_between(&changes, agendas[0], agendas[1]);
	assert_int_equal(changes.count, MANY);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(changes.items[i].what, CHANGES_MOVED);
	changes_free(&changes);
	agenda_free(agendas[0]);
	agenda_free(agendas[1]);
}

#define in_a_scene(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    in_a_scene(nothing_changes_by_itself),
	    in_a_scene(what_differs_is_told),
	    in_a_scene(another_day_is_a_move),
	    in_a_scene(the_order_of_rooms_is_no_change),
	    in_a_scene(little_known_is_no_change),
	    in_a_scene(a_long_title_that_was_cut_is_no_change),
	    in_a_scene(what_is_gone_proposes_its_successor),
	    in_a_scene(other_speakers_are_another_session),
	    in_a_scene(of_several_the_nearest_succeeds),
	    in_a_scene(a_successor_succeeds_one_alone),
	    in_a_scene(what_is_kept_succeeds_nothing),
	    in_a_scene(editions_are_compared),
	    cmocka_unit_test(many_are_compared_at_once),
	};

	return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
