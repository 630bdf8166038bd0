import App
import Foundation

/// How far something is, in one line that is written again and again; on a terminal alone.
struct ProgressLine {
  private let isShown: Bool

  init(_ invocation: Invocation) {
    isShown = invocation.isOutputTerminal
  }

  func show(_ progress: JudgingProgress) {
    say("\r\u{1B}[K\(progress.done) of \(progress.count)  \(progress.run)")
  }

  /// Takes the line away.
  func end() { say("\r\u{1B}[K") }

  private func say(_ text: String) {
    if isShown { FileHandle.standardError.write(Data(text.utf8)) }
  }
}
