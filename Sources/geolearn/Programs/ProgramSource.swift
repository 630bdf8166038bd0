import Foundation

/// What is to be run as a learner's program.
package enum ProgramSource: Sendable {
  /// The learner's file.
  case file(Data, ProgramLanguage)
  /// A command line that speaks the line protocol on standard input and output.
  case command(String)

  /// The longest that a check may take, unless the learner says otherwise.
  var timeLimit: Duration {
    switch self {
    case .file(_, let language): language.timeLimit
    case .command: .seconds(10)
    }
  }
}

extension ProgramSource {
  /// Reads a learner's file; its name tells the language.
  package init(file: String, _ invocation: Invocation) throws(CommandFailure) {
    guard let language = ProgramLanguage(file: file) else {
      throw CommandFailure(
        "'\(file)' is neither .py, .java nor .swift; "
          + "for another language see --exec in 'geolearn check --help'", .usage)
    }
    guard let data = FileManager.default.contents(atPath: invocation.absolute(file)) else {
      throw CommandFailure(
        "there is no file '\(file)' that can be read; "
          + "'geolearn init --language \(language)' writes one", .noInput)
    }
    self = .file(data, language)
  }

  /// The name of the one program that is in the folder.
  static func only(in invocation: Invocation) throws(CommandFailure) -> String {
    let names = ProgramLanguage.allCases.map(\.fileName)
    let found = names.filter {
      FileManager.default.fileExists(atPath: invocation.absolute($0))
    }
    guard let name = found.first else {
      throw CommandFailure(
        "there is no pn_counter.py, PNCounter.java or PNCounter.swift here; "
          + "'geolearn init --language python' writes one", .noInput)
    }
    guard found.count == 1 else {
      throw CommandFailure(
        "\(found.joined(separator: " and ")) are here; name one with --file", .usage)
    }
    return name
  }
}
