import App
import Content
import Scenes

extension Book {
  /// A scene of the course, or one that a verdict shows.
  func stage(
    _ directive: Directive, topology: String
  ) throws(CommandFailure) -> any Scene {
    do throws(Diagnostic) {
      return try catalog.stage(directive, topology: topology)
    } catch {
      throw CommandFailure(error.message, .usage)
    }
  }
}
