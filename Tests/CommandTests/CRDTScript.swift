import Foundation
import Testing
import geolearn

/// A script in a few words: `A+3`, `A add x`, `A as s`, `s into B`; with `all`, every replica
/// merges every other one, twice.
struct Script {
  let text: String

  init(_ type: String, _ history: [String], replicas: [String] = ["A", "B", "C"]) {
    let names = replicas.map { "\"\($0)\"" }.joined(separator: ",")
    let head = #"{"type":"\#(type)","replicas":[\#(names)]}"#
    let lines = history.flatMap { $0 == "all" ? Self.all(replicas) : [Self.line($0)] }
    text = ([head] + lines).joined(separator: "\n")
  }

  private static func all(_ replicas: [String]) -> [String] {
    let pairs = replicas.flatMap { from in replicas.filter { $0 != from }.map { (from, $0) } }
    return (replicas.count > 2 ? pairs + pairs : pairs).map { line("\($0) into \($1)") }
  }

  private static func line(_ entry: String) -> String {
    if let sign = entry.firstIndex(where: { "+-".contains($0) }), !entry.contains(" ") {
      let verb = entry[sign] == "+" ? "increment" : "decrement"
      let amount = entry[entry.index(after: sign)...]
      return #"{"at":"\#(entry[..<sign])","op":"\#(verb)","by":\#(amount)}"#
    }
    let words = entry.split(separator: " ", maxSplits: 3).map(String.init)
    let rest = words.dropFirst(2).joined(separator: " ").replacing("\u{1B}", with: #"\u001b"#)
    let start = #"{"at":"\#(words[0])","op":"#
    switch words[1] {
    case "into": return #"{"op":"merge","from":"\#(words[0])","into":"\#(words[2])"}"#
    case "as": return start + #""snapshot","as":"\#(words[2])"}"#
    case "ins": return start + #""insert","index":\#(words[2]),"text":"\#(words[3])"}"#
    case "del": return start + #""delete","index":\#(words[2]),"count":\#(words[3])}"#
    case "set" where words.count > 3:
      return start + #""set","value":"\#(words[2])","time":\#(words[3])}"#
    default: return start + #""\#(words[1])","value":"\#(rest)"}"#
    }
  }
}

/// What `calc crdt` says to a script that it is given by the standard input.
func replay(_ text: String, _ options: String = "") throws -> CommandOutput {
  try replay(bytes: Array(text.utf8), options)
}

func replay(bytes: [UInt8], _ options: String = "") throws -> CommandOutput {
  let invocation = Invocation(
    environment: ["TERM": "xterm-256color"], folder: "/", standardInput: { Data(bytes) })
  return Geolearn.output(of: ["calc", "crdt", "-"] + words(options), invocation)
}

/// The answer for programs, read again.
struct Answer {
  let hasConverged: Bool
  private let replicas: [String: Any]

  init(_ text: String) throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    hasConverged = try #require(object["converged"] as? Bool)
    replicas = try #require(object["replicas"] as? [String: Any])
  }

  /// In one line, with sorted keys.
  func value(of replica: String) throws -> String { try member("value", of: replica) }
  func state(of replica: String) throws -> String { try member("state", of: replica) }

  private func member(_ key: String, of replica: String) throws -> String {
    let replica = try #require(replicas[replica] as? [String: Any])
    let data = try JSONSerialization.data(
      withJSONObject: try #require(replica[key]), options: [.sortedKeys, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self)
  }
}
