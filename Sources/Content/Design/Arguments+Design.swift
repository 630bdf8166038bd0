import GeoModel

extension Arguments {
  /// A span of time; `nil` when it is not given.
  mutating func optionalDuration(_ key: String) throws(Diagnostic) -> Duration? {
    try value(key) == nil ? nil : duration(key)
  }

  /// A day such as `2026-01-26`; `nil` when it is not given.
  mutating func optionalDay(_ key: String) throws(Diagnostic) -> CalendarDay? {
    guard let text = try value(key) else { return nil }
    guard let day = CalendarDay(text) else {
      throw failure(key, "\(key) is \(text); it must be a day such as 2026-01-26")
    }
    return day
  }

  /// An argument that is one name, with its place; `nil` when it is not given.
  mutating func optionalItem(_ key: String) throws(Diagnostic) -> Item? {
    guard let text = try value(key) else { return nil }
    let place = location(of: key)
    return Item(text: text, line: place.line, column: place.column)
  }

  /// The design of the course that an argument names, or the one that stands in `text`.
  ///
  /// - Throws: the first mistake in the design itself, at its place there.
  package mutating func design(
    _ key: String = "design", from atlas: Atlas
  ) throws(Diagnostic) -> Design {
    if let text = try value("text") {
      return try Self.parsed(text, file: file, atlas)
    }
    let name = try string(key)
    let text: String
    do throws(AtlasError) {
      text = try atlas.designText(named: name)
    } catch {
      throw failure(key, error.description)
    }
    return try Self.parsed(text, file: "\(Atlas.designFolder)\(name).yaml", atlas)
  }

  private static func parsed(
    _ text: String, file: String, _ atlas: Atlas
  ) throws(Diagnostic) -> Design {
    do throws(Diagnostics) {
      return try DesignFile.parse(text, file: file, atlas: atlas)
    } catch {
      throw error.all[0]
    }
  }
}
