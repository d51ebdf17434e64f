/*
 * utf8proc, loaded late (base/late.h). To be included instead of <utf8proc.h>.
 */
#ifndef NEC_BASE_UTF8PROC_H
#define NEC_BASE_UTF8PROC_H

#include "base/late.h"

#include <utf8proc.h>

/* clang-format off */
#define UTF8PROC_FUNCTIONS(each) \
	each(utf8proc_decompose_char) \
	each(utf8proc_grapheme_break_stateful) \
	each(utf8proc_totitle)
/* clang-format on */

LATE_FUNCTIONS(utf8proc, UTF8PROC_FUNCTIONS)

#include "base/utf8proc_names.h"

#endif
