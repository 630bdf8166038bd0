import Content
import Drawing
import Scenes
import Testing

/// Nothing that a learner can turn may break a picture, on a screen of any size.
struct KnobTests {
  static let sizes = [(80, 24), (60, 20), (40, 12), (20, 6), (1, 1), (0, 0)]
    .map { Size(width: $0, height: $1) }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `every setting of every knob can be drawn at every size and moment`(scene: CourseScene)
    throws
  {
    for setting in scene.settings {
      let staged = try scene.stage(setting)
      for size in Self.sizes {
        for percent in [0, 37, 100] {
          let canvas = frame(of: staged, at: staged.duration * percent / 100, size: size)
          #expect(canvas.size == size)
        }
      }
    }
  }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `every choice of a knob changes the picture or its sentences`(scene: CourseScene) throws {
    for knob in scene.directive.knobs {
      let faces = try knob.choices.map { choice in
        try Face(scene.stage(scene.directive.setting(knob.key, to: choice)))
      }
      #expect(Set(faces).count == knob.choices.count, "\(knob.key)")
    }
  }

  /// What a learner sees and reads at the end.
  private struct Face: Hashable {
    let lines: [String]
    let sentences: [String]

    init(_ scene: any Scene) {
      lines = frame(of: scene, at: scene.duration, size: KnobTests.sizes[0]).lines
      sentences = scene.events.map(\.sentence)
    }
  }
}

/// The frame of a moment as the program would show it.
func frame(
  of scene: any Scene, at time: Duration, size: Size = Size(width: 80, height: 24),
  marks: Marks = .braille
) -> Canvas {
  var canvas = Canvas(size: size, marks: marks)
  SceneFrame(scene: scene, time: time).draw(into: &canvas)
  return canvas
}
