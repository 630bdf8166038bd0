extension LessonProof {
  /// Links that lead to no lesson and to no address, and `see` lines that name no step.
  package func brokenLinks(in course: Course) -> [Diagnostic] {
    lines.flatMap { line -> [Diagnostic] in
      switch line.kind {
      case .prose: linkMistakes(on: line, course)
      case .block: linkMistakes(on: line, course) + seeMistakes(on: line, course)
      case .comment: []
      }
    }
  }

  private func linkMistakes(on line: ProofLine, _ course: Course) -> [Diagnostic] {
    line.text.matches(of: /\]\(([^)\s]*)\)/).compactMap { match in
      linkMistake(String(match.1), course).map { remark(at: match.1, of: line, .error, $0) }
    }
  }

  private func linkMistake(_ target: String, _ course: Course) -> String? {
    if target.contains("://") {
      return target.wholeMatch(of: /https?:\/\/[\w.-]+\.\w+(:[0-9]+)?(\/.*)?/) != nil
        ? nil : "'\(target)' is no address; write https://, a host and a path"
    }
    let names = course.lessons.map { String($0.file.split(separator: "/").last ?? "") }
    guard !names.contains(target) else { return nil }
    return "no lesson is in '\(target)'; \(suggestion(for: target, in: names))"
  }

  /// `see: lesson 3, What is lost`
  private func seeMistakes(on line: ProofLine, _ course: Course) -> [Diagnostic] {
    guard let match = line.text.firstMatch(of: /^see: (lesson ([0-9]+), (.+))$/) else { return [] }
    guard let lesson = course.sections.first(where: { "\($0.number)" == match.2 }) else {
      return [remark(at: match.1, of: line, .error, "there is no lesson \(match.2)")]
    }
    let titles = lesson.outline.map(\.title)
    guard !titles.contains(String(match.3)) else { return [] }
    let remedy = suggestion(for: String(match.3), in: titles)
    return [
      remark(
        at: match.3, of: line, .error,
        "no step of lesson \(lesson.number) is called '\(match.3)'; \(remedy)")
    ]
  }
}
