/*
 * The least that reading a schedule can cost: libxml2 goes over a file once and nothing is done
 * with what it finds.
 */
#include "config.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdio.h>

static void begin_element(void *context, const xmlChar *name, const xmlChar *prefix,
			  const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
			  int attribute_count, int defaulted_count, const xmlChar **attributes)
{
	(void)context, (void)name, (void)prefix, (void)uri, (void)namespace_count;
	(void)namespaces, (void)attribute_count, (void)defaulted_count, (void)attributes;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
			const xmlChar *uri)
{
	(void)context, (void)name, (void)prefix, (void)uri;
}

static void characters(void *context, const xmlChar *text, int length)
{
	(void)context, (void)text, (void)length;
}

int main(int argc, char **argv)
{
	xmlSAXHandler handler = {
	    .initialized = XML_SAX2_MAGIC,
	    .startElementNs = begin_element,
	    .endElementNs = end_element,
	    .characters = characters,
	    .cdataBlock = characters,
	};

	if (argc != 2 || xmlSAXUserParseFile(&handler, NULL, argv[1])) {
		fprintf(stderr, "usage: %s FILE.xml\n", argv[0]);
		return 1;
	}
	xmlCleanupParser();
	return 0;
}
