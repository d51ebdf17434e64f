#include "config.h"

#include "model/tongue.h"

#include "base/fold.h"
#include "base/memory.h"
#include "model/language.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* So much of the texts tells enough; so many words of a language have to be among them. */
enum { BYTES_MOST = 8 * 1024, WORDS_LEAST = 2 };

enum tongue { FRENCH, ENGLISH, OTHER, TONGUES };

/* Folded; words that French and English share are left out. OTHER are those of their neighbours,
 * which shall not be taken for one of them. */
static const char *const words[TONGUES] = {
    [FRENCH] =
	(" une des du les est dans pour avec aux sur qui vous nous votre leur leurs cette "
	 "ces ou et au le lundi mardi mercredi jeudi vendredi samedi dimanche janvier "
	 "fevrier avril juin juillet aout septembre octobre novembre decembre seance seances "
	 "atelier ateliers pleniere accueil journee soiree dejeuner salle rencontre "
	 "rencontres evenement horaires "),
    [ENGLISH] = (" the of and to for with is are at from your you this that how by we our it "
		 "monday tuesday wednesday thursday friday saturday sunday january february march "
		 "april may june july august september october november december talk talks "
		 "workshop room lunch welcome schedule "),
    [OTHER] = (" el los las del con y por para una como der die das und mit von fur ist im di "
	       "della che nel het een van voor og av med os da em "),
};

struct tally {
	struct buffer folded;
	int counts[TONGUES];
	size_t left; /* bytes */
};

static void count_word(struct tally *tally, const char *word, size_t length)
{
	enum { LONGEST = 16 };
	char bounded[LONGEST + 3];

	if (length > LONGEST)
		return;
	bounded[0] = bounded[length + 1] = ' ';
	memcpy(bounded + 1, word, length);
	bounded[length + 2] = '\0';
	for (enum tongue tongue = 0; tongue < TONGUES; tongue++)
		tally->counts[tongue] += strstr(words[tongue], bounded) != NULL;
}

static void count_words(struct tally *tally, const char *text)
{
	size_t length = text ? strlen(text) : 0;

	length = length < tally->left ? length : tally->left;
	tally->left -= length;
	buffer_clear(&tally->folded);
	fold_append(&tally->folded, text, length);
	for (const char *word = buffer_text(&tally->folded); *word;) {
		size_t bytes = 0;

		while (isalnum((unsigned char)word[bytes]) || (unsigned char)word[bytes] >= 0x80)
			bytes++;
		if (bytes)
			count_word(tally, word, bytes);
		word += bytes ? bytes : 1;
	}
}

static const char *tongue_of_texts(const struct agenda *agenda)
{
	const struct event *event = &agenda->event;
	struct tally tally = {.left = BYTES_MOST};

	count_words(&tally, event->title);
	count_words(&tally, event->introduction.text);
	count_words(&tally, event->body.text);
	for (size_t i = 0; i < agenda->session_count && tally.left; i++) {
		count_words(&tally, agenda->sessions[i].title);
		count_words(&tally, agenda->sessions[i].abstract.text);
		count_words(&tally, agenda->sessions[i].description.text);
	}
	buffer_free(&tally.folded);
	for (enum tongue tongue = FRENCH; tongue <= ENGLISH; tongue++)
		if (tally.counts[tongue] >= WORDS_LEAST &&
		    tally.counts[tongue] > tally.counts[tongue == FRENCH ? ENGLISH : FRENCH] &&
		    tally.counts[tongue] > tally.counts[OTHER])
			return tongue == FRENCH ? "fr" : "en";
	return NULL;
}

/* The language that more than half of the sessions with one have. */
static const char *tongue_of_sessions(const struct agenda *agenda)
{
	size_t *counts = memory_alloc(agenda->language_count, sizeof *counts), all = 0;
	const char *most = NULL;

	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct indexes *languages = &agenda->sessions[i].languages;

		all += languages->count > 0;
		for (size_t l = 0; l < languages->count; l++)
			counts[languages->items[l]]++;
	}
	for (size_t i = 0; i < agenda->language_count; i++)
		if (2 * counts[i] > all)
			most = agenda->languages[i];
	free(counts);
	return most;
}

const char *tongue_of(const struct agenda *agenda)
{
	const char *tongue = agenda->event.language;

	if (!tongue)
		tongue = tongue_of_sessions(agenda);
	return tongue ? tongue : tongue_of_texts(agenda);
}
