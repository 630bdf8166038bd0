import Content
import GeoModel
import GeoSim
import TestSupport
import Testing

@testable import Exercises

// MARK: - Right answers of different kinds

@Test(arguments: rightServices)
func `a right service has all points, whatever its kind`(service: Service) {
  let design = ServiceDesign(topology: world, load: load, services: [service])
  for line in judged(design) {
    #expect(line.isMet, "\(line.title): \(line.measured)")
    #expect(line.explanation == nil)
  }
}

@Test(arguments: rightInventories)
func `a right inventory has all points, whatever its kind`(
  inventory: Inventory, services: [Service]
) {
  for line in rushed(inventory, on: services) {
    #expect(line.isMet, "\(line.title): \(line.measured)")
    #expect(line.explanation == nil)
  }
}

// MARK: - Traps

/// A service that is wrong, the line that says so, and the belief behind it.
private let traps: [(Service, String, ServiceMisconception)] = [
  (
    trap { $0.copies = .standbys(of: mumbai, [hyderabad], .asynchronous) }, "orders-india.rpo",
    .asynchronousLosesNothing
  ),
  (
    trap {
      $0.copies = .standbys(
        of: mumbai, [hyderabad], .semiSynchronous(timeout: .seconds(1)))
    }, "orders-india.rpo", .asynchronousLosesNothing
  ),
  (
    trap {
      $0.copies = .snapshots(
        of: mumbai, into: hyderabad,
        BackupSchedule(interval: .seconds(300), duration: .seconds(60)), restore: .seconds(900))
    }, "orders-india.rpo", .snapshotsLoseNothing
  ),
  (
    trap {
      $0.copies = .standbys(of: mumbai, [hyderabad], .asynchronous)
      $0.observers = []
    }, "orders-india.rto", .twoRegionsDecide
  ),
  (
    trap {
      $0.copies = .standbys(of: mumbai, [hyderabad], .synchronous(hyderabad))
      $0.lease = nil
    }, "orders-india.rto", .onlyStandbyIsSpare
  ),
  (
    trap { $0.copies = .consensus(voters: [mumbai, hyderabad], witness: nil, leader: mumbai) },
    "orders-india.rto", .evenVoters
  ),
  (
    trap {
      $0.copies = .standbys(of: mumbai, [hyderabad, singapore], .anyOf(1))
      $0.lease = nil
      $0.routing = .dns(ttl: .seconds(120))
    }, "orders-india.rto", .nameIsFollowedAtOnce
  ),
  (
    trap { $0.detector = .init(interval: .seconds(20), misses: 3, timeout: .seconds(5)) },
    "orders-india.rto", .detectionIsFree
  ),
  (
    trap {
      $0.copies = .standbys(of: mumbai, [hyderabad, singapore], .anyOf(1))
      $0.lease = nil
      $0.promotion = .manual(after: .seconds(300))
    }, "orders-india.rto", .personIsFast
  ),
  (
    trap {
      $0.copies = .standbys(of: mumbai, [hyderabad], .asynchronous)
      $0.fencesOldPrimary = false
      $0.lease = nil
    }, "orders-india.split-brain", .oldPrimaryStops
  ),
  (
    trap {
      $0.copies = .standbys(of: mumbai, [hyderabad], .asynchronous)
      $0.fencesOldPrimary = false
    }, "orders-india.split-brain", .leaseIsEnough
  ),
]

@Test(arguments: traps)
func `a wrong service fails on its line, and hears what it believed`(
  service: Service, id: String, misconception: ServiceMisconception
) throws {
  let design = ServiceDesign(topology: world, load: load, services: [service])
  let line = try #require(judged(design).first { $0.id == id })
  #expect(!line.isMet, "\(line.measured)")
  #expect(line.misconception == misconception, "\(line.measured)")
  #expect(line.explanation?.isEmpty == false)
}

