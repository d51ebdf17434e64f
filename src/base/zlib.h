/*
 * zlib, loaded late (base/late.h). To be included instead of <zlib.h>.
 */
#ifndef NEC_BASE_ZLIB_H
#define NEC_BASE_ZLIB_H

#include "base/late.h"

#include <zlib.h>

/* clang-format off */
#define ZLIB_FUNCTIONS(each) \
	each(inflate) \
	each(inflateEnd) \
	each(inflateInit2_) \
	each(inflateReset)
/* clang-format on */

LATE_FUNCTIONS(zlib, ZLIB_FUNCTIONS)

#include "base/zlib_names.h"

#endif
