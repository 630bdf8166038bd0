import Content
import Drawing
import GeoModel

/// The motive compliance: a row is copied from the region where it is written, and a copy that
/// leaves the jurisdiction is marked with what the law says about it.
struct WhyMultiRegionResidency: WhyMultiRegionStory {
  private let map: WorldMap
  private let home: Region
  private let law: WhyMultiRegionLaw
  /// In the order in which the row arrives.
  private let copies: [Copy]

  private struct Copy {
    let region: Region
    let arrival: Duration
    let verdict: WhyMultiRegionLaw.Verdict
  }

  init(
    _ map: WorldMap, _ topology: Topology, _ arguments: inout Arguments
  ) throws(Diagnostic) {
    self.map = map
    let home = try arguments.place("rows", of: topology)
    guard let law = WhyMultiRegionLaw(jurisdiction: home.jurisdiction) else {
      throw arguments.failure(
        "rows",
        "\(home.id) is under the law of \(home.jurisdiction); "
          + "the rows must be written in the EEA or in India")
    }
    let copies = try arguments.places("copies", of: topology, without: home.id).map { region in
      Copy(
        region: region, arrival: topology.oneWay(from: home.id, to: region.id),
        verdict: law.verdict(onCopyIn: region))
    }
    self.home = home
    self.law = law
    self.copies = copies.sorted { $0.arrival < $1.arrival }
  }

  var question: String { "Which copy leaves \(law.place)?" }

  var events: [SceneEvent] {
    let regions = copies.count == 1 ? "one region" : "\(copies.count) regions"
    let opening = SceneEvent(
      time: .zero, sentence: "\(law.row) is written in \(home.id) and copied to \(regions).")
    return [opening]
      + copies.map { copy in
        SceneEvent(
          time: copy.arrival,
          sentence: "The copy in \(copy.region.id) \(law.sentence(for: copy.verdict)).")
      }
  }

  func idealHeight(width: Int) -> Int {
    let parts = parts(of: Size(width: width, height: 100))
    return parts.map.width / 4 + parts.rows
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let parts = parts(of: canvas.size)
    var picture = Canvas(size: parts.map, marks: canvas.marks)
    map.draw(
      into: &picture, arcs: copies.map { arc(to: $0, at: time) },
      markers: [home.marker(.leader)] + copies.map { $0.region.marker(mark(of: $0, at: time)) })
    canvas.paste(picture, x: 0, y: 0)
    if parts.rows == 0 {
      drawList(x: parts.map.width + 1, at: time, into: &canvas)
    } else {
      for (row, copy) in copies.enumerated() {
        drawRow(of: copy, y: parts.map.height + row, at: time, into: &canvas)
      }
    }
  }

  /// The verdicts stand beside the map where there is room, else in rows below it.
  private func parts(of size: Size) -> (map: Size, rows: Int) {
    let parts =
      size.width >= WhyMultiRegionMap.widthWithList
      ? WhyMultiRegionMap(
        size: size, entries: copies.count, entryWidth: listWidth + 3, below: 0)
      : WhyMultiRegionMap(size: size, entries: 0, entryWidth: 0, below: copies.count)
    return (parts.map, size.height - parts.map.height)
  }

  // MARK: - The map

  private func mark(of copy: Copy, at time: Duration) -> Mark {
    copy.arrival <= time ? copy.verdict.mark : .voter
  }

  private func arc(to copy: Copy, at time: Duration) -> WorldMap.Arc {
    let packet = WorldMap.Packet(
      fraction: time / max(copy.arrival, .nanoseconds(1)), glyph: "◆",
      style: Style(.message, isBold: true))
    return WorldMap.Arc(
      from: home.place.mapPoint, to: copy.region.place.mapPoint, style: Style(.link),
      packets: time < copy.arrival ? [packet] : [])
  }

  // MARK: - The verdicts

  private let listWidth = 28

  /// Beside the map: for each copy its name, and the verdict in rows of its own below that.
  private func drawList(x: Int, at time: Duration, into canvas: inout Canvas) {
    let room = canvas.size.height - copies.count
    let words = copies.map { law.words(for: $0.verdict).map(wrapped) }
    let isLong = words.map { $0[0].count }.reduce(0, +) <= room
    var y = 0
    for (copy, words) in zip(copies, words) {
      let lines = isLong ? words[0] : words[words.count - 1]
      drawName(of: copy, x: x, endX: x + listWidth, y: y, at: time, into: &canvas)
      if copy.arrival <= time {
        let rect = Rect(x: x + 2, y: y + 1, width: listWidth - 2, height: lines.count)
        canvas.put(lines, in: rect)
      }
      y += 1 + lines.count
    }
  }

  private func wrapped(_ words: String) -> [StyledText] {
    StyledText(words).wrapped(width: listWidth - 2)
  }

  /// Below the map: `§ us-east  42.5 ms  leaves the EEA: …`, in the words that have room.
  private func drawRow(of copy: Copy, y: Int, at time: Duration, into canvas: inout Canvas) {
    let names = copies.map { columns(of: $0.region.id.name) }.max() ?? 0
    let verdictX = 4 + names + 11
    drawName(of: copy, x: 2, endX: verdictX - 2, y: y, at: time, into: &canvas)
    guard copy.arrival <= time else { return }
    let room = canvas.size.width - verdictX
    let fitting = law.words(for: copy.verdict).first { columns(of: $0) <= room } ?? ""
    canvas.put(fitting, x: verdictX, y: y, style: copy.verdict.mark.style)
  }

  /// The copy's mark, its region, and at the right end when the row has arrived.
  private func drawName(
    of copy: Copy, x: Int, endX: Int, y: Int, at time: Duration, into canvas: inout Canvas
  ) {
    let mark = mark(of: copy, at: time)
    canvas.put(String(mark.glyph), x: x, y: y, style: mark.style)
    canvas.put(copy.region.id.name, x: x + 2, y: y)
    if copy.arrival <= time { canvas.put(text(copy.arrival), endX: endX, y: y) }
  }
}
