import GeoModel

/// A field of a design that a task asks for, and what kind of data it is.
///
/// The classes are facts of the law, not of the model: personal data are any information relating to
/// an identified or identifiable person (GDPR, article 4(1)).
struct TaskField: Sendable {
  let name: FieldName
  /// The first is the usual one; another one can be argued for as well.
  let classes: [DataClass]
  /// Why, as a sentence for who took it for something else.
  let because: String
  /// The name of the mistake that people make here.
  let misconception: String?

  init(
    _ name: String, _ classes: [DataClass], _ because: String, misconception: String? = nil
  ) {
    let parts = name.split(separator: ".").map(String.init)
    self.name = FieldName(entity: parts[0], field: parts[1])
    self.classes = classes
    self.because = because
    self.misconception = misconception
  }
}

extension Design {
  /// The design with every field of a task as what it is, whatever the file says of it.
  ///
  /// A class that can be argued for stays. What a learner overlooks is audited all the same.
  func classified(as fields: [TaskField]) -> Design {
    var design = self
    for field in fields where !field.classes.contains(dataClass(of: field.name)) {
      design.classify(field.name, as: field.classes[0])
    }
    return design
  }

  private mutating func classify(_ name: FieldName, as dataClass: DataClass) {
    guard let entity = entities.firstIndex(where: { $0.name == name.entity }),
      let field = entities[entity].fields.firstIndex(where: { $0.name == name.field })
    else { return }
    entities[entity].fields[field].dataClass = dataClass
  }

  /// The text of the design with the classes that these fields have in truth.
  func classified(_ text: String, as fields: [TaskField]) -> String {
    fields.reduce(text) { text, field in
      let given = dataClass(of: field.name)
      guard has(field.name), !field.classes.contains(given) else { return text }
      return text.replacing(
        "\(field.name.field): \(given.rawValue)",
        with: "\(field.name.field): \(field.classes[0].rawValue)")
    }
  }

  /// Whether there is such a field at all.
  func has(_ name: FieldName) -> Bool {
    entities.contains { entity in
      entity.name == name.entity && entity.fields.contains { $0.name == name.field }
    }
  }
}
