#include "config.h"

#include "present/revision.h"

#include "base/i18n.h"
#include "present/title.h"
#include "present/when.h"

/* Arrows are no words, and stand between any two. */
static const char ARROW[] = " → ";

unsigned revision_gravest(unsigned what)
{
	return what & (~what + 1); /* they stand in that order */
}

static const struct {
	unsigned aspect;
	const char *word, *label;
} words[] = {
    {CHANGES_NEW, NC_("change", "new"), NC_("change", "New")},
    {CHANGES_GONE, NC_("change", "gone"), NC_("change", "Gone")},
    {CHANGES_CANCELLED, NC_("change", "cancelled"), NC_("change", "Cancelled")},
    {CHANGES_REVIVED, NC_("change", "on again"), NC_("change", "On again")},
    {CHANGES_MOVED, NC_("change", "moved"), NC_("change", "Moved")},
    {CHANGES_END, NC_("change", "another end"), NC_("change", "Another end")},
    {CHANGES_ROOM, NC_("change", "another room"), NC_("change", "Another room")},
    {CHANGES_TITLE, NC_("change", "renamed"), NC_("change", "Renamed")},
    {CHANGES_SPEAKERS, NC_("change", "other speakers"), NC_("change", "Other speakers")},
};

enum { WORDS = sizeof words / sizeof *words };

_Static_assert((int)WORDS == (int)CHANGES_KINDS, "each kind of change has its words");

const char *revision_word(unsigned aspect)
{
	for (int i = 0; i < WORDS; i++)
		if (words[i].aspect == aspect)
			return i18n_context_key(words[i].word);
	return "";
}

const char *revision_label(unsigned aspect)
{
	for (int i = 0; i < WORDS; i++)
		if (words[i].aspect == aspect)
			return i18n_context_key(words[i].label);
	return "";
}

/* Times */

static void append_clock(struct buffer *out, civil_moment start)
{
	if (start == CIVIL_NONE)
		buffer_puts(out, _("no set time"));
	else
		when_clock(out, start);
}

/* The day on the calendar. */
static civil_day day_of(civil_day day, civil_moment start)
{
	return start == CIVIL_NONE ? day : civil_day_of_moment(start);
}

/* "Thu 19 Oct, 11:30" */
static void append_moment(struct buffer *out, civil_day day, civil_moment start)
{
	struct buffer date = {0}, clock = {0};

	day = day_of(day, start);
	if (day == CIVIL_NONE) {
		buffer_puts(out, _("no set day"));
		return;
	}
	when_day_short(&date, day);
	append_clock(&clock, start);
	/* Translators: a day and a time of it. */
	buffer_printf(out, C_("moment", "%1$s, %2$s"), buffer_text(&date), buffer_text(&clock));
	buffer_free(&date);
	buffer_free(&clock);
}

static void append_place(struct buffer *out, const char *room)
{
	if (room && *room)
		buffer_printf(out, ", %s", room);
}

void revision_before(struct buffer *out, const struct bookmark *before)
{
	append_moment(out, before->day, before->start);
	append_place(out, before->room);
}

static void append_names(struct buffer *out, const char *const *names, const struct indexes *chosen)
{
	for (size_t i = 0; i < chosen->count; i++)
		buffer_printf(out, "%s%s", i ? ", " : "", names[chosen->items[i]]);
}

void revision_now(struct buffer *out, const struct agenda *agenda, size_t number)
{
	const struct session *session = &agenda->sessions[number];
	struct buffer rooms = {0};

	append_moment(out, session->day, session->start);
	append_names(&rooms, agenda->rooms, &session->rooms);
	append_place(out, buffer_text(&rooms));
	buffer_free(&rooms);
}

/* Pairs */

/* The second day is only named where it is another. */
static void append_move(struct buffer *out, const struct bookmark *before,
			const struct session *now)
{
	append_moment(out, before->day, before->start);
	buffer_puts(out, ARROW);
	if (day_of(before->day, before->start) == day_of(now->day, now->start))
		append_clock(out, now->start);
	else
		append_moment(out, now->day, now->start);
}

static void append_end(struct buffer *out, civil_moment end, bool with_day)
{
	if (end == CIVIL_NONE)
		buffer_puts(out, _("no known end"));
	else if (with_day)
		append_moment(out, CIVIL_NONE, end);
	else
		when_clock(out, end);
}

