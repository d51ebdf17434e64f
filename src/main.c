/*
 * nec-agenda: what the command line asks for is done, in this order: read the agenda, then check
 * it, print it or browse it.
 */
#include "config.h"

#include "base/i18n.h"
#include "base/locale.h"
#include "base/memory.h"
#include "browse.h"
#include "clock.h"
#include "exchange.h"
#include "help.h"
#include "host.h"
#include "model/tongue.h"
#include "options.h"
#include "output.h"
#include "patience.h"
#include "read/reader.h"
#include "revisions.h"
#include "store/store.h"
#include "tui/rebinding.h"
#include "wishes.h"
#include "write/writer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum exit_status { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_WRONG_USAGE = 2 };

static const char error_prefix[] = PACKAGE ": ";

/* Everything a run needs at hand. */
struct run {
	struct options options;
	struct patience *patience; /* NULL where nothing shows that the agenda is being read */
	int stopped;		   /* the exit status where reading it was; else 0 */
	struct report report;
	struct report settings; /* what is wrong with them, which is not the agenda's fault */
	struct report folder;	/* the same of the bookmarks, where these are what is asked for */
	struct keymap keymap;
	struct agenda *agenda;
	bool ascii;
};

/* Takes away what was shown while the agenda was read. */
static void stop_waiting(struct run *run)
{
	if (run->patience)
		run->stopped = patience_status(run->patience);
	patience_free(run->patience);
	run->patience = NULL;
}

static void print_errors(const struct run *run)
{
	struct buffer text = {0};

	if (run->options.action != ACTION_HELP && run->options.action != ACTION_VERSION)
		output_findings(&text, &run->settings, error_prefix, SEVERITY_WARNING);
	output_findings(&text, &run->folder, error_prefix, SEVERITY_WARNING);
	output_findings(&text, &run->report, error_prefix, SEVERITY_CAUTION);
	output_errors(&text, run->ascii);
	buffer_free(&text);
}

static int print_and_end(struct run *run, struct buffer *text)
{
	bool written = output_text(text, run->ascii, &run->report);

	buffer_free(text);
	return written ? EXIT_DONE : EXIT_FAILED;
}

static int show_help(struct run *run)
{
	struct buffer text = {0};

	help_options(&text, &run->keymap);
	return print_and_end(run, &text);
}

static int show_keys(struct run *run)
{
	struct buffer text = {0};

	help_keys(&text, &run->keymap);
	return print_and_end(run, &text);
}

static int show_version(struct run *run)
{
	struct buffer text = {0};

	buffer_puts(&text, PACKAGE_STRING "\n");
	return print_and_end(run, &text);
}

static int check(struct run *run)
{
	enum severity least = run->options.verbose ? SEVERITY_NOTE : SEVERITY_WARNING;
	size_t to_mend =
	    run->report.counts[SEVERITY_WARNING] + run->report.counts[SEVERITY_CAUTION];
	struct buffer text = {0};

	report_sort(&run->report);
	output_findings(&text, &run->report, "", least);
	report_free(&run->report);
	return print_and_end(run, &text) == EXIT_DONE && !to_mend ? EXIT_DONE : EXIT_FAILED;
}

