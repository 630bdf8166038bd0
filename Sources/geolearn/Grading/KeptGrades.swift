import Exercises
import Foundation

/// What was graded before: a file for each learner, which is replaced as a whole.
///
/// So a grading that is stopped, by whatever, loses nothing that was finished.
struct KeptGrades {
  /// The folder of the class has a hidden one for it.
  let folder: String

  init(classFolder: String) {
    folder = "\(classFolder)/.grades"
  }

  /// A file.
  private struct Kept: Decodable {
    let fingerprint: String
    let report: ReadReport
  }

  /// The verdicts on a learner; `nil` where he was not graded, or his answers have changed since.
  func verdicts(on learner: String, fingerprint: String) -> [Verdict]? {
    guard let data = FileManager.default.contents(atPath: path(of: learner)),
      let kept = try? JSONDecoder().decode(Kept.self, from: data),  // else it is made again
      kept.fingerprint == fingerprint, kept.report.schema == ReadReport.schema
    else { return nil }
    return kept.report.tests
  }

  /// - Parameter report: a report as `geolearn/result/v1`.
  func keep(_ report: String, on learner: String, fingerprint: String) throws(CommandFailure) {
    // A folder that cannot be made is found out by writing into it.
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let text = "{\n\"fingerprint\": \"\(fingerprint)\",\n\"report\": \(report)}\n"
    try write(text, to: path(of: learner), named: path(of: learner))
  }

  private func path(of learner: String) -> String { "\(folder)/\(learner).json" }
}
