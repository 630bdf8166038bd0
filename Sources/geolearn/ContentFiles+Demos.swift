import App
import Content
import Drawing
import Scenes

extension ContentFiles {
  private static let folder = "assets/demos/"
  private static let suffix = ".demo"

  /// The demos of the course, by path, in order.
  var demos: [(path: String, text: String)] {
    files.filter { $0.key.hasPrefix(Self.folder) && $0.key.hasSuffix(Self.suffix) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The names of the demos that the course has, sorted.
  var demoNames: [String] {
    demos.map { String($0.path.dropFirst(Self.folder.count).dropLast(Self.suffix.count)) }
  }

  /// A demo of the course by its name, or one in a file of the user's own.
  func demo(
    _ name: String, atlas: Atlas, _ invocation: Invocation
  ) throws(CommandFailure) -> Demo {
    let path = "\(Self.folder)\(name)\(Self.suffix)"
    if let text = files[path] { return try Self.demo(text, file: path, atlas) }
    guard name.contains("/") || name.hasSuffix(Self.suffix) else {
      throw CommandFailure(
        "no demo is called '\(name)'; \(suggestion(for: name, in: demoNames)); "
          + "a path to a .demo file is taken too", .usage)
    }
    let text = try Self.text(at: invocation.absolute(name), named: name)
    return try Self.demo(text, file: name, atlas)
  }

  /// A demo as it plays.
  func run(
    _ name: String, _ book: Book, marks: Marks, _ invocation: Invocation
  ) throws(CommandFailure) -> DemoRun {
    let demo = try demo(name, atlas: book.catalog.atlas, invocation)
    do throws(Diagnostic) {
      return try DemoRun(demo, book: book, marks: marks)
    } catch {
      throw CommandFailure("the demo has a mistake\n\(error)", .data)
    }
  }

  private static func demo(
    _ text: String, file: String, _ atlas: Atlas
  ) throws(CommandFailure) -> Demo {
    do throws(Diagnostics) {
      return try Demo(parsing: text, file: file, atlas: atlas)
    } catch {
      throw CommandFailure("the demo has mistakes\n\(error)", .data)
    }
  }
}
