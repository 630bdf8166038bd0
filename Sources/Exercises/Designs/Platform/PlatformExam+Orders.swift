import Content
import GeoModel

/// 4.4: how is an order of one part of the world packed in the other?
extension PlatformExam {
  static let orders: [Requirement<PlatformMeasurements>] = [
    Requirement(item: "4.4", name: "kept", title: "Orders and payments are kept", points: 2) {
      kept($0)
    },
    Requirement(
      item: "4.4", name: "crossing", title: "The warehouse in the EU packs for India", points: 3
    ) {
      crossing($0)
    },
    Requirement(
      item: "4.4", name: "minimal", title: "It learns no more than it must", points: 3
    ) {
      minimal($0)
    },
    Requirement(item: "4.4", name: "retention", title: "It forgets what is delivered", points: 1) {
      retention($0)
    },
    Requirement(
      item: "4.4", name: "payments", title: "Indian payment data stay in India", points: 3
    ) {
      .audit(
        $0.law.filter { $0.rule == .paymentDataAbroad }, of: $0.design, in: $0.submission,
        passed: "Payments of Indian accounts are stored in India alone.")
    },
    Requirement(item: "4.4", name: "law", title: "Every order is where it may be", points: 1) {
      .audit(
        $0.findings($0.law, aboutOrders: true).filter { $0.rule != .paymentDataAbroad },
        of: $0.design, in: $0.submission,
        passed: "Every order outside its own law has a basis that holds.")
    },
    Requirement(
      item: "4.4", name: "policy", title: "European orders stay in the EEA", points: 3
    ) {
      policy($0)
    },
  ]

  // MARK: - What is kept

  private static func kept(_ measured: PlatformMeasurements) -> Ruling {
    for kind in [Service.Kind.orders, .payments] {
      if let people = measured.unserved(by: kind) {
        return .fail(
          "No service keeps \(kind.rawValue) of \(people) accounts.",
          help: "a service with 'keeps: \(kind.rawValue)' for each people keeps them under its law")
      }
    }
    for (kind, entity) in [(Service.Kind.orders, "order"), (.payments, "payment")] {
      let fields = TaskField.platform.map(\.name).filter { $0.entity == entity }
      let silent = measured.design.services.first { service in
        let held = measured.design.store(named: service.name)?.holds ?? []
        return service.keeps == kind && !fields.allSatisfy(held.contains)
      }
      if let silent {
        return .fail(
          "\(silent.name) keeps \(kind.rawValue), and does not say that it holds all of \(entity).",
          help: "give it 'holds: [\(entity)]': its regions are then looked at by the audit")
      }
    }
    return .pass("Orders and payments of both peoples are kept, and it is said where.")
  }

  // MARK: - The parcel

  /// What arrives where parcels are packed, and can be read there.
  private static func labels(
    _ measured: PlatformMeasurements, of population: Population
  ) -> [DataCopy] {
    Reach(measured.design.ofAccounts(in: population)).copies.filter { copy in
      copy.store.engine == .fulfilment && copy.form.key == nil && copy.form.group == 1
        && !copy.form.isPseudonymous
    }
  }

  private static func crossing(_ measured: PlatformMeasurements) -> Ruling {
    let design = measured.design
    for population in measured.populations(under: "India") {
      let abroad = labels(measured, of: population).filter { copy in
        design.regions(of: copy.store.placement, for: population).contains {
          design.jurisdiction(of: $0).name == "EEA"
        }
      }
      if let missing = TaskField.parcel.first(where: { !abroad.map(\.field).contains($0) }) {
        return .fail(
          "\(missing) of \(population.name) accounts never reaches a warehouse in the EU, so nobody "
            + "there can pack their parcel. No law forbids it: India lets personal data go (DPDP Act, "
            + "section 16), and the GDPR asks the warehouse for care, not for a ban (article 3(1)).",
          help:
            "a flow from the service of the orders to a store with 'engine: fulfilment' in the EEA "
            + "carries order.recipient, order.address and order.item",
          misconception: "impossible-because-of-gdpr", limit: "all 3 of a parcel")
      }
    }
    for population in measured.populations(under: "EEA") {
      let fields = labels(measured, of: population).map(\.field)
      if let missing = TaskField.parcel.first(where: { !fields.contains($0) }) {
        return .fail(
          "\(missing) of \(population.name) accounts reaches no warehouse at all.",
          help:
            "let their orders flow to the warehouse in the EU; what comes from Bangalore is sent "
            + "there first", limit: "all 3 of a parcel", reached: 2)
      }
    }
    return .pass(
      "The warehouse in the EU has recipient, address and item of Indian orders, and packs them.",
      measured: "3 fields", limit: "all 3 of a parcel")
  }

