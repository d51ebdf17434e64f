/*
 * Files compressed with gzip (RFC 1952), as planners' archives keep them.
 */
#ifndef NEC_READ_GZIP_H
#define NEC_READ_GZIP_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

enum gzip_result { GZIP_WHOLE, GZIP_BROKEN, GZIP_TOO_LARGE };

/* Whether the bytes begin as such a file does. */
bool gzip_fits(const char *bytes, size_t length);

/*
 * Appends what is compressed in the bytes, which may be several files one behind the other. Stops
 * where it grows beyond `largest` bytes, and where the file is damaged or cut off.
 */
enum gzip_result gzip_inflate(struct buffer *out, const char *bytes, size_t length, size_t largest);

#endif
