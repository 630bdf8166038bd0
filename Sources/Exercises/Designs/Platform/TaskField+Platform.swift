import GeoModel

extension TaskField {
  /// The fields of the shop of task 4.
  static let platform =
    ["name", "email", "phone", "address"].map {
      TaskField("user.\($0)", [.personal], "It reaches one person.")
    }
    + ["reference", "item", "recipient", "address", "phone", "email", "total"].map {
      TaskField("order.\($0)", [.personal], "It says what one person bought.")
    }
    + ["card", "amount"].map {
      TaskField("payment.\($0)", [.payment], "It says what one person paid.")
    }

  /// What somebody must know who packs a parcel and writes the label.
  static let parcel = ["recipient", "address", "item"].map {
    FieldName(entity: "order", field: $0)
  }

  /// What he may know beside that: whom the courier calls, and what everybody else calls the order.
  static let parcelExtras = ["phone", "reference"].map { FieldName(entity: "order", field: $0) }
}
