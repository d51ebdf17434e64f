/*
 * The title of a session, as people are told it.
 */
#ifndef NEC_PRESENT_TITLE_H
#define NEC_PRESENT_TITLE_H

/* A title that a source may have left out: itself, or words that say so. */
const char *title_or_none(const char *title);

#endif
