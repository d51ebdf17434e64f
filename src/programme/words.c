#include "config.h"

#include "programme/words.h"

#include "base/fold.h"

#include <stdint.h>
#include <string.h>

enum { FOLDED_BYTES = 240, MOST_PHRASES = 80 };

#define LIST(...)                                                                                  \
	(const char *const[MOST_PHRASES + 1])                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}

static const char *const *const tables[WORDS_KINDS] = {
    [WORDS_PROGRAMME] =
	LIST("programme", "program", "programmation", "agenda", "deroule", "deroulement",
	     "ordre du jour", "calendrier", "planning", "schedule", "timetable", "emploi du temps",
	     "a vos agendas", "au menu", "a l affiche", "temps fort", "prochaine date",
	     "prochaine session", "prochain rendez vous", "prochain webinaire", "prochain atelier",
	     "upcoming", "line up", "detail de la journee", "la journee en detail"),
    [WORDS_PRACTICAL] =
	LIST("information pratique", "info pratique", "renseignement pratique", "en pratique",
	     "modalite", "modalite d inscription", "acces et", "acces au", "plan d acces",
	     "comment venir", "comment y aller", "comment s inscrire", "comment participer",
	     "comment se rendre", "comment nous rejoindre", "comment nous contacter", "ou et quand",
	     "quand et ou", "inscription", "s inscrire", "inscrivez vous", "je m inscris",
	     "pour s inscrire", "pour vous inscrire", "pour participer", "participer", "horaire",
	     "tarif", "pour qui", "public vise", "public cible", "transport en commun",
	     "hebergement", "restauration", "candidater", "condition de participation",
	     "condition d acces", "condition d inscription", "date cle", "date limite", "practical",
	     "how to get", "how to register", "how to join", "getting there", "registration",
	     "register", "opening hour", "key date", "deadline", "contactez nous", "contact us",
	     "pensez a", "une question", "des questions", "faq", "foire aux questions",
	     "question frequente", "frequently asked", "venir", "dormir", "se loger", "y aller",
	     "getting here", "where to stay", "accommodation", "parking", "voiture"),
    [WORDS_PAST] = LIST("precedent", "precedente", "passees", "passes", "deja eu lieu",
			"deja passe", "deja passee", "retour sur", "replay", "revoir",
			"rediffusion", "previous", "past event", "past session", "past edition"),
    [WORDS_DEADLINE] = LIST(
	"date limite", "deadline", "cloture des inscription", "cloture de l inscription",
	"cloture des candidature", "cloture de l appel", "cloture du depot", "fin des inscription",
	"fin des candidature", "fin du depot", "ouverture des inscription",
	"ouverture des candidature", "ouverture de l appel", "ouverture de la billetterie",
	"lancement des inscription", "depot des candidature", "depot des dossier",
	"inscription avant", "inscription jusqu", "inscription ouverte", "inscription close",
	"inscrivez vous avant", "inscrivez vous jusqu", "candidature jusqu", "limite d inscription",
	"limite de candidature", "limite de depot", "au plus tard", "registration close",
	"registration open", "call for proposal"),
    [WORDS_LABEL] =
	LIST("date", "acces", "public", "lieu", "adresse", "date et heure", "date et horaire",
	     "date et lieu", "horaire", "heure", "quand", "duree", "rdv", "rendez vous", "when",
	     "time", "date and time", "hour", "opening hour", "heure d ouverture",
	     "horaire d ouverture", "jour d ouverture", "ouvert", "ouverte", "ouvert au public",
	     "open", "permanence", "tous les jours", "chaque jour", "every day", "jour et horaire",
	     "inscription", "contact", "telephone", "tel", "accueil telephonique", "mise a jour",
	     "publie", "publiee", "publication", "updated", "mis a jour", "derniere mise a jour",
	     "debut", "dates et horaire", "creneau"),
    [WORDS_WHEN] =
	LIST("date", "date et heure", "date et horaire", "jour et horaire", "horaire", "heure",
	     "quand", "rdv", "rendez vous", "creneau", "when", "time", "date and time"),
    [WORDS_OFTEN] = LIST("toutes les", "tous les", "chaque", "every"),
    [WORDS_DAYPART] = LIST("matin", "matinee", "apres midi", "midi", "soir", "soiree", "journee",
			   "demi journee", "premiere partie", "deuxieme partie", "seconde partie",
			   "partie", "session du matin", "session de l apres midi", "morning",
			   "afternoon", "evening", "morning session", "afternoon session"),
    [WORDS_BREAK] = LIST("pause", "dejeuner", "repas", "buffet", "lunch", "break", "coffee break",
			 "tea break", "dinner", "diner"),
    [WORDS_DETAILS] =
	LIST("resume", "description", "objectif", "contenu", "public", "prerequis", "niveau",
	     "materiel", "ressource", "pour aller plus loin", "a propos", "bio", "biographie",
	     "support", "question", "abstract", "summary", "about", "outline", "goal", "audience",
	     "prerequisite", "level", "resources", "slides", "notes", "what you will learn"),
    [WORDS_ROOM] =
	LIST("salle", "amphi", "amphitheatre", "auditorium", "espace", "salon", "galerie", "hall",
	     "plateau", "scene", "stand", "room", "stage", "foyer", "atrium", "studio", "agora",
	     "chapiteau", "grande salle", "petite salle", "grand amphi", "petit amphi",
	     "grand amphitheatre", "grand auditorium", "petit auditorium", "grande scene", "patio",
	     "terrasse", "theatre", "bibliotheque", "cafeteria", "rez de chaussee", "main stage",
	     "main hall", "track", "auditoire", "grande halle", "halle", "mezzanine", "rotonde"),
    [WORDS_FORMAT] = LIST(
	"atelier", "atelier participatif", "pleniere", "table ronde", "conference",
	"mini conference", "micro conference", "webinaire", "webinar", "masterclass",
	"master class", "masterclasse", "pitch", "pitche", "retex", "rex", "retour d experience",
	"keynote", "meetup", "meet up", "hackathon", "demo", "demonstration", "formation", "forum",
	"forum ouvert", "debat", "conference debat", "seminaire", "workshop", "panel", "talk",
	"lightning talk", "round table", "roundtable", "plenary", "clinique", "visioconference",
	"barcamp", "world cafe", "lunch talk", "tutorial", "tutoriel", "afterwork", "cine debat",
	"speed meeting", "table ouverte"),
    [WORDS_VAGUE] = LIST("presentation", "restitution", "rencontre", "visite", "temoignage",
			 "petit dejeuner", "quiz", "poster", "appel a idees", "appel a projets",
			 "interview", "projection", "jeu", "concours", "exposition", "live"),
    [WORDS_SPEAKERS] =
	LIST("avec", "avec la participation de", "avec la presence de", "en presence de",
	     "en presence d", "par", "anime par", "animee par", "animes par", "animees par",
	     "presente par", "presentee par", "propose par", "proposee par", "modere par",
	     "moderee par", "intervenant", "intervenante", "intervenant e", "intervenants",
	     "invite", "invitee", "invite e", "orateur", "oratrice", "animateur", "animatrice",
	     "animation", "moderation", "moderateur", "moderatrice", "intervention de", "speaker",
	     "with", "by", "host", "hosted by", "moderated by", "presented by", "chair",
	     "introduction par", "conferencier", "conferenciere", "grand temoin", "panelist"),
    [WORDS_THEMES] = LIST("theme", "thematique", "topic", "track", "axe", "axe thematique",
			  "parcours thematique", "fil rouge"),
    [WORDS_INSCRIBE] =
	LIST("inscription", "s inscrire", "inscrivez vous", "je m inscris", "plus d information",
	     "plus d info", "plus d infos", "en savoir plus", "informations et inscription",
	     "lien d inscription", "pour vous inscrire", "pour s inscrire",
	     "decouvrir le programme", "decouvrir", "rejoindre", "lien", "lien de connexion",
	     "se connecter", "register", "registration", "more information", "read more",
	     "learn more", "join", "link", "details", "voir le detail", "participer"),
    [WORDS_COLUMN_TITLE] =
	LIST("titre", "intitule", "session", "sujet", "theme", "thematique", "sequence", "activite",
	     "contenu", "programme", "intervention", "conference", "atelier", "webinaire", "title",
	     "topic", "event", "evenement", "objet", "description", "what", "quoi", "presentation"),
    [WORDS_COLUMN_TIME] = LIST("horaire", "heure", "time", "date", "quand", "jour", "when",
			       "creneau", "hour", "debut", "fin", "start", "end"),
    [WORDS_PLACE] = LIST("lieu", "adresse", "ou", "where", "venue", "place", "location", "en ligne",
			 "online", "en presentiel", "en visio", "a distance"),
};

