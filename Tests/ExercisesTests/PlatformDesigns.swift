import Exercises
import TestSupport
import Testing

/// Designs for task 4: right ones of different kinds, and wrong ones that differ from one of them in
/// one thing.
enum PlatformDesigns {
  /// Groups that a majority decides in, and the stock split by rights.
  static let escrow = DesignSamples.rightPlatform
  private static let parcel = DesignSamples.parcel
  private static let indianGroup = DesignSamples.indianGroup
  private static let europeanGroup = DesignSamples.europeanGroup
  private static let europeanStock = "  stock-eu: {keeps: stock, serves: eu, \(europeanGroup)}\n"
  private static let rights =
    "inventory: {method: escrow, rights: {stock-india: 70 %, stock-eu: 30 %}}"

  /// The home region of the goods decides, with a standby in a second Indian region; orders in the EU
  /// are copied to any one of two standbys before they count.
  static let home = escrow.edited([
    (europeanStock, ""),
    (
      "stock-india: {keeps: stock, serves: india, \(indianGroup)}",
      "stock-india: {keeps: stock, serves: [india, eu], replication: any, needed: 1, primary: "
        + "ap-south-1, standbys: [ap-south-2, ap-southeast-1], observers: [ap-south-2, "
        + "ap-southeast-1, ap-south-1]}"
    ),
    (rights, "inventory: {method: home-region, at: stock-india}"),
    (
      "orders-eu: {keeps: orders, serves: eu, holds: [order], \(europeanGroup)}",
      "orders-eu: {keeps: orders, serves: eu, holds: [order], replication: any, needed: 1, primary: "
        + "eu-central-1, standbys: [eu-west-3, eu-west-1], observers: [eu-west-3, eu-west-1, "
        + "eu-central-1]}"
    ),
  ])

  /// A group of three continents sells units, for stock is nobody's; the catalogue is written in
  /// Europe and read everywhere.
  static let consensus = escrow.edited([
    (europeanStock, ""),
    (
      "stock-india: {keeps: stock, serves: india, \(indianGroup)}",
      "stock-india: {keeps: stock, serves: [india, eu], replication: consensus, voters: "
        + "[ap-south-1, ap-south-2, me-central-1], leader: ap-south-1}"
    ),
    (rights, "inventory: {method: consensus, at: stock-india}"),
    (
      "primary: ap-south-1, standbys: [eu-central-1], observers: [ap-southeast-1, ap-south-1, eu-central-1]",
      "primary: eu-central-1, standbys: [ap-south-1, us-east-1], observers: [us-east-1, ap-south-1, eu-central-1]"
    ),
  ])

  /// A mistake: how it differs, the requirement that fails, and what it is called.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let name: String
    let edits: [(String, String)]
    let requirement: String
    let misconception: String?
    let says: String
    /// The kind of picture that shows the run in which it failed.
    var scene: String?
    /// What happens by chance alone needs more than one trial to be seen.
    var effort = JudgingEffort.brief

