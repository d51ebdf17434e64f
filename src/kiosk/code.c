#include "config.h"

#include "kiosk/code.h"

#include "base/i18n.h"
#include "document/composer.h"
#include "kiosk/kiosk_private.h"
#include "present/scan.h"
#include "tui/qr.h"

#include <string.h>

uint32_t code_session(const struct kiosk *kiosk, const struct spot *place)
{
	return place->page == PAGE_WALK ? picks_at(&kiosk->picks, place->item) : place->item;
}

/* Links */

static bool is_for_phones(const char *url)
{
	return url && (!strncmp(url, "https://", 8) || !strncmp(url, "http://", 7));
}

/* The number-th of them, and of information the item it is in; NULL behind the last. */
static const char *find_link(const struct agenda *agenda, size_t number, const struct info **item)
{
	const struct event *event = &agenda->event;

	*item = NULL;
	if (is_for_phones(event->url) && number-- == 0)
		return event->url;
	for (size_t i = 0; i < event->info_count; i++) {
		const struct info *info = &event->infos[i];

		if (!is_for_phones(info->url) || number-- > 0)
			continue;
		*item = info;
		return info->url;
	}
	return NULL;
}

size_t code_links(const struct agenda *agenda)
{
	const struct info *item;
	size_t count = 0;

	while (find_link(agenda, count, &item))
		count++;
	return count;
}

/* Whether a link names a host and nothing of it. */
static bool is_front_page(const char *url)
{
	const char *host = strstr(url, "://"), *path;

	if (!host)
		return false;
	host += strlen("://");
	path = host + strcspn(host, "/?#");
	return !strcmp(path, "") || !strcmp(path, "/");
}

/* Others lead to a form for those who come, say, which nobody wants afterwards. */
size_t code_event_link(const struct agenda *agenda)
{
	const struct info *item;
	const char *url;

	if (is_for_phones(agenda->event.url))
		return 0;
	for (size_t i = 0; (url = find_link(agenda, i, &item)); i++)
		if (is_front_page(url))
			return i;
	return 0;
}

const char *code_link(const struct agenda *agenda, size_t number)
{
	const struct info *item;
	const char *url = find_link(agenda, number, &item);

	return url ? url : "";
}

void code_say_link(const struct kiosk *kiosk, size_t number, struct buffer *out)
{
	const struct info *item;
	const char *url = find_link(kiosk->agenda, number, &item);
	const char *label = item ? item->label : kiosk->agenda->event.title;
	const char *text =
	    item && item->text && strcmp(item->text, item->url) != 0 ? item->text : NULL;

	if (label)
		buffer_puts(out, label);
	if (text && (!label || strcmp(label, text) != 0))
		buffer_printf(out, "%s%s", label ? " – " : "", text);
	if (!out->length && url)
		buffer_puts(out, url);
}

/* Drawing */

/* Words wrapped into an area. */
static void put_words(struct screen *screen, struct rectangle area, struct document *words)
{
	struct rectangle before = screen_clip(screen, area);
	struct text text = {0};

	text_set(&text, words);
	text_fit(&text, area.columns, area.rows);
	text_draw(&text, screen, area.row, area.column);
	text_free(&text);
	screen_clip(screen, before);
}

/* Modules as large as there is room for: a cell of two columns each, else half a cell. */
static bool choose_look(const struct kiosk *kiosk, const struct qr *qr, struct rectangle area,
			struct qr_look *look, int *rows, int *columns)
{
	*look = (struct qr_look){.halves = false};
	qr_size(qr, *look, rows, columns);
	if (*rows <= area.rows && *columns <= area.columns)
		return true;
	look->halves = kiosk->options.blocks;
	qr_size(qr, *look, rows, columns);
	return *rows <= area.rows && *columns <= area.columns;
}

/* False, with nothing drawn, where it does not fit. */
static bool draw_code(const struct kiosk *kiosk, struct screen *screen, const char *text)
{
	struct rectangle area = kiosk->scene.text;
	struct qr *qr = qr_new(text);
	struct qr_look look;
	int rows, columns;
	bool fits = qr && choose_look(kiosk, qr, area, &look, &rows, &columns);

	if (fits)
		qr_draw(qr, screen, area.row + (area.rows - rows) / 2,
			area.column + (area.columns - columns) / 2, look);
	qr_free(qr);
	return fits;
}

/* There is no banner above a code, so an announcement stands beside it. */
static void add_announcement(struct composer *composer, const struct kiosk *kiosk)
{
	struct buffer line = {0};

	if (!kiosk->agenda->event.announcement)
		return;
	buffer_printf(&line, "! %s", kiosk->agenda->event.announcement);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, buffer_text(&line), SPAN_STRONG);
	buffer_free(&line);
}

static void say_beside(const struct kiosk *kiosk, struct screen *screen, const char *title,
		       const char *words, const char *url)
{
	struct composer *composer = composer_new();

	composer_leaf(composer, BLOCK_PARAGRAPH, 0, title, SPAN_STRONG);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, words, 0);
	if (url)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, url, 0);
	add_announcement(composer, kiosk);
	put_words(screen, kiosk->scene.aside, composer_finish(composer));
}

void code_draw(const struct kiosk *kiosk, struct screen *screen, const char *url, const char *title,
	       const char *words)
{
	struct rectangle area = kiosk->scene.text;
	bool drawn = draw_code(kiosk, screen, url);

	if (!drawn) {
		area.row += 1, area.rows -= 1;
		area.column += 2, area.columns -= 3;
		put_words(screen, area, page_sentence(url));
	}
	say_beside(kiosk, screen, title, drawn ? words : _("This screen is too small for a code."),
		   drawn ? url : NULL);
}

static void draw_event_link(const struct kiosk *kiosk, struct screen *screen, const char *title)
{
	if (code_links(kiosk->agenda))
		code_draw(kiosk, screen, code_link(kiosk->agenda, code_event_link(kiosk->agenda)),
			  title,
			  _("This session does not fit into a code on this screen. This one leads "
			    "to the page of the event."));
	else
		say_beside(kiosk, screen, title,
			   _("This session does not fit into a code on this screen."), NULL);
}

void code_draw_session(const struct kiosk *kiosk, struct screen *screen)
{
	uint32_t session = code_session(kiosk, kiosk_here(kiosk));
	struct buffer entry = {0}, title = {0};
	bool drawn = false;

	page_at(kiosk_here(kiosk)->page)->title(kiosk, kiosk_here(kiosk), &title);
	for (enum scan_brevity brevity = SCAN_WHOLE; brevity < SCAN_NO_END && !drawn; brevity++) {
		buffer_clear(&entry);
		scan_event(&entry, kiosk->agenda, session, brevity, 0);
		drawn = draw_code(kiosk, screen, buffer_text(&entry));
	}
	if (drawn)
		say_beside(kiosk, screen, buffer_text(&title),
			   _("Point your phone's camera here: the session goes into your "
			     "calendar."),
			   NULL);
	else
		draw_event_link(kiosk, screen, buffer_text(&title));
	buffer_free(&entry);
	buffer_free(&title);
}

void code_draw_link(const struct kiosk *kiosk, struct screen *screen)
{
	uint32_t number = kiosk_here(kiosk)->item;
	struct buffer title = {0};

	code_say_link(kiosk, number, &title);
	code_draw(kiosk, screen, code_link(kiosk->agenda, number), buffer_text(&title),
		  _("Point your phone's camera here."));
	buffer_free(&title);
}
