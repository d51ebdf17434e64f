#include "config.h"

#include "host.h"

#include "base/i18n.h"
#include "base/locale.h"
#include "base/steady.h"
#include "clock.h"
#include "enclosure.h"
#include "kiosk/kiosk.h"
#include "model/tongue.h"
#include "output.h"
#include "read/reader.h"
#include "sandbox.h"
#include "store/watch.h"
#include "term/gpm.h"
#include "tui/key.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* SETTLING: milliseconds for which a page that is being written is left alone before it is read. */
enum { SETTLING = 200, LEAVE_LONGEST = 64, MESSAGES_PER_PAINT = 100 };

struct host {
	const struct host_options *options;
	struct agenda *agenda; /* NULL until one could be read */
	struct watch *watch;   /* of its file; NULL for the built-in one */
	struct clock clock;
	struct enclosure enclosure;
	struct report *report; /* of why it ends */
	bool shut_out;	       /* from the folder of an agenda that came too late */
	civil_moment shown;    /* the minute that was painted last */
	struct kiosk *kiosk;
	struct screen *screen;
	struct terminal *terminal;
	struct gpm *gpm;	   /* of a console; NULL elsewhere */
	char typed[LEAVE_LONGEST]; /* the last characters */
};

static void tell(struct host *host, const struct kiosk_message *message)
{
	kiosk_update(host->kiosk, message);
}

/* The venue's offset may be another one since the minute before: summer ends at night. */
static void tell_time(struct host *host)
{
	struct kiosk_message message = {.kind = KIOSK_TIME};

	if (host->options->at == CIVIL_NONE)
		host->clock =
		    clock_at_venue(CIVIL_NONE, host->agenda ? &host->agenda->event : NULL);
	message.time.now = clock_now(&host->clock);
	message.time.milliseconds = steady_milliseconds();
	tell(host, &message);
}

/* The agenda */

/* Whether standard error is the screen: what it says there would stand among what is shown. */
static bool errors_are_shown(void)
{
	struct stat errors, screen;

	return isatty(STDERR_FILENO) && !fstat(STDERR_FILENO, &errors) &&
	       !fstat(STDOUT_FILENO, &screen) && errors.st_rdev == screen.st_rdev;
}

static void log_findings(const struct report *report)
{
	struct buffer text = {0};

	output_findings(&text, report, PACKAGE ": ", SEVERITY_CAUTION);
	output_errors(&text, false);
	buffer_free(&text);
}

/* In one line, and first where: of a long one the end is cut off. */
static void say_finding(const struct finding *finding, struct buffer *out)
{
	const char *file = finding->place.file, *slash = file ? strrchr(file, '/') : NULL;

	if (file)
		buffer_puts(out, slash ? slash + 1 : file);
	if (file && finding->place.line)
		buffer_printf(out, ":%d", finding->place.line);
	buffer_printf(out, "%s%s", file ? ": " : "", finding->message);
}

static void tell_trouble(struct host *host, const struct report *report)
{
	struct kiosk_message message = {.kind = KIOSK_TROUBLE};
	struct buffer line = {0};

	for (size_t i = 0; i < report->count && !line.length; i++)
		if (report->items[i].severity == SEVERITY_ERROR)
			say_finding(&report->items[i], &line);
	message.trouble = line.length ? buffer_text(&line) : NULL;
	tell(host, &message);
	buffer_free(&line);
}

static void take_agenda(struct host *host, struct agenda *agenda)
{
	struct kiosk_message message = {.kind = KIOSK_AGENDA, .agenda = agenda};
	struct agenda *before = host->agenda;

	host->agenda = agenda;
	tell_time(host);
	tell(host, &message);
	agenda_free(before);
}

static void say_shut_out(const struct host *host, struct report *report)
{
	report_error(
	    report, (struct place){.file = host->options->agenda},
	    _("the kiosk can read only the folder that was there when it started, and this "
	      "is another one; start the kiosk again"));
}

