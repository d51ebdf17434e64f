#include "config.h"

#include "sandbox.h"

#include "base/i18n.h"
#include "base/late.h"
#include "base/seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/kd.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* Landlock: the folders */

/* What a version of its interface can forbid, by version. Each knows what those before it do; the
 * numbers are the kernel's, for its headers may be older than it. */
static const struct {
	int version;
	__u64 rights;
} handled[] = {
    {1, (1ULL << 13) - 1},
    {2, 1ULL << 13}, /* LANDLOCK_ACCESS_FS_REFER */
    {3, 1ULL << 14}, /* LANDLOCK_ACCESS_FS_TRUNCATE */
};

static __u64 rights_of(int version)
{
	__u64 rights = 0;

	for (size_t i = 0; i < sizeof handled / sizeof *handled; i++)
		if (handled[i].version <= version)
			rights |= handled[i].rights;
	return rights;
}

static bool allow_folder(int rules, const char *folder)
{
	struct landlock_path_beneath_attr beneath = {
	    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	    .parent_fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC),
	};
	bool allowed;

	if (beneath.parent_fd < 0)
		return errno == ENOENT;
	allowed = !syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	close(beneath.parent_fd);
	return allowed;
}

/* False, with errno set, where the kernel would not. */
static bool restrict_folders(int version, const char *const *folders, size_t count)
{
	struct landlock_ruleset_attr attributes = {.handled_access_fs = rights_of(version)};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
	bool done = rules >= 0;

	for (size_t i = 0; done && i < count; i++)
		done = allow_folder(rules, folders[i]);
	done = done && !syscall(SYS_landlock_restrict_self, rules, 0);
	if (rules >= 0)
		close(rules);
	return done;
}

static void enter_landlock(const char *const *folders, size_t count, struct report *report)
{
	int version =
	    (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	if (version > 0 && restrict_folders(version, folders, count))
		return;
	report_add(report, SEVERITY_WARNING, (struct place){0},
		   _("the kernel does not keep other files from being read (Landlock: %s)"),
		   strerror(errno));
}

/* seccomp: the system calls */

/* What a program needs that computes, reads files, waits and talks to a terminal. */
static const int allowed[] = {
    /* memory; what is executable is looked at below */
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    /* descriptors */
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(dup),
    SCMP_SYS(dup3),
    SCMP_SYS(fcntl),
    SCMP_SYS(fcntl64),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(ppoll_time64),
    SCMP_SYS(select),
    SCMP_SYS(_newselect),
    SCMP_SYS(pselect6),
    SCMP_SYS(pselect6_time64),
    SCMP_SYS(pipe2),
    /* what lies where, below the folders that Landlock leaves */
    SCMP_SYS(stat),
    SCMP_SYS(stat64),
    SCMP_SYS(lstat),
    SCMP_SYS(lstat64),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(newfstatat),
    SCMP_SYS(fstatat64),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fadvise64_64),
    SCMP_SYS(inotify_init),
    SCMP_SYS(inotify_init1),
    SCMP_SYS(inotify_add_watch),
    SCMP_SYS(inotify_rm_watch),
    /* time */
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(clock_nanosleep_time64),
    SCMP_SYS(times),
    SCMP_SYS(getitimer),
    SCMP_SYS(setitimer),
    SCMP_SYS(alarm),
    /* signals, and the end */
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigreturn),
    SCMP_SYS(rt_sigtimedwait),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
    /* itself */
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getppid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getpgrp),
    SCMP_SYS(getpgid),
    SCMP_SYS(getsid),
    SCMP_SYS(futex),
    SCMP_SYS(futex_time64),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(getrandom),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
};

/* Requests to a terminal; above all not TIOCSTI, which types for the user. */
static const unsigned long requests[] = {
    TCGETS,   TCSETS, TCSETSW, TCSETSF, TIOCGWINSZ, TIOCGPGRP,
    TIOCOUTQ, TCFLSH, TCSBRK,  TCXONC,	FIONREAD,   GIO_UNIMAP,
};

