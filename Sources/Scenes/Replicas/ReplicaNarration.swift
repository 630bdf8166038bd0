import GeoModel

/// The sentences of a history among replicas.
struct ReplicaNarration<Subject: ReplicaSubject> {
  typealias Step = PlayedHistory<ReplicaRules<Subject>>.Step

  private let subject: Subject

  init(_ subject: Subject) {
    self.subject = subject
  }

  func sentence(of step: Step) -> String {
    switch step.deed {
    case .update(let deed): subject.sentence(of: deed)
    case .network(let entry): sentence(of: entry, in: step)
    }
  }

  private func sentence(of entry: NetworkEntry, in step: Step) -> String {
    let names = step.before.names.map(\.name)
    switch entry {
    case .send(let from):
      let others = step.before.others(of: from).map { names[$0] }.joined(separator: " and ")
      return "\(names[from]) sends a copy of its state to \(others)."
    case .cut(let place): return "The links of \(names[place]) are cut; messages wait."
    case .heal(let place): return "The links of \(names[place]) are healed."
    case .merge: return mergeSentence(step)
    case .deliver, .duplicate, .postpone, .drop:
      guard let message = entry.message(in: step.before) else {
        return step.before.messages.isEmpty
          ? "No message is under way." : "No such message is under way, or a cut holds it back."
      }
      return sentence(of: entry, message, in: step)
    }
  }

  private func mergeSentence(_ step: Step) -> String {
    let isCut = step.before.pairs.contains { step.before.isCut($0, $1) }
    if isCut { return "A link is cut: over it nothing comes through." }
    let deed =
      step.before.names.count == 2
      ? "Both merge the other's state as it was before" : "All merge one another, pair by pair"
    return "\(deed), and \(subject.isSettled(step.after) ? "agree" : "still differ")."
  }

  private func sentence(
    of entry: NetworkEntry, _ message: Gossip<Subject.State>.Message,
    in step: Step
  ) -> String {
    let names = step.before.names.map(\.name)
    let what = "message \(message.number) from \(names[message.from])"
    switch entry {
    case .duplicate: return "The network copies \(what): it will come twice."
    case .postpone: return "The network holds \(what) back: later ones overtake it."
    case .drop: return "The network loses \(what)."
    case .deliver, .send, .cut, .heal, .merge: break
    }
    let receiver = names[message.to]
    guard step.after != step.before else { return "The link is cut: \(what) must wait." }
    let isNews = subject.isNews(
      step.after.replicas[message.to], since: step.before.replicas[message.to])
    return isNews
      ? "\(receiver) merges \(what)."
      : "\(receiver) merges \(what): nothing changes, it knew that already."
  }
}
