#include "config.h"

#include "term/terminfo.h"

#include "base/i18n.h"

/* <term.h> needs <curses.h> before it, and names its macros as everybody would name variables. */
#include <curses.h>

#include <term.h>

#include <stdlib.h>
#include <string.h>

static const struct place nowhere = {0};

static char *string_of(const char *capability)
{
	char name[8];
	char *value;

	strncpy(name, capability, sizeof name - 1);
	name[sizeof name - 1] = '\0';
	value = tigetstr(name);
	return value == (char *)-1 ? NULL : value;
}

static bool can_paint(void)
{
	return string_of("cup") && string_of("clear");
}

bool terminfo_check(int fd, struct report *report)
{
	const char *term = getenv("TERM");
	int found = 0;
	bool paints;

	if (!term || !*term)
		return report_error(report, nowhere,
				    _("the kind of terminal is not known: set TERM, for example "
				      "to xterm, or print with --print"));
	if (setupterm(term, fd, &found) == ERR && found < 0)
		return report_error(report, nowhere,
				    _("the descriptions of terminals (terminfo) are missing: "
				      "install ncurses-base, or print with --print"));
	paints = found == 1 && can_paint();
	if (found == 1)
		del_curterm(cur_term);
	if (found != 1)
		return report_error(report, nowhere,
				    _("no terminal of the kind “%s” (TERM) is known here: set TERM "
				      "to one that is, such as xterm, or print with --print"),
				    term);
	return paints || report_error(report, nowhere,
				      _("a terminal of the kind “%s” (TERM) cannot show a full "
					"screen: print with --print"),
				      term);
}

bool terminfo_has_mouse(void)
{
	return string_of("kmous") != NULL;
}

/* A delay is written $<5>, with * or / behind the number. */
static void append_capability(struct buffer *out, const char *value)
{
	while (value && *value) {
		const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;

		if (end) {
			value = end + 1;
		} else {
			buffer_putc(out, *value);
			value++;
		}
	}
}

void terminfo_farewell(struct buffer *out, int rows)
{
	const char *to_cell = string_of("cup");

	append_capability(out, string_of("sgr0"));
	append_capability(out, string_of("op"));
	append_capability(out, string_of("rmacs"));
	if (to_cell)
		append_capability(out, tiparm(to_cell, rows - 1, 0));
	append_capability(out, string_of("cnorm"));
	append_capability(out, string_of("rmkx"));
	append_capability(out, string_of("rmcup"));
	if (!string_of("rmcup"))
		buffer_puts(out, "\r\n");
}
