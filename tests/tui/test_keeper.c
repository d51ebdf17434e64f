#include "config.h"

#include "sample.h"

#include "base/memory.h"
#include "model/query.h"
#include "tui/keeper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>

struct fixture {
	struct agenda *agenda;
	struct keeper keeper;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_alloc(1, sizeof *fixture);

	fixture->agenda = sample_lanterns();
	keeper_begin(&fixture->keeper, fixture->agenda);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	keeper_free(&fixture->keeper);
	agenda_free(fixture->agenda);
	free(fixture);
	return 0;
}

static struct keeper *keeper_of(void **state)
{
	return &((struct fixture *)*state)->keeper;
}

/* The answer to an effect on a session. */
static void answer(struct keeper *keeper, uint32_t session, enum effect_kind what, bool done)
{
	keeper_answer(keeper, what, keeper->agenda->sessions[session].id, done);
}

static void keeping_shows_at_once(void **state)
{
	struct keeper *keeper = keeper_of(state);
	struct effect effect = keeper_toggle(keeper, 3);

	assert_int_equal(effect.kind, EFFECT_SAVE);
	assert_int_equal(effect.session, 3);
	assert_null(effect.note);
	assert_true(keeper_has(keeper, 3));
	assert_int_equal(keeper_count(keeper), 1);
	answer(keeper, 3, EFFECT_SAVE, true);
	assert_true(keeper_has(keeper, 3));
	assert_int_equal(keeper_toggle(keeper, 3).kind, EFFECT_REMOVE);
	assert_false(keeper_has(keeper, 3));
	answer(keeper, 3, EFFECT_REMOVE, true);
	assert_false(keeper_has(keeper, 3));
}

static void what_fails_is_taken_back(void **state)
{
	struct keeper *keeper = keeper_of(state);

	keeper_toggle(keeper, 3);
	answer(keeper, 3, EFFECT_SAVE, false);
	assert_false(keeper_has(keeper, 3));
	keeper_toggle(keeper, 3);
	answer(keeper, 3, EFFECT_SAVE, true);
	keeper_toggle(keeper, 3);
	answer(keeper, 3, EFFECT_REMOVE, false);
	assert_true(keeper_has(keeper, 3));
	assert_false(keeper_can_undo(keeper)); /* it is still there: there is nothing to undo */
}

/* A second key before the answer to the first: the last answer settles it. */
static void quick_changes_settle_as_the_disk_says(void **state)
{
	struct keeper *keeper = keeper_of(state);

	keeper_toggle(keeper, 3);
	keeper_toggle(keeper, 3);
	assert_false(keeper_has(keeper, 3));
	answer(keeper, 3, EFFECT_SAVE, true);
	assert_false(keeper_has(keeper, 3)); /* what the user wants still shows */
	answer(keeper, 3, EFFECT_REMOVE, false);
	assert_true(keeper_has(keeper, 3)); /* but it could not be removed */

	keeper_toggle(keeper, 5);
	keeper_toggle(keeper, 5);
	answer(keeper, 5, EFFECT_SAVE, false);
	answer(keeper, 5, EFFECT_REMOVE, true);
	assert_false(keeper_has(keeper, 5));
}

static void undoing_brings_the_note_back(void **state)
{
	struct keeper *keeper = keeper_of(state);
	const struct session *sessions = keeper->agenda->sessions;
	struct bookmarks disk = {0};
	struct bookmark noted = {.id = (char *)sessions[3].id, .note = (char *)"front row"};
	struct effect effect;

	bookmarks_set(&disk, &noted);
	keeper_load(keeper, &disk);
	assert_false(keeper_can_undo(keeper));
	keeper_toggle(keeper, 3);
	answer(keeper, 3, EFFECT_REMOVE, true);
	keeper_toggle(keeper, 4);
	keeper_toggle(keeper, 4);
	assert_true(keeper_can_undo(keeper));
	effect = keeper_undo(keeper);
	assert_int_equal(effect.session, 4);
	assert_null(effect.note);
	effect = keeper_undo(keeper);
	assert_int_equal(effect.kind, EFFECT_RESTORE);
	assert_string_equal(effect.id, sessions[3].id);
	assert_false(keeper_can_undo(keeper));
	answer(keeper, 3, EFFECT_RESTORE, true);
	assert_string_equal(bookmarks_find(&keeper->shown, sessions[3].id)->note, "front row");
	bookmarks_free(&disk);
}

static void what_is_kept_again_needs_no_undo(void **state)
{
	struct keeper *keeper = keeper_of(state);

	keeper_toggle(keeper, 3);
	keeper_toggle(keeper, 3);
	keeper_toggle(keeper, 3);
	assert_false(keeper_can_undo(keeper));
	keeper_toggle(keeper, 3);
	assert_true(keeper_can_undo(keeper));
	assert_int_equal(keeper_undo(keeper).session, 3);
}

/* The disk is read while an answer is awaited: what was asked for still shows. */
static void loading_keeps_what_is_awaited(void **state)
{
	struct keeper *keeper = keeper_of(state);
	struct bookmarks disk = {0};
	struct bookmark other = {.id = (char *)keeper->agenda->sessions[6].id};
	struct bookmark gone = {
	    .id = (char *)"nowhere", .title = (char *)"Gone", .day = CIVIL_NONE};

	keeper_toggle(keeper, 3);
	bookmarks_set(&disk, &other);
	bookmarks_set(&disk, &gone);
	keeper_load(keeper, &disk);
	assert_true(keeper_has(keeper, 3));
	assert_true(keeper_has(keeper, 6));
	assert_int_equal(keeper_count(keeper), 3);
	assert_int_equal(keeper->gone.count, 1);
	assert_string_equal(keeper->shown.items[keeper->gone.items[0]].title, "Gone");
	answer(keeper, 3, EFFECT_SAVE, false);
	assert_false(keeper_has(keeper, 3));
	assert_int_equal(keeper_count(keeper), 2);
	bookmarks_free(&disk);
}

