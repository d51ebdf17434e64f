/*
 * From what wgetch() returns (bytes, and codes above 255 for the keys that terminfo knows) to
 * messages for the app. Pure: no terminal is needed.
 *
 * Bytes are put together to UTF-8 characters. Escape sequences that terminfo does not name are
 * understood here: the common variants of Home, End and their like, and mouse reports in SGR form
 * (xterm's mode 1006). Every other sequence, known to nobody or broken off, is swallowed, and so is
 * a key hit together with Alt: none of it may be taken for Escape and a few commands. Of Escapes in
 * a row only the last one may begin such a sequence, or the last two, for some terminals put one
 * before the sequence of a key to say that Alt was held; those before are keys.
 */
#ifndef NEC_TERM_INPUT_H
#define NEC_TERM_INPUT_H

#include "tui/app.h"

#include <stdbool.h>
#include <stdint.h>

enum { INPUT_PARAMETERS = 4, INPUT_DOUBLE_CLICK_MS = 400 };

/* Where in a sequence the last byte left us. */
enum input_state {
	INPUT_GROUND,
	INPUT_ESCAPE,	     /* behind Escape */
	INPUT_ESCAPES,	     /* behind two of them */
	INPUT_CSI,	     /* behind Escape [ */
	INPUT_SS3,	     /* behind Escape O */
	INPUT_STRING,	     /* in a text that only a terminal would send, such as a title */
	INPUT_STRING_ESCAPE, /* behind an Escape in it, which may begin its end */
	INPUT_OLD_MOUSE	     /* in the three bytes of a mouse report of the old form */
};

/* A zeroed struct is at the start. */
struct input {
	enum input_state state;
	bool alt;	   /* the next character was hit together with Alt */
	bool odd;	   /* the sequence has bytes that only swallowing fits */
	bool mouse;	   /* the sequence is a mouse report: Escape [ < */
	unsigned int skip; /* bytes of INPUT_OLD_MOUSE still to come */
	unsigned int numbers[INPUT_PARAMETERS];
	unsigned int number; /* which of them is being read */
	char character[4];   /* the UTF-8 character being read */
	unsigned int length;
	int click_row, click_column; /* of the last click */
	int64_t click_time;	     /* 0 for none */
	uint32_t held;		     /* the key that input_rest() gives; KEY_NONE for none */
};

/*
 * Takes one code; `now` is any clock in milliseconds, above 0, for double clicks. True where that
 * completes a key or a mouse action, which *message then is.
 */
bool input_feed(struct input *input, int code, int64_t now, struct message *message);

/*
 * Nothing followed for a while: an Escape that stands alone is the key Escape, a sequence that
 * began and did not end is dropped.
 */
bool input_pause(struct input *input, struct message *message);

/* The key that was completed together with what either of them last gave; false for none. To be
 * asked for before more is fed. */
bool input_rest(struct input *input, struct message *message);

/* Whether the start of a sequence has been read and its end has not. */
bool input_unfinished(const struct input *input);

#endif
