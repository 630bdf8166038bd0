/// What became of one answer.
package enum Outcome: String, CaseIterable, Sendable {
  case pass
  case fail
  /// The answer cannot be judged: it has no number, no unit, or an assumption that is not offered.
  case error
  /// There is no answer.
  case skipped
}

extension Outcome {
  /// The exit code of a program that reports these outcomes.
  ///
  /// 0: everything passed. 1: something failed. 2: nothing failed, but something is not answered,
  /// or there was nothing to judge. 3: something could not be judged, whatever else happened: a
  /// score that is not known must not look like one that is.
  package static func exitCode(for outcomes: [Outcome]) -> Int32 {
    if outcomes.contains(.error) { return 3 }
    if outcomes.contains(.fail) { return 1 }
    return outcomes.isEmpty || outcomes.contains(.skipped) ? 2 : 0
  }
}
