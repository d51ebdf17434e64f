#include "config.h"

#include "revisions.h"

#include "base/i18n.h"
#include "model/changes.h"
#include "present/revision.h"
#include "store/store.h"

#include <stdlib.h>

static void append(struct buffer *out, const struct changes *changes, const struct agenda *agenda,
		   struct report *report)
{
	size_t before = out->length;

	revision_lines(out, changes, agenda);
	if (out->length == before)
		report_caution(report, (struct place){0}, _("nothing has changed"));
}

static void tell_former(const struct store *store, struct report *report)
{
	size_t count;
	char *former = store_former(store, &count);

	if (former)
		report_caution(report, (struct place){0},
			       ngettext("%zu bookmark in the folder %s seems to be of this agenda "
					"under a former title; open the agenda to take it over",
					"%zu bookmarks in the folder %s seem to be of this agenda "
					"under a former title; open the agenda to take them over",
					count),
			       count, former);
	free(former);
}

bool revisions_of_bookmarks(struct buffer *out, const struct agenda *agenda, struct report *report)
{
	struct store *store = store_open(agenda);
	struct bookmarks bookmarks = {0};
	struct changes changes = {0};
	bool loaded = store_load(store, &bookmarks, report);

	if (loaded && bookmarks.count) {
		changes_since(&changes, &bookmarks, agenda);
		append(out, &changes, agenda, report);
	} else if (loaded) {
		report_caution(report, (struct place){0}, _("you keep no session of this agenda"));
	}
	tell_former(store, report);
	changes_free(&changes);
	bookmarks_free(&bookmarks);
	store_close(store);
	return loaded;
}

void revisions_of_editions(struct buffer *out, const struct agenda *before,
			   const struct agenda *agenda, struct report *report)
{
	struct changes changes = {0};

	changes_between(&changes, before, agenda);
	append(out, &changes, agenda, report);
	changes_free(&changes);
}
