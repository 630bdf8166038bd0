import Yams

/// A part of a design file that maps names to entries: `stores: {posts: {engine: cassandra}}`.
struct DesignSection {
  /// What one entry is called in a message: `store`.
  let kind: String
  let entries: [(name: String, node: Node)]
  private let yaml: YAMLReader
  private let form: String

  /// - Parameter form: how an entry is written, for messages.
  init(
    _ key: String, kind: String, form: String, isRequired: Bool, _ arguments: inout Arguments
  ) throws(Diagnostic) {
    self.kind = kind
    self.form = form
    yaml = YAMLReader(file: arguments.file, linesAbove: 0)
    guard let node = arguments.node(key) else {
      guard !isRequired else {
        throw arguments.missing(key, "it must be lines such as '\(form)'")
      }
      entries = []
      return
    }
    guard let mapping = node.mapping, !mapping.isEmpty else {
      throw arguments.failure(key, "\(key) must be lines such as '\(form)'")
    }
    var entries: [(name: String, node: Node)] = []
    for (key, node) in mapping {
      entries.append((try Self.name(key, kind, yaml), node))
    }
    self.entries = entries
  }

  var names: [String] { entries.map(\.name) }

  /// A name is one word, so that lists, steps and findings can name it.
  private static func name(
    _ key: Node, _ kind: String, _ yaml: YAMLReader
  ) throws(Diagnostic) -> String {
    let name = key.scalar?.string ?? ""
    let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard isWord, (1...40).contains(name.count) else {
      throw yaml.failure(
        key.mark,
        "the name of this \(kind) is '\(name)'; it must be 1 to 40 letters, digits and -")
    }
    return name
  }

  /// Every entry that can be read; the first mistake of each other is noted.
  func read<T>(
    _ mistakes: inout [Diagnostic],
    _ entry: (String, inout Arguments) throws(Diagnostic) -> T
  ) -> [T] {
    var values: [T] = []
    for (name, node) in entries {
      do throws(Diagnostic) {
        guard let mapping = node.mapping else {
          throw yaml.failure(node.mark, "a \(kind) is written '\(form)'")
        }
        var arguments = try Arguments(mapping, yaml)
        let value = try entry(name, &arguments)
        try arguments.finish()
        values.append(value)
      } catch {
        mistakes.append(error)
      }
    }
    return values
  }

  /// One of the names, as an entry of a list has it.
  func known(
    _ item: Arguments.Item, _ arguments: borrowing Arguments
  ) throws(Diagnostic) -> String {
    try known(item, among: names, arguments)
  }

  /// The same where more than the section has such names.
  func known(
    _ item: Arguments.Item, among names: [String], _ arguments: borrowing Arguments
  ) throws(Diagnostic) -> String {
    guard names.contains(item.text) else {
      throw arguments.failure(
        at: item, "no \(kind) is called '\(item.text)'; \(suggestion(for: item.text, in: names))")
    }
    return item.text
  }
}
