#include "config.h"

#include "browse.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "export.h"
#include "launcher.h"
#include "present/capital.h"
#include "store/watch.h"
#include "tui/app.h"
#include "tui/screen.h"

#include <stdlib.h>
#include <string.h>

/* Input that came together is painted once, but some of it is painted now and then. */
enum { MESSAGES_PER_PAINT = 100 };

/* So much is told of what is found in the folder of the bookmarks. */
enum { NOTICES_MOST = 8 };

struct browser {
	const struct agenda *agenda;
	struct store *store;
	struct watch *folder; /* of the bookmarks; NULL where there can be none */
	struct clock clock;
	civil_moment shown; /* the minute that the app knows of */
	struct app *app;
	struct screen *screen;
	struct terminal *terminal;
	struct launcher *launcher;
	bool ascii;
	struct app_format *formats;
	enum export_end exported; /* how the last export ended, and where */
	struct buffer exported_path;
	bool running;
};

static void tell(struct browser *browser, const struct message *message);
static void load_bookmarks(struct browser *browser, enum severity least);
static void tell_notices(struct browser *browser, const struct report *report, enum severity least,
			 size_t most);

static const char *first_error(const struct report *report)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->items[i].severity == SEVERITY_ERROR)
			return report->items[i].message;
	return "";
}

static void quit(struct browser *browser, const struct effect *effect, struct report *report)
{
	(void)effect, (void)report;
	browser->running = false;
}

static void save(struct browser *browser, const struct effect *effect, struct report *report)
{
	store_save(browser->store, browser->agenda, effect->session, effect->note, report);
}

static void note(struct browser *browser, const struct effect *effect, struct report *report)
{
	if (effect->session != EFFECT_NO_SESSION && effect->note)
		save(browser, effect, report);
	else
		store_note(browser->store, effect->id, effect->note, report);
}

static void discard(struct browser *browser, const struct effect *effect, struct report *report)
{
	store_remove(browser->store, effect->id, report);
}

/* Another window may have let it go first: then what it held is not known here. */
static void restore(struct browser *browser, const struct effect *effect, struct report *report)
{
	if (effect->session != EFFECT_NO_SESSION && !store_can_restore(browser->store, effect->id))
		save(browser, effect, report);
	else
		store_restore(browser->store, effect->id, report);
}

/* What is gone goes only once the other one is there. */
static void succeed(struct browser *browser, const struct effect *effect, struct report *report)
{
	save(browser, effect, report);
	if (!report->counts[SEVERITY_ERROR])
		discard(browser, effect, report);
}

static void renew(struct browser *browser, const struct effect *effect, struct report *report)
{
	for (size_t i = 0; i < effect->id_count; i++) {
		int session = agenda_find_session(browser->agenda, effect->ids[i]);

		if (session >= 0)
			store_renew(browser->store, browser->agenda, (size_t)session, report);
		else
			store_lose(browser->store, effect->ids[i], report);
	}
}

static void adopt(struct browser *browser, const struct effect *effect, struct report *report)
{
	store_adopt(browser->store, effect->id, report);
}

static void decline(struct browser *browser, const struct effect *effect, struct report *report)
{
	(void)effect;
	store_make(browser->store, report);
}

static void ring(struct browser *browser, const struct effect *effect, struct report *report)
{
	(void)effect, (void)report;
	terminal_bell(browser->terminal);
}

static void repaint(struct browser *browser, const struct effect *effect, struct report *report)
{
	(void)effect, (void)report;
	terminal_repaint(browser->terminal);
}

static void suspend(struct browser *browser, const struct effect *effect, struct report *report)
{
	(void)effect, (void)report;
	terminal_suspend(browser->terminal);
}

static void open_link(struct browser *browser, const struct effect *effect, struct report *report)
{
	launcher_open(browser->launcher, effect->text, report);
}

/* tmux keeps such sequences for itself, and has a clipboard of its own. */
static void copy(struct browser *browser, const struct effect *effect, struct report *report)
{
	const char *tmux = getenv("TMUX");

	if (tmux && *tmux)
		launcher_copy_in_tmux(browser->launcher, effect->text, report);
	else
		terminal_copy(browser->terminal, effect->text, report);
}

