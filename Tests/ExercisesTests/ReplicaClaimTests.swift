import Exercises
import Testing

struct ReplicaClaimTests {
  /// A choice whose first option claims something and whose second claims the opposite.
  private static func choice(_ claim: String, otherwise: String) -> String {
    """
    id: x
    ask: What is in the set?
    hints: [A., B., C.]
    options:
      - {say: this, if: "\(claim)", because: So it is.}
      - {say: that, if: "\(otherwise)", because: It is not.}
    right: [this]
    wrong: [that]
    solution: This.
    """
  }

  private static let stays =
    "value of or-set after A add milk, merge, B remove milk, A add milk, merge"
  private static let goes = "value of or-set after A add milk, merge, B remove milk, merge"

  @Test(arguments: [
    ("\(stays) = milk", "\(stays) = nothing"),
    ("\(goes) = nothing", "\(goes) = milk"),
    ("\(stays) = value of g-set after A add milk", "\(stays) = \(goes)"),
    ("value of g-set after B add milk, A add bread, merge = bread, milk", "\(goes) = local"),
    ("value of pn-counter after A decrement 2 = −2", "value of pn-counter after A decrement = 1"),
    ("value of pn-counter after A decrement 2 < -1", "oversold 3 in 2 regions > 3"),
  ])
  func `a claim about what a replica holds is decided by the model`(
    claim: String, otherwise: String
  ) throws {
    #expect(try exercise("choice", Self.choice(claim, otherwise: otherwise)).selfTest() == [])
  }

  @Test(arguments: [
    ("\(stays) > milk", "is a text, which is compared by ="),
    ("\(stays) = value of or-set", "this number is written {value of TYPE after HISTORY}"),
    ("majority of 3 = \(stays)", "cannot be compared"),
  ])
  func `a claim about what a replica holds can be mistaken`(claim: String, message: String) {
    #expect {
      try exercise("choice", Self.choice(claim, otherwise: "majority of 3 = 2"))
    } throws: { error in
      "\(error)".contains(message)
    }
  }

  @Test func `a counter below zero can be predicted`() throws {
    let body = """
      id: x
      ask: What does it say?
      compute: value of pn-counter after A increment, merge, A decrement 3, B decrement 2, merge
      hints: [A., B., C.]
      right: ["-4", "−4"]
      wrong: ["4", "0", "-2"]
      solution: "{value of pn-counter after A decrement 4}"
      """
    #expect(try exercise("prediction", body).selfTest() == [])
  }

  @Test func `a text cannot be estimated`() {
    #expect {
      try exercise("estimate", "id: x\nask: What?\ncompute: \(Self.stays)")
    } throws: { error in
      "\(error)".hasSuffix("compute gives no number; an estimate asks for one")
    }
  }
}
