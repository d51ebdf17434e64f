/*
 * The agenda: an event with all that its source says. Built once by a reader through a builder
 * (model/builder.h), read-only from then on, freed as one. Every pointer in it lives as long as the
 * agenda does; every string is valid, sanitised UTF-8. A text that the source does not give is
 * NULL, never "".
 *
 * Times are civil times at the venue (base/civil.h).
 */
#ifndef NEC_MODEL_AGENDA_H
#define NEC_MODEL_AGENDA_H

#include "base/civil.h"
#include "base/lookup.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rich text as the source wrote it. It becomes a document (document/document.h) when shown. */
enum markup_kind { MARKUP_PLAIN, MARKUP_MARKDOWN, MARKUP_HTML };

struct markup {
	const char *text; /* NULL where there is none; lines parted by \n */
	enum markup_kind kind;
	int line; /* of the source where it begins; 0 where unknown */
};

struct link {
	const char *url;
	const char *label; /* NULL where the source gives none */
};

/* A place on the globe. */
struct geo {
	double latitude, longitude; /* in degrees north and east */
	bool known;
};

struct image {
	const char *url;
	const char *alt; /* the alternative text; NULL where there is none */
};

/* One item of practical information. */
struct info {
	const char *label, *text, *url; /* each may be NULL, not all */
	int line;
};

/* What a session is about (frab: track). */
struct theme {
	const char *name;
	const char *description; /* plain text */
	const char *colour;	 /* "#rrggbb" */
	int line;
};

/* What kind of session it is (frab: type). */
struct format {
	const char *name; /* as written: "atelier", "plénière" */
	const int *usual; /* usual lengths in minutes, shortest first */
	size_t usual_count;
};

/* Indexes into one of the agenda's lists (themes, formats, rooms, languages, speakers), in source
 * order. */
struct indexes {
	const uint32_t *items;
	size_t count;
};

struct links {
	const struct link *items;
	size_t count;
};

/* What every session is asked for, whatever is looked for, stands first and together. */
struct session {
	const char *id; /* unique in the agenda, but for `days`, and stable across editions */
	const char *title;
	civil_day day;	    /* the conference day; CIVIL_NONE where the source names none */
	civil_moment start; /* CIVIL_NONE for a session without a time */
	civil_moment end;   /* CIVIL_NONE where the source gives none; else >= start, on the clock
			     * as it is then */
	civil_moment until; /* until when it counts as being on; set where start is (see builder) */
	int usual;	    /* its format's usual length in minutes; 0 where unknown or not one */
	int offset;	    /* minutes east of UTC at its start; CIVIL_NONE where unknown */
	int end_offset;	    /* the same at its end: clocks may have changed (model/length.h) */
	bool cancelled;
	int line; /* of the source; 0 where unknown */
	/* Of several whole days (model/days.h), which share an id: how many, and which one this is,
	 * from 1; 0 where it stands on one day. `whole` is the first of them in the agenda, itself
	 * where it stands alone; `again` the next, 0 for none. */
	int days, nth_day;
	uint32_t whole, again;
	const char *subtitle;
	struct indexes themes, formats, rooms, languages, speakers;
	const char *language; /* as written: "fr", "de, en" */
	const char *url;      /* its own page */
	struct links links;   /* further ones */
	struct markup abstract, description;
	const char *comment; /* what somebody noted of it (iCalendar: COMMENT) */
	struct geo geo;
	const char *written; /* the item as the source wrote it, where the reader took it apart */
	const char
	    *rule; /* which rule found it, a constant in English; NULL where none is needed */
};

/*
 * What of a session those ask who go over a day, or all of them, with every key: the same as in the
 * session, but close together, for of a hundred thousand sessions it is their size that costs.
 */
struct brief {
	civil_moment start, until;
	uint32_t theme, room; /* the only one, or as below: use agenda_themes(), agenda_rooms() */
	bool cancelled;
};

enum { BRIEF_NONE = UINT32_MAX, BRIEF_SEVERAL = UINT32_MAX - 1 };

/* One conference day, which may run past midnight. */
struct day {
	civil_day date;		   /* CIVIL_NONE for the sessions without a day */
	const char *label;	   /* what the source calls it beyond its date ("Off"); NULL */
	uint32_t first, count;	   /* its sessions stand together in agenda->sessions */
	civil_moment start, until; /* from the first one's start until none is on any more;
				    * CIVIL_NONE where none has a time */
};

struct event {
	const char *title;
	const char *acronym;	       /* what the source calls itself in short; NULL */
	const char *const *categories; /* with the tags' count beside it */
	size_t category_count;
	const char *const *tags;
	size_t tag_count;
	civil_day published;	 /* CIVIL_NONE */
	civil_moment start, end; /* CIVIL_NONE; at midnight where only days are known */
	bool start_has_time, end_has_time;
	int offset;	  /* minutes east of UTC; CIVIL_NONE */
	const char *zone; /* "Europe/Paris" where the source names it; NULL */
	const char *place, *address;
	const char *language; /* the code of the one that the event says it is in; NULL */
	const char *url;
	const char *announcement;   /* what everybody has to know now; NULL */
	struct markup introduction; /* the page's lead */
	struct markup body;	    /* the page itself */
	const struct image *images;
	size_t image_count;
	const struct info *infos;
	size_t info_count;
};

struct agenda {
	const char *id;	    /* the name of its bookmark folder: [a-z0-9-], stable across editions */
	const char *source; /* the file, as the user named it; NULL for the built-in one */
	struct event event;
	const struct day *days; /* by date; the sessions without a day come last */
	size_t day_count;
	const struct session
	    *sessions;		    /* programme order: day, without a time first, start, source */
	const struct brief *briefs; /* by session */
	size_t session_count;
	const struct theme *themes;
	size_t theme_count;
	const struct format *formats;
	size_t format_count;
	const char *const *rooms;
	size_t room_count;
	const char *const *languages; /* codes ("fr"), or what is written (model/language.h) */
	size_t language_count;
	bool language_unsaid; /* some sessions name none */
	const char *const *speakers;
	size_t speaker_count;
	struct lookup by_id; /* sessions by their ids; use agenda_find_session() */
	struct arena *arena; /* owner of all the above, of this struct too */
};

void agenda_free(struct agenda *agenda); /* NULL is allowed */

/* Whether two lists of indexes have one in common. */
bool agenda_share(const struct indexes *left, const struct indexes *right);

/* For the next two: what a brief says, where it says all. */
static inline struct indexes agenda_said(const uint32_t *brief, const struct indexes *all)
{
	if (*brief == BRIEF_SEVERAL)
		return *all;
	return (struct indexes){brief, *brief != BRIEF_NONE};
}

/* The themes and the rooms of a session. */
static inline struct indexes agenda_themes(const struct agenda *agenda, size_t session)
{
	return agenda_said(&agenda->briefs[session].theme, &agenda->sessions[session].themes);
}

static inline struct indexes agenda_rooms(const struct agenda *agenda, size_t session)
{
	return agenda_said(&agenda->briefs[session].room, &agenda->sessions[session].rooms);
}

/* The session's index, or -1. */
int agenda_find_session(const struct agenda *agenda, const char *id);

/* The index of the session's day in agenda->days. */
size_t agenda_day_of(const struct agenda *agenda, size_t session);

#endif
