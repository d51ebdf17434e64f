/*
 * References: addresses taken out of a running text, which keeps a number in their place: "our
 * partners [3]". Each address has one number, however often it is named.
 */
#ifndef NEC_WRITE_REFERENCES_H
#define NEC_WRITE_REFERENCES_H

#include "base/buffer.h"
#include "document/document.h"

struct references;

struct references *references_new(void);
void references_free(struct references *references);

/*
 * A copy of a document with a number behind each link and with images as text. A link whose text is
 * its address stays as it is where lines of `width` columns can hold it in one piece; else its
 * number stands for it. The caller frees it.
 */
struct document *references_number(struct references *references, const struct document *document,
				   int width);

/* The number of an address, which is added where it is new. */
unsigned references_number_of(struct references *references, const char *url);

size_t references_count(const struct references *references);

/* Appends a line for each: "[3] https://…", never broken. */
void references_write(const struct references *references, struct buffer *out);

#endif
