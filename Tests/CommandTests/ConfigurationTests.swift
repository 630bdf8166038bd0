import Testing
import geolearn

/// `config.yaml`
struct ConfigurationTests {
  private func place(_ text: String) throws -> Workplace {
    let place = try Workplace()
    try place.write(text, to: "config/geolearn/config.yaml")
    return place
  }

  private func environment(_ place: borrowing Workplace) -> [String: String] {
    ["XDG_CONFIG_HOME": "\(place.folder)/config"]
  }

  private func doctor(
    _ text: String, _ options: String = "", _ environment: [String: String] = [:]
  ) throws -> String {
    let place = try place(text)
    return place.run("doctor \(options)", self.environment(place).merging(environment) { $1 }).text
  }

  @Test(
    arguments: [
      ("theme: dark", "", [:], "\ntheme       dark, config.yaml\n"),
      ("theme: dark", "", ["GEOLEARN_THEME": "light"], "\ntheme       light, GEOLEARN_THEME\n"),
      (
        "theme: dark", "--theme mono", ["GEOLEARN_THEME": "light"], "\ntheme       mono, --theme\n"
      ),
      ("", "", [:], "\ntheme       default, as usual\n"),
      ("motion: none", "", [:], "\nmotion      none, config.yaml\n"),
      ("motion: none", "", ["GEOLEARN_MOTION": "full"], "\nmotion      full, GEOLEARN_MOTION\n"),
      ("marks: blocks", "", [:], "\nmarks       blocks, config.yaml\n"),
      ("marks: blocks", "--ascii", [:], "\nmarks       ascii, --ascii\n"),
      ("", "", ["GEOLEARN_MARKS": "ascii"], "\nmarks       ascii, GEOLEARN_MARKS\n"),
      ("mouse: false", "", [:], "\nmouse       false, config.yaml\n"),
      ("mouse: false", "", ["GEOLEARN_MOUSE": "1"], "\nmouse       true, GEOLEARN_MOUSE\n"),
      ("", "", ["GEOLEARN_MOUSE": "0"], "\nmouse       false, GEOLEARN_MOUSE\n"),
      (
        "keys: {next: [j, right], zoom: Z}", "", [:],
        "\nkeys        next j →, zoom Z, config.yaml\n"
      ),
    ] as [(String, String, [String: String], String)])
  func `a flag wins over its variable, and that over the file; doctor says which did`(
    file: String, options: String, environment: [String: String], says: String
  ) throws {
    #expect(try doctor("\(file)\n", options, environment).contains(says))
  }

  private static let night =
    "themes: {night: {from: dark, background: 17, leader: 214, faint: 18}}\n"

  @Test(
    arguments: [
      ("theme: night\n", "", [:], "\ntheme       night, config.yaml\n"),
      ("", "--theme night", [:], "\ntheme       night, --theme\n"),
      ("", "", ["GEOLEARN_THEME": "night"], "\ntheme       night, GEOLEARN_THEME\n"),
      ("theme: night\n", "--theme dark", [:], "\ntheme       dark, --theme\n"),
      (
        "", "", [:],
        "In the theme night faint has a contrast of 1.1 to 1 to what is behind it; text is "
          + "legible from 4.5 on."
      ),
    ] as [(String, String, [String: String], String)])
  func `a theme of one's own is chosen like the others, and tried by doctor`(
    file: String, options: String, environment: [String: String], says: String
  ) throws {
    let text = try doctor(Self.night + file, options, environment)
    #expect(text.contains(says), "\(text)")
  }

  @Test func `the themes of the program have nothing to warn of`() throws {
    #expect(try !doctor("theme: dark\n").contains("In the theme"))
  }

  @Test func `a theme of one's own colours what is drawn`() throws {
    let place = try place("\(Self.night)theme: night\n")
    let output = place.run("render 2.1 --color always", environment(place))
    #expect(output.text.contains("48;5;17"))
    #expect(output.text.contains("38;5;214"))
  }

