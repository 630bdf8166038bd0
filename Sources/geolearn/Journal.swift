import App
import Foundation

/// The learner's journal: a file to which lines are added, and from which none is ever taken away.
///
/// A line is the time, a tab, and the entry: `2026-11-23T15:00:00Z<TAB>graded 1.1 pass`. One write
/// adds one line, so that two programs at once do no harm. Lines that cannot be read, of a newer
/// version perhaps, stay where they are and are ignored.
package struct Journal {
  /// The file; `nil` when nobody says where it may be.
  package let path: String?
  /// What went wrong first, if anything did. The course goes on without a journal.
  package private(set) var failure: String?

  /// - Parameter course: whose journal; `nil` for that of the course in the program.
  package init(_ invocation: Invocation, course: String? = nil) {
    let part = course.map { "courses/\($0)/" } ?? ""
    path = Self.folder(invocation).map { "\($0)/\(part)journal" }
    if path == nil { failure = "HOME is not set, so there is no place for the journal" }
  }

  /// The folder of the journal, by variables: its own, that of all programs, or the home folder.
  private static func folder(_ invocation: Invocation) -> String? {
    if let own = invocation.variable("GEOLEARN_STATE_DIR") { return invocation.absolute(own) }
    // The XDG rules: a relative path there means nothing.
    if let state = invocation.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/geolearn"
    }
    return invocation.variable("HOME").map { "\($0)/.local/state/geolearn" }
  }

  /// Everything that can be read; nothing where there is no journal yet.
  package func entries() -> [JournalEntry] {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? JournalEntry(parsing: String(parts[1])) : nil
    }
  }

  package var progress: App.Progress { App.Progress(entries()) }

  /// Adds entries; after a failure nothing more is tried.
  package mutating func add(_ entries: [JournalEntry], at time: Date) {
    guard !entries.isEmpty, failure == nil, let path else { return }
    do throws(JournalFailure) {
      let file = try Self.open(path)
      defer { close(file) }
      for entry in entries {
        try Self.append("\(time.formatted(.iso8601))\t\(entry.line)\n", to: file, path)
      }
    } catch {
      failure = error.message
    }
  }

  /// Why nothing could be added, as a sentence to say once.
  package var complaint: String {
    failure.map { "geolearn: your progress was not saved: \($0)\n" } ?? ""
  }

  /// Whether entries can be added; makes the file if it is missing.
  func test() -> String? {
    guard let path else { return failure }
    do throws(JournalFailure) {
      close(try Self.open(path))
      return nil
    } catch {
      return error.message
    }
  }
}

/// Why a journal cannot be written.
private struct JournalFailure: Error {
  let message: String

  /// What the system says about the last call that failed.
  init(_ action: String, _ path: String) {
    message = "\(path) cannot be \(action): \(String(cString: strerror(errno)).lowercased())"
  }
}

extension Journal {
  private static func open(_ path: String) throws(JournalFailure) -> Int32 {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    // A folder that cannot be made is found out by opening the file in it.
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let file = Foundation.open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw JournalFailure("opened", path) }
    return file
  }

  private static func append(
    _ line: String, to file: Int32, _ path: String
  ) throws(JournalFailure) {
    let bytes = Array(((endsInLine(file) ? "" : "\n") + line).utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw JournalFailure("written", path)
    }
  }

  /// Whether the last line is complete; a full disk may have cut it.
  private static func endsInLine(_ file: Int32) -> Bool {
    var last: UInt8 = 0
    let end = lseek(file, 0, SEEK_END)
    guard end > 0, pread(file, &last, 1, end - 1) == 1 else { return true }
    return last == UInt8(ascii: "\n")
  }
}