/* Into the clipboard: as much as it takes, or nothing. */
static enum export_end copy_sessions(struct browser *browser, const struct export_order *order,
				     struct report *report)
{
	struct buffer text = {0};

	export_text(&text, order, browser->agenda, browser->shown, browser->ascii);
	if (text.length > EFFECT_COPY_BYTES) {
		report_error(report, (struct place){0},
			     _("it is too much for a clipboard; write it into a file"));
	} else {
		const struct effect effect = {.kind = EFFECT_COPY, .text = buffer_text(&text)};

		copy(browser, &effect, report);
	}
	buffer_free(&text);
	return report->counts[SEVERITY_ERROR] ? EXPORT_FAILED : EXPORT_DONE;
}

static void export(struct browser *browser, const struct effect *effect, struct report *report)
{
	const struct export_order *order = &effect->order;

	buffer_clear(&browser->exported_path);
	if (order->path)
		browser->exported = export_write(order, browser->agenda, browser->shown,
						 browser->ascii, &browser->exported_path, report);
	else
		browser->exported = copy_sessions(browser, order, report);
}

static struct message saved(const struct browser *browser, const struct effect *effect, bool done,
			    const char *error)
{
	struct message message = {.kind = MESSAGE_SAVED};

	(void)browser;
	message.saved.what = effect->kind;
	message.saved.done = done;
	message.saved.id = effect->id;
	message.saved.error = error;
	return message;
}

static struct message exported(const struct browser *browser, const struct effect *effect,
			       bool done, const char *error)
{
	struct message message = {.kind = MESSAGE_EXPORTED};

	(void)effect, (void)done;
	message.exported.end = browser->exported;
	message.exported.path =
	    browser->exported_path.length ? buffer_text(&browser->exported_path) : NULL;
	message.exported.error = error;
	return message;
}

/* How each effect is brought about, and how the app hears of it where it waits to; of others it
 * hears only what went wrong. */
static const struct {
	void (*act)(struct browser *browser, const struct effect *effect, struct report *report);
	struct message (*answer)(const struct browser *browser, const struct effect *effect,
				 bool done, const char *error);
} actions[] = {
    [EFFECT_QUIT] = {quit, NULL},	  [EFFECT_SAVE] = {save, saved},
    [EFFECT_NOTE] = {note, saved},	  [EFFECT_REMOVE] = {discard, saved},
    [EFFECT_RESTORE] = {restore, saved},  [EFFECT_SUCCEED] = {succeed, saved},
    [EFFECT_RENEW] = {renew, saved},	  [EFFECT_ADOPT] = {adopt, saved},
    [EFFECT_DECLINE] = {decline, saved},  [EFFECT_BELL] = {ring, NULL},
    [EFFECT_EXPORT] = {export, exported}, [EFFECT_REPAINT] = {repaint, NULL},
    [EFFECT_SUSPEND] = {suspend, NULL},	  [EFFECT_OPEN] = {open_link, NULL},
    [EFFECT_COPY] = {copy, NULL},
};

static void answer(struct browser *browser, const struct effect *effect,
		   const struct report *report)
{
	bool done = !report->counts[SEVERITY_ERROR];
	struct message message;

	if (!actions[effect->kind].answer) {
		tell_notices(browser, report, SEVERITY_CAUTION, 1);
		return;
	}
	message =
	    actions[effect->kind].answer(browser, effect, done, done ? NULL : first_error(report));
	tell(browser, &message);
}

/* Whether the disk may hold other bookmarks than the app takes it to. */
static bool needs_reading(const struct effect *effect, const struct report *report)
{
	return effect->kind == EFFECT_ADOPT ||
	       (actions[effect->kind].answer == saved && report->counts[SEVERITY_ERROR]);
}

/*
 * All is done before the first answer, since what effects point to lives only so long. Where
 * something failed the disk is asked what it holds, for the last step of all may be what failed;
 * and where there are other bookmarks now. That comes first, too: the answer is about what is so.
 */
