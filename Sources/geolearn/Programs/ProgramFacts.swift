import Foundation

/// Which programs of learners can be run here, and behind which walls.
struct ProgramFacts {
  /// The path of what runs each language; `nil` where it is not found.
  let tools: [(language: ProgramLanguage, path: String?)]
  let walls: Walls

  static func current(_ invocation: Invocation) -> ProgramFacts {
    let finder = ToolFinder(invocation)
    return ProgramFacts(
      tools: ProgramLanguage.allCases.map { ($0, finder.tool($0.tool)?.path) },
      walls: walls(invocation))
  }

  /// Those around a program that does nothing.
  private static func walls(_ invocation: Invocation) -> Walls {
    // Without a folder no program can run at all.
    guard let folder = try? WorkFolder(invocation) else { return [] }
    let plan = ContainedProcess.Plan(
      arguments: ["/bin/sh", "-c", ":"], environment: [:], start: folder.home,
      folder: folder.home, limits: ProgramLimits(time: .seconds(2)))
    guard let process = ContainedProcess(plan) else { return [] }
    _ = process.wait(until: .now + plan.limits.time, interrupts: [])
    return process.walls
  }
}
