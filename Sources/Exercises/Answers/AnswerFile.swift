import Content
import Yams

/// The file in which a learner hands in the answers to a task, in YAML.
///
/// An item is a mapping of `answer` and what is assumed, or the answer alone:
///
///     "1.1":
///       answer: 170 ms
///       leader: eu-west
///     "1.2": 85 ms
package enum AnswerFile {
  /// The answers by the names of their exercises; those that are left empty are empty texts.
  ///
  /// - Parameter file: the name that diagnostics give to the file.
  /// - Throws: every item and every assumption that no exercise has, and YAML that cannot be read.
  package static func parse(
    _ text: String, file: String, exercises: [Exercise]
  ) throws(Diagnostics) -> [String: Answer] {
    var reader = AnswerReader(file: file, exercises: exercises)
    let answers = reader.answers(text)
    guard reader.mistakes.isEmpty else { throw Diagnostics(reader.mistakes) }
    return answers
  }
}

extension Exercise {
  /// The members of an item that hold its answer.
  var members: [String] {
    switch kind {
    case .estimate, .choice, .prediction: ["answer"]
    case .program: ["file"]
    case .integerMerge: ["answer", "merge", "history", "assume"]
    case .design: []
    }
  }

  /// The answer that members give together, as it could be typed.
  fileprivate func text(of members: [String: String]) -> String {
    func filled(_ name: String) -> String? { members[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let text = filled("answer") ?? filled("file") { return text }
    let assumption = filled("assume").map { "assume \($0)" }
    let history = filled("history")
    guard let merge = filled("merge") else { return history ?? assumption ?? "" }
    return "\(merge): " + [history, assumption].compactMap(\.self).joined(separator: ", ")
  }
}

/// Reads a file of answers and notes every mistake.
private struct AnswerReader {
  let file: String
  let exercises: [Exercise]
  var mistakes: [Diagnostic] = []

  private static let mostCharacters = 100_000

  init(file: String, exercises: [Exercise]) {
    self.file = file
    self.exercises = exercises
  }

  mutating func answers(_ text: String) -> [String: Answer] {
    guard let root = root(text), !isEmpty(root) else { return [:] }
    guard let mapping = root.mapping else {
      fail(root.mark, "a file of answers has lines such as '\"1.1\": 85 ms'")
      return [:]
    }
    var answers: [String: Answer] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard let exercise = exercises.first(where: { $0.id == name }) else {
        let remedy = suggestion(for: name, in: exercises.map(\.id))
        fail(key.mark, "no item is called '\(name.presentable)'; \(remedy)")
        continue
      }
      answers[name] = answer(value, to: exercise)
    }
    return answers
  }

  private mutating func answer(_ node: Node, to exercise: Exercise) -> Answer {
    guard let mapping = node.mapping else { return Answer(text(node, of: exercise.id)) }
    var answer = Answer("")
    var members: [String: String] = [:]
    let known = exercise.members + exercise.assumptions.map(\.key)
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if exercise.members.contains(name) {
        members[name] = text(value, of: name)
      } else if known.contains(name) {
        let value = text(value, of: name)
        answer.assumptions[name] = value.isEmpty ? nil : value
      } else {
        let remedy = suggestion(for: name, in: known)
        fail(key.mark, "\(exercise.id) has no '\(name.presentable)'; \(remedy)")
      }
    }
    answer.text = exercise.text(of: members)
    return answer
  }

  /// A value, or the entries of a list with commas between them.
  private mutating func text(_ node: Node, of name: String) -> String {
    if isEmpty(node) { return "" }
    let parts = node.sequence?.map { $0.scalar?.string } ?? [node.scalar?.string]
    let texts = parts.compactMap(\.self)
    if texts.count < parts.count { fail(node.mark, "\(name) must be one value or a list of them") }
    return texts.joined(separator: ", ")
  }

  /// Whether nothing is given: no text at all, or `null`.
  private func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

extension AnswerReader {
  private mutating func root(_ text: String) -> Node? {
    guard text.utf8.count <= Self.mostCharacters else {
      fail(nil, "the file is too long; \(Self.mostCharacters) bytes are enough for every answer")
      return nil
    }
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      note(error)
    } catch {
      fail(nil, "this cannot be read as YAML: \(error)")
    }
    return nil
  }

  private mutating func note(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fail(mark, "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      fail(context.mark, "'\((keys.first ?? "").presentable)' is answered twice; keep one answer")
    default:
      fail(nil, "this cannot be read as YAML: \(error)")
    }
  }

  private mutating func fail(_ mark: Mark?, _ message: String) {
    mistakes.append(
      Diagnostic(
        file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message))
  }
}
