import Content
import Foundation

/// The forms in which a report is wanted, and where each of them goes.
struct Deliveries<Format: RawRepresentable & CaseIterable> where Format.RawValue == String {
  /// The form for the standard output.
  let printed: Format
  private var files: [(format: Format, name: String)] = []

  /// - Parameters:
  ///   - words: as on the command line: `json`, or `junit=out.xml` for a file.
  ///   - usual: the form for the standard output, where no word names one.
  init(_ words: [String], usual: Format) throws(CommandFailure) {
    var bare: [Format] = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let format = try Self.format(String(parts[0]))
      guard parts.count > 1 else {
        bare.append(format)
        continue
      }
      guard !parts[1].isEmpty else {
        throw CommandFailure("--format \(word) names no file; write \(parts[0])=FILE", .usage)
      }
      files.append((format, String(parts[1])))
    }
    guard bare.count <= 1 else {
      throw CommandFailure(
        "\(bare.map(\.rawValue).joined(separator: " and ")) would both be printed; "
          + "give one of them a file: \(bare[1].rawValue)=FILE", .usage)
    }
    printed = bare.first ?? usual
    try refuseTwins()
  }

  private static func format(_ name: String) throws(CommandFailure) -> Format {
    guard let format = Format(rawValue: name) else {
      let remedy = suggestion(for: name, in: Format.allCases.map(\.rawValue))
      throw CommandFailure("--format is '\(name)'; \(remedy)", .usage)
    }
    return format
  }

  private func refuseTwins() throws(CommandFailure) {
    for (index, file) in files.enumerated() {
      guard let twin = files[..<index].first(where: { $0.name == file.name }) else { continue }
      throw CommandFailure(
        "\(twin.format.rawValue) and \(file.format.rawValue) would both be written to "
          + "'\(file.name)'", .usage)
    }
  }

  /// Refuses to put a report in the place of something that is handed in.
  ///
  /// - Parameter isWork: whether a path is that of a learner's work.
  func spare(
    _ invocation: Invocation, where isWork: (String) -> Bool
  ) throws(CommandFailure) {
    for file in files where isWork(invocation.absolute(file.name)) {
      throw CommandFailure(
        "'\(file.name)' is a learner's work; give the \(file.format.rawValue) another file", .usage)
    }
  }

  /// The names of all forms, as a phrase.
  static var names: String { Format.allCases.map(\.rawValue).joined(separator: ", ") }

  /// Every form that is wanted, what is printed first.
  var formats: [Format] { [printed] + files.map(\.format) }

  /// Writes the files, and gives what is printed.
  ///
  /// A file that cannot be written keeps no other from being written; the code then is 74.
  func output(
    code: ExitStatus, _ invocation: Invocation, text: (Format) -> String
  ) -> CommandOutput {
    var output = CommandOutput(text(printed), code: code)
    for (format, name) in files {
      do throws(CommandFailure) {
        try write(text(format), to: invocation.absolute(name), named: name)
      } catch {
        output.complaint += "Error: \(error)\n"
        output.code = error.code
      }
    }
    return output
  }
}

/// Writes a text so that nobody ever reads half of it; a pipe or a device is written to as it is.
func write(_ text: String, to path: String, named name: String) throws(CommandFailure) {
  let facts = try? FileManager.default.attributesOfItem(atPath: path)
  let kind = facts?[.type] as? FileAttributeType
  let isDevice = kind != nil && kind != .typeRegular
  do {
    try Data(text.utf8).write(to: URL(filePath: path), options: isDevice ? [] : .atomic)
  } catch {
    throw CommandFailure(
      "'\(name)' cannot be written: \(error.localizedDescription)", .inputOutput)
  }
}
