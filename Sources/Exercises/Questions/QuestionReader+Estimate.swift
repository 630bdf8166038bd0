import Content
import GeoModel

extension QuestionReader {
  mutating func estimate() throws(Diagnostic) -> Estimate {
    let compute = try compute()
    guard let dimension = compute.value(in: topology).measure?.dimension else {
      throw arguments.failure("compute", "compute gives no number; an estimate asks for one")
    }
    let instance = try instance()
    return Estimate(
      compute: compute, dimension: dimension, tolerance: try tolerance(dimension),
      noun: try arguments.optionalString("unit"), mistakes: try mistakes(), instance: instance)
  }

  private mutating func compute() throws(Diagnostic) -> ModelExpression {
    let text = try substituted(try arguments.string("compute"))
    expressions.append(text)
    do throws(MistakenText) {
      return try ModelExpression.read(text, topology: topology, atlas: atlas)
    } catch {
      throw arguments.failure("compute", error.message)
    }
  }

  private mutating func tolerance(_ dimension: Dimension) throws(Diagnostic) -> Tolerance {
    guard let text = try arguments.optionalString("tolerance") else {
      return .standard(for: dimension, isPrediction: kind == .prediction)
    }
    do throws(AnswerError) {
      return try Tolerance(authored: text, dimension: dimension)
    } catch {
      throw arguments.failure("tolerance", "tolerance is \(text): \(error.message)")
    }
  }

  private mutating func mistakes() throws(Diagnostic) -> [Mistake] {
    let names = Misconception.allCases.map(\.rawValue)
    var mistakes: [Mistake] = []
    for (name, text) in try arguments.pairs("mistakes") {
      guard let rule = Misconception(rawValue: name) else {
        throw arguments.failure(
          "mistakes", "no mistake is called '\(name)'; \(suggestion(for: name, in: names))")
      }
      mistakes.append(Mistake(rule: rule, explanation: try template(text, at: "mistakes")))
    }
    return mistakes
  }

  /// The placement that the block describes; `nil` when it names no leader and no voters.
  private mutating func instance() throws(Diagnostic) -> Instance? {
    let client = try arguments.optionalRegions("client", of: topology)?.first
    let leader = try arguments.optionalRegions("leader", of: topology)?.first
    let voters = try arguments.optionalRegions("voters", of: topology)
    let nonVoters = try arguments.optionalRegions("non-voters", of: topology) ?? []
    guard let first = leader ?? voters?.first else { return nil }
    do throws(GroupError) {
      let group = try ReplicaGroup(
        leader: first, voters: voters ?? [first], nonVoters: nonVoters)
      return Instance(topology: topology, client: client ?? first, group: group)
    } catch {
      throw arguments.failure(leader == nil ? "voters" : "leader", error.description)
    }
  }
}
