#include "config.h"

#include "tui/sentence.h"

#include "base/i18n.h"
#include "present/planned.h"
#include "present/revision.h"
#include "present/title.h"
#include "present/traits.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/news.h"
#include "tui/note.h"
#include "tui/plan_row.h"
#include "tui/row.h"
#include "tui/session_row.h"
#include "tui/session_rows.h"

typedef void sayer(const struct app *app, const struct pane *pane, const struct list_row *row,
		   struct buffer *out);

void sentence_add(struct buffer *out, const char *part)
{
	if (!part || !*part)
		return;
	if (out->length)
		buffer_puts(out, ", ");
	buffer_puts(out, part);
}

/* Adds what a buffer holds, which is empty after. */
static void add(struct buffer *out, struct buffer *part)
{
	sentence_add(out, buffer_text(part));
	buffer_free(part);
}

static void add_count(struct buffer *out, size_t sessions)
{
	struct buffer count = {0};

	session_rows_count(&count, sessions);
	add(out, &count);
}

/* Sessions */

static void add_time(struct buffer *out, const struct session *session)
{
	struct buffer time = {0};

	when_span(&time, session);
	when_nth_day(&time, session);
	sentence_add(out, time.length ? buffer_text(&time) : _("no set time"));
	buffer_free(&time);
}

static void add_rooms(const struct app *app, const struct session *session, struct buffer *out)
{
	for (size_t i = 0; i < session->rooms.count; i++)
		sentence_add(out, app->agenda->rooms[session->rooms.items[i]]);
}

/* What the user has to do with it. */
static void add_keeping(const struct app *app, const struct pane *pane, uint32_t number,
			struct buffer *out)
{
	const struct change *change = keeper_change(&app->keeper, number);

	if (keeper_has(&app->keeper, number))
		/* Translators: of a session that the user keeps. */
		sentence_add(out, C_("session", "kept"));
	if (change)
		sentence_add(out, revision_word(revision_gravest(change->what)));
	if (!pane->planned && keeper_overlaps(&app->keeper, number))
		sentence_add(out, _("overlaps another one that is kept"));
	if (!pane->planned && keeper_has_note(&app->keeper, number))
		sentence_add(out, _("with a note"));
}

static void add_phase(const struct app *app, const struct pane *pane, uint32_t number,
		      struct buffer *out)
{
	enum query_phase phase = session_row_phase(app, number);
	struct buffer relation = {0};

	if (phase == PHASE_PAST)
		sentence_add(out, C_("relation", "over"));
	if (phase == PHASE_NOW)
		sentence_add(out, _("on now"));
	if (phase == PHASE_NEXT)
		sentence_add(out, _("next"));
	if (phase == PHASE_NOW || phase == PHASE_NEXT || (phase == PHASE_LATER && pane->related))
		when_relation(&relation, app->agenda, number, app->now);
	add(out, &relation);
}

static void say_session(const struct app *app, const struct pane *pane, const struct list_row *row,
			struct buffer *out)
{
	const struct session *session = &app->agenda->sessions[row->item];

	if (session->start != CIVIL_NONE || !pane->untimed_apart)
		add_time(out, session);
	sentence_add(out, title_or_none(session->title));
	if (session->cancelled)
		sentence_add(out, _("cancelled"));
	else
		add_phase(app, pane, row->item, out);
	add_keeping(app, pane, row->item, out);
	if (!pane->one_room)
		add_rooms(app, session, out);
}

static void say_gone(const struct app *app, const struct pane *pane, const struct list_row *row,
		     struct buffer *out)
{
	const struct bookmark *bookmark = &app->keeper.shown.items[row->item];
	const struct session session = {.start = bookmark->start, .end = bookmark->end};

	(void)pane;
	if (session.start != CIVIL_NONE)
		add_time(out, &session);
	sentence_add(out, bookmark->title ? bookmark->title : bookmark->id);
	sentence_add(out, _("no longer in the programme"));
}

