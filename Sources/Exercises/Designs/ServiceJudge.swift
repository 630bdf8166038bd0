import Content
import GeoModel
import GeoSim

/// Turns what was measured on a design into verdicts, line by line.
package struct ServiceJudge: Sendable {
  let design: ServiceDesign
  let measurement: ServiceDesignMeasurement

  package init(_ design: ServiceDesign, _ measurement: ServiceDesignMeasurement) {
    self.design = design
    self.measurement = measurement
  }

  /// What is demanded, service by service in the order of the design, then what is missing.
  package var lines: [DesignLine] {
    measurement.services.flatMap { service in
      ServiceRequirement.all(for: service.service.keeps).map { line($0, of: service) }
    } + rushLines + missingLines
  }

  /// A part of the troubles survived gives a part of the points.
  private func line(_ requirement: ServiceRequirement, of measured: MeasuredService) -> DesignLine {
    let measure = requirement.measure
    let counted = measured.measurements.filter { measure.counts($0.trouble) }
    let met = counted.count { measure.isMet(by: $0) }
    let worst = counted.reduce(nil as ServiceMeasurement?) { worst, next in
      worst.map { measure.isWorse(next, than: $0) ? next : $0 } ?? next
    }
    let misconception =
      met == counted.count
      ? nil
      : worst.flatMap {
        ServiceMisconception(behind: measure, of: measured.service, in: $0, design: design)
      }
    return DesignLine(
      id: "\(measured.service.name).\(measure.id)",
      title: "\(measured.service.name): \(measure.name)",
      measured: worst.map { text(of: measure, in: $0) } ?? "nothing",
      margin: worst.flatMap { measure.margin($0) },
      points: counted.isEmpty ? 0 : requirement.points * met / counted.count,
      maxPoints: requirement.points, trouble: worst?.trouble, seed: worst?.worstSeed,
      misconception: misconception,
      explanation: met == counted.count
        ? nil : misconception?.explanation(of: measured.service, design: design))
  }

  private func text(
    of measure: ServiceRequirement.Measure, in measurement: ServiceMeasurement
  ) -> String {
    let name = measurement.trouble.name
    switch measure {
    case .lossAtMost:
      guard measurement.lostWrites > 0 else { return "nothing lost" }
      let writes = measurement.lostWrites == 1 ? "write" : "writes"
      return "\(measurement.lostWrites) acknowledged \(writes) lost, "
        + "\(Quantity.duration(measurement.rpo).text) of them, after \(name)"
    case .recoveryWithin:
      guard let rto = measurement.rto else { return "never again after \(name)" }
      return "\(Quantity.duration(rto).text) after \(name)"
    case .noSplitBrain:
      guard measurement.splitBrainWrites > 0 else { return "none" }
      return "\(measurement.splitBrainWrites) after \(name)"
    }
  }

  // MARK: - The rush

  private var rushLines: [DesignLine] {
    guard let inventory = design.inventory else { return [] }
    return measurement.rushes.map { rush in
      let oversold = rush.measurement.oversold
      let misconception =
        oversold == 0 ? nil : ServiceMisconception(behind: inventory, design: design)
      return DesignLine(
        id: "inventory.\(rush.id)", title: "inventory: nothing oversold \(rush.name)",
        measured: text(of: rush.measurement), margin: nil,
        points: oversold == 0
          ? ServiceRequirement.rushPoints
          : inventory.isPaidFor ? ServiceRequirement.rushPoints / 2 : 0,
        maxPoints: ServiceRequirement.rushPoints, misconception: misconception,
        explanation: misconception?.explanation(of: inventory, rush.measurement))
    }
  }

  private func text(of rush: PurchaseMeasurement) -> String {
    "\(rush.oversold) oversold of \(rush.sold) sold; \(rush.missed) left though wanted, "
      + "\(rush.unanswered) buyers without an answer"
  }

  // MARK: - What is not there

  private var missingLines: [DesignLine] {
    let groups = design.load.groups.map(\.name)
    let orders = groups.filter { group in
      !design.services.contains { $0.keeps == .orders && $0.serves.contains(group) }
    }.map { "orders of \($0)" }
    let others = [Service.Kind.catalogue, .stock].filter { kind in
      !design.services.contains { $0.keeps == kind }
    }.map(\.rawValue)
    let inventory = design.inventory == nil ? ["inventory"] : []
    return (orders + others + inventory).map { what in
      DesignLine(
        id: "missing.\(what)", title: "\(what): kept somewhere", measured: "nowhere",
        margin: nil, points: 0, maxPoints: ServiceRequirement.presencePoints,
        explanation: "The design does not say where \(what) is kept.")
    }
  }
}

extension ServiceRequirement.Measure {
  /// `rpo`.
  var id: String {
    switch self {
    case .lossAtMost: "rpo"
    case .recoveryWithin: "rto"
    case .noSplitBrain: "split-brain"
    }
  }

  /// `RTO at most 60 s`.
  var name: String {
    switch self {
    case .lossAtMost(.zero): "RPO 0"
    case .lossAtMost(let limit): "RPO at most \(Quantity.duration(limit).text)"
    case .recoveryWithin(let limit): "RTO at most \(Quantity.duration(limit).text)"
    case .noSplitBrain: "no write of a replaced primary"
    }
  }

  func margin(_ measurement: ServiceMeasurement) -> Duration? {
    switch self {
    case .lossAtMost(let limit): limit - measurement.rpo
    case .recoveryWithin(let limit): measurement.rto.map { limit - $0 }
    case .noSplitBrain: nil
    }
  }
}

extension RushMeasurement {
  /// `partition`.
  var id: String { rush.cut == nil ? "skew" : "partition" }

  /// What the rush is played in.
  var name: String {
    rush.cut == nil
      ? "with clocks \(Quantity.duration(rush.skew).text) apart" : "during a partition"
  }
}

extension Inventory {
  /// Whether overselling is meant, and what it costs is known.
  var isPaidFor: Bool { method == .oversell && compensation != nil }
}
