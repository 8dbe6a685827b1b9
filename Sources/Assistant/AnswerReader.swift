import FlowEngine
import FlowLanguage
import MoneyAndDates
import Wording

/// Reads what a person typed as the answer to a question.
///
/// Lenient where the meaning is plain (full-width digits, 1.2万, 下周三), never guessing where it
/// is not: then the answer is a message that says what is wanted.
package struct AnswerReader: Sendable {
  /// A number, amount, rate or day in free words, as the reading core understands them.
  package struct Understanding: Sendable {
    /// The amount of yuan a text names; a bare number counts as yuan.
    package let money: @Sendable (String) -> Money?
    /// The days a text can mean, told from a day that counts as today, the likeliest first.
    package let dates: @Sendable (String, CalendarDate) -> [CalendarDate]
    /// The whole number a text names as the answer to a question, whose words say which units count.
    package let integer: @Sendable (String, String) -> Int64?
    /// The rate a text names, on a basis where the text itself has none.
    package let rate: @Sendable (String, RateBasis) -> Rate?

    /// How free words are understood.
    package init(
      money: @escaping @Sendable (String) -> Money?,
      dates: @escaping @Sendable (String, CalendarDate) -> [CalendarDate],
      integer: @escaping @Sendable (String, String) -> Int64?,
      rate: @escaping @Sendable (String, RateBasis) -> Rate?
    ) {
      self.money = money
      self.dates = dates
      self.integer = integer
      self.rate = rate
    }
  }

  /// What reading gave.
  package enum Reading: Hashable, Sendable {
    /// An answer.
    case answer(AnswerValue)
    /// Nothing usable; what to say.
    case unclear(BilingualText)
  }

  private let understanding: Understanding

  /// A reader that understands free words in this way.
  package init(_ understanding: Understanding) {
    self.understanding = understanding
  }

  /// Reads one line (or a pasted text, its lines joined by line feeds).
  ///
  /// `-`, "skip" and 跳过 take the question's way round; `=` confirms the guess; an empty line keeps
  /// the earlier answer where one is shown.
  package func read(_ line: String, for question: Question, today: CalendarDate) -> Reading {
    let word = line.trimmingBlanks
    if word.isEmpty, let earlier = question.earlier { return .answer(earlier) }
    if takesWayRound(word, of: question) { return .answer(.skipped) }
    if AnswerReader.confirms.contains(word), let guess = question.guess { return .answer(guess) }
    // A lone sign means a way round or a guess; where there is none it is no text either.
    if AnswerReader.skips.contains(word) || AnswerReader.confirms.contains(word) {
      return .unclear(wanted(for: question))
    }
    if let value = value(word, whole: line, for: question, today: today) { return .answer(value) }
    return .unclear(wanted(for: question))
  }

  /// A word as it is compared: lower case, full-width letters and digits made plain, no blanks at the ends.
  static func folded(_ text: String) -> String {
    let scalars = text.trimmingBlanks.unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    return String(String.UnicodeScalarView(scalars)).lowercased()
  }

  /// Whether a line is a whole answer to a question that waits for a paste: the way round, the
  /// confirmed guess, the earlier answer kept.
  func isWholeAnswer(_ line: String, to question: Question) -> Bool {
    let word = line.trimmingBlanks
    if word.isEmpty { return question.earlier != nil }
    return AnswerReader.skips.contains(word.lowercased()) && question.ask.skip != nil
      || AnswerReader.confirms.contains(word) && question.guess != nil
  }

  /// Whether a word takes the question's way round: its sign, its label, or words of not knowing,
  /// which would otherwise stand as a name in a letter.
  private func takesWayRound(_ word: String, of question: Question) -> Bool {
    guard question.ask.skip != nil else { return false }
    let word = word.lowercased()
    if AnswerReader.skips.contains(word) || AnswerReader.unknowns.contains(word) { return true }
    return Language.allCases.contains { language in
      question.skipLabel(in: language).map { $0.lowercased() == word } ?? false
    }
  }

  /// Words of not knowing, lower case.
  private static let unknowns: Set<String> = [
    "不确定", "不知道", "不清楚", "说不清", "不记得", "忘了", "没有说", "not sure", "unsure", "unknown",
    "don't know", "i don't know", "dont know", "no idea",
  ]

  private static let skips: Set<String> = ["-", "－", "skip", "跳过"]
  private static let confirms: Set<String> = ["=", "＝"]

  private func value(
    _ word: String, whole: String, for question: Question, today: CalendarDate
  ) -> AnswerValue? {
    let type = question.ask.type
    let options = OptionReader(options: type.options, isTri: type == .tri)
    switch type {
    case .tri, .choice: return options.option(word).map { .option($0.id) }
    case .multi: return options.options(word).map { .options($0.map(\.id)) }
    case .integer:
      let words = Language.allCases.map { question.text(in: $0) }.joined(separator: "\n")
      return understanding.integer(word, words).map(AnswerValue.integer)
    case .money: return understanding.money(word).map(AnswerValue.money)
    case .percent(let per):
      return understanding.rate(word, per.basis).map(AnswerValue.percent)
    case .date:
      // 3月5日 may be the last one or the next one: the question's own checks may tell.
      let days = understanding.dates(word, today).map(AnswerValue.date)
      return days.first { question.problem(with: $0, in: .zh, on: today) == nil } ?? days.first
    case .paste, .file: return word.isEmpty ? nil : .text(whole)
    case .text, .phone: return word.isEmpty ? nil : .text(word)
    case .bool, .list, .record: return nil
    }
  }

  /// What the question wants, and that it can be skipped where it can.
  private func wanted(for question: Question) -> BilingualText {
    let wish =
      switch question.ask.type {
      case .tri, .choice: AssistantWords.options(question.ask.type.options.count)
      case .multi: AssistantWords.multiHint
      case .integer: AssistantWords.wantsInteger
      case .money: AssistantWords.wantsMoney
      case .percent: AssistantWords.wantsPercent
      case .date: AssistantWords.wantsDate
      case .paste: AssistantWords.emptyPaste
      default: AssistantWords.wantsText
      }
    guard question.ask.skip != nil else { return wish }
    return BilingualText(
      zh: wish.zh + AssistantWords.orSkip.zh, en: wish.en + " " + AssistantWords.orSkip.en)
  }
}

extension Optional where Wrapped == RatePeriod {
  /// The basis of a rate asked per day, month or year; per year where none was named.
  fileprivate var basis: RateBasis {
    switch self {
    case .day: .perDay
    case .month: .perMonth
    case .year, nil: .perYear
    }
  }
}
