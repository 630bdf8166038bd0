import GeoModel

/// Reads an editing trace in the form in which traces are published: one JSON object.
///
/// `txns` is a list of objects with `patches`, each `[position, deleted, inserted]`; with several
/// writers also `agent` and `parents`, and beside `txns` the number `numAgents`. `endContent` is the
/// text in the end. Other keys are passed over.
struct TraceReader {
  private typealias Fault = JSONScanner.Fault

  private var agents = 1
  private var endContent: String?
  private var transactions: [EditingTrace.Transaction]?
  /// Where each transaction begins.
  private(set) var starts: [Int] = []
  private(set) var trace = EditingTrace(transactions: [], endContent: "")

  init(_ bytes: [UInt8]) throws(JSONScanner.Fault) {
    var scanner = JSONScanner(bytes)
    try scanner.readObject { (scanner, key) throws(Fault) in try self.read(key, &scanner) }
    try scanner.readEnd()
    guard let transactions else { throw scanner.fault("the key txns") }
    guard let endContent else { throw scanner.fault("the key endContent") }
    trace = EditingTrace(agents: agents, transactions: transactions, endContent: endContent)
  }

  private mutating func read(_ key: String, _ scanner: inout JSONScanner) throws(Fault) {
    switch key {
    case "startContent":
      let start = scanner.startOfValue()
      guard try scanner.readString().isEmpty else {
        throw Fault(byte: start, expectation: "an empty text to start from")
      }
    case "endContent": endContent = try scanner.readString()
    case "numAgents":
      let start = scanner.startOfValue()
      agents = try scanner.readNumber()
      guard (1...1000).contains(agents) else {
        throw Fault(byte: start, expectation: "1 to 1000 agents")
      }
    case "txns":
      var read: [EditingTrace.Transaction] = []
      try scanner.readArray { (scanner) throws(Fault) in
        starts.append(scanner.startOfValue())
        read.append(try Self.readTransaction(&scanner))
      }
      transactions = read
    default: try scanner.skipValue()
    }
  }

  private static func readTransaction(
    _ scanner: inout JSONScanner
  ) throws(Fault) -> EditingTrace.Transaction {
    var agent = 0
    var parents: [Int] = []
    var patches: [EditingTrace.Patch]?
    try scanner.readObject { (scanner, key) throws(Fault) in
      switch key {
      case "agent": agent = try scanner.readNumber()
      case "parents":
        try scanner.readArray { (scanner) throws(Fault) in
          parents.append(try scanner.readNumber())
        }
      case "patches":
        var read: [EditingTrace.Patch] = []
        try scanner.readArray { (scanner) throws(Fault) in read.append(try readPatch(&scanner)) }
        patches = read
      default: try scanner.skipValue()
      }
    }
    guard let patches else { throw scanner.fault("the key patches before this") }
    return EditingTrace.Transaction(agent: agent, parents: parents, patches: patches)
  }

  private static func readPatch(
    _ scanner: inout JSONScanner
  ) throws(Fault) -> EditingTrace.Patch {
    let start = scanner.startOfValue()
    var numbers: [Int] = []
    var text: String?
    try scanner.readArray { (scanner) throws(Fault) in
      if numbers.count < 2 {
        numbers.append(try scanner.readNumber())
      } else if text == nil {
        text = try scanner.readString()
      } else {
        throw scanner.fault("the end of the patch")
      }
    }
    guard let text else {
      throw Fault(byte: start, expectation: "a patch [position, deleted, inserted]")
    }
    return EditingTrace.Patch(numbers[0], numbers[1], text)
  }
}
