import Content
import GeoModel

/// A verdict and how it came about.
struct Judgement {
  var verdict: Verdict
  var rule: Misconception?
}

extension Exercise {
  func judgement(of answer: Answer) -> Judgement {
    var judgement = unweightedJudgement(of: answer)
    judgement.verdict.score *= points
    judgement.verdict.maxScore = points
    return judgement
  }

  private func unweightedJudgement(of answer: Answer) -> Judgement {
    guard !answer.text.trimmed.isEmpty else {
      return Judgement(
        verdict: Verdict(
          id: id, outcome: .skipped, rationale: "There is no answer yet.", see: question.see))
    }
    do throws(AnswerError) {
      if kind == .integerMerge { return try integerJudgement(of: answer.text) }
      if kind.isAnsweredByFile { throw unrun(answer.text) }
      let typed = try TypedAnswer(answer, knobs: assumptions)
      let question = try readable(typed.assumptions)
      var judgement =
        switch question.problem {
        case .estimate(let estimate): try judgement(of: typed, estimate, in: question)
        case .choice(let options): try judgement(of: answer.text, options, in: question)
        case .program, .design: throw unrun(answer.text)
        case .integerMerge: try integerJudgement(of: answer.text)
        }
      judgement.verdict.see = question.see
      judgement.verdict.replay = replay(of: question, showing: judgement.rule)
      return judgement
    } catch {
      return Judgement(verdict: verdict(for: error, answer: answer))
    }
  }

  private func unrun(_ file: String) -> AnswerError {
    AnswerError(
      "a \(kind.rawValue) is judged by running it",
      help: "geolearn check \(id) --file \(file.presentable)")
  }

  private func integerJudgement(of text: String) throws(AnswerError) -> Judgement {
    var verdict = Verdict(
      id: id, outcome: .fail, rationale: "", actual: text.presentable, see: question.see)
    try PlainInteger(text).tell(&verdict)
    verdict.score = verdict.outcome == .pass ? 1 : 0
    verdict.replay = replay(of: question, showing: nil)
    return Judgement(verdict: verdict)
  }

  /// The scene under the learner's assumptions, and under his own rule where scenes have it.
  private func replay(of question: Question, showing rule: Misconception?) -> Directive? {
    guard regenerated == nil, var scene = question.scene else { return nil }
    guard rule == .furthest, case .estimate(let estimate) = question.problem,
      estimate.instance?.group.nonVoters == [], scene.body.contains("voters:"),
      !scene.body.contains("rule:")
    else { return scene }
    scene.body += "\nrule: all"
    return scene
  }

  /// The question under assumptions, each of which is on offer.
  private func readable(_ assumptions: [String: String]) throws(AnswerError) -> Question {
    do throws(Diagnostic) {
      return try question(assuming: assumptions)
    } catch {
      throw AnswerError(error.message, help: "these assumptions do not go together")
    }
  }

  private func verdict(for error: AnswerError, answer: Answer) -> Verdict {
    let sentence = error.message.prefix(1).uppercased() + error.message.dropFirst()
    return Verdict(
      id: id, outcome: .error, rationale: sentence.hasSuffix("?") ? sentence : sentence + ".",
      actual: answer.text.presentable,
      help: error.help, see: question.see)
  }
}

extension Exercise {
  private func judgement(
    of typed: TypedAnswer, _ estimate: Estimate, in question: Question
  ) throws(AnswerError) -> Judgement {
    let number = try TypedNumber(typed.number, as: estimate.dimension, noun: estimate.noun)
    let finding = finding(
      on: number.value, for: estimate, in: question, assuming: typed.assumptions)
    let wording = Wording(
      shown: number.shown, key: estimate.compute.value(in: question.topology).text,
      stated: stated(typed.assumptions), isPrediction: kind == .prediction)
    var verdict = Verdict(
      id: id, outcome: finding == .right ? .pass : .fail, rationale: wording.rationale(finding),
      expected: wording.key, actual: number.shown)
    verdict.help = wording.help(finding, hint: hints.first)
    guard case .mistake(let rule) = finding else { return Judgement(verdict: verdict) }
    let mistake = estimate.mistakes.first { $0.rule == rule }
    verdict.misconception = rule.rawValue
    if let explanation = mistake?.explanation.text(in: question.topology) {
      verdict.rationale += " " + explanation
    }
    return Judgement(verdict: verdict, rule: rule)
  }

  /// The assumptions that differ from the question's own: "leader eu-west".
  private func stated(_ assumptions: [String: String]) -> String {
    self.assumptions.compactMap { knob in
      assumptions[knob.key].flatMap { $0 == knob.value ? nil : "\(knob.key) \($0)" }
    }
    .joined(separator: ", ")
  }

  private func judgement(
    of text: String, _ options: [Option], in question: Question
  ) throws(AnswerError) -> Judgement {
    let texts = options.map { $0.text.text(in: question.topology) }
    guard let chosen = Option.index(of: text, in: texts) else {
      throw AnswerError(
        "'\(text.presentable)' is none of the options",
        help: "answer with a letter from a to \(Option.letter(options.count - 1)), or a number "
          + "from 1 to \(options.count)")
    }
    func named(_ index: Int) -> String { "\(Option.letter(index)): \(texts[index])" }
    let option = options[chosen]
    let because = option.because.text(in: question.topology)
    return Judgement(
      verdict: Verdict(
        id: id, outcome: option.isTrue ? .pass : .fail,
        rationale: (option.isTrue ? "Right, it is \(Option.letter(chosen)). " : "") + because,
        expected: options.firstIndex(where: \.isTrue).map(named), actual: named(chosen),
        help: option.isTrue ? nil : hints.first))
  }
}
