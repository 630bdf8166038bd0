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
    var reader = PatternReader(
      words: words, function: function, topology: chosen ?? topology, atlas: atlas)
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
