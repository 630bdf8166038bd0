import GeoModel

extension Failover {
  /// Writes to where its resolver says the primary is. A write that fails is not tried again.
  struct Client: Sendable {
    enum Resolver: Equatable, Sendable {
      /// Asks again at a phase, and then once in each time to live.
      case caching(ttl: Delay, phase: Delay)
      case immediate
    }

    private let resolver: Resolver
    /// From one write to the next: on average, or always where writes are regular.
    private let interval: Delay
    private let isRegular: Bool
    private var dice: SplitMix64
    private(set) var target: NodeID
    /// Of the primary that it writes to.
    private(set) var epoch = 1
    /// What the resolver will find when it asks again.
    private var record: NodeID
    private var recordEpoch = 1

    init(
      resolver: Resolver, interval: Duration, isRegular: Bool, target: NodeID, seed: UInt64
    ) {
      self.resolver = resolver
      self.interval = Delay(interval)
      self.isRegular = isRegular
      self.target = target
      record = target
      dice = SplitMix64(seed: seed)
    }

    mutating func start(into outbox: inout Outbox) {
      let phase = Delay(nanoseconds: Int64(dice.unit() * Double(interval.nanoseconds)))
      outbox.remind(of: .client(.nextWrite), after: isRegular ? phase : pause())
    }

    private mutating func pause() -> Delay {
      guard !isRegular else { return interval }
      let share = -Arithmetic.log(1 - dice.unit())
      return Delay(nanoseconds: Int64(share * Double(interval.nanoseconds)))
    }

    mutating func receive(
      _ message: ClientMessage, from sender: NodeID, at now: Instant,
      into outbox: inout Outbox
    ) {
      switch message {
      case .nextWrite: write(at: now, into: &outbox)
      case .accepted, .refused: break
      case .route(let node, let newEpoch):
        outbox.send(.coordinator(.routed(epoch: newEpoch)), to: sender)
        guard newEpoch > recordEpoch else { return }
        record = node
        recordEpoch = newEpoch
        lookUp(at: now, into: &outbox)
      case .switchOver: switchOver()
      }
    }

    private mutating func write(at now: Instant, into outbox: inout Outbox) {
      outbox.send(.database(.write(sent: now)), to: target)
      outbox.remind(of: .client(.nextWrite), after: pause())
    }

    private mutating func lookUp(at now: Instant, into outbox: inout Outbox) {
      switch resolver {
      case .immediate: switchOver()
      case .caching(let ttl, let phase):
        let sinceFirst = now.nanoseconds + ttl.nanoseconds - phase.nanoseconds
        let left = ttl.nanoseconds - sinceFirst % ttl.nanoseconds
        outbox.remind(of: .client(.switchOver), after: Delay(nanoseconds: left))
      }
    }

    private mutating func switchOver() {
      target = record
      epoch = recordEpoch
    }
  }
}
