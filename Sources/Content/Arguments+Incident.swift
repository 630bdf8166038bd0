import GeoModel

extension Arguments {
  /// What goes wrong: entries such as `40 s crash us-east`; nothing where it is not given or
  /// `none`.
  package mutating func incident(in topology: Topology) throws(Diagnostic) -> [RegionFault] {
    guard let entries = try items("incident"), entries.map(\.text) != ["none"] else { return [] }
    var faults: [RegionFault] = []
    for entry in entries {
      do throws(FaultError) {
        faults.append(try FaultReader(entry.text, in: topology).fault())
      } catch {
        throw failure(at: entry, error.message)
      }
    }
    return faults
  }
}

private struct FaultError: Error {
  let message: String
}

/// Reads `40 s crash us-east`.
private struct FaultReader {
  private enum Verb: String, CaseIterable {
    case crash, recover, pause, resume, isolate, rejoin, cut, heal, slow, skew, drift
  }

  private let text: String
  private let topology: Topology
  private let words: [String]

  init(_ text: String, in topology: Topology) {
    self.text = text
    self.topology = topology
    words = text.split(separator: " ").map(String.init)
  }

  func fault() throws(FaultError) -> RegionFault {
    guard let first = words.first, first.first?.isNumber == true else { throw malformed }
    // The unit may be a word of its own.
    let isDivided = first.last?.isNumber == true
    let count = isDivided ? 2 : 1
    let written = words.prefix(count).joined(separator: " ")
    guard let time = Duration(authored: written) else {
      throw FaultError(
        message: "the time is \(written); it must be a time such as 40 ms, 1.5 s or 2 min")
    }
    guard words.count > count else { throw malformed }
    guard let verb = Verb(rawValue: words[count]) else {
      let remedy = suggestion(for: words[count], in: Verb.allCases.map(\.rawValue))
      throw FaultError(message: "nothing is called '\(words[count])'; \(remedy)")
    }
    return RegionFault(try change(verb, Array(words.dropFirst(count + 1))), at: time)
  }

  private var malformed: FaultError {
    FaultError(message: "'\(text)' is no fault; it must be written such as 40 s crash us-east")
  }

  private func change(
    _ verb: Verb, _ rest: [String]
  ) throws(FaultError) -> RegionFault.Change {
    switch verb {
    case .crash: .crash(try only(rest, verb))
    case .recover: .recover(try only(rest, verb))
    case .pause: .pause(try only(rest, verb))
    case .resume: .resume(try only(rest, verb))
    case .isolate: .isolate(try only(rest, verb))
    case .rejoin: .rejoin(try only(rest, verb))
    case .cut:
      .cut(from: try region(rest, 0, of: 2, verb), to: try region(rest, 1, of: 2, verb))
    case .heal:
      .heal(from: try region(rest, 0, of: 2, verb), to: try region(rest, 1, of: 2, verb))
    case .slow: try slow(rest)
    case .skew: try skew(rest)
    case .drift: try drift(rest)
    }
  }

  private func only(_ rest: [String], _ verb: Verb) throws(FaultError) -> RegionID {
    try region(rest, 0, of: 1, verb)
  }

  private func region(
    _ rest: [String], _ index: Int, of count: Int, _ verb: Verb
  ) throws(FaultError) -> RegionID {
    guard rest.count == count else {
      let form = count == 1 ? "40 s \(verb) REGION" : "40 s \(verb) FROM TO"
      throw FaultError(message: "'\(text)' must be written \(form)")
    }
    return try region(rest[index])
  }

  private func region(_ name: String) throws(FaultError) -> RegionID {
    do throws(AtlasError) {
      return try topology.regionID(named: name)
    } catch {
      throw FaultError(message: error.description)
    }
  }

  private func slow(_ rest: [String]) throws(FaultError) -> RegionFault.Change {
    guard rest.count == 3, let factor = Double(rest[2]), (0.1...1000).contains(factor) else {
      throw FaultError(
        message: "'\(text)' must be written 40 s slow FROM TO 5, with 0.1 to 1000 times")
    }
    return .slow(from: try region(rest[0]), to: try region(rest[1]), factor: factor)
  }

  private func skew(_ rest: [String]) throws(FaultError) -> RegionFault.Change {
    let written = rest.dropFirst().joined(separator: " ")
    let isBack = written.hasPrefix("-")
    guard rest.count > 1,
      let offset = Duration(authored: isBack ? String(written.dropFirst()) : written)
    else { throw FaultError(message: "'\(text)' must be written 40 s skew REGION 2 s, or -2 s") }
    return .skewClock(try region(rest[0]), by: isBack ? .zero - offset : offset)
  }

  private func drift(_ rest: [String]) throws(FaultError) -> RegionFault.Change {
    guard rest.count == 2, let rate = Int(rest[1]), (-100_000...100_000).contains(rate) else {
      throw FaultError(
        message:
          "'\(text)' must be written 40 s drift REGION 200, in parts in a million")
    }
    return .driftClock(try region(rest[0]), partsPerMillion: rate)
  }
}
