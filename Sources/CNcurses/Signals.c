#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "CNcurses.h"

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
enum { caught_count = sizeof caught / sizeof caught[0] };

static struct sigaction before[caught_count];
static volatile sig_atomic_t event_descriptor = -1;

// A full pipe loses the number, but then the reader is awake anyway.
static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(event_descriptor, &byte, 1);
  (void)ignored;
  errno = saved;
}

void signals_catch(int descriptor) {
  event_descriptor = descriptor;
  struct sigaction action = {0};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &action, &before[i]);
}

void signals_release(void) {
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &before[i], NULL);
}