static void tell(struct browser *browser, const struct message *message)
{
	struct report reports[EFFECTS_MOST] = {0};
	struct effects effects = {.count = 0};
	bool doubtful = false;

	app_update(browser->app, message, &effects);
	for (int i = 0; i < effects.count; i++)
		actions[effects.items[i].kind].act(browser, &effects.items[i], &reports[i]);
	for (int i = 0; i < effects.count; i++)
		doubtful = doubtful || needs_reading(&effects.items[i], &reports[i]);
	if (doubtful)
		load_bookmarks(browser, SEVERITY_COUNT);
	for (int i = 0; i < effects.count; i++) {
		answer(browser, &effects.items[i], &reports[i]);
		report_free(&reports[i]);
	}
}

static bool says_the_same(const struct report *report, size_t left, size_t right)
{
	return !strcmp(report->items[left].message, report->items[right].message);
}

static bool was_told(const struct report *report, size_t finding)
{
	for (size_t i = 0; i < finding; i++)
		if (says_the_same(report, i, finding))
			return true;
	return false;
}

/* A line of the file that was named already, or the name of another one. */
static void say_other_place(struct buffer *text, const struct place *place, const char *named)
{
	const char *slash = strrchr(place->file, '/');

	if (place->line && named && !strcmp(place->file, named))
		buffer_printf(text, ", %d", place->line);
	else
		buffer_printf(text, ", %s", slash ? slash + 1 : place->file);
}

/* Some of the other places of which the same is to be said, and how many there are. */
static void say_other_places(struct buffer *text, const struct report *report, size_t first)
{
	enum { NAMED_MOST = 2 };
	size_t named = 0, more = 0;

	for (size_t i = first + 1; i < report->count; i++) {
		const struct place *place = &report->items[i].place;

		if (!place->file || !says_the_same(report, first, i))
			continue;
		if (named++ < NAMED_MOST)
			say_other_place(text, place, report->items[first].place.file);
		else
			more++;
	}
	if (more)
		buffer_printf(text, ngettext(" and %zu more", " and %zu more", more), more);
}

static void say_places(struct buffer *text, const struct report *report, size_t first)
{
	const struct place *place = &report->items[first].place;

	if (!place->file)
		return;
	buffer_printf(text, " (%s", place->file);
	if (place->line)
		buffer_printf(text, ":%d", place->line);
	say_other_places(text, report, first);
	buffer_putc(text, ')');
}

/* The message comes first: a long path would leave no room for it. */
static void tell_notices(struct browser *browser, const struct report *report, enum severity least,
			 size_t most)
{
	struct message message = {.kind = MESSAGE_NOTICE};
	struct buffer text = {0};

	for (size_t i = 0, told = 0; i < report->count && told < most; i++) {
		if (report->items[i].severity < least || was_told(report, i))
			continue;
		buffer_clear(&text);
		capital_append(&text, report->items[i].message);
		say_places(&text, report, i);
		message.notice = buffer_text(&text);
		tell(browser, &message);
		told++;
	}
	buffer_free(&text);
}

/* Says what is found in it that is at least so grave. */
static void load_bookmarks(struct browser *browser, enum severity least)
{
	struct bookmarks bookmarks = {0};
	struct report report = {0};
	struct message message = {.kind = MESSAGE_BOOKMARKS, .bookmarks = &bookmarks};

	if (store_load(browser->store, &bookmarks, &report))
		tell(browser, &message);
	tell_notices(browser, &report, least, NOTICES_MOST);
	report_free(&report);
	bookmarks_free(&bookmarks);
}

static void tell_clock(struct browser *browser)
{
	struct message message = {.kind = MESSAGE_CLOCK};
	civil_moment now = clock_now(&browser->clock);

	if (now == browser->shown)
		return;
	browser->shown = now;
	message.clock = now;
	tell(browser, &message);
}

/* Bookmarks may lie in the folder of a former title. */
static void look_for_former(struct browser *browser)
{
	struct message message = {.kind = MESSAGE_FORMER};
	char *name = store_former(browser->store, &message.former.count);

	message.former.name = name;
	if (name)
		tell(browser, &message);
	free(name);
}

