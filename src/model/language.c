#include "config.h"

#include "model/language.h"

#include "base/fold.h"
#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

/* What is longer than this is no language. Bytes. */
enum { NAME_LONGEST = 64 };

struct language {
	const char *code;  /* ISO 639-1, or 639-3 where that has none */
	const char *name;  /* NC_("language", …) */
	const char *words; /* how else it is written, folded, each between two bars */
};

/* The codes of three letters, the names in English and French, and the language's own. */
static const struct language languages[] = {
    {"ar", NC_("language", "Arabic"), "|ara|arabic|arabe|العربية|"},
    {"bg", NC_("language", "Bulgarian"), "|bul|bulgarian|bulgare|български|"},
    {"br", NC_("language", "Breton"), "|bre|breton|brezhoneg|"},
    {"ca", NC_("language", "Catalan"), "|cat|catalan|catala|"},
    {"co", NC_("language", "Corsican"), "|cos|corsican|corse|corsu|"},
    {"cs", NC_("language", "Czech"), "|ces|cze|czech|tcheque|cestina|"},
    {"da", NC_("language", "Danish"), "|dan|danish|danois|dansk|"},
    {"de", NC_("language", "German"), "|deu|ger|german|allemand|deutsch|"},
    {"el", NC_("language", "Greek"), "|ell|gre|greek|grec|ελληνικα|"},
    {"en", NC_("language", "English"), "|eng|english|anglais|englisch|ingles|"},
    {"eo", NC_("language", "Esperanto"), "|epo|esperanto|"},
    {"es", NC_("language", "Spanish"), "|spa|spanish|espagnol|espanol|castellano|"},
    {"et", NC_("language", "Estonian"), "|est|estonian|estonien|eesti|"},
    {"eu", NC_("language", "Basque"), "|eus|baq|basque|euskara|"},
    {"fa", NC_("language", "Persian"), "|fas|per|persian|persan|farsi|"},
    {"fi", NC_("language", "Finnish"), "|fin|finnish|finnois|suomi|"},
    {"fr", NC_("language", "French"), "|fra|fre|french|francais|franzosisch|frances|"},
    {"fsl", NC_("language", "French Sign Language"),
     "|lsf|french sign language|langue des signes francaise|"},
    {"ga", NC_("language", "Irish"), "|gle|irish|irlandais|gaeilge|"},
    {"gl", NC_("language", "Galician"), "|glg|galician|galicien|galego|"},
    {"he", NC_("language", "Hebrew"), "|heb|iw|hebrew|hebreu|"},
    {"hi", NC_("language", "Hindi"), "|hin|hindi|"},
    {"hr", NC_("language", "Croatian"), "|hrv|croatian|croate|hrvatski|"},
    {"hu", NC_("language", "Hungarian"), "|hun|hungarian|hongrois|magyar|"},
    {"id", NC_("language", "Indonesian"), "|ind|indonesian|indonesien|bahasa indonesia|"},
    {"is", NC_("language", "Icelandic"), "|isl|ice|icelandic|islandais|islenska|"},
    {"it", NC_("language", "Italian"), "|ita|italian|italien|italiano|italienisch|"},
    {"ja", NC_("language", "Japanese"), "|jpn|japanese|japonais|日本語|"},
    {"ko", NC_("language", "Korean"), "|kor|korean|coreen|"},
    {"la", NC_("language", "Latin"), "|lat|latin|"},
    {"lb", NC_("language", "Luxembourgish"), "|ltz|luxembourgish|luxembourgeois|"},
    {"lt", NC_("language", "Lithuanian"), "|lit|lithuanian|lituanien|lietuviu|"},
    {"lv", NC_("language", "Latvian"), "|lav|latvian|letton|latviesu|"},
    {"mul", NC_("language", "Several languages"), "|multilingual|multilingue|"},
    {"nb", NC_("language", "Norwegian"), "|no|nob|nor|norwegian|norvegien|norsk|"},
    {"nl", NC_("language", "Dutch"), "|nld|dut|dutch|neerlandais|nederlands|"},
    {"oc", NC_("language", "Occitan"), "|oci|occitan|"},
    {"pl", NC_("language", "Polish"), "|pol|polish|polonais|polski|"},
    {"pt", NC_("language", "Portuguese"), "|por|portuguese|portugais|portugues|"},
    {"ro", NC_("language", "Romanian"), "|ron|rum|romanian|roumain|romana|"},
    {"ru", NC_("language", "Russian"), "|rus|russian|russe|русскии|"},
    {"sk", NC_("language", "Slovak"), "|slk|slo|slovak|slovaque|slovencina|"},
    {"sl", NC_("language", "Slovenian"), "|slv|slovenian|slovene|slovenscina|"},
    {"sq", NC_("language", "Albanian"), "|sqi|alb|albanian|albanais|shqip|"},
    {"sr", NC_("language", "Serbian"), "|srp|serbian|serbe|српски|"},
    {"sv", NC_("language", "Swedish"), "|swe|swedish|suedois|svenska|"},
    {"tr", NC_("language", "Turkish"), "|tur|turkish|turc|turkce|"},
    {"uk", NC_("language", "Ukrainian"), "|ukr|ukrainian|ukrainien|украінська|"},
    {"vi", NC_("language", "Vietnamese"), "|vie|vietnamese|vietnamien|"},
    {"zh", NC_("language", "Chinese"), "|zho|chi|chinese|chinois|中文|"},
};

