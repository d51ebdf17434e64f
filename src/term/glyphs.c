#include "config.h"

#include "term/glyphs.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <linux/kd.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wctype.h>

struct glyphs {
	bool asked;			/* whether `has` is what the console said */
	unsigned char has[0x10000 / 8]; /* a bit per character of Unicode's first plane */
};

/* What looks most alike, first choice first. Behind it comes ASCII. */
static const struct {
	uint32_t from, to;
} alike[] = {
    {0x2581, 0x2591}, /* ▁ ░ */
    {0x2583, 0x2592}, /* ▃ ▒ */
    {0x2585, 0x2593}, /* ▅ ▓ */
    {0x2585, 0x2592}, /* ▅ ▒ */
    {0x2587, 0x2588}, /* ▇ █ */
    {0x258C, 0x2588}, /* ▌ █ */
    {0x2590, 0x2588}, /* ▐ █ */
    {0x2501, 0x2500}, /* ━ ─ */
    {0x2503, 0x2502}, /* ┃ │ */
    {0x2504, 0x2500}, /* ┄ ─ */
    {0x2506, 0x2502}, /* ┆ │ */
    {0x254C, 0x2500}, /* ╌ ─ */
    {0x2605, '*'},    /* ★ */
    {0x2606, '*'},    /* ☆ */
    {0x2715, 0x00D7}, /* ✕ × */
};

/* Signs that are in the kernel's font and in Debian's. */
static const uint32_t signs[] = {
    0x2022,				    /* • */
    0x2190, 0x2191, 0x2192, 0x2193,	    /* ← ↑ → ↓ */
    0x2500, 0x2502, 0x250C, 0x2510, 0x2514, /* ─ │ ┌ ┐ └ */
    0x2518, 0x251C, 0x2524, 0x252C, 0x2534, /* ┘ ├ ┤ ┬ ┴ */
    0x253C, 0x2550, 0x2551, 0x2588, 0x2591, /* ┼ ═ ║ █ ░ */
    0x2592, 0x25A0, 0x25B2, 0x25BC,	    /* ▒ ■ ▲ ▼ */
};

static void add(struct glyphs *glyphs, uint32_t character)
{
	if (character < 0x10000)
		glyphs->has[character / 8] |= (unsigned char)(1 << character % 8);
}

static bool has(const struct glyphs *glyphs, uint32_t character)
{
	if (character < 0x10000 && glyphs->has[character / 8] >> character % 8 & 1)
		return true;
	return !glyphs->asked && iswalpha((wint_t)character);
}

struct glyphs *glyphs_new(const uint32_t *characters, size_t count)
{
	struct glyphs *glyphs = memory_alloc(1, sizeof *glyphs);

	glyphs->asked = count > 0;
	for (uint32_t ascii = ' '; ascii < 0x7F; ascii++)
		add(glyphs, ascii);
	for (size_t i = 0; i < count; i++)
		add(glyphs, characters[i]);
	if (count)
		return glyphs;
	for (uint32_t latin = 0xA0; latin < 0x100; latin++)
		add(glyphs, latin);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		add(glyphs, signs[i]);
	return glyphs;
}

static bool is_console(const char *term)
{
	return term && !strncmp(term, "linux", 5) && (!term[5] || term[5] == '-');
}

struct glyphs *glyphs_open(int fd, const char *term)
{
	struct unimapdesc map = {.entry_ct = UINT16_MAX};
	ARRAY(uint32_t) characters = {0};
	struct glyphs *glyphs;

	if (!is_console(term))
		return NULL;
	map.entries = memory_alloc(map.entry_ct, sizeof *map.entries);
	if (ioctl(fd, GIO_UNIMAP, &map))
		map.entry_ct = 0;
	for (size_t i = 0; i < map.entry_ct; i++)
		array_push(&characters, map.entries[i].unicode);
	glyphs = glyphs_new(characters.items, characters.count);
	array_free(&characters);
	free(map.entries);
	return glyphs;
}

void glyphs_free(struct glyphs *glyphs)
{
	free(glyphs);
}

bool glyphs_have(const struct glyphs *glyphs, uint32_t character)
{
	return has(glyphs, character);
}

static uint32_t alike_of(const struct glyphs *glyphs, uint32_t character)
{
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		if (alike[i].from == character && has(glyphs, alike[i].to))
			return alike[i].to;
	return 0;
}

void glyphs_append(const struct glyphs *glyphs, struct buffer *out, const char *text)
{
	size_t length = strlen(text);
	uint32_t character;
	size_t first = utf8_decode(text, length, &character);
	uint32_t other;

	if (has(glyphs, character)) {
		buffer_append(out, text, first);
		return;
	}
	other = alike_of(glyphs, character);
	if (other)
		utf8_append(out, other);
	else
		ascii_append_cell(out, text, length);
}
