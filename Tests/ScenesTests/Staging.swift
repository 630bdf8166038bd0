import Content
import Drawing
import GeoModel
import Scenes

/// A scene of the course's world from the lines of a directive in a lesson that uses `module`.
func staged(_ name: String, _ body: String, in topology: Topology? = nil) throws -> any Scene {
  let course = try ShippedCourse.load()
  let catalog =
    topology.map {
      SceneCatalog(atlas: Atlas(topologies: ["module": $0]), map: WorldMap(land: []))
    } ?? course.catalog
  return try catalog.stage(directive(name, body), topology: "module")
}

/// A directive that stands in line 9 of a lesson.
func directive(_ name: String, _ body: String) -> Directive {
  Directive(kind: "scene", name: name, body: body, file: "lessons/02-test.md", line: 9)
}

extension Scene {
  /// The sentences of the run, in order.
  var sentences: [String] { events.map(\.sentence) }

  /// The frame at the end, as one text.
  var finalText: String { frame(of: self, at: duration).lines.joined(separator: "\n") }
}
