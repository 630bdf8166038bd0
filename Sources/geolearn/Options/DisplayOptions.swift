import App
import ArgumentParser
import Content
import Drawing

/// How things are shown. A flag wins over its variable.
package struct DisplayOptions: ParsableArguments {
  @Option(help: "The colours. (GEOLEARN_THEME)")
  var theme: Theme?

  @Flag(help: "Nothing beyond ASCII.")
  var ascii = false

  @Option(help: ArgumentHelp("When to use colour. (NO_COLOR)", valueName: "when"))
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

/// What only a whole screen has.
struct ScreenOptions: ParsableArguments {
  @Option(help: "How much moves by itself. (GEOLEARN_MOTION)")
  var motion: Motion?

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false
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
    theme = try invocation.setting("GEOLEARN_THEME", unless: options.theme) ?? usualTheme
    marks = options.ascii ? .ascii : invocation.capabilities.marks
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
    self = wanted ?? (isWatched ? .full : .reduced)
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
    isOutputTerminal && !isDumb && variable("NO_COLOR") == nil && variable("CI") == nil
  }

  /// Whether the terminal cannot do more than print lines.
  var isDumb: Bool { ["dumb", nil].contains(variable("TERM")) }
}
