import GeoModel

/// What a learner's program is asked to do with one of its counters.
///
/// Instances are named by numbers, from 0; nodes by any text.
package enum CounterRequest: Equatable, Sendable {
  /// A new instance, in place of an older one of that number.
  case create(Int)
  /// `count` calls of `increment(node)`, one after the other.
  case increment(Int, node: ReplicaID, count: Int = 1)
  case decrement(Int, node: ReplicaID, count: Int = 1)
  /// `into.merge(from)`.
  case merge(from: Int, into: Int)
  case value(Int)
}

/// What came of a request.
package enum CounterReply: Equatable, Sendable {
  case done
  case value(Int64)
  /// `value()` returned something that is no whole number of 64 bits, as the driver shows it.
  case notANumber(String)
  /// The program threw: the kind of error and its message, shortened.
  case threw(String)
}

/// A program that answers requests: a learner's, behind its driver, or one of the tests'.
package protocol Conversation {
  /// Whether two spellings of a letter that Unicode calls equivalent are one text in the program's
  /// language, so that it cannot be blamed for taking them for one id.
  var equatesEquivalentTexts: Bool { get }

  /// Asks for all of these, in order.
  ///
  /// - Returns: a reply for each.
  /// - Throws: where there is no further conversation: what the program did instead of answering.
  mutating func ask(_ requests: [CounterRequest]) throws(ProgramFailure) -> [CounterReply]
}

extension Conversation {
  package var equatesEquivalentTexts: Bool { false }

  /// Whether every id of a history is a text of its own in the program's language.
  func tellsApart(_ nodes: [ReplicaID]) -> Bool {
    !equatesEquivalentTexts || Set(nodes.map(\.name)).count == nodes.count
  }
}

/// Why a program answers no more.
package enum ProgramFailure: Error, Equatable, Sendable {
  /// The learner's fault: it does not compile, has no such class, ended, hung, used too much.
  case fault(String)
  /// Nobody can say: the interpreter is missing, or geolearn itself failed.
  case undecided(String)
}
