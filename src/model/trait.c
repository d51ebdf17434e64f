#include "config.h"

#include "model/trait.h"

/* Where a session keeps its values; 0 where it does not, or where the agenda has them in brief. */
static const size_t places[TRAIT_COUNT] = {
    [TRAIT_FORMAT] = offsetof(struct session, formats),
    [TRAIT_LANGUAGE] = offsetof(struct session, languages),
    [TRAIT_SPEAKER] = offsetof(struct session, speakers),
};

size_t trait_count(const struct agenda *agenda, enum trait trait)
{
	const size_t counts[TRAIT_COUNT] = {
	    [TRAIT_UPCOMING] = 1,
	    [TRAIT_KEPT] = 1,
	    [TRAIT_DAY] = agenda->day_count,
	    [TRAIT_THEME] = agenda->theme_count,
	    [TRAIT_FORMAT] = agenda->format_count,
	    [TRAIT_ROOM] = agenda->room_count,
	    [TRAIT_LANGUAGE] = agenda->language_count + agenda->language_unsaid,
	    [TRAIT_SPEAKER] = agenda->speaker_count,
	};

	return counts[trait];
}

bool trait_matters(const struct agenda *agenda, enum trait trait)
{
	size_t all =
	    trait == TRAIT_DAY || trait == TRAIT_LANGUAGE; /* what every session has one of */

	return agenda->session_count && trait_count(agenda, trait) > all;
}

struct indexes trait_values(const struct agenda *agenda, enum trait trait, size_t session,
			    uint32_t *single)
{
	const char *base = (const char *)&agenda->sessions[session];
	struct indexes values = {single, 0};

	if (trait == TRAIT_THEME)
		return agenda_themes(agenda, session);
	if (trait == TRAIT_ROOM)
		return agenda_rooms(agenda, session);
	if (places[trait])
		values = *(const struct indexes *)(const void *)(base + places[trait]);
	if (trait == TRAIT_DAY)
		*single = (uint32_t)agenda_day_of(agenda, session);
	else if (trait == TRAIT_LANGUAGE && !values.count)
		*single = (uint32_t)agenda->language_count;
	else
		return values;
	return (struct indexes){single, 1};
}

const char *trait_name(const struct agenda *agenda, enum trait trait, size_t value)
{
	switch (trait) {
	case TRAIT_THEME:
		return agenda->themes[value].name;
	case TRAIT_FORMAT:
		return agenda->formats[value].name;
	case TRAIT_ROOM:
		return agenda->rooms[value];
	case TRAIT_LANGUAGE:
		return value < agenda->language_count ? agenda->languages[value] : NULL;
	case TRAIT_SPEAKER:
		return agenda->speakers[value];
	default:
		return NULL;
	}
}
