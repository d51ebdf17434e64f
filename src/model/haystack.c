#include "config.h"

#include "model/haystack.h"

#include "base/fold.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct haystack {
	const struct agenda *agenda;
	char **texts; /* by session; NULL until it is asked for */
};

struct haystack *haystack_new(const struct agenda *agenda)
{
	struct haystack *haystack = memory_alloc(1, sizeof *haystack);

	haystack->agenda = agenda;
	haystack->texts = memory_alloc(agenda->session_count + 1, sizeof *haystack->texts);
	return haystack;
}

void haystack_free(struct haystack *haystack)
{
	if (!haystack)
		return;
	for (size_t i = 0; i < haystack->agenda->session_count; i++)
		free(haystack->texts[i]);
	free(haystack->texts);
	free(haystack);
}

static void fold_line(struct buffer *out, const char *text)
{
	if (!text)
		return;
	fold_append(out, text, strlen(text));
	buffer_putc(out, '\n');
}

static void fold_session(struct buffer *out, const struct agenda *agenda,
			 const struct session *session)
{
	fold_line(out, session->title);
	fold_line(out, session->subtitle);
	for (size_t i = 0; i < session->speakers.count; i++)
		fold_line(out, agenda->speakers[session->speakers.items[i]]);
	for (size_t i = 0; i < session->themes.count; i++)
		fold_line(out, agenda->themes[session->themes.items[i]].name);
	for (size_t i = 0; i < session->formats.count; i++)
		fold_line(out, agenda->formats[session->formats.items[i]].name);
	for (size_t i = 0; i < session->rooms.count; i++)
		fold_line(out, agenda->rooms[session->rooms.items[i]]);
	fold_line(out, session->abstract.text);
	fold_line(out, session->description.text);
	fold_line(out, session->written);
}

bool haystack_next_word(const char **words, struct buffer *word)
{
	size_t length;

	*words += strspn(*words, " ");
	length = strcspn(*words, " ");
	buffer_clear(word);
	buffer_append(word, *words, length);
	*words += length;
	return length > 0;
}

static bool holds_words(const char *text, const char *words)
{
	struct buffer word = {0};
	bool all = true;

	while (all && haystack_next_word(&words, &word))
		all = strstr(text, buffer_text(&word)) != NULL;
	buffer_free(&word);
	return all;
}

bool haystack_holds(struct haystack *haystack, size_t session, const char *words)
{
	char **text = &haystack->texts[session];

	if (!*text) {
		struct buffer folded = {0};

		fold_session(&folded, haystack->agenda, &haystack->agenda->sessions[session]);
		*text = buffer_steal(&folded);
	}
	return holds_words(*text, words);
}

bool haystack_session_holds(const struct agenda *agenda, size_t session, const char *words)
{
	struct buffer text = {0};
	bool holds;

	fold_session(&text, agenda, &agenda->sessions[session]);
	holds = holds_words(buffer_text(&text), words);
	buffer_free(&text);
	return holds;
}
