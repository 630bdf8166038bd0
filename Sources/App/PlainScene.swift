import Content
import Scenes

/// A picture as sentences: its question, one line per event, and what can be turned.
struct PlainScene {
  let scene: any Scene
  let knobs: [Knob]

  var text: String {
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
