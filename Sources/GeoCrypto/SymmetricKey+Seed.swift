import Crypto
import GeoModel

extension SymmetricKey {
  /// 256 bits drawn from a seed, so that a lesson shows the same ciphertexts on every machine.
  ///
  /// For teaching, never for anybody's data: whoever knows the seed has every key. A real key comes
  /// from the generator of the system, as `SymmetricKey(size: .bits256)`.
  init(drawnFrom chance: inout SplitMix64) {
    var bytes: [UInt8] = []
    for _ in 0..<4 { bytes += chance.next().bigEndianBytes }
    self.init(data: bytes)
  }
}

extension UInt64 {
  /// The eight bytes, the highest first.
  var bigEndianBytes: [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(self >> $0 & 0xFF) }
  }
}
