#include "config.h"

#include "tui/picker.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "model/haystack.h"
#include "model/roll.h"
#include "present/traits.h"
#include "tui/app_private.h"

#include <stdlib.h>

/* Numbers */

/* The number of a trait's first value. The speakers are the last ones. */
static uint32_t first_of(const struct app *app, enum trait trait)
{
	size_t first = 0;

	for (enum trait before = 0; before < trait; before++)
		first += trait_count(app->agenda, before);
	return (uint32_t)first;
}

/* Its place among those of the trait goes to *place. */
static enum trait place_of(const struct app *app, uint32_t number, uint32_t *place)
{
	enum trait trait = 0;

	while (trait + 1 < TRAIT_COUNT && number >= trait_count(app->agenda, trait)) {
		number -= (uint32_t)trait_count(app->agenda, trait);
		trait++;
	}
	*place = number;
	return trait;
}

enum trait picker_trait(const struct app *app, uint32_t number)
{
	uint32_t place;

	return place_of(app, number, &place);
}

enum trait picker_value(const struct app *app, uint32_t number, uint32_t *value)
{
	enum trait trait = place_of(app, number, value);

	if (trait == TRAIT_SPEAKER)
		*value = roll_number(app->picker.speakers, *value);
	return trait;
}

/* Names */

static void free_names(struct picker *picker)
{
	for (size_t i = 0; picker->names && picker->names[i]; i++)
		free(picker->names[i]);
	free(picker->names);
	roll_free(picker->speakers);
}

static char *folded_name(const struct app *app, enum trait trait, size_t value)
{
	struct buffer name = {0};
	char *folded;

	traits_say_value(&name, app->agenda, trait, value);
	folded = fold_text(buffer_text(&name));
	buffer_free(&name);
	return folded;
}

static void need_speakers(struct app *app)
{
	if (!app->picker.speakers)
		app->picker.speakers = roll_new(app->agenda->speakers, app->agenda->speaker_count);
}

static void need_names(struct app *app)
{
	char **names = app->picker.names;

	need_speakers(app);
	if (names)
		return;
	app->picker.names = names =
	    memory_alloc(first_of(app, TRAIT_SPEAKER) + 1, sizeof *names); /* NULL ends them */
	for (enum trait trait = 0; trait < TRAIT_SPEAKER; trait++)
		for (size_t i = 0; i < trait_count(app->agenda, trait); i++)
			*names++ = folded_name(app, trait, i);
}

void picker_settle(struct app *app)
{
	const struct list *values = &app->panes[PANE_VALUES].list;
	size_t end = values->top + (size_t)values->height;

	/* Counting all traits of all sessions is what would take longest of ticking one value. */
	for (size_t i = values->top; i < end && i < values->count; i++) {
		enum trait trait;

		if (values->items[i].kind != ROW_VALUE)
			continue;
		trait = picker_trait(app, values->items[i].item);
		if (trait == TRAIT_SPEAKER)
			need_speakers(app);
		filter_tally(&app->filter, trait);
	}
}

/* Groups */

enum trait picker_group(enum trait trait)
{
	return trait == TRAIT_KEPT ? TRAIT_UPCOMING : trait;
}

const char *picker_heading(enum trait group)
{
	return group == TRAIT_UPCOMING ? _("Sessions") : traits_heading(group);
}

bool picker_offers(const struct app *app, enum trait group)
{
	return picker_group(group) == group && trait_matters(app->agenda, group);
}

size_t picker_ticked(const struct app *app, enum trait group)
{
	size_t count = 0;

	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		if (picker_group(trait) == group)
			count += app->filter.query.sets[trait].count;
	return count;
}

/* Whether the name of a row holds every word. */
static bool holds(const struct app *app, enum trait trait, uint32_t number, uint32_t place)
{
	const char *name = trait == TRAIT_SPEAKER ? roll_folded(app->picker.speakers, place)
						  : app->picker.names[number];

	return haystack_text_holds(name, app->picker.words);
}

void picker_each(struct app *app, picker_see *see, void *closure)
{
	bool narrowed = picker_is_narrowed(app);

	if (narrowed)
		need_names(app);
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++) {
		uint32_t first = first_of(app, trait);
		size_t count = trait_count(app->agenda, trait);

		if (!trait_matters(app->agenda, trait))
			continue;
		if (!narrowed)
			see(closure, picker_group(trait), first, count);
		for (uint32_t i = 0; i < count && narrowed; i++)
			if (holds(app, trait, first + i, i))
				see(closure, picker_group(trait), first + i, 1);
	}
}

/* Opening and leaving */

void picker_free(struct picker *picker)
{
	free_names(picker);
	free(picker->words);
	buffer_free(&picker->text);
	buffer_free(&picker->before);
}

void picker_open(struct app *app)
{
	picker_widen(app);
	app->picker.changed = false;
	app_show_view(app, VIEW_FILTER);
}

void picker_left(struct app *app)
{
	const struct list_row *row = list_selected(&app->panes[PANE_SESSIONS].list);
	bool stays = row && row->kind == ROW_SESSION && filter_fits(&app->filter, row->item);

	if (app->picker.changed)
		app_show_filtered(app, !stays);
	app->picker.changed = false;
}

/* Ticking */

/* What is ticked is seen where the programme is: the sheet leads there now, if it was opened
 * elsewhere. */
static void set_changed(struct app *app)
{
	enum view_id *behind = &app->behind[VIEW_FILTER];

	app->picker.changed = true;
	if (!view_at(*behind)->by_day)
		*behind = VIEW_PROGRAMME;
}

void picker_toggle(struct app *app, uint32_t number)
{
	uint32_t value;
	enum trait trait = picker_value(app, number, &value);

	filter_tick(&app->filter, trait, value, !filter_wants(&app->filter, trait, value));
	set_changed(app);
}

void picker_clear(struct app *app)
{
	filter_clear(&app->filter);
	set_changed(app);
}

/* Narrowing */

static void set_text(struct app *app, const char *text)
{
	struct picker *picker = &app->picker;
	struct buffer copy = {0}; /* the text may be our own */

	buffer_puts(&copy, text);
	buffer_clear(&picker->text);
	buffer_puts(&picker->text, buffer_text(&copy));
	buffer_free(&copy);
	free(picker->words);
	picker->words = picker->text.length ? fold_text(buffer_text(&picker->text)) : NULL;
	app->panes[PANE_VALUES].stale = app->panes[PANE_VALUES].fresh = true;
}

void picker_narrow(struct app *app)
{
	struct picker *picker = &app->picker;

	buffer_clear(&picker->before);
	buffer_puts(&picker->before, buffer_text(&picker->text));
	app_focus(app, SLOT_MAIN);
	ask_begin(app, ASK_NARROW, buffer_text(&picker->text));
}

bool picker_is_narrowed(const struct app *app)
{
	return app->picker.words;
}

void picker_widen(struct app *app)
{
	set_text(app, "");
}

static void typed(struct app *app)
{
	set_text(app, buffer_text(ask_line(app)));
}

static bool accept(struct app *app, struct effects *effects)
{
	(void)effects;
	return picker_is_narrowed(app);
}

static void cancel(struct app *app)
{
	set_text(app, buffer_text(&app->picker.before));
}

const struct ask_kind ask_narrow = {
    .sign = "/",
    .casual = true,
    .typed = typed,
    .accept = accept,
    .cancel = cancel,
};
