#include "config.h"

#include "present/traits.h"

#include "base/i18n.h"
#include "model/language.h"
#include "present/when.h"

static const struct words {
	const char *name, *heading; /* NC_() */
} words[TRAIT_COUNT] = {
    [TRAIT_UPCOMING] = {NC_("trait", "Upcoming"), NC_("trait", "Upcoming")},
    [TRAIT_KEPT] = {NC_("trait", "Kept"), NC_("trait", "Kept")},
    [TRAIT_DAY] = {NC_("trait", "Day"), NC_("trait", "Days")},
    [TRAIT_THEME] = {NC_("trait", "Theme"), NC_("trait", "Themes")},
    [TRAIT_FORMAT] = {NC_("trait", "Format"), NC_("trait", "Formats")},
    [TRAIT_ROOM] = {NC_("trait", "Room"), NC_("trait", "Rooms")},
    [TRAIT_LANGUAGE] = {NC_("trait", "Language"), NC_("trait", "Languages")},
    [TRAIT_SPEAKER] = {NC_("trait", "Speaker"), NC_("trait", "Speakers")},
};

static const char *name_of(enum trait trait)
{
	return i18n_context_key(words[trait].name);
}

const char *traits_heading(enum trait trait)
{
	return i18n_context_key(words[trait].heading);
}

const char *traits_kind(enum trait trait, size_t count)
{
	return count == 1 ? name_of(trait) : traits_heading(trait);
}

/* Whether it has one value alone, which needs no name beside that of the trait. */
static bool is_single(enum trait trait)
{
	return trait == TRAIT_UPCOMING || trait == TRAIT_KEPT;
}

static void say_day(struct buffer *out, civil_day date)
{
	if (date == CIVIL_NONE)
		buffer_puts(out, _("No date"));
	when_day_short(out, date);
}

void traits_say_value(struct buffer *out, const struct agenda *agenda, enum trait trait,
		      size_t value)
{
	const char *name = trait_name(agenda, trait, value);

	if (trait == TRAIT_DAY)
		say_day(out, agenda->days[value].date);
	else if (trait == TRAIT_LANGUAGE)
		/* Translators: what stands for the language of sessions that name none. */
		buffer_puts(out, name ? language_name(name) : C_("language", "not said"));
	else
		buffer_puts(out, name ? name : name_of(trait));
}

void traits_say_values(struct buffer *out, const struct agenda *agenda, const struct query *query,
		       enum trait trait)
{
	size_t value = query_next_value(query, trait, 0);

	if (value == QUERY_NONE)
		buffer_puts(out, _("not in the agenda"));
	for (const char *joint = ""; value != QUERY_NONE; joint = ", ") {
		buffer_puts(out, joint);
		traits_say_value(out, agenda, trait, value);
		value = query_next_value(query, trait, value + 1);
	}
}

/* How many of its values are wanted, with %zu. */
static const char *counted(enum trait trait, size_t count)
{
	switch (trait) {
	case TRAIT_DAY:
		return ngettext("%zu day", "%zu days", count);
	case TRAIT_THEME:
		return ngettext("%zu theme", "%zu themes", count);
	case TRAIT_FORMAT:
		return ngettext("%zu format", "%zu formats", count);
	case TRAIT_ROOM:
		return ngettext("%zu room", "%zu rooms", count);
	case TRAIT_LANGUAGE:
		return ngettext("%zu language", "%zu languages", count);
	default:
		return ngettext("%zu speaker", "%zu speakers", count);
	}
}

void traits_say_count(struct buffer *out, enum trait trait, size_t count)
{
	buffer_printf(out, counted(trait, count), count);
}

void traits_say_wanted(struct buffer *out, const struct agenda *agenda, const struct query *query,
		       enum trait trait, bool kind)
{
	size_t count = query->sets[trait].count;

	if (is_single(trait)) {
		buffer_puts(out, name_of(trait));
	} else if (count > 1) {
		traits_say_count(out, trait, count);
	} else {
		/* Translators: a kind and what of it is wanted, as in "Theme: Data". */
		if (kind)
			buffer_printf(out, _("%s: "), name_of(trait));
		traits_say_values(out, agenda, query, trait);
	}
}

void traits_say_languages(struct buffer *out, const struct agenda *agenda,
			  const struct session *session)
{
	for (size_t i = 0; i < session->languages.count; i++)
		buffer_printf(out, "%s%s", i ? ", " : "",
			      language_name(agenda->languages[session->languages.items[i]]));
}
