/*
 * First every command of the file gets its keys, then conflicts are settled: only then is it known
 * which of the usual keys are still in force.
 */
#include "config.h"

#include "tui/rebinding.h"

#include "base/array.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/slip.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/where.h"

#include <stdlib.h>

/* A key that the file gives a command. */
struct wish {
	size_t command;
	uint32_t key;
	const struct node *node; /* where it says so */
};

struct rebinding {
	struct keymap *keymap;
	struct report *report;
	ARRAY(struct wish) wishes;
	const struct node **causes; /* for each command where the file changed its keys, or took the
				     * last away; NULL where it did not */
	bool *named;		    /* for each command whether the file gives it keys */
};

/* Keys that the terminal answers itself, and the command that says so in the table. */
static const struct {
	uint32_t key;
	const char *command;
} kept_by_terminal[] = {
    {KEY_CONTROL('c'), NULL},
    {KEY_CONTROL('\\'), NULL},
    {KEY_CONTROL('z'), "suspend"},
};

/* What gets one out of a view, a sheet, a line that is typed, a question: any of each row does. */
enum { WAYS_OUT_MOST = 2 };
static const char *const ways_out[][WAYS_OUT_MOST] = {
    {"quit"},
    {"close"},
    {"cancel", "accept"},
    {"no", "yes"},
};

static const char *name_of(size_t command)
{
	return command_at(command)->name;
}

/* Reading names */

static void tell_unknown_command(struct rebinding *rebinding, const struct node *value)
{
	const char **names = memory_alloc(command_count(), sizeof *names), *meant;

	for (size_t i = 0; i < command_count(); i++)
		names[i] = name_of(i);
	meant = slip_nearest(value->key, names, command_count());
	if (meant)
		report_caution(rebinding->report, value->key_place,
			       _("the command \"%s\" is not known; is \"%s\" meant?"), value->key,
			       meant);
	else
		report_caution(rebinding->report, value->key_place,
			       _("the command \"%s\" is not known; nec-agenda --help-keys lists "
				 "them all"),
			       value->key);
	free(names);
}

static void tell_unknown_key(struct rebinding *rebinding, const struct node *value)
{
	const char *meant = key_nearest(value->text);

	if (meant)
		report_caution(rebinding->report, value->place,
			       _("no key is called \"%s\"; is \"%s\" meant?"), value->text, meant);
	else
		report_caution(rebinding->report, value->place,
			       _("no key is called \"%s\"; keys are written as b, Enter, Space, "
				 "PgDn, Up, F1 or Ctrl-L"),
			       value->text);
}

static bool arrives(uint32_t key, size_t command)
{
	for (size_t i = 0; i < sizeof kept_by_terminal / sizeof *kept_by_terminal; i++)
		if (kept_by_terminal[i].key == key)
			return kept_by_terminal[i].command &&
			       command_find(kept_by_terminal[i].command) == command;
	return true;
}

static void take_key(struct rebinding *rebinding, size_t command, const struct node *value)
{
	uint32_t key = value->text ? key_named(value->text) : KEY_NONE;

	if (!value->text)
		report_caution(rebinding->report, value->place,
			       _("a key's name is missing here: signs go in quotes, and [] leaves "
				 "a command without a key"));
	else if (key == KEY_NONE)
		tell_unknown_key(rebinding, value);
	else if (!arrives(key, command))
		report_caution(rebinding->report, value->place,
			       _("the terminal keeps \"%s\" to itself; choose another key"),
			       value->text);
	else if ((command_at(command)->where & WHERE_PROMPT) && key_is_character(key))
		report_caution(rebinding->report, value->place,
			       _("\"%s\" is typed into the line; \"%s\" needs a key that is no "
				 "character"),
			       value->text, name_of(command));
	else
		array_push(&rebinding->wishes, ((struct wish){command, key, value}));
}

