/*
 * The sessions of each theme, found once.
 */
#ifndef NEC_TUI_THEME_INDEX_H
#define NEC_TUI_THEME_INDEX_H

#include "model/agenda.h"

#include <stddef.h>
#include <stdint.h>

struct theme_index {
	size_t *ends;	    /* by theme: where its sessions end in the list below */
	uint32_t *sessions; /* theme after theme, each in programme order */
};

void theme_index_make(struct theme_index *index, const struct agenda *agenda);
void theme_index_free(struct theme_index *index);

/* Its sessions; valid as long as the index is. */
const uint32_t *theme_index_of(const struct theme_index *index, size_t theme, size_t *count);

#endif
