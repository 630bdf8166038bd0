/// A lesson or a graded task: its frame, and its steps, each of which is read when it is asked for.
package struct Lesson: Sendable {
  package enum Kind: String, Equatable, Sendable { case section, task }

  /// The path: `lessons/02-speed-of-light.md`.
  package let file: String
  package let kind: Kind
  /// From the name of the file; sections and tasks count separately.
  package let number: Int
  package let title: String
  /// How long it takes, as its author thinks, or the teacher plans.
  package internal(set) var minutes: Int
  /// The name of the topology where a directive names none.
  package let topology: String
  /// What a speaker should know before the first step.
  package let notes: String
  /// What is known of the steps before they are read; one each, in order.
  package let outline: [StepOutline]
  /// The steps as they are written.
  let pages: [PageLines]
  let numbers: NumberSource

  /// Where the lesson's topologies are looked up.
  package var atlas: Atlas { numbers.atlas }
}

/// A step that is not read yet.
package struct StepOutline: Equatable, Sendable {
  package let title: String
  /// The block of what is asked; `nil` where nothing is.
  package let exercise: Directive?

  package init(title: String, exercise: Directive?) {
    self.title = title
    self.exercise = exercise
  }
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

extension Lesson {
  /// Reads a step.
  ///
  /// - Throws: every mistake in it that can be seen without knowing scenes and exercises.
  package func step(at index: Int) throws(Diagnostics) -> Step {
    try read(pages[index...index])[0]
  }

  /// Reads all steps.
  ///
  /// - Throws: every mistake that can be seen without knowing scenes and exercises.
  package func steps() throws(Diagnostics) -> [Step] { try read(pages[...]) }

  /// Reads a correction of the handout that stands in this lesson.
  package func erratum(_ directive: Directive) throws(Diagnostic) -> Erratum {
    try Erratum(directive, topology: numbers.topology, atlas: numbers.atlas)
  }

  private func read(_ pages: ArraySlice<PageLines>) throws(Diagnostics) -> [Step] {
    var reader = PageReader(file: file, numbers: numbers)
    let steps = pages.map { reader.step($0) }
    guard reader.diagnostics.isEmpty else { throw Diagnostics(reader.diagnostics) }
    return steps
  }
}
