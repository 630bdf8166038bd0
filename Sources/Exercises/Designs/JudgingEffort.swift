import GeoModel
import GeoSim

/// How much a design is run before it is judged.
package enum JudgingEffort: Sendable {
  /// As a learner's design is judged.
  case full
  /// One trial with few writes, without the loss of two regions and cuts around standbys, and small
  /// sales: enough to tell right from wrong, and soon done.
  case brief

  var most: ServiceRun.Most {
    switch self {
    case .full: ServiceRun.Most()
    case .brief: ServiceRun.Most(trials: 1, writes: 200)
    }
  }

  var rushes: [PurchaseRush] {
    switch self {
    case .full: ServiceCheck.rushes
    case .brief: ServiceCheck.rushes.map { $0.shortened(to: 1000) }
    }
  }

  func includes(_ step: ServiceCheck.Step, of design: ServiceDesign) -> Bool {
    switch (self, step) {
    case (.brief, .trouble(_, .losesBoth)): false
    case (.brief, .trouble(let number, .isolates(let region))):
      region == design.services[number].primary
    case (.full, _), (.brief, _): true
    }
  }
}
