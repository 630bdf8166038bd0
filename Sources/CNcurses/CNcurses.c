#define _GNU_SOURCE  // for wcwidth
#include "CNcurses.h"

#include <stdio.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// Ctrl-S, Ctrl-Q and Ctrl-V as keys, but Ctrl-C and Ctrl-Z as signals, which reach even a busy
// program; raw() would not leave them so. Curses is told, so that it comes back to this after a stop.
// A read never waits: Ctrl-C throws away what has been typed, perhaps just after poll() reported it.
static void set_keyboard_modes(void) {
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  modes.c_lflag &= ~(tcflag_t)IEXTEN;
  modes.c_cc[VMIN] = 0;
  modes.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
  def_prog_mode();
}

SCREEN *screen_start(void) {
  SCREEN *screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return NULL;
  cbreak();
  noecho();
  nonl();
  typeahead(-1);
  curs_set(0);
  leaveok(stdscr, TRUE);
  set_keyboard_modes();
  return screen;
}

const char *screen_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}

int screen_start_colours(void) {
  bool works = has_colors() && start_color() == OK && use_default_colors() == OK;
  return works ? COLORS : 0;
}

int terminal_colours(const char *name) {
  int status = 0;
  if (setupterm(name, STDOUT_FILENO, &status) != OK) return -1;
  int count = tigetnum("colors");
  del_curterm(cur_term);
  return count < 0 ? 0 : count;
}

int screen_pair_count(void) { return COLOR_PAIRS; }

void screen_blank(attr_t attributes, short pair) {
  cchar_t blank;
  setcchar(&blank, L" ", attributes, pair, NULL);
  bkgrnd(&blank);
  erase();
}

void screen_forget(void) { clearok(curscr, TRUE); }

void screen_put(int x, int y, const uint32_t *scalars, int count, attr_t attributes, short pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == OK) mvadd_wch(y, x, &cell);
}

bool screen_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return size.ws_col > 0 && size.ws_row > 0;
}

int screen_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

attr_t screen_attributes(int sum) {
  attr_t attributes = A_NORMAL;
  if (sum & SCREEN_BOLD) attributes |= A_BOLD;
  if (sum & SCREEN_DIM) attributes |= A_DIM;
  if (sum & SCREEN_REVERSED) attributes |= A_REVERSE;
  if (sum & SCREEN_UNDERLINED) attributes |= A_UNDERLINE;
  return attributes;
}
