/// Which keys give the commands of the program, where somebody has chosen others.
///
/// A key that is pressed is read as the usual one of its command, so that no screen knows of other
/// keys; hints are written with the chosen ones.
package struct Keymap: Equatable, Sendable {
  /// The commands that can have other keys, with their usual ones.
  package static let commands: [(name: String, key: Key)] = [
    ("next", .right), ("previous", .left), ("next-section", .character("]")),
    ("previous-section", .character("[")), ("contents", .character("m")),
    ("search", .character("/")), ("theme", .character("t")), ("help", .character("?")),
    ("hint", .character("h")), ("watch", .character("v")), ("zoom", .character("z")),
    ("play", .character(" ")), ("forward", .character(".")), ("back", .character(",")),
    ("faster", .character("+")), ("slower", .character("-")), ("undo", .character("u")),
  ]

  /// What stays as it is: the letters of options and of what is done in pictures, the black screen
  /// of clickers, and the way out.
  package static let fixed = Set("abcdefgiklnopqrswxyBGN0123456789")

  /// The keys of every command that has others than the usual one.
  private var chosen: [(command: Key, keys: [Key])] = []

  package init() {}

  /// - Parameter bindings: a command of ``commands`` and the names of its keys, each once.
  package init(_ bindings: [(command: String, keys: [String])]) throws(KeymapError) {
    for (index, binding) in bindings.enumerated() {
      guard let command = Self.commands.first(where: { $0.name == binding.command })?.key else {
        preconditionFailure("\(binding.command) is no command")
      }
      var keys: [Key] = []
      for name in binding.keys { keys.append(try Self.key(name, ofBinding: index)) }
      chosen.append((command, keys))
    }
    for (index, binding) in bindings.enumerated() {
      for (key, name) in zip(chosen[index].keys, binding.keys) {
        guard let owner = owner(of: key, besides: index, bindings) else { continue }
        throw KeymapError(
          binding: index, message: "'\(name)' is the key of \(owner); give one of them another")
      }
    }
  }

  private static func key(_ name: String, ofBinding index: Int) throws(KeymapError) -> Key {
    guard let key = Key(parsing: name) else {
      throw KeymapError(
        binding: index,
        message: "no key is called '\(name)'; write one character, space, or ctrl-g")
    }
    let isFree =
      switch key {
      case .character(let character): !fixed.contains(character)
      // What terminals take for backspace, Tab, Enter, and for themselves.
      case .control(let letter): !"chijmqsz".contains(letter)
      default: commands.contains { $0.key == key }
      }
    guard isFree else {
      throw KeymapError(
        binding: index, message: "'\(name)' has a meaning that stays; choose another key")
    }
    return key
  }

  /// The other command that a key gives.
  private func owner(
    of key: Key, besides index: Int, _ bindings: [(command: String, keys: [String])]
  ) -> String? {
    let other = chosen.indices.first { $0 != index && chosen[$0].keys.contains(key) }
    if let other { return bindings[other].command }
    let usual = Self.commands.first { $0.key == key }
    return usual.flatMap { usual in
      chosen.contains { $0.command == usual.key } ? nil : usual.name
    }
  }
}

/// Why keys cannot be chosen so.
package struct KeymapError: Error, Equatable, Sendable {
  /// The position of the binding that is at fault.
  package let binding: Int
  package let message: String
}

extension Keymap {
  package static func == (a: Keymap, b: Keymap) -> Bool {
    a.chosen.elementsEqual(b.chosen) { $0.command == $1.command && $0.keys == $1.keys }
  }

  /// `next j right, zoom Z`; `nil` where all keys are the usual ones.
  package var text: String? {
    let parts = chosen.map { command, keys in
      let name = Self.commands.first { $0.key == command }?.name ?? ""
      return ([name] + keys.map(\.name)).joined(separator: " ")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The usual key of what a pressed one gives; `nil` where it has lost its command.
  func meaning(of key: Key) -> Key? {
    if let own = chosen.first(where: { $0.keys.contains(key) }) { return own.command }
    return chosen.contains { $0.command == key } ? nil : key
  }

  /// Whether somebody has given a command to the key.
  func isChosen(_ key: Key) -> Bool { chosen.contains { $0.keys.contains(key) } }

  /// The key that now gives what the usual one gives.
  fileprivate func key(for usual: Key) -> Key? {
    chosen.first { $0.command == usual }?.keys.first
  }
}

extension [KeyGroup] {
  /// The hints with the keys that give their commands now.
  func bound(by keymap: Keymap) -> [KeyGroup] {
    keymap == Keymap()
      ? self
      : map { KeyGroup(title: $0.title, hints: $0.hints.map { $0.bound(by: keymap) }) }
  }
}

extension KeyHint {
  /// Where every word of the label is a key, those that were chosen take the place of the usual
  /// ones; what a click on them sends stays.
  fileprivate func bound(by keymap: Keymap) -> KeyHint {
    let words = label.split(separator: " ").map(String.init)
    guard words.count == keys.count else { return self }
    let names = zip(words, keys).map { word, key in keymap.key(for: key)?.name ?? word }
    return KeyHint(names.joined(separator: " "), keys, meaning, word: word)
  }
}
