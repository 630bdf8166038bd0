import Exercises
import Testing

private let verdicts = [
  Verdict(
    id: "1.1", outcome: .pass, rationale: "85 ms is right.", expected: "85 ms", actual: "85 ms"),
  Verdict(
    id: "1.2b", outcome: .fail, rationale: "1 would be right if half of the voters could decide.",
    expected: "0", actual: "1", help: "Subtract the majority.", see: "quorums",
    misconception: "half"),
  Verdict(
    id: "1.3", outcome: .error, rationale: "'fast' has no number.", actual: "fast",
    help: "write a number and ns, µs, ms, s or min"),
  Verdict(id: "1.4", outcome: .skipped, rationale: "There is no answer yet."),
]

struct ReportTests {
  private func report(_ verdicts: [Verdict]) -> Report {
    Report(verdicts: verdicts, version: "1.0", topology: "module", seed: 7)
  }

  @Test func `a text report is aligned and ends with the score`() {
    #expect(
      report(verdicts).text(width: 60) == """
        PASS     1.1   85 ms is right.
        FAIL     1.2b  1 would be right if half of the voters could
                       decide.
                       Next: Subtract the majority.
                       See: quorums
        ERROR    1.3   'fast' has no number.
                       Next: write a number and ns, µs, ms, s or min
        SKIPPED  1.4   There is no answer yet.

        1 of 4 passed

        """)
  }

  @Test func `a text report does not give answers away`() {
    var refused = verdicts[1]
    refused.expected = "the secret"
    #expect(!report([refused]).text().contains("secret"))
  }

  @Test func `a JSON report holds everything, in a fixed order`() {
    #expect(
      report(Array(verdicts.prefix(2))).json() == """
        {
          "schema": "geolearn/result/v1",
          "tool": {
            "name": "geolearn",
            "version": "1.0"
          },
          "topology": "module",
          "seed": 7,
          "score": 1,
          "max_score": 2,
          "status": "fail",
          "tests": [
            {
              "id": "1.1",
              "task_id": 1,
              "status": "pass",
              "score": 1,
              "max_score": 1,
              "rationale": "85 ms is right.",
              "expected": "85 ms",
              "actual": "85 ms"
            },
            {
              "id": "1.2b",
              "task_id": 1,
              "status": "fail",
              "score": 0,
              "max_score": 1,
              "rationale": "1 would be right if half of the voters could decide.",
              "expected": "0",
              "actual": "1",
              "misconception": "half",
              "help": "Subtract the majority.",
              "see": "quorums"
            }
          ]
        }

        """)
  }

  @Test func `a report of nothing is incomplete`() {
    #expect(
      report([]).json() == """
        {
          "schema": "geolearn/result/v1",
          "tool": {
            "name": "geolearn",
            "version": "1.0"
          },
          "topology": "module",
          "seed": 7,
          "score": 0,
          "max_score": 0,
          "status": "incomplete",
          "tests": []
        }

        """)
    #expect(report([]).text() == "\n0 of 0 passed\n")
  }

  @Test func `the time of a check is told only when it is given`() {
    var report = report([])
    #expect(!report.json().contains("started"))
    report.started = "2026-11-23T15:00:00Z"
    #expect(report.json().contains("\"started\": \"2026-11-23T15:00:00Z\""))
  }

  @Test func `texts are escaped as JSON demands`() {
    let verdict = Verdict(id: "x", outcome: .error, rationale: "\"a\\b\"\n\t\u{1B}\u{1}é", help: "")
    let json = report([verdict]).json()
    #expect(json.contains(#""rationale": "\"a\\b\"\n\t\u001b\u0001é""#))
    #expect(!json.contains("task_id"))
  }

  @Test func `the largest seed keeps its digits`() {
    var report = report([])
    report.seed = .max
    #expect(report.json().contains("\"seed\": 18446744073709551615,"))
  }

  @Test(
    arguments: [
      ([.pass], 0, "pass"), ([.pass, .pass], 0, "pass"),
      ([.fail], 1, "fail"), ([.pass, .fail, .skipped], 1, "fail"),
      ([.skipped], 2, "incomplete"), ([.pass, .skipped], 2, "incomplete"), ([], 2, "incomplete"),
      ([.error], 3, "error"), ([.fail, .error], 3, "error"),
      ([.error, .skipped, .pass], 3, "error"),
    ] as [([Outcome], Int32, String)])
  func `the exit code and the status follow from the outcomes`(
    outcomes: [Outcome], code: Int32, status: String
  ) {
    let verdicts = outcomes.map { Verdict(id: "x", outcome: $0, rationale: "") }
    #expect(Outcome.exitCode(for: outcomes) == code)
    #expect(report(verdicts).exitCode == code)
    #expect(report(verdicts).json().contains("\"status\": \"\(status)\","))
  }
}
