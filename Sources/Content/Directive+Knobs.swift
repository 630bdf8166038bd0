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
    var lines = lines
    let index = place.line - line - 1
    let before = lines[index].unicodeScalars.prefix(place.column - 1)
    let after = lines[index].unicodeScalars.dropFirst(
      place.column - 1 + knob.value.unicodeScalars.count)
    lines[index] = String(before) + value + String(after)
    var changed = self
    changed.body = lines.joined(separator: "\n")
    return changed
  }

  /// The value of an argument as it is written, without reading it, its lines as one; `nil` where
  /// there is none.
  package func text(of key: String) -> String? {
    place(of: key).map { place in
      let text = lines[place].map(\.trimmed).joined(separator: " ")
      return String(text.dropFirst(key.count + 1)).trimmed
    }
  }

  /// The directive with one more entry in a comma-separated argument.
  ///
  /// The word `none` gives way to the entry; without the argument, it is added at the end.
  package func adding(_ entry: String, to key: String) -> Directive {
    let entries = text(of: key).flatMap { $0.isEmpty || $0 == "none" ? nil : "\($0), " } ?? ""
    return writing(entries + entry, to: key)
  }

  /// The directive with another text of an argument, which is added at the end if there is none.
  package func writing(_ text: String, to key: String) -> Directive {
    var lines = lines
    let argument = "\(key): \(text)"
    if let place = place(of: key) {
      lines.replaceSubrange(place, with: [argument])
    } else {
      lines.append(argument)
    }
    var changed = self
    changed.body = lines.joined(separator: "\n")
    return changed
  }

  private var lines: [String] {
    body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The line of an argument, with those after it that are indented and so belong to it.
  private func place(of key: String) -> Range<Int>? {
    lines.firstIndex { $0.hasPrefix("\(key):") }.map { first in
      let rest = lines[(first + 1)...].prefix { $0.hasPrefix(" ") }
      return first..<rest.endIndex
    }
  }
}
