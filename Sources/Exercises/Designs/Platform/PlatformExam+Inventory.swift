import Content
import GeoModel
import GeoSim

/// 4.3: how is nothing sold twice?
extension PlatformExam {
  static let inventory: [Requirement<PlatformMeasurements>] = [
    Requirement(item: "4.3", name: "kept", title: "Everybody can buy every unit", points: 2) {
      stock($0)
    },
    Requirement(
      item: "4.3", name: "cut", title: "Nothing is oversold while the network is cut", points: 4
    ) {
      oversold($0) { $0.cut != nil }
    },
    Requirement(
      item: "4.3", name: "clocks", title: "Nothing is oversold while clocks are apart", points: 2
    ) {
      oversold($0) { $0.cut == nil }
    },
    Requirement(item: "4.3", name: "sells", title: "What is there is sold", points: 2) {
      sells($0)
    },
  ]

  private static func stock(_ measured: PlatformMeasurements) -> Ruling {
    guard let inventory = measured.design.inventory else {
      return .fail(
        "The design does not say how units are sold.",
        help: "add an inventory: a method, and the services that keep the stock")
    }
    let keepers = inventory.services.compactMap { name in
      measured.design.services.first { $0.name == name }
    }
    if let other = keepers.first(where: { $0.keeps != .stock }) {
      return .fail(
        "\(other.name) is to sell units, and keeps \(other.keeps.rawValue).",
        help: "name a service with 'keeps: stock' in the inventory")
    }
    let idle = measured.design.services.first {
      $0.keeps == .stock && !inventory.services.contains($0.name)
    }
    if let idle {
      return .fail(
        "\(idle.name) keeps stock that the inventory never sells.",
        help: "give it rights in the inventory, or leave it out")
    }
    return measured.unserved(by: .stock).map { people in
      .fail(
        "No service keeps stock for \(people) accounts.",
        help: "let a service with 'keeps: stock' serve both, or one serve each")
    } ?? .pass("Both peoples buy from the same \(inventory.method.words).")
  }

  private static func oversold(
    _ measured: PlatformMeasurements, _ isMeant: (PurchaseRush) -> Bool
  ) -> Ruling {
    guard let inventory = measured.design.inventory,
      let played = measured.services.rushes.first(where: { isMeant($0.rush) })
    else { return .fail("Nothing is sold.", help: "add an inventory", limit: "none") }
    let (rush, result) = (played.rush, played.measurement)
    let count = "\(result.oversold) oversold"
    guard result.oversold > 0 else {
      return .pass(
        "\(result.purchases) buyers came for \(rush.units * rush.products) units \(rush.name): "
          + "\(result.sold) were sold, and none that was not there. \(cost(result))",
        measured: count, limit: "none")
    }
    let service = measured.design.services.first { inventory.services.contains($0.name) }
    let misconception = ServiceMisconception(behind: inventory)
    let sentence =
      "\(result.oversold) units are sold \(rush.name) that were never there."
      + apologies(inventory, result)
    let explanation = misconception.flatMap { belief in service.map(belief.explanation) }
    return .fail(
      "\(sentence) \(explanation ?? "")",
      help: misconception.flatMap { belief in service.map(belief.remedy) }
        ?? "let one place decide, or split the units in escrow",
      misconception: misconception?.rawValue, measured: count, limit: "none",
      replay: measured.submission.scene(
        "purchases",
        arguments: [
          "in: \(rush.cut == nil ? "skew" : "partition")", "purchases: \(rush.purchases)",
          "seed: \(played.seed)",
        ]),
      moment: played.firstOversale,
      reached: inventory.isPaidFor ? (rush.cut == nil ? 1 : 2) : 0)
  }

  /// What caution costs.
  private static func cost(_ result: PurchaseMeasurement) -> String {
    "The cost: \(result.missed) units were left though somebody wanted one, and "
      + "\(result.unanswered) buyers got no answer."
  }

  private static func apologies(_ inventory: Inventory, _ result: PurchaseMeasurement) -> String {
    guard inventory.method == .oversell, let price = inventory.compensation else { return "" }
    let sum = Int((Double(result.oversold) * price).rounded())
    return " As many apologies cost as much as \(sum) units: a business decision."
  }

  /// Nine units of ten, while nothing is cut.
  private static func sells(_ measured: PlatformMeasurements) -> Ruling {
    let whole = measured.services.rushes.first { $0.rush.cut == nil }
    guard let played = whole else {
      return .fail("Nothing is sold.", help: "add an inventory", limit: "at least 9 of 10")
    }
    let result = played.measurement
    let wanted = result.sold - result.oversold + result.missed
    let text = "\(result.sold - result.oversold) of \(wanted)"
    let isEnough = result.missed * 10 <= wanted && result.sold > 0
    return isEnough
      ? .pass(
        "Of \(wanted) units that were there and wanted, \(result.sold - result.oversold) were sold.",
        measured: text, limit: "at least 9 of 10")
      : .fail(
        "\(result.missed) units are left though buyers wanted them, with nothing cut.",
        help: "give out rights to all units, and let regions that have none left ask for more",
        misconception: "refused-though-there", measured: text, limit: "at least 9 of 10")
  }
}

extension Inventory {
  /// Whether overselling is meant, and what it costs is known.
  fileprivate var isPaidFor: Bool { method == .oversell && compensation != nil }
}

extension Inventory.Method {
  /// What it is called in a sentence: `stock by escrow`.
  fileprivate var words: String { "stock, by \(rawValue)" }
}
