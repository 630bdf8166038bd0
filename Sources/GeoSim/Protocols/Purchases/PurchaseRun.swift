import GeoModel

/// A rush for the stock of a design.
public struct PurchaseRun: Sendable {
  public let inventory: Inventory
  public let rush: PurchaseRush
  /// Those that the inventory names, in its order.
  let services: [Service]
  let load: ServiceLoad
  let topology: Topology

  /// - Returns: `nil` where the design sells nothing.
  public init?(_ design: ServiceDesign, rush: PurchaseRush) {
    guard let inventory = design.inventory else { return nil }
    let services = inventory.services.compactMap(design.service(named:))
    guard !services.isEmpty else { return nil }
    self.init(
      inventory, on: services, rush: rush, load: design.load, topology: design.topology)
  }

  /// - Parameters:
  ///   - services: those that the inventory names, in its order; at least one.
  ///   - load: has at least one group of users.
  public init(
    _ inventory: Inventory, on services: [Service], rush: PurchaseRush, load: ServiceLoad,
    topology: Topology
  ) {
    self.inventory = inventory
    self.services = services
    self.rush = rush
    self.load = load
    self.topology = topology
  }

  public func measure(seed: UInt64) -> PurchaseMeasurement { play(seed: seed).measurement }

  /// Plays the rush once.
  public func play(seed: UInt64) -> PurchaseRecord {
    let units = rush.units
    // Where one site at a time decides, no method can go wrong but that of never looking.
    let isOrdered = services.count == 1 && services[0].hasOneWriter
    return switch inventory.method {
    case .oversell: play(seed: seed) { PromisedStock() }
    case .escrow: play(seed: seed) { EscrowStock(rights: rights) }
    case .pnCounter, .lastWriterWins, .conditionalWrite, .homeRegion, .consensus:
      if isOrdered {
        play(seed: seed) { OrderedStock(units: units) }
      } else if inventory.method == .pnCounter {
        play(seed: seed) { CountedStock(units: units) }
      } else {
        play(seed: seed) {
          WrittenStock(units: units, isConditional: inventory.method != .lastWriterWins)
        }
      }
    }
  }

  /// Plays the rush with stock of one's own making, which every site has at the beginning.
  public func play<Stock: ProductStock>(seed: UInt64, stock: () -> Stock) -> PurchaseRecord {
    var dice = SplitMix64(seed: seed)
    let purchases = purchases(&dice)
    var run = simulation(purchases, stock: stock(), seed: dice.next()).start()
    var record = PurchaseRecord(rush, purchases: purchases, places: places.count)
    while let event = run.next() {
      switch event {
      case .deliver(let envelope), .lose(let envelope):
        guard case .answer(let purchase, let isSold) = envelope.message else { continue }
        record.answers.append(
          PurchaseRecord.Answer(
            purchase: purchase, isSold: isSold, time: run.world.time.sinceStart))
      case .start, .remind, .fault: break
      }
    }
    return record
  }
}

// MARK: - Buyers

extension PurchaseRun {
  var places: [RegionID] { load.groups.flatMap(\.places) }

  /// Who wants what when, in the order of time.
  func purchases(_ dice: inout SplitMix64) -> [Purchase] {
    let places = Shares(
      load.groups.flatMap { group in
        group.places.map { _ in Double(group.users) / Double(group.places.count) }
      })
    let products = Shares((1...rush.products).map { 1 / Double($0) })
    let drawn = (0..<rush.purchases).map { _ in
      Purchase(
        time: dice.uniform(upTo: rush.duration), place: places.draw(&dice),
        product: products.draw(&dice))
    }
    return drawn.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element)
  }

  /// Numbers that come up in given shares.
  private struct Shares {
    /// By number: the chance of it and of all before it.
    private let sums: [Double]

    init(_ weights: [Double]) {
      let total = weights.reduce(0, +)
      var sum = 0.0
      sums = weights.map {
        sum += $0 / total
        return sum
      }
    }

    func draw(_ dice: inout SplitMix64) -> Int {
      let chance = dice.unit()
      return sums.firstIndex { chance < $0 } ?? sums.count - 1
    }
  }
}

// MARK: - Sites

