import Drawing

/// All keys of a page, as the help shows them.
struct HelpText {
  private let groups: [(title: String, keys: [(String, String)])]

  static let home = HelpText(groups: [
    (
      "Home",
      [
        ("↑ ↓", "choose a section or a task"), ("Enter", "open it where you left off"),
        ("q", "quit"),
      ]
    ), everywhere,
  ])

  static let lesson = HelpText(groups: [
    (
      "Reading",
      [
        ("← →", "previous, next step; PgUp and PgDn too"), ("[ ]", "previous, next section"),
        ("e", "what the handout says, and why it is wrong"),
      ]
    ),
    (
      "Picture",
      [
        ("space", "play, pause"), (", .", "one event back, forward"),
        ("< >", "a twentieth back, forward"), ("Home End", "beginning, end"),
        ("- +", "slower, faster: 0.25× to 8×"), ("↑ ↓", "turn the knob; Tab takes the next one"),
        ("z", "the picture alone"),
      ]
    ), everywhere,
  ])

  static let exercise = HelpText(groups: [
    (
      "Answering",
      [
        ("85 ms", "a number and its unit, then Enter"), ("1 to 9", "choose an answer, or ↑ ↓"),
        ("↑ ↓", "change what you assume; Tab takes the next"), ("h", "a hint; there are three"),
        ("v", "watch the run that answers"), ("r", "the same question in other numbers"),
        ("← →", "previous, next item"),
      ]
    ), everywhere,
  ])

  private static let everywhere = (
    "Everywhere",
    [
      ("m", "contents"), ("/", "search"), ("t", "next theme"), ("Esc", "back; ^C leaves"),
      ("^Z", "suspend"),
    ]
  )

  var lines: [StyledText] {
    groups.enumerated().flatMap { index, group in
      (index > 0 ? [StyledText()] : [])
        + [StyledText(group.title, style: Style(.text, isBold: true))]
        + group.keys.map { keys, meaning in
          StyledText("  \(keys.padded(to: 10))", style: Style(.text, isBold: true))
            + StyledText(meaning, style: .faint)
        }
    }
  }

  var width: Int { lines.map(\.columns).max() ?? 0 }
}
