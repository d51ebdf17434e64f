#include "config.h"

#include "term/input.h"

#include "base/utf8.h"
#include "tui/key.h"

#include <curses.h>
#include <stddef.h>
#include <string.h>

enum { BELL = 7, BACKSPACE = 8, DELETE = 127, LARGEST_NUMBER = 9999 };

struct translation {
	int from;
	uint32_t key;
};

/* Codes of curses. Keypads without a number lock send the five keys of the old square. */
static const struct translation codes[] = {
    {KEY_UP, KEY_ARROW_UP},	 {KEY_DOWN, KEY_ARROW_DOWN},
    {KEY_LEFT, KEY_ARROW_LEFT},	 {KEY_RIGHT, KEY_ARROW_RIGHT},
    {KEY_PPAGE, KEY_PAGE_UP},	 {KEY_NPAGE, KEY_PAGE_DOWN},
    {KEY_A3, KEY_PAGE_UP},	 {KEY_C3, KEY_PAGE_DOWN},
    {KEY_HOME, KEY_LINE_START},	 {KEY_FIND, KEY_LINE_START},
    {KEY_A1, KEY_LINE_START},	 {KEY_END, KEY_LINE_END},
    {KEY_SELECT, KEY_LINE_END},	 {KEY_C1, KEY_LINE_END},
    {KEY_DC, KEY_REMOVE},	 {KEY_IC, KEY_ADD},
    {KEY_BACKSPACE, KEY_RUBOUT}, {KEY_ENTER, KEY_RETURN},
    {KEY_BTAB, KEY_BACK_TAB},
};

/* The last byte of Escape [ … or Escape O …, where nothing stands between. */
static const struct translation finals[] = {
    {'A', KEY_ARROW_UP},       {'B', KEY_ARROW_DOWN},	  {'C', KEY_ARROW_RIGHT},
    {'D', KEY_ARROW_LEFT},     {'H', KEY_LINE_START},	  {'F', KEY_LINE_END},
    {'Z', KEY_BACK_TAB},       {'M', KEY_RETURN},	  {'P', KEY_FUNCTION_1},
    {'Q', KEY_FUNCTION_1 + 1}, {'R', KEY_FUNCTION_1 + 2}, {'S', KEY_FUNCTION_1 + 3},
};

/* The number in Escape [ number ~. */
static const struct translation numbered[] = {
    {1, KEY_LINE_START},       {2, KEY_ADD},
    {3, KEY_REMOVE},	       {4, KEY_LINE_END},
    {5, KEY_PAGE_UP},	       {6, KEY_PAGE_DOWN},
    {7, KEY_LINE_START},       {8, KEY_LINE_END},
    {11, KEY_FUNCTION_1},      {12, KEY_FUNCTION_1 + 1},
    {13, KEY_FUNCTION_1 + 2},  {14, KEY_FUNCTION_1 + 3},
    {15, KEY_FUNCTION_1 + 4},  {17, KEY_FUNCTION_1 + 5},
    {18, KEY_FUNCTION_1 + 6},  {19, KEY_FUNCTION_1 + 7},
    {20, KEY_FUNCTION_1 + 8},  {21, KEY_FUNCTION_1 + 9},
    {23, KEY_FUNCTION_1 + 10}, {24, KEY_FUNCTION_12},
};