  @Test func `doctor says which file was read`() throws {
    let place = try place("theme: dark\n")
    let path = "\(place.folder)/config/geolearn/config.yaml"
    #expect(place.run("doctor", environment(place)).text.contains("\nconfig      \(path)\n"))
    #expect(
      place.run("doctor", ["HOME": "/nowhere"]).text
        .contains("\nconfig      none; it would be /nowhere/.config/geolearn/config.yaml\n"))
  }

  @Test func `the variable names another file, which must be there`() throws {
    let place = try place("theme: dark\n")
    try place.write("theme: light\n", to: "mine.yaml")
    let own = environment(place).merging(["GEOLEARN_CONFIG": "mine.yaml"]) { $1 }
    #expect(place.run("doctor", own).text.contains("\ntheme       light, config.yaml\n"))
    #expect(
      place.run("doctor", ["GEOLEARN_CONFIG": "none.yaml"]).complaint
        == "Error: there is no file 'none.yaml' that can be read\n")
  }

  @Test(arguments: [
    (
      "themes: {dark: {text: 16}}",
      "1:16: error: dark is a theme of the program; give yours another name"
    ),
    (
      "themes: {night: {txt: 16}}", "1:23: error: no argument is called 'txt'; did you mean 'text'?"
    ),
    (
      "themes: {night: {text: 256}}",
      "1:24: error: text is '256'; it must be a colour from 0 to 255 of the xterm palette, or default"
    ),
    ("themes: {night: {from: drak}}", "1:24: error: from is 'drak'; did you mean 'dark'?"),
    (
      "theme: nihgt\nthemes: {night: {text: 16}}",
      "1:8: error: theme is 'nihgt'; did you mean 'night'?"
    ),
    ("thme: dark", "1:7: error: no argument is called 'thme'; did you mean 'theme'?"),
    ("theme: drak", "1:8: error: theme is 'drak'; did you mean 'dark'?"),
    ("mouse: maybe", "1:8: error: mouse is maybe; it must be true or false"),
    ("keys: {nxet: j}", "1:14: error: no argument is called 'nxet'; did you mean 'next'?"),
    (
      "keys:\n  next: jj",
      "2:9: error: no key is called 'jj'; write one character, space, or ctrl-g"
    ),
    ("keys: {next: []}", "1:14: error: next has no key; give it one"),
    ("keys: fast", "1:7: error: keys must be a mapping such as {a: text}"),
    ("keys:\n  next: q", "2:9: error: 'q' has a meaning that stays; choose another key"),
    ("keys:\n  next: ctrl-c", "2:9: error: 'ctrl-c' has a meaning that stays; choose another key"),
    (
      "keys:\n  next: m",
      "2:9: error: 'm' is the key of contents; give one of them another"
    ),
    (
      "keys:\n  zoom: j\n  next: j",
      "3:9: error: 'j' is the key of zoom; give one of them another"
    ),
  ])
  func `a mistake is told with its line and column`(text: String, says: String) throws {
    let place = try place("\(text)\n")
    let output = place.run("doctor", environment(place))
    let path = "\(place.folder)/config/geolearn/config.yaml"
    #expect(output.complaint == "Error: the configuration has mistakes\n\(path):\(says)\n")
    #expect(output.code == .data)
  }

  @Test(
    arguments: [
      (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false), ([:], false),
      (["FORCE_COLOR": "1"], true), (["FORCE_COLOR": "0"], false),
      (["FORCE_COLOR": "1", "NO_COLOR": "1"], false), (["CLICOLOR_FORCE": "1", "CI": "1"], true),
    ] as [([String: String], Bool)])
  func `text in a pipe is coloured where variables force it`(
    environment: [String: String], isColoured: Bool
  ) throws {
    #expect(try Workplace().run("render home", environment).text.contains("\u{1B}[") == isColoured)
  }

  @Test func `the size of a picture in a pipe follows COLUMNS and LINES, unless it is said`() throws
  {
    let place = try Workplace()
    func width(_ line: String, _ environment: [String: String]) -> Int? {
      place.run(line, environment).text.split(separator: "\n").map(\.count).max()
    }
    let variables = ["COLUMNS": "120", "LINES": "40"]
    #expect(width("render home", variables) == 120)
    #expect(width("render home --size 80x24", variables) == 80)
    #expect(width("render home", ["COLUMNS": "120"]) == 80)
  }
}
