/*
 * Reads the bytes as an item of the bookmark folder, keeps a session in it, and reads what is
 * written again: nothing that was accepted may be lost.
 */
#include "config.h"

#include "fuzz.h"

#include "model/builder.h"
#include "store/vcalendar.h"

#include <stdlib.h>
#include <string.h>

static struct agenda *small_agenda(void)
{
	struct builder *builder = builder_new(NULL);
	struct session *session;

	builder_event(builder)->title = "Fuzz";
	session = builder_session(builder);
	session->id = "a";
	session->title = "Doors open";
	session->start = 1000000;
	session->day = civil_day_of_moment(session->start);
	session->offset = 60;
	return builder_finish(builder);
}

static void forget(struct bookmark *bookmark)
{
	struct bookmarks bookmarks = {0};

	if (bookmark->id)
		bookmarks_set(&bookmarks, bookmark);
	bookmarks_free(&bookmarks);
	bookmarks_free_one(bookmark);
}

static void read_item(const struct vcalendar *item, const struct agenda *agenda)
{
	struct bookmark bookmark = {0};

	vcalendar_read(item, agenda, &bookmark);
	forget(&bookmark);
}

/* An item of the session that was accepted stays one when it is kept and written. */
static void keep(struct vcalendar *item, const struct agenda *agenda)
{
	struct vcalendar *again;
	struct buffer text = {0};

	vcalendar_note(item, "a note", 1700000000);
	vcalendar_keep(item, agenda, 0, 1700000000);
	vcalendar_write(item, &text);
	again = vcalendar_parse(buffer_text(&text), text.length);
	FUZZ_HOLDS(text.length > ITEM_LARGEST || again);
	FUZZ_HOLDS(!again || !strcmp(vcalendar_id(again), vcalendar_id(item)));
	vcalendar_free(again);
	buffer_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct agenda *agenda = small_agenda();
	char *text = malloc(size + 1);
	struct vcalendar *item;

	memcpy(text, data, size);
	text[size] = '\0';
	item = vcalendar_parse(text, size);
	if (item) {
		FUZZ_HOLDS(*vcalendar_id(item));
		read_item(item, agenda);
		if (!strcmp(vcalendar_id(item), agenda->sessions[0].id))
			keep(item, agenda);
	}
	vcalendar_free(item);
	free(text);
	agenda_free(agenda);
	return 0;
}
