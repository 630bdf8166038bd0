import ArgumentParser
import Content

/// `geolearn watch`: judges a program again and again.
struct WatchCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Judge your program again whenever you save it.",
    discussion: """
      e opens the file in $VISUAL or $EDITOR, r checks it now, Esc stops a check, q leaves. It stays \
      with the task that you name.

      Examples:
        geolearn watch 2
        geolearn watch 2.2 --file pn_counter.py
      """)

  @Argument(help: "The task, or some of its items: 2, 2.2.")
  var items: [String] = ["2"]

  @Option(
    help: ArgumentHelp(
      "Watch this file; without it, the only program that is in the folder.", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("How long a program may take in all.", valueName: "time"))
  var timeLimit: String?

  @Flag(help: "Tell only what is right and what is not.")
  var exam = false

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    var options = ProgramOptions()
    (options.exec, options.timeLimit) = (nil, timeLimit)
    _ = try options.items(items)
    let name: String
    if let file { name = file } else { name = try ProgramSource.only(in: invocation) }
    _ = try ProgramSource(file: name, invocation)
    let policy = try course.files(invocation, exam: exam).course().policy
    return try ProgramWatch(
      file: name, items: items, options: options, policy: policy, invocation
    ).run()
  }
}
