import GeoModel

/// A number that prose or an exercise asks the model for: `commit us-east of us-east, eu-west`.
package struct ModelExpression: Equatable, Sendable {
  package let function: ModelFunction
  private let operands: Operands
  /// The topology that the author chose by `in NAME`.
  private let chosen: Topology?

  /// Reads what stands between the braces.
  ///
  /// - Parameters:
  ///   - text: such as `floor us-east to eu-west`, perhaps with `in NAME` at its end.
  ///   - topology: where the regions are looked up when no name is given.
  ///   - atlas: where that name is looked up.
  /// - Throws: when the text has no place in the patterns, or the model has no value for it.
  package init(
    parsing text: String, topology: Topology, atlas: Atlas = Atlas(topologies: [:])
  ) throws(ExpressionError) {
    var words = text.split { $0.isWhitespace }.map(String.init)
    chosen = try Self.takeTopology(from: &words, atlas: atlas)
    function = try Self.function(named: words.first ?? "")
    var reader = PatternReader(words: words, function: function, topology: chosen ?? topology)
    operands = try reader.operands()
    _ = try function.value(of: operands, in: chosen ?? topology)
  }

  /// The value in the topology that the expression was read for, or in the one that it names.
  package func value(in topology: Topology) -> Quantity {
    do throws(ExpressionError) {
      return try function.value(of: operands, in: chosen ?? topology)
    } catch {
      preconditionFailure("the expression was read for another topology: \(error.message)")
    }
  }

  /// Removes `in NAME` from the end.
  private static func takeTopology(
    from words: inout [String], atlas: Atlas
  ) throws(ExpressionError) -> Topology? {
    guard words.count > 2, words[words.count - 2] == "in" else { return nil }
    let name = words[words.count - 1]
    words.removeLast(2)
    do throws(AtlasError) {
      return try atlas.topology(named: name)
    } catch {
      throw ExpressionError(message: error.description)
    }
  }

  private static func function(named name: String) throws(ExpressionError) -> ModelFunction {
    if let function = ModelFunction.allCases.first(where: { $0.name == name }) { return function }
    let names = ModelFunction.allCases.map(\.name)
    let remedy = suggestion(for: name, in: names)
    throw ExpressionError(message: "no number is called '\(name)'; \(remedy)")
  }
}

/// Why a text is not a number of the model.
package struct ExpressionError: Error, Equatable, Sendable, CustomStringConvertible {
  package let message: String

  package var description: String { message }
}

/// Lays words over the pattern of a function.
private struct PatternReader {
  var words: [String]
  let function: ModelFunction
  let topology: Topology

  /// More voters than any picture shows are a mistake.
  private static let mostVoters = 99
  /// Around the Earth.
  private static let mostKilometres = 40_000

  mutating func operands() throws(ExpressionError) -> Operands {
    var operands = Operands()
    for part in function.rawValue.split(separator: " ") {
      switch part {
      case "REGION": operands.regions.append(try region(try nextWord()))
      case "REGIONS": operands.voters = try remainingRegions()
      case "NUMBER": operands.number = try number(try nextWord(), "voters", Self.mostVoters)
      case "KILOMETRES":
        operands.number = try number(try nextWord(), "kilometres", Self.mostKilometres)
      default: guard try nextWord() == part else { throw misshapen }
      }
    }
    guard words.isEmpty else { throw misshapen }
    return operands
  }

  private var misshapen: ExpressionError {
    ExpressionError(message: "this number is written {\(function.rawValue)}")
  }

  private mutating func nextWord() throws(ExpressionError) -> String {
    guard !words.isEmpty else { throw misshapen }
    return words.removeFirst()
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

  private func number(
    _ word: String, _ unit: String, _ most: Int
  ) throws(ExpressionError) -> Int {
    guard let number = Int(word), (1...most).contains(number) else {
      throw ExpressionError(message: "\(word) \(unit); there must be 1 to \(most)")
    }
    return number
  }
}
