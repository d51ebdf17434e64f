#include "config.h"

#include "base/report.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static void add(struct report *report, enum severity severity, struct place place,
		const char *format, va_list arguments)
{
	struct buffer raw = {0}, clean = {0};

	if (!report || report->counts[severity]++ >= REPORT_KEEPS)
		return;
	buffer_vprintf(&raw, format, arguments);
	utf8_sanitise(&clean, buffer_text(&raw), raw.length, UTF8_ONE_LINE);
	buffer_free(&raw);
	place.file = memory_strdup(place.file);
	array_push(report, ((struct finding){severity, place, buffer_steal(&clean)}));
}

void report_add(struct report *report, enum severity severity, struct place place,
		const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add(report, severity, place, format, arguments);
	va_end(arguments);
}

bool report_step(struct report *report, size_t done, size_t total)
{
	return progress_step(report ? report->progress : NULL, done, total);
}

bool report_error(struct report *report, struct place place, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add(report, SEVERITY_ERROR, place, format, arguments);
	va_end(arguments);
	return false;
}

static int compare_places(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left;
	const struct finding *b = *(const struct finding *const *)right;
	int order = strcmp(a->place.file ? a->place.file : "", b->place.file ? b->place.file : "");

	if (!order)
		order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
	if (!order) /* equals keep their order: both point into one array */
		order = (a > b) - (a < b);
	return order;
}

static bool same_finding(const struct finding *a, const struct finding *b)
{
	return a->place.line == b->place.line && a->severity == b->severity &&
	       !strcmp(a->message, b->message) &&
	       !strcmp(a->place.file ? a->place.file : "", b->place.file ? b->place.file : "");
}

static void free_finding(struct finding *finding)
{
	free((char *)finding->place.file);
	free(finding->message);
}

void report_sort(struct report *report)
{
	struct finding **order = memory_alloc(report->count, sizeof *order);
	struct finding *sorted = memory_alloc(report->count, sizeof *sorted);
	size_t kept = 0;

	for (size_t i = 0; i < report->count; i++)
		order[i] = &report->items[i];
	qsort(order, report->count, sizeof *order, compare_places);
	for (size_t i = 0; i < report->count; i++) {
		if (kept && same_finding(&sorted[kept - 1], order[i]))
			free_finding(order[i]);
		else
			sorted[kept++] = *order[i];
	}
	free(order);
	free(report->items);
	report->capacity = report->count ? report->count : 1;
	report->items = sorted;
	report->count = kept;
}

static void print_finding(const struct finding *finding, FILE *stream, const char *prefix)
{
	fputs(prefix, stream);
	if (finding->place.file) {
		struct buffer file = {0};

		utf8_sanitise(&file, finding->place.file, strlen(finding->place.file),
			      UTF8_ONE_LINE);
		fputs(buffer_text(&file), stream);
		buffer_free(&file);
		if (finding->place.line > 0)
			fprintf(stream, ":%d", finding->place.line);
		if (finding->place.line > 0 && finding->place.column > 0)
			fprintf(stream, ":%d", finding->place.column);
		fputs(": ", stream);
	}
	fprintf(stream, "%s\n", finding->message);
}

void report_print(const struct report *report, FILE *stream, const char *prefix,
		  enum severity least)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->items[i].severity >= least)
			print_finding(&report->items[i], stream, prefix);
}

void report_move(struct report *to, struct report *from)
{
	for (size_t i = 0; i < from->count; i++)
		array_push(to, from->items[i]);
	for (int i = 0; i < SEVERITY_COUNT; i++)
		to->counts[i] += from->counts[i];
	from->count = 0;
	report_free(from);
}

void report_free(struct report *report)
{
	for (size_t i = 0; i < report->count; i++)
		free_finding(&report->items[i]);
	free(report->items);
	*report = (struct report){0};
}
