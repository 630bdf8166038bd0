import Content
import GeoModel

extension ContentFiles {
  /// The topologies, laws and designs of the course, without its lessons.
  func atlas() throws(Diagnostics) -> Atlas {
    try Course(files: files.filter { $0.key.hasPrefix("assets/") }).atlas
  }

  /// A design of the course, or one in a file of the learner's own.
  func design(_ name: String, _ invocation: Invocation) throws(CommandFailure) -> Design {
    let (path, text) = try text("design", in: "assets/designs/", named: name, invocation)
    do throws(Diagnostics) {
      return try DesignFile.parse(text, file: path, atlas: try atlas())
    } catch {
      throw CommandFailure("the design has mistakes\n\(error)", .data)
    }
  }

  /// The text of something that is given by its name in the course, or by a path.
  ///
  /// - Parameters:
  ///   - kind: what it is, for messages.
  ///   - folder: where the course has files of its kind.
  func text(
    _ kind: String, in folder: String, named name: String, _ invocation: Invocation
  ) throws(CommandFailure) -> (path: String, text: String) {
    if Self.isPath(name) {
      return (name, try Self.text(at: invocation.absolute(name), named: name))
    }
    let path = "\(folder)\(name).yaml"
    guard let text = files[path] else {
      let remedy = suggestion(for: name, in: names(in: folder))
      throw CommandFailure(
        "no \(kind) is called '\(name)'; \(remedy) A path to a .yaml file is taken too", .usage)
    }
    return (path, text)
  }

  /// The names of the files of a folder of the course, sorted.
  func names(in folder: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(folder.count).dropLast(".yaml".count)) }
      .sorted()
  }
}
