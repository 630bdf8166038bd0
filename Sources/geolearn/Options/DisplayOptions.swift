import App
import ArgumentParser
import Content
import Drawing

/// How things are shown. A flag wins over its variable.
package struct DisplayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The colours: \(Theme.allCases.map(\.name).joined(separator: ", ")), or a theme of your own. "
        + "(GEOLEARN_THEME)", valueName: "theme"))
  var theme: String?

  @Flag(help: "Nothing beyond ASCII. (GEOLEARN_MARKS=ascii)")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "When to use colour. (NO_COLOR, CLICOLOR_FORCE, CLICOLOR)", valueName: "when"))
  var color: ColorUse?

  @Flag(help: "The same as --color never.")
  var noColor = false

  package init() {}

  package mutating func validate() throws {
    guard !noColor || color == nil || color == .never else {
      throw ValidationError("--no-color and --color contradict each other; give one of them.")
    }
  }
}

extension DisplayOptions {
  /// The theme that the flag or its variable names; `nil` where neither does.
  func chosenTheme(
    _ configuration: Configuration, _ invocation: Invocation
  ) throws(CommandFailure) -> Theme? {
    let variable = "GEOLEARN_THEME"
    guard let name = theme ?? invocation.variable(variable) else { return nil }
    if let theme = configuration.theme(named: name) { return theme }
    let names = configuration.themes.map(\.name)
    throw CommandFailure(
      "\(theme == nil ? variable : "--theme") is '\(name)'; \(suggestion(for: name, in: names))",
      .usage)
  }
}

/// What only a whole screen has.
struct ScreenOptions: ParsableArguments {
  @Option(help: "How much moves by itself. (GEOLEARN_MOTION)")
  var motion: Motion?

  @Flag(help: "Leave the mouse to the terminal. (GEOLEARN_MOUSE=0)")
  var noMouse = false
}

extension ScreenOptions {
  /// Whether clicks belong to the program.
  func usesMouse(_ invocation: Invocation) throws(CommandFailure) -> Bool {
    if noMouse { return false }
    if invocation.variable("GEOLEARN_MOUSE") != nil { return invocation.isOn("GEOLEARN_MOUSE") }
    return try Configuration(invocation).usesMouse ?? true
  }
}

/// When colours are sent.
enum ColorUse: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

extension Theme: ExpressibleByArgument {}
extension Motion: ExpressibleByArgument {}

/// How things are shown, after flags, variables and the terminal have had their say.
package struct Display: Equatable {
  package let theme: Theme
  package let marks: Marks
  package let usesColour: Bool

  /// - Parameter usualTheme: where nobody asks for another one.
  package init(
    _ options: DisplayOptions, _ invocation: Invocation, usualTheme: Theme = .terminal
  ) throws(CommandFailure) {
    let configuration = try Configuration(invocation)
    theme =
      try options.chosenTheme(configuration, invocation) ?? configuration.theme ?? usualTheme
    let marks = try invocation.setting("GEOLEARN_MARKS", unless: options.ascii ? Marks.ascii : nil)
    let shown = invocation.capabilities.marks
    // Without UTF-8 nothing else can be sent, whatever is wanted.
    self.marks = shown == .ascii ? .ascii : marks ?? configuration.marks ?? shown
    let use: ColorUse = options.noColor ? .never : options.color ?? .auto
    usesColour =
      switch use {
      case .always: true
      case .never: false
      case .auto: invocation.showsColour
      }
  }
}

extension Motion {
  /// What is asked for; nothing moves by itself where nobody watches.
  init(_ options: ScreenOptions, _ invocation: Invocation) throws(CommandFailure) {
    let isWatched = invocation.variable("CI") == nil
    let wanted = try invocation.setting("GEOLEARN_MOTION", unless: options.motion)
    let usual = try Configuration(invocation).motion ?? (isWatched ? .full : .reduced)
    self = wanted ?? usual
  }
}

extension Invocation {
  /// The value of a flag, or else of its variable, which can have only some values.
  func setting<T: RawRepresentable & CaseIterable>(
    _ name: String, unless flag: T? = nil
  ) throws(CommandFailure) -> T? where T.RawValue == String {
    if let flag { return flag }
    guard let text = variable(name) else { return nil }
    guard let value = T(rawValue: text) else {
      let names = T.allCases.map(\.rawValue)
      throw CommandFailure(
        "\(name) is '\(text)'; \(suggestion(for: text, in: names))", .usage)
    }
    return value
  }

  /// Whether colours arrive anywhere, and are wanted.
  var showsColour: Bool {
    if variable("NO_COLOR") != nil { return false }
    if isOn("CLICOLOR_FORCE") { return true }
    if variable("FORCE_COLOR") != nil { return isOn("FORCE_COLOR") }
    return isOutputTerminal && !isDumb && variable("CLICOLOR") != "0" && variable("CI") == nil
  }

  /// Whether the terminal cannot do more than print lines.
  var isDumb: Bool { ["dumb", nil].contains(variable("TERM")) }
}
