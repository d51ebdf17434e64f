/*
 * libical looks for the next occurrence of a rule until the year 2582, so a rule that has none
 * (30 February) or few costs half a second. A file may have two such rules, not thousands.
 */
#include "config.h"

#include "read/occurrences.h"

#include "base/i18n.h"

#include <stdlib.h>

enum { MOST_YEARS = 20, MOST_IDLE_RULES = 2 };

static void add(struct occurrences *o, icalproperty *property, struct icaltimetype time)
{
	array_push(&o->items,
		   ((struct occurrence){.start = calendar_time_of(o->times, property, time),
					.written = time}));
}

static void add_period(struct occurrences *o, icalproperty *property, struct icalperiodtype period)
{
	array_push(
	    &o->items,
	    ((struct occurrence){.start = calendar_time_of(o->times, property, period.start),
				 .written = period.start,
				 .is_period = true,
				 .length = calendar_length_of_period(o->times, property, period)}));
}

static void report(struct occurrences *o, const char *message)
{
	report_warning(o->times->report, o->times->place, "%s", message);
}

static bool can_be_followed(struct occurrences *o, const struct icalrecurrencetype *rule)
{
	if (rule->freq < ICAL_DAILY_RECURRENCE || o->idle_rules >= MOST_IDLE_RULES) {
		report(o, _("the rule by which this session recurs is not followed; only its first "
			    "time is shown"));
		return false;
	}
	return true;
}

static void follow(struct occurrences *o, icalproperty *start_property,
		   struct icalrecurrencetype rule, struct icaltimetype start)
{
	icalrecur_iterator *iterator = icalrecur_iterator_new(rule, start);
	size_t before = o->items.count;
	bool ended = false;

	while (iterator && o->items.count - before <= OCCURRENCES_MOST) {
		struct icaltimetype time = icalrecur_iterator_next(iterator);

		ended = icaltime_is_null_time(time);
		if (!ended && time.year > start.year + MOST_YEARS)
			report(o, _("the session recurs without an end; the first twenty years are "
				    "shown"));
		if (ended || time.year > start.year + MOST_YEARS)
			break;
		add(o, start_property, time);
	}
	if (ended &&
	    (o->items.count == before || (!rule.count && icaltime_is_null_time(rule.until))))
		o->idle_rules++;
	if (iterator)
		icalrecur_iterator_free(iterator);
}

/*
 * When a rule ends, in the terms of its start, which is all that libical compares: it takes the
 * start for UTC where the end is, and a date for its midnight, which lose the last occurrence.
 */
static struct icaltimetype end_of_rule(struct occurrences *o, icalproperty *start,
				       struct icaltimetype until)
{
	if (icaltime_is_null_time(until))
		return until;
	if (icaltime_is_utc(until) && !until.is_date)
		until = calendar_time_beside(o->times, start, until);
	if (icalproperty_get_dtstart(start).is_date) {
		until.is_date = 1;
		until.hour = until.minute = until.second = 0;
	} else if (until.is_date) {
		until.is_date = 0;
		until.hour = 23;
		until.minute = until.second = 59;
	}
	return until;
}

static void add_rules(struct occurrences *o, icalcomponent *event, icalproperty *start)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);

	for (; p && o->items.count <= OCCURRENCES_MOST;
	     p = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
		struct icalrecurrencetype rule = icalproperty_get_rrule(p);

		rule.until = end_of_rule(o, start, rule.until);
		if (can_be_followed(o, &rule))
			follow(o, start, rule, icalproperty_get_dtstart(start));
	}
}

static void add_dates(struct occurrences *o, icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
		struct icaldatetimeperiodtype date = icalproperty_get_rdate(p);

		if (icaltime_is_null_time(date.time))
			add_period(o, p, date.period);
		else
			add(o, p, date.time);
	}
}

static int compare(civil_moment left, civil_moment right)
{
	return (left > right) - (left < right);
}

static int compare_starts(const void *left, const void *right)
{
	const struct occurrence *a = left, *b = right;

	return compare(a->start.civil, b->start.civil);
}

static int compare_excluded(const void *left, const void *right)
{
	const struct calendar_moment *a = left, *b = right;

	return compare(a->civil, b->civil);
}

static void list_excluded(struct occurrences *o, icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);

	o->excluded.count = 0;
	for (; p; p = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
		array_push(&o->excluded, calendar_time_of(o->times, p, icalproperty_get_exdate(p)));
	if (o->excluded.count)
		qsort(o->excluded.items, o->excluded.count, sizeof *o->excluded.items,
		      compare_excluded);
}

/* An exclusion by a date is at its midnight, and counts for the whole day. */
static bool is_excluded(const struct occurrences *o, const struct occurrence *occurrence)
{
	struct calendar_moment wanted = occurrence->start;
	const struct calendar_moment *found;

	if (!o->excluded.count || wanted.civil == CIVIL_NONE)
		return false;
	if (bsearch(&wanted, o->excluded.items, o->excluded.count, sizeof wanted, compare_excluded))
		return true;
	wanted.civil = civil_moment_of(civil_day_of_moment(wanted.civil), 0);
	found =
	    bsearch(&wanted, o->excluded.items, o->excluded.count, sizeof wanted, compare_excluded);
	return found && found->is_date;
}

/* Sorts, and takes out what is there twice, excluded, or too much. */
static void tidy(struct occurrences *o)
{
	size_t kept = 0;
	civil_moment last = CIVIL_NONE;

	qsort(o->items.items, o->items.count, sizeof *o->items.items, compare_starts);
	for (size_t i = 0; i < o->items.count; i++) {
		struct occurrence occurrence = o->items.items[i];

		if ((i && occurrence.start.civil == last) || is_excluded(o, &occurrence))
			continue;
		last = occurrence.start.civil;
		o->items.items[kept++] = occurrence;
	}
	if (kept > OCCURRENCES_MOST) {
		report_warning(o->times->report, o->times->place,
			       _("the session recurs more than %d times; the first ones are shown"),
			       OCCURRENCES_MOST);
		kept = OCCURRENCES_MOST;
	}
	o->items.count = kept;
}

void occurrences_list(struct occurrences *o, icalcomponent *event)
{
	icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);

	o->items.count = 0;
	if (start)
		add(o, start, icalproperty_get_dtstart(start));
	else
		array_push(&o->items,
			   ((struct occurrence){.start = calendar_time_at(o->times, NULL),
						.written = icaltime_null_time()}));
	/* Without a start, or as one of another's occurrences, it does not recur. */
	o->recurs = false;
	if (!start || icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY))
		return;
	add_rules(o, event, start);
	add_dates(o, event);
	if (o->items.count == 1)
		return;
	o->recurs = true;
	list_excluded(o, event);
	tidy(o);
}

void occurrences_free(struct occurrences *o)
{
	array_free(&o->items);
	array_free(&o->excluded);
}
