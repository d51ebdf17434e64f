/*
 * libxml2, loaded late (base/late.h), for it brings ICU along and the C++ library. To be included
 * instead of <libxml/…>. What it has allocated is freed with free(): xmlFree, a variable, is that
 * unless a program wants another, which this one does not.
 */
#ifndef NEC_BASE_XML_H
#define NEC_BASE_XML_H

#include "base/late.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>

/* clang-format off */
#define XML_FUNCTIONS(each) \
	each(htmlCtxtReadMemory) \
	each(htmlEntityLookup) \
	each(htmlFreeParserCtxt) \
	each(htmlNewParserCtxt) \
	each(xmlBuildURI) \
	each(xmlCtxtReadIO) \
	each(xmlDictLookup) \
	each(xmlDictSetLimit) \
	each(xmlFreeDoc) \
	each(xmlFreeEnumeration) \
	each(xmlFreeParserCtxt) \
	each(xmlNewParserCtxt) \
	each(xmlSAX2GetColumnNumber) \
	each(xmlSAX2GetLineNumber) \
	each(xmlStopParser) \
	each(xmlURIEscapeStr)
/* clang-format on */

LATE_FUNCTIONS(xml, XML_FUNCTIONS)

#include "base/xml_names.h"

#endif