/* What stands between them in the user's plan */

static void say_spare(const struct app *app, const struct pane *pane, const struct list_row *row,
		      struct buffer *out)
{
	const struct plan_spare *spare = &plan_find(&app->keeper.plan, row->item)->spare;
	const struct session span = {
	    .start = spare->since == PLAN_END_ASSUMED ? CIVIL_NONE : spare->from, .end = spare->to};
	struct buffer part = {0};

	(void)pane;
	when_span(&part, &span);
	add(out, &part);
	planned_spare(&part, spare);
	add(out, &part);
	plan_row_say_choice(app, spare, &part);
	add(out, &part);
}

static void say_rush(const struct app *app, const struct pane *pane, const struct list_row *row,
		     struct buffer *out)
{
	const struct plan_step *step = plan_find(&app->keeper.plan, row->item);
	const struct session *sessions = app->agenda->sessions;

	(void)pane;
	planned_rush(out, app->agenda, &sessions[step->rushed], &sessions[row->item], 0);
}

static void say_overlap(const struct app *app, const struct pane *pane, const struct list_row *row,
			struct buffer *out)
{
	const struct plan_step *step = &app->keeper.plan.items[row->item / PLAN_OVERLAPS];
	const struct session *session = &app->agenda->sessions[step->session];
	const struct session *other =
	    &app->agenda->sessions[step->overlaps[row->item % PLAN_OVERLAPS]];

	(void)pane;
	buffer_printf(out, "%s ", planned_overlap_label(session, other));
	planned_overlap(out, session, other, 0);
}

static void say_note(const struct app *app, const struct pane *pane, const struct list_row *row,
		     struct buffer *out)
{
	struct buffer note = {0};

	(void)pane;
	note_say(&note, app->keeper.shown.items[row->item].note);
	buffer_printf(out, _("Note: %s"), buffer_text(&note));
	buffer_free(&note);
}

static void say_change(const struct app *app, const struct pane *pane, const struct list_row *row,
		       struct buffer *out)
{
	(void)pane;
	sentence_add(out, news_title(app, row->item));
}

static void say_aspect(const struct app *app, const struct pane *pane, const struct list_row *row,
		       struct buffer *out)
{
	struct buffer pair = {0};

	(void)pane;
	sentence_add(out, news_say_aspect(app, row->item, &pair));
	add(out, &pair);
}

/* What the programme is narrowed by */

static void add_chosen(const struct app *app, const struct pane *pane, const struct list_row *row,
		       const char *word, struct buffer *out)
{
	const struct row_place place = {.pane = pane};

	if (row_is_chosen(app, &place, row))
		sentence_add(out, word);
}

static void say_day(const struct app *app, const struct pane *pane, const struct list_row *row,
		    struct buffer *out)
{
	const struct day *day = &app->agenda->days[row->item];

	when_day_medium(out, day->date);
	if (!out->length)
		buffer_puts(out, _("No date"));
	sentence_add(out, day->label);
	if (day->date == app->today)
		sentence_add(out, _("today"));
	add_count(out, filter_count(&app->filter, row->item));
	/* Translators: of the day whose programme is shown. */
	add_chosen(app, pane, row, C_("day", "shown"), out);
}

static void say_theme(const struct app *app, const struct pane *pane, const struct list_row *row,
		      struct buffer *out)
{
	bool filters = pane == &app->panes[PANE_DAYS];
	size_t count;

	if (filters && filter_is_set(&app->filter))
		count = filter_tallied(&app->filter, TRAIT_THEME, row->item);
	else
		theme_index_of(&app->theme_index, row->item, &count);
	sentence_add(out, app->agenda->themes[row->item].name);
	add_count(out, count);
	if (filters)
		/* Translators: of one of several values. */
		add_chosen(app, pane, row, C_("value", "ticked"), out);
}

