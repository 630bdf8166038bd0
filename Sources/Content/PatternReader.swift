import GeoModel

/// Lays words over the pattern of a function.
struct PatternReader {
  private var words: [String]
  private let function: ModelFunction
  private let topology: Topology
  /// What the next history is about.
  private var type = CRDTType.counter

  /// More voters than any picture shows are a mistake.
  private static let mostVoters = 99
  /// Around the Earth.
  private static let mostKilometres = 40_000
  private static let most = 1_000_000

  init(words: [String], function: ModelFunction, topology: Topology) {
    self.words = words
    self.function = function
    self.topology = topology
  }

  mutating func operands() throws(ExpressionError) -> Operands {
    var operands = Operands()
    for part in function.rawValue.split(separator: " ") {
      try read(part, into: &operands)
    }
    guard words.isEmpty else { throw misshapen }
    return operands
  }

  private mutating func read(
    _ part: Substring, into operands: inout Operands
  ) throws(ExpressionError) {
    switch part {
    case "REGION": operands.regions.append(try region(try nextWord()))
    case "REGIONS": operands.voters = try remainingRegions()
    case "VOTERS": operands.counts.append(try number(" voters", Self.mostVoters))
    case "KILOMETRES": operands.counts.append(try number(" kilometres", Self.mostKilometres))
    case "COUNT": operands.counts.append(try number("", Self.most))
    case "TIME": operands.times.append(try time())
    case "SHARE": operands.shares.append(try share())
    case "SHARES":
      repeat { operands.shares.append(try share()) } while !words.isEmpty
    case "STRATEGY": operands.strategies.append(try strategy())
    case "PATTERN": operands.patterns.append(try designPattern())
    case "TEXT": operands.texts.append(try nextWord())
    case "TYPE": type = try crdtType()
    case "HISTORY": operands.scripts.append(try history())
    default: guard try nextWord() == part else { throw misshapen }
    }
  }

  private var misshapen: ExpressionError {
    ExpressionError(message: "this number is written {\(function.rawValue)}")
  }

  private mutating func nextWord() throws(ExpressionError) -> String {
    guard !words.isEmpty else { throw misshapen }
    return words.removeFirst()
  }

  /// A number with its unit, which may stand apart: `30s`, `30 s`.
  private mutating func measure<Value>(
    _ read: (String) -> Value?, _ expectation: String
  ) throws(ExpressionError) -> Value {
    let word = try nextWord()
    if let value = read(word) { return value }
    if let unit = words.first, let value = read("\(word) \(unit)") {
      words.removeFirst()
      return value
    }
    throw ExpressionError(message: "'\(word)' is not read here; \(expectation)")
  }

  private mutating func time() throws(ExpressionError) -> Duration {
    try measure(
      { Duration(authored: $0).flatMap { $0 > .zero ? $0 : nil } },
      "it must be a time such as 30 s or 2 min")
  }

  private mutating func share() throws(ExpressionError) -> Double {
    try measure({ Share(authored: $0)?.value }, Share.expectation)
  }

  private mutating func strategy() throws(ExpressionError) -> RecoveryStrategy {
    let word = try nextWord()
    guard let strategy = RecoveryStrategy(rawValue: word) else {
      let remedy = suggestion(for: word, in: RecoveryStrategy.allCases.map(\.rawValue))
      throw ExpressionError(message: "no strategy is called '\(word)'; \(remedy)")
    }
    return strategy
  }

  private mutating func designPattern() throws(ExpressionError) -> DesignPattern {
    let word = try nextWord()
    guard let pattern = DesignPattern(rawValue: word) else {
      let remedy = suggestion(for: word, in: DesignPattern.allCases.map(\.rawValue))
      throw ExpressionError(message: "no pattern is called '\(word)'; \(remedy)")
    }
    return pattern
  }

  private mutating func crdtType() throws(ExpressionError) -> CRDTType {
    let word = try nextWord()
    guard let type = CRDTType(rawValue: word) else {
      let remedy = suggestion(for: word, in: CRDTType.allCases.map(\.rawValue))
      throw ExpressionError(message: "no type is called '\(word)'; \(remedy)")
    }
    return type
  }

  private mutating func history() throws(ExpressionError) -> CRDTScript {
    guard !words.isEmpty else { throw misshapen }
    let text = words.joined(separator: " ")
    words = []
    return try HistoryReader(text, of: type).script()
  }

  private mutating func remainingRegions() throws(ExpressionError) -> [RegionID] {
    let text = words.joined(separator: " ")
    words = []
    var regions: [RegionID] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      regions.append(try region(name.trimmed))
    }
    return regions
  }

  private func region(_ name: String) throws(ExpressionError) -> RegionID {
    do throws(AtlasError) {
      return try topology.regionID(named: name)
    } catch {
      throw ExpressionError(message: error.description)
    }
  }

  private mutating func number(
    _ unit: String, _ most: Int
  ) throws(ExpressionError) -> Int {
    let word = try nextWord()
    guard let number = Int(word), (1...most).contains(number) else {
      throw ExpressionError(message: "\(word)\(unit); there must be 1 to \(most)")
    }
    return number
  }
}
