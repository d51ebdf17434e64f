/*
 * The functions of libxml2 that this program uses; see base/xml.h.
 */
#ifndef NEC_BASE_XML_FUNCTIONS_H
#define NEC_BASE_XML_FUNCTIONS_H

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

struct xml_functions {
	XML_FUNCTIONS(LATE_POINTER)
};

/* Loads libxml2 where that was not done yet; where it cannot be had, the program ends. */
const struct xml_functions *xml_functions(void);

/* Loads it now. */
void xml_functions_load(void);

#endif
