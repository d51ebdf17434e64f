/*
 * The kernel watches files, not paths. So each file and link that the path leads through is watched
 * for going or moving away, and the one at its end for what counts; where the path ends early, the
 * folder where its next name is missing is watched for something to appear. After any event all of
 * this is set up anew, until nothing happens meanwhile: the caller reads after that.
 */
#include "config.h"

#include "store/watch.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HAVE_INOTIFY_INIT1
#include <sys/inotify.h>
#endif

enum watch_state { STATE_MISSING, STATE_FILE, STATE_FOLDER };

/* What the kernel watches, by its number. */
struct watched {
	int number;
	unsigned what;
};

typedef ARRAY(struct watched) watched_list;

struct watch {
	char *path;
	int descriptor; /* -1 where the kernel does not watch */
	watched_list watched;
	enum watch_state state;
	bool blind;	  /* what counts could not be watched: `seen` tells */
	struct stat seen; /* zeroed where nothing was there */
};

static struct stat look(const char *path)
{
	struct stat status;

	return stat(path, &status) ? (struct stat){0} : status;
}

static bool same_time(const struct timespec *left, const struct timespec *right)
{
	return left->tv_sec == right->tv_sec && left->tv_nsec == right->tv_nsec;
}

static bool looks_changed(struct watch *watch)
{
	struct stat before = watch->seen;

	watch->seen = look(watch->path);
	return before.st_dev != watch->seen.st_dev || before.st_ino != watch->seen.st_ino ||
	       before.st_size != watch->seen.st_size ||
	       !same_time(&before.st_mtim, &watch->seen.st_mtim) ||
	       !same_time(&before.st_ctim, &watch->seen.st_ctim);
}

int watch_fd(const struct watch *watch)
{
	return watch->descriptor;
}

#ifdef HAVE_INOTIFY_INIT1

enum {
	GOING = IN_MOVE_SELF | IN_DELETE_SELF,
	REPLACED = IN_ATTRIB, /* a file that is removed while somebody has it open tells no more */
	APPEARING = IN_CREATE | IN_MOVED_TO,
	WITHIN = APPEARING | IN_DELETE | IN_MOVED_FROM | IN_CLOSE_WRITE,
	LINKS_MOST = 40
};

/* Going along a path, name by name. */
struct walk {
	int descriptor;
	watched_list watched; /* on this way */
	struct buffer here;   /* where it has come to, without a '/' at its end but for "/" */
	struct buffer next;   /* `here` and one name more */
	char *rest;	      /* what is left of the path */
	int links;
};

static int ask_for(const struct walk *walk, const struct buffer *path, unsigned what)
{
	return inotify_add_watch(walk->descriptor, buffer_text(path), what | IN_DONT_FOLLOW);
}

/* Watches one thing; what was wanted of it before on this way stays. False with errno. */
static bool add(struct walk *walk, const struct buffer *path, unsigned what)
{
	int number = ask_for(walk, path, what);

	if (number < 0)
		return false;
	array_each (struct watched, watched, &walk->watched)
		if (watched->number == number) {
			watched->what |= what;
			return ask_for(walk, path, watched->what) >= 0;
		}
	array_push(&walk->watched, ((struct watched){number, what}));
	return true;
}

static void set_text(struct buffer *buffer, const char *text)
{
	buffer_clear(buffer);
	buffer_puts(buffer, text);
}

/* Takes the next name off the path; false where there is none. */
static bool take_name(struct walk *walk)
{
	const char *name = walk->rest + strspn(walk->rest, "/");
	size_t length = strcspn(name, "/");
	char *rest;

	if (!length)
		return false;
	set_text(&walk->next, buffer_text(&walk->here));
	if (walk->next.length && walk->next.data[walk->next.length - 1] != '/')
		buffer_putc(&walk->next, '/');
	buffer_append(&walk->next, name, length);
	rest = memory_strdup(name + length);
	free(walk->rest);
	walk->rest = rest;
	return true;
}

/* Goes on where a link leads. False where it is none. */
static bool follow(struct walk *walk)
{
	char target[PATH_MAX];
	ssize_t length = readlink(buffer_text(&walk->next), target, sizeof target - 1);
	struct buffer rest = {0};

	if (length <= 0)
		return false;
	add(walk, &walk->next, REPLACED);
	target[length] = '\0';
	buffer_printf(&rest, "%s/%s", target, walk->rest);
	free(walk->rest);
	walk->rest = buffer_steal(&rest);
	if (*target == '/')
		set_text(&walk->here, "/");
	return true;
}

/* Watches what the next name stands for. False where it is missing, which is watched then. */
static bool watch_next(struct watch *watch, struct walk *walk)
{
	if (add(walk, &walk->next, GOING) || errno != ENOENT)
		return true;
	watch->blind = !add(walk, &walk->here, APPEARING);
	return add(walk, &walk->next, GOING) || errno != ENOENT; /* it may have come by now */
}

