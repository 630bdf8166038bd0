import Content
import TestSupport
import Testing

struct LessonTests {
  private static let sample = """
    ---
    minutes: 25
    topology: module
    ---

    # The speed of light

    <!-- For the whole lesson. -->

    ---

    ## Light is slow

    Prose with *emphasis*, **strong**, `code`, [a link](03-x.md) and {floor us-east to eu-west}.

    <!-- First note. -->

    - one
      - nested

    > A quote.

    | a | b |
    |---|--:|
    | 1 | 2 |

    <!-- Second
    note. -->

    ---

    ## A majority

    ```scene quorum-write
    w: 2 in 1...3
    ```

    ```erratum
    claim: it takes 140 ms
    truth: "it takes {commit us-east of us-east, eu-west, ap-southeast}"
    reason: a majority needs the nearest
    source: arithmetic
    ```
    """

  private static func lesson() throws -> Lesson {
    try Lesson(parsing: sample, file: "lessons/02-speed-of-light.md", atlas: Samples.atlas())
  }

  @Test func `a lesson has a number, a title, a length and steps`() throws {
    let lesson = try Self.lesson()
    #expect(lesson.kind == .section)
    #expect(lesson.number == 2)
    #expect(lesson.title == "The speed of light")
    #expect(lesson.minutes == 25)
    #expect(lesson.topology == "module")
    #expect(try lesson.steps().map(\.title) == ["Light is slow", "A majority"])
    #expect(try lesson.steps().map(\.line) == [12, 32])
  }

  @Test func `comments are the speaker's notes of their step`() throws {
    let lesson = try Self.lesson()
    #expect(lesson.notes == "For the whole lesson.")
    #expect(try lesson.steps().map(\.notes) == ["First note.\n\nSecond\nnote.", ""])
  }

  @Test func `a step lists its directives`() throws {
    let directives = try Self.lesson().step(at: 1).directives
    #expect(directives.map(\.kind) == ["scene", "erratum"])
    #expect(directives.map(\.line) == [34, 38])
  }

  @Test func `a --- in a fence or a comment divides nothing, a fence there asks nothing`() throws {
    let body = """
      ```text
      ---
      ## Not a step
      ```

      <!-- a
      ---
      ```exercise choice
      -->

      End.
      """
    let lesson = try Lesson(
      parsing: Samples.lesson(body: body), file: "02-a.md", atlas: Samples.atlas())
    #expect(lesson.outline == [StepOutline(title: "Step", exercise: nil)])
    #expect(try lesson.step(at: 0).blocks.count == 2)
  }

  @Test func `the outline says of every shipped step what reading it says`() throws {
    let course = try Course(files: try Repository.courseFiles())
    #expect(course.lessons.contains { $0.outline.contains { $0.exercise != nil } })
    for lesson in course.lessons {
      let read = try lesson.steps().map { step in
        StepOutline(
          title: step.title, exercise: step.directives.first { $0.kind == "exercise" })
      }
      #expect(lesson.outline == read)
    }
  }

  @Test func `the first step may follow the title without a rule`() throws {
    let text = "---\nminutes: 5\n---\n# T\n\n## One\n\n---\n\n## Two"
    let lesson = try Lesson(parsing: text, file: "01-a.md", atlas: Samples.atlas())
    #expect(try lesson.steps().map(\.title) == ["One", "Two"])
  }

  @Test func `a task is numbered in its name and in its front matter`() throws {
    let text = "---\nminutes: 5\ntask: 1\n---\n# T\n\n## One"
    let lesson = try Lesson(
      parsing: text, file: "lessons/task-1-latency-math.md", atlas: Samples.atlas())
    #expect(lesson.kind == .task)
    #expect(lesson.number == 1)
  }

