import ArgumentParser
import GeoModel

/// `geobench merge`: what it takes to join two states.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Time the joins of counters, sets and maps.")

  @Option(help: "About how long each case runs, in milliseconds.") var budget = 500

  func validate() throws {
    guard budget >= 1 else { throw ValidationError("a budget is 1 or more") }
  }

  func run() throws {
    for report in [counters(3), counters(64), pairs, sets, maps] { try JSONLine.print(report) }
  }

  private var limit: Duration { .milliseconds(budget) }

  private func counters(_ slots: Int) -> MergeReport {
    var dice = SplitMix64(seed: 1)
    let others = (0..<4096).map { _ in counter(slots, &dice) }
    var state = counter(slots, &dice)
    return MergeReport(
      case: "gcounter\(slots)", limit: limit, batch: others.count,
      merges: { for other in others { state.merge(other) } },
      isRight: { others.allSatisfy { $0.isKnown(to: state) } })
  }

  private var pairs: MergeReport {
    var dice = SplitMix64(seed: 1)
    let others = (0..<4096).map { _ in
      PNCounter(increments: counter(3, &dice), decrements: counter(3, &dice))
    }
    var state = others[0]
    return MergeReport(
      case: "pncounter3", limit: limit, batch: others.count,
      merges: { for other in others { state.merge(other) } },
      isRight: { others.allSatisfy { $0.isKnown(to: state) } })
  }

  private func counter(_ slots: Int, _ dice: inout SplitMix64) -> GCounter {
    GCounter(
      slots: SortedMap((0..<slots).map { (ReplicaID("r\($0)"), dice.integer(in: 1...1 << 32)) }))
  }

  private var sets: MergeReport {
    var (left, right) = (ORSet<Int>(), ORSet<Int>())
    for element in 0..<500 { left.apply(.add(element), at: "r0") }
    right.merge(left)
    for element in stride(from: 0, to: 500, by: 5) { left.apply(.remove(element), at: "r1") }
    for element in 500..<1000 { left.apply(.add(element), at: "r1") }
    for element in 1000..<1500 { right.apply(.add(element), at: "r2") }
    return joins("orset1000", left, right) { $0.dots.count == 1400 }
  }

  private var maps: MergeReport {
    var dice = SplitMix64(seed: 1)
    var (left, right) = (LWWMap<Int, Int>(), LWWMap<Int, Int>())
    for key in 0..<1000 {
      left.apply(.set(key, for: key, time: dice.integer(in: 1...1 << 44)), at: "r0")
      right.apply(.set(key, for: key + 500, time: dice.integer(in: 1...1 << 44)), at: "r1")
    }
    return joins("lwwmap1000", left, right) { $0.registers.count == 1500 }
  }

  /// Joins one state with fresh copies of another.
  private func joins<State: Replicated>(
    _ name: String, _ left: State, _ right: State, isRight: @escaping (State) -> Bool
  ) -> MergeReport {
    var joined = left
    let merges = {
      joined = left
      joined.merge(right)
    }
    return MergeReport(
      case: name, limit: limit, batch: 1, merges: merges, isRight: { isRight(joined) })
  }
}

/// The line that all programs that merge states print.
struct MergeReport: Encodable {
  let bench = "merge"
  let peer = "geolearn"
  let `case`: String
  let merges: Int
  let wallMs, nsPerMerge, mergesPerS: Double
  let ok: Bool

  /// Merges in batches until the time is over.
  init(
    case name: String, limit: Duration, batch: Int, merges: () -> Void, isRight: () -> Bool
  ) {
    var count = 0
    let start = ContinuousClock.now
    while ContinuousClock.now - start < limit {
      merges()
      count += batch
    }
    let time = (ContinuousClock.now - start).milliseconds
    `case` = name
    self.merges = count
    wallMs = time
    nsPerMerge = time * 1e6 / Double(count)
    mergesPerS = (Double(count) / time * 1e3).rounded()
    ok = isRight()
  }
}
