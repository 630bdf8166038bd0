import Content
import GeoCrypto
import GeoModel

/// When each copy of a person's data is gone: what `calc erasure` says.
struct ErasureAccount {
  /// As the learner named the design.
  let name: String
  let subject: String
  let report: ErasureReport
  /// The moment that was asked for.
  let moment: Duration?
  let findings: [ErasureFinding]
  /// What attempts to decrypt came to, for each key that was destroyed.
  let trials: [ShreddingTrial.Result]

  init(name: String, subject: String, report: ErasureReport, moment: Duration?) {
    self.name = name
    self.subject = subject
    self.report = report
    self.moment = moment
    findings = report.findings
    trials = ShreddingTrial.results(of: report, subject: subject)
  }

  var json: JSON {
    var members = [
      JSON.Member("design", .string(name)), JSON.Member("subject", .string(subject)),
      JSON.Member("deadline_s", .number(seconds(ErasureReport.month))),
      JSON.Member("last_copy_s", .optional(report.end.map(seconds))),
      JSON.Member("last_copies", .strings(report.lastCopies.map(\.name))),
      JSON.Member("copies", .array(report.copies.map(json))),
      JSON.Member("kept", .array(report.kept.map(json))),
      JSON.Member("decryption", .array(trials.map(json))),
      JSON.Member("findings", .array(findings.map(json))),
    ]
    if let moment {
      members += [
        JSON.Member("at_s", .number(seconds(moment))),
        JSON.Member("readable_at", .strings(report.readable(at: moment).map(\.name))),
      ]
    }
    return .object(members)
  }

  private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  private func json(of copy: StoredCopy) -> JSON {
    .object([
      JSON.Member("store", .string(copy.store)), JSON.Member("layer", .string(copy.layer.rawValue)),
      JSON.Member("key", copy.key.map(JSON.string) ?? .null),
      JSON.Member("from_s", .number(seconds(copy.birth))),
      JSON.Member("gone_s", .optional(copy.death.map { seconds($0.time) })),
      JSON.Member("cause", copy.death.map { .string($0.cause.rawValue) } ?? .null),
      JSON.Member("beyond_use", .bool(report.isBeyondUse(copy))),
    ])
  }

  private func json(of kept: ErasureReport.Kept) -> JSON {
    .object([
      JSON.Member("store", .string(kept.store)), JSON.Member("reason", .string(kept.reason)),
    ])
  }

  private func json(of trial: ShreddingTrial.Result) -> JSON {
    .object([
      JSON.Member("key", .string(trial.key)), JSON.Member("stores", .strings(trial.stores)),
      JSON.Member("tried", .integer(trial.tried)), JSON.Member("opened", .integer(trial.opened)),
      JSON.Member("collateral", .strings(trial.collateral)),
    ])
  }

  private func json(of finding: ErasureFinding) -> JSON {
    .object([
      JSON.Member("rule", .string(finding.rule)),
      JSON.Member("reference", .string(finding.reference)),
      JSON.Member("sentence", .string(finding.sentence)),
      JSON.Member("remedy", .string(finding.remedy)),
    ])
  }
}