  private static func minimal(_ measured: PlatformMeasurements) -> Ruling {
    let needed = TaskField.parcel + TaskField.parcelExtras
    let all = Reach(measured.design).copies.filter { $0.store.engine == .fulfilment }
    guard !all.isEmpty else {
      return .fail(
        "Nothing reaches a warehouse.", help: "let the parcel's fields flow to a warehouse first")
    }
    let extra = all.filter { !needed.contains($0.field) }
    guard let first = extra.first else {
      return .pass(
        "What reaches a warehouse is what a label needs, and the reference of the order.",
        measured: "0 fields too many", limit: "none")
    }
    return .fail(
      "\(first.field) reaches \(first.store.name), and nobody needs it to pack a parcel. A copy of "
        + "the whole order puts all of it under a second law (GDPR, article 5(1)(c)).",
      help: "name the fields of the flow: order.reference, order.recipient, order.address, "
        + "order.phone, order.item",
      misconception: "whole-order",
      measured: extra.count == 1 ? "1 field too many" : "\(extra.count) fields too many",
      limit: "none",
      replay: measured.submission.scene("audit", arguments: ["policy: none"]))
  }

  /// Until goods can no longer be sent back.
  private static let longestKept = Duration.seconds(90 * 86_400)

  private static func retention(_ measured: PlatformMeasurements) -> Ruling {
    let stores = measured.design.stores.filter { $0.engine == .fulfilment }
    let limit = "at most \(Quantity.duration(longestKept).text)"
    guard !stores.isEmpty else {
      return .fail("There is no warehouse.", help: "add a store with 'engine: fulfilment'")
    }
    let times = stores.map { StoreTimes($0).retention }
    guard let endless = stores.first(where: { StoreTimes($0).retention == nil }) else {
      let longest = times.compactMap(\.self).max() ?? .zero
      let time = Quantity.duration(longest).text
      return longest <= longestKept
        ? .pass("After \(time) no warehouse knows who bought what.", measured: time, limit: limit)
        : .fail(
          "A warehouse knows for \(time) who bought what.", help: "give it a shorter retention",
          measured: time, limit: limit)
    }
    return .fail(
      "\(endless.name) keeps every label without end. The GDPR covers what a warehouse in the EU does "
        + "with the data of anybody, Indians too (article 3(1)).",
      help: "give \(endless.name) a retention, so long as goods can be sent back",
      misconception: "gdpr-is-for-europeans", limit: limit)
  }

  // MARK: - The policy

  private static func policy(_ measured: PlatformMeasurements) -> Ruling {
    let findings = measured.findings(measured.policy, aboutOrders: true)
      .filter { $0.rule != .keyedOnRequest }
    var ruling = Ruling.audit(
      findings, of: measured.design, in: measured.submission,
      passed: "No order of a European leaves the EEA, in any copy.")
    guard let first = findings.first, first.rule == .outsideEEA,
      let service = measured.design.services.first(where: { $0.name == first.path.store }),
      let commit = service.group?.commit(in: measured.design.topology)
    else { return ruling }
    ruling.misconception = "quorum-across-laws"
    ruling.rationale +=
      " A voter holds every order, so this quorum keeps them under both laws; a write waits "
      + "\(Quantity.duration(commit.latency).text) for it."
    ruling.help = "let three regions of the EEA vote; a witness elsewhere would hold no order"
    return ruling
  }
}
