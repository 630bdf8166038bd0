import Exercises
import Foundation

/// The histories in which the learner's counter went wrong last, one file for each item.
struct ReplayFiles {
  /// `nil` where the journal has no folder either.
  private let folder: String?

  init(_ invocation: Invocation) {
    folder = Journal(invocation).path.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "replays").path
    }
  }

  /// Where the history of an item is.
  func path(of item: String) -> String? { folder.map { "\($0)/\(item).json" } }

  /// Writes what the verdicts have to show, and removes what they no longer have.
  ///
  /// Nothing depends on these files but watching, so a failure is no reason to stop.
  func keep(_ verdicts: [Verdict]) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    for verdict in verdicts {
      guard let path = path(of: verdict.id) else { return }
      let url = URL(filePath: path)
      guard let replay = verdict.counterexample, let data = try? encoder.encode(replay) else {
        try? FileManager.default.removeItem(at: url)
        continue
      }
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try? data.write(to: url, options: .atomic)
    }
  }
}
