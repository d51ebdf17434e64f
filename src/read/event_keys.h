/*
 * The keys of an event: what the front matter of its page says.
 *
 *     title                titre
 *     acronym              sigle                what the event calls itself in short
 *     date                 date_publication     when the page was published
 *     event_start_date     event_date, start,   2023-10-18 09:00:00 +02:00, at the venue; at
 *                          debut                midnight only the day is known
 *     event_end_date       end, fin
 *     timezone             time_zone, fuseau_horaire       Europe/Paris
 *     language             langue, lang         fr, "English"
 *     lieu                 place, venue
 *     adresse              address              may have several lines
 *     url                  lien, link, site     its page on the web
 *     chapeau_text         chapeau, introduction, description, summary       Markdown
 *     annonce              announcement         what everybody has to know now, in a sentence
 *     une_ou_diaporama     images, image        a list of maps with image (url, src) and
 *                                               alternative_textuelle (alt), or of addresses
 *     champs_informations  infos, informations  the practical information: a list of maps with
 *                                               intitule (label, titre, title), contenu (text,
 *                                               texte), lien (link, url)
 *     acces                access               how to get there: a list of maps with type and
 *                                               lignes (a list of maps with nom)
 *     categories           category, categorie
 *     tags                 tag, mots_cles, keywords
 *     published                                 false is noted
 *     rooms                salles               what the rooms are called: texts, or maps with
 *                                               name (nom)
 *     themes               thematiques          see read/theme_keys.h
 *     sessions             programme            see read/session_keys.h
 *
 * Capitals, accents, and hyphens for underscores make no difference. A date more than ten years
 * away from that of publication is told and taken as unknown.
 */
#ifndef NEC_READ_EVENT_KEYS_H
#define NEC_READ_EVENT_KEYS_H

#include "base/node.h"
#include "document/document.h"
#include "model/builder.h"

/* What is left for others to read; NULL where the front matter has no such key. */
struct event_keys {
	const struct node *themes, *sessions, *rooms;
};

/*
 * Fills the builder's event. An image that stands in the page's body as well, under the same
 * address written another way (%20 for a space), gets the address that it has there.
 */
void event_keys_read(struct event_keys *left, struct builder *builder, const struct node *map,
		     const struct document *body, struct report *report);

/* Whether the map says when an event takes place: the sign of an event's page in a folder. */
bool event_keys_have_dates(const struct node *map);

#endif
