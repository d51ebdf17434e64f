/*
 * The outline of a page, as the finder of its programme sees it: its lines with their shapes, what
 * each date in it means, what stands under each line, and in what kind of section it is.
 */
#ifndef NEC_PROGRAMME_OUTLINE_H
#define NEC_PROGRAMME_OUTLINE_H

#include "base/report.h"
#include "programme/almanac.h"
#include "programme/shape.h"

enum outline_section {
	SECTION_PLAIN,
	SECTION_PROGRAMME, /* under "Au programme", "Agenda" */
	SECTION_PRACTICAL, /* under "Infos pratiques", "S'inscrire" */
	SECTION_PAST	   /* under "Éditions précédentes" */
};

struct outline_line {
	struct shape shape;
	civil_day day, last; /* of its date; CIVIL_NONE where it has none, or one of no meaning */
	bool disagree;	     /* its weekday is not that day's */
	bool merged;	     /* its time went to the date on the line before */
	enum outline_section section;
	bool under_day; /* it stands in the scope of a date above */
	/* Lines under it, up to the next date or heading that stands as high: */
	uint32_t scope_end;
	uint32_t timed_below; /* of those, the ones with a time and no date */
	/* Up to the next heading or bold line that stands as high: */
	uint32_t section_end;
	uint32_t bare_below; /* of those, the ones that are nothing but a time */
};

struct outline {
	const struct document *document;
	const struct rooms *rooms; /* that the page names; NULL for none */
	struct almanac almanac;
	struct lines lines;
	struct outline_line *items; /* as many as lines */
	bool cut;		    /* the page has more lines than are looked at */
};

/* How much of a page is looked at; the lines behind are as if they were not there. */
enum { OUTLINE_MOST_LINES = 100000, OUTLINE_MOST_BYTES = 1024 * 1024 };

/* The rooms may be NULL; else they have to outlive the outline, as the document has. Where the
 * report says that the work is to stop, the shapes of the last lines are not known. */
void outline_make(struct outline *outline, const struct document *document, struct almanac almanac,
		  const struct rooms *rooms, struct report *report);
void outline_free(struct outline *outline);

/* Whether a line stands like a heading: one, or bold from end to end, or announcing with a colon.
 */
bool outline_is_headline(const struct outline *outline, size_t index);

#endif
