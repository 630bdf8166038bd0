import GeoModel
import Testing

@testable import GeoCrypto

@Test func `what a vault seals opens to the same text`() {
  var vault = KeyVault(scope: .subject, seed: 8)
  for text in ["", "hello", "Zażółć gęślą jaźń", String(repeating: "x", count: 1000)] {
    let record = vault.seal(text, of: "ana", as: "post-1")
    #expect(vault.open(record) == .text(text))
    #expect(!record.bytes.containsSequence(of: text))
  }
}

@Test func `a record that is filed under another subject or name does not open`() {
  var vault = KeyVault(scope: .region, seed: 8)
  let record = vault.seal("hello", of: "ana", as: "post-1")
  let mislaid = [
    SealedRecord(subject: "ben", name: "post-1", bytes: record.bytes),
    SealedRecord(subject: "ana", name: "post-2", bytes: record.bytes),
    SealedRecord(subject: "ana|post", name: "1", bytes: record.bytes),
  ]
  for record in mislaid { #expect(vault.open(record) == .refused(keysTried: 1)) }
}

@Test func `two pairs of a subject and a name never have one label`() {
  let parts = ["", "a", "|", "a|", "|a", "1|a", "é"]
  let labels = parts.flatMap { subject in
    parts.map { SealedRecord.label(subject: subject, name: $0) }
  }
  #expect(Set(labels).count == parts.count * parts.count)
}

@Test func `no nonce comes twice in a vault`() {
  var vault = KeyVault(scope: .subject, seed: 8)
  let nonces = (0..<500).map { number in
    Array(vault.seal("same text", of: "subject \(number % 3)", as: "post").bytes.prefix(12))
  }
  #expect(Set(nonces).count == 500)
}

@Test func `the same seed gives the same bytes, another seed others`() {
  func record(seed: UInt64) -> SealedRecord {
    var vault = KeyVault(scope: .subject, seed: seed)
    return vault.seal("hello", of: "ana", as: "post-1")
  }
  #expect(record(seed: 8) == record(seed: 8))
  #expect(record(seed: 8).ciphertext != record(seed: 9).ciphertext)
}

@Test func `each subject has a key of its own, or all share the region's`() {
  var own = KeyVault(scope: .subject, seed: 8)
  var shared = KeyVault(scope: .region, seed: 8)
  let ofBen = own.seal("hello", of: "ben", as: "post-1")
  let ofEverybody = shared.seal("hello", of: "ben", as: "post-1")
  own.destroyKey(of: "ana")
  own.flushCaches()
  shared.destroyKey(of: "ana")
  shared.flushCaches()
  #expect(own.open(ofBen) == .text("hello"))
  #expect(shared.open(ofEverybody) == .refused(keysTried: 0))
}

extension [UInt8] {
  fileprivate func containsSequence(of text: String) -> Bool {
    let sought = Array(text.utf8)
    guard !sought.isEmpty, count >= sought.count else { return false }
    return (0...(count - sought.count)).contains { Array(self[$0..<($0 + sought.count)]) == sought }
  }
}
