/*
 * libxml2, loaded late (base/late.h), for it brings ICU along and the C++ library. To be included
 * instead of <libxml/…>. What it has allocated is freed with free(): xmlFree, a variable, is that
 * unless a program wants another, which this one does not.
 */
#ifndef NEC_BASE_XML_H
#define NEC_BASE_XML_H

#include "base/xml_functions.h"

#ifdef XML_SONAME
#include "base/xml_names.h"
#endif

#endif
