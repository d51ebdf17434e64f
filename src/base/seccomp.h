/*
 * libseccomp, loaded late (base/late.h). To be included instead of <seccomp.h>.
 */
#ifndef NEC_BASE_SECCOMP_H
#define NEC_BASE_SECCOMP_H

#include "base/late.h"

#include <seccomp.h>

/* clang-format off */
#define SECCOMP_FUNCTIONS(each) \
	each(seccomp_init) \
	each(seccomp_load) \
	each(seccomp_release) \
	each(seccomp_rule_add)
/* clang-format on */

LATE_FUNCTIONS(seccomp, SECCOMP_FUNCTIONS)

#include "base/seccomp_names.h"

#endif
