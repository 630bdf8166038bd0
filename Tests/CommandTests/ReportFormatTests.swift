import Foundation
import Testing
import geolearn

/// `geolearn check --format`
@Suite(.serialized)
struct ReportFormatTests {
  private static let forms = [
    "json", "junit", "tap", "gradescope", "exercism", "classroom50", "markdown",
  ]
  private static let runner = [
    "CLASSROOM": "geo", "ASSIGNMENT": "latency", "SUBMISSION_TAG": "submit/1",
    "COMMIT_URL": "https://example.org/c", "RELEASE_URL": "https://example.org/r",
  ]

  /// One check in all forms, each in a file of its name: right, wrong, unreadable and missing
  /// answers, and a program with a part of its points.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write(
      "\"1.1\": 85 ms\n\"1.2\": <soon> & \\\"#1\\\"\n\"1.3\": 140 ms\n", to: "answers/task1.yaml")
    try place.write(
      "\"2.1\": pn.py\n\"2.2\": pn.py\n\"2.5\": \"sum: A +1, A into B\"\n", to: "answers/task2.yaml"
    )
    try place.write(ProgramSources.python(joined: "mine.get(node, 0) + count"), to: "pn.py")
    let formats = Self.forms.map { "--format \($0)=\($0)" }.joined(separator: " ")
    let output = place.run("check \(formats) --time-limit 2min", Self.runner)
    #expect(output.complaint == "")
    #expect(output.code.code == 3)
    #expect(output.text.contains("PASS     2.1"))
    return place
  }

  @Test func `every form keeps to its schema, and all agree on verdicts and points`() throws {
    let place = try place()
    for form in ["json", "gradescope", "exercism", "classroom50"] {
      #expect(try Tools.mistakes(in: "\(place.folder)/\(form)", by: form) == "")
    }
    let xml = try Tools.run(
      ["xmllint", "--noout", "--schema", Tools.fixture("junit-10.xsd"), "\(place.folder)/junit"])
    #expect(xml.code == 0, "\(xml.text)")

    let expected = try rows(place)
    #expect(expected.count == 14)
    #expect(expected.contains("2.2 fail 13 26"))
    for form in ["junit", "gradescope", "classroom50", "markdown"] {
      #expect(try read(form, place) == expected, "\(form)")
    }
    let tap = try Tools.run(["perl", Tools.fixture("tap.pl"), "\(place.folder)/tap"])
    #expect(tap.code == 0, "\(tap.text)")
    #expect(lines(tap.text) == expected)
    let withoutPoints = expected.map { row in
      let words = row.split(separator: " ")
      return "\(words[0]) \(words[1] == "skipped" ? "fail" : words[1]) - -"
    }
    #expect(try read("exercism", place) == withoutPoints)
  }

  /// `1.1 pass 1 1` for every test in the JSON report.
  private func rows(_ place: borrowing Workplace) throws -> [String] {
    struct Report: Decodable {
      struct Test: Decodable { let id: String, status: String, score: Int, max_score: Int }
      let tests: [Test]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(place.text(of: "json").utf8))
    return report.tests.map { "\($0.id) \($0.status) \($0.score) \($0.max_score)" }
  }

  /// The same rows, as an independent reader finds them.
  private func read(_ form: String, _ place: borrowing Workplace) throws -> [String] {
    lines(
      try Tools.run(["python3", Tools.fixture("points.py"), form, "\(place.folder)/\(form)"]).text)
  }

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test(arguments: ["1.9", "x y"])
  func `a schema refuses what is no report`(version: String) throws {
    let place = try Workplace()
    try place.write("{\"schema\": \"\(version)\", \"tests\": 3}", to: "wrong")
    #expect(try Tools.mistakes(in: "\(place.folder)/wrong", by: "json").contains("$.tests"))
  }

  @Test func `only JSON holds the right answers`() throws {
    let place = try Workplace()
    try place.write("\"1.1\": 140 ms\n", to: "answers/task1.yaml")
    for form in Self.forms + ["text"] {
      let text = place.run("check 1.1 --format \(form)").text
      #expect(text.contains("85 ms") == (form == "json"), "\(form)")
    }
  }

  @Test func `a file that cannot be read is an error of every item in it, and of no other`() throws
  {
    let place = try Workplace()
    try place.write("\"1.1\": [\n", to: "answers/task1.yaml")
    try place.write("\"2.5\": \"sum: A +1, A into B, A into B\"\n", to: "answers/task2.yaml")
    let output = place.run("check 1.1 2.5 --format exercism")
    #expect(output.text.contains("\"status\": \"error\",\n      \"message\": \"The answers cannot"))
    #expect(output.text.contains("\"name\": \"2.5\",\n      \"status\": \"pass\""))
    #expect(output.complaint.contains("answers/task1.yaml:"))
    #expect(output.code == .data)
    #expect(place.run("check 1.1 2.5 --format exercism --exit-zero").code == .success)
    let alone = place.run("check 1.1 --format gradescope --exit-zero").text
    #expect(alone.contains("\"score\": 0,\n      \"max_score\": 1,\n      \"status\": \"failed\""))
  }

  @Test func `what is printed is text, where all forms go to files`() throws {
    let place = try Workplace()
    let output = place.run("check 1.1 --answer \"85 ms\" --format tap=out.tap")
    #expect(output.text.hasPrefix("PASS     1.1"))
    #expect(try place.text(of: "out.tap").hasPrefix("TAP version 14\n1..1\nok 1 - 1.1\n"))
  }

  @Test func `a file that cannot be written keeps no other from being written`() throws {
    let place = try Workplace()
    let output = place.run(
      "check 1.1 --answer \"85 ms\" --format json=none/x --format tap=out.tap --exit-zero")
    #expect(output.code == .inputOutput)
    #expect(output.complaint.hasPrefix("Error: 'none/x' cannot be written: "))
    #expect(try place.text(of: "out.tap").contains("ok 1"))
  }

  @Test(arguments: [
    ("--format jnuit", "--format is 'jnuit'; did you mean 'junit'?"),
    ("--format csv", "--format is 'csv'; it must be text, json, junit, tap"),
    ("--format tap --format json", "tap and json would both be printed; give one of them a file"),
    ("--format tap=", "--format tap= names no file; write tap=FILE"),
    ("--format tap=x --format json=x", "tap and json would both be written to 'x'"),
  ])
  func `a form that cannot be had is answered with what can`(options: String, message: String)
    throws
  {
    let output = try Workplace().run("check 1.1 --answer \"85 ms\" \(options)")
    #expect(output.complaint.hasPrefix("Error: \(message)"))
    #expect(output.code == .usage)
  }

  @Test func `the time of a reproducible build is the time of the report`() throws {
    let output = try Workplace().run(
      "check 1.1 --answer \"85 ms\" --format classroom50", ["SOURCE_DATE_EPOCH": "0"])
    #expect(output.text.contains("\"datetime\": \"1970-01-01T00:00:00Z\""))
  }

  @Test func `what is outside of the folder is nobody's answer`() throws {
    let place = try Workplace()
    try place.write(ProgramSources.python(), to: "anna/pn.py")
    try place.write("\"2.1\": ../anna/pn.py\n", to: "ben/answers/task2.yaml")
    var invocation = place.invocation()
    invocation.folder += "/ben"
    let output = Geolearn.output(of: ["check", "2.1"], invocation)
    #expect(output.text.contains("ERROR    2.1  '../anna/pn.py' is not in this folder."))

    try place.write("\"1.1\": 85 ms\n", to: "anna/answers/task1.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: "\(place.folder)/ben/answers/task1.yaml",
      withDestinationPath: "../../anna/answers/task1.yaml")
    let linked = Geolearn.output(of: ["check", "1.1"], invocation)
    #expect(linked.complaint == "Error: 'answers/task1.yaml' leads out of this folder\n")
    #expect(linked.code == .data)
  }

  @Test(arguments: [
    "check 1 --format tap=answers/task1.yaml",
    "check 1 --format tap=./answers/../answers/task1.yaml",
    "check 1.1 --answer \"85 ms\" --format junit=pn_counter.py",
    "check 1 --file mine.yaml --format json=mine.yaml",
  ])
  func `a report replaces nothing that is handed in`(line: String) throws {
    let place = try Workplace()
    let work = ["answers/task1.yaml", "pn_counter.py", "mine.yaml"]
    for file in work { try place.write("\"1.1\": 85 ms\n", to: file) }
    let output = place.run(line)
    #expect(output.complaint.contains("' is a learner's work; give the "), "\(output)")
    #expect(output.code == .usage)
    for file in work { #expect(try place.text(of: file) == "\"1.1\": 85 ms\n") }
  }

  @Test func `a named file that is missing is an error on every item, and no pass`() throws {
    let place = try Workplace()
    let output = place.run("check 1.1 1.2 --file nope.yaml --format tap --exit-zero")
    #expect(output.text.contains("\nnot ok 1 - 1.1"))
    #expect(!output.text.contains("# SKIP"))
    #expect(output.text.contains("There is no file 'nope.yaml'"))
    #expect(place.run("check 1.1 --file nope.yaml --format tap").code == .noInput)
    // Without a name there is just nothing yet.
    #expect(place.run("check 1.1 --format tap").text.contains("ok 1 - 1.1 # SKIP"))
  }

  @Test func `a mistake in the answers keeps its place in every form`() throws {
    let place = try Workplace()
    try place.write("\"1.1\": [\n", to: "bad.yaml")
    let output = place.run("check 1.1 --file bad.yaml --format tap")
    #expect(output.text.contains("The answers cannot be read: bad.yaml:"), "\(output)")
  }
}
