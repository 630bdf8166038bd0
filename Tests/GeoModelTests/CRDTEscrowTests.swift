import GeoModel
import Testing

/// Scarce stock, sold in two regions that cannot always hear each other.
struct CRDTEscrowTests {
  private static let stock = 6

  @Test func `escrow never sells more than there is, and the local view does`() {
    let sold = (1...10_000).map { Schedule(seed: $0, stock: Self.stock).sold }
    #expect(sold.map(\.byEscrow).max() == Self.stock)
    #expect(sold.filter { $0.byLocalView > Self.stock }.count > 5_000)
    // Each of the two regions sold all of it.
    #expect(sold.map(\.byLocalView).max() == 2 * Self.stock)
    // The price: customers who were sent away while the other region still held units.
    #expect(sold.contains { $0.byEscrow < min(Self.stock, $0.byLocalView) })
  }
}

/// A random run of customers, who buy at one region or the other, and of the link between the two.
private struct Schedule {
  private(set) var sold = (byEscrow: 0, byLocalView: 0)
  private var escrow: [BoundedCounter]
  private var counters: [PNCounter]

  private static let regions: [ReplicaID] = ["eu", "us"]

  init(seed: UInt64, stock: Int) {
    let halves = BoundedCounter(stock: ["eu": stock / 2, "us": stock / 2])
    let whole = PNCounter(increments: GCounter(slots: ["eu": stock]), decrements: GCounter())
    (escrow, counters) = ([halves, halves], [whole, whole])
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
    do throws(Refusal) {
      try escrow[place].apply(.decrement(), at: Self.regions[place])
      sold.byEscrow += 1
    } catch {
      // The region holds no unit; the customer goes.
    }
    if counters[place].value > 0 {
      counters[place].apply(.decrement(), at: Self.regions[place])
      sold.byLocalView += 1
    }
  }

  /// A region gives half of what it holds.
  private mutating func transfer(from place: Int) {
    let half = escrow[place].available(at: Self.regions[place]) / 2
    // It holds at least half of what it holds.
    try? escrow[place].apply(.transfer(half, to: Self.regions[1 - place]), at: Self.regions[place])
  }

  private mutating func exchange() {
    escrow = [escrow[0].merged(with: escrow[1]), escrow[1].merged(with: escrow[0])]
    counters = [counters[0].merged(with: counters[1]), counters[1].merged(with: counters[0])]
  }
}
