import Content
import Drawing
import GeoModel

/// A learner's counters beside the model's, step by step, with the first step where they differ.
///
/// Arguments, as lists with an entry for each: `counters`, by name; `history`: `A increment 3`,
/// `old1 copy A`, `B merge A`, `A gather 5`, `A value`; `calls`: the same as the learner would write
/// it; `said`: what every counter said after it, divided by bars.
struct CounterReplayScene: Scene {
  private struct Step {
    let call: String
    /// By the place of the counter; `nil` for one that is not there yet.
    let model: [PNCounter?]
    let said: [String]
    /// From and into which counter something was merged.
    let merge: (from: Int, into: Int)?
  }

  private let names: [String]
  private let steps: [Step]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    names = try arguments.strings("counters")
    let history = try arguments.items("history") ?? []
    let calls = try arguments.strings("calls")
    let said = try arguments.strings("said")
    guard calls.count == history.count, said.count == history.count else {
      throw arguments.failure("said", "calls and said must have an entry for each of history")
    }
    var counters: [PNCounter?] = names.map { $0.hasPrefix("old") ? nil : PNCounter() }
    var steps: [Step] = []
    for (index, item) in history.enumerated() {
      guard let entry = Entry(item.text, names: names) else {
        throw arguments.failure(at: item, "nothing is called '\(item.text)' here")
      }
      entry.play(on: &counters, names: names)
      let values = said[index].split(separator: "|", omittingEmptySubsequences: false)
      steps.append(
        Step(
          call: calls[index], model: counters, said: values.map(String.init), merge: entry.merge))
    }
    self.steps = steps
    try arguments.finish()
  }

  let question = "Where does your counter part from the model?"

  private var firstDifference: Int? {
    steps.firstIndex { step in names.indices.contains { differs($0, in: step) } }
  }

  private func differs(_ place: Int, in step: Step) -> Bool {
    guard let model = step.model[place], step.said.indices.contains(place) else { return false }
    return step.said[place] != "\(model.value)"
  }

  var events: [SceneEvent] {
    [SceneEvent(time: .zero, sentence: "All counters are new: 0 on both sides.")]
      + steps.enumerated().map { index, step in
        SceneEvent(time: .seconds(index + 1), sentence: sentence(of: step, index))
      }
  }

  private func sentence(of step: Step, _ index: Int) -> String {
    guard index == firstDifference,
      let place = names.indices.first(where: { differs($0, in: step) })
    else { return "\(step.call)." }
    let model = step.model[place].map { Quantity.count($0.value).text } ?? "nothing"
    return "\(step.call): \(names[place]) of yours says \(step.said[place]), the model's \(model)."
  }

  var duration: Duration { .seconds(max(1, steps.count)) }
  var playingTime: Duration { duration * 2 }

  // MARK: - Drawing

  private var layout: ReplicaPicture.Layout {
    ReplicaPicture.Layout(
      rows: 2, lanes: steps.contains { $0.merge != nil } ? 1 : 0, hasCuts: false, conclusions: 1)
  }

  func idealHeight(width: Int) -> Int { layout.height }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let moment = time / .seconds(1)
    let count = min(steps.count, Int(moment.rounded(.down)))
    let next = count < steps.count && moment > Double(count) ? steps[count] : nil
    ReplicaPicture(
      panels: names.indices.map { panel($0, after: count) },
      lanes: lanes(of: next, progress: moment - Double(count)), cuts: [],
      conclusions: [conclusion(after: count)], layout: layout
    ).draw(into: &canvas)
  }

  private func panel(_ place: Int, after count: Int) -> ReplicaPicture.Panel {
    let step = count > 0 ? steps[count - 1] : nil
    let isThere = step == nil ? !names[place].hasPrefix("old") : step?.model[place] != nil
    guard isThere else { return ReplicaPicture.Panel(name: names[place], rows: []) }
    let model = step?.model[place]?.value ?? 0
    let said = step.flatMap { $0.said.indices.contains(place) ? $0.said[place] : nil } ?? "0"
    let isWrong = step.map { differs(place, in: $0) } ?? false
    return ReplicaPicture.Panel(
      name: names[place],
      rows: [
        StyledText("model  ", style: .faint) + StyledText(Quantity.count(model).text),
        StyledText("yours  ", style: .faint)
          + StyledText(
            said + (isWrong ? " ✘" : ""), style: isWrong ? Style(.lost, isBold: true) : .text),
      ])
  }

  private func lanes(of step: Step?, progress: Double) -> [ReplicaPicture.Lane] {
    guard let merge = step?.merge, merge.from != merge.into else { return [] }
    return [
      ReplicaPicture.Lane(from: merge.from, to: merge.into, label: "merge", place: progress)
    ]
  }

  private func conclusion(after count: Int) -> StyledText {
    guard let first = firstDifference else {
      return StyledText("They say the same after every step.", style: .faint)
    }
    guard count > first else { return StyledText("So far they say the same.", style: .faint) }
    return StyledText("✘ They part at step \(first + 1): ", style: Style(.lost, isBold: true))
      + StyledText(steps[first].call)
  }
}

extension CounterReplayScene {
  /// What happens in a step, by the places of counters.
  private struct Entry {
    private let place: Int
    private let verb: String
    private let other: Int?
    private let count: Int

    init?(_ text: String, names: [String]) {
      let words = text.split(separator: " ").map(String.init)
      guard words.count > 1, let place = names.firstIndex(of: words[0]) else { return nil }
      self.place = place
      verb = words[1]
      let last = words.count > 2 ? words[2] : ""
      other = names.firstIndex(of: last)
      count = Int(last) ?? 1
      let isMeant =
        switch verb {
        case "increment", "decrement", "gather": (1...100_000).contains(count)
        case "copy", "merge": other != nil
        case "value": true
        default: false
        }
      guard isMeant else { return nil }
    }

    var merge: (from: Int, into: Int)? {
      ["copy", "merge"].contains(verb) ? other.map { ($0, place) } : nil
    }

    func play(on counters: inout [PNCounter?], names: [String]) {
      switch verb {
      case "increment": counters[place]?.apply(.increment(by: count), at: ReplicaID(names[place]))
      case "decrement": counters[place]?.apply(.decrement(by: count), at: ReplicaID(names[place]))
      case "gather":
        for number in 1...count {
          var other = PNCounter()
          other.apply(.increment(), at: ReplicaID("node-\(number)"))
          counters[place]?.merge(other)
        }
      case "copy": counters[place] = other.flatMap { counters[$0] }
      case "merge": if let state = other.flatMap({ counters[$0] }) { counters[place]?.merge(state) }
      default: break
      }
    }
  }
}