static const char *const articles[] = {"le",	"la",  "les",	"l",   "au",  "aux",   "du",
				       "des",	"de",  "d",	"a",   "en",  "the",   "of",
				       "notre", "nos", "votre", "vos", "our", "et",    "and",
				       "voici", "un",  "une",	"in",  "ce",  "cette", NULL};

void words_fold(struct buffer *folded, const char *text, size_t length)
{
	buffer_clear(folded);
	fold_append(folded, text, length < FOLDED_BYTES ? length : FOLDED_BYTES);
	for (size_t i = 0; i < folded->length; i++)
		if (folded->data[i] == '\'' || folded->data[i] == '-')
			folded->data[i] = ' ';
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0xC3;
}

/* The bytes that a phrase takes at the start of a text; every word of it may be in the plural. */
static size_t phrase_length(const char *phrase, const char *text)
{
	const char *at = text;

	for (;; phrase++) {
		if (*phrase == ' ' || !*phrase) {
			if ((*at == 's' || *at == 'x') && !is_word_byte(at[1]))
				at++;
			if (is_word_byte(*at))
				return 0;
			if (!*phrase)
				return (size_t)(at - text);
		}
		if (*at++ != *phrase)
			return 0;
	}
}

/*
 * The phrases of a list by their first letters: chains of numbers from 1, 0 at their ends. Made
 * once, for they depend on nothing.
 */
