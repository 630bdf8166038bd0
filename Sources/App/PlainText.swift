import Drawing

extension String {
  /// The text as it can be shown with some marks, line by line; with `.ascii` no byte is above 0x7E.
  package func lowered(to marks: Marks) -> String {
    guard marks == .ascii else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).loweredLine(to: marks) }
      .joined(separator: "\n")
  }

  /// A canvas lowers what is put on it; it also blanks, so blanks at the end are kept by hand.
  private func loweredLine(to marks: Marks) -> String {
    guard !utf8.allSatisfy({ $0 <= 0x7E }) else { return self }
    var canvas = Canvas(size: Size(width: columns(of: self), height: 1), marks: marks)
    canvas.put(self, x: 0, y: 0)
    let blanks = reversed().prefix { $0 == " " }.count
    return canvas.lines.joined() + String(repeating: " ", count: blanks)
  }
}
