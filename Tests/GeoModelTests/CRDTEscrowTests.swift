import GeoModel
import Testing

/// Scarce stock, sold in two regions that cannot always hear each other.
struct CRDTEscrowTests {
  private static let stock = 20
  private static let schedules: ClosedRange<UInt64> = 1...10_000

  @Test func `escrow never sells more than there is, and the local view does`() {
    let results = Self.schedules.map { Schedule(seed: $0, stock: Self.stock).sold }
    #expect(results.filter { $0.byEscrow > Self.stock }.count == 0)
    #expect(results.filter { $0.byEscrow == Self.stock }.count > 0)
    #expect(results.filter { $0.byLocalView > Self.stock }.count == 0)
    #expect(results.map(\.byLocalView).max() == 0)
  }
}

/// A random run of customers, who buy at one region or the other, and of the link between the two.
private struct Schedule {
  private(set) var sold = (byEscrow: 0, byLocalView: 0)
  private var escrow: Gossip<BoundedCounter>
  private var counters: Gossip<PNCounter>

  private static let regions: [ReplicaID] = ["eu", "us"]

  init(seed: UInt64, stock: Int) {
    escrow = Gossip(Self.regions, state: BoundedCounter(stock: ["eu": stock / 2, "us": stock / 2]))
    let whole = GCounter(slots: ["warehouse": stock])
    counters = Gossip(
      Self.regions, state: PNCounter(increments: whole, decrements: GCounter()))
    run(SplitMix64(seed: seed), customers: stock * 2)
  }

  /// The link is cut at a random customer and heals at a later one.
  private mutating func run(_ chance: SplitMix64, customers: Int) {
    var dice = chance
    let cut = dice.integer(in: 1...customers)
    let heal = dice.integer(in: cut...customers)
    let demandAtFirst = dice.integer(in: 1...9)
    for customer in 1...customers {
      sell(at: dice.integer(in: 1...10) <= demandAtFirst ? 0 : 1)
      if dice.happens(0.1) { transfer(from: dice.integer(in: 0...1)) }
      if !(cut..<heal).contains(customer), dice.happens(0.3) { exchange() }
    }
  }

  private mutating func sell(at place: Int) {
    if succeeds(.decrement(), at: place) { sold.byEscrow += 1 }
    if counters.replicas[place].value > 0 {
      try? counters.take(.update(.decrement(), at: place))
      sold.byLocalView += 1
    }
  }

  private mutating func transfer(from place: Int) {
    let half = escrow.replicas[place].available(at: Self.regions[place]) / 2
    _ = succeeds(.transfer(half, to: Self.regions[1 - place]), at: place)
  }

  private mutating func succeeds(_ update: BoundedCounter.Update, at place: Int) -> Bool {
    do throws(Refusal) {
      try escrow.take(.update(update, at: place))
      return true
    } catch {
      return false
    }
  }

  private mutating func exchange() {
    escrow.settle()
    counters.settle()
  }
}
