import Content
import GeoModel

/// Reads a script of operations on replicas: one JSON object a line, the first of which names the
/// type and the replicas. Blank lines are passed over.
struct CRDTScriptReader {
  private typealias Fault = ScriptLine.Fault

  private static let head = #"{"type": "pn-counter", "replicas": ["A", "B"]}"#
  private static let counts = 1...CRDTScript.greatest
  private static let places = 0...CRDTScript.greatest
  private static let times = -CRDTScript.greatest...CRDTScript.greatest

  private let file: String
  private let type: CRDTType
  private let replicas: [ReplicaID]

  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark; lines end with LF or CR LF.
  ///   - file: as the learner named it.
  static func script(in bytes: [UInt8], file: String) throws(Diagnostic) -> CRDTScript {
    let lines = lines(of: bytes)
    guard let first = lines.first else {
      throw Diagnostic(
        file: file, line: 1, message: "the script is empty; its first line must be such as \(head)")
    }
    let reader = try placing(first, file) { (line) throws(Fault) in
      try CRDTScriptReader(file: file, line)
    }
    var steps: [CRDTScript.Step] = []
    for line in lines.dropFirst() {
      let deed = try placing(line, file) { (line) throws(Fault) in try reader.deed(line) }
      steps.append(CRDTScript.Step(line: line.number, deed))
    }
    return CRDTScript(type: reader.type, replicas: reader.replicas, steps: steps)
  }
}

// MARK: - Lines

extension CRDTScriptReader {
  private typealias Line = (number: Int, bytes: ArraySlice<UInt8>)

  /// The lines that hold something.
  private static func lines(of bytes: [UInt8]) -> [Line] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
      .filter { $0.1.contains { byte in ![0x20, 0x09, 0x0D].contains(byte) } }
  }

  /// What a line reads as, or its mistake with its place in the file.
  private static func placing<Result>(
    _ line: Line, _ file: String, _ read: (ScriptLine) throws(Fault) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(Fault) {
      return try read(try ScriptLine(Array(line.bytes)))
    } catch {
      let before = String(decoding: line.bytes.prefix(error.byte), as: UTF8.self)
      throw Diagnostic(
        file: file, line: line.number, column: before.count + 1, message: error.message)
    }
  }
}

// MARK: - What a line says

extension CRDTScriptReader {
  private init(file: String, _ line: ScriptLine) throws(Fault) {
    let types = CRDTType.sound.map(\.rawValue)
    guard line.has("type") else {
      throw line.fault("'type' is missing; the first line must be such as \(Self.head)")
    }
    let name = try line.text("type", alternatives(types))
    guard let type = CRDTType.sound.first(where: { $0.rawValue == name }) else {
      throw line.fault(
        at: "type", "no type is called '\(name)'; \(suggestion(for: name, in: types))")
    }
    self.file = file
    self.type = type
    replicas = try Self.replicas(line)
    try line.requireOnly(["type", "replicas"], of: "the first line")
  }

  private static func replicas(_ line: ScriptLine) throws(Fault) -> [ReplicaID] {
    let names = try line.texts("replicas", such: #"["A", "B"]"#).map { ReplicaID($0) }
    guard !names.isEmpty, !names.contains("") else {
      throw line.fault(at: "replicas", "replicas must hold at least one name, and no empty one")
    }
    var known: Set<ReplicaID> = []
    for name in names where !known.insert(name).inserted {
      throw line.fault(at: "replicas", "'\(name)' is there twice; each replica has its own name")
    }
    return names
  }

  private func deed(_ line: ScriptLine) throws(Fault) -> CRDTScript.Deed {
    let words = type.verbs.map(\.rawValue) + ["merge", "snapshot"]
    let word = try line.text("op", alternatives(words))
    if word == "merge" { return try merge(line) }
    if word == "snapshot" { return try snapshot(line) }
    guard let verb = type.verbs.first(where: { $0.rawValue == word }) else {
      throw line.fault(at: "op", type.unknown(word))
    }
    try line.requireOnly(["at", "op"] + Self.fields(of: verb), of: "the operation \(verb)")
    return .update(try operation(verb, line), at: try name("at", line))
  }

  private func merge(_ line: ScriptLine) throws(Fault) -> CRDTScript.Deed {
    try line.requireOnly(["op", "from", "into"], of: "the operation merge")
    let source = try line.text("from", "the name of a replica or a snapshot")
    return .merge(from: ReplicaID(source), into: try name("into", line))
  }

  private func snapshot(_ line: ScriptLine) throws(Fault) -> CRDTScript.Deed {
    try line.requireOnly(["op", "at", "as"], of: "the operation snapshot")
    let name = try line.text("as", "a name for the snapshot")
    return .snapshot(of: try self.name("at", line), named: ReplicaID(name))
  }

  /// A replica, by its name.
  private func name(_ field: String, _ line: ScriptLine) throws(Fault) -> ReplicaID {
    ReplicaID(try line.text(field, "the name of a replica"))
  }

  private static func fields(of verb: CRDTOperation.Verb) -> [String] {
    switch verb {
    case .increment, .decrement: ["by"]
    case .add, .remove: ["value"]
    case .set: ["value", "time"]
    case .insert: ["index", "text"]
    case .delete: ["index", "count"]
    }
  }

  private func operation(
    _ verb: CRDTOperation.Verb, _ line: ScriptLine
  ) throws(Fault) -> CRDTOperation {
    switch verb {
    case .increment: .increment(by: try amount(line))
    case .decrement: .decrement(by: try amount(line))
    case .add: .add(try line.text("value", "a text"))
    case .remove: .remove(try line.text("value", "a text"))
    case .set: .set(try line.text("value", "a text"), time: try time(line))
    case .insert:
      .insert(at: try line.number("index", in: Self.places), try line.text("text", "a text"))
    case .delete:
      .delete(
        at: try line.number("index", in: Self.places),
        count: try line.number("count", in: Self.places))
    }
  }

  private func amount(_ line: ScriptLine) throws(Fault) -> Int {
    line.has("by") ? try line.number("by", in: Self.counts) : 1
  }

  private func time(_ line: ScriptLine) throws(Fault) -> Int? {
    guard type.comparesTimes || line.has("time") else { return nil }
    return try line.number("time", in: Self.times)
  }
}
