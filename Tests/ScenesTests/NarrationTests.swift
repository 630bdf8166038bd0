import Content
import Drawing
import Scenes
import TestSupport
import Testing

/// The sentences of every scene of the course, however its knobs are turned.
struct NarrationTests {
  @Test(arguments: try ShippedCourse.load().scenes)
  func `every event is one short sentence`(scene: CourseScene) throws {
    for setting in scene.settings {
      for sentence in try scene.stage(setting).sentences {
        #expect(sentence.count <= 100, "\(sentence)")
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix("!"), "\(sentence)")
        #expect(sentence.first?.isLowercase == false || isName(sentence), "\(sentence)")
      }
    }
  }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `events begin at the beginning and keep the order of time`(scene: CourseScene) throws {
    for setting in scene.settings {
      let staged = try scene.stage(setting)
      let times = staged.events.map(\.time)
      #expect(times.first == .zero)
      #expect(times == times.sorted())
      #expect(staged.duration >= times.last ?? .zero)
    }
  }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `a sentence has room in the two rows below a picture of 60 columns`(scene: CourseScene)
    throws
  {
    for setting in scene.settings {
      for sentence in try scene.stage(setting).sentences {
        #expect(StyledText(sentence).wrapped(width: 50).count <= 2, "\(sentence)")
      }
    }
  }

  @Test func `events that coincide are told together`() throws {
    let scene = try staged(
      "quorum-write", "leader: us-east\nvoters: us-east, eu-west, ap-southeast\ncrash: eu-west")
    let lines = frame(of: scene, at: .zero).lines
    #expect(
      lines.contains("  us-east writes the entry to its own log and sends it to everybody else."))
    #expect(lines.contains("  eu-west stops."))
  }

  @Test func `where coinciding events have no room, the last ones are told`() throws {
    let scene = try staged(
      "quorum-write", "leader: us-east\nvoters: us-east, ap-southeast, ap-northeast, eu-west")
    let size = Size(width: 34, height: 20)
    let text = frame(of: scene, at: .milliseconds(70), size: size).lines.joined(separator: "\n")
    #expect(text.contains("ap-northeast has the entry"))
    #expect(!text.contains("ap-southeast has the entry"))
  }

  /// Whether a sentence begins with the name of a region or of a store, which is written as it is.
  private func isName(_ sentence: String) -> Bool {
    let word = String(sentence.prefix { $0 != " " && $0 != ":" })
    return word.contains("-") || Self.stores.contains(word)
  }

  /// The stores of the designs of the course.
  private static let stores: Set<String> = {
    let designs = (try? Repository.files(in: "assets/designs").values.joined()) ?? ""
    return Set(
      designs.split(separator: "\n").filter { $0.contains("{engine: ") }
        .map { String($0.prefix { $0 != ":" }.drop { $0 == " " }) })
  }()
}
