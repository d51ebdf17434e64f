#include "config.h"

#include "sample.h"

#include "model/builder.h"

#include <dirent.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static char home[200];

static struct session *add(struct builder *b, civil_day day, const char *title, int start, int end)
{
	struct session *s = builder_session(b);

	s->title = builder_text(b, title);
	s->day = day;
	s->start = start < 0 ? CIVIL_NONE : civil_moment_of(day, start);
	s->end = end < 0 ? CIVIL_NONE : civil_moment_of(day, end);
	return s;
}

static void add_talk(struct builder *b, civil_day monday)
{
	struct session *talk = add(b, monday, "Talk", 9 * 60, 10 * 60 + 30);

	talk->subtitle = builder_text(b, "How seeds travel");
	talk->url = builder_url(b, "https://fair.example/talk");
	talk->abstract.text = builder_lines(b, "First line;\nsecond, line.", 25);
	builder_session_room(b, builder_room(b, "Hall"));
	builder_session_room(b, builder_room(b, "Garden, south"));
	builder_session_theme(b, builder_theme(b, "Seeds, soils", NULL, NULL, 0));
	builder_session_format(b, builder_format(b, "lecture", NULL, 0));
	builder_session_speaker(b, builder_speaker(b, "Zoé Cœur"));
	builder_session_speaker(b, builder_speaker(b, "Ali Ben"));
}

struct agenda *sample_agenda(enum sample_clock clock)
{
	civil_day monday = civil_day_of((struct civil_date){2024, 5, 13});
	struct builder *b = builder_new("fair.md");
	struct event *event = builder_event(b);

	event->title = builder_text(b, "Seed Fair");
	event->start = civil_moment_of(monday, 0);
	event->offset = clock == SAMPLE_OFFSET ? 120 : CIVIL_NONE;
	event->zone = clock == SAMPLE_ZONE ? "Europe/Paris" : NULL;
	event->place = builder_text(b, "Old Mill");
	event->address = builder_text(b, "3 River Lane; Milltown");
	event->url = builder_url(b, "https://fair.example/");
	add_talk(b, monday);
	add(b, monday, "Open", 11 * 60, -1);
	add(b, monday, "Moment", 12 * 60, 12 * 60);
	add(b, monday, "Night", 20 * 60, 25 * 60);
	add(b, monday, "Late", 24 * 60 + 30, 25 * 60);
	add(b, monday + 1, "Exhibition", -1, -1);
	add(b, CIVIL_NONE, "No day", -1, -1);
	add(b, monday + 1, "Odd", 9 * 60, 10 * 60)->id = builder_text(b, SAMPLE_ODD_ID);
	return builder_finish(b);
}

size_t sample_session(const struct agenda *agenda, const char *id)
{
	int found = agenda_find_session(agenda, id);

	if (found < 0)
		fail_msg("no session %s", id);
	return (size_t)found;
}

/* Files */

static const char *make_home(const char *folder)
{
	snprintf(home, sizeof home, "%s/nec-agenda-XXXXXX", folder);
	assert_non_null(mkdtemp(home));
	setenv("XDG_DATA_HOME", home, 1);
	return home;
}

const char *sample_home_make(void)
{
	const char *folder = getenv("TMPDIR");

	return make_home(folder ? folder : "/tmp");
}

/* Nothing is lost there but the time that a disk takes. */
const char *sample_home_make_in_memory(void)
{
	static const char shared[] = "/dev/shm";

	return access(shared, W_OK | X_OK) ? sample_home_make() : make_home(shared);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where)
{
	(void)status, (void)kind, (void)where;
	return remove(path);
}

void sample_home_remove(void)
{
	nftw(home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *sample_path(const char *below)
{
	static char path[1000];

	snprintf(path, sizeof path, "%s/%s", home, below);
	return path;
}

void sample_write(const char *below, const char *text)
{
	char path[1000];
	FILE *file;

	snprintf(path, sizeof path, "%s", sample_path(below));
	for (char *slash = strchr(path + strlen(home) + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
	file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

bool sample_read(const char *below, struct buffer *text)
{
	FILE *file = fopen(sample_path(below), "r");
	char block[512];
	size_t got;

	buffer_clear(text);
	if (!file)
		return false;
	while ((got = fread(block, 1, sizeof block, file)) > 0)
		buffer_append(text, block, got);
	fclose(file);
	return true;
}

int sample_count(const char *below)
{
	DIR *folder = opendir(sample_path(below));
	struct dirent *entry;
	int count = 0;

	while (folder && (entry = readdir(folder)))
		count += strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..");
	if (folder)
		closedir(folder);
	return count;
}

void sample_assert_same(const struct bookmark *bookmark, const struct agenda *agenda)
{
	const struct session *session;

	assert_non_null(bookmark);
	session = &agenda->sessions[sample_session(agenda, bookmark->id)];
	assert_string_equal(bookmark->title, session->title);
	assert_int_equal(bookmark->day, session->day);
	assert_int_equal(bookmark->start, session->start);
	assert_int_equal(bookmark->end, session->end);
	if (session->rooms.count)
		assert_string_equal(bookmark->room, "Hall, Garden, south");
	else
		assert_null(bookmark->room);
}
