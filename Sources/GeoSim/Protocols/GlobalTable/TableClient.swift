import GeoModel

/// A client beside the replica of its region: it does one thing after the other.
public struct TableClient: Sendable {
  public enum Deed: Equatable, Sendable {
    case ask(TableTask)
    /// Reads a counter, and writes one more on the condition that it has not changed; again until
    /// that succeeds.
    case count(String)
  }

  public struct Step: Equatable, Sendable {
    /// Begins then, or when the step before is done.
    public var due: Duration
    public var deed: Deed

    public init(at due: Duration, _ deed: Deed) {
      self.due = due
      self.deed = deed
    }
  }

  /// A request and what came of it.
  public struct Call: Equatable, Sendable {
    public let task: TableTask
    public let began: Instant
    /// `nil` while the client waits, and for good where no answer came.
    public internal(set) var ended: Instant?
    public internal(set) var answer: TableAnswer?
    /// How often the answer was a conflict, after which the client tried again.
    public internal(set) var conflicts = 0
  }

  public let id: NodeID
  let replica: NodeID
  private var steps: [Step]
  private var nextStep = 0
  /// In the order of their beginning; a request's number is its place, from 1.
  public private(set) var calls: [Call] = []
  private var isWaiting = false
  private var heardOf: [String] = []
  private var dice: SplitMix64

  private static let patience = Delay(.seconds(5))
  private static let firstBackoff = Duration.milliseconds(50)
  private static let mostDoublings = 4

  init(id: NodeID, replica: NodeID, steps: [Step], seed: UInt64) {
    self.id = id
    self.replica = replica
    self.steps = steps
    dice = SplitMix64(seed: seed)
  }

  mutating func start(at now: Instant, into outbox: inout Outbox<TableMessage>) {
    begin(at: now, into: &outbox)
  }

  mutating func receive(
    _ message: TableMessage, at now: Instant, into outbox: inout Outbox<TableMessage>
  ) {
    switch message {
    case .due: if !isWaiting { begin(at: now, into: &outbox) }
    case .answer(let id, let answer) where isCurrent(id): take(answer, at: now, into: &outbox)
    case .expire(let id) where isCurrent(id): proceed(at: now, into: &outbox)
    case .retry: if isWaiting { outbox.send(.request(current), to: replica) }
    case .record(let key): follow(key, at: now, into: &outbox)
    default: break
    }
  }

  private func isCurrent(_ id: TableRequest.ID) -> Bool { isWaiting && id == current.id }

  private var current: TableRequest {
    TableRequest(
      id: TableRequest.ID(client: id, number: calls.count), task: calls[calls.count - 1].task)
  }

  private mutating func begin(at now: Instant, into outbox: inout Outbox<TableMessage>) {
    guard nextStep < steps.count else { return }
    let due = Instant(steps[nextStep].due)
    guard due <= now else { return outbox.remind(of: .due, after: due - now) }
    switch steps[nextStep].deed {
    case .ask(let task): ask(task, at: now, into: &outbox)
    case .count(let key): ask(.read(key, strong: true), at: now, into: &outbox)
    }
  }

  private mutating func ask(
    _ task: TableTask, at now: Instant, into outbox: inout Outbox<TableMessage>
  ) {
    calls.append(Call(task: task, began: now))
    isWaiting = true
    outbox.send(.request(current), to: replica)
    outbox.remind(of: .expire(current.id), after: Self.patience)
  }

  private mutating func take(
    _ answer: TableAnswer, at now: Instant, into outbox: inout Outbox<TableMessage>
  ) {
    let last = calls.count - 1
    guard answer != .conflict else {
      let doublings = min(calls[last].conflicts, Self.mostDoublings)
      calls[last].conflicts += 1
      let pause = dice.uniform(upTo: Self.firstBackoff * (1 << doublings))
      return outbox.remind(of: .retry, after: Delay(pause))
    }
    calls[last].answer = answer
    calls[last].ended = now
    guard case .count(let key) = steps[nextStep].deed else {
      return proceed(at: now, into: &outbox)
    }
    switch answer {
    case .value(let value):
      let write = TableWrite(key, .put((value ?? 0) + 1), if: .equals(value))
      ask(.write(write), at: now, into: &outbox)
    case .conditionFailed: ask(.read(key, strong: true), at: now, into: &outbox)
    case .written, .conflict, .unsupported: proceed(at: now, into: &outbox)
    }
  }

  private mutating func proceed(at now: Instant, into outbox: inout Outbox<TableMessage>) {
    isWaiting = false
    nextStep += 1
    begin(at: now, into: &outbox)
  }

  // MARK: - Following a stream

  /// Adds every record of a stream to the total once, however often it comes.
  private mutating func follow(
    _ key: String, at now: Instant, into outbox: inout Outbox<TableMessage>
  ) {
    guard key.hasPrefix(TableKey.clicks), !heardOf.contains(key) else { return }
    heardOf.append(key)
    steps.append(Step(at: now.sinceStart, .ask(.write(TableWrite(TableKey.counter, .add(1))))))
    if !isWaiting { begin(at: now, into: &outbox) }
  }
}

/// The names of the items that the workloads use.
public enum TableKey {
  public static let counter = "likes"
  static let clicks = "click/"

  /// The counter of one region.
  public static func counter(of region: RegionID) -> String { "\(counter)/\(region)" }

  static func click(_ number: Int, in region: RegionID) -> String { "\(clicks)\(region)/\(number)" }
}
