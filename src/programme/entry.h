/*
 * Entries: sessions as the finder knows them before they go into an agenda.
 */
#ifndef NEC_PROGRAMME_ENTRY_H
#define NEC_PROGRAMME_ENTRY_H

#include "model/builder.h"
#include "programme/outline.h"

struct entry {
	uint32_t line;		  /* where its date, time or title was found */
	uint32_t title_line;	  /* where its title stands: the same line or one near it */
	uint32_t lines_end;	  /* the first line behind them that is not its own any more */
	const struct line *title; /* its title and what is written beside it; owned by the lines */
	civil_day day;		  /* CIVIL_NONE where none is known */
	int from, to;		  /* minutes since its midnight; -1 where there is none */
	const char *rule;
	const char *room;	       /* that the section names; NULL */
	struct line_part people;       /* beside the time, not the title; its line may be NULL */
	uint32_t labels_end;	       /* behind the lines below that say more of it; 0 */
	const struct line *heading;    /* the row whose cells name its rooms; NULL */
	size_t rooms, rooms_end;       /* those cells */
	int speakers, format, place;   /* cells of its row that tell them; -1 */
	const struct line *place_row;  /* whose cell its place is; NULL for its own */
	bool announces;		       /* its own line says the date, outside of any programme */
	uint32_t content, content_end; /* the blocks below that tell more of it */
};

/* Adds the session to the agenda. False, with nothing added, where no title is found. */
bool entry_add(const struct entry *entry, const struct outline *outline, struct builder *builder,
	       int offset);

#endif
