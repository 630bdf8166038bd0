import Yams

/// The arguments of a directive, read one by one; what nobody has read is a mistake.
///
/// Ask for every argument that there is, then call ``finish()``. An argument with a knob is read
/// as its present value.
package struct Arguments: ~Copyable {
  private struct Entry {
    let key: String
    let node: Node
    let knob: Knob?
  }

  let file: String
  /// How many lines of the file stand above the YAML.
  let linesAbove: Int
  /// Where an argument would stand that is not given.
  private let start: (line: Int, column: Int)
  private var entries: [Entry] = []
  private var asked: [String] = []

  /// - Throws: where the body is not a mapping, has a key twice, or a knob outside its choices.
  package init(_ directive: Directive) throws(Diagnostic) {
    let reader = YAMLReader(file: directive.file, linesAbove: directive.line)
    self.init(reader, start: (max(directive.line, 1), 1))
    for (key, node) in try reader.mapping(directive.body) {
      let knob = try Self.knob(key.string ?? "", node, reader, in: directive.body)
      try add(key, node, knob: knob, reader)
    }
  }

  /// A mapping within a mapping; nothing in it is a knob.
  init(_ mapping: Node.Mapping, _ reader: YAMLReader) throws(Diagnostic) {
    let mark = mapping.mark
    self.init(
      reader, start: (reader.linesAbove + (mark?.line ?? 1), mark?.column ?? 1))
    for (key, node) in mapping { try add(key, node, knob: nil, reader) }
  }

  private init(_ reader: YAMLReader, start: (line: Int, column: Int)) {
    file = reader.file
    linesAbove = reader.linesAbove
    self.start = start
  }

  private mutating func add(
    _ key: Node, _ node: Node, knob: Knob?, _ reader: YAMLReader
  ) throws(Diagnostic) {
    guard let name = key.scalar?.string, !name.isEmpty else {
      throw reader.failure(key.mark, "the name of an argument must be a word")
    }
    entries.append(Entry(key: name, node: node, knob: knob))
  }

  private static func knob(
    _ key: String, _ node: Node, _ reader: YAMLReader, in body: String
  ) throws(Diagnostic) -> Knob? {
    guard let scalar = node.scalar, scalar.style == .plain, let mark = scalar.mark else {
      return nil
    }
    do throws(KnobError) {
      guard let knob = try Knob(key: key, text: scalar.string) else { return nil }
      let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
      let source = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1)
      guard String(source).hasPrefix(scalar.string) else {
        throw KnobError(message: "the choices of \(key) must stand on the same line")
      }
      return knob
    } catch {
      throw reader.failure(node.mark, error.message)
    }
  }

  /// The arguments that a learner may change, in order of appearance.
  /// What is given, in the order in which it is written.
  package var keys: [String] { entries.map(\.key) }

  var knobs: [Knob] { entries.compactMap(\.knob) }

  /// The YAML of an argument, which counts as read from now on; `nil` when it is not given.
  mutating func node(_ key: String) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    return entry(key)?.node
  }

  /// The value of an argument that is a single value; `nil` when it is not given.
  mutating func value(_ key: String) throws(Diagnostic) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      throw failure(key, "\(key) must be one value; put quotes around a text with brackets")
    }
    guard !scalar.string.isEmpty || scalar.style != .plain else {
      throw failure(key, "\(key) has no value; give it one or remove the line")
    }
    return entry(key)?.knob?.value ?? scalar.string
  }

  /// The arguments of a mapping within the mapping; `nil` when it is not given.
  package mutating func mapping(_ key: String) throws(Diagnostic) -> Arguments? {
    guard let node = node(key) else { return nil }
    guard let mapping = node.mapping else {
      throw failure(key, "\(key) must be a mapping such as {a: text}")
    }
    return try Arguments(mapping, YAMLReader(file: file, linesAbove: linesAbove))
  }

  private func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  /// Where the value of an argument begins in the file; the fence for one that is not given.
  package func location(of key: String) -> (line: Int, column: Int) {
    guard let mark = entry(key)?.node.mark else { return start }
    return (linesAbove + mark.line, mark.column)
  }

  /// An error at an argument, for what a caller finds wrong with its value.
  package func failure(_ key: String, _ message: String) -> Diagnostic {
    let place = location(of: key)
    return Diagnostic(
      file: file, line: place.line, column: place.column, message: message)
  }

  /// The error for an argument that must be given and is not.
  func missing(_ key: String, _ expectation: String) -> Diagnostic {
    let unread = keys.filter { !asked.contains($0) }
    if key.count > 2, let near = nearest(to: key, in: unread) {
      return failure(near, "'\(key)' is missing; is it meant by '\(near)'?")
    }
    return failure(key, "'\(key)' is missing; \(expectation)")
  }

  /// Ends the reading.
  ///
  /// - Throws: at the first argument that nobody has asked for.
  package consuming func finish() throws(Diagnostic) {
    guard let entry = entries.first(where: { !asked.contains($0.key) }) else { return }
    let remedy = suggestion(for: entry.key, in: asked)
    throw failure(entry.key, "no argument is called '\(entry.key)'; \(remedy)")
  }
}