/* Most answers only say that what is shown is so. */
static void what_changes_nothing_says_so(void **state)
{
	struct keeper *keeper = keeper_of(state);
	struct bookmarks disk = {0};
	const char *id = keeper->agenda->sessions[3].id;

	keeper_toggle(keeper, 3);
	assert_false(keeper_answer(keeper, EFFECT_SAVE, id, true));
	bookmarks_copy(&disk, &keeper->shown);
	assert_false(keeper_load(keeper, &disk));
	keeper_note(keeper, id, "bring a lamp");
	assert_true(keeper_answer(keeper, EFFECT_NOTE, id, false)); /* taken back */
	keeper_note(keeper, id, "bring a lamp");
	assert_false(keeper_answer(keeper, EFFECT_NOTE, id, true));
	assert_true(keeper_load(keeper, &disk)); /* another window took it back */
	assert_null(keeper_bookmark(keeper, 3)->note);
	keeper_toggle(keeper, 3);
	assert_false(keeper_answer(keeper, EFFECT_REMOVE, id, true));
	assert_true(keeper_load(keeper, &disk)); /* and another one kept it again */
	assert_true(keeper_has(keeper, 3));
	bookmarks_free(&disk);
}

static void a_note_keeps_its_session(void **state)
{
	struct keeper *keeper = keeper_of(state);
	struct effect effect = keeper_note(keeper, keeper->agenda->sessions[3].id, "bring a lamp");

	assert_int_equal(effect.kind, EFFECT_NOTE);
	assert_int_equal(effect.session, 3);
	assert_string_equal(effect.id, keeper->agenda->sessions[3].id);
	assert_string_equal(effect.note, "bring a lamp");
	assert_true(keeper_has(keeper, 3) && keeper_has_note(keeper, 3));
	keeper_answer(keeper, EFFECT_NOTE, effect.id, true);
	effect = keeper_note(keeper, keeper->agenda->sessions[3].id, NULL);
	assert_null(effect.note);
	assert_true(keeper_has(keeper, 3));
	assert_false(keeper_has_note(keeper, 3));
	keeper_answer(keeper, EFFECT_NOTE, keeper->agenda->sessions[3].id, false);
	assert_string_equal(keeper_bookmark(keeper, 3)->note, "bring a lamp");
	keeper_note(keeper, keeper->agenda->sessions[5].id, "never on disk");
	keeper_answer(keeper, EFFECT_NOTE, keeper->agenda->sessions[5].id, false);
	assert_false(keeper_has(keeper, 5));
	assert_null(keeper_bookmark(keeper, 5));
}

static void what_is_gone_can_be_noted(void **state)
{
	struct bookmark gone = {
	    .id = (char *)"gone", .title = (char *)"Tar", .note = (char *)"old", .day = CIVIL_NONE};
	struct keeper *keeper = keeper_of(state);
	struct bookmarks disk = {0};
	struct effect effect;

	bookmarks_set(&disk, &gone);
	keeper_load(keeper, &disk);
	effect = keeper_note(keeper, "gone", "new");
	assert_int_equal(effect.kind, EFFECT_NOTE);
	assert_int_equal(effect.session, EFFECT_NO_SESSION);
	assert_string_equal(effect.note, "new");
	keeper_load(keeper, &disk); /* from before it was written */
	assert_string_equal(bookmarks_find(&keeper->shown, "gone")->note, "new");
	keeper_answer(keeper, EFFECT_NOTE, "gone", true);
	assert_string_equal(bookmarks_find(&keeper->shown, "gone")->note, "new");
	assert_string_equal(bookmarks_find(&keeper->shown, "gone")->title, "Tar");
	keeper_note(keeper, "gone", NULL);
	keeper_answer(keeper, EFFECT_NOTE, "gone", false);
	assert_string_equal(bookmarks_find(&keeper->shown, "gone")->note, "new");
	bookmarks_free(&disk);
}

static bool takes_place(const struct keeper *keeper, uint32_t session)
{
	return keeper_has(keeper, session) && !keeper->agenda->sessions[session].cancelled;
}

/* The one pass over the starts finds what comparing every pair does; what is cancelled takes no
 * time. */
static void overlaps_are_all_found(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 300; seed++) {
		struct agenda *agenda = sample_random(seed);
		struct keeper keeper;

		keeper_begin(&keeper, agenda);
		for (uint32_t i = 0; i < agenda->session_count; i++)
			if ((i * 7 + seed) % 3)
				keeper_toggle(&keeper, i);
		for (uint32_t i = 0; i < agenda->session_count; i++) {
			bool overlaps = false;

			for (uint32_t j = 0; j < agenda->session_count; j++)
				overlaps |=
				    i != j && takes_place(&keeper, i) && takes_place(&keeper, j) &&
				    query_overlap(&agenda->sessions[i], &agenda->sessions[j]);
			assert_int_equal(keeper_overlaps(&keeper, i), overlaps);
		}
		keeper_free(&keeper);
		agenda_free(agenda);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(keeping_shows_at_once, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_fails_is_taken_back, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(quick_changes_settle_as_the_disk_says, set_up,
					    tear_down),
	    cmocka_unit_test_setup_teardown(undoing_brings_the_note_back, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_is_kept_again_needs_no_undo, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(loading_keeps_what_is_awaited, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_changes_nothing_says_so, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_note_keeps_its_session, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_is_gone_can_be_noted, set_up, tear_down),
	    cmocka_unit_test(overlaps_are_all_found),
	};

	return cmocka_run_group_tests_name("keeper", tests, NULL, NULL);
}
