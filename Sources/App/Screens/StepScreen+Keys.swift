import Content
import Drawing
import Exercises
import Scenes

extension StepScreen {
  /// Every key that does something now; the footer shows those with a word.
  func keys(in book: Book, layout: StepLayout) -> [KeyGroup] {
    let groups =
      [
        KeyGroup(title: "Reading", hints: readingHints(in: book, layout)),
        KeyGroup(title: "Answering", hints: isZoomed ? [] : answerHints),
      ] + pictureGroups(isInSight: layout.pictureArea != nil) + [
        KeyGroup(title: "The handout", hints: erratumHints),
        .everywhere(isHome: false, way: way, taken: isLetter),
      ]
    return groups.filter { !$0.hints.isEmpty }
  }

  private var way: KeyHint {
    if isTyping { return KeyHint("Esc", [.escape], "no more typing", word: "done") }
    if isZoomed { return KeyHint("Esc", [.escape], "back to the text; q goes home") }
    if question?.isTyping == true {
      return KeyHint("Esc", [.escape], "begin the answer anew", word: "clear")
    }
    return KeyHint("Esc", [.escape], "home; q too")
  }

  // MARK: - Reading

  private func readingHints(in book: Book, _ layout: StepLayout) -> [KeyHint] {
    guard !isTyping else { return [] }
    let isTask = book.chapters[chapter].lesson.kind == .task
    let unit = isTask ? "item" : "step"
    var hints = [
      KeyHint(
        "← →", [.left, .right], "the \(unit) before, the next one; PgUp and PgDn too", word: unit)
    ]
    if layout.hasMore { hints.append(KeyHint("PgDn", [.pageDown], "read on", word: "more")) }
    if layout.first > 0 { hints.append(KeyHint("PgUp", [.pageUp], "read back")) }
    if !isLetter(.character("[")) {
      hints.append(
        KeyHint("[ ]", [.character("["), .character("]")], "the section before, the next one"))
    }
    if isZoomed { hints.append(KeyHint("z", [.character("z")], "back to the text", word: "back")) }
    return hints
  }

  // MARK: - Answering

  private var answerHints: [KeyHint] {
    guard let question else { return [] }
    if question.exercise.kind.isAnsweredByFile { return fileHints(question) }
    if question.isRevealed { return reviewHints(question) }
    var hints = [enterHint(question)]
    if question.verdict != nil, question.replay != nil { hints.append(watchHint) }
    hints += question.exercise.kind == .choice ? optionHints(question) : assumptionHints(question)
    if question.hasHint, !question.isTyping {
      hints.append(hintHint(question))
    }
    return hints
  }

  private func reviewHints(_ question: Question) -> [KeyHint] {
    guard question.exercise.kind != .prediction else { return [] }
    let again = KeyHint(
      "r", [.character("r")], "the same question in other numbers", word: "other numbers")
    return (question.replay == nil ? [] : [watchHint]) + (question.hasOtherNumbers ? [again] : [])
  }

  private func fileHints(_ question: Question) -> [KeyHint] {
    var hints = [
      KeyHint(
        "Enter", [.enter], "judge the \(question.exercise.kind.rawValue) that is in this folder",
        word: "judge"),
      KeyHint("e", [.character("e")], "open it in your editor", word: "edit"),
    ]
    if question.replay != nil { hints.append(watchHint) }
    if question.hasHint { hints.append(hintHint(question)) }
    return hints
  }

  private func hintHint(_ question: Question) -> KeyHint {
    let left = question.exercise.hints.count - question.hintLevel
    return KeyHint("h", [.character("h")], "the next hint", word: "hint (\(left) left)")
  }

  private var watchHint: KeyHint {
    KeyHint("v", [.character("v")], "watch the run that belongs to the answer", word: "watch")
  }

  private func enterHint(_ question: Question) -> KeyHint {
    if question.verdict != nil {
      return KeyHint(
        "Enter", [.enter], "put the answer away; backspace mends it", word: "try again")
    }
    if question.maySkip, !question.isTyping {
      return KeyHint("Enter", [.enter], "see it without a guess", word: "show me")
    }
    return KeyHint("Enter", [.enter], "give the answer", word: "check")
  }

