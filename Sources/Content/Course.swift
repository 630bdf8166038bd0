import GeoModel

/// Everything that authors wrote; the steps of lessons are read when they are asked for.
package struct Course: Sendable {
  /// Sections by number, then tasks by number.
  package private(set) var lessons: [Lesson]
  package let atlas: Atlas
  /// What is odd, but may be meant.
  package let warnings: [Diagnostic]
  /// What the teacher allows.
  package var policy = CoursePolicy()

  /// The lessons that explain, by number.
  package var sections: [Lesson] { lessons.filter { $0.kind == .section } }

  /// The lessons that are graded, by number.
  package var tasks: [Lesson] { lessons.filter { $0.kind == .task } }

  /// Reads a course.
  ///
  /// - Parameter files: text by path, such as `lessons/02-speed-of-light.md` and
  ///   `assets/topologies/module.yaml`; files of other kinds are ignored.
  /// - Throws: every mistake in topologies and in the frames of lessons; where there is one, those
  ///   within steps too.
  package init(files: [String: String]) throws(Diagnostics) {
    var reader = CourseReader()
    reader.readAtlas(files.sorted { $0.key < $1.key })
    reader.readLessons(files.sorted { $0.key < $1.key })
    guard reader.errors.isEmpty else {
      throw Diagnostics(reader.errors + reader.lessons.flatMap(\.mistakes))
    }
    lessons =
      reader.lessons.filter { $0.kind == .section } + reader.lessons.filter { $0.kind == .task }
    atlas = reader.atlas
    warnings = reader.warnings
  }
}

extension Course {
  /// The course under the rules of a teacher.
  ///
  /// - Parameter file: the name that diagnostics give to the file of the rules.
  package func governed(by text: String, file: String) throws(Diagnostics) -> Course {
    do throws(Diagnostic) {
      let rules = try CoursePolicy.parse(text, file: file, lessons: lessons.map(\.shortName))
      var course = self
      course.policy = rules.policy
      for index in lessons.indices {
        course.lessons[index].minutes =
          rules.minutes[lessons[index].shortName] ?? lessons[index].minutes
      }
      return course
    } catch {
      throw Diagnostics([error])
    }
  }
}

extension Lesson {
  /// As command lines call it: `section2`, `task1`.
  fileprivate var shortName: String { "\(kind.rawValue)\(number)" }
}

extension Lesson {
  /// Every mistake within the steps.
  fileprivate var mistakes: [Diagnostic] {
    do throws(Diagnostics) {
      _ = try steps()
      return []
    } catch {
      return error.all
    }
  }
}

/// Reads file after file and keeps all mistakes.
private struct CourseReader {
  var atlas = Atlas(topologies: [:])
  var lessons: [Lesson] = []
  var warnings: [Diagnostic] = []
  var errors: [Diagnostic] = []

  mutating func readAtlas(_ files: [(key: String, value: String)]) {
    atlas = Atlas(
      topologies: readTopologies(files), laws: readLaws(files), designs: designs(among: files))
  }

  private mutating func readLaws(_ files: [(key: String, value: String)]) -> Laws? {
    let path = "assets/jurisdictions.yaml"
    guard let text = files.first(where: { $0.key == path })?.value else { return nil }
    do throws(Diagnostic) {
      return try JurisdictionFile.parse(text, file: path)
    } catch {
      errors.append(error)
      return nil
    }
  }

  private func designs(among files: [(key: String, value: String)]) -> [String: String] {
    let folder = Atlas.designFolder
    let designs = files.filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(".yaml") }
    return Dictionary(
      uniqueKeysWithValues: designs.map { path, text in
        (String(path.dropFirst(folder.count).dropLast(".yaml".count)), text)
      })
  }

  private mutating func readTopologies(
    _ files: [(key: String, value: String)]
  ) -> [String: Topology] {
    var topologies: [String: Topology] = [:]
    for (path, text) in files where path.hasPrefix("assets/topologies/") {
      guard path.hasSuffix(".yaml") else {
        errors.append(
          Diagnostic(file: path, line: 1, message: "the name of a topology ends in .yaml"))
        continue
      }
      let name = path.dropFirst("assets/topologies/".count).dropLast(".yaml".count)
      do throws(Diagnostics) {
        let file = try TopologyFile.parse(text, file: path)
        for (suffix, topology) in file.topologies { topologies[name + suffix] = topology }
        warnings += file.warnings
      } catch {
        errors += error.all
      }
    }
    return topologies
  }

  mutating func readLessons(_ files: [(key: String, value: String)]) {
    for (path, text) in files where path.hasPrefix("lessons/") {
      do throws(Diagnostics) {
        add(try Lesson(parsing: text, file: path, atlas: atlas))
      } catch {
        errors += error.all
      }
    }
    lessons.sort { $0.number < $1.number }
  }

  private mutating func add(_ lesson: Lesson) {
    let twin = lessons.first { $0.kind == lesson.kind && $0.number == lesson.number }
    if let twin {
      errors.append(
        Diagnostic(
          file: lesson.file, line: 1,
          message: "\(twin.file) is \(lesson.kind.rawValue) \(lesson.number) already; "
            + "choose another number"))
    }
    lessons.append(lesson)
  }
}
