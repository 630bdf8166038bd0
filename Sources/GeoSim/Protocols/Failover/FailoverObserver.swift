import GeoModel

extension Failover {
  /// Probes the primary, and tells the one who decides when too many probes in a row are missed.
  struct Observer: Sendable {
    private enum Latest { case open, answered, missed }

    let detector: FailoverScenario.Detector
    let coordinator: NodeID
    /// When it sends its first probe.
    private let phase: Delay
    private let interval: Delay
    private let timeout: Delay
    private var dice: SplitMix64

    private(set) var target: NodeID
    private(set) var epoch = 1
    private(set) var isSuspecting = false
    private(set) var number = 0
    private var latest = Latest.answered
    /// In a row.
    private var misses = 0

    init(
      detector: FailoverScenario.Detector, target: NodeID, coordinator: NodeID, phase: Duration,
      seed: UInt64
    ) {
      self.detector = detector
      self.target = target
      self.coordinator = coordinator
      self.phase = Delay(phase)
      interval = Delay(detector.interval)
      timeout = Delay(detector.timeout)
      dice = SplitMix64(seed: seed)
    }

    mutating func start(into outbox: inout Outbox) {
      misses = 0
      latest = .answered
      outbox.remind(of: .observer(.nextProbe), after: phase)
    }

    mutating func receive(
      _ message: ObserverMessage, from sender: NodeID, into outbox: inout Outbox
    ) {
      switch message {
      case .nextProbe: probe(into: &outbox)
      case .alive(let answered):
        if answered == number, latest == .open { answer(into: &outbox) }
      case .overdue(let due):
        if due == number, latest == .open { miss(into: &outbox) }
      case .watch(let node, let newEpoch):
        watch(node, epoch: newEpoch)
        outbox.send(.coordinator(.watching(epoch: newEpoch)), to: sender)
      }
    }

    private mutating func probe(into outbox: inout Outbox) {
      number += 1
      latest = .open
      if !dice.happens(detector.probeLoss) {
        outbox.send(.database(.probe(number: number)), to: target)
      }
      outbox.remind(of: .observer(.overdue(number: number)), after: timeout)
      outbox.remind(of: .observer(.nextProbe), after: interval)
    }

    private mutating func answer(into outbox: inout Outbox) {
      latest = .answered
      misses = 0
      guard isSuspecting else { return }
      isSuspecting = false
      outbox.send(.coordinator(.trust(epoch: epoch)), to: coordinator)
    }

    /// Says so again at every further miss, since the last word may not have arrived.
    private mutating func miss(into outbox: inout Outbox) {
      latest = .missed
      misses += 1
      guard misses >= detector.misses else { return }
      isSuspecting = true
      outbox.send(.coordinator(.suspect(epoch: epoch)), to: coordinator)
    }

    private mutating func watch(_ node: NodeID, epoch newEpoch: Int) {
      guard newEpoch > epoch else { return }
      epoch = newEpoch
      target = node
      misses = 0
      isSuspecting = false
      latest = .answered
    }
  }
}
