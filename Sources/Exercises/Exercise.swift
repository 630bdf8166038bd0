import Content
import GeoModel

/// A question that grades its own answers, with numbers that the model computes.
package struct Exercise: Sendable {
  /// The name of the block.
  package enum Kind: String, CaseIterable, Sendable {
    /// A number, graded.
    case estimate
    /// One of several options, graded.
    case choice
    /// A number that is guessed before it is shown; never graded.
    case prediction
    /// A program that a learner writes; judged where programs can be run.
    case program
    /// A merge of plain integers and a history that breaks it, graded.
    case integerMerge = "integer-merge"
    /// A design that a learner writes; graded by running it.
    case design

    /// Whether the answer is a file, which is judged when it is saved.
    package var isAnsweredByFile: Bool { self == .program || self == .design }
  }

  package let kind: Kind
  /// What the learner may assume otherwise, with what holds unless he says so.
  package let assumptions: [Knob]

  /// What the teacher allows.
  package let policy: CoursePolicy

  let directive: Directive
  /// The name of the topology where the block names none.
  let topologyName: String
  let atlas: Atlas
  /// The topology of a variant; `nil` for the question as it was written.
  var regenerated: Topology?
  /// The question without any assumption of the learner.
  var question: Question

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - topology: the name of the topology where the block names none: that of its lesson.
  ///   - atlas: where topologies are looked up.
  ///   - policy: what may be told to the learner.
  package init(
    _ directive: Directive, topology: String, atlas: Atlas, policy: CoursePolicy = CoursePolicy()
  ) throws(Diagnostic) {
    let reader = try QuestionReader(
      directive, default: topology, atlas: atlas, regenerated: nil)
    self.directive = directive
    self.policy = policy
    kind = reader.kind
    topologyName = topology
    self.atlas = atlas
    assumptions = directive.knobs
    question = try reader.question()
  }
}

extension Exercise {
  /// `1.1`
  package var id: String { question.id }

  /// The task of a graded item: `1` of `1.3`.
  package var task: String { String(id.prefix { $0 != "." }) }

  /// Where the answer is looked for, in the learner's folder.
  package var answerFile: String { Self.answerFile(task: task) }

  package static func answerFile(task: String) -> String { "answers/task\(task).yaml" }

  /// The file of the block.
  package var file: String { directive.file }

  /// The line of the block's fence.
  package var line: Int { directive.line }

  /// The question, with the numbers of the model in it.
  package var ask: String { question.ask.text(in: question.topology) }

  /// What can be chosen, in the order of the file; empty where a number is asked for.
  package var options: [String] {
    guard case .choice(let options) = question.problem else { return [] }
    return options.map { $0.text.text(in: question.topology) }
  }

  /// From a nudge to the way, without the number; none where the teacher allows none.
  package var hints: [String] {
    policy.allowsHints ? question.hints.map { $0.text(in: question.topology) } : []
  }

  /// What stands beside the field of the answer: `ms`, `voters`; `nil` where nothing does.
  package var unit: String? {
    guard case .estimate(let estimate) = question.problem else { return nil }
    let name = estimate.dimension.shownUnit
    return estimate.noun ?? (name.isEmpty ? nil : name)
  }

  /// What can be watched after the answer; `nil` where nothing can.
  package var scene: Directive? { regenerated == nil ? question.scene : nil }

  /// The round trips between the regions of the question, as a table may show them; empty where
  /// something is counted, which no round trip decides.
  package var given: [(RegionID, RegionID, Duration, isEstimate: Bool)] {
    if case .estimate(let estimate) = question.problem, estimate.dimension == .count { return [] }
    let topology = question.topology
    return question.regions.indices.flatMap { i in
      question.regions[(i + 1)...].map { other in
        let region = question.regions[i]
        return (
          region, other, topology.roundTrip(region, other),
          isEstimate: topology.isEstimate(region, other)
        )
      }
    }
  }

  /// The name of the topology in which the question stands.
  package var topology: String { question.topology.name }
}

extension Exercise {
  /// What the learner is told about an answer.
  package func verdict(for answer: Answer) -> Verdict { told(judgement(of: answer).verdict) }

  /// How many points there are.
  package var points: Int {
    switch kind {
    case .estimate, .choice, .prediction: 1
    case .program:
      CounterCheck.all.filter { $0.item.rawValue == id }.reduce(0) { $0 + $1.points }
    case .integerMerge: Self.integerPoints
    case .design: DesignTask(id)?.points(of: id) ?? 0
    }
  }

  private static let integerPoints = 4

  /// The question under assumptions; as it stands where they do not go together.
  package func ask(assuming assumptions: [String: String]) -> String {
    let own = (try? question(assuming: assumptions)) ?? question  // else the question as it stands
    return own.ask.text(in: own.topology)
  }

  /// The worked solution under the assumptions that an answer states; without any where they
  /// cannot be read. Empty where the author wrote none, or the teacher shows none.
  package func solution(for answer: Answer) -> String {
    guard policy.allowsSolutions else { return "" }
    let stated = try? TypedAnswer(answer, knobs: assumptions)  // else the question as it stands
    let own = try? question(assuming: stated?.assumptions ?? [:])
    let question = own ?? question
    return question.solution?.text(in: question.topology) ?? ""
  }

  /// The question as it reads under some assumptions.
  func question(assuming assumptions: [String: String]) throws(Diagnostic) -> Question {
    guard !assumptions.isEmpty else { return question }
    var changed = directive
    for knob in self.assumptions {
      if let value = assumptions[knob.key] { changed = changed.setting(knob.key, to: value) }
    }
    let reader = try QuestionReader(
      changed, default: topologyName, atlas: atlas, regenerated: regenerated)
    return try reader.question()
  }
}
