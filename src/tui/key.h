/*
 * Keys, as the interface knows them: independent of any terminal. A printable character is its
 * Unicode code point; the rest is named here.
 */
#ifndef NEC_TUI_KEY_H
#define NEC_TUI_KEY_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

enum key {
	KEY_NONE = 0,
	KEY_TAB = '\t',
	KEY_RETURN = '\r', /* both Return and the keypad's Enter */
	KEY_ESCAPE = 27,
	KEY_SPACE = ' ',
	KEY_RUBOUT = 0x110000, /* beyond Unicode */
	KEY_BACK_TAB,
	KEY_ARROW_UP,
	KEY_ARROW_DOWN,
	KEY_ARROW_LEFT,
	KEY_ARROW_RIGHT,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_LINE_START, /* Home */
	KEY_LINE_END,	/* End */
	KEY_REMOVE,	/* Delete */
	KEY_ADD,	/* Insert */
	KEY_FUNCTION_1,
	KEY_FUNCTION_12 = KEY_FUNCTION_1 + 11
};

/* Control with a letter: KEY_CONTROL('l'). */
#define KEY_CONTROL(letter) ((letter)&0x1F)

/*
 * Appends a key as help shows it: "Enter", "↑", "Ctrl-L", "b". Names are translated.
 */
void key_label(struct buffer *out, uint32_t key);

/* The same in words that can be read aloud, arrows too: "Enter", "Up", "Ctrl-L", "b". */
void key_say(struct buffer *out, uint32_t key);

/* Appends its name as config.yaml takes it, the same in every language: "Enter", "Up", "Ctrl-L". */
void key_spell(struct buffer *out, uint32_t key);

/*
 * The key of that name, or of that arrow; KEY_NONE where there is none. Capitals make no difference
 * but in a single character. Keys that a terminal sends as another are that one: Ctrl-M is Enter.
 */
uint32_t key_named(const char *name);

/* The name that was most likely meant by a wrong one, which may be in the user's language. NULL
 * where none is near. */
const char *key_nearest(const char *name);

/* Whether it is a character that can be typed. */
bool key_is_character(uint32_t key);

#endif
