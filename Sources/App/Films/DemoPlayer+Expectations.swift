import Content
import Drawing
import Scenes

extension DemoPlayer {
  /// The screen on which expectations are checked, whatever the size of a recording.
  private static let size = Size(width: 80, height: 24)

  /// Notes what is not as expected, and goes on.
  mutating func check(_ expectation: Demo.Expectation, _ line: Demo.Line) throws(Diagnostic) {
    let player = try running(line)
    let complaint: String? =
      switch expectation {
      case .narration(let text): narration(player, holds: text)
      case .screen(let text): screen(player, holds: text)
      case .nowhere(let text): nowhere(player, text)
      case .event(let text, let time):
        event(text, in: player) { shown($0) == shown(time) ? nil : "at \(shown(time))" }
      case .eventBy(let text, let time):
        event(text, in: player) { $0 <= time ? nil : "by \(shown(time))" }
      }
    if let complaint { failures.append(mistake(at: line, complaint)) }
  }

  private func narration(_ player: Player, holds text: String) -> String? {
    let told = Self.narration(of: player)
    return told.contains(text) ? nil : "the narration does not say '\(text)'; it says '\(told)'"
  }

  private static func narration(of player: Player) -> String {
    player.scene.coincidingEvents(at: player.time).map(\.sentence).joined(separator: " ")
  }

  private func screen(_ player: Player, holds text: String) -> String? {
    let rows = Self.rows(of: player)
    guard !rows.joined(separator: " ").contains(text) else { return nil }
    let near = rows.max { $0.resemblance(to: text) < $1.resemblance(to: text) } ?? ""
    return "'\(text)' is not on the screen; the nearest row is '\(near)'"
  }

  /// The rows of the picture with its narration, without blanks at their ends or in rows.
  private static func rows(of player: Player) -> [String] {
    var canvas = Canvas(size: size)
    SceneFrame(scene: player.scene, time: player.time).draw(into: &canvas)
    return canvas.lines.map { $0.split(separator: " ").joined(separator: " ") }
  }

  private func nowhere(_ player: Player, _ text: String) -> String? {
    if Self.narration(of: player).contains(text) {
      return "the narration says '\(text)': '\(Self.narration(of: player))'"
    }
    let row = Self.rows(of: player).first { $0.contains(text) }
    return row.map { "'\(text)' is on the screen: '\($0)'" }
  }

  private func event(
    _ text: String, in player: Player, differs: (Duration) -> String?
  ) -> String? {
    guard let event = player.scene.events.first(where: { $0.sentence.contains(text) }) else {
      return "no event of the run tells '\(text)'"
    }
    return differs(event.time).map {
      "'\(event.sentence)' should be \($0); it is at \(shown(event.time))"
    }
  }
}

extension String {
  /// How many words of another text stand here.
  fileprivate func resemblance(to text: String) -> Int {
    text.split(separator: " ").count { contains($0) }
  }
}
