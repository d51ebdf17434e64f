/*
 * Finds in the page of an event what its sessions are about, and of which kinds they are.
 *
 * Themes are the items of a list below a sentence or heading that announces themes, or the bold
 * lines and lesser headings below such a heading: the name is the head, what follows "pour
 * lequel…", a dash, a colon or in brackets is its description.
 *
 * Formats with their usual lengths come from prose: "des ateliers (1h30 ou 3h)", "pitchs de 10
 * minutes".
 */
#ifndef NEC_PROGRAMME_TOPICS_H
#define NEC_PROGRAMME_TOPICS_H

#include "programme/programme.h"

/* Adds themes and formats to the agenda. Returns how many themes were found. */
size_t topics_find(const struct outline *outline, struct builder *builder,
		   const struct programme_context *context, struct report *report);

#endif
