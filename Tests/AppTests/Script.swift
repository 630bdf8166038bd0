import App
import Drawing

/// A story about the program: what is done to it, and what is on the screen then.
///
/// The first line is the size and the theme, and `ascii`, `reduced`, `present` (before an audience)
/// or `acting` (with the lesson of ``ActingLesson``) where they matter. A line that begins with `#` is a comment; every other line is an `Action`. A fence holds what is
/// expected: the screen, its styles after ```` ```styles ````, and what was written into the
/// journal since the last look after ```` ```journal ````.
struct Script {
  private(set) var lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// The script as it would be if all that it expects were so.
  func played() throws -> Script {
    var state = try opening()
    var played = self
    played.lines = [lines[0]]
    var rest = lines.dropFirst()
    while let line = rest.popFirst() {
      played.lines.append(line)
      if line.hasPrefix("```") {
        played.lines += try Self.look(line.dropFirst(3), at: &state) + ["```"]
        rest = rest.drop { $0 != "```" }.dropFirst()
      } else if !line.isEmpty, !line.hasPrefix("#") {
        for event in try Action(parsing: line).events { state.update(event) }
      }
    }
    return played
  }

  private func opening() throws -> AppState {
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    guard words.count >= 2, let theme = Theme(rawValue: words[1]) else {
      throw ScriptError("the first line must be a size and a theme: 80x24 default")
    }
    var state = try Shipped.state(
      of: words.contains("acting") ? ActingLesson.book() : nil,
      size: try Size(parsing: words[0]), marks: words.contains("ascii") ? .ascii : .braille,
      theme: theme, motion: words.contains("reduced") ? .reduced : .full)
    if words.contains("present") { state.present(chapter: 0, step: 0) }
    return state
  }

  private static func look(_ kind: Substring, at state: inout AppState) throws -> [String] {
    switch kind {
    case "": state.view().lines
    case "styles": state.view().styleLines
    case "journal": state.takeUnwritten().map(\.line)
    default: throw ScriptError("nothing to look at is called '\(kind)'")
    }
  }
}
