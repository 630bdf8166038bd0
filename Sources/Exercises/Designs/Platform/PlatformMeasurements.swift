import GeoModel
import GeoSim

/// What came of the runs of a shop.
struct PlatformMeasurements: Sendable {
  let submission: DesignSubmission
  /// With every field as what it is.
  let design: Design
  var law: [ResidencyFinding] = []
  var policy: [ResidencyFinding] = []
  /// Of a person in the EU.
  var erasure: ErasureReport?
  var services: ServiceDesignMeasurement

  init(_ submission: DesignSubmission, services: ServiceDesignMeasurement) {
    self.submission = submission
    design = submission.design.classified(as: TaskField.platform)
    self.services = services
  }
}

extension PlatformMeasurements {
  /// The laws whose people the shop is for, and what they are called.
  static let peoples = [(law: "India", people: "Indian"), (law: "EEA", people: "European")]

  /// The populations under a law.
  func populations(under law: String) -> [Population] {
    design.populations.filter { $0.jurisdiction == law }
  }

  /// What was measured on the services that keep some kinds of data.
  func keeping(_ kinds: [Service.Kind]) -> [MeasuredService] {
    services.services.filter { kinds.contains($0.service.keeps) }
  }

  /// The first people without a service that keeps a kind of data for all of them.
  func unserved(by kind: Service.Kind) -> String? {
    Self.peoples.first { law, _ in
      let populations = populations(under: law)
      let serving = design.services.filter { $0.keeps == kind }.flatMap(\.serves)
      return populations.isEmpty || !populations.allSatisfy { serving.contains($0.name) }
    }?.people
  }

  /// The findings about orders and payments, or about everything else.
  func findings(_ findings: [ResidencyFinding], aboutOrders: Bool) -> [ResidencyFinding] {
    findings.filter { finding in
      aboutOrders == finding.fields.contains { ["order", "payment"].contains($0.entity) }
    }
  }
}
