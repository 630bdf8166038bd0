import Content
import GeoModel
import GeoSim

extension ServiceMisconception {
  /// What is wrong with the belief in this service, and one step towards a design that passes.
  func explanation(of service: Service, design: ServiceDesign) -> String {
    let detector = service.detector
    let primary = service.primary
    return switch self {
    case .asynchronousLosesNothing:
      "An asynchronous copy is not RPO 0: \(primary) tells users that a write is safe before any "
        + "other region has it, and what is on its way is gone with it. Let a write wait for a "
        + "second region: a group that decides by majority, or a synchronous standby."
    case .snapshotsLoseNothing:
      "A snapshot is as old as the last one that was finished, so everything since then is lost. "
        + "RPO 0 needs a second region that has each write before it is acknowledged."
    case .twoRegionsDecide:
      "Two regions cannot tell a dead partner from a cut between them: whoever decides is itself "
        + "one of the two, and when it is gone nobody gives \(primary) leave to go on. "
        + "A third region has to watch and decide: a witness."
    case .onlyStandbyIsSpare:
      "Every write waits for a standby that may be lost itself: then nothing is written any more. "
        + "RPO 0 costs write availability, unless there is one standby more than a write waits for."
    case .evenVoters:
      evenVoters(of: service)
    case .nameIsFollowedAtOnce:
      "Until a resolver asks again, users write to the old address: up to the whole time to live"
        + "\(timeToLive(of: service)), after detection. Take DNS out of the way: a proxy or anycast "
        + "that knows at once."
    case .detectionIsFree:
      "Detection is a part of the RTO: \(detector.misses) missed probes "
        + "\(Quantity.duration(detector.interval).text) apart"
        + "\(service.lease.map { ", then a lease of \(Quantity.duration($0).text)" } ?? ""), "
        + "before anybody else may write. Probe more often, or shorten the lease."
    case .personIsFast:
      "A person who is called and decides is a part of the RTO. Let observers decide, and see to it "
        + "that the old primary cannot write."
    case .oldPrimaryStops:
      "A primary that is cut off or stands still does not know that it was replaced, and goes on: "
        + "two regions write at once. Fence it: its storage must refuse the old epoch."
    case .leaseIsEnough:
      "A primary looks at its lease, stands still, and writes when the lease is over. A lease alone "
        + "does not keep two primaries apart; the storage must refuse the old epoch as well."
    case .convergenceKeepsLimits, .lastWriteKnowsAll, .conditionHoldsEverywhere,
      .rightsExceedStock, .apologyPrevents:
      ""
    }
  }

  private func evenVoters(of service: Service) -> String {
    let voters = service.group?.voters.count ?? 0
    let quorum = Quorum(voters: max(1, voters))
    return "\(voters) voters need \(quorum.majority) to decide and survive the loss of "
      + "\(quorum.faultTolerance): no more than \(voters - 1) would. Add a third place to vote, "
      + "if only a witness without data."
  }

  private func timeToLive(of service: Service) -> String {
    guard case .dns(let ttl, _, _) = service.routing else { return "" }
    return " of \(Quantity.duration(ttl).text)"
  }

  /// What is wrong with the belief of this inventory, and one step towards one that passes.
  func explanation(of inventory: Inventory, _ rush: PurchaseMeasurement) -> String? {
    switch self {
    case .convergenceKeepsLimits:
      "A PN-counter converges to the right number of sales, and that number may be too large: each "
        + "region saw units left and sold them. Convergence keeps no limit. Give each region rights "
        + "to a part of the units (escrow), or let one region decide."
    case .lastWriteKnowsAll:
      "Two regions read the same number, both write one less, and the last write wins: one of the "
        + "two sales is forgotten. The number must be decided on in one place, or split in escrow."
    case .conditionHoldsEverywhere:
      "The condition is looked at in the region's own copy, which does not have the sales of the "
        + "other regions yet. A conditional write needs a copy that is the only one to decide: the "
        + "home region of the goods, or a group that agrees by majority."
    case .rightsExceedStock:
      "The rights add up to \(Share(inventory.rights.reduce(0, +)).text) of the units. Escrow never "
        + "oversells only while every unit belongs to one region: at most 100 %."
    case .apologyPrevents:
      apology(inventory, rush)
    case .asynchronousLosesNothing, .snapshotsLoseNothing, .twoRegionsDecide, .onlyStandbyIsSpare,
      .evenVoters, .nameIsFollowedAtOnce, .detectionIsFree, .personIsFast, .oldPrimaryStops,
      .leaseIsEnough:
      nil
    }
  }

  private func apology(_ inventory: Inventory, _ rush: PurchaseMeasurement) -> String {
    guard let cost = inventory.compensation else {
      return "Selling without a look at the stock is a decision that has a price. Say what an "
        + "apology costs (compensation), or do not oversell."
    }
    let prices = Double(rush.oversold) * cost
    return "\(rush.oversold) apologies cost as much as \(Int(prices.rounded())) units. That is a "
      + "business decision, and it can be right; it does not prevent overselling."
  }
}
