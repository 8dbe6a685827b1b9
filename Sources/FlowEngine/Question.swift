import Expressions
import FlowLanguage
import MoneyAndDates
import Wording

/// A question as it stands before the person: what to print and what may be answered.
package struct Question: Sendable {
  /// The answer's key: node id, after the calls that lead there (`talk/budget`); the second time
  /// the same node is reached it is `budget#2`.
  package let key: String
  /// The node's id in its own flow.
  package let node: String
  /// The question as the author wrote it.
  package let ask: Ask
  /// What the answer an earlier visit gave, offered again after going back.
  package let earlier: AnswerValue?
  /// What the reading core found; offered, never taken without a word.
  package let guess: AnswerValue?
  /// What its expressions see.
  package let scope: Scope

  /// The record types among the variables that its guess is made from; empty where there is no guess.
  package var guessSources: Set<String> {
    guard let guess = ask.guess else { return [] }
    let flow = scope.program.flow
    return Set(
      scope.program.expression(guess).reads.compactMap { read in
        if case .record(let type)? = flow.variable(read.name)?.type { type } else { nil }
      })
  }

  /// The question's text.
  package func text(in lang: Language) -> String { scope.text(ask.text, in: lang) }

  /// Why it is asked; `nil` where the author gave no reason.
  package func why(in lang: Language) -> String? { ask.why.map { scope.text($0, in: lang) } }

  /// How to find the answer; `nil` where the author gave no help.
  package func help(in lang: Language) -> String? { ask.help.map { scope.text($0, in: lang) } }

  /// What the way round is called; `nil` where there is none.
  package func skipLabel(in lang: Language) -> String? {
    guard let skip = ask.skip else { return nil }
    return skip.text.map { scope.text($0, in: lang) } ?? Question.cannotSay[lang]
  }

  /// The answer as the person would read it back.
  package func printed(_ answer: AnswerValue, in lang: Language) -> String {
    switch answer {
    case .option(let id): label(id, in: lang)
    case .options(let ids):
      ids.isEmpty
        ? Question.none[lang]
        : ids.map { label($0, in: lang) }.joined(separator: lang == .zh ? "；" : "; ")
    case .skipped: skipLabel(in: lang) ?? Question.cannotSay[lang]
    case .confirmed: Question.confirmed[lang]
    case .text(let text) where ask.type == .file: Question.file(text)[lang]
    default: answer.value?.printed(in: lang) ?? ""
    }
  }

  private func label(_ id: String, in lang: Language) -> String {
    ask.type.options.first { $0.id == id }?.label[lang] ?? id
  }

  /// A file is named by its length: its content is the flow's to show.
  private static func file(_ text: String) -> BilingualText {
    let lines = text.utf8.reduce(text.isEmpty ? 0 : 1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    return BilingualText(zh: "一个文件，\(lines) 行", en: "a file of \(lines) lines")
  }

  private static let cannotSay = BilingualText(zh: "说不清", en: "I can't say")
  private static let none = BilingualText(zh: "都没有", en: "none of these")
  private static let confirmed = BilingualText(zh: "看过，无误", en: "read, correct")

  /// What is wrong with an answer: its kind does not fit the question, or the message of the
  /// first check that fails; `nil` for an answer that can be taken.
  ///
  /// The checks see the day of the answer as `today`; without one, the day the question was put.
  package func problem(
    with answer: AnswerValue, in lang: Language, on day: CalendarDate? = nil
  ) -> String? {
    guard fits(answer) else { return Question.doesNotFit[lang] }
    guard let value = answer.value else { return nil }
    var checking = scope
    checking.today = day ?? scope.today
    checking.answer = value
    let failed = ask.checks.first { !checking.holds($0.that, lang: lang) }
    return failed.map { checking.text($0.say, in: lang) }
  }

  private static let doesNotFit = BilingualText(
    zh: "这个回答不适合这一题", en: "this answer does not fit the question")

  /// Whether an answer has the question's kind (an old session's may not).
  package func fits(_ answer: AnswerValue) -> Bool {
    switch (ask.type, answer) {
    case (_, .skipped): ask.skip != nil
    case (.tri, .option(let id)), (.choice, .option(let id)):
      ask.type.options.contains { $0.id == id }
    case (.multi(let options), .options(let ids)):
      ids.allSatisfy { id in options.contains { $0.id == id } }
    case (.integer, .integer), (.money, .money), (.percent, .percent), (.date, .date): true
    case (.text, .text), (.phone, .text), (.paste, .text), (.file, .text): true
    default: false
    }
  }

  /// The same question with an answer that Enter keeps.
  package func offering(_ answer: AnswerValue) -> Question {
    Question(
      key: key, node: node, ask: ask, earlier: answer, guess: guess, scope: scope)
  }

  /// An answer from a journal as this question takes it: text that is an option's id is that option.
  package func adapted(_ answer: AnswerValue) -> AnswerValue {
    guard case .text(let id) = answer else { return answer }
    switch ask.type {
    case .tri, .choice: return .option(id)
    default: return answer
    }
  }

  /// The value of a guess as an answer to this kind of question; `nil` where it does not fit.
  static func answer(from value: Value, for type: VariableType) -> AnswerValue? {
    switch (type, value) {
    case (.tri, .bool(let truth)): .option(truth ? "yes" : "no")
    case (.tri, .string(let id)), (.choice, .string(let id)):
      type.options.contains { $0.id.utf8.elementsEqual(id.utf8) } ? .option(id) : nil
    case (.multi, .list(let ids)): chosen(among: type.options, ids).map(AnswerValue.options)
    case (.integer, .int(let number)): .integer(number)
    case (.money, .money(let amount)): .money(amount)
    case (.percent, .rate(let rate)): .percent(rate)
    case (.date, .date(let day)): .date(day)
    case (.text, .string(let text)), (.phone, .string(let text)): text.isEmpty ? nil : .text(text)
    default: nil
    }
  }

  /// The options that a list names, in the options' order; `nil` where it names none of them.
  private static func chosen(among options: [Option], _ ids: [Value]) -> [String]? {
    let chosen = options.map(\.id).filter { id in
      ids.contains {
        if case .string(let named) = $0 { named.utf8.elementsEqual(id.utf8) } else { false }
      }
    }
    return chosen.isEmpty ? nil : chosen
  }
}
