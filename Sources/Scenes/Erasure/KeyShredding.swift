import Content
import Drawing
import GeoCrypto
import GeoModel

/// Keys, what they seal, and which copies still open while a key is destroyed step by step.
///
/// Every verdict in the picture is an attempt to decrypt that has been made. Arguments: `scope`:
/// whether each subject has a key of its own; `key-backup`: whether the keys were copied to a backup,
/// and whether the erasure reaches it; `plain`: a store that keeps plain text, or none.
struct KeyShredding: Scene {
  private enum Backup: String, CaseIterable { case none, forgotten, erased }

  /// Something that is done, a second after the one before.
  struct Phase: Sendable {
    let sentence: String
    let trial: ShreddingTrial
  }

  let subject = "ana"
  let scope: EncryptionKey.Scope
  let hasBackup: Bool
  private(set) var phases: [Phase]

  private static let others = ["ben", "chi"]
  private static let sealedPlaces = ["replica", "log", "backup"]
  private static let seed: UInt64 = 8

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    scope = try arguments.choice("scope", default: .subject)
    let backup: Backup = try arguments.choice("key-backup", default: Backup.none)
    let plain = try arguments.optionalString("plain") ?? "none"
    try arguments.finish()
    hasBackup = backup != .none
    let places =
      Self.sealedPlaces.map { ShreddingTrial.Place($0) }
      + (plain == "none" ? [] : [ShreddingTrial.Place(plain, isSealed: false)])
    let trial = ShreddingTrial(
      subjects: [subject] + Self.others, places: places, scope: scope,
      backsUpKeys: hasBackup, seed: Self.seed)
    phases = [Phase(sentence: Self.opening(scope), trial: trial)]
    add(
      [.destroyKey],
      scope == .subject
        ? "The wrapped key of \(subject) is destroyed. A service still has it in memory."
        : "The key is destroyed to erase \(subject). A service still has it in memory.")
    add([.flushCaches], "The services forget the keys that they had unwrapped.")
    if backup == .erased { add([.destroyKeyBackup], "The key is removed from the backup of keys.") }
    phases.append(Phase(sentence: conclusion, trial: end))
  }

  private static func opening(_ scope: EncryptionKey.Scope) -> String {
    switch scope {
    case .subject: "Each subject has a key of its own; the region's key wraps all of them."
    case .region: "One key seals everybody's data; the region's key wraps it."
    }
  }

  private mutating func add(_ steps: [ShreddingTrial.Step], _ sentence: String) {
    var trial = end
    for step in steps { trial.take(step, for: subject) }
    phases.append(Phase(sentence: sentence, trial: trial))
  }

  private var end: ShreddingTrial { phases[phases.count - 1].trial }

  private var conclusion: String {
    let left = end.readable(of: subject)
    let lost = end.collateral(of: subject)
    if !lost.isEmpty {
      return
        "Erasing \(subject) has erased \(lost.joined(separator: " and ")) too, who never asked."
    }
    if left.isEmpty {
      return "No copy of \(subject) opens with any key that is left; everybody else's opens."
    }
    let places = left.map(\.place.name).joined(separator: ", ")
    return left.contains { $0.place.isSealed }
      ? "The backup of the keys was forgotten: it opens \(subject)'s data in \(places)."
      : "Plain text needs no key: \(subject) is still to be read in \(places)."
  }

  var question: String { "What still opens when a key is gone?" }

  var playingTime: Duration { .seconds(10) }
  var duration: Duration { .seconds(phases.count - 1) }

  var events: [SceneEvent] {
    phases.enumerated().map { SceneEvent(time: .seconds($0), sentence: $1.sentence) }
  }

  private func picture(at time: Duration) -> KeyPicture {
    let index = min(phases.count - 1, Int((time / .seconds(1)).rounded(.down)))
    return KeyPicture(
      trial: phases[index].trial, subject: subject, scope: scope, showsBackup: hasBackup,
      isOver: index == phases.count - 1)
  }

  func idealHeight(width: Int) -> Int { picture(at: .zero).idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) {
    picture(at: time).draw(into: &canvas)
  }
}
