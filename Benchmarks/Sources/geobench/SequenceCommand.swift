import ArgumentParser
import GeoModel

/// `geobench seq`: what a replicated text costs, while a recorded trace is typed again.
struct SequenceCommand: ParsableCommand {
  enum Mode: String, ExpressibleByArgument {
    /// Each patch as a whole.
    case patch
    /// Each scalar by itself.
    case char
  }

  static let configuration = CommandConfiguration(
    commandName: "seq", abstract: "Type a recorded trace again.")

  @Option(help: ArgumentHelp("The trace, in the form GLT1.", valueName: "path"))
  var trace: String
  @Option(help: "Patches as a whole, or each scalar by itself.") var mode = Mode.patch
  @Option(help: "How many repetitions the median is taken of.") var reps = 5

  func validate() throws {
    guard reps >= 1 else { throw ValidationError("reps are 1 or more") }
  }

  func run() throws {
    var trace = try TraceFile.trace(at: trace)
    if mode == .char { trace = trace.scalarByScalar }
    let before = ProcessMemory.peakKilobytes
    var runs = [try SequenceRun(trace)]
    let after = ProcessMemory.peakKilobytes
    for _ in 1..<reps { runs.append(try SequenceRun(trace)) }
    let growth = after.flatMap { after in before.map { after - $0 } }
    try JSONLine.print(
      SequenceReport(runs, path: self.trace, mode: mode.rawValue, rssDocKb: growth))
  }
}

/// One repetition.
struct SequenceRun {
  let apply, encode, merge: Duration
  let applyProcessor: Duration
  let encodedBytes: Int
  let size: SplitRGA.Size
  let isRight: Bool

  init(_ trace: EditingTrace) throws {
    let clock = ContinuousClock()
    var start = clock.now
    let processor = ProcessTime.now
    let replay = try TraceReplay(trace)
    applyProcessor = ProcessTime.now - processor
    apply = clock.now - start

    start = clock.now
    let bytes = replay.replicas[0].update().encoded
    encode = clock.now - start

    start = clock.now
    var fresh = SplitRGA()
    try fresh.merge(TextUpdate(decoding: bytes))
    let text = fresh.value
    merge = clock.now - start

    encodedBytes = bytes.count
    size = replay.replicas[0].size
    isRight = replay.isRight && text == trace.endContent
  }
}

/// The line that all programs that replay a trace print.
struct SequenceReport: Encodable {
  let bench = "seq"
  let peer = "geolearn"
  let trace, mode: String
  let applyMs, applyCpuMs, applyColdMs, encodeMs, mergeMs: Double
  let encodedBytes, spans, tombstones, reps: Int
  let rssDocKb: Int?
  let ok: Bool

  init(_ runs: [SequenceRun], path: String, mode: String, rssDocKb: Int?) {
    trace = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? path
    self.mode = mode
    self.rssDocKb = rssDocKb
    func median(_ part: (SequenceRun) -> Duration) -> Double {
      Quantiles(runs.map(part))[0.5].milliseconds
    }
    (applyMs, encodeMs, mergeMs) = (median(\.apply), median(\.encode), median(\.merge))
    applyCpuMs = median(\.applyProcessor)
    applyColdMs = runs[0].apply.milliseconds
    (encodedBytes, spans) = (runs[0].encodedBytes, runs[0].size.spans)
    tombstones = runs[0].size.tombstones
    reps = runs.count
    ok = runs.allSatisfy(\.isRight)
  }
}

extension EditingTrace {
  /// The same, each scalar by itself.
  fileprivate var scalarByScalar: EditingTrace {
    EditingTrace(
      agents: agents,
      transactions: transactions.map { transaction in
        Transaction(
          agent: transaction.agent, parents: transaction.parents,
          patches: transaction.patches.flatMap(\.scalarByScalar))
      }, endContent: endContent)
  }
}

extension EditingTrace.Patch {
  fileprivate var scalarByScalar: [EditingTrace.Patch] {
    (0..<deleted).map { _ in Self(position, 1, "") }
      + inserted.unicodeScalars.enumerated().map { Self(position + $0, 0, String($1)) }
  }
}
