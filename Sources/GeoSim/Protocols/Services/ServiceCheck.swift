import GeoModel

/// A design put through everything, one run after the other.
///
/// A caller takes step after step, and between two of them may show how far it is, or stop. The same
/// design and seed give the same measurements, whoever takes the steps.
public struct ServiceCheck: Sendable {
  /// What one run tries.
  public enum Step: Equatable, Sendable {
    /// The number of the service in the design, or of the first that is like it.
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
  private let most: ServiceRun.Most

  /// - Parameters:
  ///   - steps: what is tried, where that is not everything.
  ///   - most: how much of each step is played; less is sooner done and sees less.
  public init(
    _ design: ServiceDesign, seed: UInt64, steps: [Step]? = nil, most: ServiceRun.Most = .init()
  ) {
    self.design = design
    self.seed = seed
    self.steps = steps ?? Self.steps(for: design)
    self.most = most
    result = ServiceDesignMeasurement(design)
  }

  /// Everything that can be tried on a design; of services that differ in name alone, on one.
  public static func steps(
    for design: ServiceDesign, rushes: [PurchaseRush] = ServiceCheck.rushes
  ) -> [Step] {
    let services = design.services
    let different = services.indices.filter { number in
      !services[..<number].contains { $0.behaves(like: services[number]) }
    }
    return different.flatMap { number in
      [.latency(number)] + Trouble.all(for: services[number]).map { .trouble(number, $0) }
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
      let latencies = run(number, .none).latencies(seed: seed)
      for number in alike(number) { result.services[number].latencies = latencies }
    case .trouble(let number, let trouble):
      let measurement = run(number, trouble).measure(seed: seed)
      for number in alike(number) { result.services[number].measurements.append(measurement) }
    case .rush(let rush):
      guard let run = PurchaseRun(design, rush: rush) else { return }
      result.rushes.append(RushMeasurement(run.play(seed: seed), seed: seed))
    }
  }

  /// The service and all that are like it.
  private func alike(_ number: Int) -> [Int] {
    design.services.indices.filter { design.services[$0].behaves(like: design.services[number]) }
  }

  private func run(_ number: Int, _ trouble: Trouble) -> ServiceRun {
    var run = ServiceRun(
      design.services[number], in: trouble, load: design.load, topology: design.topology)
    run.most = most
    return run
  }
}
