import Content
import Drawing
import GeoModel

/// What the replicas of a ``ReplicaScene`` hold: how it is changed, told and drawn.
protocol ReplicaSubject: Sendable {
  associatedtype State: Replicated

  var question: String { get }
  /// The sentence of the beginning.
  var opening: String { get }
  /// What every replica holds at first.
  var initial: State { get }

  /// What clients can do, beside the acts of every subject.
  var acts: [Act] { get }
  /// What acts are done with, such as an element of a set.
  var targets: [Knob] { get }
  /// How updates are written, for errors: `increment or decrement`.
  var usage: String { get }

  /// What the words of an entry ask of a replica; `nil` where they mean nothing.
  func update(_ words: [String], at site: ReplicaSite<State>) -> State.Update?
  /// The words for what a learner does; `nil` where it cannot be done.
  func words(for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<State>) -> String?
  /// An update and what came of it, in a sentence.
  func sentence(of deed: ReplicaDeed<State>) -> String

  /// What stands under the name of a replica; always as many rows, or more as the state grows.
  func rows(of place: Int, in gossip: Gossip<State>) -> [StyledText]
  /// A state in a few columns, for a message on its way.
  func label(of state: State) -> String
  /// Whether a merge brought something that was not known before.
  func isNews(_ after: State, since before: State) -> Bool
  /// Whether all replicas know the same.
  func isSettled(_ gossip: Gossip<State>) -> Bool
  /// What is to be seen from all of them together.
  func conclusions(on gossip: Gossip<State>) -> [StyledText]
}

extension ReplicaSubject {
  var targets: [Knob] { [] }

  func isNews(_ after: State, since before: State) -> Bool { after != before }

  func isSettled(_ gossip: Gossip<State>) -> Bool { gossip.hasConverged }
}

/// Where and when somebody asks something of a replica.
struct ReplicaSite<State: Replicated>: Sendable {
  let gossip: Gossip<State>
  /// The place of the replica among all.
  let place: Int
  /// How many entries of the history came before.
  let step: Int

  var name: String { gossip.names[place].name }
  var others: [ReplicaID] { gossip.others(of: place).map { gossip.names[$0] } }
  var state: State { gossip.replicas[place] }
}

/// An update that was asked of a replica.
struct ReplicaDeed<State: Replicated>: Sendable {
  let site: ReplicaSite<State>
  let words: [String]
  let update: State.Update
  let after: State
  /// Why nothing came of it.
  let refusal: Refusal?
}
