extension String {
  /// The words of the text in lines of at most `width` characters; a longer word stands alone.
  func wrapped(width: Int) -> [String] {
    split { $0.isWhitespace }.reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
  }
}
