import Exercises
import Foundation
import GeoModel
import Testing
import geolearn

/// Programs that try to get out, to fool geolearn, or to break it
@Suite(.enabled(if: Tools.hasPython, "python3 is not installed"), .serialized)
struct HostileProgramTests {
  /// What became of a conversation of a few questions: the value, or why there is none.
  private func outcome(of source: String, asking more: Int = 0) throws -> String {
    let place = try Workplace()
    // Only what hangs should meet the limit, even on a busy machine.
    let hangs = ["while True", "sleep"].contains(where: source.contains)
    var program = LearnerProgram(
      .file(Data(source.utf8), .python), place.invocation(), limit: .seconds(hangs ? 2 : 60))
    return Self.outcome(of: &program, more: more)
  }

  private static func outcome(of program: inout LearnerProgram, more: Int) -> String {
    let requests: [CounterRequest] =
      [
        .create(0), .create(1), .increment(0, node: "A", count: 3),
        .increment(1, node: "é ", count: 5),
        .merge(from: 1, into: 0), .decrement(0, node: "", count: 2),
      ] + Array(repeating: .value(0), count: more + 1)
    do throws(ProgramFailure) {
      let replies = try program.ask(requests)
      return replies.first { if case .threw = $0 { true } else { false } }.map { "\($0)" }
        ?? replies.last.map { "\($0)" } ?? ""
    } catch {
      switch error {
      case .fault(let reason): return "fault: \(reason)"
      case .undecided(let reason): return "undecided: \(reason)"
      }
    }
  }

  @Test(arguments: [
    ("import sys, json, os, builtins\nsys.stdout = None\nbuiltins.print = None\nos.write = None\n"
      + "os._exit = None\nbuiltins.int = str\njson.dumps = None\nbuiltins.len = None\nos.read = None"),
    "print('{\\\"value\\\": 6}' * 100000)",
    "import atexit, os\natexit.register(os._exit, 0)",
    "import signal\nfor n in (15, 2, 1): signal.signal(n, signal.SIG_IGN)",
    "import threading\nthreading.Thread(target=lambda: [None for _ in iter(int, 1)], daemon=True).start()",
  ])
  func `what does no harm to the answers is allowed`(reading: String) throws {
    #expect(try outcome(of: ProgramSources.python(beginning: reading)) == "value(6)")
  }

  @Test(arguments: [
    ("while True: pass", "did not answer within 2 s; it was at line 1, in <module>"),
    ("import sys; sys.exit(0)", "ends the program while it is imported (line 1)"),
    ("import os; os._exit(0)", "it ended, with exit code 0, before it was asked anything"),
    ("import os; os.abort()", "signal 6"),
    ("raise KeyboardInterrupt", "cannot be imported: KeyboardInterrupt (line 1)"),
    ("x = bytearray(1 << 40)", "cannot be imported: MemoryError (line 1)"),
    ("import os\nos.fork()", "a counter may not start processes"),
    ("import subprocess\nsubprocess.run(['true'])", "a counter may not start processes"),
    ("import socket\nsocket.socket()", "a counter may not start processes, use the network"),
    ("import os\nos.kill(os.getppid(), 9)", "cannot be imported"),
    ("import os\nos.closerange(0, 10)", "it"),
    (
      "import os\nfor n in range(10):\n  try: os.write(n, b'garbage\\n')\n  except OSError: pass",
      "it wrote 'garbage'"
    ),
    ("input()", "cannot be imported: EOFError"),
    ("import numpyy", "cannot be imported: ModuleNotFoundError: No module named 'numpyy' (line 1)"),
    ("def f(:", "pn_counter.py, line 1: invalid syntax"),
    ("f = lambda: f()\nf()", "cannot be imported: RecursionError"),
  ])
  func `a file that cannot be used is told why`(reading: String, reason: String) throws {
    let outcome = try outcome(of: ProgramSources.python(beginning: reading))
    #expect(outcome.hasPrefix("fault: "))
    #expect(outcome.contains(reason))
  }

  @Test func `what is not from chance is the same in every run`() throws {
    let source = ProgramSources.python(
      merging: "raise ValueError(__file__ + str(object()) + str({'a', 'b', 'c'}))")
    #expect(try outcome(of: source) == outcome(of: source))
  }

