/*
 * Agendas read from texts, and told back as text so that whole ones can be compared.
 */
#ifndef NEC_TESTS_READ_TOLD_H
#define NEC_TESTS_READ_TOLD_H

#include "model/builder.h"
#include "read/source.h"

typedef bool read_function(const struct source *, struct builder *, struct report *);

/*
 * Reads a text, called "made", as source_read() would hand it over. NULL where it cannot be read.
 * What was reported replaces what was before; it is freed by told_end().
 */
struct agenda *told_read(read_function *read, const char *text);
struct report *told_report(void);
void told_end(void);

/*
 * A line a session: "2024-12-27 23:30-01:00 Title @Room cancelled". A start on another calendar day
 * than its conference day has "+1" or the like behind it. To be freed.
 */
char *told_programme(const struct agenda *agenda);

/* Reads, and compares the programme. */
void told_expect(read_function *read, const char *text, const char *programme);

/*
 * Compares the warnings of the last reading that name a line: "3: message\n"; with those that name
 * none, as "0: message\n", where `all` says so.
 */
void told_expect_findings(const char *findings, bool all);

#endif
