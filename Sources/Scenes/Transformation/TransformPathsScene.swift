import Drawing
import GeoModel

/// Three concurrent edits without a server: carried out in two orders, each transformed for its
/// place, they end in two texts. The first such case of all is shown.
struct TransformPathsScene: Scene {
  private let text: [Unicode.Scalar]
  private let paths: TransformationPaths
  private let failures: Int
  private let total: Int

  /// - Returns: `nil` for a text on which no three edits diverge, or that is too long to try all.
  init?(text: String) {
    self.text = Array(text.unicodeScalars)
    guard (2...3).contains(self.text.count) else { return nil }
    let all = TransformationPaths.all(
      on: self.text, inserting: [("A", "x"), ("B", "y"), ("C", "z")])
    let broken = all.filter { !$0.converge }
    // The plainest one to follow has a deletion between two insertions.
    guard let first = broken.first(where: { $0.operations.contains(where: \.isDeletion) }) else {
      return nil
    }
    (paths, failures, total) = (first, broken.count, all.count)
  }

  let question = "Do three edits end alike in any order?"

  private static let names = ["A", "B", "C"]

  /// Whose operation comes when, along each path.
  private static let orders = [[0, 1, 2], [1, 0, 2]]

  var events: [SceneEvent] {
    let made = zip(Self.names, paths.operations).map { "\($0) \($1.phrase)" }
    let opening = "At the same time, on the same text: \(made.joined(separator: "; "))."
    let steps = (0..<3).map { index in
      let deeds = zip(Self.orders, [paths.ahead, paths.behind]).map { order, path in
        "\(Self.names[order[index]]) \(path.operations[index].phrase)"
      }
      return "Left, \(deeds[0]); right, \(deeds[1])."
    }
    let closing =
      "The two replicas never agree again. \(failures) of all \(total) triples do this."
    return zip(0..., [opening] + steps + [closing]).map {
      SceneEvent(time: .seconds($0), sentence: $1)
    }
  }

  var duration: Duration { .seconds(4) }
  var playingTime: Duration { .seconds(8) }

  // MARK: - Drawing

  private var layout: ReplicaPicture.Layout {
    ReplicaPicture.Layout(rows: 4, lanes: 0, hasCuts: false, conclusions: 1)
  }

  func idealHeight(width: Int) -> Int { layout.height }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let count = min(3, Int(time / .seconds(1)))
    let panels = zip(Self.orders, [paths.ahead, paths.behind]).map { order, path in
      ReplicaPicture.Panel(
        name: "first \(Self.names[order[0]]), then \(Self.names[order[1]])",
        rows: rows(order, path, count))
    }
    ReplicaPicture(
      panels: panels, lanes: [], cuts: [], conclusions: [conclusion(count)], layout: layout
    ).draw(into: &canvas)
  }

  private func rows(
    _ order: [Int], _ path: TransformationPaths.Path, _ count: Int
  ) -> [StyledText] {
    var state = text
    var rows = [StyledText(Self.string(state))]
    for index in 0..<count {
      path.operations[index].apply(to: &state)
      let original = paths.operations[order[index]].text
      let done = path.operations[index].text
      let change = original == done ? done : "\(original) becomes \(done)"
      rows.append(
        StyledText(Self.string(state).padded(to: 8))
          + StyledText("\(Self.names[order[index]])  \(change)", style: .faint))
    }
    return rows
  }

  private func conclusion(_ count: Int) -> StyledText {
    guard count == 3 else { return StyledText("same text, same three edits", style: .faint) }
    let texts = [paths.ahead, paths.behind].map { Self.string($0.text) }
    return StyledText("✘ \(texts[0]) and \(texts[1])", style: Style(.lost, isBold: true))
      + StyledText("   with a server, everybody takes one order")
  }

  private static func string(_ text: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(text))
  }
}

extension TextOperation {
  fileprivate var isDeletion: Bool {
    if case .delete = self { true } else { false }
  }
}
