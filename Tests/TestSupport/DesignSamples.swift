import Content
import GeoModel

/// The designs of the course, with all that is needed to read and to change them.
package enum DesignSamples {
  private static let files = Result { try Repository.courseFiles() }
  private static let loaded = Result {
    try Course(files: files.get().filter { $0.key.hasPrefix("assets/") }).atlas
  }

  /// The topologies, laws and designs of the course.
  package static func atlas() throws -> Atlas { try loaded.get() }

  /// The text of every design of the course by its name, sorted.
  package static func texts() throws -> [(name: String, text: String)] {
    let folder = "assets/designs/"
    return try files.get().filter { $0.key.hasPrefix(folder) }.sorted { $0.key < $1.key }
      .map { path, text in (String(path.dropFirst(folder.count).dropLast(".yaml".count)), text) }
  }

  /// A design of the course.
  package static func design(_ name: String) throws -> Design {
    let text = try texts().first { $0.name == name }?.text ?? ""
    return try DesignFile.parse(text, file: "\(name).yaml", atlas: try atlas())
  }

  /// The feed of the course with lines replaced, which must be there.
  package static func feed(_ changes: [(from: String, to: String)]) throws -> Design {
    var text = try texts().first { $0.name == "feed" }?.text ?? ""
    for (from, to) in changes {
      precondition(text.contains(from), "the feed has no line '\(from)'")
      text.replace(from, with: to)
    }
    return try DesignFile.parse(text, file: "feed.yaml", atlas: try atlas())
  }
}