struct initials {
	bool made;
	uint8_t first['z' - 'a' + 1], next[MOST_PHRASES + 1];
};

static void make_initials(struct initials *initials, const char *const *phrases)
{
	initials->made = true;
	for (uint8_t i = 0; phrases[i]; i++) {
		uint8_t *first = &initials->first[*phrases[i] - 'a'];

		initials->next[i + 1] = *first;
		*first = (uint8_t)(i + 1);
	}
}

static size_t longest(const char *const *phrases, struct initials *initials, const char *text)
{
	size_t best = 0;

	if (*text < 'a' || *text > 'z')
		return 0;
	if (!initials->made)
		make_initials(initials, phrases);
	for (uint8_t i = initials->first[*text - 'a']; i; i = initials->next[i]) {
		size_t length = phrase_length(phrases[i - 1], text);

		if (length > best)
			best = length;
	}
	return best;
}

size_t words_begin(enum words_kind kind, const char *folded)
{
	static struct initials initials[WORDS_KINDS];

	return longest(tables[kind], &initials[kind], folded);
}

static size_t article(const char *folded)
{
	static struct initials initials;

	return longest(articles, &initials, folded);
}

size_t words_skip_marks(const char *folded)
{
	size_t at = 0;

	while (folded[at] && !is_word_byte(folded[at]))
		at++;
	return at;
}

size_t words_skip_article(const char *folded)
{
	size_t length = article(folded);

	return length ? length + words_skip_marks(folded + length) : 0;
}

size_t words_begin_loosely(enum words_kind kind, const char *folded)
{
	size_t at = words_skip_marks(folded);

	for (;;) {
		size_t length = words_begin(kind, folded + at);

		if (length)
			return at + length;
		length = words_skip_article(folded + at);
		if (!length)
			return 0;
		at += length;
	}
}

bool words_hold(enum words_kind kind, const char *folded)
{
	bool inside = false;

	for (; *folded; folded++) {
		if (!inside && is_word_byte(*folded) && words_begin(kind, folded))
			return true;
		inside = is_word_byte(*folded);
	}
	return false;
}

bool words_only(enum words_kind kind, const char *folded)
{
	bool found = false;

	for (folded += words_skip_marks(folded); *folded; folded += words_skip_marks(folded)) {
		size_t length = words_begin(kind, folded);

		found = found || length;
		if (!length) {
			length = words_skip_article(folded);
			if (length && !folded[length]) /* "Salle A" is a name */
				return false;
		}
		if (!length)
			length = strspn(folded, "0123456789");
		if (!length)
			return false;
		folded += length;
	}
	return found;
}
