import Testing
import geolearn

/// `geolearn check 2 --file` with what must be compiled
@Suite(.serialized)
struct CompiledProgramTests {
  /// What `check 2` says of a file, in one line.
  private func check(_ source: String, as file: String) throws -> (text: String, code: Int32) {
    let place = try Workplace()
    try place.write(source, to: file)
    let output = place.run("check 2 --file \(file) --time-limit 2min")
    return (output.text.split { $0.isWhitespace }.joined(separator: " "), output.code.code)
  }

  @Test(
    .enabled(if: Tools.hasJava, "no JDK is installed"),
    arguments: [
      (ProgramSources.java(), 0, "4 of 4 passed"),
      (ProgramSources.java(value: "public int value()"), 0, "4 of 4 passed"),
      (ProgramSources.java(joining: "Long::sum"), 1, "FAIL 2.2"),
      (
        ProgramSources.java(value: "public double value()"), 1,
        "value() returns double; it must return long or int"
      ),
      (
        ProgramSources.java(value: "public int getValue()"), 1,
        "PNCounter has no method value(); it has decrement(String), getValue(), increment(String)"
      ),
      (ProgramSources.java(merging: "x"), 1, "PNCounter.java, line 8: not a statement"),
      (
        ProgramSources.java(merging: "System.exit(0);"), 1,
        "It ended, with exit code 0, instead of answering"
      ),
      (
        ProgramSources.java(
          merging:
            "try { new ProcessBuilder(\"true\").start(); } catch (java.io.IOException e) { throw new RuntimeException(e); }"
        ), 1,
        "a counter may not start processes"
      ),
      (
        ProgramSources.java(
          // In one merge: a heap that is full again and again is collected until the time is over.
          merging: "if (up.size() == 100) { long[] all = new long[Integer.MAX_VALUE / 2]; }"
        ), 1,
        "OutOfMemoryError"
      ),
      ("class Counter {}", 1, "has no class PNCounter in the default package; it has Counter"),
    ] as [(String, Int32, String)])
  func `Java is compiled, run and judged`(source: String, code: Int32, words: String) throws {
    let output = try check(source, as: "PNCounter.java")
    #expect(output.text.contains(words))
    #expect(output.code == code)
  }

  @Test(
    .enabled(if: Tools.hasSwift, "swiftc is not installed"),
    arguments: [
      (ProgramSources.swift(), 0, "4 of 4 passed"),
      (ProgramSources.swift(joining: "+"), 1, "FAIL 2.2"),
      (ProgramSources.swift(value: "func value() -> Double"), 1, "PNCounter.swift, line "),
      (
        ProgramSources.swift(value: "func total() -> Int"), 1,
        "value of type 'PNCounter' has no member 'value'; PNCounter needs init()"
      ),
    ] as [(String, Int32, String)])
  func `Swift is compiled, run and judged`(source: String, code: Int32, words: String) throws {
    let output = try check(source, as: "PNCounter.swift")
    #expect(output.text.contains(words))
    #expect(output.code == code)
  }
}