enum { LANGUAGES = sizeof languages / sizeof *languages };

/* Whether a folded word is one of those that are written between bars. */
static bool is_among(const char *words, const char *word, size_t length)
{
	for (const char *at = words; (at = strchr(at, '|')) && at[1]; at++)
		if (!strncmp(at + 1, word, length) && at[1 + length] == '|')
			return true;
	return false;
}

static const struct language *find(const char *word, size_t length)
{
	for (int i = 0; i < LANGUAGES; i++) {
		const struct language *language = &languages[i];

		if ((strlen(language->code) == length && !strncmp(language->code, word, length)) ||
		    is_among(language->words, word, length))
			return language;
	}
	return NULL;
}

/* The language of a text that names one, with or without a region ("pt-BR"), else NULL. */
static const struct language *language_of(const char *text, size_t length)
{
	struct buffer folded = {0};
	const struct language *found;
	size_t head;

	if (length > NAME_LONGEST)
		return NULL;
	fold_append(&folded, text, length);
	head = strcspn(buffer_text(&folded), "-_ ");
	found = find(buffer_text(&folded), folded.length);
	if (!found && head < folded.length && buffer_text(&folded)[head] != ' ')
		found = find(buffer_text(&folded), head);
	buffer_free(&folded);
	return found;
}

static bool is_separator(char byte)
{
	return byte && strchr(",;/&+|()[]\n", byte);
}

/* "and", in the languages that events here are written in. */
static bool joins(const char *word, size_t length)
{
	static const char words[] = "|and|et|und|y|";
	char lower[4];

	if (length >= sizeof lower)
		return false;
	for (size_t i = 0; i < length; i++)
		lower[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] | 0x20 : word[i]);
	return is_among(words, lower, length);
}

static size_t word_length(const char *text)
{
	size_t length = 0;

	while (text[length] && text[length] != ' ' && !is_separator(text[length]))
		length++;
	return length;
}

/* Behind spaces, separators, words that join, and what is no word. */
static const char *skip(const char *text)
{
	for (;;) {
		size_t length = word_length(text);

		if (length && !joins(text, length) && strspn(text, ".-?:") < length)
			return text;
		text += length;
		if (!*text)
			return text;
		text += !length;
	}
}

/* The words from a place on, up to what parts them from the next language. */
static size_t piece_length(const char *text)
{
	size_t length = word_length(text), end = length;

	while (text[end] == ' ') {
		size_t word;

		end += strspn(text + end, " ");
		word = word_length(text + end);
		if (!word || joins(text + end, word))
			break;
		length = end += word;
	}
	return length;
}

/* Whether every word is a language, as in "fr en". */
static bool all_known(const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		size_t word = word_length(text + at);

		if (!language_of(text + at, word))
			return false;
		at += word;
		at += strspn(text + at, " ");
	}
	return true;
}

bool language_next(const char **text, struct buffer *language)
{
	const char *piece = skip(*text);
	size_t length = piece_length(piece);
	const struct language *found = language_of(piece, length);

	if (!found && all_known(piece, length))
		found = language_of(piece, length = word_length(piece));
	*text = piece + length;
	buffer_clear(language);
	if (found)
		buffer_puts(language, found->code);
	else
		buffer_append(language, piece, length);
	return length > 0;
}

const char *language_name(const char *language)
{
	for (int i = 0; i < LANGUAGES; i++)
		if (!strcmp(languages[i].code, language))
			return i18n_context_key(languages[i].name);
	return language;
}
