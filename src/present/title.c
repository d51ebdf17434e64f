#include "config.h"

#include "present/title.h"

#include "base/i18n.h"

const char *title_or_none(const char *title)
{
	return title && *title ? title : _("(no title)");
}
