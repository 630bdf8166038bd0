import Content
import GeoModel

extension ContentFiles {
  /// The topologies, laws and designs of the course, without its lessons.
  func atlas() throws(Diagnostics) -> Atlas {
    try Course(files: files.filter { $0.key.hasPrefix("assets/") }).atlas
  }

  /// A design of the course, or one in a file of the learner's own.
  func design(_ name: String, _ invocation: Invocation) throws(CommandFailure) -> Design {
    try authored("design", name, invocation) { text, file, atlas throws(Diagnostics) in
      try DesignFile.parse(text, file: file, atlas: atlas)
    }
  }

  /// What a file of the course says that is given by its name, or one of the learner's own, by its
  /// path.
  ///
  /// - Parameters:
  ///   - kind: what people call one: `scenario`; its folder has the plural.
  ///   - parse: reads a text from a file of that name.
  func authored<Value>(
    _ kind: String, _ name: String, _ invocation: Invocation,
    parse: (String, String, Atlas) throws(Diagnostics) -> Value
  ) throws(CommandFailure) -> Value {
    let (path, text) = try authoredText(kind, name, invocation)
    do throws(Diagnostics) {
      return try parse(text, path, try atlas())
    } catch {
      throw CommandFailure("the \(kind) has mistakes\n\(error)", .data)
    }
  }

  /// The same with a reader that stops at the first mistake.
  func authored<Value>(
    _ kind: String, _ name: String, _ invocation: Invocation,
    firstMistake parse: (String, String, Atlas) throws(Diagnostic) -> Value
  ) throws(CommandFailure) -> Value {
    try authored(kind, name, invocation) { text, file, atlas throws(Diagnostics) in
      do throws(Diagnostic) {
        return try parse(text, file, atlas)
      } catch {
        throw Diagnostics([error])
      }
    }
  }

  private func authoredText(
    _ kind: String, _ name: String, _ invocation: Invocation
  ) throws(CommandFailure) -> (path: String, text: String) {
    if Self.isPath(name) {
      return (name, try Self.text(at: invocation.absolute(name), named: name))
    }
    let folder = "assets/\(kind)s/"
    guard let text = files["\(folder)\(name).yaml"] else {
      let remedy = Self.remedy(for: name, in: names(in: folder))
      throw CommandFailure("no \(kind) is called '\(name)'; \(remedy)", .usage)
    }
    return ("\(folder)\(name).yaml", text)
  }

  /// The names of the files of a folder of the course, sorted.
  func names(in folder: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(folder.count).dropLast(".yaml".count)) }
      .sorted()
  }
}
