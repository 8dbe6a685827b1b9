import Facts
import MoneyAndDates
import Notices
import Wording

/// What `mingbai read` shows a person: the message with its findings marked, the findings, what is
/// missing, the evidence, the level and the next safe step.
package struct ReadingPage: Sendable {
  /// The width a table has in a pipe.
  private static let pipeColumns = 100

  private let notice: Notice
  private let assessment: Assessment
  private let facts: FactBook
  private let language: Language

  /// The page of a notice and its assessment, in a language.
  package init(
    _ notice: Notice, _ assessment: Assessment, facts: FactBook, in language: Language
  ) {
    self.notice = notice
    self.assessment = assessment
    self.facts = facts
    self.language = language
  }

  /// The whole page, ready to be printed.
  package func text(_ look: TextLook) -> String {
    guard !notice.isEmpty else { return Words.empty[language] + "\n" }
    let marked = MarkedMessage(notice)
    var page = StyledText()
    for section in [message(marked, look), findings(marked, look)] { page.append(section) }
    for (title, lines) in [
      (Words.missing, NoticeDescription(notice, in: language).missing),
      (Words.threats, NoticeDescription(notice, in: language).threats(facts)),
      (Words.sender, sender),
      (title(.scam), evidence(.scam)), (title(.genuine), evidence(.genuine)),
      (Words.level, [AssessmentDescription(assessment, in: language).level]), (Words.next, steps),
    ] {
      page.append(wrapped(section(title, lines), look))
    }
    return look.colour ? page.painted : page.plain
  }

  // MARK: Parts

  private func message(_ marked: MarkedMessage, _ look: TextLook) -> StyledText {
    var text = StyledText(Words.message[language] + "\n", .heading)
    let words = look.colour ? marked.coloured : marked.bracketed(in: language)
    text.append(words)
    if words.plain.unicodeScalars.last != "\n" { text.append("\n") }
    if look.colour, !marked.kinds.isEmpty {
      text.append(Words.colours[language], .quiet)
      for kind in marked.kinds {
        text.append(" ")
        text.append(kind.label[language], .mark(kind))
      }
      text.append("\n")
    }
    return wrapped(text, look)
  }

  private func findings(_ marked: MarkedMessage, _ look: TextLook) -> StyledText {
    guard !marked.marks.isEmpty else { return section(Words.findings, [Words.nothing[language]]) }
    var text = StyledText("\n" + Words.findings[language] + "\n", .heading)
    let table = FindingTable(marked, message: notice.text, in: language)
    text.append(
      table.text(columns: look.columns ?? ReadingPage.pipeColumns, asList: look.accessible))
    return text
  }

  private var sender: [String] {
    guard let sender = notice.sender else { return [] }
    return [SenderDescription(facts, in: language).meaning(of: sender.number)]
      .filter { !$0.isEmpty }
  }

  private func title(_ side: EvidenceRule.Side) -> BilingualText {
    switch side {
    case .scam:
      BilingualText(
        zh: "像诈骗的依据（合计 \(assessment.scamWeight)）：",
        en: "Evidence for a scam (sum \(assessment.scamWeight)):")
    case .genuine:
      BilingualText(
        zh: "像正规通知的依据（合计 \(assessment.genuineWeight)）：",
        en: "Evidence for a genuine notice (sum \(assessment.genuineWeight)):")
    }
  }

  /// Each item as two lines: weight, sentence and words; then what it rests on.
  private func evidence(_ side: EvidenceRule.Side) -> [String] {
    assessment.evidence.filter { $0.rule.side == side }.flatMap { item in
      let weight = item.rule.isHard ? Words.decisive[language] : "+\(item.rule.weight)"
      let quotes = item.quotes.map { quote in
        language == .zh ? "「\(quote.text.onOneLine)」" : "“\(quote.text.onOneLine)”"
      }
      let words = ([item.rule.sentence[language]] + quotes).joined(separator: " ")
      return ["- [\(weight)] \(words)", "    " + source(of: item.rule)]
    }
  }

  /// The title, key and day of the fact behind a rule; for the makers' own judgement, that it is so.
  private func source(of rule: EvidenceRule) -> String {
    guard let fact = facts.fact(rule.source) else { return Words.ownJudgement[language] }
    let day = fact.asOf?.text
    return switch language {
    case .zh: "依据：\(fact.title.zh)（\(rule.source)\(day.map { "，截至 \($0)" } ?? "")）"
    case .en: "Source: \(fact.title.en) (\(rule.source)\(day.map { ", as of \($0)" } ?? ""))"
    }
  }

  private var steps: [String] {
    NextSteps(notice, level: assessment.level, facts: facts).steps.enumerated().map {
      "\($0.offset + 1). \($0.element[language])"
    }
  }

  // MARK: Layout

  private func section(_ title: BilingualText, _ lines: [String]) -> StyledText {
    guard !lines.isEmpty else { return StyledText() }
    var text = StyledText("\n" + title[language] + "\n", .heading)
    for line in lines { text.append(line + "\n") }
    return text
  }

  private func wrapped(_ text: StyledText, _ look: TextLook) -> StyledText {
    look.columns.map { text.wrapped(to: $0) } ?? text
  }
}

extension ReadingPage {
  private enum Words {
    static let message = BilingualText(zh: "短信（标出认出的地方）：", en: "The message, findings marked:")
    static let colours = BilingualText(zh: "颜色：", en: "Colours:")
    static let findings = BilingualText(zh: "短信说了什么：", en: "What it says:")
    static let nothing = BilingualText(
      zh: "没有认出金额、日期、电话、链接或要求。", en: "No amount, date, number, link or demand was found.")
    static let missing = BilingualText(zh: "短信没有说的：", en: "What it does not say:")
    static let threats = BilingualText(zh: "威胁和实情：", en: "Threats, and what is true:")
    static let sender = BilingualText(zh: "发信号码：", en: "The sender's number:")
    static let level = BilingualText(zh: "结论：", en: "So:")
    static let next = BilingualText(zh: "下一步：", en: "Next:")
    static let decisive = BilingualText(zh: "决定性", en: "decisive")
    static let ownJudgement = BilingualText(
      zh: "依据：本程序自己的判断，没有外部来源", en: "Source: this program's own judgement, no outside source")
    static let empty = BilingualText(zh: "没有内容可读。", en: "There is nothing to read.")
  }
}
