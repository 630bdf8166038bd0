import Content
import GeoModel

/// Small inputs that several tests share.
enum Samples {
  static let threeRegions = """
    name: Three regions
    source: made up
    local_ms: 1
    access_ms: 5
    regions:
      - {id: us-east, name: US East, city: Ashburn, latitude: 39.04, longitude: -77.49, country: US, jurisdiction: US}
      - {id: eu-west, name: EU West, city: Dublin, latitude: 53.35, longitude: -6.27, country: IE, jurisdiction: EEA}
      - {id: ap-southeast, name: AP Southeast, city: Singapore, latitude: 1.29, longitude: 103.85, country: SG, jurisdiction: Singapore}
    round_trips_ms:
      - [us-east, eu-west, 80, 90]
      - [us-east, ap-southeast, 220]
    round_trips_p90_ms:
      - [us-east, eu-west, 100]
    """

  static func atlas() throws -> Atlas {
    let file = try TopologyFile.parse(threeRegions, file: "module.yaml")
    let named = file.topologies.map { ("module\($0.suffix)", $0.topology) }
    return Atlas(topologies: Dictionary(uniqueKeysWithValues: named))
  }

  static func topology() throws -> Topology {
    try atlas().topology(named: "module")
  }

  /// A lesson with one step that has the given body, which begins in line 1 of the result of
  /// ``diagnostics(ofBody:)``.
  static func lesson(body: String) -> String {
    "---\nminutes: 25\n---\n\n# Title\n\n## Step\n\n\(body)"
  }

  /// Lines, columns and messages of the mistakes in a body, its first line counted as 1.
  static func diagnostics(ofBody body: String) throws -> [String] {
    diagnostics(of: lesson(body: body), atlas: try atlas(), linesAbove: 8)
  }

  /// Lines, columns and messages of the mistakes in a lesson.
  static func diagnostics(of text: String, atlas: Atlas, linesAbove: Int = 0) -> [String] {
    do throws(Diagnostics) {
      _ = try Lesson(parsing: text, file: "lessons/02-x.md", atlas: atlas).steps()
      return []
    } catch {
      return error.all.map { "\($0.line - linesAbove):\($0.column): \($0.message)" }
    }
  }

  /// The blocks of a body.
  static func blocks(_ body: String) throws -> [Block] {
    try Lesson(parsing: lesson(body: body), file: "lessons/02-x.md", atlas: atlas())
      .step(at: 0).blocks
  }

  /// The directive that a body of YAML makes; the body begins in line 11.
  static func directive(_ body: String) -> Directive {
    Directive(kind: "scene", name: "quorum-write", body: body, file: "lessons/02-x.md", line: 10)
  }

  /// What reading the arguments of a body throws, without the file.
  static func mistake(
    in body: String, _ read: (inout Arguments) throws(Diagnostic) -> Void
  ) -> String? {
    do throws(Diagnostic) {
      var arguments = try Arguments(directive(body))
      try read(&arguments)
      try arguments.finish()
      return nil
    } catch {
      return String(error.description.dropFirst("lessons/02-x.md:".count))
    }
  }
}