/* Columns for text: those of the terminal it goes to, else 80. */
static int print_width(void)
{
	struct winsize size;

	if (isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		return size.ws_col < 40 ? 40 : size.ws_col > 100 ? 100 : size.ws_col;
	return 80;
}

static int print_query(struct run *run, const struct query *query,
		       const struct bookmarks *bookmarks, civil_moment now)
{
	const struct writer *writer = writer_find(run->options.format);
	struct buffer text = {0};
	struct writer_job job = {
	    .agenda = run->agenda,
	    .query = query,
	    .bookmarks = bookmarks,
	    .whole = !wishes_restrict(&run->options),
	    .in_full = !wishes_restrict(&run->options),
	    .alarm = run->options.alarm < 0 ? NULL : &run->options.alarm,
	    .now_only = run->options.now,
	    .now = now,
	    .width = print_width(),
	};

	writer->write(&text, &job);
	run->ascii = run->ascii && writer->is_text;
	return print_and_end(run, &text);
}

static int exchange(struct run *run)
{
	const struct exchange wanted = {run->agenda, run->options.friend, print_width(),
					run->ascii};
	bool import = run->options.action == ACTION_IMPORT, done;
	struct buffer text = {0};
	int stopped = 0;

	done = import ? exchange_import(&text, &wanted, &stopped, &run->report)
		      : exchange_diff(&text, &wanted, &run->report);
	done = print_and_end(run, &text) == EXIT_DONE && done;
	return stopped ? stopped : done ? EXIT_DONE : EXIT_FAILED;
}

static int print(struct run *run, const struct clock *clock)
{
	struct query query = QUERY_ALL;
	struct bookmarks bookmarks = {0};
	struct store *store = store_open(run->agenda);
	civil_moment now = clock_now(clock);
	int status = EXIT_WRONG_USAGE;

	store_load(store, &bookmarks, run->options.bookmarked ? &run->folder : &run->report);
	if (wishes_query(&query, &run->options, run->agenda, &bookmarks, now, &run->report))
		status = print_query(run, &query, &bookmarks, now);
	query_free(&query);
	bookmarks_free(&bookmarks);
	store_close(store);
	return status;
}

static struct terminal_options terminal_options(const struct run *run)
{
	return (struct terminal_options){.ascii = run->ascii,
					 .mouse = run->options.preferences.mouse,
					 .color =
					     (enum terminal_color)run->options.preferences.color};
}

static int browse_agenda(struct run *run, const struct clock *clock)
{
	const struct options *options = &run->options;
	struct query query = QUERY_ALL;
	struct browse_options wanted = {
	    .clock = *clock,
	    .terminal = terminal_options(run),
	    .query = &query,
	    .now = options->now,
	    .keymap = &run->keymap,
	    .settings = &run->settings,
	    .linear = options->preferences.linear,
	    .remind = options->preferences.remind,
	    .bell = options->preferences.bell,
	};
	struct store *store = store_open(run->agenda);
	int status = EXIT_WRONG_USAGE;

	if (wishes_query(&query, options, run->agenda, NULL, clock_now(clock), &run->report)) {
		wanted.open = patience_steal_terminal(run->patience);
		status = browse(run->agenda, store, &wanted, &run->report);
	}
	query_free(&query);
	store_close(store);
	return status;
}

/* Speaks the language that is asked for outright, where one is. */
static void choose_language(const struct preferences *preferences)
{
	const char *code = preferences_language_code(preferences);

	if (code)
		locale_speak(code);
}

/* Where nothing says which language to speak, a French agenda is spoken of in French. */
static void choose_language_of(const struct run *run)
{
	const char *tongue;

	if (run->options.preferences.language != PREFERENCES_LANGUAGE_AUTO || !locale_is_silent())
		return;
	tongue = tongue_of(run->agenda);
	if (tongue && !strcmp(tongue, "fr"))
		locale_speak(tongue);
}

/* The kiosk */

static struct host_options host_options(const struct run *run)
{
	const struct options *options = &run->options;

	return (struct host_options){
	    .agenda = options->agenda,
	    .at = options->at,
	    .terminal = terminal_options(run),
	    .idle_seconds = options->kiosk_idle,
	    .language = preferences_language_code(&options->preferences),
	    .leave = options->kiosk_leave,
	};
}

/* What an agenda leaves to mend is said first: in the sandbox it may not be readable any more. */
static int check_kiosk(struct run *run, int status)
{
	struct host_options wanted = host_options(run);
	struct buffer text = {0};
	bool shut = host_check(&wanted, &text, &run->report);

	return print_and_end(run, &text) == EXIT_DONE && shut ? status : EXIT_FAILED;
}

static int run_kiosk(struct run *run)
{
	struct host_options wanted = host_options(run);

	if (wanted.agenda && !strcmp(wanted.agenda, "-")) {
		report_error(
		    &run->report, (struct place){0},
		    _("a kiosk reads its agenda again and again: give it a file or a folder"));
		return EXIT_WRONG_USAGE;
	}
	return host_run(&wanted, &run->report);
}

/* Keys come from the terminal, also where the agenda comes through standard input. */
static bool can_browse(const struct options *options)
{
	bool from_stdin = options->agenda && !strcmp(options->agenda, "-");

	return options->action == ACTION_BROWSE && isatty(STDOUT_FILENO) &&
	       (from_stdin || isatty(STDIN_FILENO));
}

/* Who types the agenda on the terminal sees how far it is. */
static bool is_typed(const char *agenda)
{
	return !strcmp(agenda, "-") && isatty(STDIN_FILENO);
}

/* Reads the agenda, and shows how far that is where it takes long. */
static void read_agenda(struct run *run)
{
	const char *name = run->options.agenda;
	bool browses = can_browse(&run->options);
	struct terminal_options terminal = terminal_options(run);

	if (name && !is_typed(name) && (browses || isatty(STDERR_FILENO))) {
		run->patience = patience_new(name, browses ? &terminal : NULL, run->ascii);
		run->report.progress = patience_progress(run->patience);
	}
	run->agenda = reader_open(name, &run->report);
	run->report.progress = NULL;
	if (!browses || !run->agenda)
		stop_waiting(run);
}

static int tell_changes(struct run *run)
{
	const char *former = run->options.former;
	struct agenda *before = former ? reader_open(former, &run->report) : NULL;
	struct buffer text = {0};
	bool done = true;

	if (former && !before)
		return EXIT_FAILED;
	if (before)
		revisions_of_editions(&text, before, run->agenda, &run->report);
	else
		done = revisions_of_bookmarks(&text, run->agenda, &run->folder);
	agenda_free(before);
	return print_and_end(run, &text) == EXIT_DONE && done ? EXIT_DONE : EXIT_FAILED;
}

static int use_agenda(struct run *run)
{
	struct clock clock;

	read_agenda(run);
	if (run->stopped) {
		report_free(&run->report);
		return run->stopped;
	}
	if (!run->agenda)
		return EXIT_FAILED;
	choose_language_of(run);
	if (run->options.action == ACTION_CHECK && run->options.kiosk)
		return check_kiosk(run, check(run));
	if (run->options.action == ACTION_CHECK)
		return check(run);
	if (run->options.friend)
		return exchange(run);
	if (run->options.action == ACTION_CHANGES)
		return tell_changes(run);
	clock = clock_at_venue(run->options.at, &run->agenda->event);
	if (can_browse(&run->options))
		return browse_agenda(run, &clock);
	return print(run, &clock);
}

static int act(struct run *run)
{
	switch (run->options.action) {
	case ACTION_HELP:
		return show_help(run);
	case ACTION_HELP_KEYS:
		return show_keys(run);
	case ACTION_VERSION:
		return show_version(run);
	case ACTION_BROWSE:
		if (run->options.kiosk)
			return run_kiosk(run);
		return use_agenda(run);
	default:
		return use_agenda(run);
	}
}

/* The language that the settings ask for. What was found wrong with them before it was known is
 * said anew. */
static void heed_language(struct run *run)
{
	struct preferences *preferences = &run->options.preferences;

	choose_language(preferences);
	if (!run->settings.count || !preferences_language_code(preferences))
		return;
	preferences_free(preferences);
	report_free(&run->settings);
	preferences_begin(preferences);
	preferences_read(preferences, &run->settings);
}

/* The user's settings, then the command line, which may say otherwise. Its language comes first:
 * whatever is wrong with them is said in it. */
static bool take_wishes(struct run *run, int argc, char **argv)
{
	struct preferences *preferences = &run->options.preferences;
	const char *language = options_language(argc, argv);
	bool good;

	preferences_begin(preferences);
	if (language)
		preferences_set(preferences, "language", language);
	choose_language(preferences);
	preferences_read(preferences, &run->settings);
	if (!language)
		heed_language(run);
	good = options_parse(&run->options, argc, argv, &run->report);
	keymap_begin(&run->keymap);
	rebinding_apply(&run->keymap, preferences->keys, &run->settings);
	report_sort(&run->settings);
	run->ascii = !locale_is_utf8() || preferences->ascii;
	return good;
}

int main(int argc, char **argv)
{
	struct run run = {.ascii = false};
	int status = EXIT_WRONG_USAGE;

	signal(SIGXFSZ, SIG_IGN); /* a limit on the size of files is told, and ends nothing */
	memory_begin();
	locale_begin();
	if (take_wishes(&run, argc, argv))
		status = act(&run);
	stop_waiting(&run);
	print_errors(&run);
	report_free(&run.report);
	report_free(&run.settings);
	report_free(&run.folder);
	agenda_free(run.agenda);
	keymap_free(&run.keymap);
	options_free(&run.options);
	preferences_free(&run.options.preferences);
	return status;
}
