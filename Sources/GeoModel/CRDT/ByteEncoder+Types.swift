extension Dot: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    encoder.append(replica)
    encoder.append(counter)
  }
}

extension VersionVector: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { entries.encode(into: &encoder) }
}

extension CausalContext: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    vector.encode(into: &encoder)
    cloud.encode(into: &encoder)
  }
}

extension GCounter: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { slots.encode(into: &encoder) }
}

extension PNCounter: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    increments.encode(into: &encoder)
    decrements.encode(into: &encoder)
  }
}

extension BoundedCounter.Route: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    encoder.append(from)
    encoder.append(to)
  }
}

extension BoundedCounter: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    rights.encode(into: &encoder)
    used.encode(into: &encoder)
  }
}

extension GSet: ByteEncodable where Element: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { elements.encode(into: &encoder) }
}

extension TwoPhaseSet: ByteEncodable where Element: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    added.encode(into: &encoder)
    removed.encode(into: &encoder)
  }
}

extension ORSet: ByteEncodable where Element: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    dots.encode(into: &encoder)
    context.encode(into: &encoder)
  }
}

extension LWWRegister.Write: ByteEncodable where Content: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    content.encode(into: &encoder)
    encoder.append(time)
    encoder.append(replica)
  }
}

extension LWWRegister: ByteEncodable where Content: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { write.encode(into: &encoder) }
}

extension MVRegister.Sibling: ByteEncodable where Content: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    content.encode(into: &encoder)
    version.encode(into: &encoder)
  }
}

extension MVRegister: ByteEncodable where Content: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { siblings.encode(into: &encoder) }
}

extension LWWMap: ByteEncodable where Key: ByteEncodable, Content: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { registers.encode(into: &encoder) }
}
