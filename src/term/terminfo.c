#include "config.h"

#include "term/terminfo.h"

#include "base/i18n.h"

/* <term.h> needs <curses.h> before it, and names its macros as everybody would name variables: each
 * is a string of the terminal that was opened last, NULL where that cannot do it. */
#include <curses.h>

#include <term.h>

#include <stdlib.h>
#include <string.h>

static const struct place nowhere = {0};

bool terminfo_named(struct report *report)
{
	const char *term = getenv("TERM");

	return (term && *term) ||
	       report_error(
		   report, nowhere,
		   _("the kind of terminal is not known: set TERM, for example to xterm, or "
		     "print with --print"));
}

bool terminfo_paints(struct report *report)
{
	return (cursor_address && clear_screen) ||
	       report_error(report, nowhere,
			    _("a terminal of the kind “%s” (TERM) cannot show a full screen: print "
			      "with --print"),
			    getenv("TERM"));
}

void terminfo_explain(int fd, struct report *report)
{
	const char *term = getenv("TERM");
	int found = 0;

	if (setupterm(term, fd, &found) == OK) {
		del_curterm(cur_term);
		report_error(report, nowhere, _("the terminal cannot be opened"));
	} else if (found < 0) {
		report_error(report, nowhere,
			     _("the descriptions of terminals (terminfo) are missing: install "
			       "ncurses-base, or print with --print"));
	} else {
		report_error(report, nowhere,
			     _("no terminal of the kind “%s” (TERM) is known here: set TERM to one "
			       "that is, such as xterm, or print with --print"),
			     term);
	}
}

bool terminfo_has_mouse(void)
{
	return key_mouse != NULL;
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
	append_capability(out, exit_attribute_mode);
	append_capability(out, orig_pair);
	append_capability(out, exit_alt_charset_mode);
	append_capability(out, tiparm(cursor_address, rows - 1, 0));
	append_capability(out, cursor_normal);
	append_capability(out, keypad_local);
	append_capability(out, exit_ca_mode);
	if (!exit_ca_mode)
		buffer_puts(out, "\r\n");
}
