import ArgumentParser
import Foundation

/// What a command says, and the code with which it ends.
package struct CommandOutput: Equatable, Sendable {
  /// For standard output; ends with a newline, unless it is empty.
  package var text: String
  /// For standard error.
  package var complaint: String
  package var code: ExitStatus

  package init(_ text: String = "", complaint: String = "", code: ExitStatus = .success) {
    self.text = text
    self.complaint = complaint
    self.code = code
  }
}

/// The exit codes of all commands.
package struct ExitStatus: Equatable, Sendable {
  package let code: Int32

  package init(code: Int32) {
    self.code = code
  }

  package static let success = ExitStatus(code: 0)
  /// At least one answer is wrong.
  package static let failed = ExitStatus(code: 1)
  /// The command line is wrong (EX_USAGE).
  package static let usage = ExitStatus(code: 64)
  /// A lesson, a topology or an answer file is wrong (EX_DATAERR).
  package static let data = ExitStatus(code: 65)
  /// A file is missing (EX_NOINPUT).
  package static let noInput = ExitStatus(code: 66)
  /// No terminal can be had (EX_UNAVAILABLE).
  package static let noTerminal = ExitStatus(code: 69)
  /// A file is in the way, or cannot be made (EX_CANTCREAT).
  package static let cannotCreate = ExitStatus(code: 73)
  /// The teacher does not allow it (EX_NOPERM).
  package static let notAllowed = ExitStatus(code: 77)
  /// Something could not be written (EX_IOERR).
  package static let inputOutput = ExitStatus(code: 74)

  /// A signal ended the program, which says so as a shell would.
  package static func signal(_ signal: Int32) -> ExitStatus { ExitStatus(code: 128 + signal) }
}

/// Why a command cannot do what it was asked for.
package struct CommandFailure: Error, Equatable, CustomStringConvertible {
  package let description: String
  package let code: ExitStatus

  package init(_ description: String, _ code: ExitStatus) {
    self.description = description
    self.code = code
  }
}

/// A command that ends by itself: its whole effect is text, a code, and lines in the journal.
package protocol TextCommand: ParsableCommand {
  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput
}

extension TextCommand {
  /// What the command says, its failure included.
  package func result(_ invocation: Invocation) -> CommandOutput {
    do throws(CommandFailure) {
      return try output(invocation)
    } catch {
      return CommandOutput(complaint: "Error: \(error)\n", code: error.code)
    }
  }
}

extension FileHandle {
  /// Writes a text; a reader that has gone away (`geolearn ... | head`) is no error.
  func say(_ text: String) {
    guard !text.isEmpty else { return }
    try? write(contentsOf: Data(text.utf8))  // there is nobody left to tell
  }
}
