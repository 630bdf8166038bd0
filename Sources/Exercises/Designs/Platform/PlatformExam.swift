import Content
import GeoModel
import GeoSim

/// Task 4: a shop in India and the EU.
///
/// Where data are is judged by the audits of a design, with every field as what it is; everything else
/// by putting its services through whatever can go wrong.
struct PlatformExam: DesignExam {
  private enum Audit: String, CaseIterable {
    case law = "Following every field, by the law"
    case policy = "Following every field, by the strict policy"
    case erasure = "Erasing a European who has ordered"
  }

  private var measured: PlatformMeasurements
  private var check: ServiceCheck

  init(_ submission: DesignSubmission) {
    var submission = submission
    submission.text = submission.design.classified(submission.text, as: TaskField.platform)
    let design = ServiceDesign(submission.design)
    let effort = submission.effort
    let steps = ServiceCheck.steps(for: design, rushes: effort.rushes).filter {
      effort.includes($0, of: design)
    }
    check = ServiceCheck(
      design, seed: submission.seed, steps: steps, most: effort.most)
    measured = PlatformMeasurements(submission, services: check.result)
  }

  var runs: [String] {
    Audit.allCases.map(\.rawValue) + check.steps.map { $0.name(in: check.design) }
  }

  mutating func perform(_ run: Int) {
    let design = measured.design
    guard run < Audit.allCases.count else {
      check.advance()
      measured.services = check.result
      return
    }
    switch Audit.allCases[run] {
    case .law: measured.law = ResidencyAudit(design.under(.none)).findings
    case .policy:
      measured.policy = ResidencyAudit(design.under(.strictEU)).findings
        .filter { $0.rule.source == .policy }
    case .erasure:
      measured.erasure = measured.populations(under: "EEA").first.map {
        ErasureReport(design.ofAccounts(in: $0))
      }
    }
  }

  var parts: [Verdict] { Self.requirements.map { $0.verdict(on: measured) } }

  var picture: Directive { measured.submission.scene("residency-map") }

  static func points(of item: String) -> Int {
    requirements.filter { $0.item == item }.reduce(0) { $0 + $1.points }
  }

  private static let requirements = accounts + catalogue + inventory + orders + recovery
}

extension ServiceCheck.Step {
  /// What is run, as a line of progress.
  fileprivate func name(in design: ServiceDesign) -> String {
    switch self {
    case .latency(let number): "\(design.names(like: number)): a quiet minute"
    case .trouble(let number, let trouble): "\(design.names(like: number)): \(trouble.name)"
    case .rush(let rush): "Selling out \(rush.name)"
    }
  }
}

extension ServiceDesign {
  /// A service, and how many are like it.
  fileprivate func names(like number: Int) -> String {
    let service = services[number]
    let others = services.count { $0.behaves(like: service) } - 1
    return service.name + (others > 0 ? " and \(others) like it" : "")
  }
}

extension PurchaseRush {
  /// What the sale is played in.
  var name: String {
    cut == nil
      ? "with clocks \(Quantity.duration(skew).text) apart" : "while the network is cut"
  }
}
