import Foundation
import Testing
import geolearn

/// `geolearn record`
struct RecordTests {
  /// The text of what is recorded, which `kind` of reader reads from the file.
  private func recorded(
    _ line: String, as file: String, _ environment: [String: String] = [:]
  ) throws -> String {
    let place = try Workplace()
    let output = place.run("record \(line) -o \(file)", environment)
    #expect(output.complaint == "")
    return try place.text(of: file)
  }

  private func read(_ kind: String, _ line: String, as file: String) throws -> String {
    let place = try Workplace()
    let output = place.run("record \(line) -o \(file)")
    #expect(output.complaint == "")
    return try Reader.read(kind, "\(place.folder)/\(file)")
  }

  // MARK: - Casts

  @Test(arguments: [
    "crdt-merge.demo --motion reduced", "text-merge --cast-version 3 --theme dark",
    "2.6 --size 100x30", "latency-map --ascii", "siblings --idle 0.5s",
    "task1 --motion reduced --size 60x20",
  ])
  func `a terminal that plays a recording shows what was drawn`(line: String) throws {
    #expect(
      try read("cast", line, as: "x.cast")
        == recorded(line.replacing(" --cast-version 3", with: ""), as: "x.txt"))
  }

  @Test func `asciinema's own reader finds as many seconds as the summary says`() throws {
    let place = try Workplace()
    let said = place.run("record crdt-merge.demo --motion reduced -o x.cast").text
    #expect(said == "x.cast: 29 s, 15 pictures, 5 marks\n")
    let seconds = try Reader.read("length", "\(place.folder)/x.cast")
    #expect(Double(seconds.trimmingCharacters(in: .newlines)).map { $0.rounded() } == 29)
  }

  @Test func `the colours are those of the theme`() throws {
    let line = "commit-latency --motion reduced --theme"
    let dark = try read("colours", "\(line) dark", as: "x.cast").split(separator: "\n")
    // The question: index 252 of the palette on 233, bold.
    #expect(dark.first == "H d0d0d0 121212 True False")
    let plain = try read("colours", "\(line) default", as: "x.cast").split(separator: "\n")
    #expect(plain.first == "H default default True False")
  }

  @Test(arguments: [
    ("x.cast", "2.6"), ("x.svg", "2.6"), ("x.txt", "crdt-merge.demo --motion reduced"),
    ("x.cast", "failover-timeline --motion reduced"),
  ])
  func `the same command line gives the same bytes`(file: String, line: String) throws {
    let first = try recorded(line, as: file)
    #expect(!first.isEmpty)
    #expect(
      try recorded(line, as: file, ["LANG": "C", "TERM": "dumb", "GEOLEARN_THEME": "dark"]) == first
    )
  }

  @Test func `a recording says when it was made only where it is told`() throws {
    let line = "crdt-merge.demo --motion reduced"
    #expect(
      try recorded(line, as: "x.cast").hasPrefix(
        #"{"version": 2, "width": 80, "height": 24, "title": "A merge of sets", "env": "#))
    #expect(
      try recorded(line, as: "x.cast", ["SOURCE_DATE_EPOCH": "1795446000"]).hasPrefix(
        #"{"version": 2, "width": 80, "height": 24, "timestamp": 1795446000, "title": "#))
    #expect(
      try recorded("\(line) --cast-version 3", as: "x.cast").hasPrefix(
        #"{"version": 3, "term": {"cols": 80, "rows": 24, "type": "xterm-256color"}, "title": "#))
  }

  @Test func `a step of a demo is a marker`() throws {
    let marks = try recorded("crdt-merge.demo --motion reduced", as: "x.cast").split(
      separator: "\n"
    )
    .filter { $0.contains("\"m\"") }
    #expect(marks.first == #"[0.000, "m", "One shopping list"]"#)
    #expect(marks.count == 5)
  }

  @Test func `nothing stands still longer than --idle`() throws {
    let lines = try recorded("crdt-merge.demo --idle 0.5s --motion reduced", as: "x.cast").split(
      separator: "\n"
    )
    .dropFirst()
    let times = lines.compactMap { Double($0.dropFirst().prefix { $0 != "," }) }
    #expect(times.count == lines.count)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 <= 0.5001 })
  }

  // MARK: - Pictures

  @Test(arguments: [
    "2.6 --at 50%", "latency-map --at 100% --theme dark", "hot-row --at 30% --size 60x20 --ascii",
    "region-loss.demo --at 80%", "3 --at 20%", "text-merge --at 100% --theme mono",
  ])
  func `the text of a still picture is what was drawn`(line: String) throws {
    #expect(try read("svg", line, as: "x.svg") == recorded(line, as: "x.txt"))
  }

  @Test func `a moving picture has every picture, and ends with the last`() throws {
    let line = "crdt-merge.demo --motion reduced"
    let last = try recorded("crdt-merge.demo --at 100%", as: "x.txt")
    #expect(try read("frames", line, as: "x.svg") == "15\n\(last)")
  }

  @Test func `a still picture does not move, and a reader can have none that does`() throws {
    #expect(!(try recorded("2.6 --at 50%", as: "x.svg")).contains("animation"))
    #expect(
      try recorded("2.6", as: "x.svg").contains(
        "@media (prefers-reduced-motion:reduce){.film{animation:none"))
  }

  @Test func `the reader's own colours are light or dark, a theme's are its own`() throws {
    #expect(
      try recorded("2.6 --at 50%", as: "x.svg").contains(
        "@media screen and (prefers-color-scheme:dark)"))
    let dark = try recorded("2.6 --at 50% --theme dark", as: "x.svg")
    #expect(!dark.contains("prefers-color-scheme"))
    #expect(dark.contains(".ground{fill:#121212}"))
  }

  @Test func `a moment of a scene is one of its run`() throws {
    #expect(
      try recorded("quorum-write --at 85ms", as: "x.txt")
        == (try Workplace().run("render quorum-write --at 85ms").text))
  }

  // MARK: - Mistakes

  @Test(
    arguments: [
      (
        "record 2.6 -o x.gif", 64,
        "'x.gif' ends in none of the forms; it must end in .cast, .svg or .txt"
      ),
      ("record 2.6 -o nowhere/x.cast", 73, "nowhere/x.cast cannot be written: "),
      ("record qorum-write -o x.cast", 64, "no scene is called 'qorum-write'; did you mean"),
      ("record nowhere.demo -o x.cast", 66, "there is no file 'nowhere.demo' that can be"),
      ("record 2.6 -o x.cast --idle soon", 64, "--idle is 'soon'; it must be a time such as"),
      (
        "record 2 -o x.svg", 64,
        "4.07 min are too long for a moving .svg, which may last 2 min; use"
      ),
    ] as [(String, Int32, String)])
  func `what cannot be recorded is said`(line: String, code: Int32, message: String) throws {
    let output = try Workplace().run(line)
    #expect(output.complaint.contains(message))
    #expect(output.code.code == code)
    #expect(output.text == "")
  }

  @Test func `a date that is none is refused`() throws {
    let output = try Workplace().run(
      "record crdt-merge.demo -o x.cast --motion reduced", ["SOURCE_DATE_EPOCH": "today"])
    #expect(
      output.complaint
        == "Error: SOURCE_DATE_EPOCH is 'today'; it must be a number of seconds since 1970\n")
  }
}

/// The pictures of the README
struct PictureTests {
  /// The Makefile records them, line by line: `"$$geolearn" record WHAT -o docs/pictures/NAME.svg`.
  private static func recordings() throws -> [(line: String, file: String)] {
    let makefile = try text(of: "Makefile")
    return makefile.matches(of: /"\$\$geolearn" (record .*) -o (docs\/pictures\/\S+\.svg)/)
      .map { (String($0.1), String($0.2)) }
  }

  private static func text(of path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The shorter ones; the others are made in the same way.
  @Test func `a picture is what the program draws now`() throws {
    let recordings = try Self.recordings()
    #expect(recordings.count == 3)
    for (line, file) in recordings where !line.contains("region-loss") {
      let place = try Workplace()
      #expect(place.run("\(line) -o x.svg").complaint == "")
      let isSame = try place.text(of: "x.svg") == Self.text(of: file)
      #expect(isSame, "\(file) is another one: make pictures")
    }
  }
}
