import GeoModel

/// A history among replicas: what clients ask of them, and what the network does.
struct ReplicaRules<Subject: ReplicaSubject>: HistoryRules {
  typealias Moment = Gossip<Subject.State>

  enum Deed: Sendable {
    case network(NetworkEntry)
    case update(ReplicaDeed<Subject.State>)
  }

  let subject: Subject
  let names: [ReplicaID]

  var start: Moment { Gossip(names, state: subject.initial) }

  var usage: String {
    "\(names.map(\.name).joined(separator: "/")) \(subject.usage), A send, or \(NetworkEntry.usage)"
  }

  func outcome(
    of words: [String], after count: Int, in moment: Moment
  ) -> (deed: Deed, after: Moment)? {
    var after = moment
    if let entry = NetworkEntry(words, names: names) {
      for step in entry.steps(in: moment) { try? after.take(step) }  // only updates are refused
      return (.network(entry), after)
    }
    guard let place = names.firstIndex(where: { $0.name == words.first }) else { return nil }
    let site = ReplicaSite(gossip: moment, place: place, step: count)
    let asked = Array(words.dropFirst())
    guard let update = subject.update(asked, at: site) else { return nil }
    var refusal: Refusal?
    do { try after.take(.update(update, at: place)) } catch { refusal = error }
    let deed = ReplicaDeed(
      site: site, words: asked, update: update, after: after.replicas[place], refusal: refusal)
    return (.update(deed), after)
  }
}
