import Content
import GeoModel

/// A history played among replicas: what they hold after each entry.
struct ReplicaRun<Subject: ReplicaSubject>: Sendable {
  typealias State = Subject.State

  /// An entry of the history and what came of it.
  struct Step: Sendable {
    let text: String
    let kind: Kind
    let before: Gossip<State>
    let after: Gossip<State>
  }

  enum Kind: Sendable {
    case network(NetworkEntry)
    case update(ReplicaDeed<State>)
  }

  let start: Gossip<State>
  private(set) var steps: [Step] = []

  /// - Parameter history: one entry after the other: `A increment`, `A send`, `deliver`.
  init(
    of subject: Subject, among names: [ReplicaID], history: [Arguments.Item],
    in arguments: borrowing Arguments
  ) throws(Diagnostic) {
    start = Gossip(names, state: subject.initial)
    for item in history {
      guard let step = step(item.text, of: subject) else {
        throw arguments.failure(at: item, Self.message(about: item.text, names, subject))
      }
      steps.append(step)
    }
  }

  private static func message(
    about entry: String, _ names: [ReplicaID], _ subject: Subject
  ) -> String {
    "nothing is called '\(entry)' here; write \(names.map(\.name).joined(separator: "/")) "
      + "\(subject.usage), A send, or \(NetworkEntry.usage)"
  }

  /// The replicas after so many entries.
  func gossip(after count: Int) -> Gossip<State> {
    count > 0 ? steps[min(count, steps.count) - 1].after : start
  }

  private func step(_ text: String, of subject: Subject) -> Step? {
    let words = text.split(separator: " ").map(String.init)
    let before = gossip(after: steps.count)
    if let entry = NetworkEntry(words, names: before.names) {
      var after = before
      for step in entry.steps(in: before) { try? after.take(step) }  // only updates are refused
      return Step(text: text, kind: .network(entry), before: before, after: after)
    }
    return update(words, text, of: subject, before)
  }

  private func update(
    _ words: [String], _ text: String, of subject: Subject, _ before: Gossip<State>
  ) -> Step? {
    guard let place = before.names.firstIndex(where: { $0.name == words.first }) else { return nil }
    let site = ReplicaSite(gossip: before, place: place, step: steps.count)
    let asked = Array(words.dropFirst())
    guard let update = subject.update(asked, at: site) else { return nil }
    var after = before
    var refusal: Refusal?
    do { try after.take(.update(update, at: place)) } catch { refusal = error }
    let deed = ReplicaDeed(
      site: site, words: asked, update: update, after: after.replicas[place], refusal: refusal)
    return Step(text: text, kind: .update(deed), before: before, after: after)
  }
}
