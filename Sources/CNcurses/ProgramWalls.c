#define _GNU_SOURCE  // for namespaces
#include "ProgramWalls.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CNcurses.h"

void close_others(int first, int kept) {
  long most = sysconf(_SC_OPEN_MAX);
  if (most < 0 || most > 65536) most = 65536;
#ifdef SYS_close_range
  if (kept > first && syscall(SYS_close_range, first, kept - 1, 0) == 0 &&
      syscall(SYS_close_range, kept + 1, ~0U, 0) == 0)
    return;
#endif
  for (int other = first; other < most; other++) {
    if (other != kept) close(other);
  }
}

#ifdef __linux__

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

// MARK: Namespaces

static bool write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY);
  if (file < 0) return false;
  bool is_written = write(file, text, strlen(text)) == (ssize_t)strlen(text);
  close(file);
  return is_written;
}

// Inside, nobody is root, who could take the walls down.
static bool keep_identity(uid_t user, gid_t group) {
  enum { nobody = 65534 };
  char users[64], groups[64];
  snprintf(users, sizeof users, "%u %u 1", user == 0 ? nobody : user, user);
  snprintf(groups, sizeof groups, "%u %u 1", group == 0 ? nobody : group, group);
  return write_file("/proc/self/setgroups", "deny") && write_file("/proc/self/uid_map", users) &&
         write_file("/proc/self/gid_map", groups);
}

pid_t fork_into_namespace(void) {
  uid_t user = geteuid();
  gid_t group = getegid();
  int answer[2];
  if (pipe(answer) != 0) return -1;
  int kinds = CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC;
  pid_t child = (pid_t)syscall(SYS_clone, kinds | SIGCHLD, 0, 0, 0, 0);
  if (child == 0) {
    char works = keep_identity(user, group);
    bool is_told = write(answer[1], &works, 1) == 1;
    close(answer[0]);
    close(answer[1]);
    if (!works || !is_told) _exit(0);
    return 0;
  }
  char works = 0;
  close(answer[1]);
  while (child > 0 && read(answer[0], &works, 1) == -1 && errno == EINTR) continue;
  close(answer[0]);
  if (child > 0 && !works) waitpid(child, NULL, 0);
  return works ? child : -1;
}

pid_t fork_without_locks(void) { return (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0); }

// struct mount_attr, which old headers do not have.
struct mount_change {
  uint64_t set, clear, propagation, namespace;
};

int wall_off_files(const char *folder, bool may_write) {
  const int own = PROGRAM_WALL_NAMESPACE;
  if (may_write) return own;
#ifdef SYS_mount_setattr
  enum { recursively = 0x8000, read_only = 1 };
  struct mount_change change = {.set = read_only};
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return own;
  if (syscall(SYS_mount_setattr, -1, "/", recursively, &change, sizeof change) != 0) return own;
  const char *options = "size=64m,nr_inodes=4096,mode=700";
  if (mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, options) != 0) return own;
  return own | PROGRAM_WALL_READ_ONLY;
#else
  return own;
#endif
}

void end_with_parent(void) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
}

// Only children are known; when a child dies, its children become those of the caller.
static void kill_children(void) {
  char path[64], text[4096];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
  int file = open(path, O_RDONLY);
  if (file < 0) return;
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  text[length > 0 ? length : 0] = 0;
  char *rest = text;
  for (long child = strtol(rest, &rest, 10); child > 0; child = strtol(rest, &rest, 10)) {
    kill((pid_t)child, SIGKILL);
  }
}

// MARK: System calls

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE AUDIT_ARCH_AARCH64
#endif

#ifdef NATIVE
enum { most_instructions = 96 };

static struct sock_filter instructions[most_instructions];
static unsigned short instruction_count;

static void add(uint16_t code, uint32_t k, uint8_t if_true, uint8_t if_false) {
  instructions[instruction_count++] = (struct sock_filter)BPF_JUMP(code, k, if_true, if_false);
}

static void load(size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0); }

static void answer(uint32_t action) { add(BPF_RET | BPF_K, action, 0, 0); }

static const uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;

static void refuse_call(long number) {
  add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 1);
  answer(refuse);
}

// Refuses a call unless its first argument, its lower half, passes a test.
static void refuse_call_unless(long number, uint16_t test, uint32_t value) {
  add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 4);
  load(offsetof(struct seccomp_data, args[0]));
  add(BPF_JMP | test | BPF_K, value, 1, 0);
  answer(refuse);
  answer(SECCOMP_RET_ALLOW);
}

static void refuse_processes(void) {
#ifdef SYS_fork
  refuse_call(SYS_fork);
  refuse_call(SYS_vfork);
#endif
  // A thread is made by clone too; clone3 cannot be looked into, and libraries do without it.
  add(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1);
  answer(SECCOMP_RET_ERRNO | ENOSYS);
  refuse_call_unless(SYS_clone, BPF_JSET, CLONE_THREAD);
  refuse_call_unless(SYS_kill, BPF_JEQ, (uint32_t)getpid());
  refuse_call_unless(SYS_tgkill, BPF_JEQ, (uint32_t)getpid());
}

static void write_filter(void) {
  static const long calls[] = {
      SYS_socket, SYS_ptrace, SYS_process_vm_writev, SYS_unshare, SYS_setns, SYS_tkill,
      SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo,
#ifdef SYS_pidfd_send_signal
      SYS_pidfd_send_signal,
#endif
#ifdef SYS_io_uring_setup
      SYS_io_uring_setup,
#endif
  };
  instruction_count = 0;
  load(offsetof(struct seccomp_data, arch));
  add(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0);
  answer(refuse);
  load(offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  // The other numbers of the same calls.
  add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  answer(refuse);
#endif
  for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) refuse_call(calls[i]);
  refuse_processes();
  answer(SECCOMP_RET_ALLOW);
}

int wall_off_system_calls(bool may_start_processes) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (may_start_processes) return 0;
  write_filter();
  struct sock_fprog program = {.len = instruction_count, .filter = instructions};
  bool works = prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
  return works ? PROGRAM_WALL_SYSTEM_CALLS : 0;
}
#else
int wall_off_system_calls(bool may_start_processes) { return 0; }
#endif

#else

pid_t fork_into_namespace(void) { return -1; }
pid_t fork_without_locks(void) { return fork(); }
void end_with_parent(void) {}
int wall_off_files(const char *folder, bool may_write) { return 0; }
int wall_off_system_calls(bool may_start_processes) { return 0; }
static void kill_children(void) {}

#endif

void end_descendants(pid_t program) {
  enum { rounds = 10000 };
  for (int i = 0; i < rounds; i++) {
    if (program > 0) kill(-program, SIGKILL);
    kill_children();
    if (waitpid(-1, NULL, 0) == -1 && errno == ECHILD) return;
  }
}
