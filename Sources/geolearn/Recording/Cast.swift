import Drawing

/// A recording for players of terminal sessions: [asciicast], version 2 or 3.
///
/// No clock is asked: the times are those of the film, so the same film gives the same bytes.
///
/// [asciicast]: https://docs.asciinema.org/manual/asciicast/v2/
package struct Cast {
  package enum Version: String, CaseIterable, Sendable {
    case two = "2"
    case three = "3"
  }

  let recording: Recording
  let version: Version
  /// When it was made, in seconds since 1970; `nil` leaves it open.
  let timestamp: Int?

  package init(_ recording: Recording, version: Version = .two, timestamp: Int? = nil) {
    self.recording = recording
    self.version = version
    self.timestamp = timestamp
  }

  /// The whole file.
  package var text: String {
    var lines = [header]
    var last = 0
    for event in events {
      let time = version == .two ? event.time : event.time - last
      last = event.time
      lines.append(
        "[\(Self.seconds(time)), \"\(event.code)\", \(JSON.string(event.data).text)]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - The first line

  private var header: String {
    let (width, height) = (recording.size.width, recording.size.height)
    var members = [#""version": \#(version.rawValue)"#]
    switch version {
    case .two: members.append(#""width": \#(width), "height": \#(height)"#)
    case .three: members.append(#""term": {\#(terminal(width, height))}"#)
    }
    if let timestamp { members.append(#""timestamp": \#(timestamp)"#) }
    members.append(#""title": \#(JSON.string(recording.title).text)"#)
    if version == .two {
      members.append(#""env": {"TERM": "xterm-256color"}"#)
      members += theme
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private func terminal(_ width: Int, _ height: Int) -> String {
    let size = #""cols": \#(width), "rows": \#(height), "type": "xterm-256color""#
    return ([size] + theme).joined(separator: ", ")
  }

  /// The colours of the empty screen; a player has its own for the theme of the terminal.
  private var theme: [String] {
    let paint = recording.theme.paint(for: .text)
    guard let ink = paint.foreground.hex, let ground = paint.background.hex else { return [] }
    let palette = (0..<16).map(Palette.hex).joined(separator: ":")
    return [#""theme": {"fg": "\#(ink)", "bg": "\#(ground)", "palette": "\#(palette)"}"#]
  }

  // MARK: - Events

  private typealias Event = (time: Int, code: String, data: String)

  /// Pictures and marks by time; a mark stands before its picture, so that a jump shows it.
  private var events: [Event] {
    var events: [Event] = []
    var shown: Canvas?
    var marks = recording.marks[...]
    for shot in recording.shots {
      while let mark = marks.first, mark.time <= shot.time {
        events.append((mark.time, "m", mark.title))
        marks.removeFirst()
      }
      let changes = shot.canvas.sequence(after: shown, recording.theme)
      events.append((shot.time, "o", (shown == nil ? Self.opening : "") + changes))
      shown = shot.canvas
    }
    events += marks.map { ($0.time, "m", $0.title) }
    let end = "\u{1B}[0m\u{1B}[\(recording.size.height);1H\u{1B}[?25h"
    return events + [(recording.length, "o", end)]
  }

  /// Hides the cursor and empties the screen.
  private static let opening = "\u{1B}[?25l\u{1B}[2J"

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}

extension Canvas {
  /// What a terminal that shows `old` must be sent to show this canvas (ECMA-48).
  func sequence(after old: Canvas?, _ theme: Theme) -> String {
    var text = ""
    var paint: Paint?
    var next = (x: -1, y: -1)
    forEachChange(since: old) { cell, x, y, columns in
      if next != (x, y) { text += "\u{1B}[\(y + 1);\(x + 1)H" }
      let wanted = theme.paint(for: cell.style)
      if wanted != paint { text += wanted.sequence }
      paint = wanted
      text += cell.text
      // At the right edge terminals disagree about where the cursor is.
      next = x + columns < size.width ? (x + columns, y) : (-1, -1)
    }
    return text
  }
}

extension Color {
  /// As style sheets write it; `nil` for what the terminal decides.
  var hex: String? {
    switch self {
    case .terminalDefault: nil
    case .ansi(let index), .indexed(let index): Palette.hex(index)
    }
  }
}