/* What shows an agenda goes on; what has nothing to show ends, so that the unit starts it again. */
static void give_up_folder(struct host *host, struct report *report)
{
	report_free(report);
	*report = (struct report){0};
	host->shut_out = !host->agenda;
	say_shut_out(host, host->shut_out ? host->report : report);
}

static void read_agenda(struct host *host)
{
	struct report report = {0};
	struct agenda *agenda = reader_open(host->options->agenda, &report);

	if (!agenda && enclosure_shuts_out(&host->enclosure, host->options->agenda))
		give_up_folder(host, &report);
	if (!errors_are_shown())
		log_findings(&report);
	tell_trouble(host, &report);
	if (agenda)
		take_agenda(host, agenda);
	report_free(&report);
}

/* Messages */

/* Whether the characters typed last are those that end it. */
static bool leaves(struct host *host, uint32_t key)
{
	const char *leave = host->options->leave;
	size_t length = leave ? strlen(leave) : 0;

	if (!length || length >= LEAVE_LONGEST || key >= 0x80)
		return false;
	memmove(host->typed, host->typed + 1, length - 1);
	host->typed[length - 1] = (char)key;
	return !strncmp(host->typed, leave, length);
}

static void tell_mouse(struct host *host, const struct message *message)
{
	enum mouse_action action = message->mouse.action;
	struct kiosk_message told = {.kind = KIOSK_TOUCH};

	if (action == MOUSE_WHEEL_UP || action == MOUSE_WHEEL_DOWN) {
		told.kind = KIOSK_WHEEL;
		told.wheel = action == MOUSE_WHEEL_UP ? -1 : 1;
	} else {
		told.touch.row = message->mouse.row;
		told.touch.column = message->mouse.column;
	}
	tell(host, &told);
}

/* False where it is over. */
static bool pass_on(struct host *host, const struct message *message)
{
	struct kiosk_message told = {.kind = KIOSK_RESIZE};

	tell_time(host);
	switch (message->kind) {
	case MESSAGE_KEY:
		if (leaves(host, message->key))
			return false;
		told.kind = KIOSK_KEY;
		told.key = message->key;
		break;
	case MESSAGE_MOUSE:
		tell_mouse(host, message);
		return true;
	default:
		told.resize.rows = message->resize.rows;
		told.resize.columns = message->resize.columns;
	}
	tell(host, &told);
	return true;
}

static int patience(const struct host *host)
{
	int minute = clock_next_minute(&host->clock), kiosk = kiosk_patience(host->kiosk);

	return minute < kiosk ? minute : kiosk;
}

/* Whatever wrote on the screen meanwhile, such as the kernel, is painted over once a minute. */
static void paint(struct host *host)
{
	civil_moment now = clock_now(&host->clock);

	if (now != host->shown)
		terminal_repaint(host->terminal);
	host->shown = now;
	kiosk_draw(host->kiosk, host->screen);
	terminal_paint(host->terminal, host->screen);
}

static void look_at_file(struct host *host)
{
	struct timespec settling = {.tv_nsec = SETTLING * 1000000L};

	if (!host->watch || !watch_take(host->watch))
		return;
	nanosleep(&settling, NULL);
	watch_take(host->watch);
	read_agenda(host);
}

static void look_at_gpm(struct host *host)
{
	int fd = gpm_fd(host->gpm);
	struct message message;

	while (gpm_take(host->gpm, &message))
		pass_on(host, &message);
	if (gpm_fd(host->gpm) != fd)
		terminal_ignore(host->terminal, fd);
}

/* Sleeps until something happens, then takes what came together. `over` becomes true where somebody
 * typed what ends it. */
static enum terminal_event take_messages(struct host *host, bool *over)
{
	enum terminal_event event = TERMINAL_MESSAGE;
	int wait = patience(host);
	struct message message;

