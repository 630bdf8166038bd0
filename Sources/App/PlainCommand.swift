import Content

/// A line that somebody types at the plain reader.
enum PlainCommand: Equatable {
  case next, previous, menu, hint, watch, again, undo, check, help, quit
  /// Without a value the knob goes to its next choice; without a name all knobs are told.
  case knob(name: String?, value: String?)
  /// Does something to the picture: the key of an act, then what it is done to, or what is typed.
  /// Without words all acts are told.
  case act([String])
  case nothing
  /// An answer, or a mistake.
  case other(String)

  private static let words: [(letter: String, word: String, command: PlainCommand)] = [
    ("n", "next", .next), ("p", "previous", .previous), ("m", "menu", .menu),
    ("h", "hint", .hint), ("v", "watch", .watch), ("r", "again", .again), ("u", "undo", .undo),
    // A letter alone may be an option.
    ("check", "check", .check), ("?", "help", .help),
    ("q", "quit", .quit),
  ]

  init(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else {
      self = .nothing
      return
    }
    if first == "k" || first == "knob" {
      let value = words.dropFirst(2).joined(separator: " ")
      self = .knob(name: words.dropFirst().first, value: value.isEmpty ? nil : value)
      return
    }
    if first == "do" {
      self = .act(Array(words.dropFirst()))
      return
    }
    let known = Self.words.first { $0.letter == line.lowercased() || $0.word == line.lowercased() }
    self = known?.command ?? .other(words.joined(separator: " "))
  }

  /// What to say to a line that is no command where only commands make sense.
  static func refusal(of line: String) -> String {
    let near = nearest(to: line.lowercased(), in: words.filter { $0.word.count > 1 }.map(\.word))
    let remedy = near.map { "did you mean '\($0)'?" } ?? "? tells all commands."
    return "'\(line.prefix(40))' is no command here; \(remedy)"
  }

  static let helpText = """
    n  the next page; Enter too, where nothing is asked
    p  the page before
    m  the menu
    h  a hint
    v  tell the run that answers the question
    r  the same question in other numbers, after a pass
    check  judge the file that answers the question
    k NAME VALUE  turn a knob, or assume something else: k leader eu-west
    k NAME  the next choice of a knob
    k  tell all knobs
    do KEY WHERE  act in a picture: do a B; do i A hello types hello at A
    do  tell all acts;  undo takes the last one back
    q  quit; your progress is kept
    Anything else is an answer: 85 ms, or the letter of an option.
    """
}
