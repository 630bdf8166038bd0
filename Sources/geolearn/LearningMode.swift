/// How the course is opened.
package enum LearningMode: Equatable, Sendable {
  /// On the whole screen.
  case screen
  /// Line by line.
  case plain
  /// Nobody reads along: only how things stand is told.
  case status

  package init(asksForPlain: Bool, _ invocation: Invocation) {
    if asksForPlain || invocation.isOn("GEOLEARN_PLAIN") || invocation.isDumb {
      self = .plain
    } else {
      self = invocation.capabilities.hasScreen ? .screen : .status
    }
  }
}
