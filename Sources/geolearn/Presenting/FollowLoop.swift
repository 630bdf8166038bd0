import App
import Foundation

/// A follower at work: sleeps until the presenter says something or a key is pressed.
struct FollowLoop: ~Copyable {
  private var terminal: Terminal
  private var follower: Follower
  private var listener: PresentListener

  init(
    terminal: consuming Terminal, follower: Follower, listener: consuming PresentListener
  ) {
    self.terminal = terminal
    self.follower = follower
    self.listener = listener
  }

  /// Runs until the viewer leaves; gives the signal that ended it, if one did.
  consuming func run() -> Int32? {
    while !follower.isFinished {
      if let news = listener.news() { follower.take(news) }
      terminal.show(follower.view(), theme: follower.theme)
      let event = terminal.nextEvent(
        waitingAtMost: listener.patience, alsoWatching: listener.descriptors)
      switch event {
      case .end(let signal): return signal
      case .key(let key): follower.update(.key(key))
      case .resize(let size): follower.update(.resize(size))
      case .resumed: follower.update(.resize(terminal.size))
      case .mouse, nil: break
      }
    }
    return nil
  }
}
