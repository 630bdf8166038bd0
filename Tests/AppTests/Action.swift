import App
import Drawing

/// What a line of a script does to the program.
struct Action {
  let events: [Event]

  /// Reads `enter`, `right*4`, `tick 500ms`, `resize 60x20`, `click 10,5` or `wheel up 10,5`;
  /// `type 85 ms` presses a key for every character.
  init(parsing text: String) throws {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("type", 2...): events = text.dropFirst("type ".count).map { .key(.character($0)) }
    case ("tick", 2): events = [.tick(try Self.duration(words[1]))]
    case ("resize", 2): events = [.resize(try Size(parsing: words[1]))]
    case ("click", 2): events = [try Self.mouse(.press, at: words[1])]
    case ("wheel", 3):
      events = [try Self.mouse(words[1] == "up" ? .wheelUp : .wheelDown, at: words[2])]
    default: events = try words.flatMap(Self.keys)
    }
  }

  private static func keys(_ word: String) throws -> [Event] {
    let parts = word.split(separator: "*")
    let times = parts.count == 2 ? Int(parts[1]) : nil
    let name = times == nil ? word : String(parts[0])
    guard let key = Key(parsing: name) else { throw ScriptError("no key is called '\(name)'") }
    return Array(repeating: .key(key), count: times ?? 1)
  }

  private static func duration(_ text: String) throws -> Duration {
    guard text.hasSuffix("ms"), let number = Int(text.dropLast(2)) else {
      throw ScriptError("'\(text)' is no time; write 500ms")
    }
    return .milliseconds(number)
  }

  private static func mouse(_ action: MouseAction, at text: String) throws -> Event {
    let numbers = text.split(separator: ",").compactMap { Int($0) }
    guard numbers.count == 2 else { throw ScriptError("'\(text)' is no cell; write 10,5") }
    return .mouse(action, x: numbers[0], y: numbers[1])
  }
}

extension Size {
  /// Reads `80x24`.
  init(parsing text: String) throws {
    let numbers = text.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2 else { throw ScriptError("'\(text)' is no size; write 80x24") }
    self.init(width: numbers[0], height: numbers[1])
  }
}

struct ScriptError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
