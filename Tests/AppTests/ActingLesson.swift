import App
import Content
import Drawing
import TestSupport

/// A lesson of its own for stories about acting: they stay as they are whatever the course says.
enum ActingLesson {
  /// The pages by their numbers.
  enum Step: Int {
    case counters, editors, knob, session, deltas
  }

  private static let text = """
    ---
    minutes: 5
    ---

    # Acting

    ## Two counters

    Count on both sides.

    ```scene counter-merge
    ```

    ---

    ## Two editors

    Type on both sides.

    ```scene text-merge
    ```

    ---

    ## Two or three

    ```scene counter-merge
    replicas: 2 in 2...3
    ```

    ---

    ## With a server and without

    ```scene transform
    order: none in none | server
    ```

    ---

    ## Deltas

    ```scene delta-sync
    history: A add, A send
    ```
    """

  static func book() throws -> Book {
    var files = try Repository.courseFiles().filter { !$0.key.hasPrefix("lessons/") }
    files["lessons/04-before.md"] = "---\nminutes: 5\n---\n\n# Before\n\n## Nothing yet\n\nText."
    files["lessons/05-acting.md"] = text
    return Book(course: try Course(files: files), map: WorldMap(land: []))
  }

  /// The program on one of the pages, everything at its end.
  static func state(
    at step: Step, motion: Motion = .reduced, size: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    var state = try Shipped.state(of: book(), size: size, motion: motion)
    state.open(.step(chapter: 1, step: step.rawValue))
    return state
  }
}
