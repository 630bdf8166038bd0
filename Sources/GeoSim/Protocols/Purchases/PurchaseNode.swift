import GeoModel

/// What buyers and sites say to each other, and to themselves.
public enum PurchaseMessage<Stock: ProductStock>: Sendable {
  // From buyers.
  case next
  case buy(Purchase)
  // To buyers.
  case answer(Purchase, isSold: Bool)
  // At a site.
  case checkOut(Purchase, seen: Int)
  case committed(Purchase)
  case tick
  // Between sites.
  case know(product: Int, Stock)
  case ask(product: Int, asking: ReplicaID)
}

/// Somebody wants a unit of a product.
public struct Purchase: Equatable, Sendable {
  public let time: Duration
  /// The number of the place where the buyer is.
  public let place: Int
  /// The number of the product, the most wanted one first.
  public let product: Int
}

/// The buyers of one place, or a site that sells.
public struct PurchaseNode<Stock: ProductStock>: Node {
  var buyers: PurchaseBuyers?
  var site: StockSite<Stock>?

  public mutating func start(at now: Instant, into outbox: inout Outbox<PurchaseMessage<Stock>>) {
    buyers?.planNext(at: now, into: &outbox)
    if let site { outbox.remind(of: .tick, after: site.interval) }
  }

  public mutating func receive(
    _ message: PurchaseMessage<Stock>, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<PurchaseMessage<Stock>>
  ) {
    buyers?.receive(message, at: now, into: &outbox)
    site?.receive(message, from: sender, at: now, into: &outbox)
  }
}

/// Those who buy in one place: each wants one unit, once, and asks the site that is meant for it.
struct PurchaseBuyers: Sendable {
  /// In the order of time.
  let purchases: [Purchase]
  /// Which site to ask from when on, in the order of time, the first from the start.
  let routes: [(from: Duration, site: NodeID)]
  private var next = 0

  init(purchases: [Purchase], routes: [(from: Duration, site: NodeID)]) {
    self.purchases = purchases
    self.routes = routes
  }

  func planNext<Stock>(at now: Instant, into outbox: inout Outbox<PurchaseMessage<Stock>>) {
    guard next < purchases.count else { return }
    outbox.remind(of: .next, after: max(.zero, Instant(purchases[next].time) - now))
  }

  mutating func receive<Stock>(
    _ message: PurchaseMessage<Stock>, at now: Instant,
    into outbox: inout Outbox<PurchaseMessage<Stock>>
  ) {
    guard case .next = message else { return }
    let purchase = purchases[next]
    if let route = routes.last(where: { $0.from <= purchase.time }) {
      outbox.send(.buy(purchase), to: route.site)
    }
    next += 1
    planNext(at: now, into: &outbox)
  }
}
