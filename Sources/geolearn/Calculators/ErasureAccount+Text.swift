import App
import Content
import Drawing
import GeoCrypto
import GeoModel

extension ErasureAccount {
  /// The account for people: every copy in a table, then what was tried, then what is wrong.
  func text(marks: Marks) -> String {
    let parts = [heading, table(marks), summary] + keptParts + trialParts + findings.map(text)
    return (parts + [verdict]).joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private var heading: String {
    "Design \(name): \(subject.readable) asks for erasure, and everything is told to forget"
  }

  private func table(_ marks: Marks) -> String {
    let columns = [
      Table.Column("copy"), Table.Column("gone after", .right), Table.Column("by"),
      Table.Column("encrypted with"), Table.Column(""),
    ]
    return Table(columns: columns, rows: report.copies.map(row)).text(marks: marks)
  }

  private func row(of copy: StoredCopy) -> [StyledText] {
    let death = copy.death
    let isLate = death.map { $0.time > ErasureReport.month } ?? true
    let notes = [
      copy.birth > .zero ? "there from \(text(copy.birth)) on" : nil,
      isLate ? (report.isBeyondUse(copy) ? "beyond use" : "✘ LATE") : nil,
      copy.death?.time == report.end ? "the last" : nil,
    ]
    return [
      copy.name, death.map { $0.time == .zero ? "at once" : text($0.time) } ?? "never",
      death?.cause.word ?? "nothing",
      copy.key ?? "", notes.compactMap(\.self).joined(separator: "; "),
    ].map { StyledText($0) }
  }

  private var summary: String {
    let last = report.lastCopies.map(\.name).joined(separator: ", ")
    let end =
      report.copies.isEmpty
      ? "There is no copy of any personal data."
      : report.end.map { "The last copy is gone after \(text($0)): \(last)." }
        ?? "The last copy is never gone: \(last)."
    guard let moment else { return end }
    let readable = report.readable(at: moment).map(\.name)
    let names = readable.isEmpty ? "nothing can be read" : readable.joined(separator: ", ")
    return "\(end)\nAfter \(text(moment)) can be read: \(names)."
  }

  private var keptParts: [String] {
    report.kept.isEmpty
      ? [] : [report.kept.map { "Kept: \($0.store), \($0.reason)." }.joined(separator: "\n")]
  }

  private var trialParts: [String] {
    trials.isEmpty ? [] : [trials.map(text).joined(separator: "\n")]
  }

  private func text(of trial: ShreddingTrial.Result) -> String {
    let opened = trial.opened == 0 ? "none opens" : "\(trial.opened) open"
    let others =
      trial.collateral.isEmpty
      ? "every copy of others opens"
      : "the copies of \(trial.collateral.joined(separator: ", ")) are closed too"
    return "Tried without \(trial.key): of \(trial.tried) copies of \(subject.readable) \(opened); "
      + "\(others)."
  }

  private func text(of finding: ErasureFinding) -> String {
    """
    ✘ \(finding.rule)
      \(finding.sentence)
      rule    \(finding.reference)
      remedy  \(finding.remedy)
    """
  }

  private var verdict: String {
    let disclaimer = "Engineering, not legal advice: only the rules of docs/design-files.md."
    let count = findings.count
    return count == 0
      ? "✔ Nothing was found. \(disclaimer)"
      : "\(count) \(count == 1 ? "finding" : "findings"). \(disclaimer)"
  }

  private func text(_ duration: Duration) -> String { Quantity.duration(duration).text }
}
