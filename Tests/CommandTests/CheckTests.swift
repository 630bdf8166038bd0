import Testing
import geolearn

/// `geolearn check`
struct CheckTests {
  @Test(
    arguments: [
      ("1.1 --answer \"85 ms\"", 0), ("1.1 --answer \"170 ms, leader eu-west\"", 0),
      ("1.1 --answer \"140 ms\"", 1), ("1.1 --answer \"\"", 2), ("1.1 --answer soon", 3),
      ("1.1 --answer \"140 ms\" --exit-zero", 0), ("task9", 64), ("task1 --answer 3", 64),
      ("1.1 --answer 3 --file x", 64), ("", 66), ("--file x.yaml", 66), ("1.1 --variant 7", 0),
    ] as [(String, Int32)])
  func `the exit code tells the outcome`(arguments: String, code: Int32) throws {
    #expect(try Workplace().run("check \(arguments)").code.code == code)
  }

  @Test func `the word of the verdict comes first`() throws {
    #expect(
      try Workplace().run("check 1.1 --answer \"85 ms\"").text == """
        PASS     1.1  85 ms is right.

        1 of 1 passed

        """)
  }

  @Test func `answers are read from the file of the task`() throws {
    let place = try Workplace()
    try place.write("\"1.1\": 85 ms\n\"1.3\": 140 ms\n", to: "answers/task1.yaml")
    let output = place.run("check 1.1 1.3")
    #expect(output.text.contains("PASS     1.1"))
    #expect(output.text.contains("FAIL     1.3"))
    #expect(output.code == .failed)
  }

  @Test func `the journal remembers what was graded, and nothing else`() throws {
    let place = try Workplace()
    try place.write(
      "\"1.1\": 85 ms\n\"1.2\": soon\n\"1.3\": 140 ms\n", to: "answers/task1.yaml")
    _ = place.run("check")
    #expect(place.journal == ["graded 1.1 pass", "graded 1.3 fail"])
  }

  @Test func `mistakes in the file are told with their place`() throws {
    let place = try Workplace()
    try place.write("\"1.1\":\n  answer: 85 ms\n  laeder: eu-west\n", to: "a.yaml")
    let output = place.run("check --file a.yaml")
    #expect(
      output.complaint == """
        Error: the answers cannot be read
        a.yaml:3:3: error: 1.1 has no 'laeder'; did you mean 'leader'?

        """)
    #expect(output.code == .data)
  }

  @Test func `a missing file is answered with how to get one`() throws {
    #expect(
      try Workplace().run("check").complaint
        == "Error: there is no file 'answers/task1.yaml'; "
        + "'geolearn init' writes answers/task1.yaml here\n")
  }

  @Test func `a variant asks in other numbers, and grades in them`() throws {
    let place = try Workplace()
    let question = place.run("check 1.1 --variant 7").text
    let trips = question.split(separator: "\n").filter { $0.hasPrefix("  us-east to ") }
    let nearest = trips.compactMap { $0.split(separator: " ").dropLast().last.flatMap { Int($0) } }
      .min()
    let time = try #require(nearest)
    #expect(place.run("check 1.1 --variant 7 --answer \"\(time) ms\"").code == .success)
    #expect(place.run("check 1.1 --variant 7 --answer \"85 ms\"").code == .failed)
  }

  @Test func `an unknown item is answered with the nearest`() throws {
    #expect(
      try Workplace().run("check tsk1").complaint
        == "Error: no exercise is called 'tsk1'; did you mean 'task1'?\n")
  }

  @Test func `programs get the report as JSON`() throws {
    let output = try Workplace().run("check 1.1 --answer \"85 ms\" --format json")
    #expect(output.text.contains("\"schema\": \"geolearn/result/v1\""))
    #expect(output.text.contains("\"status\": \"pass\""))
  }
}
