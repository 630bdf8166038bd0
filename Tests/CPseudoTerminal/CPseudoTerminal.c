#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#include <utmp.h>
#endif

// The test runner's threads block signals, and children inherit that.
static void reset_signals(void) {
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void run_program(const char *path, char *const arguments[], char *const environment[]) {
  setpgid(0, 0);
  tcsetpgrp(STDIN_FILENO, getpid());
  reset_signals();
  execve(path, arguments, environment);
  _exit(127);
}

// Ends this process as `status` says that the program ended, without a core file.
static void end_like(int status) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(WTERMSIG(status), SIG_DFL);
  raise(WTERMSIG(status));
  _exit(126);
}

// A shell with one job. Without it the program's process group would be orphaned, and the kernel
// would not stop it by SIGTSTP.
static void run_shell(const char *path, char *const arguments[], char *const environment[]) {
  for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
  reset_signals();
  signal(SIGHUP, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
  pid_t program = fork();
  if (program == 0) run_program(path, arguments, environment);
  setpgid(program, program);
  int status = 0;
  while (waitpid(program, &status, WUNTRACED) == program && WIFSTOPPED(status)) {
    raise(SIGSTOP);
    tcsetpgrp(STDIN_FILENO, program);
    kill(-program, SIGCONT);
  }
  end_like(status);
}

bool pseudo_terminal_start(
    struct pseudo_terminal *terminal, const char *path, char *const arguments[],
    char *const environment[], int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  int slave;
  if (openpty(&terminal->master, &slave, NULL, NULL, &size) != 0) return false;
  tcgetattr(slave, &terminal->modes_before);
  terminal->shell = fork();
  if (terminal->shell == 0) {
    login_tty(slave);
    run_shell(path, arguments, environment);
  }
  close(slave);
  return terminal->shell > 0;
}

void pseudo_terminal_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(master, TIOCSWINSZ, &size);
}

void pseudo_terminal_signal(int master, int number) {
  pid_t program = tcgetpgrp(master);
  if (program > 1) kill(program, number);
}

bool pseudo_terminal_has_old_modes(struct pseudo_terminal terminal) {
  const struct termios *before = &terminal.modes_before;
  struct termios now;
  if (tcgetattr(terminal.master, &now) != 0) return false;
  return now.c_iflag == before->c_iflag && now.c_oflag == before->c_oflag &&
         now.c_cflag == before->c_cflag && now.c_lflag == before->c_lflag &&
         memcmp(now.c_cc, before->c_cc, sizeof now.c_cc) == 0;
}

enum process_state process_state(pid_t process, int *detail) {
  int status = 0;
  if (waitpid(process, &status, WNOHANG | WUNTRACED) != process) return PROCESS_RUNS;
  if (WIFSTOPPED(status)) {
    *detail = WSTOPSIG(status);
    return PROCESS_STOPPED;
  }
  *detail = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
  return WIFEXITED(status) ? PROCESS_EXITED : PROCESS_KILLED;
}
