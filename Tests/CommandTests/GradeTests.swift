import Foundation
import Testing
import geolearn

/// `geolearn grade`
@Suite(.serialized)
struct GradeTests {
  private static let program =
    "\"2.1\": pn.py\n\"2.2\": pn.py\n\"2.3\": pn.py\n\"2.4\": pn.py\n"

  /// Six learners; the last, where he is slow, never ends.
  private func school(isSlow: Bool = false) throws -> Workplace {
    let place = try Workplace()
    let answers = ["85 ms", "140 ms", "42.5 ms", "soon", "140 ms"]
    for (name, answer) in zip(["anna", "ben", "=cem", "dora", "emil"], answers) {
      try place.write("\"1.1\": \(answer)\n", to: "class/\(name)/answers/task1.yaml")
    }
    try place.write(Self.program, to: "class/fritz/answers/task2.yaml")
    try place.write(
      isSlow ? "while True: pass\n" : ProgramSources.python(), to: "class/fritz/pn.py")
    return place
  }

  private static let rows = """
    learner,status,score,max_score,seed,1.1,2.1,2.2\r
    '=cem,fail,0,35,0,0,0,0\r
    anna,incomplete,1,35,0,1,0,0\r
    ben,fail,0,35,0,0,0,0\r
    dora,error,0,35,0,,0,0\r
    emil,fail,0,35,0,0,0,0\r
    fritz,incomplete,34,35,0,0,8,26\r

    """

  /// A run as a process, in words; what it says on the way is part of it.
  private func grade(
    _ place: borrowing Workplace, _ options: String = "--format csv=points.csv"
  ) throws -> (text: String, code: Int32) {
    try Tools.run(
      [try BuiltProgram.path(), "grade", "class", "1.1", "2.1", "2.2"] + words(options),
      in: place.folder, ["GEOLEARN_STATE_DIR": "\(place.folder)/state"])
  }

  @Test func `a class is graded, and what nobody could judge is told`() throws {
    let place = try school()
    let forms = "--format csv=points.csv --format json=class.json --format html=class.html"
    let result = try grade(place, "\(forms) --reports reports --jobs 2")
    #expect(result.code == 3)
    #expect(try place.text(of: "points.csv") == Self.rows)
    #expect(try Tools.mistakes(in: "\(place.folder)/class.json", by: "class") == "")
    #expect(
      try place.text(of: "class.json").contains(
        "\"rule\": \"furthest\",\n      \"count\": 2,\n      \"items\": [\n        \"1.1\""))
    let page = try place.text(of: "class.html")
    #expect(!page.contains("src=") && !page.contains("http") && !page.contains("<script"))
    #expect(page.contains("<td>furthest</td><td>2</td>"))
    #expect(try place.text(of: "reports/anna.md").contains("| 1.1 | ✔ pass | 1 | 1 |"))
    // Nobody writes into what was handed in.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(place.folder)/class/anna") == [
        "answers"
      ])
  }

  @Test(arguments: [
    "--format csv=class/anna/answers/task1.yaml", "--output class/anna/points.csv",
    "--reports class/anna/answers", "--reports class/anna",
  ])
  func `nothing is written into what was handed in`(options: String) throws {
    let place = try school()
    let before = try place.text(of: "class/anna/answers/task1.yaml")
    let output = place.run("grade class 1.1 \(options)")
    #expect(output.code == .usage)
    #expect(output.complaint.contains("a learner's"))
    #expect(try place.text(of: "class/anna/answers/task1.yaml") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(place.folder)/class/anna") == [
        "answers"
      ])
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func `a grading that is stopped goes on where it was`(signal: Int32) throws {
    let place = try school(isSlow: true)
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProgram.path())
    process.arguments = words("grade class 1.1 2.1 2.2 --jobs 1")
    process.currentDirectoryURL = URL(filePath: place.folder)
    process.environment = place.invocation().environment
    let said = Pipe()
    process.standardError = said
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let first = said.fileHandleForReading.availableData
    #expect(String(decoding: first, as: UTF8.self).contains("points"))
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    if signal == SIGINT { #expect(process.terminationStatus == 130) }

    let before = try kept(place)
    #expect(!before.isEmpty)
    #expect(before["fritz.json"] == nil)
    try place.write(ProgramSources.python(), to: "class/fritz/pn.py")
    let result = try grade(place)
    #expect(result.text.hasPrefix("\(before.count) of 6 were graded before"))
    #expect(try place.text(of: "points.csv") == Self.rows)
    #expect(try kept(place).filter { before.keys.contains($0.key) } == before)
  }

  /// The files of kept grades, and their numbers, which are others when a file is replaced.
  private func kept(_ place: borrowing Workplace) throws -> [String: Int] {
    let folder = "\(place.folder)/class/.grades"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { $0.hasSuffix(".json") }.reduce(into: [:]) { numbers, name in
      let facts = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      numbers[name] = (facts[.systemFileNumber] as? NSNumber)?.intValue
    }
  }

  @Test func `only those are graded again whose answers have changed`() throws {
    let place = try school()
    _ = try grade(place)
    let before = try kept(place)
    #expect(before.count == 6)
    try place.write("\"1.1\": 85 ms\n", to: "class/ben/answers/task1.yaml")
    let result = try grade(place)
    #expect(result.text.contains("5 of 6 were graded before"))
    #expect(result.text.contains("ben: 1 of 35 points\n"))
    let after = try kept(place)
    #expect(after.filter { $0.value != before[$0.key] }.keys.sorted() == ["ben.json"])
  }

  @Test func `every learner is graded in the numbers of his folder`() throws {
    let place = try Workplace()
    try place.write("variants: by-folder\n", to: "course.yaml")
    _ = place.run("init class/anna")
    _ = place.run("init class/ben")
    for name in ["anna", "ben"] {
      let text = try place.text(of: "class/\(name)/answers/task1.yaml")
      let trips = text.split(separator: "\"1.1\":")[0].split(separator: "\n")
        .filter { $0.contains("us-east to ") }
        .compactMap { $0.split(separator: " ").dropLast().last.flatMap { Int($0) } }
      let nearest = try #require(trips.min())
      try place.write("\"1.1\": \(nearest) ms\n", to: "class/\(name)/answers/task1.yaml")
      // The rules of the learner are not those of the class.
      try place.write("variants: 1\n", to: "class/\(name)/course.yaml")
    }
    let asked = try Tools.run(
      [try BuiltProgram.path(), "grade", "class", "1.1", "--format", "csv"], in: place.folder)
    #expect(asked.text.contains("anna,pass,1,1,"))
    #expect(asked.text.contains("ben,pass,1,1,"))
  }

  @Test(
    arguments: [
      ("grade nowhere", 66, "there is no folder 'nowhere' that can be read"),
      ("grade .", 66, "'.' has no folders; each learner has one, such as ./anna"),
      ("grade . --format htm", 64, "--format is 'htm'; did you mean 'html'?"),
      ("grade . --format csv=a -o b", 64, "--output is for one form"),
    ] as [(String, Int32, String)])
  func `what cannot be graded is answered with what can`(
    line: String, code: Int32, message: String
  ) throws {
    let output = try Workplace().run(line)
    #expect(output.complaint.hasPrefix("Error: \(message)"))
    #expect(output.code.code == code)
  }

  @Test func `as many learners at once as there can be`() throws {
    let output = try school().run("grade class --jobs 0")
    #expect(output.complaint == "Error: --jobs is 0; it must be 1 to 64\n")
  }
}
