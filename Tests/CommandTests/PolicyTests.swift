import Testing
import geolearn

/// `course.yaml` and `--exam`
struct PolicyTests {
  private func place(_ rules: String) throws -> Workplace {
    let place = try Workplace()
    try place.write(rules, to: "course.yaml")
    return place
  }

  @Test(arguments: ["hint 1.1 --exam", "hint 1.1"])
  func `an exam has no hints`(line: String) throws {
    let output = try place("exam: true\n").run(line)
    #expect(output.complaint == "Error: there are no hints here: this is an exam\n")
    #expect(output.code == .notAllowed)
  }

  @Test(arguments: [
    ("exam: true", "replay 3.2-law", "there is nothing to watch here: this is an exam"),
    ("exam: true", "replay 2.2", "there is nothing to watch here: this is an exam"),
    (
      "exam: true", "export task1 --md --solutions",
      "there are no solutions here: the teacher allows none"
    ),
    (
      "solutions: false", "export task1 --md --solutions",
      "there are no solutions here: the teacher allows none"
    ),
  ])
  func `what an exam does not tell is not told by another command`(
    rules: String, line: String, complaint: String
  ) throws {
    let output = try place("\(rules)\n").run(line)
    #expect(output.complaint == "Error: \(complaint)\n")
    #expect(output.code == .notAllowed && output.text == "")
    #expect(try place("solutions: false\n").run("export task1 --md").code == .success)
  }

  @Test func `a course can have no hints`() throws {
    let output = try place("hints: false\n").run("hint 1.1")
    #expect(output.complaint == "Error: there are no hints here: course.yaml allows none\n")
  }

  @Test func `an exam tells right and wrong, and nothing else`() throws {
    let place = try Workplace()
    try place.write("\"1.1\": 140 ms\n\"1.2\": soon\n\"1.3\": 85 ms\n", to: "answers/task1.yaml")
    let output = place.run("check 1.1 1.2 1.3 --exam")
    #expect(output.text.contains("FAIL     1.1  Not right.\nERROR    1.2  'soon' has no number.\n"))
    #expect(!output.text.contains("See:"))
    let json = place.run("check 1.1 --exam --format json").text
    #expect(!json.contains("expected") && !json.contains("misconception") && !json.contains("help"))
    #expect(json.contains("\"actual\": \"140 ms\""))
  }

  @Test(.enabled(if: Tools.hasPython, "python3 is not installed"))
  func `an exam tells the points of a program, and not its mistakes`() throws {
    let place = try Workplace()
    try place.write(ProgramSources.python(joined: "mine.get(node, 0) + count"), to: "pn.py")
    let output = place.run("check 2.2 --file pn.py --time-limit 2min --exam")
    #expect(output.text == "FAIL     2.2  Not right.\n\n0 of 1 passed, 13 of 26 points\n")
    try place.write("\"2.2\": pn.py\n", to: "answers/task2.yaml")
    #expect(place.run("check 2.2 --time-limit 2min --exam") == output)
    #expect(place.run("replay 2.2").code == .noInput)
  }

  @Test func `without a rule everything is told`() throws {
    #expect(try place("").run("check 1.1 --answer \"140 ms\"").text.contains("Next:") == false)
    #expect(
      try place("").run("check 1.1 --answer \"140 ms\"").text.contains("140 ms would be right"))
    #expect(try place("").run("hint 1.1").text.hasPrefix("Hint 1 of 3"))
  }

  @Test func `a learner's numbers are those of his folder, in what he is asked and graded`() throws
  {
    let place = try place("variants: by-folder\nseeds: {ben: 7}\n")
    #expect(place.run("init anna").code == .success)
    #expect(place.run("init ben").code == .success)
    let anna = try place.text(of: "anna/answers/task1.yaml")
    #expect(try anna != place.text(of: "ben/answers/task1.yaml"))

    let trips = anna.split(separator: "\"1.1\":")[0].split(separator: "\n")
      .filter { $0.contains("us-east to ") }
      .compactMap { $0.split(separator: " ").dropLast().last.flatMap { Int($0) } }
    let nearest = try #require(trips.min())
    var invocation = place.invocation()
    invocation.folder += "/anna"
    let line = ["check", "1.1", "--policy", "../course.yaml", "--answer"]
    #expect(Geolearn.output(of: line + ["\(nearest) ms"], invocation).code == .success)
    #expect(Geolearn.output(of: line + ["85 ms"], invocation).code == .failed)
  }

  @Test func `planned minutes stand in the contents`() throws {
    let output = try place("minutes: {section2: 599}\n").run("render home")
    #expect(output.text.contains("599 min"), "\(output)")
  }

  @Test(arguments: [
    ("hnits: false", "1:8: error: no argument is called 'hnits'; did you mean 'hints'?"),
    ("hints: maybe", "1:8: error: hints is maybe; it must be true or false"),
    (
      "variants: some",
      "1:11: error: variants is some; it must be as-written, by-folder or a whole number"
    ),
    ("seeds: {anna: x}", "1:8: error: the seed of anna is x; it must be a whole number"),
    (
      "minutes: {sektion2: 3}",
      "1:10: error: no lesson is called 'sektion2'; did you mean 'section2'?"
    ),
    ("minutes: {task1: 0}", "1:10: error: task1 takes 0 minutes; it must be 1 to 600"),
    ("- hints", "1:1: error: this must be lines such as 'key: value'"),
  ])
  func `a mistake in the rules is told with its place`(rules: String, message: String) throws {
    let output = try place(rules).run("check 1.1 --answer \"85 ms\"")
    #expect(output.complaint == "Error: the course has mistakes\ncourse.yaml:\(message)\n")
    #expect(output.code == .data)
  }

  @Test func `rules that are named must be there`() throws {
    let output = try Workplace().run("check 1.1 --answer \"85 ms\"", ["GEOLEARN_POLICY": "x.yaml"])
    #expect(output.code == .noInput)
    #expect(output.complaint == "Error: there is no file 'x.yaml' that can be read\n")
  }
}