  @Test(arguments: [
    ("", "1:1: a lesson begins with ---, lines such as 'minutes: 25', and --- again"),
    ("---\nminutes: 5", "1:1: the front matter that begins here has no end; close it with ---"),
    ("---\n---\n# T\n## S", "1:1: 'minutes' is missing; it must be 1 to 600"),
    ("---\nminuts: 5\n---\n# T\n## S", "2:9: 'minutes' is missing; is it meant by 'minuts'?"),
    (
      "---\nminutes: 5\ntopolgy: a\n---\n# T\n## S",
      "3:10: no argument is called 'topolgy'; did you mean 'topology'?"
    ),
    (
      "---\nminutes: 5\ntopology: modul\n---\n# T\n## S",
      "3:11: no topology is called 'modul'; did you mean 'module'?"
    ),
    ("---\nminutes: 5\n---\n## S", "4:1: a lesson needs a title; begin it with # Title"),
    ("---\nminutes: 5\n---\n# T", "4:1: a lesson needs a step; begin one with ##"),
    (
      "---\nminutes: 5\n---\n# T\n\n---\n\ntext",
      "8:1: a step begins with its title, ## Title; a --- stands only between two steps"
    ),
    (
      "---\nminutes: 5\n---\n# T\n## S\n\n---\n",
      "7:1: a step begins with its title, ## Title; a --- stands only between two steps"
    ),
    (
      "---\nminutes: 5\n---\n# T\n## S\n## R",
      "6:1: a step has one title; use ###, or begin a new step with ---"
    ),
    ("---\nminutes: 5\n---\n# T\n## S\n# R", "6:1: a lesson has one title; use ## or ###"),
    (
      "---\nminutes: 5\n---\n# T\n## S\n\n```erratum\nclaim: a\n```",
      "7:1: 'truth' is missing; it must be a text"
    ),
    (
      "---\nminutes: 5\n---\n# T\n## S\n\n```erratum\nclaim: \"b {locl}\"\n```",
      "8:11: no number is called 'locl'; did you mean 'local'?"
    ),
  ])
  func `a mistake in the frame of a lesson`(text: String, message: String) throws {
    #expect(Samples.diagnostics(of: text, atlas: try Samples.atlas()).contains(message))
  }

  @Test(arguments: ["speed.md", "02.md", "02-a.txt", "task-1.md", "task-x-a.md", "0002-a.md"])
  func `the name of a lesson has a number and words`(name: String) throws {
    let atlas = try Samples.atlas()
    do throws(Diagnostics) {
      _ = try Lesson(parsing: Self.sample, file: "lessons/\(name)", atlas: atlas)
      Issue.record("\(name) was accepted")
    } catch {
      #expect(
        error.description
          == "lessons/\(name):1:1: error: a lesson is called like 02-speed-of-light.md "
          + "or task-1-latency-math.md")
    }
  }

  @Test func `a task that disagrees with its file's name is refused`() throws {
    let text = "---\nminutes: 5\ntask: 2\n---\n# T\n## S"
    let atlas = try Samples.atlas()
    let error = #expect(throws: Diagnostics.self) {
      try Lesson(parsing: text, file: "task-1-a.md", atlas: atlas)
    }
    #expect(
      error?.description == "task-1-a.md:3:7: error: task is 2; the file's name says 1")
  }

  @Test func `every prefix of a lesson is read or refused, and nothing traps`() throws {
    let atlas = try Samples.atlas()
    for end in Self.sample.indices {
      let text = String(Self.sample[..<end])
      let mistakes = Samples.diagnostics(of: text, atlas: atlas)
      #expect(mistakes.allSatisfy { !$0.isEmpty })
    }
  }

  @Test(arguments: ["*", "**", "`", "[", "](", "{", "\\", "|", ">", "-", "#", "```", "<!--", "---"])
  func `a mark inserted anywhere never traps`(mark: String) throws {
    let atlas = try Samples.atlas()
    // A prime step visits every kind of place without taking seconds.
    for offset in stride(from: 0, to: Self.sample.count, by: 17) {
      let text = Self.sample.prefix(offset) + mark + Self.sample.dropFirst(offset)
      _ = Samples.diagnostics(of: String(text), atlas: atlas)
    }
  }

  @Test func `every shipped lesson may end early, and is read or refused`() throws {
    let files = try Repository.courseFiles()
    let atlas = try Samples.atlas()
    for (path, text) in files where path.hasPrefix("lessons/") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      // The small sample above is cut everywhere; here a few places have to do.
      for count in stride(from: 0, through: lines.count, by: 29) {
        _ = Samples.diagnostics(of: lines.prefix(count).joined(separator: "\n"), atlas: atlas)
      }
    }
  }
}
