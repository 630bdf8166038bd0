import Exercises
import Foundation
import GeoModel
import Testing
import geolearn

/// Programs that try to get out, to fool geolearn, or to break it
@Suite(.enabled(if: Tools.hasPython, "python3 is not installed"), .serialized)
struct HostileProgramTests {
  private static let limit = Duration.seconds(2)

  /// A counter that is right, but for what one of its methods does first.
  private static func counter(
    reading: String = "", merging: String = "pass", class head: String = ""
  ) -> String {
    """
    \(reading)
    class PNCounter:
        \(head)
        def __init__(self):
            self.up, self.down = {}, {}
        def increment(self, node):
            self.up[node] = self.up.get(node, 0) + 1
        def decrement(self, node):
            self.down[node] = self.down.get(node, 0) + 1
        def merge(self, other):
            \(merging)
            for mine, theirs in ((self.up, other.up), (self.down, other.down)):
                for node, count in theirs.items():
                    mine[node] = max(mine.get(node, 0), count)
        def value(self):
            return sum(self.up.values()) - sum(self.down.values())
    """
  }

  /// What became of a conversation of a few questions: the value, or why there is none.
  private func outcome(of source: String, asking more: Int = 0) throws -> String {
    let place = try Workplace()
    var program = LearnerProgram(
      .file(Data(source.utf8), .python), place.invocation(), limit: Self.limit)
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
    #expect(try outcome(of: Self.counter(reading: reading)) == "value(6)")
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
    let outcome = try outcome(of: Self.counter(reading: reading))
    #expect(outcome.hasPrefix("fault: "))
    #expect(outcome.contains(reason))
  }

  @Test func `what is not from chance is the same in every run`() throws {
    let source = Self.counter(
      merging: "raise ValueError(__file__ + str(object()) + str({'a', 'b', 'c'}))")
    #expect(try outcome(of: source) == outcome(of: source))
  }

  @Test(arguments: [
    ("while True: pass", "fault", "it was at line 11, in merge"),
    ("import time; time.sleep(60)", "fault", "it was at line 11, in merge"),
    ("import os; os._exit(0)", "fault", "it ended, with exit code 0, instead of answering"),
    ("import os; os.kill(os.getpid(), 9)", "fault", "signal 9"),
    ("raise SystemExit", "threw", "SystemExit (line 11)"),
    ("raise KeyboardInterrupt", "threw", "KeyboardInterrupt (line 11)"),
    ("raise type('Odd', (BaseException,), {'__str__': lambda self: 1 / 0})()", "threw", "Odd"),
    ("self.merge(self)", "threw", "RecursionError"),
    ("self.x = 'x' * (1 << 34)", "threw", "MemoryError (line 11)"),
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
    let outcome = try outcome(of: Self.counter(merging: merging))
    #expect(outcome.hasPrefix(kind))
    #expect(outcome.contains(reason))
  }
}
