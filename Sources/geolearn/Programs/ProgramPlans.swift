import Exercises
import Foundation

/// How the programs of learners are started.
struct ProgramPlans {
  let source: ProgramSource
  let folder: WorkFolder
  let limit: Duration
  let drivers: [String: String]
  let tools: ToolFinder
  /// Where the learner is: a command line may name files there.
  let place: String

  /// The program that is asked; where it must be compiled first, that comes before.
  func plan() throws(ProgramFailure) -> ContainedProcess.Plan {
    switch source {
    case .command(let line):
      var plan = plan(["/bin/sh", "-c", "exec \(line)"], ProgramLimits(time: limit))
      plan.environment["PATH"] = tools.path
      plan.start = place
      (plan.usesStandardStreams, plan.mayStartProcesses) = (true, true)
      return plan
    case .file(let data, let language):
      try put(data, language)
      return try plan(for: language)
    }
  }

  /// How the learner's file is compiled, where that is a step of its own.
  func compilation() throws(ProgramFailure) -> ContainedProcess.Plan? {
    guard case .file(_, .swift) = source else { return nil }
    let tool = try tool(for: .swift)
    let files = [ProgramLanguage.swift.driver.fileName, ProgramLanguage.swift.fileName]
    let options = ["-Onone", "-suppress-warnings", "-o", "\(folder.path)/counter"]
    var limits = ProgramLimits(time: limit)
    (limits.addressBytes, limits.fileBytes, limits.processes) = (0, 256 << 20, 256)
    var plan = plan([tool.path] + options + files.map { "\(folder.path)/\($0)" }, limits)
    (plan.mayStartProcesses, plan.mayWrite) = (true, true)
    return plan
  }

  private func plan(for language: ProgramLanguage) throws(ProgramFailure) -> ContainedProcess.Plan {
    let tool = try tool(for: language)
    var limits = ProgramLimits(time: limit)
    let driver = "\(folder.path)/\(language.driver.fileName)"
    let file = "\(folder.path)/\(language.fileName)"
    var arguments = [tool.path]
    switch language {
    case .python: arguments += ["-s", "-B", driver, file]
    case .java:
      (limits.addressBytes, limits.dataBytes) = (0, 2 << 30)
      arguments += [
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto",
        "-Xmx256m", "-Djava.io.tmpdir=\(folder.home)", driver, file,
      ]
    case .swift: arguments = ["\(folder.path)/counter"]
    }
    var plan = plan(arguments, limits)
    plan.mayStartProcesses = tool.isScript && language != .swift
    return plan
  }

  private func plan(_ arguments: [String], _ limits: ProgramLimits) -> ContainedProcess.Plan {
    ContainedProcess.Plan(
      arguments: arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.home, "TMPDIR": folder.home,
        "PYTHONHASHSEED": "0", "SWIFT_BACKTRACE": "enable=no",
      ],
      start: folder.home, folder: folder.home, limits: limits)
  }

  private func tool(for language: ProgramLanguage) throws(ProgramFailure) -> ToolFinder.Tool {
    guard let tool = tools.tool(language.tool) else {
      throw .undecided("'\(language.tool)' is not found on the path; \(language.installation)")
    }
    return tool
  }

  private func put(_ data: Data, _ language: ProgramLanguage) throws(ProgramFailure) {
    let driver = drivers[language.driver.asset] ?? ""
    do throws(CommandFailure) {
      try folder.write(Data(driver.utf8), to: language.driver.fileName)
      try folder.write(data, to: language.fileName)
    } catch {
      throw .undecided(error.description)
    }
  }
}
