#include "config.h"

#include "tui/picker.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "model/haystack.h"
#include "present/traits.h"
#include "tui/app_private.h"

#include <stdlib.h>
#include <string.h>

/* Numbers */

/* The number of a trait's first value. */
static uint32_t first_of(const struct app *app, enum trait trait)
{
	size_t first = 0;

	for (enum trait before = 0; before < trait; before++)
		first += trait_count(app->agenda, before);
	return (uint32_t)first;
}

enum trait picker_value(const struct app *app, uint32_t number, uint32_t *value)
{
	enum trait trait = 0;

	while (trait + 1 < TRAIT_COUNT && number >= trait_count(app->agenda, trait)) {
		number -= (uint32_t)trait_count(app->agenda, trait);
		trait++;
	}
	*value = number;
	return trait;
}

/* Names */

struct picker_names {
	char **folded; /* by number */
	size_t count;
	uint32_t *order; /* the numbers of the speakers, by name */
};

static void free_names(struct picker_names *names)
{
	if (!names)
		return;
	for (size_t i = 0; i < names->count; i++)
		free(names->folded[i]);
	free(names->folded);
	free(names->order);
	free(names);
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

struct named {
	const char *name;
	uint32_t number;
};

static int by_name(const void *left, const void *right)
{
	const struct named *a = left, *b = right;
	int order = strcmp(a->name, b->name);

	return order ? order : (a->number > b->number) - (a->number < b->number);
}

static uint32_t *order_speakers(const struct app *app, const struct picker_names *names)
{
	size_t count = app->agenda->speaker_count;
	uint32_t first = first_of(app, TRAIT_SPEAKER), *order;
	struct named *named = memory_alloc(count + 1, sizeof *named);

	for (uint32_t i = 0; i < count; i++)
		named[i] = (struct named){names->folded[first + i], first + i};
	qsort(named, count, sizeof *named, by_name);
	order = memory_alloc(count + 1, sizeof *order);
	for (size_t i = 0; i < count; i++)
		order[i] = named[i].number;
	free(named);
	return order;
}

static const struct picker_names *names_of(struct app *app)
{
	struct picker_names *names = app->picker.names;

	if (names)
		return names;
	names = memory_alloc(1, sizeof *names);
	names->folded = memory_alloc(first_of(app, TRAIT_COUNT) + 1, sizeof *names->folded);
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		for (size_t i = 0; i < trait_count(app->agenda, trait); i++)
			names->folded[names->count++] = folded_name(app, trait, i);
	names->order = order_speakers(app, names);
	return app->picker.names = names;
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

/* Whether a name holds every word. */
static bool holds(const char *name, const char *words)
{
	struct buffer word = {0};
	bool all = true;

	while (words && all && haystack_next_word(&words, &word))
		all = strstr(name, buffer_text(&word)) != NULL;
	buffer_free(&word);
	return all;
}

void picker_each(struct app *app, picker_see *see, void *closure)
{
	const struct picker_names *names = names_of(app);

	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++) {
		uint32_t first = first_of(app, trait);
		size_t count = trait_count(app->agenda, trait);

		for (uint32_t i = 0; trait_matters(app->agenda, trait) && i < count; i++) {
			uint32_t number = trait == TRAIT_SPEAKER ? names->order[i] : first + i;

			if (holds(names->folded[number], app->picker.words))
				see(closure, picker_group(trait), number);
		}
	}
}

/* Opening and leaving */

void picker_free(struct picker *picker)
{
	free_names(picker->names);
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
