/// What is wrong with the text of a land file, and in which line.
package struct LandFileError: Error, Equatable, Sendable {
  /// From 1.
  package let line: Int
  package let message: String
}

/// A part of the land with a name, such as a country.
package struct LandArea: Equatable, Sendable {
  package let name: String
  /// Closed rings; what lies in an odd number of them belongs to it.
  package internal(set) var rings: [[MapPoint]]
}

/// The rings of land in the text of `assets/world/land.txt`, where the format is described.
package func landRings(parsing text: String) throws(LandFileError) -> [[MapPoint]] {
  try landAreas(parsing: text).flatMap(\.rings)
}

/// The areas in the text of `assets/world/jurisdictions.txt`; rings before the first have no name.
package func landAreas(parsing text: String) throws(LandFileError) -> [LandArea] {
  var areas: [LandArea] = []
  var end: Int?
  let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  for (number, line) in zip(1..., lines) where !line.isEmpty && line.first != "#" {
    if end != nil { throw LandFileError(line: number, message: "there is more after the end line") }
    let words = line.split(separator: " ")
    if words.first == "end" {
      try checkEnd(words, line: number, rings: areas.map(\.rings.count).reduce(0, +))
      end = number
    } else if words.first == "area" {
      areas.append(LandArea(name: words.dropFirst().joined(separator: " "), rings: []))
    } else {
      if areas.isEmpty { areas.append(LandArea(name: "", rings: [])) }
      areas[areas.count - 1].rings.append(try ring(words, line: number))
    }
  }
  guard end != nil else {
    throw LandFileError(
      line: lines.count, message: "the file is cut short; it must close with 'end' and a number")
  }
  return areas
}

private func checkEnd(_ words: [Substring], line: Int, rings: Int) throws(LandFileError) {
  guard words.dropFirst() == [Substring(String(rings))] else {
    let count = words.dropFirst().joined(separator: " ")
    throw LandFileError(
      line: line, message: "end says '\(count)' rings; it must be \(rings), as many as there are")
  }
}

private func ring(_ words: [Substring], line: Int) throws(LandFileError) -> [MapPoint] {
  guard words.count >= 6, words.count.isMultiple(of: 2) else {
    throw LandFileError(
      line: line, message: "a ring of \(words.count) numbers; it must be pairs, and at least 6")
  }
  var points: [MapPoint] = []
  var (longitude, latitude) = (0, 0)
  for index in stride(from: 0, to: words.count, by: 2) {
    longitude += try step(words[index], line: line)
    latitude += try step(words[index + 1], line: line)
    guard abs(longitude) <= 1800, abs(latitude) <= 900 else {
      throw LandFileError(
        line: line, message: "point \(index / 2 + 1) of the ring lies beyond the edge of the world")
    }
    points.append(
      MapPoint(longitude: Double(longitude) / 10, latitude: Double(latitude) / 10))
  }
  return points
}

private func step(_ word: Substring, line: Int) throws(LandFileError) -> Int {
  guard let number = Int(word), (-3600...3600).contains(number) else {
    throw LandFileError(
      line: line, message: "'\(word)' is not a whole number from -3600 to 3600")
  }
  return number
}
