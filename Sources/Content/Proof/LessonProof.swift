/// What an author should look at in a lesson although it can be read: links that lead nowhere, and
/// numbers that nothing in the lesson computes.
package struct LessonProof {
  let file: String
  let lines: [ProofLine]

  /// - Parameter text: the whole of the lesson's file.
  package init(_ text: String, file: String) {
    self.file = file
    lines = ProofLine.lines(of: text)
  }

  /// A remark on a part of a line.
  func remark(
    at part: Substring, of line: ProofLine, _ severity: Diagnostic.Severity, _ message: String
  ) -> Diagnostic {
    let column = line.text.distance(from: line.text.startIndex, to: part.startIndex) + 1
    return Diagnostic(
      file: file, line: line.number, column: column, severity: severity, message: message)
  }
}
