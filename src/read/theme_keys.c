#include "config.h"

#include "read/theme_keys.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "read/keys.h"

#include <string.h>

struct theme_taker {
	const char *name, *colour;
	struct buffer description;
	struct report *report;
};

static void take_name(void *reader, const struct node *value)
{
	struct theme_taker *taker = reader;

	if (!taker->name)
		taker->name = value->text;
}

static void take_description(void *reader, const struct node *value)
{
	struct theme_taker *taker = reader;

	if (!taker->description.length)
		node_join(&taker->description, value, " ");
}

static void take_colour(void *reader, const struct node *value)
{
	struct theme_taker *taker = reader;
	const char *colour = value->text ? value->text : "";

	if (*colour == '#' && strlen(colour) == 7 &&
	    strspn(colour + 1, "0123456789abcdefABCDEF") == 6)
		taker->colour = colour;
	else
		report_warning(taker->report, value->place,
			       _("\"%s\" is no colour; write it as \"#336699\", in quotes"),
			       colour);
}

static const struct key keys[] = {
    {"name", take_name},
    {"nom", take_name},
    {"title", take_name},
    {"titre", take_name},
    {"description", take_description},
    {"colour", take_colour},
    {"color", take_colour},
    {"couleur", take_colour},
};

static size_t read_theme(struct builder *builder, const struct node *theme, struct report *report)
{
	struct theme_taker taker = {.report = report};
	int added;

	if (theme->kind == NODE_MAP)
		keys_read(keys, sizeof keys / sizeof *keys, &taker, theme, report);
	else
		taker.name = theme->text;
	added = builder_theme(builder, taker.name, buffer_text(&taker.description), taker.colour,
			      theme->place.line);
	buffer_free(&taker.description);
	if (added < 0)
		report_warning(report, theme->place,
			       _("this theme has no name; write \"name: …\", or the name alone"));
	return added >= 0;
}

size_t theme_keys_read(struct builder *builder, const struct node *themes, struct report *report)
{
	size_t count = 0;

	if (themes->kind != NODE_LIST)
		return read_theme(builder, themes, report);
	for (const struct node *theme = themes->first; theme; theme = theme->next)
		count += read_theme(builder, theme, report);
	return count;
}
