#include "config.h"

#include "write/lost.h"

#include "base/i18n.h"
#include "present/when.h"

static const char part[] = "\u00A0· ";

const struct bookmark *lost_next(const struct writer_job *job, size_t *at)
{
	const struct bookmarks *bookmarks = job->query->bookmarks;

	if (!query_restricts(job->query, TRAIT_KEPT))
		return NULL;
	while (*at < bookmarks->count) {
		const struct bookmark *bookmark = &bookmarks->items[(*at)++];

		if (agenda_find_session(job->agenda, bookmark->id) < 0)
			return bookmark;
	}
	return NULL;
}

const char *lost_heading(void)
{
	return _("Bookmarked, but no longer in the agenda");
}

void lost_say(struct buffer *out, const struct bookmark *bookmark)
{
	struct session session = {
	    .day = bookmark->day, .start = bookmark->start, .end = bookmark->end};
	struct buffer when = {0};

	when_session(&when, &session);
	buffer_puts(out, bookmark->title ? bookmark->title : bookmark->id);
	if (when.length)
		buffer_printf(out, "%s%s", part, buffer_text(&when));
	if (bookmark->room)
		buffer_printf(out, "%s%s", part, bookmark->room);
	if (bookmark->note)
		buffer_printf(out, "%s%s", part, bookmark->note);
	buffer_free(&when);
}
