extension Failover {
  /// A log of writes: which positions were written in which epoch, and nothing of what they say.
  ///
  /// An epoch has one primary, so a position of an epoch is one write and no other.
  struct Log: Equatable, Sendable {
    private struct Segment: Equatable, Sendable {
      let epoch: Int
      let start: Int
    }

    /// Epochs rise, and every segment has at least one position.
    private var segments: [Segment] = []
    private(set) var length = 0

    /// The epoch of the last position, 0 for an empty log.
    var epoch: Int { segments.last?.epoch ?? 0 }

    /// Adds positions up to, and without, an end.
    mutating func extend(through end: Int, of epoch: Int) {
      guard end > length else { return }
      if epoch != self.epoch { segments.append(Segment(epoch: epoch, start: length)) }
      length = end
    }

    /// Where the positions of an epoch end; `nil` where there are none.
    func end(of epoch: Int) -> Int? {
      guard epoch > 0 else { return 0 }
      return segments.firstIndex { $0.epoch == epoch }.map(end(ofSegment:))
    }

    private func end(ofSegment index: Int) -> Int {
      index + 1 < segments.count ? segments[index + 1].start : length
    }

    /// Whether a write is in the log.
    func has(position: Int, of epoch: Int) -> Bool {
      guard let index = segments.lastIndex(where: { $0.epoch == epoch }) else { return false }
      return (segments[index].start..<end(ofSegment: index)).contains(position)
    }

    /// Gives up everything from a position on.
    mutating func cut(to end: Int) {
      length = min(length, end)
      while let last = segments.last, last.start >= length { segments.removeLast() }
    }

    /// Gives up the positions of the last epoch.
    mutating func cutLastEpoch() { cut(to: segments.last?.start ?? 0) }

    /// The epoch of a position that the log has, and where the positions of that epoch end.
    func stretch(at position: Int) -> (epoch: Int, end: Int)? {
      guard position < length,
        let index = segments.lastIndex(where: { $0.start <= position })
      else { return nil }
      return (segments[index].epoch, end(ofSegment: index))
    }
  }
}
