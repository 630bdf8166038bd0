import Exercises
import Testing

/// A report on a class
struct ClassReportTests {
  private func learner(_ name: String, _ verdicts: [Verdict]) -> ClassReport.Learner {
    ClassReport.Learner(name: name, seed: 0, verdicts: verdicts)
  }

  private func wrong(_ id: String, _ rule: String?) -> Verdict {
    Verdict(id: id, outcome: .fail, rationale: "no", misconception: rule)
  }

  private var report: ClassReport {
    var program = wrong("2.1", "sum")
    program.parts = [wrong("2.1-a", "sum"), wrong("2.1-b", "alias")]
    return ClassReport(
      learners: [
        learner("anna", [wrong("1.1", "half"), wrong("1.2", "half"), program]),
        learner(
          "b,\"<i>", [wrong("1.1", "half"), Verdict(id: "1.2", outcome: .pass, rationale: "")]),
        learner("=1+1", [Verdict(id: "1.1", outcome: .error, rationale: "?")]),
      ],
      items: [
        ClassReport.Item(id: "1.1", points: 1), ClassReport.Item(id: "1.2", points: 1),
        ClassReport.Item(id: "2.1", points: 1),
      ],
      version: "1")
  }

  @Test func `a wrong rule counts once for a learner, wherever he follows it`() {
    let json = report.text(as: .json)
    #expect(
      json.contains(
        """
              "rule": "half",
              "count": 2,
              "items": [
                "1.1",
                "1.2"
              ],
              "learners": [
                "anna",
                "b,\\"<i>"
              ]
        """))
    #expect(json.contains("\"rule\": \"alias\",\n      \"count\": 1,"))
  }

  @Test func `what a spreadsheet would compute, or split, stays a name`() {
    #expect(
      report.text(as: .csv) == """
        learner,status,score,max_score,seed,1.1,1.2,2.1\r
        anna,fail,0,3,0,0,0,0\r
        "b,""<i>",fail,1,3,0,0,1,\r
        '=1+1,error,0,3,0,,,\r

        """)
  }

  @Test func `a page escapes names, and marks what nobody could judge`() {
    let page = report.text(as: .html)
    #expect(page.contains(">b,&quot;&lt;i&gt;</a></td><td class=\"sum\">1</td>"))
    #expect(page.contains("<td class=\"sum\">0</td><td>?</td>"))
    #expect(!page.contains("<i>"))
  }

  @Test(arguments: [([], "0"), ([1], "1"), ([0, 1], "0.5"), ([0, 0, 1], "0"), ([1, 0, 1], "1")])
  func `the median is that of the learner in the middle`(scores: [Int], median: String) {
    let learners = scores.map { score in
      learner("x", [Verdict(id: "1.1", outcome: score == 1 ? .pass : .fail, rationale: "")])
    }
    let report = ClassReport(
      learners: learners, items: [ClassReport.Item(id: "1.1", points: 1)], version: "1")
    #expect(report.text(as: .text).contains("median \(median)\n"))
  }
}
