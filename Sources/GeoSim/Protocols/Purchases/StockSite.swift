import GeoModel

/// A region that decides whether units are sold, together with those that it waits for.
struct StockSite<Stock: ProductStock>: Sendable {
  typealias Outbox = GeoSim.Outbox<PurchaseMessage<Stock>>

  /// In whose name it sells. A new leader sells in the name of the old one.
  let name: ReplicaID
  /// From a sale until enough others have it, so that the buyer can be told.
  let commit: Delay
  /// When it can decide anything, from the start of the run.
  let reign: Range<Instant>
  let checkout: Delay
  /// How often it asks for units and tells the others everything again.
  let interval: Delay
  /// The other sites and in whose name they sell.
  let others: [(node: NodeID, name: ReplicaID)]
  /// By product.
  private(set) var stock: [Stock]
  /// By product: whether somebody was refused since it last asked for units.
  private var isWanting: [Bool]

  init(
    name: ReplicaID, commit: Delay, reign: Range<Instant>, checkout: Delay, interval: Delay,
    others: [(node: NodeID, name: ReplicaID)], stock: [Stock]
  ) {
    self.name = name
    self.commit = commit
    self.reign = reign
    self.checkout = checkout
    self.interval = interval
    self.others = others
    self.stock = stock
    isWanting = stock.map { _ in false }
  }

  mutating func receive(
    _ message: PurchaseMessage<Stock>, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox
  ) {
    switch message {
    case .buy(let purchase):
      outbox.remind(
        of: .checkOut(purchase, seen: stock[purchase.product].left(at: name)), after: checkout)
    case .checkOut(let purchase, let seen):
      sell(purchase, seen: seen, at: now, into: &outbox)
    case .committed(let purchase):
      // A site that has lost its right in the meantime does not know what became of the sale.
      guard reign.contains(now) else { return }
      outbox.send(.answer(purchase, isSold: true), to: NodeID(purchase.place))
    case .tick: tick(at: now, into: &outbox)
    case .know(let product, let known): stock[product].merge(known)
    case .ask(let product, let asking):
      guard reign.contains(now) else { return }
      stock[product].give(to: asking, by: name)
      tell(product, into: &outbox)
    case .next, .answer: break
    }
  }

  private mutating func sell(
    _ purchase: Purchase, seen: Int, at now: Instant, into outbox: inout Outbox
  ) {
    guard reign.contains(now) else { return }
    let milliseconds = Int(now.nanoseconds / 1_000_000)
    guard stock[purchase.product].sell(seen: seen, at: milliseconds, by: name) else {
      isWanting[purchase.product] = true
      outbox.send(.answer(purchase, isSold: false), to: NodeID(purchase.place))
      return
    }
    tell(purchase.product, into: &outbox)
    outbox.remind(of: .committed(purchase), after: commit)
  }

  private func tell(_ product: Int, into outbox: inout Outbox) {
    for (node, _) in others { outbox.send(.know(product: product, stock[product]), to: node) }
  }

  /// Messages may have been lost, so everything is told again; and nothing is asked for twice
  /// unless somebody wants it still.
  private mutating func tick(at now: Instant, into outbox: inout Outbox) {
    outbox.remind(of: .tick, after: interval)
    guard !others.isEmpty else { return }
    for product in stock.indices {
      tell(product, into: &outbox)
      guard isWanting[product], stock[product].left(at: name) <= 0,
        let giver = stock[product].giver(for: name)
      else { continue }
      isWanting[product] = false
      for (node, holder) in others where holder == giver {
        outbox.send(.ask(product: product, asking: name), to: node)
      }
    }
  }
}