  @Test(arguments: [
    ("while True: pass", "fault", "it was at line 10, in merge"),
    ("import time; time.sleep(60)", "fault", "it was at line 10, in merge"),
    ("import os; os._exit(0)", "fault", "it ended, with exit code 0, instead of answering"),
    ("import os; os.kill(os.getpid(), 9)", "fault", "signal 9"),
    ("raise SystemExit", "threw", "SystemExit (line 10)"),
    ("raise KeyboardInterrupt", "threw", "KeyboardInterrupt (line 10)"),
    ("raise type('Odd', (BaseException,), {'__str__': lambda self: 1 / 0})()", "threw", "Odd"),
    ("self.merge(self)", "threw", "RecursionError"),
    ("self.x = 'x' * (1 << 34)", "threw", "MemoryError (line 10)"),
    ("import os; os.write(4, b'6')", "fault", "it wrote '6 ok'"),
    ("import os; os.write(4, b'value 6\\n' * 9)", "fault", "it wrote 'value 6'"),
    ("import os; os.close(4)", "fault", "it"),
    (
      "import os; os.close(3); os.close(4); import time; time.sleep(9)", "fault",
      "closed the descriptors"
    ),
    ("import os\n        while True: os.write(1, b'x' * 65536)", "fault", "did not answer"),
    ("open(__file__, 'w')", "threw", "may write in its temporary folder only"),
    ("import os; os.remove(__file__)", "threw", "may write in its temporary folder only"),
  ])
  func `a method that misbehaves is told what it did`(
    merging: String, kind: String, reason: String
  ) throws {
    let outcome = try outcome(of: ProgramSources.python(merging: merging))
    #expect(outcome.hasPrefix(kind))
    #expect(outcome.contains(reason))
  }

  /// The processes of this machine whose command line holds a word.
  private func processes(with word: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.filter {
      let data = FileManager.default.contents(atPath: "/proc/\($0)/cmdline") ?? Data()
      return String(decoding: data, as: UTF8.self).contains(word)
    }
  }

  @Test(arguments: [
    "trap '' TERM INT HUP; sleep 7777.1 & setsid sleep 7777.2 & sleep 7777.3",
    "(setsid sh -c 'trap \"\" TERM; sleep 7777.4 & sleep 7777.5' &) ; exit 0",
    "for i in 1 2 3 4 5 6 7 8; do (setsid sleep 7777.6 &) ; done; kill -9 $PPID $$",
  ])
  func `no process is left of what a program has started`(script: String) throws {
    let place = try Workplace()
    try place.write(script, to: "program.sh")
    let output = place.run("check 2 --exec \"sh program.sh\" --time-limit 2s")
    #expect(output.code == .failed)
    #expect(processes(with: "7777.") == [])
    #expect(processes(with: "program.sh") == [])
  }

  @Test func `a program that multiplies is ended at once`() throws {
    let place = try Workplace()
    try place.write("for i in $(seq 300); do sleep 7777.7 & done; wait", to: "program.sh")
    let output = place.run("check 2 --exec \"sh program.sh\" --format json --time-limit 1min")
    #expect(output.code == .failed)
    guard output.text.contains("\"namespace\"") else { return }
    #expect(output.text.contains("It started more processes than a program may"))
    #expect(processes(with: "7777.") == [])
  }

  @Test func `nothing is left in the home folder, the working folder or the temporary one`() throws
  {
    let place = try Workplace()
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    let source = ProgramSources.python(
      beginning: """
        import os, pathlib
        for folder in (os.path.expanduser("~"), os.getcwd(), os.environ["TMPDIR"]):
            pathlib.Path(folder, "left-by-a-program").write_text("x")
        for folder in ("\(home)", "\(place.folder)", "/tmp", "/var/tmp"):
            try: pathlib.Path(folder, "left-by-a-program").write_text("x")
            except OSError: pass
        """)
    try place.write(source, to: "pn.py")
    try place.write("", to: "temporary/.keep")
    let output = place.run(
      "check 2 --file pn.py --format json --time-limit 2min",
      ["TMPDIR": "\(place.folder)/temporary"])
    #expect(output.code == .success)
    guard output.text.contains("\"read-only\"") else { return }
    for folder in [home, place.folder, "/tmp", "/var/tmp"] {
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/left-by-a-program"))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(place.folder)/temporary")
    #expect(left.filter { $0.hasPrefix("geolearn-run-") } == [])
  }
}
