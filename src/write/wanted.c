#include "config.h"

#include "write/wanted.h"

#include "base/i18n.h"
#include "present/traits.h"
#include "present/when.h"

static void use_value(wanted_use *use, void *context, const char *format, const char *value)
{
	struct buffer line = {0};

	buffer_printf(&line, format, value);
	use(context, buffer_text(&line));
	buffer_free(&line);
}

static void use_trait(const struct writer_job *job, enum trait trait, wanted_use *use,
		      void *context)
{
	struct buffer line = {0};

	/* Translators: a kind and what of it is wanted, as in "Theme: Data". */
	buffer_printf(&line, _("%s: "), traits_kind(trait, job->query->sets[trait].count));
	traits_say_values(&line, job->agenda, job->query, trait);
	use(context, buffer_text(&line));
	buffer_free(&line);
}

void wanted_each(const struct writer_job *job, wanted_use *use, void *context)
{
	const struct query *query = job->query;

	for (enum trait trait = TRAIT_DAY + 1; trait < TRAIT_COUNT; trait++)
		if (query_restricts(query, trait))
			use_trait(job, trait, use, context);
	if (query->search)
		use_value(use, context, _("Words: %s"), query->search);
	if (query_restricts(query, TRAIT_UPCOMING))
		use(context, _("What is on or still to come"));
	if (query_restricts(query, TRAIT_KEPT))
		use(context, _("Bookmarked sessions"));
}

void wanted_days(const struct writer_job *job, wanted_use *use, void *context)
{
	const struct query *query = job->query;
	struct buffer days = {0};

	for (size_t day = query_next_value(query, TRAIT_DAY, 0); day != QUERY_NONE;
	     day = query_next_value(query, TRAIT_DAY, day + 1)) {
		size_t before = days.length;

		buffer_puts(&days, before ? ", " : "");
		before = days.length;
		when_day_long(&days, job->agenda->days[day].date);
		if (days.length == before)
			buffer_puts(&days, _("sessions without a date"));
	}
	if (days.length)
		use_value(use, context, _("Day: %s"), buffer_text(&days));
	buffer_free(&days);
}

const char *wanted_nothing(const struct writer_job *job)
{
	const struct query *query = job->query;

	if (query_restricts(query, TRAIT_DAY) && !query->sets[TRAIT_DAY].count)
		return _("That day is not in the agenda.");
	if (query_restricts(query, TRAIT_KEPT) && !query->bookmarks->count)
		return _("You have not bookmarked anything yet.");
	return _("No session fits.");
}
