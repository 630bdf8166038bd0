import Content
import Synchronization

/// The pages that were opened once, so that each is read a single time.
///
/// A page is the same whenever it is read, so a copy of a book may share the shelf.
final class Shelf: Sendable {
  private struct Place: Hashable {
    let chapter: Int
    let step: Int
  }

  private let pages = Mutex<[Place: Result<StepPage, Diagnostics>]>([:])

  /// The page, read now if it is not on the shelf yet.
  func page(
    chapter: Int, step: Int, reading read: () throws(Diagnostics) -> StepPage
  ) throws(Diagnostics) -> StepPage {
    let place = Place(chapter: chapter, step: step)
    if let page = pages.withLock({ $0[place] }) { return try page.get() }
    let page = Result(catching: read)
    pages.withLock { $0[place] = page }
    return try page.get()
  }
}
