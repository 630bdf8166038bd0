// A pseudo-terminal with a program on it: the little that needs fork, which Swift does not have.
#pragma once

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

/// A program that runs on a terminal of its own, as a shell would have started it.
struct pseudo_terminal {
  /// What the program writes is read here; what is written here, the program reads as typed.
  int master;
  /// The session leader. It stops when the program stops, and ends as the program ends.
  pid_t shell;
  /// The modes of the terminal before the program began.
  struct termios modes_before;
};

/// Starts the program at `path` in the foreground of a new terminal; false when that fails.
bool pseudo_terminal_start(
    struct pseudo_terminal *terminal, const char *path, char *const arguments[],
    char *const environment[], int columns, int rows);

/// Changes the size of the terminal, and so sends SIGWINCH.
void pseudo_terminal_resize(int master, int columns, int rows);

/// Sends a signal to the program, and to it alone.
void pseudo_terminal_signal(int master, int number);

/// Whether the modes of the terminal are those from before the program began.
bool pseudo_terminal_has_old_modes(struct pseudo_terminal terminal);

/// How a process has changed.
enum process_state { PROCESS_RUNS, PROCESS_STOPPED, PROCESS_EXITED, PROCESS_KILLED };

/// Looks, without waiting, whether the process stopped or ended; `detail` is the signal or code.
enum process_state process_state(pid_t process, int *detail);
