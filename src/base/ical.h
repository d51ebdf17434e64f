/*
 * libical, loaded when one of its functions is first called. With ICU, which it needs, it is the
 * largest part of what the program would do before its first frame, and most runs never use it.
 *
 * To be included instead of <libical/ical.h>; the functions are called by their own names, for
 * each of which base/ical_names.h, which the build makes, has a macro. One more is one more row in
 * base/ical_functions.h.
 */
#ifndef NEC_BASE_ICAL_H
#define NEC_BASE_ICAL_H

#include "base/ical_functions.h"

#ifdef ICAL_SONAME
#include "base/ical_names.h"
#endif

#endif
