#define _GNU_SOURCE  // for namespaces and close_range
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CNcurses.h"
#include "ProgramWalls.h"

// Everything below runs between fork and exec, where only calls are allowed that a signal handler
// may make too. There are three processes: geolearn, the guard, and the program.

static volatile sig_atomic_t program;

static void end_program(int number) {
  (void)number;
  if (program > 0) kill(program, SIGKILL);
}

// MARK: Too many processes

static volatile sig_atomic_t most_processes;
static volatile sig_atomic_t report_descriptor;

static void tell(int report, int kind, int value) {
  struct ProgramReport news = {.kind = kind, .value = value};
  ssize_t ignored = write(report, &news, sizeof news);
  (void)ignored;
}

// The limit of the system does not hold for root, so the guard, process 1 of its namespace, counts.
// Numbers are given in turn: what multiplies is found among the first ones.
static void count_processes(int number) {
  (void)number;
  enum { first = 2, last = 4096 };
  int saved = errno;
  int count = 0;
  for (pid_t process = first; process <= last; process++) count += kill(process, 0) == 0;
  if (count > most_processes) {
    kill(-1, SIGKILL);
    tell(report_descriptor, PROGRAM_CROWDED, most_processes);
    most_processes = last;
  }
  errno = saved;
}

static void watch_processes(const struct ProgramPlan *plan) {
  enum { microseconds = 20000 };
  most_processes = (sig_atomic_t)plan->processes;
  report_descriptor = plan->report;
  signal(SIGALRM, count_processes);
  struct itimerval often = {{0, microseconds}, {0, microseconds}};
  setitimer(ITIMER_REAL, &often, NULL);
}

// Blocks SIGTERM alone, or nothing.
static void set_mask(bool blocks_end, sigset_t *before) {
  sigset_t mask;
  sigemptyset(&mask);
  if (blocks_end) sigaddset(&mask, SIGTERM);
  sigprocmask(SIG_SETMASK, &mask, before);
}

static void reset_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
}

static void limit(int resource, uint64_t most) {
  if (most == 0) return;
  struct rlimit limits = {.rlim_cur = most, .rlim_max = most};
  setrlimit(resource, &limits);
}

static void set_limits(const struct ProgramPlan *plan, int walls) {
  limit(RLIMIT_CPU, plan->cpu_seconds);
  limit(RLIMIT_AS, plan->address_bytes);
  limit(RLIMIT_DATA, plan->data_bytes);
  limit(RLIMIT_FSIZE, plan->file_bytes);
  // Outside a namespace this would count the learner's other programs too.
  if (walls & PROGRAM_WALL_NAMESPACE) limit(RLIMIT_NPROC, plan->processes);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
}

// Copies above every number that is wanted first, so that none is overwritten before its turn.
static void place_descriptors(const struct ProgramPlan *plan, int *report) {
  enum { above = 16 };
  *report = fcntl(plan->report, F_DUPFD, above);
  int requests = fcntl(plan->requests, F_DUPFD, above);
  int answers = fcntl(plan->answers, F_DUPFD, above);
  int printed = fcntl(plan->printed, F_DUPFD, above);
  int nothing = open("/dev/null", O_RDONLY);
  dup2(plan->uses_standard_streams ? requests : nothing, STDIN_FILENO);
  dup2(plan->uses_standard_streams ? answers : printed, STDOUT_FILENO);
  dup2(printed, STDERR_FILENO);
  if (!plan->uses_standard_streams) {
    dup2(requests, 3);
    dup2(answers, 4);
  }
  close_others(plan->uses_standard_streams ? 3 : 5, *report);
  fcntl(*report, F_SETFD, FD_CLOEXEC);
}

static void become_program(const struct ProgramPlan *plan, int walls) {
  int report;
  reset_signals();
  set_mask(false, NULL);
  setpgid(0, 0);
  place_descriptors(plan, &report);
  if (chdir(plan->start) != 0) {
    tell(report, PROGRAM_CANNOT_START, errno);
    _exit(127);
  }
  set_limits(plan, walls);
  walls |= wall_off_system_calls(plan->may_start_processes);
  tell(report, PROGRAM_STARTS, walls);
  execve(plan->arguments[0], plan->arguments, plan->environment);
  tell(report, PROGRAM_CANNOT_START, errno);
  _exit(127);
}

static void guard_program(const struct ProgramPlan *plan, bool has_namespace) {
  reset_signals();
  setsid();
  signal(SIGTERM, end_program);
  end_with_parent();
  int walls = has_namespace ? wall_off_files(plan->folder, plan->may_write) : 0;
  program = fork_without_locks();
  if (program == 0) become_program(plan, walls);
  close_others(0, plan->report);
  set_mask(false, NULL);
  if (has_namespace && plan->may_start_processes) watch_processes(plan);
  int status = 0;
  pid_t ended = 0;
  while (ended != program && (ended != -1 || errno == EINTR)) ended = waitpid(-1, &status, 0);
  // In a namespace they end with the guard.
  if (!has_namespace) end_descendants(program);
  tell(plan->report, PROGRAM_ENDED, status);
  _exit(0);
}

pid_t program_start(const struct ProgramPlan *plan) {
  // The end may be wanted before the guard is ready to hear of it; then it must not be lost.
  sigset_t before;
  set_mask(true, &before);
  pid_t guard = fork_into_namespace();
  bool has_namespace = guard >= 0;
  if (!has_namespace) guard = fork();
  if (guard == 0) guard_program(plan, has_namespace);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return guard;
}

void program_end(pid_t guard) {
  enum { patience = 5000, microseconds = 200 };
  kill(guard, SIGTERM);
  for (int i = 0; i < patience; i++) {
    pid_t ended = waitpid(guard, NULL, WNOHANG);
    if (ended == guard || (ended == -1 && errno != EINTR)) return;
    usleep(microseconds);
  }
  kill(guard, SIGKILL);
  while (waitpid(guard, NULL, 0) == -1 && errno == EINTR) continue;
}
