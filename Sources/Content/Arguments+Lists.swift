import Yams

extension Arguments {
  /// One entry of a list and its place.
  package struct Item: Sendable {
    package let text: String
    let line: Int
    let column: Int
  }

  /// Texts that must be given: a YAML list, or one value divided by commas.
  package mutating func strings(_ key: String) throws(Diagnostic) -> [String] {
    guard let items = try items(key) else {
      throw missing(key, "it must be a list such as [a, b]")
    }
    return items.map(\.text)
  }

  /// Texts: a YAML list, or one value divided by commas; `nil` when they are not given.
  package mutating func optionalStrings(_ key: String) throws(Diagnostic) -> [String]? {
    try items(key)?.map(\.text)
  }

  /// A mapping within the mapping, in order; empty when it is not given.
  package mutating func pairs(
    _ key: String
  ) throws(Diagnostic) -> [(key: String, value: String)] {
    guard let node = node(key) else { return [] }
    guard let mapping = node.mapping else {
      throw failure(key, "\(key) must be a mapping such as {a: text}")
    }
    var pairs: [(key: String, value: String)] = []
    for (name, value) in mapping {
      guard let name = name.string, let value = value.scalar?.string else {
        throw failure(key, "\(key) must map names to texts; put quotes around a text with brackets")
      }
      pairs.append((name, value))
    }
    return pairs
  }

  /// The entries of a list; `nil` when it is not given.
  package mutating func items(_ key: String) throws(Diagnostic) -> [Item]? {
    guard let node = node(key) else { return nil }
    guard let sequence = node.sequence else { return try dividedItems(key) }
    var items: [Item] = []
    for (offset, entry) in sequence.enumerated() {
      guard let scalar = entry.scalar, !scalar.string.isEmpty else {
        throw failure(
          key, "entry \(offset + 1) of \(key) is not a text; put quotes around it")
      }
      let line = linesAbove + (scalar.mark?.line ?? 1)
      items.append(Item(text: scalar.string, line: line, column: scalar.mark?.column ?? 1))
    }
    return items
  }

  private mutating func dividedItems(_ key: String) throws(Diagnostic) -> [Item]? {
    guard let text = try value(key) else { return nil }
    let place = location(of: key)
    var column = place.column
    var items: [Item] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let indentation = part.prefix { $0 == " " }.count
      guard !part.trimmed.isEmpty else {
        throw failure(key, "\(key) has an empty entry; divide entries by one comma")
      }
      items.append(Item(text: part.trimmed, line: place.line, column: column + indentation))
      column += part.count + 1
    }
    return items
  }

  /// An error at one entry of a list.
  package func failure(at item: Item, _ message: String) -> Diagnostic {
    Diagnostic(file: file, line: item.line, column: item.column, message: message)
  }
}
