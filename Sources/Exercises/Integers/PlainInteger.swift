import Content
import GeoModel

/// An answer to why one plain number is no PN-counter: a merge of it and a history that breaks it,
/// or the assumption under which it is one.
///
/// `maximum: A +1, B +1, A into B`: the merge, then what happens, step by step. `A into B` means
/// that B merges the state of A. `assume exactly-once` stands for a broadcast of operations.
struct PlainInteger: Equatable {
  enum Merge: String, CaseIterable {
    case sum, maximum
    case lastWrite = "last-write"
  }

  enum Step: Equatable {
    case count(at: Int, by: Int)
    case merge(from: Int, into: Int)
  }

  /// The replicas as they are named, in the order of their first appearance.
  private(set) var names: [String] = []
  private(set) var steps: [Step] = []
  /// `nil` where only the assumption is given.
  let merge: Merge?
  private(set) var assumesExactlyOnce = false

  static let assumption = "exactly-once"
  static let usage = "write a merge and what happens: maximum: A +1, B -2, A into B"
  private static let mostSteps = 50
  private static let mostCount = 1_000

  init(_ text: String) throws(AnswerError) {
    let colon = text.firstIndex(of: ":")
    let head = text[..<(colon ?? text.startIndex)].trimmed
    let hasMerge = colon != nil && !head.lowercased().hasPrefix("assume")
    merge = hasMerge ? try Self.merge(head) : nil
    let rest = hasMerge ? text[(colon ?? text.startIndex)...].dropFirst() : text[...]
    let parts = rest.split { ",;\n".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    guard parts.count <= Self.mostSteps else {
      throw AnswerError("the history is too long", help: "\(Self.mostSteps) steps are enough")
    }
    for part in parts { try add(part) }
    if merge == nil, !assumesExactlyOnce {
      throw AnswerError("the answer names no merge", help: Self.usage)
    }
  }

  private static func merge(_ name: String) throws(AnswerError) -> Merge {
    let names = Merge.allCases.map(\.rawValue)
    guard let merge = Merge(rawValue: name.lowercased()) else {
      throw AnswerError(
        "no merge is called '\(name.presentable)'; \(suggestion(for: name.lowercased(), in: names))",
        help: usage)
    }
    return merge
  }

  private mutating func add(_ part: String) throws(AnswerError) {
    let words = part.split { $0.isWhitespace || $0 == ":" }.map(String.init)
    if words.map({ $0.lowercased() }) == ["assume", Self.assumption] {
      assumesExactlyOnce = true
    } else if merge != nil, words.count == 3, words[1].lowercased() == "into" {
      steps.append(.merge(from: place(of: words[0]), into: place(of: words[2])))
    } else if merge != nil, words.count == 2, let sign = words[1].first, "+-−".contains(sign),
      let count = Int(words[1].dropFirst()), (1...Self.mostCount).contains(count)
    {
      steps.append(.count(at: place(of: words[0]), by: sign == "+" ? count : -count))
    } else {
      throw AnswerError("'\(part.presentable)' is no step", help: Self.usage)
    }
  }

  private mutating func place(of name: String) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    return names.count - 1
  }
}

extension PlainInteger {
  /// A step as it is written.
  func text(of step: Step) -> String {
    switch step {
    case .count(let at, let count): "\(names[at]) \(count > 0 ? "+" : "")\(count)"
    case .merge(let from, let into): "\(names[from]) into \(names[into])"
    }
  }
}