/* What another window, khal or vdirsyncer did. */
static void take_changes(struct browser *browser)
{
	if (browser->folder && watch_take(browser->folder))
		load_bookmarks(browser, SEVERITY_WARNING);
}

/* What happens next: where nothing does and something is not finished, that goes on, unless there
 * is something to be painted first. */
static enum terminal_event next_message(struct browser *browser, int patience, bool painted,
					struct message *message)
{
	bool goes_on = painted && app_has_more(browser->app);
	enum terminal_event event =
	    terminal_wait(browser->terminal, goes_on ? 0 : patience, message);

	if (event != TERMINAL_TIMEOUT || !goes_on)
		return event;
	message->kind = MESSAGE_GO_ON;
	return TERMINAL_MESSAGE;
}

/* Sleeps until something happens, at most for the rest of the minute; then takes all that did. */
static enum terminal_event take_messages(struct browser *browser)
{
	int patience = clock_next_minute(&browser->clock);
	enum terminal_event event = TERMINAL_MESSAGE;
	struct message message;
	bool painted = true;

	for (int i = 0; i < MESSAGES_PER_PAINT && browser->running; i++) {
		event = next_message(browser, patience, painted, &message);
		if (event != TERMINAL_MESSAGE)
			break;
		tell(browser, &message);
		painted = painted && !app_is_to_be_drawn(browser->app);
		patience = 0;
	}
	return event;
}

/* Says what went wrong with programs that were started before. */
static void take_leave(struct browser *browser)
{
	struct report report = {0};

	launcher_reap(browser->launcher, &report);
	tell_notices(browser, &report, SEVERITY_CAUTION, 1);
	report_free(&report);
}

static int run(struct browser *browser)
{
	while (browser->running) {
		enum terminal_event event;

		app_draw(browser->app, browser->screen);
		terminal_paint(browser->terminal, browser->screen);
		event = take_messages(browser);
		if (event == TERMINAL_END)
			return 128 + terminal_end_signal(browser->terminal);
		take_changes(browser);
		if (event == TERMINAL_CHILD)
			take_leave(browser);
		tell_clock(browser);
	}
	return 0;
}

static void watch_folder(struct browser *browser)
{
	const char *path = store_path(browser->store);

	if (!path)
		return;
	browser->folder = watch_start(path);
	terminal_listen(browser->terminal, watch_fd(browser->folder));
}

static void start(struct browser *browser, const struct browse_options *options,
		  const struct report *report)
{
	size_t format_count;
	int rows, columns;

	terminal_size(browser->terminal, &rows, &columns);
	browser->shown = clock_now(&browser->clock);
	browser->screen = screen_new(rows, columns);
	browser->app = app_new(browser->agenda, browser->shown, rows, columns);
	browser->launcher = launcher_new(browser->terminal);
	app_set_blocks(browser->app, terminal_has_blocks(browser->terminal));
	browser->running = true;
	app_set_keys(browser->app, options->keymap);
	tell_notices(browser, options->settings, SEVERITY_WARNING, 1); /* all at the end */
	browser->ascii = options->terminal.ascii;
	browser->formats = export_formats(&format_count);
	app_set_formats(browser->app, browser->formats, format_count);
	app_remind(browser->app, options->remind, options->bell);
	app_set_linear(browser->app, options->linear);
	watch_folder(browser);
	load_bookmarks(browser, SEVERITY_WARNING);
	look_for_former(browser);
	app_take_query(browser->app, options->query);
	if (options->now)
		app_show_now(browser->app);
	tell_notices(browser, report, SEVERITY_CAUTION, 1);
}

int browse(const struct agenda *agenda, struct store *store, const struct browse_options *options,
	   struct report *report)
{
	struct browser browser = {.agenda = agenda, .store = store, .clock = options->clock};
	int status;

	browser.terminal =
	    options->open ? options->open : terminal_open(&options->terminal, report);
	if (!browser.terminal)
		return 1;
	start(&browser, options, report);
	status = run(&browser);
	launcher_free(browser.launcher);
	app_free(browser.app);
	screen_free(browser.screen);
	watch_stop(browser.folder);
	buffer_free(&browser.exported_path);
	free(browser.formats);
	terminal_close(browser.terminal);
	return status;
}