/* Control characters that have a key of their own. */
static const struct translation controls[] = {
    {'\n', KEY_RETURN},
    {BACKSPACE, KEY_RUBOUT},
    {DELETE, KEY_RUBOUT},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static uint32_t translate(const struct translation *table, size_t count, int from, uint32_t other)
{
	for (size_t i = 0; i < count; i++)
		if (table[i].from == from)
			return table[i].key;
	return other;
}

static bool give_key(struct message *message, uint32_t key)
{
	*message = (struct message){.kind = MESSAGE_KEY, .key = key};
	return key != KEY_NONE;
}

static bool give_mouse(struct message *message, enum mouse_action action, int row, int column)
{
	*message = (struct message){.kind = MESSAGE_MOUSE};
	message->mouse.action = action;
	message->mouse.row = row;
	message->mouse.column = column;
	return true;
}

static void go_to(struct input *input, enum input_state state)
{
	input->state = state;
	input->length = 0;
	input->alt = false;
}

static uint32_t key_of_code(int code)
{
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return KEY_FUNCTION_1 + (uint32_t)(code - KEY_F(1));
	return translate(codes, COUNT(codes), code, KEY_NONE);
}

/* Curses has taken the last Escape of those in a row for the start of the code's sequence. */
static bool feed_code(struct input *input, int code, struct message *message)
{
	bool escaped = input->state == INPUT_ESCAPES;

	go_to(input, INPUT_GROUND);
	if (!escaped)
		return give_key(message, key_of_code(code));
	input->held = key_of_code(code);
	return give_key(message, KEY_ESCAPE);
}

static bool feed_character(struct input *input, uint32_t character, struct message *message)
{
	bool alt = input->alt;

	input->alt = false;
	if (alt || (character >= 0x80 && character < 0xA0) || character == UTF8_REPLACEMENT)
		return false;
	return give_key(message, translate(controls, COUNT(controls), (int)character, character));
}

static size_t expected_length(unsigned char first)
{
	return first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
}

/* Bytes that do not belong together are dropped one by one, so that no good one is lost. */
static bool feed_byte(struct input *input, unsigned char byte, struct message *message)
{
	bool continues = (byte & 0xC0) == 0x80;
	uint32_t character;

	if (input->length && !continues) {
		input->length = 0;
		input->alt = false;
	}
	input->character[input->length++] = (char)byte;
	if (input->length < expected_length((unsigned char)input->character[0]))
		return false;
	utf8_decode(input->character, input->length, &character);
	input->length = 0;
	return feed_character(input, character, message);
}

static bool feed_ground(struct input *input, int byte, struct message *message)
{
	if (byte != KEY_ESCAPE)
		return feed_byte(input, (unsigned char)byte, message);
	go_to(input, INPUT_ESCAPE);
	return false;
}

static bool begin_csi(struct input *input, enum input_state state)
{
	memset(input->numbers, 0, sizeof input->numbers);
	input->number = 0;
	input->odd = input->mouse = false;
	go_to(input, state);
	return false;
}

static bool feed_escape(struct input *input, int byte, struct message *message)
{
	switch (byte) {
	case '[':
		return begin_csi(input, INPUT_CSI);
	case 'O':
		return begin_csi(input, INPUT_SS3);
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		go_to(input, INPUT_STRING);
		return false;
	default:
		go_to(input, INPUT_GROUND);
		input->alt = true;
		return feed_byte(input, (unsigned char)byte, message);
	}
}

/* What makes no key with two Escapes leaves the first one alone. */
static bool feed_escapes(struct input *input, int byte, struct message *message)
{
	if (byte == KEY_ESCAPE)
		return give_key(message, KEY_ESCAPE);
	feed_escape(input, byte, message);
	return input->state != INPUT_CSI && input->state != INPUT_SS3 &&
	       give_key(message, KEY_ESCAPE);
}

static bool is_double(const struct input *input, int row, int column, int64_t now)
{
	return input->click_time && now - input->click_time <= INPUT_DOUBLE_CLICK_MS &&
	       row == input->click_row && column == input->click_column;
}

static bool click(struct input *input, int row, int column, int64_t now, struct message *message)
{
	bool again = is_double(input, row, column, now);

	input->click_row = row;
	input->click_column = column;
	input->click_time = again ? 0 : now;
	return give_mouse(message, again ? MOUSE_DOUBLE_CLICK : MOUSE_CLICK, row, column);
}

/* Escape [ < button ; column ; row M, and m where the button is let go. */
static bool end_mouse(struct input *input, int final, int64_t now, struct message *message)
{
	enum { MODIFIERS = 4 | 8 | 16, WHEEL_UP = 64, WHEEL_DOWN = 65 };
	unsigned int button = input->numbers[0] & ~(unsigned int)MODIFIERS;
	int column = (int)input->numbers[1] - 1;
	int row = (int)input->numbers[2] - 1;

	if (final != 'M' || input->odd || input->number != 2 || row < 0 || column < 0)
		return false;
	if (button == WHEEL_UP || button == WHEEL_DOWN)
		return give_mouse(message, button == WHEEL_UP ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN,
				  row, column);
	return button == 0 && click(input, row, column, now, message);
}

/* A number other than 1, or a second one, means that Shift or its like was held. */
static bool end_keys(const struct input *input, int final, struct message *message)
{
	unsigned int first = input->numbers[0];

	if (input->odd || input->number)
		return false;
	if (final == '~')
		return give_key(message,
				translate(numbered, COUNT(numbered), (int)first, KEY_NONE));
	return first <= 1 && give_key(message, translate(finals, COUNT(finals), final, KEY_NONE));
}

static bool end_csi(struct input *input, int final, int64_t now, struct message *message)
{
	bool old_mouse = final == 'M' && input->state == INPUT_CSI && !input->mouse &&
			 !input->number && !input->numbers[0];

	go_to(input, old_mouse ? INPUT_OLD_MOUSE : INPUT_GROUND);
	input->skip = 3;
	if (input->mouse)
		return end_mouse(input, final, now, message);
	return !old_mouse && end_keys(input, final, message);
}

static void read_parameter(struct input *input, int byte)
{
	unsigned int *number = &input->numbers[input->number];

	if (byte == ';' && input->number + 1 < INPUT_PARAMETERS)
		input->number++;
	else if (byte >= '0' && byte <= '9')
		*number = *number < LARGEST_NUMBER ? *number * 10 + (unsigned int)(byte - '0')
						   : LARGEST_NUMBER;
	else if (byte == '<' && !input->number && !*number)
		input->mouse = true;
	else
		input->odd = true;
}

/* The Linux console sends Escape [ [ A for its first function keys. */
static bool is_final(const struct input *input, int byte)
{
	return byte >= 0x40 && byte < DELETE && !(byte == '[' && !input->odd && !input->number);
}

static bool feed_csi(struct input *input, int byte, int64_t now, struct message *message)
{
	if (byte < ' ' || byte >= DELETE) {
		go_to(input, INPUT_GROUND);
		return feed_ground(input, byte, message);
	}
	if (is_final(input, byte))
		return end_csi(input, byte, now, message);
	read_parameter(input, byte);
	return false;
}

static bool feed_string(struct input *input, int byte, struct message *message)
{
	bool ends = byte == BELL || (input->state == INPUT_STRING_ESCAPE && byte == '\\');

	if (ends) {
		go_to(input, INPUT_GROUND);
		return false;
	}
	if (input->state == INPUT_STRING_ESCAPE && byte != KEY_ESCAPE) {
		go_to(input, INPUT_ESCAPE);
		return feed_escape(input, byte, message);
	}
	go_to(input, byte == KEY_ESCAPE ? INPUT_STRING_ESCAPE : INPUT_STRING);
	return false;
}

static bool skip_old_mouse(struct input *input)
{
	if (--input->skip == 0)
		go_to(input, INPUT_GROUND);
	return false;
}

bool input_feed(struct input *input, int code, int64_t now, struct message *message)
{
	if (input->state == INPUT_OLD_MOUSE)
		return skip_old_mouse(input);
	if (code > 0xFF)
		return feed_code(input, code, message);
	switch (input->state) {
	case INPUT_ESCAPE:
		if (code != KEY_ESCAPE)
			return feed_escape(input, code, message);
		go_to(input, INPUT_ESCAPES);
		return false;
	case INPUT_ESCAPES:
		return feed_escapes(input, code, message);
	case INPUT_CSI:
	case INPUT_SS3:
		return feed_csi(input, code, now, message);
	case INPUT_STRING:
	case INPUT_STRING_ESCAPE:
		return feed_string(input, code, message);
	default:
		return feed_ground(input, code, message);
	}
}

bool input_pause(struct input *input, struct message *message)
{
	enum input_state state = input->state;

	go_to(input, INPUT_GROUND);
	if (state == INPUT_ESCAPES)
		input->held = KEY_ESCAPE;
	return (state == INPUT_ESCAPE || state == INPUT_ESCAPES) && give_key(message, KEY_ESCAPE);
}

bool input_rest(struct input *input, struct message *message)
{
	uint32_t key = input->held;

	input->held = KEY_NONE;
	return give_key(message, key);
}

bool input_unfinished(const struct input *input)
{
	return input->state != INPUT_GROUND;
}
