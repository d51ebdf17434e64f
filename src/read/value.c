#include "config.h"

#include "read/value.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "document/address.h"
#include "programme/temporal.h"
#include "read/duration.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_blank(const char *text)
{
	return !utf8_trim(&text, strlen(text));
}

static void take_moment(struct value_when *when, civil_moment moment, bool has_time)
{
	when->day = when->last = civil_day_of_moment(moment);
	when->from = has_time ? civil_minute_of_day(moment) : VALUE_NO_TIME;
}

static bool read_moment(struct value_when *when, const char *text)
{
	civil_moment moment;
	bool has_time;

	if (!civil_parse_moment(&text, &moment, &has_time, &when->offset) || !is_blank(text))
		return false;
	take_moment(when, moment, has_time);
	return true;
}

/* A time as in a moment, without the date: 09:00, 9:30:00 +02:00. */
static bool read_clock(struct value_when *when, const char *text)
{
	struct buffer dated = {0};
	bool read;

	buffer_printf(&dated, "1970-01-01 %s", text);
	read = isdigit((unsigned char)*text) && read_moment(when, buffer_text(&dated)) &&
	       when->from != VALUE_NO_TIME;
	when->day = when->last = CIVIL_NONE;
	buffer_free(&dated);
	return read;
}

/* Whether words beside dates and times say nothing: "le 19 octobre à 9h". */
static bool says_nothing(const char *text, size_t length)
{
	static const char *const fillers[] = {"a", "at", "le", "on", "the", "de", "from"};
	struct buffer folded = {0};
	bool nothing = true;

	fold_append(&folded, text, length);
	for (char *at = folded.data, *word; nothing && (word = strtok_r(at, " ,.;:()-", &at));) {
		nothing = false;
		for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
			nothing = nothing || !strcmp(word, fillers[i]);
	}
	buffer_free(&folded);
	return nothing;
}

/* Whether the text holds nothing but what was found in it. */
static bool found_all(const struct temporals *found, const char *text)
{
	size_t at = 0, length = strlen(text);

	for (size_t i = 0; i < found->count; at = found->items[i++].end)
		if (!says_nothing(text + at, found->items[i].start - at))
			return false;
	return found->count && says_nothing(text + at, length - at);
}

static bool take_date(struct value_when *when, const struct temporal *date,
		      const struct almanac *almanac)
{
	static const struct almanac unknown = {CIVIL_NONE, CIVIL_NONE, CIVIL_NONE, 0};

	almanac = almanac ? almanac : &unknown;
	if (when->day != CIVIL_NONE)
		return false;
	when->day = almanac_day(almanac, &date->first, NULL);
	when->last = almanac_day(almanac, &date->last, NULL);
	return when->day != CIVIL_NONE && when->last != CIVIL_NONE;
}

/* "1h" is a length in a sentence, and a time as the value of a key that asks for one. */
static bool is_hour(const struct temporal *length, const char *text)
{
	return length->kind == TEMPORAL_LENGTH && length->from == length->to &&
	       (memchr(text + length->start, 'h', length->end - length->start) ||
		memchr(text + length->start, 'H', length->end - length->start));
}

static bool take_time(struct value_when *when, const struct temporal *time, const char *text)
{
	if (when->from != VALUE_NO_TIME || (time->kind != TEMPORAL_TIME && !is_hour(time, text)))
		return false;
	when->from = time->from;
	when->to = time->to > time->from ? time->to : VALUE_NO_TIME;
	return true;
}

static bool read_words(struct value_when *when, const char *text, const struct almanac *almanac)
{
	struct temporals found = {0};
	bool read;

	temporal_scan(&found, text, strlen(text));
	read = found_all(&found, text);
	for (size_t i = 0; read && i < found.count; i++) {
		if (found.items[i].kind == TEMPORAL_DATE)
			read = take_date(when, &found.items[i], almanac);
		else
			read = take_time(when, &found.items[i], text);
	}
	temporal_free(&found);
	return read;
}

/* Whether it begins as 2024-13-01 does: in this order, but no day of the calendar. */
static bool is_no_day(const char *text)
{
	civil_day day;

	text += strspn(text, " ");
	return strspn(text, "0123456789") == 4 && text[4] == '-' && !civil_parse_day(&text, &day);
}

bool value_when(struct value_when *when, const char *text, const struct almanac *almanac)
{
	static const struct value_when nothing = {CIVIL_NONE, CIVIL_NONE, VALUE_NO_TIME,
						  VALUE_NO_TIME, CIVIL_NONE};

	*when = nothing;
	if (read_moment(when, text) || read_clock(when, text))
		return true;
	*when = nothing;
	return !is_no_day(text) && read_words(when, text, almanac);
}

bool value_is_plausible(civil_day day, civil_day anchor)
{
	enum { TEN_YEARS = 3653, EARLIEST = 1970, LATEST = 2100 };

	if (anchor == CIVIL_NONE)
		return civil_date_of(day).year >= EARLIEST && civil_date_of(day).year <= LATEST;
	return day >= anchor - TEN_YEARS && day <= anchor + TEN_YEARS;
}

bool value_length(int *minutes, const char *text)
{
	struct temporals found = {0};
	const struct temporal *only;
	bool read;

	if (duration_parse(text, minutes))
		return true;
	temporal_scan(&found, text, strlen(text));
	only = found.items;
	read = found.count == 1 && found_all(&found, text) &&
	       (only->kind == TEMPORAL_LENGTH
		    ? only->from == only->to
		    : only->kind == TEMPORAL_TIME && only->short_hand && only->to == VALUE_NO_TIME);
	if (read)
		*minutes = only->from;
	temporal_free(&found);
	return read && *minutes > 0;
}

static bool has_scheme(const char *url)
{
	return strstr(url, "://") || !strncasecmp(url, "mailto:", strlen("mailto:")) ||
	       !strncasecmp(url, "tel:", strlen("tel:")) || *url == '/';
}

/* Whether it begins with a name such as example.org. */
static bool has_host(const char *url)
{
	size_t length = strcspn(url, "/?#%");
	const char *dot = memchr(url, '.', length);

	return dot && dot > url && dot + 1 < url + length && dot[1] != '.' && url[length] != '%';
}

bool value_url(struct buffer *out, const char *text)
{
	struct buffer url = {0};
	struct address found;
	const char *scheme = NULL;

	address_clean(&url, text);
	if (url.length && has_scheme(url.data))
		scheme = "";
	else if (address_find(buffer_text(&url), url.length, 0, &found) && !found.start)
		scheme = found.scheme;
	else if (has_host(buffer_text(&url)))
		scheme = "https://";
	if (scheme)
		buffer_printf(out, "%s%s", scheme, url.data);
	buffer_free(&url);
	return scheme != NULL;
}
