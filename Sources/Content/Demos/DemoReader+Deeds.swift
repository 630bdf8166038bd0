/// What can be expected of the moment.
enum DemoExpectationWord: String, CaseIterable {
  case narration, screen, nowhere
  case at, by

  static let all = "narration|screen|nowhere"
}

extension DemoReader {
  /// What a line does; nothing after a mistake.
  mutating func deeds(of word: DemoWord, _ lines: [SourceLine]) -> [Demo.Deed] {
    let words = lines.flatMap { $0.text.split(separator: " ").map(String.init) }
    switch word {
    case .demo: return []
    case .step: return [.step(text(lines).plainText)]
    case .page: return page(words, lines)
    case .turn: return turn(words, lines)
    case .press: return press(words, lines)
    case .type: return [.type(lines[0].text.trimmed)]
    case .play: return play(words, lines)
    case .say: return [.say(text(lines))]
    case .wait: return wait(lines)
    case .expect: return expectation(lines).map { [.expect($0)] } ?? []
    }
  }

  private mutating func misshapen(_ word: DemoWord, _ lines: [SourceLine]) -> [Demo.Deed] {
    fail(at: lines[0], "'\(lines[0].text.trimmed)' is not read here; \(word.usage)")
    return []
  }

  private mutating func page(_ words: [String], _ lines: [SourceLine]) -> [Demo.Deed] {
    let numbers = words[0].split(separator: ".", omittingEmptySubsequences: false)
      .compactMap { Int($0) }
    guard words.count == 1, numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else {
      return misshapen(.page, lines)
    }
    return [.page(section: numbers[0], step: numbers[1])]
  }

  private mutating func turn(_ words: [String], _ lines: [SourceLine]) -> [Demo.Deed] {
    guard words.count >= 3, words[1] == "to" else { return misshapen(.turn, lines) }
    return [.turn(words[0], to: words[2...].joined(separator: " "))]
  }

  /// Several keys stand apart: `press s d`.
  private mutating func press(_ words: [String], _ lines: [SourceLine]) -> [Demo.Deed] {
    guard words.allSatisfy({ $0.count == 1 }) else { return misshapen(.press, lines) }
    return words.compactMap(\.first).map(Demo.Deed.press)
  }

  private mutating func play(_ words: [String], _ lines: [SourceLine]) -> [Demo.Deed] {
    switch words.first {
    case nil: return [.play(.end)]
    case "until" where words.count > 1:
      return [.play(.event(plainText(after: "until", lines)))]
    case "to" where words.count > 1:
      let time = plainText(after: "to", lines)
      guard let moment = time.duration else { return notATime(time, lines) }
      return [.play(.moment(moment))]
    default: return misshapen(.play, lines)
    }
  }

  private mutating func wait(_ lines: [SourceLine]) -> [Demo.Deed] {
    let time = lines[0].text.trimmed
    guard let duration = time.duration else { return notATime(time, lines) }
    guard duration > .zero, duration <= Self.longestWait else {
      fail(at: lines[0], "nobody waits \(time); it must be at most 60 s")
      return []
    }
    return [.wait(duration)]
  }

  private mutating func notATime(_ text: String, _ lines: [SourceLine]) -> [Demo.Deed] {
    fail(at: lines[0], "'\(text)' is no time; it must be one such as 40 ms, 1.5 s or 2 min")
    return []
  }

  /// What a reader sees of a text whose first word is not part of it.
  private mutating func plainText(after word: String, _ lines: [SourceLine]) -> String {
    var lines = lines
    lines[0] = lines[0].dropping(word.count).withoutIndentation
    return text(lines).plainText
  }

  // MARK: - Expectations

  private mutating func expectation(_ lines: [SourceLine]) -> Demo.Expectation? {
    let first = lines[0].word
    guard let word = DemoExpectationWord(rawValue: first) else {
      let names = DemoExpectationWord.allCases.map(\.rawValue)
      fail(at: lines[0], "nothing is expected by '\(first)'; \(suggestion(for: first, in: names))")
      return nil
    }
    let said = plainText(after: first, lines)
    guard !said.isEmpty else {
      fail(at: lines[0], "'expect \(first)' says nothing; \(DemoWord.expect.usage)")
      return nil
    }
    switch word {
    case .narration: return .narration(said)
    case .screen: return .screen(said)
    case .nowhere: return .nowhere(said)
    case .at: return timed(said, lines).map { .event($1, at: $0) }
    case .by: return timed(said, lines).map { .eventBy($1, $0) }
    }
  }

  /// `85 ms: the leader commits`
  private mutating func timed(_ text: String, _ lines: [SourceLine]) -> (Duration, String)? {
    guard let (time, sentence) = text.divided(by: ": "), let duration = time.duration else {
      fail(at: lines[0], "'\(text)' must be a time, a colon, and words of what happens then")
      return nil
    }
    return (duration, sentence)
  }
}

extension String {
  fileprivate var duration: Duration? { Duration(authored: self) }
}
