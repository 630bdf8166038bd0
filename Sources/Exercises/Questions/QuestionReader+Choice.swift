import Content
import GeoModel
import Yams

extension QuestionReader {
  /// The options, of which the model finds exactly one true.
  mutating func options() throws(Diagnostic) -> [Option] {
    // Only marks the argument as read: a list of mappings is no list of texts.
    _ = try? arguments.optionalStrings("options")
    var options: [Option] = []
    for node in try optionNodes() { options.append(try option(node)) }
    let count = options.count { $0.isTrue }
    guard count == 1 else {
      throw arguments.failure("options", "the model finds \(count) options true; make it 1")
    }
    let texts = options.map { $0.text.text(in: topology) }
    for (index, text) in texts.enumerated() where Option.index(of: text, in: texts) != index {
      throw arguments.failure("options", "'\(text)' cannot be told from another option's name")
    }
    return options
  }

  private func optionNodes() throws(Diagnostic) -> [Node] {
    // The arguments have been read, so the body is YAML and a mapping.
    let body = try? Yams.compose(yaml: directive.body, .default, .default, .utf8)
    guard let sequence = body?["options"]?.sequence, (2...Option.most).contains(sequence.count)
    else {
      throw arguments.failure(
        "options", "options must be a list of 2 to \(Option.most) mappings {say, if, because}")
    }
    return Array(sequence)
  }

  private mutating func option(_ node: Node) throws(Diagnostic) -> Option {
    var texts: [String: String] = [:]
    for (key, value) in node.mapping ?? [:] { texts[key.string ?? ""] = value.string }
    guard let say = texts["say"], let claim = texts["if"], let because = texts["because"],
      texts.count == 3
    else { throw failure(node, "an option is a mapping of three texts: say, if and because") }
    return Option(
      text: try template(say, at: "options"), isTrue: try isTrue(claim, node),
      because: try template(because, at: "options"))
  }

  private mutating func isTrue(_ claim: String, _ node: Node) throws(Diagnostic) -> Bool {
    let text = try substituted(claim)
    expressions.append(text)
    do throws(MistakenText) {
      return try Claim(text, topology: topology, atlas: atlas).isTrue
    } catch {
      throw failure(node, error.message)
    }
  }

  private func failure(_ node: Node, _ message: String) -> Diagnostic {
    Diagnostic(
      file: directive.file, line: directive.line + (node.mark?.line ?? 1),
      column: node.mark?.column ?? 1, message: message)
  }
}
