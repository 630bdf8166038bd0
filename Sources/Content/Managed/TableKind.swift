import GeoModel

/// The localities of a table as authors and command lines name them.
package enum TableKind: String, CaseIterable, Sendable {
  case byTable = "by-table"
  case byRow = "by-row"
  case global

  /// - Parameter home: where a regional table, or the row that is meant, lives.
  package func locality(home: RegionID) -> TableLocality {
    switch self {
    case .byTable: .regionalByTable(in: home)
    case .byRow: .regionalByRow(home: home)
    case .global: .global
    }
  }

  /// As SQL has it.
  package var statement: String {
    switch self {
    case .byTable: "REGIONAL BY TABLE"
    case .byRow: "REGIONAL BY ROW"
    case .global: "GLOBAL"
    }
  }
}
