/// What a course is called by its `course.yaml`.
package struct CourseName: Equatable, Sendable {
  /// The name of its journal: `storage-101`.
  package let id: String
  /// What its menu is headed by.
  package let title: String

  private static let longest = 40

  /// What `id` and `title` of a course's file say.
  ///
  /// - Parameter file: the name that diagnostics give to it.
  package static func parse(_ text: String, file: String) throws(Diagnostic) -> CourseName {
    var arguments = try Arguments(
      Directive(kind: "course", name: "", body: text, file: file, line: 0))
    if let name = try arguments.courseName() { return name }
    throw arguments.missing(
      "id", "it must be a name such as storage-101, which no other course has")
  }

  /// Whether a name can be that of a course, and of a file.
  package static func isName(_ text: String) -> Bool {
    text.count <= longest && text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
  }

  /// `quorum-reads` as people read it: `Quorum reads`.
  package static func title(of name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " ")
  }
}

extension Arguments {
  /// The name of a course; `nil` where the file holds only rules.
  mutating func courseName() throws(Diagnostic) -> CourseName? {
    let title = try optionalString("title")
    guard let id = try optionalString("id") else {
      guard title == nil else {
        throw missing("id", "a course with a title has one, such as storage-101")
      }
      return nil
    }
    guard CourseName.isName(id) else {
      throw failure("id", "id is '\(id)'; it must be made of a-z, 0-9 and -, such as storage-101")
    }
    return CourseName(id: id, title: title ?? CourseName.title(of: id))
  }
}
