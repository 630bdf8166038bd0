import App
import Testing

struct KeyTests {
  @Test(arguments: [
    ("a", Key.character("a")), ("世", .character("世")), ("-", .character("-")),
    ("space", .character(" ")), ("enter", .enter), ("ctrl-c", .control("c")), ("right", .right),
    ("backtab", .backTab),
  ])
  func `a key has the name that scripts use`(name: String, key: Key) {
    #expect(Key(parsing: name) == key)
  }

  @Test(arguments: ["", "ctrl-", "ctrl-C", "ctrl-ab", "entre", "qq"])
  func `a name that no key has is refused`(name: String) {
    #expect(Key(parsing: name) == nil)
  }
}
