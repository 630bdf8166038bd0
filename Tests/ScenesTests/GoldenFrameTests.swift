import Content
import Drawing
import Scenes
import TestSupport
import Testing

/// Pictures of every scene of the course at its beginning, in its middle and at its end.
///
/// `GOLDEN=write swift test --filter ScenesTests` writes them; read the difference as if a
/// colleague had drawn it.
struct GoldenFrameTests {
  static let sizes = [Size(width: 80, height: 24), Size(width: 60, height: 20)]
  static let folder = "Tests/ScenesTests/Golden"

  @Test(arguments: try ShippedCourse.load().scenes, sizes)
  func `every scene looks as it did when somebody last judged it`(scene: CourseScene, size: Size)
    throws
  {
    let difference = try Golden.difference(
      of: GoldenFrames(scene: scene.stage(), knobs: scene.directive.knobs, size: size).text,
      from: "\(Self.folder)/\(Self.fileName(scene, size))")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `every golden frame belongs to a scene of the course`() throws {
    let expected = try ShippedCourse.load().scenes.flatMap { scene in
      Self.sizes.map { Self.fileName(scene, $0) }
    }
    let orphans = try Golden.names(in: Self.folder).filter { !expected.contains($0) }
    #expect(orphans == [], "delete these files: no scene has them")
  }

  @Test func `no two scenes share a golden file`() throws {
    let names = try ShippedCourse.load().scenes.map(\.name)
    #expect(Set(names).count == names.count)
  }

  private static func fileName(_ scene: CourseScene, _ size: Size) -> String {
    "\(scene.name)-\(size.width)x\(size.height).txt"
  }
}

/// The frames of a scene as text: for each moment the rows, then the rows' styles.
private struct GoldenFrames {
  let scene: any Scene
  let knobs: [Knob]
  let size: Size

  var text: String {
    [0, 50, 100].map { percent in
      let time = scene.duration * percent / 100
      let canvas = frame(at: time)
      return ["== \(percent) %, \(Quantity.duration(time).text) =="]
        + canvas.lines.trimmed + ["-- styles --"] + canvas.styleLines.trimmed
    }
    .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func frame(at time: Duration) -> Canvas {
    var canvas = Canvas(size: size)
    SceneFrame(
      scene: scene, time: time, knobs: knobs, focus: knobs.isEmpty ? nil : 0, status: "Ⅱ 1×"
    ).draw(into: &canvas)
    return canvas
  }
}

extension [String] {
  /// Without the empty rows at the end.
  fileprivate var trimmed: ArraySlice<String> {
    self[...(lastIndex { !$0.isEmpty } ?? -1)]
  }
}
