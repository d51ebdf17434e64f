/*
 * Labelled dates: a heading, and below it what is to be known of one session, line by line.
 *
 *     ### Mesurer la qualité            ### Écouter les usagers
 *     * Date : mardi 6 février          * 📅 Mardi 12 mars
 *     * Horaires : 14h – 15h            * 🕑 14h – 15h
 *     * Lieu : en ligne                 * 📍 salle Curie
 *
 * In a programme, where the day stands above, the date may be missing.
 *
 * One such section says when the event itself is; two or more are its programme.
 */
#ifndef NEC_PROGRAMME_LABELS_H
#define NEC_PROGRAMME_LABELS_H

#include "programme/outline.h"

struct labelled {
	uint32_t heading;      /* the line with the title */
	uint32_t end;	       /* behind the lines that belong to it */
	uint32_t dated, timed; /* the lines with the date and the time, perhaps the same; or 0 */
};

struct labelled_sections {
	struct labelled *items;
	size_t count, capacity;
};

/* All of them, or none where there is only one; to be freed with free(items). */
struct labelled_sections labels_find(const struct outline *outline);

#endif
