/*
 * An item of a programme taken apart: what its writer put beside the title by habit, in brackets,
 * behind a dash, in emphasis.
 *
 *     [Webinaire] [API] *Titre*               format, theme, title
 *     **Titre** - *Ada Martin, ministère*     title, speaker
 *     Accueil (espace Curie)                  title, room
 *     **Titre.** Ce dont il est question      title, and the rest is its description
 *     Table ronde « … », avec Ada Martin      format and speaker; the title stays as written
 */
#ifndef NEC_PROGRAMME_ITEM_H
#define NEC_PROGRAMME_ITEM_H

#include "programme/line.h"
#include "programme/rooms.h"
#include "programme/speakers.h"

enum { ITEM_NAMES_MOST = 12, ITEM_LONGEST_TITLE = 500 };

struct item_names {
	char *names[ITEM_NAMES_MOST]; /* owned */
	size_t count;
};

struct item {
	char *title; /* owned; NULL where nothing is left */
	struct item_names formats, themes;
	struct speakers speakers;
	char *room;		     /* owned; NULL where none is named */
	int link;		     /* of the title, or DOCUMENT_NO_LINK */
	size_t rest_start, rest_end; /* bytes of the line that describe it */
	bool cancelled;		     /* the title is struck out */
};

/* Takes a line apart that holds the item and nothing else. The rooms may be NULL, here and below.
 */
void item_read(struct item *item, const struct line *line, const struct rooms *rooms);

/* The room that a line is about: "(salle 3)", "Lieu : salle 3"; NULL for none. To be freed. */
char *item_room(const char *text, size_t length, const struct rooms *rooms);

/*
 * The bytes of "Salle : " or "Room: " that a text begins with, behind which stands the name of a
 * room, whatever it is; 0 for none.
 */
size_t item_room_label(const char *text, size_t length);

/* Whether a text is the name of a room and nothing else: "Salle Curie", "Hall". */
bool item_is_room(const char *text, size_t length, const struct rooms *rooms);

void item_free(struct item *item);

#endif
