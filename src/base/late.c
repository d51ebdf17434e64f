#include "config.h"

#include "base/late.h"

#include "base/ical_functions.h"
#include "base/memory.h"
#include "base/xml_functions.h"

#include <dlfcn.h>
#include <string.h>

void late_load(const char *library, const char *const *names, size_t count, void *functions)
{
	void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);

	for (size_t i = 0; i < count; i++) {
		void *function = handle ? dlsym(handle, names[i]) : NULL;

		if (!function)
			memory_end(dlerror());
		memcpy((char *)functions + i * sizeof function, &function, sizeof function);
	}
}

void late_load_all(void)
{
	ical_functions_load();
	xml_functions_load();
}
