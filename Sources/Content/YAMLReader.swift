import Yams

/// Reads YAML that stands somewhere in a file, with mistakes at their place in that file.
struct YAMLReader {
  let file: String
  /// How many lines of the file stand above the text.
  let linesAbove: Int

  /// The mapping that the text consists of, in order; an empty text is an empty mapping.
  func mapping(_ text: String) throws(Diagnostic) -> [(key: Node, value: Node)] {
    guard let root = try node(text) else { return [] }
    guard let mapping = root.mapping else {
      throw failure(root.mark, "this must be lines such as 'key: value'")
    }
    return mapping.map { ($0.key, $0.value) }
  }

  func failure(_ mark: Mark?, _ message: String) -> Diagnostic {
    Diagnostic(
      file: file, line: linesAbove + (mark?.line ?? 1), column: mark?.column ?? 1,
      message: message)
  }

  private func node(_ text: String) throws(Diagnostic) -> Node? {
    do {
      // Without rules: nobody asks YAML which texts look like numbers or dates.
      // Without an encoding Yams reads the whole environment for every text.
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw diagnostic(error)
    } catch {
      throw failure(nil, "this cannot be read as YAML: \(error)")
    }
  }

  private func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      failure(mark, "this is not YAML: \(problem)\(remedy(problem))")
    case .duplicatedKeysInMapping(let keys, let context):
      failure(context.mark, "'\(keys.first ?? "")' is given again below; keep one of the two")
    case .reader(let problem, _, _, _):
      failure(nil, "this is not YAML: \(problem)")
    default:
      failure(nil, "this cannot be read as YAML: \(error)")
    }
  }

  /// What would be right, for the mistakes that are made most.
  private func remedy(_ problem: String) -> String {
    if problem.contains("mapping values are not allowed") {
      return "; put quotes around a value with a colon in it"
    }
    if problem.contains("cannot start any token") {
      return "; put quotes around a value that begins with a mark, and use no tabs"
    }
    return ""
  }
}
