import Content
import Drawing

/// A scene whose run is a history of entries, one a second, which every act makes longer.
///
/// An act in the middle of the run gives up what came after.
protocol HistoryScene: Scene {
  /// As they are written in the argument `history`.
  var entries: [String] { get }
  /// What is told of the beginning, and then of each entry.
  var sentences: [String] { get }

  /// What a learner's stroke adds after so many entries; `nil` where it can do nothing.
  func entry(for stroke: Stroke, on targets: [Knob], after count: Int) -> String?

  /// Draws what holds after so many entries while the next one comes about.
  ///
  /// - Parameter progress: how far that has come, from 0: at rest, to 1.
  func draw(after count: Int, progress: Double, into canvas: inout Canvas)
}

/// More than this nobody follows, and a picture is staged anew with every key.
let mostHistoryEntries = 240

extension HistoryScene {
  package var events: [SceneEvent] {
    zip(0..., sentences).map { SceneEvent(time: .seconds($0), sentence: $1) }
  }

  package var duration: Duration { .seconds(max(1, entries.count)) }
  package var playingTime: Duration { duration }

  package func directive(
    _ directive: Directive, after stroke: Stroke, on targets: [Knob], at time: Duration
  ) -> Directive? {
    let count = min(entries.count, Int((time / .seconds(1)).rounded(.up)))
    guard count < mostHistoryEntries, let entry = entry(for: stroke, on: targets, after: count)
    else { return nil }
    return directive.writing(
      (entries.prefix(count) + [entry]).joined(separator: ", "), to: "history")
  }

  package func draw(at time: Duration, into canvas: inout Canvas) {
    let moment = time / .seconds(1)
    let count = min(entries.count, Int(moment.rounded(.down)))
    draw(after: count, progress: count < entries.count ? moment - Double(count) : 0, into: &canvas)
  }
}

extension Arguments {
  /// The entries of the argument `history`.
  mutating func history() throws(Diagnostic) -> [Item] {
    let items = try items("history") ?? []
    guard items.count <= mostHistoryEntries else {
      throw failure(
        at: items[mostHistoryEntries], "a history has at most \(mostHistoryEntries) entries")
    }
    return items
  }
}
