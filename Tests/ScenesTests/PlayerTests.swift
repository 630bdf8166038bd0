import Drawing
import GeoModel
import Scenes
import Testing

struct PlayerTests {
  @Test(arguments: try ShippedCourse.load().scenes)
  func `so many steps forward and as many back give the same picture`(scene: CourseScene) throws {
    let staged = try scene.stage()
    for steps in 1...staged.events.count {
      var player = Player(scene: staged, startsPlaying: true)
      let before = picture(player)
      for _ in 0..<steps { player.stepForward() }
      for _ in 0..<steps { player.stepBack() }
      #expect(picture(player) == before)
    }
  }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `a moment looks the same whether it was played or scrubbed to`(scene: CourseScene) throws {
    let staged = try scene.stage()
    var played = Player(scene: staged, startsPlaying: true)
    // A third of the run, in ticks of uneven length.
    let third = staged.playingTime / 3
    for part in [1, 4, 2, 3] { played.advance(by: third * part / 10) }
    var scrubbed = Player(scene: staged, startsPlaying: false)
    scrubbed.scrub(to: played.time / staged.duration)
    #expect(rounded(played.time) == rounded(scrubbed.time))
    #expect(frame(of: staged, at: played.time) == picture(scrubbed))
  }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `every step forward shows the next event until the end`(scene: CourseScene) throws {
    let staged = try scene.stage()
    var player = Player(scene: staged, startsPlaying: true)
    for time in Set(staged.events.map(\.time)).sorted().dropFirst() {
      player.stepForward()
      #expect(player.time == time)
    }
    player.stepForward()
    #expect(player.time == staged.duration)
  }

  @Test(arguments: try ShippedCourse.load().scenes)
  func `going on shows every event, and with the last one the end`(scene: CourseScene) throws {
    let staged = try scene.stage()
    let times = Set(staged.events.map(\.time)).sorted()
    let wanted = times.dropFirst().dropLast() + [staged.duration]
    for plays in [false, true] {
      var player = Player(scene: staged, startsPlaying: false)
      player.scrub(to: 0)
      for time in wanted {
        player.goOn(plays: plays)
        if plays {
          #expect(player.isPlaying)
          player.advance(by: .seconds(10_000))
        }
        #expect(player.time == time)
        #expect(!player.isPlaying)
      }
    }
  }

  @Test func `going on again leaves out what lies between`() throws {
    let staged = try commit()
    var player = Player(scene: staged, startsPlaying: false)
    player.scrub(to: 0)
    player.goOn(plays: true)
    player.advance(by: .milliseconds(1))
    player.goOn(plays: true)
    #expect(player.time == staged.events[1].time)
    #expect(!player.isPlaying)
  }

  @Test func `playing on after a stop at an event goes to the end`() throws {
    var player = Player(scene: try commit(), startsPlaying: false)
    player.scrub(to: 0)
    player.goOn(plays: true)
    player.togglePlaying()
    player.togglePlaying()
    player.advance(by: .seconds(1000))
    #expect(player.hasEnded)
  }

  @Test func `where nothing moves, the beginning follows the end`() throws {
    let staged = try commit()
    var player = Player(scene: staged, startsPlaying: false)
    player.goRound()
    #expect(player.time == .zero)
    player.goRound()
    #expect(player.time == staged.events[1].time)
    #expect(!player.isPlaying)
  }

  @Test func `what is shown elsewhere is shown here, within the run and its speeds`() throws {
    let staged = try commit()
    var player = Player(scene: staged, startsPlaying: false)
    player.show(.milliseconds(3), isPlaying: true, gear: 2)
    #expect(player.time == .milliseconds(3))
    #expect(player.isPlaying)
    #expect(player.speedText == "4×")
    player.show(.seconds(1_000_000), isPlaying: false, gear: 99)
    #expect(player.hasEnded)
    #expect(player.speedText == "8×")
    player.show(.seconds(-1), isPlaying: false, gear: -99)
    #expect(player.time == .zero)
    #expect(player.speedText == "0.25×")
  }

  @Test func `playing to the end stops there`() throws {
    var player = Player(scene: try commit(), startsPlaying: true)
    player.advance(by: .seconds(1000))
    #expect(player.time == player.scene.duration)
    #expect(!player.isPlaying)
  }

  @Test func `a scene that does not start playing shows its end`() throws {
    let player = Player(scene: try commit(), startsPlaying: false)
    #expect(player.time == player.scene.duration)
    #expect(!player.isPlaying)
  }

  @Test func `playing again at the end begins at the beginning`() throws {
    var player = Player(scene: try commit(), startsPlaying: false)
    player.togglePlaying()
    #expect(player.time == .zero)
    #expect(player.isPlaying)
  }

  @Test func `a pause keeps the moment, and no time passes in it`() throws {
    var player = Player(scene: try commit(), startsPlaying: true)
    player.advance(by: .milliseconds(900))
    player.togglePlaying()
    player.advance(by: .seconds(1))
    #expect(rounded(player.time) == .milliseconds(30))
    player.togglePlaying()
    #expect(rounded(player.time) == .milliseconds(30))
  }

  @Test(arguments: [
    // gears up, speed, milliseconds of the run in 120 ms of life
    (-9, "0.25×", 1), (-2, "0.25×", 1), (-1, "0.5×", 2), (0, "1×", 4), (1, "2×", 8), (2, "4×", 16),
    (3, "8×", 32), (9, "8×", 32),
  ])
  func `the speed doubles from a quarter to eight times`(
    gears: Int, speed: String, milliseconds: Int
  ) throws {
    var player = Player(scene: try commit(), startsPlaying: true)
    for _ in 0..<abs(gears) { if gears > 0 { player.faster() } else { player.slower() } }
    player.advance(by: .milliseconds(120))
    #expect(player.speedText == speed)
    #expect(rounded(player.time) == .milliseconds(milliseconds))
  }

  @Test func `scrubbing stays within the run`() throws {
    var player = Player(scene: try commit(), startsPlaying: true)
    player.scrub(to: -1)
    #expect(player.time == .zero)
    player.scrub(to: 2)
    #expect(player.time == player.scene.duration)
    #expect(!player.isPlaying)
  }

  @Test func `another run is shown at the same moment`() throws {
    var player = Player(scene: try commit(), startsPlaying: true)
    player.advance(by: .milliseconds(1500))
    player.restage(try commit("rule: all"))
    #expect(rounded(player.time) == .milliseconds(50))
    #expect(player.isPlaying)
  }

  @Test func `another run is shown at its end when the first was`() throws {
    var player = Player(scene: try commit("lost: eu-west"), startsPlaying: false)
    player.restage(try commit("non-voters: eu-west, ap-southeast"))
    #expect(player.time == player.scene.duration)
  }

  @Test func `a run without messages lasts some time, so that its parts exist`() throws {
    let alone = try commit("lost: eu-west, ap-southeast")
    #expect(alone.events.count == 1)
    #expect(alone.duration > .zero)
  }

  /// To the nanosecond, which is finer than any picture.
  private func rounded(_ time: Duration) -> Duration {
    .milliseconds(rounding: time.milliseconds)
  }

  private func picture(_ player: Player) -> Canvas { frame(of: player.scene, at: player.time) }

  /// Three voters led by us-east.
  private func commit(_ line: String = "") throws -> any Scene {
    try staged("commit-latency", "leader: us-east\nvoters: us-east, eu-west, ap-southeast\n\(line)")
  }
}
