import Drawing

/// A picture over an axis of time, which knows how high it wants to be.
protocol Diagram: Sendable {
  var idealHeight: Int { get }

  func draw(at time: Duration, into canvas: inout Canvas)
}

/// A scene that is one diagram and nothing else.
protocol DiagramScene: Scene {
  associatedtype Picture: Diagram

  var diagram: Picture { get }
}

extension DiagramScene {
  func idealHeight(width: Int) -> Int { diagram.idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) {
    diagram.draw(at: time, into: &canvas)
  }
}
