/*
 * Facts: what can be said of a line with a date or a time, and of what stands around it. The rules
 * (programme/rules.c) are made of them.
 */
#ifndef NEC_PROGRAMME_FACTS_H
#define NEC_PROGRAMME_FACTS_H

#include "programme/outline.h"
#include "programme/rules.h"

typedef uint64_t facts;

#define FACT(n) (UINT64_C(1) << (n))

/* The stamp */
#define DATED FACT(0)
#define TIMED FACT(1)
#define SPAN  FACT(2) /* a time with an end */

#define DAYS FACT(19) /* a date with a last day */

/* Its place in the line: the shapes of programme/shape.h */
#define BARE   FACT(3)
#define LEAD   FACT(4)
#define TAIL   FACT(5)
#define MIDDLE FACT(6)
#define WITHIN FACT(7)
#define FIRM   FACT(8) /* marks, brackets or a style part it from the title */
#define COMMA  FACT(9) /* at least a comma does */

/* The line */
#define HEADING	      FACT(10)
#define HEADLINE      FACT(11) /* a heading or a bold line */
#define COLON	      FACT(12) /* a sentence that ends in a colon */
#define ITEM	      FACT(13) /* the first line of a list item */
#define SHORT	      FACT(14) /* no sentence */
#define TAGGED	      FACT(15) /* "[Webinaire]" follows the stamp */
#define PROGRAMME     FACT(16) /* says "programme", "déroulé"… */
#define DAYPART	      FACT(17) /* says "matinée", "après-midi" and nothing else */
#define DAYPART_FIRST FACT(18) /* begins so */

/* The page */
#define IN_EVENT       FACT(20) /* its date is one of the event's days */
#define IN_PROGRAMME   FACT(21) /* it stands under a heading that says "programme" */
#define LIKE_NEIGHBOUR FACT(22) /* a line near it has the same shape */
#define NEAR_DEADLINE  FACT(23) /* a line near it is a deadline */
#define AMONG                                                                                      \
	FACT(24) /* it is dated, a heading, a list item, on one of several days, in a              \
		     programme, or LIKE_NEIGHBOUR: no time alone in the text */

/* What stands above and below */
#define TIMED_BELOW	FACT(30) /* lines with a time and no date are under it */
#define SEVERAL_BELOW	FACT(31) /* two at least */
#define LIST_BELOW	FACT(32) /* a list follows whose first item has no time */
#define LIST_NEAR	FACT(33) /* the same, perhaps behind a paragraph */
#define TEXT_NEXT	FACT(34) /* its paragraph began with a stamp and goes on with text */
#define TEXT_ABOVE	FACT(35) /* its paragraph began with text */
#define PARAGRAPH_BELOW FACT(36)
#define SHORT_BELOW	FACT(37) /* a paragraph that is no sentence */
#define HEADING_BELOW	FACT(38)
#define HEADING_ABOVE	FACT(39) /* and nothing else under that heading is a time alone */
#define OWN_HEADING	FACT(40) /* and it is no title of the time before it */

/* The facts of a line whose shape is not SHAPE_NONE. */
facts facts_of(const struct outline *outline, size_t index);

/* Whether a line can be the title of a date or a time beside it. */
bool facts_is_title(const struct outline *outline, size_t index);

/* Whether a heading parts what is told of one session: "Résumé", "Intervenants". */
bool facts_is_detail(const struct outline *outline, size_t index);

/* Whether a line says until when, or since when. */
bool facts_is_deadline(const struct outline_line *line);

/* The index of the line that holds the title of a session; see enum rule_title. */
size_t facts_title_line(const struct outline *outline, size_t index, enum rule_title title);

#endif
