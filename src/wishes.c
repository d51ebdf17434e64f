#include "config.h"

#include "wishes.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "model/language.h"
#include "model/wish.h"

#include <stdlib.h>
#include <string.h>

/* An error names so many values at most, each with so many bytes. */
enum { NAMES_MOST = 12, NAME_BYTES = 60 };

/* Nearest names */

/* A value, and how many letters have to change for what was asked for to be in its name. */
struct candidate {
	size_t value;
	int distance;
};

static int smaller(int left, int right)
{
	return left < right ? left : right;
}

/* Both folded; of long ones the beginning counts. Sellers' algorithm: edit distance, except that
 * what stands before and behind the match costs nothing. */
static int distance_within(const char *wanted, const char *name)
{
	int row[NAME_BYTES + 1], best, length = (int)strnlen(wanted, NAME_BYTES);

	for (int i = 0; i <= length; i++)
		row[i] = i;
	best = row[length];
	for (int at = 0; at < NAME_BYTES && name[at]; at++) {
		int before = 0;

		for (int i = 1; i <= length; i++) {
			int above = row[i];

			row[i] = smaller(before + (wanted[i - 1] != name[at]),
					 smaller(above, row[i - 1]) + 1);
			before = above;
		}
		best = smaller(best, row[length]);
	}
	return best;
}

static int nearest_first(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->distance != b->distance)
		return a->distance - b->distance;
	return (a->value > b->value) - (a->value < b->value);
}

/* Names */

/* Appends a value as the command line takes it. */
static void say_value(struct buffer *out, const struct agenda *agenda, enum trait trait,
		      size_t value)
{
	const char *name = trait_name(agenda, trait, value);

	if (trait == TRAIT_DAY) {
		struct civil_date date = civil_date_of(agenda->days[value].date);

		buffer_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
	} else {
		size_t length = strnlen(name, NAME_BYTES);

		while (((unsigned char)name[length] & 0xC0) == 0x80)
			length--;
		buffer_append(out, name, length);
		buffer_puts(out, name[length] ? "…" : "");
	}
	if (trait == TRAIT_LANGUAGE && strcmp(language_name(name), name) != 0)
		buffer_printf(out, " (%s)", language_name(name));
}

static bool has_name(const struct agenda *agenda, enum trait trait, size_t value)
{
	if (trait == TRAIT_DAY)
		return agenda->days[value].date != CIVIL_NONE;
	return trait_name(agenda, trait, value) != NULL;
}

/* The values that have a name, in source order; to be freed. */
static struct candidate *candidates_of(const struct agenda *agenda, enum trait trait,
				       const char *words, size_t *count)
{
	struct candidate *candidates =
	    memory_alloc(trait_count(agenda, trait) + 1, sizeof *candidates);
	char *wanted = fold_text(words);

	*count = 0;
	for (size_t i = 0; i < trait_count(agenda, trait); i++) {
		char *name;

		if (!has_name(agenda, trait, i))
			continue;
		name = fold_text(trait_name(agenda, trait, i));
		candidates[(*count)++] = (struct candidate){i, distance_within(wanted, name)};
		free(name);
	}
	free(wanted);
	return candidates;
}

/* All in source order where that is not too much, else the nearest. */
static void say_candidates(struct buffer *out, const struct agenda *agenda, enum trait trait,
			   const char *words)
{
	size_t count, shown;
	struct candidate *candidates = candidates_of(agenda, trait, words, &count);

	shown = count > NAMES_MOST ? NAMES_MOST : count;
	if (shown < count)
		qsort(candidates, count, sizeof *candidates, nearest_first);
	for (size_t i = 0; i < shown; i++) {
		buffer_puts(out, i ? ", " : "");
		say_value(out, agenda, trait, candidates[i].value);
	}
	if (shown < count)
		buffer_printf(out, ngettext(" and %zu more", " and %zu more", count - shown),
			      count - shown);
	free(candidates);
}

/* What is said where the agenda has no such value, and where it has none at all. */
static const struct refusal {
	const char *message, *empty; /* N_() */
} refusals[TRAIT_COUNT] = {
    [TRAIT_DAY] = {N_("\"%s\" is no day; the agenda has: %s"),
		   N_("\"%s\" is no day: this agenda has none")},
    [TRAIT_THEME] = {N_("no theme is named \"%s\"; the agenda has: %s"),
		     N_("no theme is named \"%s\": this agenda has no themes")},
    [TRAIT_FORMAT] = {N_("no format is named \"%s\"; the agenda has: %s"),
		      N_("no format is named \"%s\": this agenda has no formats")},
    [TRAIT_ROOM] = {N_("no room is named \"%s\"; the agenda has: %s"),
		    N_("no room is named \"%s\": this agenda has no rooms")},
    [TRAIT_LANGUAGE] = {N_("no session is in the language \"%s\"; the agenda has: %s"),
			N_("no session is in the language \"%s\": this agenda names no languages")},
    [TRAIT_SPEAKER] = {N_("no speaker is named \"%s\"; the agenda has: %s"),
		       N_("no speaker is named \"%s\": this agenda names no speakers")},
};

static bool refuse(struct report *report, const struct agenda *agenda, enum trait trait,
		   const char *wanted)
{
	const struct refusal *refusal = &refusals[trait];
	struct buffer names = {0};

	say_candidates(&names, agenda, trait, wanted);
	report_add(report, SEVERITY_ERROR, (struct place){0},
		   _(names.length ? refusal->message : refusal->empty), wanted,
		   buffer_text(&names));
	buffer_free(&names);
	return false;
}

/* The query */

static bool want(struct query *query, const struct agenda *agenda, enum trait trait,
		 const char *words, civil_moment now)
{
	if (trait == TRAIT_DAY)
		return wish_day(query, agenda, words, now) != WISH_DAY_UNKNOWN;
	return wish_named(query, agenda, trait, words);
}

bool wishes_query(struct query *query, const struct options *options, const struct agenda *agenda,
		  const struct bookmarks *bookmarks, civil_moment now, struct report *report)
{
	struct buffer words = {0};

	query->bookmarks = bookmarks;
	query->now = now;
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		array_each (const char *, wanted, &options->wanted[trait])
			if (!want(query, agenda, trait, *wanted, now))
				return refuse(report, agenda, trait, *wanted);
	query_tick(query, agenda, TRAIT_UPCOMING, 0, options->upcoming);
	query_tick(query, agenda, TRAIT_KEPT, 0, options->bookmarked);
	array_each (const char *, more, &options->searches)
		buffer_printf(&words, "%s ", *more);
	query_want_words(query, buffer_text(&words));
	buffer_free(&words);
	return true;
}

bool wishes_restrict(const struct options *options)
{
	bool restrict_any =
	    options->searches.count || options->bookmarked || options->upcoming || options->now;

	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		restrict_any = restrict_any || options->wanted[trait].count;
	return restrict_any;
}