	for (int i = 0; i < MESSAGES_PER_PAINT && !*over; i++) {
		event = terminal_wait(host->terminal, wait, &message);
		if (event != TERMINAL_MESSAGE)
			break;
		*over = !pass_on(host, &message);
		wait = 0;
	}
	return event;
}

static int run(struct host *host)
{
	bool over = false;

	while (!over && !host->shut_out) {
		tell_time(host);
		paint(host);
		if (take_messages(host, &over) == TERMINAL_END)
			return terminal_end_signal(host->terminal) == SIGTERM ? 0 : 1;
		look_at_gpm(host);
		look_at_file(host);
	}
	return host->shut_out ? 1 : 0;
}

/* Life */

/* What Ctrl-C, Ctrl-Z and Ctrl-\ would do, should they ever be signals, is nothing; also to whoever
 * this process is the parent of. */
static void ignore_keys(void)
{
	signal(SIGINT, SIG_IGN);
	signal(SIGTSTP, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	signal(SIGTTOU, SIG_IGN);
	signal(SIGTTIN, SIG_IGN);
}

static const char *language_of(const struct host_options *options, const struct agenda *agenda)
{
	const char *tongue;

	if (options->language)
		return options->language;
	tongue = agenda && locale_is_silent() ? tongue_of(agenda) : NULL;
	if (tongue)
		return !strcmp(tongue, "fr") ? "fr" : "en";
	return locale_speaks("fr") ? "fr" : "en";
}

static void ask_gpm(struct host *host)
{
	int console = gpm_console(STDIN_FILENO);

	if (console && host->options->terminal.mouse)
		host->gpm = gpm_ask(GPM_SOCKET, console);
}

static void start(struct host *host, const char *language)
{
	struct kiosk_options wanted = {
	    .idle_seconds = host->options->idle_seconds,
	    .language = language,
	    .blocks = terminal_has_blocks(host->terminal),
	};
	int rows, columns;

	terminal_size(host->terminal, &rows, &columns);
	locale_speak(language);
	host->kiosk = kiosk_new(&wanted, rows, columns);
	host->screen = screen_new(rows, columns);
	tell_time(host);
	if (host->watch)
		terminal_listen(host->terminal, watch_fd(host->watch));
	terminal_listen(host->terminal, gpm_fd(host->gpm));
}

static void end(struct host *host)
{
	kiosk_free(host->kiosk);
	screen_free(host->screen);
	watch_stop(host->watch);
	gpm_leave(host->gpm);
	terminal_close(host->terminal);
	agenda_free(host->agenda);
}

/* The first agenda is read before the screen is taken over: what is wrong with it is seen, and its
 * language is known. That of the environment is known only until the enclosure has loaded all. */
int host_run(const struct host_options *options, struct report *report)
{
	struct host host = {.options = options, .report = report, .shown = CIVIL_NONE};
	struct terminal_options terminal = options->terminal;
	struct report found = {0};
	struct agenda *first;
	const char *language;
	int status;

	ignore_keys();
	first = reader_open(options->agenda, &found);
	language = language_of(options, first);
	log_findings(&found);
	host.clock = clock_at_venue(options->at, first ? &first->event : NULL);
	terminal.deaf = true;
	host.terminal = terminal_open(&terminal, report);
	if (!host.terminal) {
		agenda_free(first);
		report_free(&found);
		return 1;
	}
	if (options->agenda)
		host.watch = watch_start(options->agenda);
	ask_gpm(&host);
	host.enclosure = enclosure_enter(options->agenda, report);
	start(&host, language);
	tell_trouble(&host, &found);
	report_free(&found);
	if (first)
		take_agenda(&host, first);
	status = run(&host);
	end(&host);
	return status;
}

bool host_check(const struct host_options *options, struct buffer *out, struct report *report)
{
	const char *language =
	    options->language ? options->language : (locale_speaks("fr") ? "fr" : "en");
	size_t before = report->count;

	enclosure_enter(options->agenda, report);
	locale_speak(language);
	return sandbox_prove(out) && report->count == before;
}