/* Watches what the path ends at, which is where the walk has come to. */
static enum watch_state watch_end(struct watch *watch, struct walk *walk)
{
	struct stat status;
	bool is_folder;

	if (stat(buffer_text(&walk->here), &status))
		return STATE_MISSING;
	is_folder = S_ISDIR(status.st_mode);
	watch->blind = !add(walk, &walk->here, is_folder ? WITHIN : REPLACED | IN_CLOSE_WRITE);
	return is_folder ? STATE_FOLDER : STATE_FILE;
}

static enum watch_state go_along(struct watch *watch, struct walk *walk)
{
	while (take_name(walk)) {
		if (!watch_next(watch, walk))
			return STATE_MISSING;
		if (!follow(walk))
			set_text(&walk->here, buffer_text(&walk->next));
		else if (++walk->links > LINKS_MOST)
			return STATE_MISSING;
	}
	return watch_end(watch, walk);
}

static bool holds(const watched_list *list, int number)
{
	array_each (const struct watched, watched, list)
		if (watched->number == number)
			return true;
	return false;
}

/* Gives up what is not on the way any more. */
static void keep_only(struct watch *watch, const watched_list *wanted)
{
	array_each (const struct watched, old, &watch->watched)
		if (!holds(wanted, old->number))
			inotify_rm_watch(watch->descriptor, old->number);
	array_free(&watch->watched);
	watch->watched = *wanted;
}

/* Watches all that is on the way now. */
static void arm(struct watch *watch)
{
	struct walk walk = {.descriptor = watch->descriptor};

	watch->blind = watch->descriptor < 0;
	watch->seen = look(watch->path);
	if (watch->blind)
		return;
	walk.rest = memory_strdup(watch->path);
	buffer_puts(&walk.here, *watch->path == '/' ? "/" : ".");
	watch->state = go_along(watch, &walk);
	keep_only(watch, &walk.watched);
	buffer_free(&walk.here);
	buffer_free(&walk.next);
	free(walk.rest);
}

static void begin(struct watch *watch)
{
	watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	arm(watch);
}

static bool is_still_empty(const struct watch *watch, const char *name)
{
	struct buffer path = {0};
	struct stat status;
	bool empty;

	buffer_printf(&path, "%s%s%s", watch->path, *name ? "/" : "", name);
	empty = !lstat(buffer_text(&path), &status) && S_ISREG(status.st_mode) && !status.st_size;
	buffer_free(&path);
	return empty;
}

/* Whether an event may mean a change while the path leads to something. */
static bool counts(const struct watch *watch, const struct inotify_event *event)
{
	const char *name = event->len ? event->name : "";

	return *name != '.' && (!(event->mask & IN_CREATE) || !is_still_empty(watch, name));
}

/* Reads all that happened; false where nothing did. *counting is whether something of it counts. */
static bool read_events(const struct watch *watch, bool *counting)
{
	_Alignas(struct inotify_event) char block[4096];
	bool any = false;
	ssize_t length;

	while ((length = read(watch->descriptor, block, sizeof block)) > 0) {
		for (const char *at = block; at < block + length;) {
			const struct inotify_event *event = (const struct inotify_event *)at;

			at += sizeof *event + event->len;
			if (event->mask & IN_IGNORED)
				continue; /* not watched any more, as we know */
			any = true;
			*counting = *counting || counts(watch, event);
		}
	}
	return any;
}

static bool take_events(struct watch *watch)
{
	bool was_missing = watch->state == STATE_MISSING, any = false, counting = false;

	while (read_events(watch, &counting)) {
		any = true;
		arm(watch);
	}
	if (any && was_missing)
		return watch->state != STATE_MISSING && !is_still_empty(watch, "");
	return counting;
}

#else

static void begin(struct watch *watch)
{
	watch->blind = true;
	watch->seen = look(watch->path);
}

static bool take_events(struct watch *watch)
{
	(void)watch;
	return false;
}

#endif

struct watch *watch_start(const char *path)
{
	struct watch *watch = memory_alloc(1, sizeof *watch);

	watch->path = memory_strdup(path);
	watch->descriptor = -1;
	begin(watch);
	return watch;
}

bool watch_take(struct watch *watch)
{
	bool changed = watch->descriptor >= 0 && take_events(watch);

	return (watch->blind && looks_changed(watch)) || changed;
}

void watch_stop(struct watch *watch)
{
	if (!watch)
		return;
	if (watch->descriptor >= 0)
		close(watch->descriptor);
	array_free(&watch->watched);
	free(watch->path);
	free(watch);
}
