import Content
import Scenes

/// A picture as sentences: its question, one line per event, and what can be turned.
package struct PlainScene {
  private let scene: any Scene
  private let knobs: [Knob]

  /// - Parameter knobs: what can be turned.
  package init(scene: any Scene, knobs: [Knob] = []) {
    (self.scene, self.knobs) = (scene, knobs)
  }

  package var text: String {
    let heading = "Picture: \(scene.question)"
    // A history has an order and no clock.
    let isTimed = scene.controls?.endsRun != true
    let events = scene.events.enumerated().map { index, event in
      let place = isTimed ? "t=\(Quantity.duration(event.time).text)" : "\(index)."
      return PlainProse.wrapped("\(place)  \(event.sentence)", indent: "  ")
    }
    return ([heading] + events + knobs.map { "Knob " + $0.sentence }).joined(separator: "\n")
  }
}
