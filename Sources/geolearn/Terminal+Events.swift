import Drawing
import Foundation

extension Terminal {
  /// Waits for the next thing that happens.
  ///
  /// - Parameters:
  ///   - timeout: the longest wait; `nil` sleeps until something happens.
  ///   - descriptors: files that may have something to read meanwhile.
  /// - Returns: `nil` when the time is over, one of `descriptors` can be read, or what came was
  ///   nothing to report: then the caller looks at its clock and asks again.
  mutating func nextEvent(
    waitingAtMost timeout: Duration?, alsoWatching descriptors: [Int32] = []
  ) -> TerminalEvent? {
    if let event = alreadyThere() { return event }
    switch wake(within: timeout, descriptors) {
    case .keyboard(let isGone):
      if !readKeyboard(), isGone { return .end(signal: SIGHUP) }
    case .signal: break
    case .nothing: return nil
    }
    return alreadyThere() ?? completedBySilence()
  }

  private enum Wake { case keyboard(isGone: Bool), signal, nothing }

  // Signals first: an end must not wait behind what has been typed.
  private mutating func alreadyThere() -> TerminalEvent? {
    if let event = meaning(of: signals.received()) { return event }
    if adoptSize() { return .resize(size) }
    return decoder.next().map(TerminalEvent.init)
  }

  private mutating func meaning(of received: [Int32]) -> TerminalEvent? {
    if let signal = received.first(where: { [SIGINT, SIGTERM, SIGHUP].contains($0) }) {
      return .end(signal: signal)
    }
    if received.contains(SIGTSTP) {
      suspend()
      return .resumed
    }
    guard received.contains(SIGCONT) else { return nil }
    takeAgain()
    return .resumed
  }

  // Escape alone and the beginning of a longer sequence are told apart by what follows at once.
  private mutating func completedBySilence() -> TerminalEvent? {
    while decoder.isWaiting {
      guard case .keyboard = wake(within: Self.escapeDelay, []), readKeyboard() else {
        return decoder.giveUp().map(TerminalEvent.init)
      }
      if let input = decoder.next() { return TerminalEvent(input) }
    }
    return nil
  }

  // The variable is the one of curses; its default of a second is too long.
  private static var escapeDelay: Duration {
    let milliseconds = ProcessInfo.processInfo.environment["ESCDELAY"].flatMap { Int($0) }
    return .milliseconds(min(max(milliseconds ?? 25, 1), 2000))
  }

  private func wake(within timeout: Duration?, _ descriptors: [Int32]) -> Wake {
    var entries = ([STDIN_FILENO, signals.descriptor] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&entries, nfds_t(entries.count), timeout.map(Self.milliseconds) ?? -1) > 0 else {
      return .nothing
    }
    if entries[1].revents != 0 { return .signal }
    let state = Int32(entries[0].revents)
    return state == 0 ? .nothing : .keyboard(isGone: state & ~POLLIN != 0)
  }

  // Rounded up: with 0 for the last fraction of a millisecond the caller would spin.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    guard seconds < 1_000_000 else { return Int32.max }
    return max(
      0, Int32(seconds * 1000) + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }

  /// Reads what has been typed; false when that is nothing.
  private mutating func readKeyboard() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return false }
    decoder.receive(bytes.prefix(count))
    return true
  }
}

extension TerminalEvent {
  fileprivate init(_ input: Input) {
    switch input {
    case .key(let key): self = .key(key)
    case .mouse(let action, let x, let y): self = .mouse(action, x: x, y: y)
    }
  }
}
