/// What the bytes sent to a terminal have switched on and off.
enum Screen {
  /// The states that are not as they were before the program, each as a sentence.
  static func traces(in output: [UInt8]) -> [String] {
    let states: [(trace: String, on: String, off: String)] = [
      ("the alternate screen is left on", "\u{1B}[?1049h", "\u{1B}[?1049l"),
      ("the cursor is hidden", "\u{1B}[?25l", "\u{1B}[?25h"),
      ("the mouse is reported", "\u{1B}[?1000h", "\u{1B}[?1000l"),
      ("the keypad is in application mode", "\u{1B}[?1h", "\u{1B}[?1l"),
    ]
    return states.filter { isOn($0.on, off: $0.off, in: output) }.map(\.trace)
  }

  private static func isOn(_ on: String, off: String, in output: [UInt8]) -> Bool {
    (last(on, in: output) ?? -1) > (last(off, in: output) ?? -1)
  }

  private static func last(_ text: String, in output: [UInt8]) -> Int? {
    output.ranges(of: Array(text.utf8)).last?.lowerBound
  }
}
