import Testing
import geolearn

/// `geolearn doctor`
@Suite(.serialized)
struct DoctorTests {
  @Test func `it says what there is`() throws {
    let text = try Workplace().run("doctor").text
    #expect(text.contains("\nterminal    xterm-256color\n"))
    #expect(text.contains("\ntopologies  aws-2025, azure-2026, module\n"))
    #expect(text.hasSuffix("\nNothing is missing.\n"))
  }

  @Test(arguments: [
    (["TERM": "dumb"], "set TERM, for example to xterm-256color."),
    (["TERM": "no-such-terminal"], "No terminal is known by the name 'no-such-terminal'"),
    (["TERM": "xterm"], "has 8 colours"),
    (["LC_ALL": "C", "TERM": "xterm"], "export TERM=xterm-256color."),
  ])
  func `it says what is missing, and how to get it`(
    environment: [String: String], advice: String
  ) throws {
    #expect(try Workplace().run("doctor", environment).text.contains(advice))
  }

  @Test func `a journal that cannot be written is found out`() throws {
    let place = try Workplace()
    try place.write("in the way", to: "state")
    #expect(place.run("doctor").text.contains("Your progress is not saved: "))
  }

  @Test func `without UTF-8 it speaks ASCII`() throws {
    let place = try Workplace()
    let output = Geolearn.output(of: ["doctor"], place.invocation(codeset: "ANSI_X3.4-1968"))
    #expect(output.text.contains("choose a UTF-8 locale"))
    #expect(output.text.utf8.allSatisfy { $0 <= 0x7E })
  }

  @Test func `it says which programs of learners can be run, and behind which walls`() throws {
    let place = try Workplace()
    #expect(
      place.run("doctor", ["PATH": "/nowhere"]).text
        .contains("\nprograms    python not found, java not found, swift not found\n"))
    #expect(place.run("doctor").text.contains("\nwalls       "))
    #expect(place.run("doctor --json").text.contains("\"containment\": ["))
  }

  @Test func `programs get JSON`() throws {
    let text = try Workplace().run("doctor --json").text
    #expect(text.hasPrefix("{\n  \"version\": "))
    #expect(text.contains("\"missing\": []"))
  }
}
