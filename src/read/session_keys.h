/*
 * The keys of a session, as an event's front matter lists them under `sessions`, or as the front
 * matter of a page of its own has them:
 *
 *     title        titre, nom, name
 *     subtitle     sous_titre
 *     date         jour, day                  2023-10-19, "jeudi 19 octobre"; with a time where
 *                                             there is no start
 *     start        debut, heure, time,        09:00, 9h, "9h - 10h30", 2023-10-19 09:00 +02:00
 *                  horaire, start_time,
 *                  event_start_date
 *     end          fin, end_time,             10:30; before the start it is on the day after
 *                  event_end_date
 *     duration     duree, length              90, 1:30, 1h30; where there is no end
 *     theme        themes, thematique,        a text, texts parted by ; or a list of them
 *                  track, tracks
 *     format       formats, type              as theme
 *     room         rooms, salle, salles,      as theme
 *                  lieu, location
 *     speakers     speaker, intervenants,     as theme, or a list of maps with name (nom)
 *                  intervenant
 *     language     langue, lang
 *     url          link, lien                 its own page
 *     links        liens                      further ones: a list of addresses, or of maps with
 *                                             url (lien, link) and label (intitule, texte, title)
 *     abstract     resume, summary, chapeau,  Markdown
 *                  chapeau_text
 *     description  contenu                    Markdown
 *     cancelled    canceled, annule           true, yes, oui
 *     id           guid, code, uid            what identifies the session in every edition of the
 *                                             agenda
 *
 * Capitals, accents, and hyphens for underscores make no difference. What is wrong with a value is
 * a warning; the session is kept with what is right.
 */
#ifndef NEC_READ_SESSION_KEYS_H
#define NEC_READ_SESSION_KEYS_H

#include "base/node.h"
#include "model/builder.h"
#include "programme/almanac.h"

/* What a session takes from its event where it says nothing itself. */
struct session_context {
	struct almanac almanac; /* completes dates; the only day of an event is its sessions' */
	int offset;		/* CIVIL_NONE where unknown */
	const char *rule;	/* for session->rule */
};

/*
 * Adds the session that a map describes. It is valid until the next one is made. NULL, with a
 * warning, where the map holds no key of a session.
 */
struct session *session_keys_read(struct builder *builder, const struct node *map,
				  const struct session_context *context, struct report *report);

/* Adds those of a list, or of a single map. Returns how many there are. */
size_t session_keys_read_list(struct builder *builder, const struct node *sessions,
			      const struct session_context *context, struct report *report);

#endif
