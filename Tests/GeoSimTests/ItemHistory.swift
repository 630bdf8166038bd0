import GeoModel
import GeoSim

/// Everything that clients did to one item, and whether one order of it all explains the answers.
///
/// Linearizability of Herlihy and Wing, 1990, by trying: for small histories only.
struct ItemHistory {
  struct Operation {
    let call: TableClient.Call

    /// The value after it, if this is what it would have answered; `nil` if not.
    func value(after value: Int?) -> Int?? {
      switch call.task {
      case .read:
        guard case .value(let seen)? = call.answer else { return .some(value) }
        return seen == value ? .some(value) : nil
      case .write(let write):
        let next = Self.changed(value, by: write)
        return switch call.answer {
        case .written(let seen): next.flatMap { seen == $0 ? .some($0) : nil }
        case .conditionFailed: next == nil ? .some(value) : nil
        // No answer came: it may have happened.
        default: next ?? .some(value)
        }
      case .transact: return nil
      }
    }

    private static func changed(_ value: Int?, by write: TableWrite) -> Int?? {
      let holds =
        switch write.condition {
        case .always: true
        case .absent: value == nil
        case .equals(let expected): value == expected
        }
      guard holds else { return nil }
      switch write.change {
      case .put(let new): return .some(new)
      case .add(let amount): return .some((value ?? 0) + amount)
      }
    }
  }

  private let operations: [Operation]

  init(_ calls: [TableClient.Call]) {
    operations = calls.map(Operation.init)
    precondition(operations.count < 20, "a history this long cannot be tried")
  }

  var isLinearizable: Bool {
    var tried: Set<[Int]> = []
    return canFinish(done: 0, value: nil, &tried)
  }

  private func canFinish(done: Int, value: Int?, _ tried: inout Set<[Int]>) -> Bool {
    let open = operations.indices.filter { done & 1 << $0 == 0 }
    if open.allSatisfy({ operations[$0].call.ended == nil }) { return true }
    guard tried.insert([done, value ?? .min]).inserted else { return false }
    let firstEnd = open.compactMap { operations[$0].call.ended }.min()
    for index in open {
      if let firstEnd, operations[index].call.began > firstEnd { continue }
      guard let next = operations[index].value(after: value) else { continue }
      if canFinish(done: done | 1 << index, value: next, &tried) { return true }
    }
    return false
  }
}
