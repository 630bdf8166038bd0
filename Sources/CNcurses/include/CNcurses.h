// The few lines of C that Swift cannot say: macros, C globals, and code that runs inside a signal
// handler or between fork and exec. The screen and the signals belong to the one thread that owns
// the terminal.
#pragma once

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <termios.h>

// MARK: The screen

/// Starts curses on standard input and output; NULL when TERM is not known. Never exits.
SCREEN *screen_start(void);

/// A string capability of the terminal, such as "rmcup"; NULL when it has none of that name.
const char *screen_capability(const char *name);

/// Starts colours; returns how many there are, 0 when the terminal cannot go back to its own.
int screen_start_colours(void);

/// How many pairs of colours can be had; pair 0 is the terminal's own.
int screen_pair_count(void);

/// Sets what blank cells look like, and blanks all of them.
void screen_blank(attr_t attributes, short pair);

/// Makes the next frame draw every cell, because nobody knows what the terminal shows now.
void screen_forget(void);

/// Puts one grapheme, at most CCHARW_MAX scalars of it, at column `x` of row `y`.
void screen_put(int x, int y, const uint32_t *scalars, int count, attr_t attributes, short pair);

/// The terminal's size in cells; false when it does not know.
bool screen_size(int *width, int *height);

/// Four attributes, macros in C.
enum ScreenAttribute {
  SCREEN_BOLD = 1,
  SCREEN_DIM = 2,
  SCREEN_REVERSED = 4,
  SCREEN_UNDERLINED = 8,
};

/// How many colours the description of the terminal `name` gives, without starting a screen; 0 for
/// none, -1 when there is no description.
int terminal_colours(const char *name);

/// How many columns a scalar takes; -1 for what the locale cannot show.
int screen_columns(uint32_t scalar);

/// The curses attribute for a sum of ScreenAttribute.
attr_t screen_attributes(int sum);

// MARK: Signals that are events

/// Catches SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT and SIGWINCH: each writes its number, as one
/// byte, to `descriptor`, which must not block.
void signals_catch(int descriptor);

/// Gives those signals back what they did before.
void signals_release(void);

// MARK: Signals that are the end

/// The most bytes that a leave sequence may have.
#define LEAVE_LIMIT 256

/// From now on SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE and SIGQUIT write `leave` to
/// standard output, give standard input its `modes` back, and then do what they did before.
void crash_guard_arm(const char *leave, size_t length, const struct termios *modes);

/// Ends that, because the terminal has been given back.
void crash_guard_disarm(void);

// MARK: Programs of learners

/// What is in force around a program of a learner; a sum of these.
enum ProgramWall {
  /// It has process numbers of its own, all of which end with it, and no network.
  PROGRAM_WALL_NAMESPACE = 1,
  /// It can write nothing but its own folder, which is memory and vanishes with it.
  PROGRAM_WALL_READ_ONLY = 2,
  /// It can start no process, reach no network and send no signal to others.
  PROGRAM_WALL_SYSTEM_CALLS = 4,
};

/// How a program of a learner is started.
struct ProgramPlan {
  /// The absolute path of the program, its arguments, NULL.
  char *const *arguments;
  /// `NAME=value`, ..., NULL: nothing else is inherited.
  char *const *environment;
  /// Where it begins, and where it may write.
  const char *start, *folder;
  /// Descriptors: what it is asked, where it answers, where its printing goes.
  int requests, answers, printed;
  /// A pipe that is told a ProgramReport whenever there is news.
  int report;
  /// Whether it is asked on standard input and answers on standard output, or on 3 and 4.
  bool uses_standard_streams;
  /// Whether it may start processes, as a compiler must.
  bool may_start_processes;
  /// Whether it writes where it likes, as a compiler does.
  bool may_write;
  /// 0 where there is no limit.
  uint64_t cpu_seconds, address_bytes, data_bytes, file_bytes, processes;
};

/// News of a program.
struct ProgramReport {
  enum { PROGRAM_STARTS, PROGRAM_CANNOT_START, PROGRAM_ENDED, PROGRAM_CROWDED } kind;
  /// The walls, the errno, the status of wait(), or how many processes are too many.
  int32_t value;
};

/// Starts a program, in a session of its own, behind as many walls as the system offers.
///
/// The process that is returned guards the program: when it is killed, or when the caller dies,
/// the program ends too, with everything that it started.
pid_t program_start(const struct ProgramPlan *plan);

/// Ends a program with everything that it started, and waits for it.
void program_end(pid_t guard);