extension PurchaseRun {
  /// How many units each service may sell; in escrow on regions that all write, each region.
  private var rights: [(holder: ReplicaID, units: Int)] {
    let holders =
      if case .active(let regions) = services[0].copies, services.count == 1 {
        regions.map { ReplicaID($0.name) }
      } else {
        services.map { ReplicaID($0.name) }
      }
    return zip(holders, inventory.rights).map { holder, share in
      (holder, Int((Double(rush.units) * share).rounded(.down)))
    }
  }

  private var sites: [SitePlan] {
    services.flatMap {
      StockKeeper(service: $0, load: load, topology: topology, rush: rush).sites()
    }
  }

  private func simulation<Stock: ProductStock>(
    _ purchases: [Purchase], stock: Stock, seed: UInt64
  ) -> Simulation<PurchaseNode<Stock>> {
    let sites = sites
    let regions = places + sites.map(\.region)
    let buyers = places.indices.map { place in
      PurchaseNode<Stock>(
        buyers: PurchaseBuyers(
          purchases: purchases.filter { $0.place == place },
          routes: routes(from: places[place], to: sites)))
    }
    let sellers = sites.indices.map { number in
      PurchaseNode(site: site(number, of: sites, stock: stock))
    }
    return Simulation(
      nodes: buyers + sellers, network: network(regions), faults: faults(regions), seed: seed,
      end: rush.duration + .seconds(30))
  }

  private func site<Stock: ProductStock>(
    _ number: Int, of sites: [SitePlan], stock: Stock
  ) -> StockSite<Stock> {
    let site = sites[number]
    let others = sites.indices.filter { $0 != number }.map { other in
      (node: NodeID(places.count + other), name: sites[other].name)
    }
    return StockSite(
      name: site.name, commit: Delay(site.commit),
      reign: Instant(site.reign.lowerBound)..<Instant(site.reign.upperBound),
      checkout: Delay(rush.checkout), interval: Delay(inventory.rebalance), others: others,
      stock: Array(repeating: stock, count: rush.products))
  }

  /// At every moment at which somebody begins or ends to decide, or the network changes: the
  /// nearest site that decides and can be reached.
  private func routes(
    from place: RegionID, to sites: [SitePlan]
  ) -> [(from: Duration, site: NodeID)] {
    var moments = sites.flatMap { [$0.reign.lowerBound, $0.reign.upperBound] } + [.zero]
    if let cut = rush.cut { moments += [cut.lowerBound, cut.upperBound] }
    return moments.sorted().compactMap { moment in
      let open = sites.indices.filter {
        sites[$0].reign.contains(moment) && isReachable(sites[$0].region, from: place, at: moment)
      }
      let nearest = open.min {
        topology.clientWay(place, sites[$0].region) < topology.clientWay(place, sites[$1].region)
      }
      // Where nobody decides, buyers ask the first, and wait in vain.
      return (from: moment, site: NodeID(places.count + (nearest ?? 0)))
    }
  }

  private func isReachable(
    _ region: RegionID, from place: RegionID, at moment: Duration
  ) -> Bool {
    guard let cut = rush.cut, cut.contains(moment) else { return true }
    return side(region) == side(place)
  }

  private func side(_ region: RegionID) -> Int { load.side(of: region, in: topology) }

  /// Buyers stand beside the sites of their own region.
  private func network(_ regions: [RegionID]) -> Network {
    Network(
      delays: regions.indices.map { from in
        regions.indices.map { to in
          regions[from] == regions[to] && min(from, to) < places.count
            ? .zero : topology.oneWay(from: regions[from], to: regions[to])
        }
      })
  }

  private func faults(_ regions: [RegionID]) -> [ScheduledFault] {
    let nodes = regions.indices.map(NodeID.init)
    let here = nodes.filter { side(regions[$0.index]) == 0 }
    let there = nodes.filter { side(regions[$0.index]) != 0 }
    var faults: [ScheduledFault] = []
    if let cut = rush.cut {
      faults += Fault.partition(here, from: there).map { ScheduledFault($0, at: cut.lowerBound) }
      faults += Fault.reunion(here, with: there).map { ScheduledFault($0, at: cut.upperBound) }
    }
    if rush.skew != .zero {
      faults += there.filter { $0.index >= places.count }.map {
        ScheduledFault(.skewClock($0, by: rush.skew), at: .zero)
      }
    }
    return faults
  }
}
