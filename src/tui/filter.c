#include "config.h"

#include "tui/filter.h"

#include "base/fold.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Parts the rows by days, both being in programme order. */
static void count_days(struct filter *filter)
{
	const struct agenda *agenda = filter->agenda;
	size_t row = 0;

	for (size_t i = 0; i < agenda->day_count; i++) {
		size_t end = (size_t)agenda->days[i].first + agenda->days[i].count;

		filter->firsts[i] = row;
		while (row < filter->rows.count && filter->rows.items[row] < end)
			row++;
		filter->counts[i] = row - filter->firsts[i];
	}
}

static void keep_found(struct filter *filter, const char *words)
{
	size_t kept = 0;

	for (size_t i = 0; words && i < filter->rows.count; i++) {
		uint32_t session = filter->rows.items[i];

		if (haystack_holds(filter->haystack, session, words))
			filter->rows.items[kept++] = session;
	}
	if (words)
		filter->rows.count = kept;
}

/* The haystack keeps what it folds, so the query is not left to look for its words. */
static void apply(struct filter *filter)
{
	struct query query = filter->query;

	query.search = NULL;
	if (filter_is_set(filter))
		query_run(&query, filter->agenda, &filter->rows);
	else
		query_rows_free(&filter->rows);
	keep_found(filter, filter->query.search);
	keep_found(filter, filter->search);
	count_days(filter);
}

void filter_begin(struct filter *filter, const struct agenda *agenda)
{
	*filter = (struct filter){.agenda = agenda, .query = QUERY_ALL, .theme = -1};
	filter->firsts = memory_alloc(agenda->day_count + 1, sizeof *filter->firsts);
	filter->counts = memory_alloc(agenda->day_count + 1, sizeof *filter->counts);
	filter->haystack = haystack_new(agenda);
}

void filter_free(struct filter *filter)
{
	query_free(&filter->query);
	query_rows_free(&filter->rows);
	haystack_free(filter->haystack);
	free(filter->wish);
	free(filter->search);
	free(filter->firsts);
	free(filter->counts);
}

void filter_set_theme(struct filter *filter, int theme)
{
	filter->theme = theme;
	if (theme < 0) {
		query_free(&filter->query);
		free(filter->wish);
		filter->wish = NULL;
	}
	query_only_theme(&filter->query, filter->agenda, theme);
	apply(filter);
}

void filter_set_wish(struct filter *filter, struct query *query, const char *wish)
{
	filter_set_theme(filter, -1);
	filter->query = *query;
	filter->query.day = QUERY_EVERY_DAY;
	filter->wish = memory_strdup(wish);
	*query = (struct query)QUERY_ALL;
	apply(filter);
}

void filter_set_search(struct filter *filter, const char *text)
{
	char *words = fold_text(text);

	free(filter->search);
	filter->search = NULL;
	if (words[strspn(words, " ")])
		filter->search = words;
	else
		free(words);
	apply(filter);
}

void filter_set_notes(struct filter *filter, const struct bookmarks *bookmarks)
{
	haystack_set_notes(filter->haystack, bookmarks);
	if (filter->search || filter->query.search)
		apply(filter);
}

bool filter_is_set(const struct filter *filter)
{
	return filter->theme >= 0 || filter->wish || filter->search;
}

void filter_say(const struct filter *filter, struct buffer *out)
{
	buffer_puts(out, filter->wish);
	if (filter->theme < 0)
		return;
	buffer_printf(out, "%s%s", filter->wish ? " · " : "",
		      filter->agenda->themes[filter->theme].name);
}

size_t filter_count(const struct filter *filter, size_t day)
{
	return filter_is_set(filter) ? filter->counts[day] : filter->agenda->days[day].count;
}

uint32_t filter_session(const struct filter *filter, size_t day, size_t i)
{
	if (filter_is_set(filter))
		return filter->rows.items[filter->firsts[day] + i];
	return filter->agenda->days[day].first + (uint32_t)i;
}

size_t filter_day_from(const struct filter *filter, size_t day)
{
	for (size_t i = 0; i < filter->agenda->day_count; i++) {
		size_t at = (day + i) % filter->agenda->day_count;

		if (filter_count(filter, at))
			return at;
	}
	return day;
}
