#include "config.h"

#include "tui/qr.h"

#include "base/memory.h"
#include "base/qrencode.h"

#include <stdlib.h>
#include <string.h>

enum {
	QUIET = 4, /* modules on each side, by the standard */
	ECI_UTF8 = 26,
	MOST_BYTES = 7089 /* even of digits, which take the least room */
};

struct qr {
	int side;
	bool dark[]; /* row by row */
};

/* Making */

static bool is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text > 0x7F)
			return false;
	return true;
}

static QRcode *encode_utf8(const char *text, int version, QRecLevel level)
{
	QRinput *input = QRinput_new2(version, level);
	QRcode *code = NULL;

	if (input && !QRinput_appendECIheader(input, ECI_UTF8) &&
	    !QRinput_append(input, QR_MODE_8, (int)strlen(text), (const unsigned char *)text))
		code = QRcode_encodeInput(input);
	QRinput_free(input);
	return code;
}

/* A code of this version at least: the library takes a larger one where it has to. */
static QRcode *encode(const char *text, int version, QRecLevel level)
{
	if (strlen(text) > MOST_BYTES)
		return NULL;
	return is_ascii(text) ? QRcode_encodeString(text, version, level, QR_MODE_8, 1)
			      : encode_utf8(text, version, level);
}

/* The same with more against damage, where it is not larger for that. */
static QRcode *strengthen(QRcode *code, const char *text)
{
	static const QRecLevel levels[] = {QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		QRcode *stronger = encode(text, code->version, levels[i]);

		if (!stronger || stronger->version > code->version) {
			QRcode_free(stronger);
			break;
		}
		QRcode_free(code);
		code = stronger;
	}
	return code;
}

struct qr *qr_new(const char *text)
{
	QRcode *code = encode(text, 0, QR_ECLEVEL_L);
	struct qr *qr;
	size_t count;

	if (!code)
		return NULL;
	code = strengthen(code, text);
	count = (size_t)code->width * (size_t)code->width;
	qr = memory_alloc(1, sizeof *qr + count * sizeof *qr->dark);
	qr->side = code->width;
	for (size_t i = 0; i < count; i++)
		qr->dark[i] = code->data[i] & 1;
	QRcode_free(code);
	return qr;
}

void qr_free(struct qr *qr)
{
	free(qr);
}

int qr_side(const struct qr *qr)
{
	return qr->side;
}

bool qr_is_dark(const struct qr *qr, int row, int column)
{
	if (row < 0 || column < 0 || row >= qr->side || column >= qr->side)
		return false;
	return qr->dark[row * qr->side + column];
}

/* Drawing */

void qr_size(const struct qr *qr, struct qr_look look, int *rows, int *columns)
{
	int modules = qr->side + 2 * QUIET;

	*rows = look.halves ? (modules + 1) / 2 : modules;
	*columns = look.halves ? modules : 2 * modules;
}

/* Two modules, one above the other. */
static void draw_halves(struct screen *screen, int row, int column, bool upper, bool lower)
{
	static const char *const blocks[2][2] = {{" ", "▄"}, {"▀", "█"}};

	screen_put(screen, row, column, ROLE_QR_LIGHT, blocks[upper][lower]);
}

void qr_draw(const struct qr *qr, struct screen *screen, int row, int column, struct qr_look look)
{
	int rows, columns;

	qr_size(qr, look, &rows, &columns);
	for (int i = 0; i < rows; i++)
		for (int j = 0; j < columns; j++) {
			int down = (look.halves ? 2 * i : i) - QUIET;
			int right = (look.halves ? j : j / 2) - QUIET;
			bool dark = qr_is_dark(qr, down, right) != look.swapped;

			if (look.halves)
				draw_halves(screen, row + i, column + j, dark,
					    qr_is_dark(qr, down + 1, right) != look.swapped);
			else
				screen_put(screen, row + i, column + j,
					   dark ? ROLE_QR_DARK : ROLE_QR_LIGHT, " ");
		}
}
