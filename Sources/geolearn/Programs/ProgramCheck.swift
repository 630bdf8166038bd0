import Exercises
import Foundation

/// One judgement of a learner's program.
struct ProgramCheck {
  let source: ProgramSource
  let items: [CounterCheck.Item]
  /// `nil` for what is usual in the language.
  let limit: Duration?
  let seed: UInt64
  /// Whether only right and wrong are told.
  let isExam: Bool

  /// Runs and judges the program; a signal stops that, and nothing of it is left.
  func report(_ invocation: Invocation) throws(CommandFailure) -> Report {
    guard invocation.ownsSignals else { return report(invocation, interruption: nil) }
    let watch = SignalWatch()
    let report = report(invocation, interruption: watch?.interruption)
    if let signal = watch?.ending {
      throw CommandFailure("the check was stopped", .signal(signal))
    }
    return report
  }

  /// - Parameters:
  ///   - interruption: what else ends the check before its time.
  ///   - progress: is told how much has been asked, after every answer.
  func report(
    _ invocation: Invocation, interruption: Interruption?,
    progress: @escaping (Int) -> Void = { _ in }
  ) -> Report {
    let program = LearnerProgram(source, invocation, limit: limit, interruption: interruption)
    var conversation = CountedConversation(program: program, progress: progress)
    let judgement = CounterJudge.judge(&conversation, seed: seed)
    let walls = program.walls
    program.stop()
    let verdicts = items.map { judgement.verdict(on: $0) }
    return Report(
      verdicts: isExam ? verdicts.map(\.withoutExplanation) : verdicts, version: Version.text,
      topology: "",
      seed: seed, containment: walls.names)
  }
}

/// A conversation that tells how far it has come.
private struct CountedConversation: Conversation {
  let program: LearnerProgram
  let progress: (Int) -> Void
  private var asked = 0

  init(program: LearnerProgram, progress: @escaping (Int) -> Void) {
    (self.program, self.progress) = (program, progress)
  }

  var equatesEquivalentTexts: Bool { program.equatesEquivalentTexts }

  mutating func ask(_ requests: [CounterRequest]) throws(ProgramFailure) -> [CounterReply] {
    let replies = try program.ask(requests)
    asked += requests.count
    progress(asked)
    return replies
  }
}

/// What ends a check before its time.
package struct Interruption {
  /// Files that may have something to read.
  let descriptors: [Int32]
  /// Whether what they have to say ends it.
  let isWanted: () -> Bool
}

/// The signals that come while programs run. A class, since it is asked from within the check.
final class SignalWatch {
  private let signals: Signals
  /// The signal that ends geolearn.
  private(set) var ending: Int32?

  init?() {
    guard let signals = try? Signals() else { return nil }  // then a signal ends geolearn at once
    self.signals = signals
  }

  var interruption: Interruption {
    Interruption(descriptors: [signals.descriptor]) { [self] in
      ending = signals.received().first { [SIGINT, SIGTERM, SIGHUP].contains($0) }
      return ending != nil
    }
  }
}
