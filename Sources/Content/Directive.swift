/// A fenced block of a lesson that is more than text: what to show or to ask, in YAML.
package struct Directive: Equatable, Sendable {
  /// What the first word of a fence may be.
  package enum Kind: String, CaseIterable, Sendable {
    case scene, exercise, erratum

    /// How the fence is written.
    var usage: String { self == .erratum ? "```erratum" : "```\(rawValue) NAME" }
  }

  /// `scene`, `exercise` or `erratum`.
  package var kind: String
  /// Which scene or exercise: `quorum-write`; empty where the kind says all.
  package var name: String
  /// The lines between the fences.
  package var body: String
  package var file: String
  /// The line of the opening fence; the body begins one below.
  package var line: Int

  package init(kind: String, name: String, body: String, file: String, line: Int) {
    self.kind = kind
    self.name = name
    self.body = body
    self.file = file
    self.line = line
  }
}
