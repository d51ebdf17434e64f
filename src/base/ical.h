/*
 * libical, loaded late (base/late.h). To be included instead of <libical/ical.h>.
 */
#ifndef NEC_BASE_ICAL_H
#define NEC_BASE_ICAL_H

#include "base/ical_functions.h"

#ifdef ICAL_SONAME
#include "base/ical_names.h"
#endif

#endif
