/// The verdicts on a whole class, for its teacher.
package struct ClassReport: Sendable {
  /// One learner, by the name of his folder.
  package struct Learner: Sendable {
    package let name: String
    /// The seed of his numbers, 0 for those of the course.
    package let seed: UInt64
    /// One for each item, in the order of the course.
    package let verdicts: [Verdict]

    package init(name: String, seed: UInt64, verdicts: [Verdict]) {
      self.name = name
      self.seed = seed
      self.verdicts = verdicts
    }
  }

  /// By name.
  package let learners: [Learner]
  /// The items and how many points each has, in the order of the course.
  package let items: [Item]
  /// The version of the program.
  package let version: String

  /// What is graded.
  package struct Item: Sendable {
    package let id: String
    package let points: Int

    package init(id: String, points: Int) {
      self.id = id
      self.points = points
    }
  }

  package init(learners: [Learner], items: [Item], version: String) {
    self.learners = learners
    self.items = items
    self.version = version
  }
}

extension ClassReport {
  /// A wrong rule, and who follows it.
  struct Misconception {
    let rule: String
    /// Where it showed, in the order of the course.
    let items: [String]
    /// By name; nobody is named twice.
    let learners: [String]
  }

  /// The wrong rules that learners follow, the most common first.
  var misconceptions: [Misconception] {
    var found: [String: (items: Set<String>, learners: [String])] = [:]
    for learner in learners {
      for verdict in learner.verdicts {
        for rule in verdict.rules {
          found[rule, default: ([], [])].items.insert(verdict.id)
          if found[rule]?.learners.last != learner.name {
            found[rule]?.learners.append(learner.name)
          }
        }
      }
    }
    return found.map { rule, place in
      Misconception(
        rule: rule, items: items.map(\.id).filter(place.items.contains), learners: place.learners)
    }
    .sorted { ($1.learners.count, $0.rule) < ($0.learners.count, $1.rule) }
  }

  /// How many points there are.
  var maxScore: Int { items.reduce(0) { $0 + $1.points } }

  /// Whether the points of somebody are not known.
  package var hasErrors: Bool { learners.contains { $0.status == .error } }

  /// How the learners fared with an item.
  func count(_ outcome: Outcome, of item: Item) -> Int {
    learners.count { learner in
      learner.verdicts.contains { $0.id == item.id && $0.outcome == outcome }
    }
  }

  /// The points of the middle learner; of two in the middle, half of their sum.
  var medianScore: Double {
    let scores = learners.map(\.score).sorted()
    guard !scores.isEmpty else { return 0 }
    return Double(scores[(scores.count - 1) / 2] + scores[scores.count / 2]) / 2
  }
}

extension ClassReport.Learner {
  package var score: Int { verdicts.reduce(0) { $0 + $1.score } }

  /// What is not answered does not hide what is wrong; what nobody can judge hides everything.
  var status: Outcome {
    let outcomes = verdicts.map(\.outcome)
    return [.error, .fail].first(where: outcomes.contains)
      ?? (outcomes.contains(.skipped) ? .skipped : .pass)
  }

  /// The report on this learner alone.
  package func report(version: String) -> Report {
    Report(verdicts: verdicts, version: version, topology: "", seed: seed)
  }
}

extension Verdict {
  /// The wrong rules that it names, those of its parts included.
  fileprivate var rules: Set<String> {
    Set(([self] + parts).compactMap(\.misconception))
  }
}
