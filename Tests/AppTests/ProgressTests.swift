import App
import Exercises
import Testing

struct ProgressTests {
  @Test func `the order and the number of visits do not matter, except for where it went on`() {
    let first = JournalEntry.visited(lesson: "a", step: 1)
    let second = JournalEntry.visited(lesson: "a", step: 2)
    #expect(Progress([first, second, first, second]) == Progress([first, second]))
    #expect(Progress([second, first]).last?.step == 1)
    #expect(Progress([second, first]).hasVisited(lesson: "a", step: 2))
    #expect(!Progress([first]).hasVisited(lesson: "a", step: 2))
    #expect(!Progress([first]).hasVisited(lesson: "b", step: 1))
  }

  @Test func `a pass stays a pass`() {
    let progress = Progress([.graded(id: "1.1", .pass), .graded(id: "1.1", .fail)])
    #expect(progress.outcome(of: "1.1") == .pass)
  }

  @Test func `a failed item can be passed later`() {
    let progress = Progress([.graded(id: "1.1", .fail), .graded(id: "1.1", .pass)])
    #expect(progress.outcome(of: "1.1") == .pass)
  }

  @Test func `the first prediction counts`() {
    let progress = Progress([
      .predicted(id: "a", isNear: false), .predicted(id: "a", isNear: true),
      .predicted(id: "b", isNear: true),
    ])
    #expect(progress.predictionScore == (near: 1, all: 2))
    #expect(progress.hasPredicted("a"))
    #expect(!progress.hasPredicted("c"))
  }

  @Test func `hints are only ever added`() {
    let progress = Progress([.hinted(id: "1.1", level: 2), .hinted(id: "1.1", level: 1)])
    #expect(progress.hintLevel(of: "1.1") == 2)
  }

  @Test func `a reset forgets one item and no other`() {
    let progress = Progress([
      .graded(id: "1.1", .pass), .hinted(id: "1.1", level: 3), .graded(id: "1.2", .pass),
      .reset(id: "1.1"),
    ])
    #expect(progress.outcome(of: "1.1") == nil)
    #expect(progress.hintLevel(of: "1.1") == 0)
    #expect(progress.outcome(of: "1.2") == .pass)
  }

  @Test func `after a reset the item can fail again`() {
    let progress = Progress([
      .graded(id: "1.1", .pass), .reset(id: "1.1"), .graded(id: "1.1", .fail),
    ])
    #expect(progress.outcome(of: "1.1") == .fail)
  }
}