static void say_value(const struct app *app, const struct pane *pane, const struct list_row *row,
		      struct buffer *out)
{
	uint32_t value;
	enum trait trait = picker_value(app, row->item, &value);

	(void)pane;
	traits_say_value(out, app->agenda, trait, value);
	sentence_add(out, filter_wants(&app->filter, trait, value) ? C_("value", "ticked")
								   : C_("value", "not ticked"));
	add_count(out, filter_tallied(&app->filter, trait, value));
}

static void say_trait(const struct app *app, const struct pane *pane, const struct list_row *row,
		      struct buffer *out)
{
	size_t ticked = picker_ticked(app, (enum trait)row->item);
	struct buffer count = {0};

	(void)pane;
	sentence_add(out, picker_heading((enum trait)row->item));
	if (ticked)
		buffer_printf(&count, ngettext("%zu ticked", "%zu ticked", ticked), ticked);
	add(out, &count);
}

static void say_alone(const struct app *app, const struct pane *pane, const struct list_row *row,
		      struct buffer *out)
{
	(void)pane;
	sentence_add(out, trait_name(app->agenda, related_step(app)->trait, row->item));
}

/* What to carry away, and how */

static void add_choice(bool chosen, struct buffer *out)
{
	if (chosen)
		/* Translators: of one of several possibilities. */
		sentence_add(out, C_("choice", "chosen"));
}

static void say_what(const struct app *app, const struct pane *pane, const struct list_row *row,
		     struct buffer *out)
{
	struct buffer count = {0};

	(void)pane;
	carry_say(app, (enum carry_what)row->item, out);
	carry_say_count(app, (enum carry_what)row->item, &count);
	add(out, &count);
	add_choice(app->carry.what == row->item, out);
}

static void say_format(const struct app *app, const struct pane *pane, const struct list_row *row,
		       struct buffer *out)
{
	const struct app_format *format = &app->carry.formats[row->item];

	(void)pane;
	sentence_add(out, format->name);
	sentence_add(out, _(format->summary));
	add_choice(app->carry.format == row->item, out);
}

static void say_target(const struct app *app, const struct pane *pane, const struct list_row *row,
		       struct buffer *out)
{
	(void)pane;
	carry_say_target(app, (enum carry_target)row->item, out);
}

/* Keys by their names, for not every voice knows arrows. */
static void say_command(const struct app *app, const struct pane *pane, const struct list_row *row,
			struct buffer *out)
{
	struct buffer keys = {0};

	(void)pane;
	keymap_say(&app->keymap, row->item, &keys, key_say);
	sentence_add(out, keys.length ? buffer_text(&keys) : _("no key"));
	sentence_add(out, _(command_at(row->item)->help));
	buffer_free(&keys);
}

/* By kind; NULL for what is a heading, or says nothing. */
static sayer *const sayers[ROW_KIND_COUNT] = {
    [ROW_DAY] = say_day,       [ROW_THEME] = say_theme,	    [ROW_SESSION] = say_session,
    [ROW_GONE] = say_gone,     [ROW_VALUE] = say_value,	    [ROW_TRAIT] = say_trait,
    [ROW_ALONE] = say_alone,   [ROW_COMMAND] = say_command, [ROW_SPARE] = say_spare,
    [ROW_RUSH] = say_rush,     [ROW_OVERLAP] = say_overlap, [ROW_NOTE] = say_note,
    [ROW_WHAT] = say_what,     [ROW_FORMAT] = say_format,   [ROW_TARGET] = say_target,
    [ROW_CHANGE] = say_change, [ROW_ASPECT] = say_aspect,
};

_Static_assert(ROW_KIND_COUNT == 27, "a new kind of row needs a line in sayers, unless it is mute");

void sentence_of_row(const struct app *app, const struct pane *pane, const struct list_row *row,
		     struct buffer *out)
{
	if (!row_say_heading(app, row, out) && sayers[row->kind])
		sayers[row->kind](app, pane, row, out);
}
