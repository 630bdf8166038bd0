#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "CNcurses.h"

// SIGQUIT is here and not among the events, so that Ctrl-\ ends even a program that hangs.
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
enum { fatal_count = sizeof fatal / sizeof fatal[0], stack_size = 64 * 1024 };

static struct sigaction before[fatal_count];
static char leave_sequence[LEAVE_LIMIT];
static size_t leave_length;
static struct termios modes_before;
static volatile sig_atomic_t is_armed;

// A crash by stack overflow leaves no stack to handle it on.
static char stack[stack_size];

// Only calls that POSIX allows in a signal handler. The previous action is put back, and not the
// default one, so that the Swift runtime can still print its backtrace, on a readable screen.
static void give_back(int number) {
  if (is_armed) {
    is_armed = 0;
    signal(SIGTTOU, SIG_IGN);
    ssize_t ignored = write(STDOUT_FILENO, leave_sequence, leave_length);
    (void)ignored;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  }
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &before[i], NULL);
  raise(number);
}

void crash_guard_arm(const char *leave, size_t length, const struct termios *modes) {
  leave_length = length < LEAVE_LIMIT ? length : LEAVE_LIMIT;
  memcpy(leave_sequence, leave, leave_length);
  modes_before = *modes;

  stack_t alternate = {.ss_sp = stack, .ss_size = stack_size};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {0};
  action.sa_handler = give_back;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  is_armed = 1;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &before[i]);
}

void crash_guard_disarm(void) {
  if (!is_armed) return;
  is_armed = 0;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &before[i], NULL);
}
