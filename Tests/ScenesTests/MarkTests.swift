import Drawing
import Scenes
import Testing

/// Shapes and words say everything; colours only repeat it.
struct MarkTests {
  static let voters = "leader: us-east\nvoters: us-east, eu-west, ap-southeast\n"

  @Test(arguments: try ShippedCourse.load().scenes)
  func `a terminal of ASCII gets nothing else`(scene: CourseScene) throws {
    for setting in scene.settings {
      let staged = try scene.stage(setting)
      for percent in [0, 37, 100] {
        let time = staged.duration * percent / 100
        let lines = frame(of: staged, at: time, marks: .ascii).lines
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { (0x20...0x7E) ~= $0.value } })
      }
    }
  }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `no character of a scene is unknown to ASCII`(scene: CourseScene) throws {
    for setting in scene.settings {
      let staged = try scene.stage(setting)
      let text = frame(of: staged, at: staged.duration, marks: .ascii).lines.dropFirst()
      #expect(text.allSatisfy { !$0.contains("?") })
    }
  }

  @Test(arguments: Marks.allCases, ["commit-latency", "quorum-write"])
  func `a lost region has a mark of its own and the word LOST`(marks: Marks, name: String) throws {
    let body = Self.voters + (name == "quorum-write" ? "crash: eu-west" : "lost: eu-west")
    let scene = try staged(name, body)
    let lines = frame(of: scene, at: scene.duration, marks: marks).lines
    let row = try #require(lines.firstIndex { $0.contains("eu-west") })
    #expect(lines[row].contains(marks == .ascii ? "X" : "✘"))
    #expect(lines[(row - 1)...row].contains { $0.contains("LOST") })
  }

  @Test(arguments: ["commit-latency", "quorum-write"])
  func `a leader differs from a voter and a non-voter by its shape`(name: String) throws {
    let scene = try staged(
      name, "leader: us-east\nvoters: us-east, eu-west, ap-southeast\nnon-voters: ap-southeast")
    let shapes = Marks.allCases.map { marks in
      ["us-east", "eu-west", "ap-southeast"].map { region in
        mark(of: region, in: frame(of: scene, at: scene.duration, marks: marks))
      }
    }
    #expect(shapes == [["●", "○", "◌"], ["●", "○", "◌"], ["*", "o", "."]])
  }

  @Test func `a needed answer differs from one that is not by its pattern`() throws {
    let scene = try staged("commit-latency", Self.voters)
    let lines = frame(of: scene, at: scene.duration).lines
    #expect(lines.contains { $0.contains("eu-west") && $0.contains("█") && !$0.contains("░") })
    #expect(lines.contains { $0.contains("ap-southeast") && $0.contains("░") && !$0.contains("█") })
  }

  @Test func `a claim that is faster than light says so in words`() throws {
    let scene = try staged("light-floor", "pairs: us-east - ap-southeast")
    #expect(scene.finalText.contains("✘ faster than light"))
  }

  /// The character in the column of marks: the one after the name.
  private func mark(of region: String, in canvas: Canvas) -> Character? {
    let line = canvas.lines.first { $0.trimmingPrefix(/\ +/).hasPrefix(region) }
    return line?.trimmingPrefix(/\ +/).dropFirst(region.count).first { $0 != " " }
  }
}
