import Yams

extension Directive {
  /// The arguments that a learner may change, in order of appearance.
  ///
  /// A body with mistakes has none; ``Arguments`` says what is wrong with it.
  package var knobs: [Knob] {
    guard let arguments = try? Arguments(self) else { return [] }
    return arguments.knobs
  }

  /// The directive with another value of a knob, the same choices, every line at its place.
  ///
  /// A value outside the choices is for ``Arguments`` to refuse. Without such a knob nothing
  /// changes.
  package func setting(_ key: String, to value: String) -> Directive {
    guard let arguments = try? Arguments(self),
      let knob = arguments.knobs.first(where: { $0.key == key })
    else { return self }
    let place = arguments.location(of: key)
    var lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = place.line - line - 1
    let before = lines[index].unicodeScalars.prefix(place.column - 1)
    let after = lines[index].unicodeScalars.dropFirst(
      place.column - 1 + knob.value.unicodeScalars.count)
    lines[index] = String(before) + value + String(after)
    var changed = self
    changed.body = lines.joined(separator: "\n")
    return changed
  }
}
