import Content
import Scenes

/// What somebody who reads the course line by line does to its pictures.
extension PlainPage {
  /// Does what a key does in the picture, after the last event.
  ///
  /// - Parameter words: the key, then what it is done to, in any order; for a key that begins
  ///   typing, what is typed comes last.
  mutating func act(_ words: [String]) throws(PlainRefusal) -> String {
    guard isRevealed, let directive = scene, let staged = try? stage(directive),
      let controls = staged.controls
    else { throw PlainRefusal("There is nothing to do in a picture here.") }
    guard let name = words.first else { return controls.sentences }
    guard let act = controls.acts.first(where: { String($0.key) == name }) else {
      throw PlainRefusal(
        "No act is called '\(name)'; \(alternatives(controls.acts.map { "\($0.key)" })) can be done."
      )
    }
    let (targets, typed) = controls.targets.chosen(by: Array(words.dropFirst()))
    guard typed.isEmpty || act.beginsTyping else {
      throw PlainRefusal("'\(typed)' is nothing that it could be done to.\n\(controls.sentences)")
    }
    let strokes = act.beginsTyping ? typed.map(Stroke.character) : [.act(act.key)]
    var (changed, last) = (directive, staged)
    for stroke in strokes {
      guard
        let next = last.directive(changed, after: stroke, on: targets, at: last.duration),
        let restaged = try? stage(next)
      else { throw PlainRefusal("That cannot be done now.") }
      (changed, last) = (next, restaged)
    }
    undone.append(directive)
    scene = changed
    return told(last, since: staged)
  }

  mutating func undo() throws(PlainRefusal) -> String {
    guard let before = undone.popLast() else { throw PlainRefusal("There is nothing to undo.") }
    scene = before
    return sceneText(before)
  }

  private func stage(_ directive: Directive) throws(Diagnostic) -> any Scene {
    try book.catalog.stage(directive, topology: page.topology)
  }

  /// What has happened that had not happened before.
  private func told(_ scene: any Scene, since before: any Scene) -> String {
    let known = before.events
    let events =
      scene.controls?.endsRun == true ? scene.events.dropFirst(known.count) : scene.events[...]
    return events.map { PlainProse.wrapped($0.sentence) }.joined(separator: "\n")
  }
}

extension Controls {
  /// What can be done, and to what.
  fileprivate var sentences: String {
    let acts = acts.map { PlainProse.wrapped("do \($0.key): \($0.meaning).", indent: "  ") }
    let targets = targets.map { target in
      PlainProse.wrapped("\(target.key): \(alternatives(target.choices)); else \(target.value).")
    }
    return (acts + targets).joined(separator: "\n")
  }
}

extension [Knob] {
  /// Every knob at the choice that is among the words, and the words that are no choice.
  fileprivate func chosen(by words: [String]) -> (targets: [Knob], rest: String) {
    var rest = words
    let targets = map { knob in
      guard let index = rest.firstIndex(where: knob.choices.contains) else { return knob }
      return Knob(key: knob.key, value: rest.remove(at: index), choices: knob.choices)
    }
    return (targets, rest.joined(separator: " "))
  }
}
