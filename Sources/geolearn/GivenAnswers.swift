import Content
import Exercises
import Foundation

/// The answers of a learner, and which of his files could not be read.
struct GivenAnswers {
  private var answers: [String: Answer] = [:]
  private var failures: [(task: String, failure: CommandFailure)] = []
  /// Whether it is no mistake to have no answers yet.
  private var mayBeMissing = true

  init(_ answers: [String: Answer]) {
    self.answers = answers
  }

  /// - Parameters:
  ///   - files: where the answers to each task are; a file may hold those of several.
  ///   - areUsual: whether nobody has named them. Then they may be missing, and a link that leads
  ///     out of the folder is refused.
  ///   - exercises: all that a file may answer.
  init(
    reading files: [(task: String, file: String)], areUsual: Bool, exercises: [Exercise],
    _ invocation: Invocation
  ) {
    mayBeMissing = areUsual
    for (task, file) in files {
      do throws(CommandFailure) {
        guard !areUsual || invocation.isInFolder(file) else {
          throw CommandFailure("'\(file)' leads out of this folder", .data)
        }
        answers.merge(try Self.read(file, exercises, invocation)) { $1 }
      } catch {
        failures.append((task, error))
      }
    }
    // What was never begun is no mistake beside something that was.
    if failures.count < files.count { failures.removeAll { $0.failure.code == .noInput } }
  }

  /// Why a file could not be read.
  var failure: CommandFailure? { failures.first?.failure }

  /// Whether nothing could be read.
  var isEmpty: Bool { answers.isEmpty }

  subscript(_ exercise: Exercise) -> Answer { answers[exercise.id] ?? Answer("") }

  /// The verdict on an exercise whose answer could not be read; `nil` where it could be.
  func verdict(instead exercise: Exercise) -> Verdict? {
    guard let failure = failures.first(where: { $0.task == exercise.task })?.failure else {
      return nil
    }
    let isMissing = failure.code == .noInput && mayBeMissing
    var verdict = Verdict(
      id: exercise.id, outcome: isMissing ? .skipped : .error,
      rationale: isMissing ? "There is no answer yet." : failure.description.asSentence)
    verdict.maxScore = exercise.points
    return verdict
  }

  private static func read(
    _ file: String, _ exercises: [Exercise], _ invocation: Invocation
  ) throws(CommandFailure) -> [String: Answer] {
    let path = invocation.absolute(file)
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(
        "there is no file '\(file)'; 'geolearn init' writes answers/task1.yaml here", .noInput)
    }
    let text = try ContentFiles.text(at: path, named: file)
    do throws(Diagnostics) {
      return try AnswerFile.parse(text, file: file, exercises: exercises)
    } catch {
      throw CommandFailure("the answers cannot be read\n\(error)", .data)
    }
  }
}

extension String {
  fileprivate var asSentence: String {
    prefix(1).uppercased() + dropFirst().replacing("\n", with: ": ") + "."
  }
}
