import Content
import Drawing
import Scenes
import Testing

struct CatalogTests {
  @Test func `every kind of scene is used by the course`() throws {
    let used = try ShippedCourse.load().scenes.map(\.directive.name)
    #expect(SceneCatalog.names.filter { !used.contains($0) } == [])
  }

  @Test func `the world can be drawn without anything on it`() throws {
    var canvas = Canvas(size: Size(width: 80, height: 24))
    try ShippedCourse.load().catalog.drawWorld(into: &canvas)
    #expect(canvas.lines.filter { !$0.isEmpty }.count > 15)
  }
}
