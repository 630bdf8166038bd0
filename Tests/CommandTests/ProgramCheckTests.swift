import Foundation
import Testing
import geolearn

/// `geolearn check 2 --file`
@Suite(.serialized)
struct ProgramCheckTests {
  /// What `check 2` says of a file.
  private func check(
    _ source: String, as file: String, _ options: String = ""
  ) throws -> CommandOutput {
    let place = try Workplace()
    try place.write(source, to: file)
    // A busy machine is no reason to fail.
    return place.run("check 2 --file \(file) --time-limit 2min \(options)")
  }

  /// Without the breaks between the lines.
  private func flat(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test(.enabled(if: Tools.hasPython, "python3 is not installed"))
  func `a right counter in Python passes`() throws {
    let output = try check(ProgramSources.python(), as: "pn_counter.py")
    #expect(output.text.contains("\n4 of 4 passed"))
    #expect(output.code == .success)
  }

  @Test(
    .enabled(if: Tools.hasPython, "python3 is not installed"),
    arguments: [
      ("2", 1), ("2.1", 0), ("task2", 1), ("2.1 --exit-zero", 0), ("1.1", 64), ("2.5", 64),
      ("2 --time-limit 0s", 64),
    ] as [(String, Int32)])
  func `the exit code tells the outcome of a program`(items: String, code: Int32) throws {
    let place = try Workplace()
    try place.write(ProgramSources.python(joined: "mine.get(node, 0) + count"), to: "mine.py")
    #expect(
      place.run(
        "check \(items) --file mine.py\(items.contains("limit") ? "" : " --time-limit 2min")"
      ).code.code == code)
  }

  @Test(.enabled(if: Tools.hasPython, "python3 is not installed"))
  func `a wrong counter is shown the steps that break it, and can be replayed`() throws {
    let place = try Workplace()
    try place.write(ProgramSources.python(joined: "mine.get(node, 0) + count"), to: "pn.py")
    let text = place.run("check 2 --file pn.py --time-limit 2min").text
    #expect(text.contains("FAIL     2.2"))
    #expect(text.contains(" A.value()\n"))
    #expect(place.run("replay 2.2").text.contains("✘ "))
    #expect(place.journal.contains("graded 2.2 fail"))
  }

  @Test func `what has not gone wrong cannot be replayed`() throws {
    let place = try Workplace()
    #expect(place.run("replay 2.2").code == .noInput)
    #expect(place.run("replay nowhere.json").code == .noInput)
    for item in ["2", "1.1"] {
      let output = place.run("replay \(item)")
      #expect(output.complaint.contains("nothing is played again for '\(item)'; name an item"))
      #expect(output.code == .usage)
    }
    try place.write("{}", to: "other.json")
    #expect(place.run("replay other.json").code == .data)
  }

  @Test(.enabled(if: Tools.hasPython, "python3 is not installed"))
  func `the same file and seed give the same bytes`() throws {
    let source = ProgramSources.python(merging: "raise ValueError(self, {'a', 'b'})")
    let output = try check(source, as: "pn.py", "--format json --variant 5")
    #expect(output.text.contains("\"containment\": ["))
    #expect(try check(source, as: "pn.py", "--format json --variant 5") == output)
  }

  @Test(
    .enabled(if: Tools.hasPython, "python3 is not installed"),
    arguments: [
      ("class Counter: pass", "has no class PNCounter; it has Counter"),
      ("PNCounter = 3", "has no class PNCounter; write: class PNCounter:"),
      (
        "class PNCounter:\n  def increment(s): pass",
        "PNCounter.increment takes (s); it must take (self, node_id)"
      ),
      (
        "class PNCounter:\n  def __init__(self, id): pass",
        "PNCounter.__init__ takes (self, id); it must take (self)"
      ),
      (
        "class PNCounter:\n  def increment(self, node): pass",
        "PNCounter has no method decrement(node_id); it has increment"
      ),
      ("class PNCounter:\n\tdef f(self):\n    pass", "pn_counter.py, line 3:"),
    ])
  func `a class that does not fit is told what is missing`(source: String, reason: String) throws {
    let output = try check(source, as: "pn_counter.py")
    #expect(flat(output.text).contains(reason))
    #expect(output.code == .failed)
  }

