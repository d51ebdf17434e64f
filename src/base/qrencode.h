/*
 * libqrencode, loaded late (base/late.h). To be included instead of <qrencode.h>.
 */
#ifndef NEC_BASE_QRENCODE_H
#define NEC_BASE_QRENCODE_H

#include "base/late.h"

#include <qrencode.h>

/* clang-format off */
#define QRENCODE_FUNCTIONS(each) \
	each(QRcode_encodeInput) \
	each(QRcode_encodeString) \
	each(QRcode_free) \
	each(QRinput_append) \
	each(QRinput_appendECIheader) \
	each(QRinput_free) \
	each(QRinput_new2)
/* clang-format on */

LATE_FUNCTIONS(qrencode, QRENCODE_FUNCTIONS)

#include "base/qrencode_names.h"

#endif
