import App
import CNcurses
import Drawing
import Foundation

/// What only the running terminal can tell.
struct TerminalFacts: Equatable {
  /// `nil` when the terminal does not know, or there is none.
  var size: Size?
  /// How many colours the terminal's description gives; `nil` when there is no description.
  var colours: Int?

  static func current(_ invocation: Invocation) -> TerminalFacts {
    var columns: Int32 = 0
    var rows: Int32 = 0
    let isKnown = invocation.isOutputTerminal && screen_size(&columns, &rows)
    let colours = invocation.variable("TERM").map { Int(terminal_colours($0)) }
    return TerminalFacts(
      size: isKnown ? Size(width: Int(columns), height: Int(rows)) : nil,
      colours: colours.flatMap { $0 < 0 ? nil : $0 })
  }
}

/// What works here, and what is missing.
struct DoctorReport {
  let invocation: Invocation
  let facts: TerminalFacts
  let display: Display
  let configuration: Configuration
  /// What every setting comes from.
  let settings: [Preference]
  let journal: Journal
  let topologies: [String]
  let programs: ProgramFacts

  var json: JSON {
    let size = facts.size
    return .object([
      JSON.Member("version", .string(Version.text)),
      JSON.Member("terminal", invocation.variable("TERM").map(JSON.string) ?? .null),
      JSON.Member("is_terminal", .bool(invocation.isInputTerminal && invocation.isOutputTerminal)),
      JSON.Member("columns", .optional(size.map { Double($0.width) })),
      JSON.Member("rows", .optional(size.map { Double($0.height) })),
      JSON.Member("colours", .optional(facts.colours.map(Double.init))),
      JSON.Member("uses_colour", .bool(display.usesColour)),
      JSON.Member("theme", .string(display.theme.rawValue)),
      JSON.Member("configuration", configuration.file.map(JSON.string) ?? .null),
      JSON.Member(
        "settings", .object(settings.map { JSON.Member($0.name, .string($0.origin)) })),
      JSON.Member("codeset", .string(invocation.codeset)),
      JSON.Member("marks", .string(display.marks.rawValue)),
      JSON.Member("journal", journal.path.map(JSON.string) ?? .null),
      JSON.Member("journal_failure", journal.test().map(JSON.string) ?? .null),
      JSON.Member("topologies", .strings(topologies)),
      JSON.Member(
        "programs",
        .object(programs.tools.map { JSON.Member($0.rawValue, $1.map(JSON.string) ?? .null) })),
      JSON.Member("containment", .strings(programs.walls.names)),
      JSON.Member("missing", .strings(missing)),
    ])
  }

  var text: String {
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value
    }
    let advice = missing.isEmpty ? ["Nothing is missing."] : missing
    return (lines + [""] + advice).map { "\($0)\n" }.joined().lowered(to: display.marks)
  }

  private var rows: [(String, String)] {
    [
      ("version", Version.text),
      ("terminal", invocation.variable("TERM") ?? "none: TERM is not set"),
      ("size", facts.size.map { "\($0.width)×\($0.height)" } ?? "unknown: this is no terminal"),
      ("colours", colours),
      ("encoding", invocation.codeset),
      ("config", configuration.file ?? absentFile),
    ] + settings.map { ($0.name, "\($0.value), \($0.origin)") } + [
      ("journal", journal.path ?? "none"),
      ("topologies", topologies.joined(separator: ", ")),
      ("programs", tools),
      ("walls", walls),
    ]
  }

  private var absentFile: String {
    let path = Configuration.usualFile(invocation)
    return path.map { "none; it would be \($0)" } ?? "none: HOME is not set"
  }

  private var tools: String {
    programs.tools.map { "\($0.rawValue) \($1 ?? "not found")" }.joined(separator: ", ")
  }

  private var walls: String {
    programs.walls.isEmpty
      ? "none: limits, a scrubbed environment and a temporary folder only"
      : programs.walls.names.joined(separator: ", ")
  }

  private var colours: String {
    let count = facts.colours.map(String.init) ?? "unknown"
    return display.usesColour ? count : "\(count), not used here"
  }
}

extension DoctorReport {
  private static let least = Size(width: 40, height: 12)
  private static let comfortable = Size(width: 80, height: 24)

  /// What does not work, and how to get it.
  private var missing: [String] {
    [terminalAdvice, sizeAdvice, encodingAdvice, colourAdvice, journalAdvice]
      .compactMap(\.self) + themeAdvice
  }

  private var terminalAdvice: String? {
    guard let name = invocation.variable("TERM"), name != "dumb" else {
      return "The terminal can only print lines, so the course is read line by line; "
        + "set TERM, for example to xterm-256color."
    }
    guard facts.colours == nil else { return nil }
    return "No terminal is known by the name '\(name)'; set TERM to another, "
      + "or install its description (ncurses-term)."
  }

  private var sizeAdvice: String? {
    guard let size = facts.size else { return nil }
    if size.width < Self.least.width || size.height < Self.least.height {
      return "The terminal is too small; the course needs 40×12, and fits well in 80×24."
    }
    let isTight = size.width < Self.comfortable.width || size.height < Self.comfortable.height
    return isTight ? "From 80×24 on every picture is shown beside its text." : nil
  }

  private var encodingAdvice: String? {
    guard display.marks == .ascii else { return nil }
    return "Pictures are drawn in ASCII; for the finer ones choose a UTF-8 locale: "
      + "export LC_ALL=C.UTF-8."
  }

  private var colourAdvice: String? {
    // The Linux console says linux, and has no more than it says.
    guard let colours = facts.colours, (0..<256).contains(colours),
      !["dumb", "linux"].contains(invocation.variable("TERM"))
    else { return nil }
    return "The terminal's description has \(colours) colours; where the terminal has "
      + "256, say so: export TERM=xterm-256color."
  }

  private var themeAdvice: [String] {
    configuration.themes.flatMap { theme in
      theme.faults.map {
        "In the theme \(theme.name) \($0); text is legible from \(Color.legibleContrast) on."
      }
    }
  }

  private var journalAdvice: String? {
    journal.test().map {
      "Your progress is not saved: \($0). GEOLEARN_STATE_DIR can name another folder."
    }
  }
}
