import GeoModel
import GeoSim
import Testing

@Test func `probe services`() {
  var asynchronous = ordersOfIndia(.standbys(of: "mumbai", ["hyderabad"], .asynchronous))
  asynchronous.lease = .seconds(5)
  var sync = ordersOfIndia(.standbys(of: "mumbai", ["hyderabad"], .synchronous("hyderabad")))
  sync.routing = .dns(ttl: .seconds(60))
  var any = ordersOfEurope(.standbys(of: "frankfurt", ["paris", "ireland"], .anyOf(1)))
  any.observers = ["paris", "ireland", "frankfurt"]
  var unfenced = asynchronous
  unfenced.lease = nil
  unfenced.fencesOldPrimary = false
  let active = stock("stock", .active(["mumbai", "frankfurt"]))
  for service in [asynchronous, unfenced, sync, any, ordersOfEurope(europeanGroup), ordersOfIndia(indianGroup), active] {
    print("==", service.name, service.copies)
    print("false/day", service.falseFailoversPerDay(losing: 0.05))
    for l in ServiceRun(service, in: .none, load: commerceLoad, topology: commerceWorld).latencies(seed: 3) {
      print("  ", l.place, "write", l.write.p50, l.write.p99, "read", l.read.p50, l.read.p99)
    }
    for trouble in Trouble.all(for: service) {
      let clock = ContinuousClock()
      var m: ServiceMeasurement?
      let t = clock.measure { m = measure(service, trouble) }
      let r = m!
      print("  ", trouble, "rto", r.rto.map{"\($0)"} ?? "never \(r.unserved)", "p50", r.recovery?.p50 ?? -1, "lost", r.lostWrites, r.rpo, "split", r.splitBrainWrites, "w/s", r.writesPerSecond, "took", t)
    }
  }
}

@Test func `probe purchases`() {
  let active = stock("stock", .active(["mumbai", "frankfurt"]))
  let india = stock("stock-india", indianGroup)
  let eu = stock("stock-eu", europeanGroup)
  var escrow = Inventory(.escrow, services: ["stock-india", "stock-eu"])
  escrow.rights = [0.7, 0.3]
  let cases: [(Inventory, [Service])] = [
    (Inventory(.pnCounter, services: ["stock"]), [active]),
    (Inventory(.lastWriterWins, services: ["stock"]), [active]),
    (Inventory(.conditionalWrite, services: ["stock"]), [active]),
    (Inventory(.homeRegion, services: ["stock-india"]), [india]),
    (Inventory(.consensus, services: ["stock-india"]), [india]),
    (escrow, [india, eu]),
    (Inventory(.oversell, services: ["stock"]), [active]),
  ]
  for (inventory, services) in cases {
    for r in [PurchaseRush(), PurchaseRush(cut: nil), PurchaseRush(cut: nil, skew: .seconds(2))] {
      let clock = ContinuousClock()
      var m: PurchaseMeasurement?
      let t = clock.measure { m = rush(inventory, on: services, r) }
      print(inventory.method, r.cut == nil ? "whole" : "cut", r.skew, "sold", m!.sold, "refused", m!.refused, "unanswered", m!.unanswered, "OVER", m!.oversold, "missed", m!.missed, m!.latencies.map { $0?.p50 ?? -1 }, t)
    }
  }
}
