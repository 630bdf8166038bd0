import Content
import Exercises
import TestSupport
import Testing

struct ExerciseSetTests {
  @Test(arguments: [
    ("1.1", ["1.1"]), ("1.3", ["1.3"]), ("1.3b", ["1.3b"]), ("1.3B", ["1.3b"]),
    ("1", ["1.1", "1.2", "1.2b", "1.3", "1.3b", "1.3c", "1.4", "1.4b", "1.4c"]),
    ("task1", ["1.1", "1.2", "1.2b", "1.3", "1.3b", "1.3c", "1.4", "1.4b", "1.4c"]),
    ("task-1", ["1.1", "1.2", "1.2b", "1.3", "1.3b", "1.3c", "1.4", "1.4b", "1.4c"]),
  ])
  func `a task or an item is selected by its name`(name: String, ids: [String]) throws {
    let set = try ExerciseSet(try shippedCourse())
    #expect(try set.selection(name).map(\.id) == ids)
  }

  @Test(arguments: [
    ("1.5", "no exercise is called '1.5'; did you mean '1.1'?"),
    ("taks1", "no exercise is called 'taks1'; did you mean 'task1'?"),
    ("1.", "no exercise is called '1.'; did you mean '1.1'?"),
    ("", "no exercise is called ''; it must be"),
  ])
  func `an unknown name is an error with the nearest one`(name: String, message: String) throws {
    let set = try ExerciseSet(try shippedCourse())
    #expect {
      try set.selection(name)
    } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }

  private func set(_ lessons: [String: String]) throws -> ExerciseSet {
    let topologies = try Repository.courseFiles().filter { $0.key.hasSuffix("module.yaml") }
    return try ExerciseSet(try Course(files: topologies.merging(lessons) { $1 }))
  }

  private func lesson(task: Int?, blocks: [String]) -> String {
    let head = task.map { "---\ntask: \($0)\nminutes: 5\n---" } ?? "---\nminutes: 5\n---"
    let steps = blocks.map { "## Step\n\n```exercise \($0)\n```" }
    return "\(head)\n\n# Title\n\n" + steps.joined(separator: "\n\n---\n\n") + "\n"
  }

  @Test func `predictions and what a section asks are practice, not graded`() throws {
    let set = try set([
      "lessons/01-a.md": lesson(
        task: nil, blocks: ["estimate\nid: s1\nask: How long?\ncompute: access"]),
      "lessons/task-2-b.md": lesson(
        task: 2,
        blocks: [
          "prediction\nid: p\nask: How long?\ncompute: access",
          "estimate\nid: 2.1\nask: How long?\ncompute: access",
        ]),
    ])
    #expect(set.graded.map(\.id) == ["2.1"])
    #expect(set.practice.map(\.id) == ["s1", "p"])
    #expect(set.names == ["task2", "2.1"])
  }

  @Test func `all mistakes of all blocks are found at once`() {
    let block = "estimate\nid: 1.1\nask: How long?\ncompute: access"
    #expect {
      try set([
        "lessons/task-1-a.md": lesson(task: 1, blocks: [block, block, "estimate\nid: 1.2"]),
        "lessons/task-2-b.md": lesson(
          task: 2, blocks: ["estimate\nid: 3.1\nask: How?\ncompute: local"]),
      ])
    } throws: { error in
      "\(error)" == """
        lessons/task-1-a.md:20:1: error: the exercise 1.1 is in lessons/task-1-a.md:10 already
        lessons/task-1-a.md:30:1: error: 'compute' is missing; it must be a text
        lessons/task-2-b.md:10:1: error: id is 3.1; in task 2 it must begin with '2.'
        """
    }
  }
}
