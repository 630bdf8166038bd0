/// A lesson or a graded task: pages in order.
package struct Lesson: Equatable, Sendable {
  package enum Kind: String, Equatable, Sendable { case section, task }

  /// The path: `lessons/02-speed-of-light.md`.
  package let file: String
  package let kind: Kind
  /// From the name of the file; sections and tasks count separately.
  package let number: Int
  package let title: String
  /// How long it takes, as its author thinks.
  package let minutes: Int
  /// The name of the topology where a directive names none.
  package let topology: String
  package let steps: [Step]
  /// What a speaker should know before the first step.
  package let notes: String
}

/// One page of a lesson.
package struct Step: Equatable, Sendable {
  package let title: String
  /// Where the title stands in the file.
  package let line: Int
  /// What stands under the title.
  package let blocks: [Block]
  /// For the speaker; empty when there are none.
  package let notes: String

  /// The directives among the blocks, in order.
  package var directives: [Directive] {
    blocks.compactMap { block in
      if case .directive(let directive) = block { directive } else { nil }
    }
  }
}
