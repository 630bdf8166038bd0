import App
import Content
import Drawing
import Foundation

/// What somebody has set for good, in a file of his own.
package struct Configuration {
  /// The file that was read; `nil` where there is none.
  package private(set) var file: String?
  package private(set) var theme: Theme?
  /// Those of the program, then one's own.
  package private(set) var themes = Theme.allCases
  package private(set) var motion: Motion?
  package private(set) var marks: Marks?
  package private(set) var usesMouse: Bool?
  package private(set) var keymap = Keymap()

  package static let variable = "GEOLEARN_CONFIG"

  /// Where the file is looked for, unless the variable names it; `nil` where nobody says.
  package static func usualFile(_ invocation: Invocation) -> String? {
    // The XDG rules: a relative path there means nothing.
    if let folder = invocation.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return "\(folder)/geolearn/config.yaml"
    }
    return invocation.variable("HOME").map { "\($0)/.config/geolearn/config.yaml" }
  }

  func theme(named name: String) -> Theme? { themes.first { $0.name == name } }

  package init(_ invocation: Invocation) throws(CommandFailure) {
    let named = invocation.variable(Self.variable)
    guard let file = named ?? Self.usualFile(invocation) else { return }
    let path = invocation.absolute(file)
    guard named != nil || FileManager.default.fileExists(atPath: path) else { return }
    let text = try ContentFiles.text(at: path, named: file)
    do throws(Diagnostic) {
      try read(text, file: file)
    } catch {
      throw CommandFailure("the configuration has mistakes\n\(error)", .data)
    }
    self.file = file
  }

  private mutating func read(_ text: String, file: String) throws(Diagnostic) {
    var arguments = try Arguments(
      Directive(kind: "configuration", name: "", body: text, file: file, line: 0))
    themes += try arguments.ownThemes()
    theme = try arguments.theme(among: themes)
    motion = try arguments.setting("motion")
    marks = try arguments.setting("marks")
    if try arguments.optionalString("mouse") != nil {
      usesMouse = try arguments.flag("mouse", default: true)
    }
    keymap = try arguments.keymap()
    try arguments.finish()
  }
}

extension Arguments {
  /// One of the values that there are; `nil` where none is given.
  fileprivate mutating func setting<T: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(Diagnostic) -> T? where T.RawValue == String {
    guard let text = try optionalString(key) else { return nil }
    guard let value = T(rawValue: text) else {
      let names = T.allCases.map(\.rawValue)
      throw failure(key, "\(key) is '\(text)'; \(suggestion(for: text, in: names))")
    }
    return value
  }

  /// The keys that somebody has chosen: `keys: {next: [j, right], zoom: Z}`.
  fileprivate mutating func keymap() throws(Diagnostic) -> Keymap {
    guard var bindings = try mapping("keys") else { return Keymap() }
    var chosen: [(command: String, keys: [String])] = []
    for (name, _) in Keymap.commands {
      guard let keys = try bindings.optionalStrings(name) else { continue }
      guard !keys.isEmpty else { throw bindings.failure(name, "\(name) has no key; give it one") }
      chosen.append((name, keys))
    }
    let keymap: Keymap
    do throws(KeymapError) {
      keymap = try Keymap(chosen)
    } catch {
      throw bindings.failure(chosen[error.binding].command, error.message)
    }
    try bindings.finish()
    return keymap
  }
}
