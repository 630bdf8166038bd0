import Content
import GeoModel
import GeoSim

extension ServiceMisconception {
  /// What is wrong with the belief in this service.
  func explanation(of service: Service) -> String {
    let (primary, detector) = (service.primary, service.detector)
    return switch self {
    case .asynchronousLosesNothing:
      "An asynchronous copy is not RPO 0: \(service.hasOneWriter ? primary.name : "each region") "
        + "tells users that a write is safe before any "
        + "other region has it, and what is on its way is gone with it."
    case .snapshotsLoseNothing:
      "A snapshot is as old as the last one that was finished; everything since then is lost."
    case .twoRegionsDecide:
      "Two regions cannot tell a dead partner from a cut between them. Whoever decides is itself "
        + "one of the two; when it is gone, nobody gives \(primary) leave to go on."
    case .onlyStandbyIsSpare:
      "Every write waits for a standby that may be lost itself: then nothing is written any more. "
        + "RPO 0 costs write availability."
    case .evenVoters:
      evenVoters(of: service)
    case .nameIsFollowedAtOnce:
      "Until a resolver asks again, users write to the old address: up to a whole time to live"
        + "\(timeToLive(of: service)), on top of detection."
    case .detectionIsFree:
      "Detection is a part of the RTO: \(detector.misses) missed probes "
        + "\(Quantity.duration(detector.interval).text) apart"
        + "\(service.lease.map { ", then a lease of \(Quantity.duration($0).text)" } ?? ""), "
        + "before anybody else may write."
    case .personIsFast:
      "A person who is called, looks and decides is a part of the RTO."
    case .oldPrimaryStops:
      "A primary that is cut off or stands still does not know that it was replaced, and goes on: "
        + "two regions write at once."
    case .leaseIsEnough:
      "A primary looks at its lease, stands still, and writes when the lease is over: a lease alone "
        + "does not keep two primaries apart."
    case .convergenceKeepsLimits:
      "A PN-counter converges to the right number of sales, and that number may be too large: each "
        + "region saw units left and sold them. Convergence keeps no limit."
    case .lastWriteKnowsAll:
      "Two regions read the same number, both write one less, and the last write wins: one of the "
        + "two sales is forgotten."
    case .conditionHoldsEverywhere:
      "The condition is looked at in the region's own copy, which does not have the sales of the "
        + "other regions yet."
    case .rightsExceedStock:
      "More rights are given out than there are units. Escrow keeps its promise only while every "
        + "unit belongs to one region."
    case .apologyPrevents:
      "Selling without a look at the stock is a decision that has a price; it does not prevent "
        + "overselling."
    }
  }

  /// One step towards a design that passes.
  func remedy(for service: Service) -> String {
    switch self {
    case .asynchronousLosesNothing, .snapshotsLoseNothing:
      "let a write wait for a second region: a group that decides by majority, or any 1 of two standbys"
    case .twoRegionsDecide:
      "a third region has to watch and to decide: give \(service.name) observers in three places"
    case .onlyStandbyIsSpare: "have one standby more than a write waits for"
    case .evenVoters: "add a third place to vote, if only a witness without data"
    case .nameIsFollowedAtOnce:
      "take DNS out of the way: 'routing: proxy' or 'anycast' know at once"
    case .detectionIsFree: "probe more often, or shorten the lease"
    case .personIsFast:
      "let observers decide, and see to it that the old primary cannot write: 'promotion: automatic'"
    case .oldPrimaryStops, .leaseIsEnough:
      "let the storage refuse the old epoch: 'fencing: true'"
    case .convergenceKeepsLimits, .lastWriteKnowsAll, .conditionHoldsEverywhere:
      "give each region rights to a part of the units (escrow), or let one place decide: the "
        + "home region of the goods, or a group that agrees by majority"
    case .rightsExceedStock: "let the rights add up to 100 % at most"
    case .apologyPrevents: "say what an apology costs (compensation), or do not oversell"
    }
  }

  private func evenVoters(of service: Service) -> String {
    let voters = service.group?.voters.count ?? 0
    let quorum = Quorum(voters: max(1, voters))
    return "\(voters) voters need \(quorum.majority) to decide and survive the loss of "
      + "\(quorum.faultTolerance): no more than \(voters - 1) would."
  }

  private func timeToLive(of service: Service) -> String {
    guard case .dns(let ttl, _, _) = service.routing else { return "" }
    return " of \(Quantity.duration(ttl).text)"
  }
}
