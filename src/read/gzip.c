#include "config.h"

#include "read/gzip.h"

#include "base/zlib.h"

#include <string.h>

/* What inflateInit2() takes for a window of any size with gzip's head. */
enum { GZIP_WINDOW = 15 + 16 };

bool gzip_fits(const char *bytes, size_t length)
{
	return length >= 3 && !memcmp(bytes, "\x1F\x8B\x08", 3);
}

/* Inflates until a file ends; Z_STREAM_END then. */
static int inflate_file(z_stream *stream, struct buffer *out, size_t largest)
{
	Bytef piece[16 * 1024];
	int result;

	do {
		stream->next_out = piece;
		stream->avail_out = sizeof piece;
		result = inflate(stream, Z_NO_FLUSH);
		buffer_append(out, (const char *)piece, sizeof piece - stream->avail_out);
	} while (result == Z_OK && out->length <= largest);
	return result;
}

enum gzip_result gzip_inflate(struct buffer *out, const char *bytes, size_t length, size_t largest)
{
	z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)length};
	int result = inflateInit2(&stream, GZIP_WINDOW);

	if (result != Z_OK)
		return GZIP_BROKEN;
	do {
		inflateReset(&stream);
		result = inflate_file(&stream, out, largest);
	} while (result == Z_STREAM_END && out->length <= largest &&
		 gzip_fits((const char *)stream.next_in, stream.avail_in));
	inflateEnd(&stream);
	if (out->length > largest)
		return GZIP_TOO_LARGE;
	return result == Z_STREAM_END ? GZIP_WHOLE : GZIP_BROKEN;
}
