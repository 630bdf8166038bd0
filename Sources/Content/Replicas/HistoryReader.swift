import GeoModel

/// Reads a history as prose and exercises write it, `A add milk, merge, B remove milk`, into a
/// script whose lines are the entries.
///
/// Replicas are those that the history names, each with a capital letter. `merge` lets all of them
/// merge what the others held before it.
struct HistoryReader {
  private let type: CRDTType
  private let entries: [[String]]
  /// In the order in which they are named.
  private let replicas: [ReplicaID]

  /// A history is read by people; none of theirs is longer.
  private static let mostEntries = 40

  init(_ text: String, of type: CRDTType) throws(ExpressionError) {
    self.type = type
    entries = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.split { $0.isWhitespace }.map(String.init)
    }
    guard entries.count <= Self.mostEntries else {
      throw ExpressionError(
        message: "the history has \(entries.count) entries; \(Self.mostEntries) are the most")
    }
    replicas = Self.replicas(in: entries)
  }

  private static func replicas(in entries: [[String]]) -> [ReplicaID] {
    let names = entries.flatMap { words in
      words.dropFirst().first == "into" ? [words[0]] + words.dropFirst(2) : Array(words.prefix(1))
    }
    return names.filter { $0.first?.isUppercase ?? false }.map { ReplicaID($0) }
      .reduce(into: []) { known, name in if !known.contains(name) { known.append(name) } }
  }

  func script() throws(ExpressionError) -> CRDTScript {
    var steps: [CRDTScript.Step] = []
    for (index, words) in entries.enumerated() {
      guard let deeds = self.deeds(words) else { throw misread(words) }
      steps += deeds.map { CRDTScript.Step(line: index + 1, $0) }
    }
    return CRDTScript(type: type, replicas: replicas, steps: steps)
  }

  private func misread(_ words: [String]) -> ExpressionError {
    let usages = type.verbs.map { "A \(usage(of: $0))" } + ["merge", "A into B"]
    return ExpressionError(
      message: "'\(words.joined(separator: " "))' is no entry of a history of the "
        + "\(type.rawValue); write \(alternatives(usages))")
  }

  private func usage(of verb: CRDTOperation.Verb) -> String {
    switch verb {
    case .increment, .decrement: "\(verb) or \(verb) 3"
    case .add, .remove: "\(verb) VALUE"
    case .set: type.comparesTimes ? "set VALUE TIME" : "set VALUE"
    case .insert: "insert INDEX TEXT"
    case .delete: "delete INDEX COUNT"
    }
  }

  private func deeds(_ words: [String]) -> [CRDTScript.Deed]? {
    if words == ["merge"] { return mergeAll() }
    guard words.count >= 2, replicas.contains(ReplicaID(words[0])) else { return nil }
    if words[1] == "into" {
      guard words.count == 3, replicas.contains(ReplicaID(words[2])) else { return nil }
      return [.merge(from: ReplicaID(words[0]), into: ReplicaID(words[2]))]
    }
    guard let verb = CRDTOperation.Verb(rawValue: words[1]), type.verbs.contains(verb),
      let operation = operation(verb, Array(words.dropFirst(2)))
    else { return nil }
    return [.update(operation, at: ReplicaID(words[0]))]
  }

  /// Copies first, so that nobody merges what another one has just merged.
  private func mergeAll() -> [CRDTScript.Deed] {
    // No entry can name a copy, since no word holds a space.
    func copy(_ replica: ReplicaID) -> ReplicaID { ReplicaID("\(replica) before") }
    return replicas.map { .snapshot(of: $0, named: copy($0)) }
      + replicas.flatMap { replica in
        replicas.filter { $0 != replica }.map { .merge(from: copy($0), into: replica) }
      }
  }

  private func operation(_ verb: CRDTOperation.Verb, _ words: [String]) -> CRDTOperation? {
    let numbers = words.map { Int($0) }
    let text = words.joined(separator: " ")
    switch (verb, words.count) {
    case (.increment, 0): return .increment()
    case (.decrement, 0): return .decrement()
    case (.increment, 1): return numbers[0].map { .increment(by: $0) }
    case (.decrement, 1): return numbers[0].map { .decrement(by: $0) }
    case (.add, 1...): return .add(text)
    case (.remove, 1...): return .remove(text)
    case (.set, 2...) where type.comparesTimes:
      let value = words.dropLast().joined(separator: " ")
      return numbers[words.count - 1].map { .set(value, time: $0) }
    case (.set, 1...): return type.comparesTimes ? nil : .set(text)
    case (.insert, 2...):
      return numbers[0].map { .insert(at: $0, words.dropFirst().joined(separator: " ")) }
    case (.delete, 2): return Self.deletion(numbers)
    default: return nil
    }
  }

  private static func deletion(_ numbers: [Int?]) -> CRDTOperation? {
    guard let index = numbers[0], let count = numbers[1] else { return nil }
    return .delete(at: index, count: count)
  }
}

extension CRDTScript {
  /// What the reader of a history asks for: the value at A, or at the first replica.
  func namedValue() throws(ExpressionError) -> Quantity {
    do throws(CRDTScriptError) {
      let outcome = try run()
      let replica = outcome.replicas.first { $0.id == "A" } ?? outcome.replicas.first
      return (replica?.value ?? .nothing).quantity
    } catch {
      throw ExpressionError(message: "entry \(error.line) of the history: \(error.message)")
    }
  }
}

extension CRDTValue {
  fileprivate var quantity: Quantity {
    switch self {
    case .number(let number): .count(number)
    case .text(let text): .contents(text)
    case .texts(let texts): .contents(texts.joined(separator: ", "))
    case .nothing: .contents("")
    }
  }
}
