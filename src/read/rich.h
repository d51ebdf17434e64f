/*
 * Whether a text that planners pass on as they got it is HTML.
 */
#ifndef NEC_READ_RICH_H
#define NEC_READ_RICH_H

#include <stdbool.h>

/* Whether it is HTML from its first character on: a tag or a comment, not <https://…> or <3. */
bool rich_is_html(const char *text);

/* Whether it holds tags anywhere that structure it: <br>, </p>, </li>, </a>. */
bool rich_holds_html(const char *text);

#endif
