/*
 * Lets every system call of a save and of a removal fail, one after the other, or kills the program
 * there, and looks at what is left: those of the libraries too. A child process tries it; the
 * kernel asks this one about each of its calls before it is made (seccomp_unotify(2)).
 */
#include "config.h"

#include "trial.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

/* What the child says by its exit status. */
enum { SAID_DONE, SAID_FAILED, SAID_NO_FILTER };

enum { CALLS_MOST = 2000 };

/* Memory, and the end: what these do is no matter of files, and a sanitizer needs them. SYS_sendmsg
 * brings us the descriptor, and the store sends nothing. */
static const int passed[] = {
    SYS_brk,	      SYS_mmap,	       SYS_munmap,	   SYS_mremap,	     SYS_mprotect,
    SYS_madvise,      SYS_futex,       SYS_exit,	   SYS_exit_group,   SYS_sendmsg,
    SYS_rt_sigreturn, SYS_sigaltstack, SYS_rt_sigprocmask, SYS_rt_sigaction, SYS_sched_yield,
};

enum { PASSED = sizeof passed / sizeof *passed };

/* The child's part */

/* Returns the descriptor by which the kernel asks, or -1. */
static int install_filter(void)
{
	struct sock_filter filter[PASSED + 3];
	struct sock_fprog program = {.len = PASSED + 3, .filter = filter};

	filter[0] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
						 offsetof(struct seccomp_data, nr));
	for (int i = 0; i < PASSED; i++)
		filter[1 + i] = (struct sock_filter)BPF_JUMP(
		    BPF_JMP | BPF_JEQ | BPF_K, (unsigned)passed[i], (unsigned char)(PASSED - i), 0);
	filter[PASSED + 1] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
	filter[PASSED + 2] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return -1;
	return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER,
			    &program);
}

union descriptor_message {
	struct cmsghdr header;
	char space[CMSG_SPACE(sizeof(int))];
};

static struct msghdr message_of(union descriptor_message *control, struct iovec *byte)
{
	return (struct msghdr){.msg_iov = byte,
			       .msg_iovlen = 1,
			       .msg_control = control,
			       .msg_controllen = sizeof *control};
}

static bool send_descriptor(int to, int descriptor)
{
	union descriptor_message control = {.header = {.cmsg_level = SOL_SOCKET,
						       .cmsg_type = SCM_RIGHTS,
						       .cmsg_len = CMSG_LEN(sizeof(int))}};
	char nothing = 0;
	struct iovec byte = {&nothing, 1};
	struct msghdr message = message_of(&control, &byte);

	memcpy(CMSG_DATA(&control.header), &descriptor, sizeof descriptor);
	return sendmsg(to, &message, 0) == 1;
}

static int receive_descriptor(int from)
{
	union descriptor_message control = {{0}};
	char nothing;
	struct iovec byte = {&nothing, 1};
	struct msghdr message = message_of(&control, &byte);
	int descriptor = -1;

	if (recvmsg(from, &message, MSG_CMSG_CLOEXEC) == 1 &&
	    message.msg_controllen >= CMSG_LEN(sizeof(int)))
		memcpy(&descriptor, CMSG_DATA(&control.header), sizeof descriptor);
	return descriptor;
}

static _Noreturn void be_child(struct scene *scene, const struct trial *trial, int to)
{
	int listener = install_filter();

	if (listener < 0 || !send_descriptor(to, listener))
		_exit(SAID_NO_FILTER);
	_exit(trial_perform(scene, trial) ? SAID_DONE : SAID_FAILED);
}

/* Our part */

/* Kills the child where the error is 0. */
static void answer(int listener, const struct seccomp_notif *asked, bool strike, int error)
{
	struct seccomp_notif_resp answer = {.id = asked->id};

	if (strike && !error) {
		kill((pid_t)asked->pid, SIGKILL);
		return;
	}
	if (strike)
		answer.error = -error;
	else
		answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
	ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}

/* Answers until the child is gone; whether there was an n-th call. */
static bool supervise(int listener, int n, int error)
{
	struct pollfd ready = {.fd = listener, .events = POLLIN};
	int count = 0;

	while (poll(&ready, 1, -1) > 0 && ready.revents & POLLIN) {
		struct seccomp_notif asked = {0};

		if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked))
			continue; /* the child was killed meanwhile */
		count++;
		answer(listener, &asked, count == n, error);
	}
	return count >= n;
}

/* Tries it with an error at the n-th call, or a kill; the child's status, -1 where none asks. */
static int try_at(struct scene *scene, const struct trial *trial, int n, int error, bool *struck)
{
	int pair[2], status, listener;
	pid_t child;

	*struck = false;
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), 0);
	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (!child)
		be_child(scene, trial, pair[1]);
	close(pair[1]);
	listener = receive_descriptor(pair[0]);
	close(pair[0]);
	if (listener >= 0) {
		*struck = supervise(listener, n, error);
		close(listener);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return listener < 0 ? -1 : status;
}

static bool has_status(int status, int said)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == said;
}

/* True when there was an n-th call. */
static bool look_at(struct scene *scene, const struct trial *trial, int n, int error)
{
	bool struck;
	int status, leftovers;

	trial_prepare(scene, trial);
	status = try_at(scene, trial, n, error, &struck);
	leftovers = trial_age_leftovers();
	assert_in_range(leftovers, 0, struck && !error ? trial_files_made(trial) : 0);
	if (has_status(status, SAID_DONE))
		assert_string_equal(trial_note_left(scene), trial_new_note(trial));
	else
		trial_assert_old_or_new(scene, trial);
	if (!struck)
		assert_true(has_status(status, SAID_DONE));
	else if (!error)
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	else
		assert_true(WIFEXITED(status));
	trial_assert_recovers(scene, trial);
	trial_close(scene);
	return struck;
}

static bool is_asked(struct scene *scene)
{
	bool struck;
	int status;

	trial_prepare(scene, &trials[TRIAL_NEW]);
	status = try_at(scene, &trials[TRIAL_NEW], CALLS_MOST, 0, &struck);
	trial_close(scene);
	return status >= 0;
}

static void look_at_every_call(struct scene *scene, int error)
{
	if (!is_asked(scene))
		skip(); /* a kernel that does not ask, or may not */
	for (int t = 0; t < TRIALS; t++) {
		int n = 1;

		while (look_at(scene, &trials[t], n, error))
			assert_in_range(++n, 1, CALLS_MOST);
		assert_in_range(n, trial_calls_least(&trials[t]), CALLS_MOST);
	}
}

static void a_kill_at_any_call_loses_nothing(void **state)
{
	look_at_every_call(*state, 0);
}

static void a_failing_disk_loses_nothing(void **state)
{
	look_at_every_call(*state, EIO);
}

static void a_full_disk_loses_nothing(void **state)
{
	look_at_every_call(*state, ENOSPC);
}

static void a_home_that_is_read_only_loses_nothing(void **state)
{
	look_at_every_call(*state, EROFS);
}

#define in_a_scene(test) cmocka_unit_test_setup_teardown(test, trial_set_up, trial_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    in_a_scene(a_kill_at_any_call_loses_nothing),
	    in_a_scene(a_failing_disk_loses_nothing),
	    in_a_scene(a_full_disk_loses_nothing),
	    in_a_scene(a_home_that_is_read_only_loses_nothing),
	};

	return cmocka_run_group_tests_name("calls", tests, NULL, NULL);
}
