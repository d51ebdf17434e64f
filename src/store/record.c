#include "config.h"

#include "store/record.h"

#include "store/folder.h"

#include <errno.h>
#include <string.h>
#include <time.h>

bool record_makes(enum record_wish_kind kind)
{
	return kind == RECORD_KEEP || kind == RECORD_ADD || kind == RECORD_RESTORE;
}

int record_read(int folder, const char *name, const char *id, struct vcalendar **item,
		struct buffer *text)
{
	struct buffer own = {0}, *bytes = text ? text : &own;
	int error;

	buffer_clear(bytes);
	error = folder_read(folder, name, ITEM_LARGEST, bytes);
	*item = error ? NULL : vcalendar_parse(buffer_text(bytes), bytes->length);
	buffer_free(&own);
	if (error || (*item && !strcmp(vcalendar_id(*item), id)))
		return error;
	vcalendar_free(*item);
	*item = NULL;
	return EEXIST;
}

/* An error where this program would not find the bookmark again in this text. */
static int check(const struct buffer *text, const char *id)
{
	struct vcalendar *item;
	bool found;

	if (text->length > ITEM_LARGEST)
		return EFBIG;
	item = vcalendar_parse(buffer_text(text), text->length);
	found = item && !strcmp(vcalendar_id(item), id);
	vcalendar_free(item);
	return found ? 0 : EBADMSG;
}

/* What this program once wrote says what the user was told last: it is not renewed by keeping. */
static void change(struct vcalendar *item, const struct record_wish *wish, bool is_new)
{
	time_t now = time(NULL);

	if (wish->kind == RECORD_NOTE || wish->note)
		vcalendar_note(item, wish->note, now);
	if (wish->kind == RECORD_LOSE)
		vcalendar_set_lost(item, now);
	if (is_new || wish->kind == RECORD_RENEW ||
	    (wish->kind == RECORD_KEEP && !vcalendar_is_marked(item)))
		vcalendar_keep(item, wish->agenda, wish->session, now);
}

/* Makes the text of a file, which may have one already. */
static int make_text(int folder, const char *name, enum save_mode mode,
		     const struct record_wish *wish, struct buffer *text)
{
	struct vcalendar *item = NULL;
	int error =
	    mode == SAVE_REPLACE ? record_read(folder, name, wish->id, &item, NULL) : ENOENT;
	bool is_new = !item;

	if (error && (error != ENOENT || !record_makes(wish->kind)))
		return error;
	if (is_new)
		item = vcalendar_new(wish->id);
	change(item, wish, is_new);
	vcalendar_write(item, text);
	vcalendar_free(item);
	return 0;
}

int record_write(int folder, const char *name, enum save_mode mode, const struct record_wish *wish)
{
	struct buffer text = {0};
	int error = 0;

	if (mode == SAVE_REPLACE && (wish->kind == RECORD_RESTORE || wish->kind == RECORD_ADD))
		return 0;
	if (wish->kind == RECORD_RESTORE && !wish->text)
		return ENOENT;
	if (wish->kind == RECORD_RESTORE)
		buffer_puts(&text, wish->text);
	else
		error = make_text(folder, name, mode, wish, &text);
	if (!error)
		error = check(&text, wish->id);
	if (!error)
		error = save_file(folder, name, buffer_text(&text), text.length, mode);
	buffer_free(&text);
	return error;
}

int record_add(struct save_batch *batch, const char *name, const struct record_wish *wish)
{
	struct buffer text = {0};
	int error = make_text(-1, name, SAVE_NEW, wish, &text);

	if (!error)
		error = check(&text, wish->id);
	if (!error)
		error = save_batch_add(batch, name, buffer_text(&text), text.length);
	buffer_free(&text);
	return error;
}
