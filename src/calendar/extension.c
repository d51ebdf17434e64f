#include "config.h"

#include "calendar/extension.h"

#include <strings.h>

const char *extension_text(icalproperty *property)
{
	icalvalue *value = icalproperty_get_value(property);

	if (!value)
		return NULL;
	switch (icalvalue_isa(value)) {
	case ICAL_X_VALUE:
		return icalproperty_get_x(property);
	case ICAL_TEXT_VALUE:
		return icalvalue_get_text(value);
	default:
		return icalproperty_get_value_as_string(property);
	}
}

const char *extension_find(icalcomponent *component, const char *name)
{
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_X_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(component, ICAL_X_PROPERTY))
		if (!strcasecmp(icalproperty_get_x_name(p), name))
			return extension_text(p);
	return NULL;
}
