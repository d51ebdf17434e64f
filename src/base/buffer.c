#include "config.h"

#include "base/buffer.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *buffer_room(struct buffer *buffer, size_t more)
{
	size_t needed = buffer->length + more + 1;

	if (needed > buffer->capacity)
		buffer->data = memory_grow(buffer->data, &buffer->capacity, needed, 1);
	return buffer->data + buffer->length;
}

void buffer_grown(struct buffer *buffer, size_t length)
{
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
}

void buffer_append(struct buffer *buffer, const char *bytes, size_t length)
{
	char *room = buffer_room(buffer, length);

	if (length)
		memcpy(room, bytes, length);
	buffer_grown(buffer, length);
}

void buffer_puts(struct buffer *buffer, const char *text)
{
	if (text)
		buffer_append(buffer, text, strlen(text));
}

void buffer_putc(struct buffer *buffer, char byte)
{
	*buffer_room(buffer, 1) = byte;
	buffer->data[++buffer->length] = '\0';
}

void buffer_fill(struct buffer *buffer, char byte, size_t count)
{
	memset(buffer_room(buffer, count), byte, count);
	buffer_grown(buffer, count);
}

void buffer_digits(struct buffer *buffer, unsigned number, int least)
{
	char digits[10];
	int at = sizeof digits;

	for (; number || least > 0; number /= 10, least--)
		digits[--at] = (char)('0' + number % 10);
	buffer_append(buffer, digits + at, sizeof digits - (size_t)at);
}

/* Most of what is printed fits into what room there is. */
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
{
	enum { LIKELY = 48 };
	char *at = buffer_room(buffer, LIKELY);
	size_t room = buffer->capacity - buffer->length;
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(at, room, format, again);
	va_end(again);
	if (length >= 0 && (size_t)length >= room)
		vsnprintf(buffer_room(buffer, (size_t)length), (size_t)length + 1, format,
			  arguments);
	buffer_grown(buffer, length > 0 ? (size_t)length : 0);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	buffer_vprintf(buffer, format, arguments);
	va_end(arguments);
}

void buffer_clear(struct buffer *buffer)
{
	buffer_truncate(buffer, 0);
}

void buffer_truncate(struct buffer *buffer, size_t length)
{
	if (!buffer->data || length >= buffer->length)
		return;
	buffer->length = length;
	buffer->data[length] = '\0';
}

void buffer_free(struct buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct buffer){0};
}

const char *buffer_text(const struct buffer *buffer)
{
	return buffer->data ? buffer->data : "";
}

char *buffer_steal(struct buffer *buffer)
{
	char *text = buffer->data ? buffer->data : memory_strdup("");

	*buffer = (struct buffer){0};
	return text;
}
