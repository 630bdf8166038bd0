import Content
import Scenes

/// A picture as sentences: its question, one line per event, and what can be turned.
struct PlainScene {
  let scene: any Scene
  let knobs: [Knob]

  var text: String {
    let heading = "Picture: \(scene.question)"
    let events = scene.events.map { event in
      let time = "t=\(Quantity.duration(event.time).text)  "
      return PlainProse.wrapped(time + event.sentence, indent: "  ")
    }
    return ([heading] + events + knobs.map { "Knob " + $0.sentence }).joined(separator: "\n")
  }
}