  @Test(
    .enabled(if: Tools.hasPython, "python3 is not installed"),
    arguments: [
      ("6.0", "6.0, of type float"), ("True", "True, of type bool"),
      ("None", "None, of type NoneType"),
      ("'6'", "'6', of type str"), ("10 ** 5000", "a number beyond 64 bits"),
    ])
  func `a value that is no whole number is shown`(value: String, shown: String) throws {
    let source = ProgramSources.python() + "\n    def value(self): return \(value)\n"
    #expect(flat(try check(source, as: "pn.py").text).contains(shown))
  }

  @Test(.enabled(if: Tools.hasPython, "python3 is not installed"))
  func `any language joins by the line protocol, with the program of its page`() throws {
    let place = try Workplace()
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/line-protocol.md"), encoding: .utf8)
    let program = try #require(page.components(separatedBy: "```python\n").last)
    try place.write(program.components(separatedBy: "```")[0], to: "p.py")
    #expect(place.run("check 2 --exec \"python3 p.py\" --time-limit 2min").code == .success)
  }

  @Test(.enabled(if: Tools.hasPython, "python3 is not installed"))
  func `the file of answers names the program, and answers the rest`() throws {
    let place = try Workplace()
    _ = place.run("init")
    #expect(place.run("check 2.1").text.contains("There is no file 'pn_counter.py' yet."))
    try place.write(ProgramSources.python(), to: "pn_counter.py")
    let output = place.run("check 2 --time-limit 2min")
    #expect(output.text.contains("PASS     2.4"))
    #expect(output.text.contains("SKIPPED  2.5"))
    #expect(output.code.code == 2)
  }

  @Test func `what cannot be started is no fault of the learner`() throws {
    let place = try Workplace()
    let output = place.run("check 2 --exec no-such-program")
    #expect(output.code.code == 3)
    #expect(output.text.contains("no-such-program: not found"))
    try place.write(ProgramSources.python(), to: "pn.py")
    let missing = place.run("check 2 --file pn.py", ["PATH": "/nowhere"])
    #expect(missing.code.code == 3)
    #expect(flat(missing.text).contains("'python3' is not found on the path; install Python 3"))
  }

  @Test func `a broken interpreter is no fault of the learner`() throws {
    let place = try Workplace()
    try place.write("#!/bin/sh\necho broken >&2\nexit 1\n", to: "bin/python3")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(place.folder)/bin/python3")
    try place.write(ProgramSources.python(), to: "pn.py")
    let output = place.run("check 2 --file pn.py", ["PATH": "\(place.folder)/bin"])
    #expect(output.code.code == 3)
    #expect(flat(output.text).contains("It cannot be started: broken"))
  }

  @Test(
    arguments: [
      ("pn.rb", 64, "is neither .py, .java nor .swift"),
      ("pn.py", 66, "'geolearn init --language python' writes one"),
    ] as [(String, Int32, String)])
  func `a file that cannot be run is answered with what can`(
    file: String, code: Int32, words: String
  ) throws {
    let output = try Workplace().run("check 2 --file \(file)")
    #expect(output.code.code == code)
    #expect(output.complaint.contains(words))
  }

  @Test(arguments: ["python", "java", "swift"])
  func `the beginning of a program is written, and never over another`(language: String) throws {
    let place = try Workplace()
    #expect(place.run("init --language \(language)").text.contains("geolearn check 2 --file "))
    #expect(place.run("init --language \(language)").code == .cannotCreate)
  }

  @Test(.enabled(if: Tools.hasPython, "python3 is not installed"))
  func `an empty program fails with what is still to be written`() throws {
    let place = try Workplace()
    _ = place.run("init --language python")
    let output = place.run("check 2 --file pn_counter.py --time-limit 2min")
    #expect(flat(output.text).contains("NotImplementedError: increment is still to be written"))
    #expect(output.code == .failed)
  }
}
