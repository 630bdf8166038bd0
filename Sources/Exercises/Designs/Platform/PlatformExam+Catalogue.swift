import Content
import GeoModel
import GeoSim

/// 4.2: who reads the catalogue where?
extension PlatformExam {
  static let catalogue: [Requirement<PlatformMeasurements>] = [
    Requirement(item: "4.2", name: "kept", title: "Everybody has a catalogue", points: 1) {
      $0.unserved(by: .catalogue).map { people in
        .fail(
          "No service keeps a catalogue for \(people) accounts.",
          help: "a service with 'keeps: catalogue' can serve several populations")
      } ?? .pass("Both peoples have a catalogue.")
    },
    Requirement(item: "4.2", name: "reads", title: "Pages are read nearby", points: 3) {
      reads($0)
    },
    Requirement(item: "4.2", name: "nobody", title: "Nobody's data are in it", points: 1) {
      nobody($0)
    },
  ]

  /// As a page of a shop makes several reads, one after the other.
  private static let readLimit = Duration.milliseconds(100)

  private static func reads(_ measured: PlatformMeasurements) -> Ruling {
    let latencies = measured.keeping([.catalogue]).flatMap(\.latencies)
    let limit = "at most \(Quantity.duration(readLimit).text)"
    let far = latencies.filter { $0.read.p50 > readLimit.milliseconds }
    guard let slowest = latencies.max(by: { $0.read.p50 < $1.read.p50 }) else {
      return .fail("Nobody reads a catalogue.", help: "let a service keep one for both peoples")
    }
    let time = Quantity.duration(.milliseconds(slowest.read.p50)).text
    guard !far.isEmpty else {
      return .pass(
        "Half of the reads take at most \(time), also in \(slowest.place).", measured: time,
        limit: limit)
    }
    return .fail(
      "In \(slowest.place) half of the reads take more than \(time): the copy that may be read is "
        + "far away.",
      help: "put a copy that is read into every part of the world, and let it be a little stale",
      misconception: "one-copy-for-all", measured: time, limit: limit,
      reached: 3 * (latencies.count - far.count) / latencies.count)
  }

  private static func nobody(_ measured: PlatformMeasurements) -> Ruling {
    let names = measured.keeping([.catalogue]).map(\.service.name)
    let personal = Reach(measured.design).copies.first { names.contains($0.store.name) }
    guard let personal else {
      return .pass("The catalogue is about goods alone, so it may be anywhere.")
    }
    return .fail(
      "\(personal.field) is in \(personal.store.name), which is copied around the world.",
      help: "leave personal data out of the catalogue; then no law cares where it is")
  }
}
