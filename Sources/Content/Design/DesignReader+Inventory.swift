import GeoModel
import Yams

extension DesignReader {
  /// `{method: escrow, rights: {stock-india: 70 %, stock-eu: 30 %}}`, or `{method: consensus, at:
  /// stock}`.
  func inventory(_ arguments: inout Arguments) throws(Diagnostic) -> Inventory? {
    guard let node = arguments.node("inventory") else { return nil }
    guard let mapping = node.mapping else {
      throw arguments.failure(
        "inventory", "inventory is written {method: consensus, at: stock}")
    }
    var entry = try Arguments(mapping, YAMLReader(file: arguments.file, linesAbove: 0))
    let method: Inventory.Method = try entry.choice("method")
    var inventory = Inventory(method, services: [])
    if method == .escrow {
      try readRights(into: &inventory, &entry)
    } else {
      inventory.services = [try keeper("at", &entry)]
    }
    inventory.rebalance = try span(
      "rebalance", .milliseconds(100) ... .seconds(600), default: inventory.rebalance, &entry)
    if try entry.value("compensation") != nil {
      inventory.compensation = try entry.decimal("compensation", in: 0...100)
    }
    try entry.finish()
    return inventory
  }

  private func keeper(_ key: String, _ arguments: inout Arguments) throws(Diagnostic) -> String {
    guard let item = try arguments.optionalItem(key) else {
      throw arguments.missing(key, "it must be the service that keeps the stock")
    }
    return try services.known(item, arguments)
  }

  private func readRights(
    into inventory: inout Inventory, _ arguments: inout Arguments
  ) throws(Diagnostic) {
    let form = "{stock-india: 70 %, stock-eu: 30 %}"
    guard let node = arguments.node("rights") else {
      throw arguments.missing("rights", "it must be shares of the units such as \(form)")
    }
    guard let mapping = node.mapping, (1...5).contains(mapping.count) else {
      throw arguments.failure("rights", "rights must be shares of the units such as \(form)")
    }
    let names = mapping.keys.compactMap(\.scalar?.string)
    var shares = try Arguments(mapping, YAMLReader(file: arguments.file, linesAbove: 0))
    for name in names {
      let place = shares.location(of: name)
      let item = Arguments.Item(text: name, line: place.line, column: place.column)
      inventory.services.append(try services.known(item, shares))
      guard let share = Share(authored: try shares.string(name)) else {
        throw shares.failure(name, "this is no share of the units; \(Share.expectation)")
      }
      inventory.rights.append(share.value)
    }
  }
}
