import Foundation

/// Files of expected output, which `GOLDEN=write swift test` writes and a reader then judges.
package enum Golden {
  /// Whether this run writes what others compare.
  package static var isWriting: Bool { ProcessInfo.processInfo.environment["GOLDEN"] == "write" }

  /// What differs between a text and its golden file, or `nil`; a run that writes, writes it.
  ///
  /// - Parameter path: relative to the root of the repository.
  package static func difference(of text: String, from path: String) throws -> String? {
    let file = Repository.root.appendingPathComponent(path)
    if isWriting {
      try Data(text.utf8).write(to: file)
      return nil
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      return "\(path) is missing; GOLDEN=write swift test writes it"
    }
    return expected == text ? nil : "\(path)\n" + firstDifferences(expected, text)
  }

  /// The names of the golden files of a folder, sorted.
  package static func names(in folder: String) throws -> [String] {
    try Repository.files(in: folder).keys.map { String($0.dropFirst(folder.count + 1)) }.sorted()
  }

  private static func firstDifferences(_ expected: String, _ text: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = (0..<max(old.count, new.count)).filter { row in
      !(old.indices.contains(row) && new.indices.contains(row) && old[row] == new[row])
    }
    return rows.prefix(5).map { row in
      "line \(row + 1)\n  golden \(old.indices.contains(row) ? old[row] : "(no line)")\n"
        + "  drawn  \(new.indices.contains(row) ? new[row] : "(no line)")"
    }.joined(separator: "\n")
  }
}
