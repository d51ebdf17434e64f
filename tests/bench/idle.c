/*
 * The least that a program with our libraries can cost: it is linked with all of them, sets its
 * locale, and ends.
 */
#include "config.h"

#include <cmark.h>
#include <curses.h>
#include <jansson.h>
#include <libical/ical.h>
#include <libxml/parser.h>
#include <locale.h>
#include <qrencode.h>
#include <utf8proc.h>
#include <yaml.h>

/* One name of each, so that the linker keeps them all. */
static const void *volatile const kept[] = {
    cmark_version, initscr,	     json_object,      icalcomponent_new, QRcode_free,
    setlocale,	   utf8proc_version, yaml_get_version, xmlNewParserCtxt,
};

int main(void)
{
	setlocale(LC_CTYPE, "C.UTF-8");
	return kept[0] == NULL;
}
