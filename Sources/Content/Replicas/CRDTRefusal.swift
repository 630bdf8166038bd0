import GeoModel

/// Why a step of a script cannot be played, as a sentence.
struct CRDTRefusal: Error, Equatable {
  let message: String

  init(_ message: String) {
    self.message = message
  }

  static let tooLarge = CRDTRefusal(
    "the counter grows beyond \(CRDTScript.greatest); count less, or merge fewer times")

  static func unknown(_ kind: String, _ name: ReplicaID, _ names: [ReplicaID]) -> CRDTRefusal {
    CRDTRefusal("no \(kind) is called '\(name)'; \(remedy(for: name.name, in: names.map(\.name)))")
  }

  /// Of names that are one letter, each is near every other.
  private static func remedy(for name: String, in names: [String]) -> String {
    name.count == 1 ? "it must be \(alternatives(names))" : suggestion(for: name, in: names)
  }

  /// What a type refuses now, though it has the operation.
  init(_ refusal: Refusal, of operation: CRDTOperation, at replica: ReplicaID, _ type: CRDTType) {
    let subject = Self.subject(of: operation)
    message =
      switch refusal {
      case .removedForEver:
        "\(subject) was removed, and a \(type.rawValue) never takes back what was removed; "
          + "an or-set does"
      case .notThere:
        "\(subject) is not in the set at \(replica), and a \(type.rawValue) removes only what it "
          + "holds; add it there or merge it in before"
      case .outside(let length):
        "\(subject) lies outside the text at \(replica), which has \(length) characters; "
          + Self.room(for: operation, in: length)
      case .holdsOnly(let count): "\(replica) holds \(count) and can give no more"
      }
  }

  private static func subject(of operation: CRDTOperation) -> String {
    switch operation {
    case .add(let value), .remove(let value), .set(let value, _): "'\(value)'"
    case .insert(let index, _): "index \(index)"
    case .delete(let index, let count): "index \(index) with count \(count)"
    case .increment(let amount), .decrement(let amount): "\(amount)"
    }
  }

  private static func room(for operation: CRDTOperation, in length: Int) -> String {
    operation.verb == .insert
      ? "the index must be 0 to \(length)" : "index and count must add up to \(length) at most"
  }
}

extension CRDTType {
  /// Why an operation means nothing to the type.
  func refusal(of operation: CRDTOperation) -> CRDTRefusal {
    let unknown = CRDTRefusal(unknown(operation.verb.rawValue))
    guard verbs.contains(operation.verb) else { return unknown }
    return switch operation {
    case .increment(let amount), .decrement(let amount):
      CRDTRefusal("by is \(amount); it must be 1 to \(CRDTScript.greatest)")
    case .set(_, let time?):
      CRDTRefusal("time is \(time); it must be at most \(CRDTScript.greatest), either side of 0")
    case .set(_, nil):
      CRDTRefusal("a set needs a time, since the \(rawValue) keeps the latest write")
    case .add, .remove, .insert, .delete: unknown
    }
  }

  /// The message about an operation that the type does not have.
  package func unknown(_ verb: String) -> String {
    let names = verbs.map(\.rawValue) + ["merge", "snapshot"]
    let isOfOthers = CRDTOperation.Verb(rawValue: verb) != nil
    let remedy =
      isOfOthers ? "it must be \(alternatives(names))" : suggestion(for: verb, in: names)
    return "the \(rawValue) has no operation '\(verb)'; \(remedy)"
  }
}