    var testDescription: String { name }
    var text: String { escrow.edited(edits) }
  }

  /// Another way to keep orders of the EU.
  private static func orders(_ copies: String) -> [(String, String)] {
    [
      (
        "orders-eu: {keeps: orders, serves: eu, holds: [order], \(europeanGroup)}",
        "orders-eu: {keeps: orders, serves: eu, holds: [order], \(copies)}"
      )
    ]
  }

  /// Another way to sell from two regions that both write.
  private static func stock(_ method: String) -> [(String, String)] {
    [
      (europeanStock, ""),
      (
        "stock-india: {keeps: stock, serves: india, \(indianGroup)}",
        "stock-india: {keeps: stock, serves: [india, eu], replication: active, regions: "
          + "[ap-south-1, eu-central-1]}"
      ),
      (rights, "inventory: {method: \(method), at: stock-india}"),
    ]
  }

  private static let standbys =
    "primary: eu-central-1, standbys: [eu-west-3], observers: [eu-west-1, eu-west-3, eu-central-1]"

  static let wrong: [Wrong] = [
    Wrong(
      name: "asynchronous is RPO 0",
      edits: orders("replication: asynchronous, \(standbys), lease: 5 s"),
      requirement: "4.5-orders-rpo", misconception: "asynchronous-loses-nothing",
      says: "An asynchronous copy is not RPO 0", scene: "failover-timeline"),
    Wrong(
      name: "two regions fail over by themselves",
      edits: orders(
        "replication: asynchronous, primary: eu-central-1, standbys: [eu-west-3], lease: 5 s"),
      requirement: "4.5-orders-rto", misconception: "two-regions-decide",
      says: "cannot tell a dead partner", scene: "failover-timeline"),
    Wrong(
      name: "the only standby is waited for",
      edits: orders("replication: synchronous, \(standbys)"),
      requirement: "4.5-orders-rto", misconception: "only-standby-is-spare",
      says: "costs write availability", scene: "failover-timeline"),
    Wrong(
      name: "orders of the EU are voted on in India",
      edits: orders("replication: consensus, voters: [eu-central-1, eu-west-3, ap-south-1]"),
      requirement: "4.4-policy", misconception: "quorum-across-laws",
      says: "A voter holds every order", scene: "residency-map"),
    Wrong(
      name: "a PN-counter keeps a limit", edits: stock("pn-counter"), requirement: "4.3-cut",
      misconception: "convergence-keeps-limits", says: "Convergence keeps no limit",
      scene: "purchases"),
    Wrong(
      name: "the last write knows all others", edits: stock("lww"), requirement: "4.3-clocks",
      misconception: "last-write-knows-all", says: "is forgotten", scene: "purchases"),
    Wrong(
      name: "a condition on an asynchronous table", edits: stock("conditional-write"),
      requirement: "4.3-cut", misconception: "condition-holds-everywhere", says: "own copy",
      scene: "purchases"),
    Wrong(
      name: "overselling on purpose", edits: stock("oversell"), requirement: "4.3-cut",
      misconception: "apology-prevents", says: "a price", scene: "purchases"),
    Wrong(
      name: "more rights than units", edits: [("stock-eu: 30 %", "stock-eu: 60 %")],
      requirement: "4.3-cut", misconception: "rights-exceed-stock", says: "More rights",
      scene: "purchases"),
    Wrong(
      name: "rights to half of the units", edits: [("india: 70 %", "india: 20 %")],
      requirement: "4.3-sells", misconception: "refused-though-there", says: "left though buyers"),
    Wrong(
      name: "two voters",
      edits: orders("replication: consensus, voters: [eu-central-1, eu-west-3]"),
      requirement: "4.5-orders-rto", misconception: "even-voters", says: "2 voters need 2",
      scene: "commit-latency"),
    Wrong(
      name: "London is in the EU",
      edits: orders("replication: consensus, voters: [eu-central-1, eu-west-3, eu-west-2]"),
      requirement: "4.4-policy", misconception: "region-name-taken-for-eu",
      says: "not in the EEA, whatever its name", scene: "residency-map"),
    Wrong(
      name: "European accounts live in London",
      edits: [("home: [eu-central-1, eu-west-1]", "home: [eu-west-2, eu-west-1]")],
      requirement: "4.1-eu", misconception: "region-name-taken-for-eu", says: "eu-west-2"),
    Wrong(
      name: "the whole order goes to the warehouse",
      edits: [
        (
          "{from: orders-india, to: warehouse-eu, kind: export, fields: [\(parcel)]}",
          "{from: orders-india, to: warehouse-eu, kind: export}"
        )
      ], requirement: "4.4-minimal", misconception: "whole-order", says: "order.email",
      scene: "audit"),
    Wrong(
      name: "a regional key for one user", edits: [("destroy user-key", "destroy region-key")],
      requirement: "4.1-others", misconception: "regional-key", says: "everybody",
      scene: "key-shredding"),
    Wrong(
      name: "impossible because of the GDPR",
      edits: [
        ("  - {from: orders-india, to: warehouse-eu, kind: export, fields: [\(parcel)]}\n", "")
      ], requirement: "4.4-crossing", misconception: "impossible-because-of-gdpr",
      says: "No law forbids it"),
    Wrong(
      name: "a label is kept for ever",
      edits: [("regions: eu-central-1, retention: 30 d", "regions: eu-central-1")],
      requirement: "4.4-retention", misconception: "gdpr-is-for-europeans", says: "Indians too"),
    Wrong(
      name: "Indian payments are copied to Singapore",
      edits: [
        (
          "holds: [payment], \(indianGroup)",
          "holds: [payment], replication: consensus, voters: [ap-south-1, ap-south-2, ap-southeast-1]"
        )
      ], requirement: "4.4-payments", misconception: "payment-data-abroad",
      says: "stored only in India", scene: "residency-map"),
    Wrong(
      name: "the catalogue is in India alone",
      edits: [
        (
          "replication: asynchronous, primary: ap-south-1, standbys: [eu-central-1], observers: [ap-southeast-1, ap-south-1, eu-central-1]",
          "replication: asynchronous, primary: ap-south-1, standbys: [ap-south-2], observers: [ap-southeast-1, ap-south-1, ap-south-2]"
        )
      ], requirement: "4.2-reads", misconception: "one-copy-for-all", says: "far away"),
    Wrong(
      name: "nobody fences the old primary",
      edits: orders("replication: asynchronous, \(standbys), fencing: false"),
      requirement: "4.5-split-brain", misconception: "old-primary-stops",
      says: "does not know that it was replaced", scene: "split-brain"),
    Wrong(
      name: "a lease is enough",
      edits: orders("replication: asynchronous, \(standbys), fencing: false, lease: 5 s"),
      requirement: "4.5-split-brain", misconception: "lease-is-enough", says: "a lease alone",
      scene: "split-brain"),
    Wrong(
      name: "somebody is called",
      edits: orders(
        "replication: any, needed: 1, primary: eu-central-1, standbys: [eu-west-3, eu-west-1], "
          + "observers: [eu-west-3, eu-west-1, eu-central-1], promotion: manual, operator: 10 min"),
      requirement: "4.5-orders-rto", misconception: "person-is-fast", says: "A person",
      scene: "failover-timeline"),
    Wrong(
      name: "a synchronous standby and a name of 60 s are back in 30 s",
      edits: [
        (
          "stock-eu: {keeps: stock, serves: eu, \(europeanGroup)}",
          "stock-eu: {keeps: stock, serves: eu, replication: any, needed: 1, primary: eu-central-1, "
            + "standbys: [eu-west-3, eu-west-1], observers: [eu-west-3, eu-west-1, eu-central-1], "
            + "routing: dns, ttl: 60 s}"
        )
      ], requirement: "4.5-stock-rto", misconception: "name-is-followed-at-once",
      says: "time to live of 60 s", scene: "failover-timeline", effort: .full),
    Wrong(
      name: "detection takes no time",
      edits: orders("\(europeanGroup), interval: 20 s"), requirement: "4.5-orders-rto",
      misconception: "detection-is-free", says: "Detection is a part of the RTO",
      scene: "commit-latency"),
    Wrong(
      name: "orders every hour",
      edits: orders(
        "replication: snapshots, primary: eu-central-1, into: eu-west-1, every: 1 h, taking: 5 min, restore: 30 s"
      ), requirement: "4.5-orders-rpo", misconception: "snapshots-lose-nothing",
      says: "as old as the last one", scene: "backups"),
    Wrong(
      name: "a catalogue that is copied every day",
      edits: [
        (
          "replication: asynchronous, primary: ap-south-1, standbys: [eu-central-1], observers: [ap-southeast-1, ap-south-1, eu-central-1], lease: 10 s, promotion: manual, operator: 5 min",
          "replication: snapshots, primary: ap-south-1, into: eu-central-1, every: 1 d, restore: 1 h"
        )
      ], requirement: "4.5-catalogue-rpo", misconception: "snapshots-lose-nothing", says: "is lost",
      scene: "backups"),
    Wrong(
      name: "the profile of a European is kept",
      edits: [("- delete profiles", "- keep profiles marketing"), ("  - destroy user-key\n", "")],
      requirement: "4.1-erasure", misconception: nil, says: "more than a sale"),
    Wrong(
      name: "it is not said where orders are",
      edits: [
        ("serves: eu, holds: [payment], ", "serves: eu, "), ("  - keep payments-eu tax law\n", ""),
      ],
      requirement: "4.4-kept", misconception: nil, says: "does not say that it holds"),
    Wrong(
      name: "nobody in the EU can pay",
      edits: [
        ("  payments-eu: {keeps: payments, serves: eu, holds: [payment], \(europeanGroup)}\n", ""),
        ("  - keep payments-eu tax law\n", ""),
      ], requirement: "4.5-orders-rpo", misconception: nil, says: "payments for European"),
  ]
}
