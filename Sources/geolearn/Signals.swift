import CNcurses
import Foundation

/// The signals that are events for the program, caught from `init` to the end of the value.
///
/// The handler only writes to a pipe; the reader polls `descriptor` together with the keyboard.
struct Signals: ~Copyable {
  /// Readable when a signal has come.
  let descriptor: Int32
  private let writeEnd: Int32

  init() throws(TerminalFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw TerminalFailure("no pipe can be had for signals") }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
    signals_catch(writeEnd)
  }

  deinit {
    signals_release()
    close(descriptor)
    close(writeEnd)
  }

  /// Takes the signals that have come since the last time, in their order, at most 64 of them.
  func received() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map { Int32($0) }
  }

  /// Stops the process group as if none of the signals were caught; returns when it goes on.
  ///
  /// An orphaned process group, one that nobody could continue, is not stopped at all.
  func stop() {
    signals_release()
    kill(0, SIGTSTP)
    signals_catch(writeEnd)
  }
}