static void take_keys(struct rebinding *rebinding, size_t command, const struct node *value)
{
	int count = 0;

	for (const struct node *key = value->first; key; key = key->next) {
		if (key->kind != NODE_SCALAR || ++count > COMMAND_KEYS) {
			report_caution(rebinding->report, key->place,
				       _("a command takes a key, or a list of %d at most"),
				       COMMAND_KEYS);
			return;
		}
		take_key(rebinding, command, key);
	}
}

/* A value that names no key which can be had leaves the command those it has. */
static void take_command(struct rebinding *rebinding, const struct node *value)
{
	size_t command = command_find(value->key), before = rebinding->wishes.count;

	if (command == KEYMAP_NONE) {
		tell_unknown_command(rebinding, value);
		return;
	}
	if (value->kind == NODE_MAP)
		report_caution(rebinding->report, value->place,
			       _("a command takes a key, or a list of %d at most"), COMMAND_KEYS);
	else if (value->kind == NODE_LIST)
		take_keys(rebinding, command, value);
	else
		take_key(rebinding, command, value);
	if (rebinding->wishes.count == before && (value->kind != NODE_LIST || value->first))
		return;
	rebinding->named[command] = true;
	rebinding->causes[command] = value;
	keymap_unbind_all(rebinding->keymap, command);
}

/* Conflicts */

static void tell_conflict(struct rebinding *rebinding, const struct wish *wish, size_t other,
			  size_t winner)
{
	struct buffer key = {0};

	key_spell(&key, wish->key); /* which can be read where a space was written */
	report_caution(rebinding->report, wish->node->place,
		       _("\"%s\" is also a key of \"%s\"; it counts for \"%s\""), buffer_text(&key),
		       name_of(other), name_of(winner));
	buffer_free(&key);
}

/* Binds the key, unless an earlier line of the file has it for something else. */
static void fulfil(struct rebinding *rebinding, const struct wish *wish)
{
	struct keymap *keymap = rebinding->keymap;

	for (size_t other = 0; other < command_count(); other++) {
		if (other == wish->command || !keymap_has(keymap, other, wish->key) ||
		    !command_clashes(wish->command, other))
			continue;
		if (rebinding->named[other]) {
			tell_conflict(rebinding, wish, other, other);
			return;
		}
		tell_conflict(rebinding, wish, other, wish->command);
		keymap_unbind(keymap, other, wish->key);
		rebinding->causes[other] = wish->node;
	}
	keymap_bind(keymap, wish->command, wish->key);
}

/* Whether the file took the key of a command of this group that is out of keys altogether. */
static const struct node *cause_of_lock(const struct rebinding *rebinding, const char *const *group)
{
	const struct node *cause = NULL;

	for (int i = 0; i < WAYS_OUT_MOST && group[i]; i++) {
		size_t command = command_find(group[i]);

		if (keymap_key(rebinding->keymap, command) != KEY_NONE)
			return NULL;
		cause = rebinding->causes[command] ? rebinding->causes[command] : cause;
	}
	return cause;
}

static void tell_locked(struct rebinding *rebinding)
{
	for (size_t i = 0; i < sizeof ways_out / sizeof *ways_out; i++) {
		const struct node *cause = cause_of_lock(rebinding, ways_out[i]);

		if (cause)
			report_caution(rebinding->report, cause->place,
				       _("no key is left for \"%s\"; Ctrl-C still ends the "
					 "program"),
				       ways_out[i][0]);
	}
}

void rebinding_apply(struct keymap *keymap, const struct node *keys, struct report *report)
{
	struct rebinding rebinding = {.keymap = keymap, .report = report};

	if (!keys)
		return;
	rebinding.causes = memory_alloc(command_count(), sizeof *rebinding.causes);
	rebinding.named = memory_alloc(command_count(), sizeof *rebinding.named);
	for (const struct node *value = keys->first; value; value = value->next)
		take_command(&rebinding, value);
	array_each (const struct wish, wish, &rebinding.wishes)
		fulfil(&rebinding, wish);
	tell_locked(&rebinding);
	array_free(&rebinding.wishes);
	free(rebinding.causes);
	free(rebinding.named);
}
