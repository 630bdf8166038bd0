import Content
import GeoModel

/// 4.1: who are the users, where do their data live, and what is left of one who is erased?
extension PlatformExam {
  static let accounts: [Requirement<PlatformMeasurements>] = [
    Requirement(item: "4.1", name: "fields", title: "Every user has a profile", points: 1) {
      profiles($0)
    },
    Requirement(item: "4.1", name: "india", title: "Indian accounts live in India", points: 1) {
      .home(under: "India", of: "Indian", in: $0.design)
    },
    Requirement(item: "4.1", name: "eu", title: "European accounts live in the EEA", points: 2) {
      .home(under: "EEA", of: "European", in: $0.design)
    },
    Requirement(
      item: "4.1", name: "account", title: "The account decides, not the request", points: 1
    ) {
      .routing(in: $0.design)
    },
    Requirement(item: "4.1", name: "law", title: "Every transfer has a basis", points: 2) {
      .audit(
        $0.findings($0.law, aboutOrders: false), of: $0.design, in: $0.submission,
        passed: "Every copy of a profile is where a law allows it.")
    },
    Requirement(item: "4.1", name: "policy", title: "The strict policy is kept", points: 2) {
      .audit(
        $0.findings($0.policy, aboutOrders: false).filter { $0.rule != .keyedOnRequest },
        of: $0.design, in: $0.submission,
        passed: "No profile of a European leaves the EEA, and logs name nobody.")
    },
    Requirement(
      item: "4.1", name: "erasure", title: "A European who has ordered can be erased", points: 3
    ) {
      erasure($0)
    },
    Requirement(item: "4.1", name: "others", title: "Nobody else is erased with him", points: 2) {
      others($0)
    },
  ]

  private static func profiles(_ measured: PlatformMeasurements) -> Ruling {
    let design = measured.design
    if let gone = TaskField.platform.first(where: { !design.has($0.name) }) {
      return .fail(
        "The field \(gone.name) is gone. The shop needs it all the same.",
        help: "put \(gone.name) back among the entities")
    }
    let email = FieldName(entity: "user", field: "email")
    let stores = Reach(design).copies.filter { $0.field == email && $0.flows.isEmpty }
      .map(\.store)
    let homeless = design.populations.first { population in
      stores.allSatisfy { design.regions(of: $0.placement, for: population).isEmpty }
    }
    guard let homeless else { return .pass("Every population has a store of profiles.") }
    return .fail(
      "Nobody keeps the profiles of \(homeless.name) accounts.",
      help: "a store with 'regions: home' and 'holds: [user]' keeps each profile in its home")
  }

  private static func erasure(_ measured: PlatformMeasurements) -> Ruling {
    let limit = "at most \(Quantity.duration(ErasureReport.month).text)"
    guard let report = measured.erasure, !(report.copies.isEmpty && report.kept.isEmpty) else {
      return .fail(
        "Nothing is stored of any European: there is nobody to erase.",
        help: "keep the profiles and the orders of European accounts somewhere")
    }
    if let kept = report.kept.first(where: { !report.design.hasOnlySales(in: $0.store) }) {
      return .fail(
        "\(kept.store) is kept, and it holds more than a sale: no law asks for that.",
        help: "keep what a tax law asks for, orders and payments, and delete the profile")
    }
    let replay = measured.submission.scene("erasure-timeline")
    if let lasting = report.copies.first(where: { $0.death == nil }) {
      return .fail(
        "The copy in \(lasting.store) never dies.",
        help:
          "delete \(lasting.store), or keep what a tax law asks for: 'keep \(lasting.store) tax law'",
        limit: limit, replay: replay)
    }
    let last = report.copies.compactMap(\.death?.time).max() ?? .zero
    let time = Quantity.duration(last).text
    guard last <= ErasureReport.month else {
      return .fail(
        "A copy can be read for \(time).", help: "delete it, or keep it for less than a month",
        measured: time, limit: limit, replay: replay)
    }
    let kept = report.kept.map(\.store).joined(separator: ", ")
    return .pass(
      "The profile is gone after \(time)"
        + (kept.isEmpty ? "." : "; \(kept) stay, as a tax law wants (article 17(3)(b))."),
      measured: time, limit: limit)
  }

  private static func others(_ measured: PlatformMeasurements) -> Ruling {
    guard let shared = measured.design.destroyedKeys.first(where: { $0.scope == .region }) else {
      return .pass("What the erasure destroys is one person's.")
    }
    return .fail(
      "\(shared.name) is the key of everybody in its region: to erase one user it erases all of them.",
      help: "give each person a key of his own (scope: subject), and destroy that one",
      misconception: "regional-key", replay: .shredding(shared))
  }
}

extension Design {
  /// Whether a store has orders and payments, and nothing else about anybody.
  fileprivate func hasOnlySales(in store: String) -> Bool {
    Reach(self).copies.filter { $0.store.name == store }
      .allSatisfy { ["order", "payment"].contains($0.field.entity) }
  }
}
