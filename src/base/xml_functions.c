#include "config.h"

#include "base/xml_functions.h"

#ifdef XML_SONAME
LATE_LIBRARY(xml, XML_SONAME, XML_FUNCTIONS)

void xml_functions_load(void)
{
	xml_functions();
}
#else
void xml_functions_load(void)
{
}
#endif