  private func optionHints(_ question: Question) -> [KeyHint] {
    let letters = Exercise.letters.prefix(question.exercise.options.count)
    return [
      KeyHint("↑ ↓", [.up, .down], "choose an answer", word: "choose"),
      KeyHint(
        letters.map(String.init).joined(separator: " "), letters.map { .character($0) },
        "choose it by its letter"),
    ]
  }

  private func assumptionHints(_ question: Question) -> [KeyHint] {
    var hints = [KeyHint("85 ms", [], "a number with its unit")]
    if !question.assumptions.isEmpty {
      hints.append(KeyHint("↑ ↓", [.up, .down], "assume something else", word: "assume"))
    }
    if question.assumptions.count > 1 {
      hints.append(KeyHint("Tab", [.tab], "the next assumption"))
    }
    return hints
  }

  // MARK: - The picture

  /// What the keys do to the picture and in it.
  func pictureGroups(isInSight: Bool) -> [KeyGroup] {
    [
      KeyGroup(title: "Picture", hints: pictureHints(isInSight)),
      KeyGroup(title: controls?.title ?? "", hints: controlHints(isInSight)),
    ]
  }

  private func pictureHints(_ isInSight: Bool) -> [KeyHint] {
    guard let player, isRevealed || isZoomed, !isTyping else { return [] }
    let zoom = KeyHint(
      "z", [.character("z")], "the picture alone",
      word: isInSight ? nil : "picture")
    var hints: [KeyHint] = isZoomed ? [] : [zoom]
    guard isInSight else { return hints }
    // Where acting is what the picture is for, the footer tells of that.
    let isActed = controls?.endsRun == true
    if !turnable.isEmpty {
      hints.append(KeyHint("↑ ↓", [.up, .down], "turn the knob", word: isActed ? nil : "turn"))
    }
    if turnable.count > 1 { hints.append(KeyHint("Tab", [.tab], "the next knob")) }
    hints.append(
      KeyHint(
        "space", [.character(" ")], "play, pause",
        word: isActed ? nil : player.isPlaying ? "pause" : "play"))
    // A history without entries has one moment.
    let hasMoments = !isActed || player.scene.events.count > 1
    if hasMoments {
      hints.append(
        KeyHint(
          ", .", [.character(","), .character(".")], "the event before, the next one",
          word: controls == nil ? "event" : nil))
    }
    // The entries of a history are far apart: between them there is little to see.
    if !isActed {
      hints.append(KeyHint("< >", [.character("<"), .character(">")], "a twentieth back, forward"))
    }
    if hasMoments { hints.append(KeyHint("Home End", [.home, .end], "the beginning, the end")) }
    hints.append(
      KeyHint("- +", [.character("-"), .character("+")], "slower, faster: 0.25× to 8×"))
    return hints
  }

  private func controlHints(_ isInSight: Bool) -> [KeyHint] {
    guard let controls, isInSight, isRevealed || isZoomed else { return [] }
    if isTyping { return typingHints }
    let acts = controls.acts.filter(isPossible).map {
      KeyHint(String($0.key), [.character($0.key)], $0.meaning, word: $0.word)
    }
    let undo = KeyHint("u", [.character("u")], "undo the last of these", word: "undo")
    return numberHints + acts + (undone.isEmpty ? [] : [undo])
  }

  private var numberHints: [KeyHint] {
    guard let first = targets.first, first.choices.count > 1 else { return [] }
    let digits = (1...min(9, first.choices.count)).compactMap { "\($0)".first }
    let label = digits.map(String.init).joined(separator: " ")
    return [
      KeyHint(label, digits.map(Key.character), "choose \(alternatives(first.choices))")
    ]
  }

  private var typingHints: [KeyHint] {
    [
      KeyHint("letters", [], "are typed at the cursor", word: "type"),
      KeyHint("← →", [.left, .right], "move the cursor", word: "move"),
      KeyHint("Tab", [.tab], "the next replica", word: targets.isEmpty ? nil : "other"),
      KeyHint("⌫", [.backspace], "erases the character before the cursor"),
    ]
  }

  private var erratumHints: [KeyHint] {
    guard erratum != nil, !isTyping else { return [] }
    return [
      KeyHint(
        "e", [.character("e")], "what the handout says, and what is wrong with it",
        word: "erratum")
    ]
  }
}
