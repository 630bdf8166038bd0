import Exercises
import Foundation
import TestSupport
import Testing

/// The forms of a report, on texts that they could mistake for their own.
struct ReportFormTests {
  private static let hostile = "</a> & \"b\" #c | `d` *e* \\ \u{1} ]]> \n--- ok 2"

  private func report(_ outcome: Outcome) -> Report {
    var verdict = Verdict(
      id: "1.1", outcome: outcome, rationale: Self.hostile, expected: "the secret",
      actual: Self.hostile, help: Self.hostile, misconception: "half")
    verdict.maxScore = 3
    return Report(verdicts: [verdict], version: "1", topology: "module")
  }

  @Test(arguments: Outcome.allCases)
  func `no text is taken for a mark of the form`(outcome: Outcome) throws {
    let report = report(outcome)
    let tap = report.text(as: .tap)
    let points = tap.split(separator: "\n").filter { line in
      ["ok ", "not ok "].contains { line.hasPrefix($0) }
    }
    #expect(points.count == 1)
    #expect(!report.text(as: .junit).contains("</a>"))
    #expect(!report.text(as: .junit).contains("\u{1}"))
    let page = report.text(as: .markdown)
    #expect(!page.contains("</a>") && !page.contains(" `d`") && !page.contains(" *e*"))
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .json }, Outcome.allCases)
  func `no form but JSON gives the answer away`(format: ReportFormat, outcome: Outcome) {
    #expect(!report(outcome).text(as: format).contains("the secret"))
  }

  @Test func `points are the sum of all items, however few of them passed`() throws {
    for seed in UInt64(0)..<50 {
      var dice = Dice(seed: seed)
      let verdicts = (1...6).map { item in
        let outcome = Outcome.allCases[Int(dice.next() % 4)]
        var verdict = Verdict(id: "1.\(item)", outcome: outcome, rationale: "x")
        verdict.maxScore = Int(dice.next() % 9) + 1
        verdict.score = Int(dice.next() % UInt64(verdict.maxScore + 1))
        return verdict
      }
      let report = Report(verdicts: verdicts, version: "1", topology: "module")
      let sum = verdicts.map(\.score).reduce(0, +)
      #expect(report.text(as: .gradescope).hasPrefix("{\n  \"score\": \(sum),"))
      #expect(report.text(as: .classroom50).contains("\n  \"score\": \(sum),"))
      #expect(report.text(as: .junit).contains("name=\"score\" value=\"\(sum)\""))
      #expect(report.text(as: .markdown).contains("**\(sum)**"))
    }
  }

  @Test func `nothing to judge is an error, never a pass`() {
    let report = Report(verdicts: [], version: "1", topology: "")
    #expect(report.text(as: .exercism).contains("\"status\": \"error\""))
    #expect(report.text(as: .tap).contains("1..0\n# 0 of 0 passed"))
  }

  @Test func `a report that is read again tells the same`() throws {
    var part = Verdict(id: "2.1-a", outcome: .fail, rationale: "no")
    part.title = "A check"
    var whole = Verdict(
      id: "2.1", outcome: .fail, rationale: "x", expected: "1", actual: "2", help: "h", see: "s",
      misconception: "sum")
    whole.parts = [part]
    (whole.score, whole.maxScore) = (2, 9)
    let report = Report(verdicts: [whole], version: "1", topology: "module")
    let read = try JSONDecoder().decode(ReadReport.self, from: Data(report.json().utf8))
    #expect(read.schema == "geolearn/result/v1")
    #expect(read.tests == report.verdicts)
  }

  @Test func `without explanation, only outcome and points are left`() {
    let verdict = report(.fail).verdicts[0].withoutExplanation
    #expect(verdict.rationale == "Not right.")
    #expect(verdict.expected == nil && verdict.misconception == nil && verdict.help == nil)
    #expect(report(.pass).verdicts[0].withoutExplanation.rationale == "Right.")
    #expect(report(.error).verdicts[0].withoutExplanation.rationale == Self.hostile)
  }
}
