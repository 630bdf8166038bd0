import Drawing
import GeoModel

/// What is under way between replicas, as lanes of a picture.
struct ReplicaLanes<Subject: ReplicaSubject> {
  private let subject: Subject
  /// Where a message waits for its delivery, as a part of its way.
  private let waitingPlace = 0.5

  init(_ subject: Subject) {
    self.subject = subject
  }

  /// - Parameters:
  ///   - step: what is just happening; `nil` where everything rests.
  ///   - progress: how far it has come, 0 to 1.
  func lanes(
    of step: PlayedHistory<ReplicaRules<Subject>>.Step?, in gossip: Gossip<Subject.State>,
    progress: Double
  ) -> [ReplicaPicture.Lane] {
    guard let step, case .network(let entry) = step.deed else { return waiting(in: gossip) }
    switch entry {
    case .send:
      let new = step.after.messages.suffix(step.after.messages.count - gossip.messages.count)
      return waiting(in: gossip) + new.map { lane($0, at: progress * waitingPlace) }
    case .merge: return waiting(in: gossip) + exchanges(in: gossip, progress: progress)
    case .deliver:
      let number = entry.message(in: gossip)?.number
      let place = step.after == gossip ? waitingPlace : waitingPlace * (1 + progress)
      return gossip.messages.map { lane($0, at: $0.number == number ? place : waitingPlace) }
    case .drop:
      let number = entry.message(in: gossip)?.number
      return gossip.messages.map { lane($0, at: waitingPlace, isLost: $0.number == number) }
    case .duplicate, .postpone, .cut, .heal: return waiting(in: gossip)
    }
  }

  private func waiting(in gossip: Gossip<Subject.State>) -> [ReplicaPicture.Lane] {
    gossip.messages.map { lane($0, at: waitingPlace, isNext: $0 == gossip.nextMessage) }
  }

  private func exchanges(
    in gossip: Gossip<Subject.State>, progress: Double
  ) -> [ReplicaPicture.Lane] {
    gossip.pairs.filter { !gossip.isCut($0, $1) }.flatMap { one, other in
      [(one, other), (other, one)].map { from, to in
        ReplicaPicture.Lane(
          from: from, to: to, label: subject.label(of: gossip.replicas[from]), place: progress)
      }
    }
  }

  private func lane(
    _ message: Gossip<Subject.State>.Message, at place: Double, isNext: Bool = true,
    isLost: Bool = false
  ) -> ReplicaPicture.Lane {
    ReplicaPicture.Lane(
      from: message.from, to: message.to,
      label: "\(message.number): \(subject.label(of: message.state))", place: place,
      isNext: isNext, isLost: isLost)
  }
}
