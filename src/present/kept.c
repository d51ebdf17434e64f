#include "config.h"

#include "present/kept.h"

#include "base/array.h"
#include "base/i18n.h"
#include "model/query.h"
#include "present/facts.h"
#include "present/planned.h"
#include "present/revision.h"
#include "present/title.h"
#include "present/when.h"

/* The sessions that are kept and not cancelled, in programme order. */
typedef ARRAY(uint32_t) kept_sessions;

static int compare_numbers(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

static kept_sessions find_kept(const struct agenda *agenda, const struct bookmarks *bookmarks)
{
	kept_sessions kept = {0};

	for (size_t i = 0; i < bookmarks->count; i++) {
		int session = agenda_find_session(agenda, bookmarks->items[i].id);

		if (session >= 0 && !agenda->sessions[session].cancelled)
			array_push(&kept, (uint32_t)session);
	}
	if (kept.count)
		qsort(kept.items, kept.count, sizeof *kept.items, compare_numbers);
	return kept;
}

static void add_overlap(struct composer *composer, const char *label, const struct session *session,
			const struct session *other)
{
	struct buffer value = {0};

	planned_overlap(&value, session, other, 0);
	facts_take(composer, label, &value);
}

/* The label names the first of the rows it speaks for. */
static void add_overlaps(struct composer *composer, const struct agenda *agenda, size_t index,
			 const kept_sessions *kept)
{
	for (int known = 1; known >= 0; known--) {
		const char *label = NULL;

		array_each (const uint32_t, number, kept) {
			const struct session *session = &agenda->sessions[index];
			const struct session *other = &agenda->sessions[*number];

			if (*number == index || !query_overlap(session, other) ||
			    (plan_overlap_minutes(session, other) >= 0) != known)
				continue;
			label = label ? "" : planned_overlap_label(session, other);
			add_overlap(composer, label, session, other);
		}
	}
}

/* The next session of the same day that is kept, or NULL. */
static const struct session *next_kept(const struct agenda *agenda, size_t index,
				       const kept_sessions *kept)
{
	const struct session *session = &agenda->sessions[index], *next = NULL;

	array_each (const uint32_t, number, kept) {
		const struct session *other = &agenda->sessions[*number];

		if (*number == index || other->day != session->day || other->start == CIVIL_NONE ||
		    other->start < session->until)
			continue;
		if (!next || other->start < next->start)
			next = other;
	}
	return next;
}

/* The last to end before `next`: the session itself, or another one that is kept. */
static const struct session *last_before(const struct agenda *agenda, size_t index,
					 const kept_sessions *kept, const struct session *next)
{
	const struct session *last = &agenda->sessions[index];

	array_each (const uint32_t, number, kept) {
		const struct session *other = &agenda->sessions[*number];

		if (other->day == next->day && other->start != CIVIL_NONE &&
		    other->start < next->start && other->until > last->until)
			last = other;
	}
	return last;
}

/* The time between the two, as far as anything tells when the first one ends. */
static void append_gap(struct buffer *out, const struct session *last, const struct session *next)
{
	const struct plan_spare spare = {
	    .from = last->until, .to = next->start, .since = plan_end_of(last)};

	if (plan_has_spare(&spare) && spare.since != PLAN_END_ASSUMED)
		planned_spare(out, &spare);
}

static void add_next(struct composer *composer, const struct agenda *agenda, size_t index,
		     const kept_sessions *kept)
{
	const struct session *next;
	struct buffer clock = {0}, gap = {0}, value = {0};

	if (agenda->sessions[index].start == CIVIL_NONE)
		return;
	next = next_kept(agenda, index, kept);
	if (!next)
		return;
	when_clock(&clock, next->start);
	append_gap(&gap, last_before(agenda, index, kept, next), next);
	if (gap.length)
		/* Translators: a time, a session, the gap before it. */
		buffer_printf(&value, C_("next", "%1$s, %2$s (%3$s)"), buffer_text(&clock),
			      title_or_none(next->title), buffer_text(&gap));
	else
		/* Translators: a time, a session. */
		buffer_printf(&value, C_("next", "%1$s, %2$s"), buffer_text(&clock),
			      title_or_none(next->title));
	buffer_free(&clock);
	buffer_free(&gap);
	/* Translators: what comes next of what the user keeps. */
	facts_take(composer, C_("bookmark", "Next"), &value);
}

void kept_compose_changes(struct composer *composer, const struct agenda *agenda, size_t index,
			  const struct bookmarks *bookmarks)
{
	const struct bookmark *bookmark = bookmarks_find(bookmarks, agenda->sessions[index].id);
	const struct change change = {.what = bookmark ? changes_of(bookmark, agenda, index) : 0,
				      .before = bookmark,
				      .session = (int)agenda->sessions[index].whole,
				      .successor = -1};

	for (unsigned left = change.what; left; left &= left - 1) {
		unsigned aspect = revision_gravest(left);
		struct buffer pair = {0};

		revision_pair(&pair, aspect, &change, agenda);
		facts_take(composer, revision_label(aspect), &pair);
	}
}

void kept_compose(struct composer *composer, const struct agenda *agenda, size_t index,
		  const struct bookmarks *bookmarks)
{
	const struct bookmark *bookmark = bookmarks_find(bookmarks, agenda->sessions[index].id);

	if (!agenda->sessions[index].cancelled) {
		kept_sessions kept = find_kept(agenda, bookmarks);

		add_overlaps(composer, agenda, index, &kept);
		add_next(composer, agenda, index, &kept);
		array_free(&kept);
	}
	if (bookmark)
		facts_text(composer, _("Note"), bookmark->note);
}
