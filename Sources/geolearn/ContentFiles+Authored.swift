import Content

extension ContentFiles {
  /// A kind of file that commands take by its name in the course or by a path.
  struct AuthoredKind {
    /// What people call one: `scenario`; its folder has the plural.
    let name: String

    fileprivate var folder: String { "assets/\(name)s/" }
  }

  /// What a file of the course says, or one of the learner's own.
  ///
  /// - Parameter parse: reads a text from a file of that name.
  func authored<Value>(
    _ kind: AuthoredKind, _ name: String, _ invocation: Invocation,
    parse: (String, String, Atlas) throws(Diagnostic) -> Value
  ) throws(CommandFailure) -> Value {
    let (path, text) = try authoredText(kind, name, invocation)
    do throws(Diagnostics) {
      let topologies = files.filter { $0.key.hasPrefix("assets/topologies/") }
      let atlas = try Course(files: topologies).atlas
      do throws(Diagnostic) {
        return try parse(text, path, atlas)
      } catch {
        throw Diagnostics([error])
      }
    } catch {
      throw CommandFailure("the \(kind.name) has mistakes\n\(error)", .data)
    }
  }

  private func authoredText(
    _ kind: AuthoredKind, _ name: String, _ invocation: Invocation
  ) throws(CommandFailure) -> (path: String, text: String) {
    if Self.isPath(name) {
      return (name, try Self.text(at: invocation.absolute(name), named: name))
    }
    let path = "\(kind.folder)\(name).yaml"
    guard let text = files[path] else {
      let remedy = suggestion(for: name, in: names(of: kind))
      throw CommandFailure(
        "no \(kind.name) is called '\(name)'; \(remedy) A path to a .yaml file is taken too",
        .usage)
    }
    return (path, text)
  }

  /// The names that the course has, sorted.
  private func names(of kind: AuthoredKind) -> [String] {
    files.keys.filter { $0.hasPrefix(kind.folder) && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(kind.folder.count).dropLast(".yaml".count)) }
      .sorted()
  }
}