static bool allow_calls(scmp_filter_ctx filter)
{
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0) < 0)
			return false;
	for (size_t i = 0; i < sizeof requests / sizeof *requests; i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
				     SCMP_A1(SCMP_CMP_MASKED_EQ, 0xFFFFFFFF, requests[i])) < 0)
			return false;
	return true;
}

/* Files are opened to be read; memory is never executable; signals go to itself alone. */
static bool allow_some(scmp_filter_ctx filter)
{
	const scmp_datum_t writes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
	const scmp_datum_t self = (scmp_datum_t)getpid();

	return !seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
				 SCMP_A1(SCMP_CMP_MASKED_EQ, writes, 0)) &&
	       !seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
				 SCMP_A2(SCMP_CMP_MASKED_EQ, writes, 0)) &&
	       !seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
				 SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
	       !seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
				 SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
	       !seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
				 SCMP_A0(SCMP_CMP_EQ, self, 0)) &&
	       !seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), 1,
				 SCMP_A0(SCMP_CMP_EQ, self, 0));
}

static void enter_filter(struct report *report)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	bool done = filter && allow_calls(filter) && allow_some(filter);
	int status = done ? seccomp_load(filter) : -EINVAL;

	seccomp_release(filter);
	if (status)
		report_add(report, SEVERITY_WARNING, (struct place){0},
			   _("the kernel does not filter system calls (seccomp: %s)"),
			   strerror(-status));
}

void sandbox_enter(const char *const *folders, size_t count, struct report *report)
{
	late_load_all();
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	enter_landlock(folders, count, report);
	enter_filter(report);
}

/* Proving it: what is refused fails with EPERM or EACCES. What is not refused fails otherwise, for
 * it is asked to do something that makes no sense, or is undone. */

static bool is_refused(long result)
{
	return result < 0 && (errno == EPERM || errno == EACCES);
}

static bool refuses_programs(void)
{
	char *const nothing[] = {NULL};

	return is_refused(execve("", nothing, nothing));
}

static bool refuses_processes(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	if (child > 0)
		waitpid(child, NULL, 0);
	return is_refused(child);
}

static bool refuses_open(const char *name, int flags)
{
	int file = open(name, flags | O_CLOEXEC);
	bool refused = is_refused(file);

	if (file >= 0)
		close(file);
	return refused;
}

static bool refuses_writing(void)
{
	return refuses_open("/dev/null", O_WRONLY) && is_refused(mkdir("", 0)) &&
	       is_refused(unlink("")) && is_refused(rename("", ""));
}

static bool refuses_other_files(void)
{
	return refuses_open("/etc/passwd", O_RDONLY) && refuses_open("/", O_RDONLY);
}

static bool refuses_network(void)
{
	static const int families[] = {AF_INET, AF_INET6, AF_UNIX};
	bool refused = true;

	for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
		int socket_fd = socket(families[i], SOCK_STREAM | SOCK_CLOEXEC, 0);

		refused = is_refused(socket_fd) && refused;
		if (socket_fd >= 0)
			close(socket_fd);
	}
	return refused;
}

static bool refuses_typing(void)
{
	return is_refused(ioctl(-1, TIOCSTI, "x"));
}

static bool refuses_machine_code(void)
{
	void *page =
	    mmap(NULL, 1, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	bool refused = page == MAP_FAILED && is_refused(-1);

	if (page != MAP_FAILED)
		munmap(page, 1);
	return refused;
}

static const struct {
	const char *what; /* N_() */
	bool (*refused)(void);
} proofs[] = {
    {N_("no program can be started"), refuses_programs},
    {N_("no process can be made"), refuses_processes},
    {N_("no file can be made, written, renamed or removed"), refuses_writing},
    {N_("no file outside the agenda's folder can be read"), refuses_other_files},
    {N_("there is no network"), refuses_network},
    {N_("nothing can be typed into the terminal for the user"), refuses_typing},
    {N_("no memory can become a program"), refuses_machine_code},
};

bool sandbox_prove(struct buffer *out)
{
	bool all = true;

	for (size_t i = 0; i < sizeof proofs / sizeof *proofs; i++) {
		bool refused = proofs[i].refused();

		buffer_printf(out, "%s: %s\n", _(proofs[i].what), refused ? _("yes") : _("NO"));
		all = all && refused;
	}
	return all;
}
