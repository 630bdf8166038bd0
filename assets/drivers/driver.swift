// Puts what geolearn asks to the learner's type, and tells what came of it; it judges nothing.
// Compiled together with PNCounter.swift, as main.swift. Asked on descriptor 3, answers on
// descriptor 4: docs/line-protocol.md.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

private func shown(_ value: Int) -> String { "value \(value)" }

private func shown<Value>(_ value: Value) -> String {
  let text = "\(value), of type \(Value.self)".prefix(200)
  return "other " + String(text.map { $0.isNewline ? " " : $0 })
}

private func shown<Value: FixedWidthInteger>(_ value: Value) -> String {
  Int(exactly: value).map { "value \($0)" } ?? "other a number beyond 64 bits"
}

private func decoded(_ node: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = node.utf8[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func thrown(_ text: String) -> String { "threw \(text)" }

private struct Conversation {
  var counters: [Int: PNCounter] = [:]

  mutating func answer(_ request: [Substring]) -> String {
    guard let number = Int(request[1]) else { return thrown("no counter of that number") }
    if request[0] == "new" {
      counters[number] = PNCounter()
      return "ok"
    }
    guard counters[number] != nil else { return thrown("no counter of that number") }
    return answer(request, number)
  }

  private mutating func answer(_ request: [Substring], _ number: Int) -> String {
    switch request[0] {
    case "value":
      return shown(counters[number]!.value())
    case "merge":
      guard let from = Int(request[2]), let other = counters[from] else {
        return thrown("no counter of that number")
      }
      _ = counters[number]!.merge(other)
    case "inc":
      let node = decoded(request[3])
      for _ in 0..<(Int(request[2]) ?? 0) { _ = counters[number]!.increment(node) }
    default:
      let node = decoded(request[3])
      for _ in 0..<(Int(request[2]) ?? 0) { _ = counters[number]!.decrement(node) }
    }
    return "ok"
  }
}

private func send(_ answers: String) {
  var bytes = Array(answers.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(4, $0.baseAddress, $0.count) }
    guard count > 0 else { exit(0) }
    bytes = bytes.dropFirst(count)
  }
}

private func converse() {
  var conversation = Conversation()
  var token: Substring?
  var rest: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65536)
  while case let count = read(3, &chunk, chunk.count), count > 0 {
    rest += chunk[..<count]
    guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
    let lines = String(decoding: rest[..<end], as: UTF8.self)
    rest = Array(rest[(end + 1)...])
    var answers = ""
    for line in lines.split(separator: "\n") {
      let request = line.split(separator: " ", omittingEmptySubsequences: false)
      if let token {
        answers += "\(token) \(conversation.answer(request))\n"
      } else {
        token = request[1]
        answers += "\(request[1]) reading\n\(request[1]) ready\n"
      }
    }
    send(answers)
  }
}

converse()
_exit(0)
