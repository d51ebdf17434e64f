/*
 * Reads the bytes as config.yaml: whatever stands there, the program has keys that do not quarrel,
 * and what it says of mistakes can be shown.
 */
#include "config.h"

#include "fuzz.h"

#include "base/utf8.h"
#include "store/preferences.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/rebinding.h"

#include <string.h>

/* Every key can be written again, and means one thing at a time. */
static void check_keys(const struct keymap *keymap)
{
	int counts[256] = {0};

	FUZZ_HOLDS(command_count() <= 256);
	array_each (const struct keymap_binding, binding, &keymap->bindings) {
		struct buffer name = {0};

		FUZZ_HOLDS(++counts[binding->command] <= COMMAND_KEYS);
		key_spell(&name, binding->key);
		FUZZ_HOLDS(key_named(buffer_text(&name)) == binding->key);
		buffer_free(&name);
		array_each (const struct keymap_binding, other, &keymap->bindings)
			FUZZ_HOLDS(other->key != binding->key ||
				   other->command == binding->command ||
				   !command_clashes(other->command, binding->command));
	}
}

static void check_report(const struct report *report, int lines)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct finding *finding = &report->items[i];
		struct buffer clean = {0};

		FUZZ_HOLDS(finding->place.line >= 1 && finding->place.line <= lines + 1);
		utf8_sanitise(&clean, finding->message, strlen(finding->message), UTF8_ONE_LINE);
		FUZZ_HOLDS(!strcmp(buffer_text(&clean), finding->message));
		buffer_free(&clean);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct preferences preferences;
	struct keymap keymap;
	struct report report = {0};
	int lines = 1;

	for (size_t i = 0; i < size; i++)
		lines += data[i] == '\n' || data[i] == '\r';
	preferences_begin(&preferences);
	preferences_take(&preferences, (const char *)data, size, "config.yaml", &report);
	FUZZ_HOLDS(preferences.remind >= 0 && preferences.remind <= PREFERENCES_REMIND_MOST);
	keymap_begin(&keymap);
	rebinding_apply(&keymap, preferences.keys, &report);
	check_keys(&keymap);
	check_report(&report, lines);
	keymap_free(&keymap);
	report_free(&report);
	preferences_free(&preferences);
	return 0;
}
