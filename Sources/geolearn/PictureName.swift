import App
import Content
import Exercises
import Scenes

/// A picture as a command line names it: a step, an item, or a kind of scene.
struct PictureName {
  let text: String

  struct Picture {
    let directive: Directive
    /// The topology where the directive names none.
    let topology: String
  }

  func picture(in book: Book) throws(CommandFailure) -> Picture {
    if SceneCatalog.names.contains(text) { return kind(in: book) }
    if let near = nearest(to: text, in: SceneCatalog.names) {
      throw CommandFailure("no scene is called '\(text)'; did you mean '\(near)'?", .usage)
    }
    let place = try PlaceName(text: text).place(in: book, preferring: .steps)
    guard case .step(let chapter, let step) = place else {
      throw CommandFailure("'\(text)' has no picture; --page prints the page", .usage)
    }
    guard let picture = book.page(chapter: chapter, step: step).picture else {
      throw CommandFailure("'\(text)' has no picture; --page prints the page", .usage)
    }
    return picture
  }

  /// The first picture of that kind in the course, or an empty one.
  private func kind(in book: Book) -> Picture {
    let pages = book.chapters.indices.lazy.flatMap { chapter in
      book.chapters[chapter].steps.indices.lazy.map { book.page(chapter: chapter, step: $0) }
    }
    return pages.compactMap(\.picture).first { $0.directive.name == text }
      ?? Picture(
        directive: Directive(kind: "scene", name: text, body: "", file: "--set", line: 1),
        topology: "module")
  }
}

extension StepPage {
  fileprivate var picture: PictureName.Picture? {
    (scene ?? exercise?.scene).map { PictureName.Picture(directive: $0, topology: topology) }
  }
}

extension Directive {
  /// The directive with another value of an argument, which may be a new one.
  ///
  /// A knob keeps its choices where the value is one of them. Commas make a list.
  func replacing(_ key: String, with value: String) -> Directive {
    if knobs.contains(where: { $0.key == key && $0.choices.contains(value) }) {
      return setting(key, to: value)
    }
    var isReplaced = false
    var kept = body.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let isContinuation = line.first.map { $0 == " " || $0 == "-" } ?? false
      isReplaced = isContinuation ? isReplaced : line.hasPrefix("\(key):")
      return !isReplaced
    }
    let isList = value.contains(",") && !value.hasPrefix("[")
    kept.append("\(key): \(isList ? "[\(value)]" : value)")
    var changed = self
    changed.body = kept.joined(separator: "\n")
    return changed
  }
}
