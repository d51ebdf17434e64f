#include "config.h"

#include "tui/key.h"

#include "base/i18n.h"
#include "base/utf8.h"

#include <stddef.h>

struct key_name {
	uint32_t key;
	const char *name;
};

static const struct key_name names[] = {
    {KEY_TAB, N_("Tab")},	  {KEY_RETURN, N_("Enter")},	 {KEY_ESCAPE, N_("Esc")},
    {KEY_SPACE, N_("Space")},	  {KEY_RUBOUT, N_("Backspace")}, {KEY_BACK_TAB, N_("Shift-Tab")},
    {KEY_ARROW_UP, "↑"},	  {KEY_ARROW_DOWN, "↓"},	 {KEY_ARROW_LEFT, "←"},
    {KEY_ARROW_RIGHT, "→"},	  {KEY_PAGE_UP, N_("PgUp")},	 {KEY_PAGE_DOWN, N_("PgDn")},
    {KEY_LINE_START, N_("Home")}, {KEY_LINE_END, N_("End")},	 {KEY_REMOVE, N_("Delete")},
    {KEY_ADD, N_("Insert")},
};

static const char *name_of(uint32_t key)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].key == key)
			return names[i].name;
	return NULL;
}

void key_label(struct buffer *out, uint32_t key)
{
	const char *name = name_of(key);

	if (name)
		buffer_puts(out, _(name));
	else if (key >= KEY_FUNCTION_1 && key <= KEY_FUNCTION_12)
		buffer_printf(out, "F%d", (int)(key - KEY_FUNCTION_1 + 1));
	else if (key < ' ')
		buffer_printf(out, _("Ctrl-%c"), (int)key + '@');
	else
		utf8_append(out, key);
}
