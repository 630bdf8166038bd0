import GeoModel

/// A design put through everything, one run after the other.
///
/// A caller takes step after step, and between two of them may show how far it is, or stop. The same
/// design and seed give the same measurements, whoever takes the steps.
public struct ServiceCheck: Sendable {
  /// What one run tries.
  public enum Step: Equatable, Sendable {
    /// The number of the service in the design.
    case latency(Int)
    case trouble(Int, Trouble)
    case rush(PurchaseRush)
  }

  public let design: ServiceDesign
  public let steps: [Step]
  /// How many steps are done.
  public private(set) var done = 0
  /// What has been measured so far.
  public private(set) var result: ServiceDesignMeasurement
  private let seed: UInt64
  private let mostTrials: Int

  /// - Parameters:
  ///   - steps: what is tried, where that is not everything.
  ///   - mostTrials: of each step; fewer are sooner done and see less.
  public init(
    _ design: ServiceDesign, seed: UInt64, steps: [Step]? = nil, mostTrials: Int = .max
  ) {
    self.design = design
    self.seed = seed
    self.steps = steps ?? Self.steps(for: design)
    self.mostTrials = mostTrials
    result = ServiceDesignMeasurement(design)
  }

  /// Everything that can be tried on a design.
  public static func steps(
    for design: ServiceDesign, rushes: [PurchaseRush] = ServiceCheck.rushes
  ) -> [Step] {
    design.services.indices.flatMap { number in
      [.latency(number)] + Trouble.all(for: design.services[number]).map { .trouble(number, $0) }
    } + (design.inventory == nil ? [] : rushes.map { .rush($0) })
  }

  /// With the network cut between the groups of users, and with clocks that go apart.
  public static let rushes = [PurchaseRush(), PurchaseRush(cut: nil, skew: Trouble.skew)]

  public var isFinished: Bool { done == steps.count }

  /// Makes the next run; nothing where all are made.
  public mutating func advance() {
    guard !isFinished else { return }
    var seeds = SplitMix64(seed: seed &+ UInt64(done))
    // As large as a scene can say, so that a run can be shown.
    take(steps[done], seed: seeds.next() % 1_000_000_000)
    done += 1
  }

  /// Makes all runs that are left.
  public func finished() -> ServiceDesignMeasurement {
    var check = self
    while !check.isFinished { check.advance() }
    return check.result
  }

  private mutating func take(_ step: Step, seed: UInt64) {
    switch step {
    case .latency(let number):
      result.services[number].latencies = run(number, .none).latencies(seed: seed)
    case .trouble(let number, let trouble):
      result.services[number].measurements.append(run(number, trouble).measure(seed: seed))
    case .rush(let rush):
      guard let run = PurchaseRun(design, rush: rush) else { return }
      result.rushes.append(RushMeasurement(run.play(seed: seed), seed: seed))
    }
  }

  private func run(_ number: Int, _ trouble: Trouble) -> ServiceRun {
    ServiceRun(
      design.services[number], in: trouble, load: design.load, topology: design.topology,
      mostTrials: mostTrials)
  }
}
