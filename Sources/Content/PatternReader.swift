import GeoModel

/// Lays words over the pattern of a function.
struct PatternReader {
  private var words: [String]
  private let function: ModelFunction
  private let topology: Topology
  private let atlas: Atlas
  /// What the next history is about.
  private var type = CRDTType.counter

  /// More voters than any picture shows are a mistake.
  private static let mostVoters = 99
  /// Around the Earth.
  private static let mostKilometres = 40_000
  private static let most = 1_000_000

  init(words: [String], function: ModelFunction, topology: Topology, atlas: Atlas) {
    self.words = words
    self.function = function
    self.topology = topology
    self.atlas = atlas
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
    case "STRATEGY": operands.strategies.append(try named("strategy"))
    case "GOAL": operands.goals.append(try named("survival goal"))
    case "PATTERN": operands.patterns.append(try named("pattern"))
    case "TEXT": operands.texts.append(try nextWord())
    case "TYPE": type = try named("type")
    case "HISTORY": operands.scripts.append(try history())
    case "ENGINE": operands.engines.append(try named("engine"))
    case "TRANSFORM": operands.transforms.append(try transform())
    case "DESIGN": operands.designs.append(try design())
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

  private mutating func transform() throws(ExpressionError) -> Flow.Transform {
    switch try nextWord() {
    case "none": return .none
    case "pseudonymise": return .pseudonymise
    case "aggregate": return .aggregate(try number(" people", Self.most))
    case let word:
      let remedy = suggestion(for: word, in: ["none", "pseudonymise", "aggregate"])
      throw ExpressionError(message: "no transform is called '\(word)'; \(remedy)")
    }
  }

  private mutating func design() throws(ExpressionError) -> Design {
    let name = try nextWord()
    let text: String
    do throws(AtlasError) {
      text = try atlas.designText(named: name)
    } catch {
      throw ExpressionError(message: error.description)
    }
    do throws(Diagnostics) {
      return try DesignFile.parse(text, file: "\(Atlas.designFolder)\(name).yaml", atlas: atlas)
    } catch {
      throw ExpressionError(message: "the design has a mistake: \(error.all[0])")
    }
  }

  /// The case of an enumeration by its raw value.
  private mutating func named<T: RawRepresentable & CaseIterable>(
    _ kind: String
  ) throws(ExpressionError) -> T where T.RawValue == String {
    let word = try nextWord()
    guard let value = T(rawValue: word) else {
      let remedy = suggestion(for: word, in: T.allCases.map(\.rawValue))
      throw ExpressionError(message: "no \(kind) is called '\(word)'; \(remedy)")
    }
    return value
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
