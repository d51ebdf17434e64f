/*
 * The key `themes` of an event's front matter: what its sessions are about, said outright.
 *
 *     themes:
 *     - Communs
 *     - name: Données            also: nom, title, titre
 *       description: …           one line of text
 *       colour: "#336699"        also: color, couleur
 */
#ifndef NEC_READ_THEME_KEYS_H
#define NEC_READ_THEME_KEYS_H

#include "base/node.h"
#include "model/builder.h"

/* Adds the themes of a list, or the one of a scalar or map. Returns how many there are. */
size_t theme_keys_read(struct builder *builder, const struct node *themes, struct report *report);

#endif