/* Their days are named where one goes on for a day or more, and the clock alone tells nothing. */
static void append_ends(struct buffer *out, const struct bookmark *before,
			const struct session *now)
{
	const struct session was = {.start = before->start, .end = before->end};
	bool with_days = when_takes_days(&was) || when_takes_days(now);

	append_end(out, before->end, with_days);
	buffer_puts(out, ARROW);
	append_end(out, now->end, with_days);
}

static void append_or_none(struct buffer *out, const char *text, const char *none)
{
	buffer_puts(out, text && *text ? text : none);
}

/* Names as they were, and those chosen of a list now. */
static void append_names_pair(struct buffer *out, const char *before, const char *const *names,
			      const struct indexes *now, const char *none)
{
	struct buffer chosen = {0};

	append_names(&chosen, names, now);
	append_or_none(out, before, none);
	buffer_puts(out, ARROW);
	append_or_none(out, buffer_text(&chosen), none);
	buffer_free(&chosen);
}

void revision_pair(struct buffer *out, unsigned aspect, const struct change *change,
		   const struct agenda *agenda)
{
	const struct bookmark *before = change->before;
	const struct session *now;

	if (!before || change->session < 0)
		return;
	now = &agenda->sessions[change->session];
	if (aspect == CHANGES_MOVED) {
		append_move(out, before, now);
	} else if (aspect == CHANGES_END) {
		append_ends(out, before, now);
	} else if (aspect == CHANGES_ROOM) {
		append_names_pair(out, before->room, agenda->rooms, &now->rooms, _("no room"));
	} else if (aspect == CHANGES_SPEAKERS) {
		append_names_pair(out, before->speakers, agenda->speakers, &now->speakers,
				  _("no speakers"));
	} else if (aspect == CHANGES_TITLE) {
		buffer_puts(out, title_or_none(before->title));
		buffer_puts(out, ARROW);
		buffer_puts(out, title_or_none(now->title));
	}
}

/* Lines */

static const char *title_of(const struct change *change, const struct agenda *agenda)
{
	const char *title =
	    change->session >= 0 ? agenda->sessions[change->session].title : change->before->title;

	return title_or_none(title);
}

/* When and where it is or was. */
static void append_stand(struct buffer *out, const struct change *change,
			 const struct agenda *agenda)
{
	if (change->session >= 0)
		revision_now(out, agenda, (size_t)change->session);
	else
		revision_before(out, change->before);
}

/* What may stand in its place. */
static void append_successor(struct buffer *out, const struct change *change,
			     const struct agenda *agenda)
{
	struct buffer successor = {0};

	if (change->successor < 0)
		return;
	revision_now(&successor, agenda, (size_t)change->successor);
	/* Translators: of a session that is gone: when and where one of the same title is. */
	buffer_printf(out, _("; perhaps now %s"), buffer_text(&successor));
	buffer_free(&successor);
}

static void append_line(struct buffer *out, unsigned aspect, const struct change *change,
			const struct agenda *agenda)
{
	const char *word = revision_word(aspect), *title = title_of(change, agenda);
	struct buffer pair = {0}, stand = {0};

	revision_pair(&pair, aspect, change, agenda);
	append_stand(&stand, change, agenda);
	if (aspect == CHANGES_TITLE)
		/* Translators: "renamed", the old and the new title. */
		buffer_printf(out, C_("change", "%1$s: %2$s"), word, buffer_text(&pair));
	else if (pair.length)
		/* Translators: "moved", a title, the old and the new time. */
		buffer_printf(out, C_("change", "%1$s: %2$s: %3$s"), word, title,
			      buffer_text(&pair));
	else
		/* Translators: "cancelled", a title, when and where it was. */
		buffer_printf(out, C_("change", "%1$s: %2$s (%3$s)"), word, title,
			      buffer_text(&stand));
	append_successor(out, change, agenda);
	buffer_putc(out, '\n');
	buffer_free(&pair);
	buffer_free(&stand);
}

void revision_lines(struct buffer *out, const struct changes *changes, const struct agenda *agenda)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		if (change->seen)
			continue;
		for (unsigned left = change->what; left; left &= left - 1)
			append_line(out, revision_gravest(left), change, agenda);
	}
}
