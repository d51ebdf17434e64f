#include "config.h"

#include "read/keys.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/slip.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

enum { NO_KEY = -1, LONGEST_KEY = 60, SHOWN_COLUMNS = 60 };

static int find_exact(const struct key *keys, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(keys[i].name, name))
			return (int)i;
	return NO_KEY;
}

/* A key as the tables spell theirs: "Début" is debut, "chapeau-text" chapeau_text. */
static void spell(struct buffer *out, const char *name)
{
	fold_slug(out, name, LONGEST_KEY);
	for (size_t i = 0; i < out->length; i++)
		if (out->data[i] == '-')
			out->data[i] = '_';
}

static int find_key(const struct key *keys, size_t count, const char *name)
{
	int found = find_exact(keys, count, name);
	struct buffer spelled = {0};

	if (found != NO_KEY)
		return found;
	spell(&spelled, name);
	found = find_exact(keys, count, buffer_text(&spelled));
	buffer_free(&spelled);
	return found;
}

/* What keys_read() has sorted. */
struct sorted {
	const struct node *values[KEYS_MOST]; /* of the table's rows */
	ARRAY(const struct node *) unknown;
};

/* Whether another key has said already what this row is for. */
static bool is_said(const struct sorted *sorted, const struct key *keys, size_t count, size_t row)
{
	for (size_t i = 0; i < count; i++)
		if (sorted->values[i] && keys[i].take == keys[row].take)
			return true;
	return false;
}

static const char *meant_key(const struct sorted *sorted, const struct key *keys, size_t count,
			     const char *name)
{
	struct buffer spelled = {0};
	const char *meant = NULL;

	spell(&spelled, name);
	for (size_t i = 0; i < count && !meant; i++)
		if (keys[i].take && slip_of(buffer_text(&spelled), keys[i].name) &&
		    !is_said(sorted, keys, count, i))
			meant = keys[i].name;
	buffer_free(&spelled);
	return meant;
}

/* The beginning of what an unknown key says. */
static void note_unknown(const struct node *value, struct report *report)
{
	struct buffer text = {0};
	size_t fits;

	node_join(&text, value, ", ");
	fits = utf8_fit(buffer_text(&text), text.length, SHOWN_COLUMNS, NULL);
	report_note(report, value->key_place, _("the key \"%s\" is not known here: %.*s%s"),
		    value->key, (int)fits, buffer_text(&text), fits < text.length ? "…" : "");
	buffer_free(&text);
}

static void tell_unknown(const struct sorted *sorted, const struct key *keys, size_t count,
			 struct report *report)
{
	for (size_t i = 0; i < sorted->unknown.count; i++) {
		const struct node *value = sorted->unknown.items[i];
		const char *meant = meant_key(sorted, keys, count, value->key);

		if (meant)
			report_warning(report, value->key_place,
				       _("the key \"%s\" is not known; is \"%s\" meant?"),
				       value->key, meant);
		else
			note_unknown(value, report);
	}
}

static void sort_values(struct sorted *sorted, const struct key *keys, size_t count,
			const struct node *map, struct report *report)
{
	for (const struct node *value = map->first; value; value = value->next) {
		int found = find_key(keys, count, value->key);

		if (found == NO_KEY)
			array_push(&sorted->unknown, value);
		else if (!sorted->values[found])
			sorted->values[found] = value;
		else
			report_warning(
			    report, value->key_place,
			    _("the key \"%s\" is here a second time; the first one counts"),
			    value->key);
	}
}

void keys_read(const struct key *keys, size_t count, void *reader, const struct node *map,
	       struct report *report)
{
	struct sorted sorted = {.values = {NULL}};

	assert(count <= KEYS_MOST);
	sort_values(&sorted, keys, count, map, report);
	tell_unknown(&sorted, keys, count, report);
	for (size_t i = 0; i < count; i++)
		if (keys[i].take && !node_is_empty(sorted.values[i]))
			keys[i].take(reader, sorted.values[i]);
	array_free(&sorted.unknown);
}

bool keys_hold(const struct key *keys, size_t count, const struct node *map)
{
	for (const struct node *value = map->first; value; value = value->next)
		if (map->kind == NODE_MAP && find_key(keys, count, value->key) != NO_KEY)
			return true;
	return false;
}

void keys_take_text(const char **text, struct builder *builder, const struct node *value)
{
	struct buffer joined = {0};

	node_join(&joined, value, ", ");
	if (!*text)
		*text = builder_text(builder, buffer_text(&joined));
	buffer_free(&joined);
}
