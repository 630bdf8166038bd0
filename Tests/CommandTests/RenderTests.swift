import Testing
import geolearn

/// `geolearn render`
struct RenderTests {
  @Test func `a kind of scene has the arguments of the first lesson that uses it`() throws {
    let output = try Workplace().run(
      "render commit-latency --set leader=us-east --set voters=us-east,eu-west,ap-southeast --ascii"
    )
    #expect(output.text.contains("How long until 2 of 3 have it?"))
    #expect(output.text.contains("commit at 85 ms"))
  }

  @Test func `--set replaces arguments`() throws {
    let output = try Workplace().run(
      "render commit-latency --set leader=eu-west --set voters=eu-west,us-east,sa-east")
    #expect(output.text.contains("sa-east"))
    #expect(!output.text.contains("ap-southeast"))
  }

  @Test func `a step is named by its section and number`() throws {
    #expect(try Workplace().run("render 2.1").text.contains("How long is the way from N. Virginia"))
  }

  @Test func `the moment can be a part or a time`() throws {
    let place = try Workplace()
    let line = "render quorum-write --set client=us-east --at"
    let moments = ["0%", "50%", "100%", "10ms", "10 ms"].map { place.run("\(line) \"\($0)\"").text }
    #expect(moments[0] != moments[1])
    #expect(moments[1] != moments[2])
    #expect(moments[3] == moments[4])
    #expect(moments[2] == place.run("render quorum-write --set client=us-east").text)
  }

  @Test func `no row is wider and no picture higher than asked for`() throws {
    let rows = try Workplace().run("render 2.1 --size 61x17").text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    #expect(rows.count <= 17)
    #expect(rows.allSatisfy { $0.count <= 61 })
  }

  @Test(arguments: ["render 2.1 --ascii", "render home --ascii", "render 2.2 --page --ascii"])
  func `with --ascii nothing else is printed`(line: String) throws {
    let output = try Workplace().run(line)
    #expect(!output.text.isEmpty)
    #expect(output.text.utf8.allSatisfy { $0 <= 0x7E })
  }

  @Test func `colours come when asked for, or on a terminal`() throws {
    let place = try Workplace()
    #expect(!place.run("render 2.1").text.contains("\u{1B}"))
    #expect(place.run("render 2.1 --color always --theme dark").text.contains("\u{1B}[0;"))
    let shown = Geolearn.output(of: ["render", "2.1"], place.invocation(onTerminal: true))
    #expect(shown.text.contains("\u{1B}["))
  }

  @Test func `home is the first screen, without anybody's progress`() throws {
    let place = try Workplace()
    let before = place.run("render home").text
    _ = place.run("check 1.1 --answer \"85 ms\"")
    #expect(before.contains("The speed of light"))
    #expect(place.run("render home").text == before)
  }

  @Test(arguments: [
    ("render comit-latency", "no scene is called 'comit-latency'; did you mean 'commit-latency'?"),
    ("render quorum-write --set leader=eu-wset", "did you mean 'eu-west'?"),
    ("render quorum-write --set colour=red", "no argument is called 'colour'"),
    ("render 77", "there is no page '77'; there are home, 1, 2, 3, 4, 5, 6, 7, 8"),
    ("render 2.1 --size 80", "The value '80' is invalid for '--size <80x24>'"),
    ("render 2.1 --at soon", "The value 'soon' is invalid for '--at <50%|85ms>'"),
  ])
  func `what cannot be drawn is answered with what can`(line: String, message: String) throws {
    let output = try Workplace().run(line)
    #expect(output.complaint.contains(message))
    #expect(output.code == .usage)
  }
}
