/// The known name that a mistyped one was most likely meant to be.
///
/// - Returns: `nil` when no name is near: at most a third of the letters, and always one, may
///   be wrong. Two letters in the wrong order count as one mistake. The first of equals wins.
package func nearest(to name: String, in names: [String]) -> String? {
  let allowed = max(1, name.count / 3)
  let distances = names.map { editDistance(Array(name), Array($0)) }
  guard let least = distances.min(), least <= allowed else { return nil }
  return zip(names, distances).first { $1 == least }?.0
}

/// The end of a message about an unknown name: the nearest one, or all there are.
package func suggestion(for name: String, in names: [String]) -> String {
  if let near = nearest(to: name, in: names) { return "did you mean '\(near)'?" }
  return names.isEmpty ? "there is none" : "it must be \(alternatives(names))"
}

/// The names as a phrase: "a", "a or b", "a, b or c".
package func alternatives(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " or " + last
}

/// Insertions, deletions, replacements and exchanges of neighbours that turn `a` into `b`.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  // Row i, column j: from the first i characters of a to the first j of b.
  var table = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var least = min(table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        least = min(least, table[i - 1][j - 1] + 1)
      }
      row.append(least)
    }
    table.append(row)
  }
  return table[a.count][b.count]
}