@Test(arguments: [
  (Inventory.Method.pnCounter, ServiceMisconception.convergenceKeepsLimits),
  (.lastWriterWins, .lastWriteKnowsAll),
  (.conditionalWrite, .conditionHoldsEverywhere),
])
func `an inventory that oversells hears what it believed`(
  method: Inventory.Method, misconception: ServiceMisconception
) throws {
  let lines = rushed(Inventory(method, services: ["stock"]), on: [activeStock])
  #expect(lines.map(\.id) == ["inventory.partition", "inventory.skew"])
  for line in lines {
    #expect(line.points == 0)
    #expect(line.misconception == misconception)
    #expect(line.explanation?.isEmpty == false)
  }
}

@Test func `rights to more than there is are oversold, and the message says to how much`() {
  var inventory = Inventory(.escrow, services: ["stock-india", "stock-eu"])
  inventory.rights = [0.7, 0.6]
  let line = rushed(inventory, on: [stockOfIndia, stockOfEurope])[0]
  #expect(line.misconception == .rightsExceedStock)
  #expect(line.explanation?.contains("130 %") == true)
}

@Test func `overselling on purpose has half of the points once its price is known`() {
  var inventory = Inventory(.oversell, services: ["stock"])
  #expect(rushed(inventory, on: [activeStock])[0].points == 0)
  inventory.compensation = 0.2
  let line = rushed(inventory, on: [activeStock])[0]
  #expect(line.points == line.maxPoints / 2)
  #expect(line.misconception == .apologyPrevents)
}

// MARK: - What is missing, and how it is said

@Test func `what nobody keeps is missed by its name`() {
  let design = ServiceDesign(topology: world, load: load, services: [ordersOfIndia])
  let missing = ServiceJudge(design, ServiceCheck(design, seed: 1, steps: []).finished())
    .lines.filter { $0.id.hasPrefix("missing") }
  #expect(
    missing.map(\.title) == [
      "orders of eu: kept somewhere", "catalogue: kept somewhere", "stock: kept somewhere",
      "inventory: kept somewhere",
    ])
}

@Test func `a line says what was measured, in what, and how much is left`() throws {
  let service = trap {
    $0.copies = .consensus(voters: [mumbai, hyderabad], witness: nil, leader: mumbai)
  }
  let design = ServiceDesign(topology: world, load: load, services: [service])
  let line = try #require(judged(design).first { $0.id == "orders-india.rto" })
  #expect(line.title == "orders-india: RTO at most 60 s")
  #expect(line.measured.hasPrefix("never again after the loss of ap-south-"))
  #expect(line.margin == nil)
  #expect((1..<line.maxPoints).contains(line.points), "some troubles are survived")
  #expect(
    line.explanation
      == "2 voters need 2 to decide and survive the loss of 0: no more than 1 would. Add a third "
      + "place to vote, if only a witness without data.")
}

// MARK: -

private func trap(_ change: (inout Service) -> Void) -> Service {
  var service = ordersOfIndia
  service.observers = [singapore]
  service.lease = .seconds(5)
  change(&service)
  return service
}

/// Without the troubles that take long to play and show nothing more: two regions at once.
private func judged(_ design: ServiceDesign) -> [DesignLine] {
  let steps = ServiceCheck.steps(for: design).filter {
    if case .trouble(_, .losesBoth) = $0 { false } else { true }
  }
  return ServiceJudge(
    design, ServiceCheck(design, seed: 1, steps: steps, mostTrials: 1).finished()
  ).lines.filter { !$0.id.hasPrefix("missing") }
}

/// Only the rushes.
private func rushed(_ inventory: Inventory, on services: [Service]) -> [DesignLine] {
  let design = ServiceDesign(
    topology: world, load: load, services: services, inventory: inventory)
  let check = ServiceCheck(design, seed: 1, steps: briefRushes.map { .rush($0) })
  return ServiceJudge(design, check.finished()).lines.filter { $0.id.hasPrefix("inventory") }
}
