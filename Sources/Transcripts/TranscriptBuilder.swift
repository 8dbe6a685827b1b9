import Charts
import CoreFunctions
import Expressions
import Facts
import FlowEngine
import MoneyAndDates
import NoticePage
import Notices
import Planning
import Redaction
import Wording

/// Makes the transcript of an interview: what was said and found, in one language.
package struct TranscriptBuilder: Sendable {
  /// A note of the person's own and its day.
  package typealias Note = (day: CalendarDate, text: String)

  private let facts: FactBook

  /// A builder that tells sources and contacts from these facts.
  package init(facts: FactBook) {
    self.facts = facts
  }

  /// The transcript of an interview as it stands; `masked` hides personal numbers.
  package func transcript(
    of interview: Interview, notes: [Note], contactLog: [LoggedContact] = [],
    in language: Language, masked: Bool
  ) -> Transcript {
    let results = InterviewResults(interview)
    let redactor = masked ? Redactor(keeping: keptNumbers(results, interview)) : nil
    let mask: (String) -> String = { redactor?.redact($0) ?? $0 }
    let page = results.outcome
    let program = interview.programs.program(interview.flow)
    let lastDay = interview.trail.map(\.given.day).max()
    let sources = page.map { cited(by: $0, results, lastDay, in: language) } ?? []
    return Transcript(
      language: language, title: program?.flow.title[language] ?? interview.flow,
      flow: "\(interview.flow)@\(program?.flow.version ?? 0)",
      days: Set(interview.trail.map(\.given.day)).sorted(),
      verdict: page.map {
        Transcript.Verdict(
          title: mask($0.title(in: language)), text: mask($0.text(in: language) ?? ""))
      },
      notices: results.notices.map { report($0, results, in: language, mask) },
      answers: interview.trail.map { answer($0, in: language, mask) },
      plans: plans(results, in: language), balances: balances(results, in: language),
      letters: page.map { letters(of: $0, in: language, mask) } ?? [],
      contacts: page.map { $0.contacts.compactMap { contact($0, lastDay, in: language) } } ?? [],
      deadlines: page.map { inOrder(dated($0.deadlines(in: language), mask)) } ?? [],
      steps: page.map { dated($0.steps(in: language), mask) } ?? [], sources: sources,
      notes: notes.map { Transcript.DatedItem(day: $0.day, text: mask($0.text), basis: "") },
      contactLog: contactLog.map { line in
        LoggedContact(
          day: line.day, time: mask(line.time), number: line.number, party: mask(line.party),
          words: mask(line.words))
      })
  }

  /// Numbers that stay readable: those the notice wants called and the sender's, which are evidence
  /// and which letters must name in full, and official ones.
  private func keptNumbers(_ results: InterviewResults, _ interview: Interview) -> Set<String> {
    let used = results.notices.flatMap { notice in
      notice.phones.filter { !$0.isPersonal }.map(\.number)
        + [notice.sender?.number].compactMap { $0 }
    }
    let official = (results.outcome?.contacts ?? []).flatMap { facts.fact($0)?.numbers ?? [] }
    let callers = interview.trail.compactMap { answered -> String? in
      guard answered.question.ask.type == .phone, case .text(let number) = answered.given.value
      else { return nil }
      return number
    }
    return Set(used + official + callers)
  }

  private func report(
    _ notice: Notice, _ results: InterviewResults, in language: Language,
    _ mask: (String) -> String
  ) -> Transcript.NoticeReport {
    let description = NoticeDescription(notice, in: language)
    let threats = description.threats(facts)
    let assessment = results.assessment.map { AssessmentDescription($0, in: language).lines } ?? []
    let text = mask(notice.text)
    return Transcript.NoticeReport(
      text: text, marked: MarkedMessage(text, marks: FindingMarks(notice).all),
      findings: mask(description.findings.joined(separator: "\n")),
      missing: description.missing.joined(separator: "\n"),
      assessment: mask((assessment + threats).joined(separator: "\n")),
      level: results.assessment?.level.rawValue ?? "",
      evidence: (results.assessment?.evidence ?? []).map { item in
        Transcript.EvidenceLine(
          id: item.rule.id, isForScam: item.rule.side == .scam, weight: item.rule.weight,
          isDecisive: item.rule.isHard, sentence: item.rule.sentence[language],
          words: item.quotes.map { mask($0.text) })
      })
  }

  /// What is owed after each month of each plan, the first value before any payment.
  private func balances(_ results: InterviewResults, in language: Language) -> [BalanceCurve] {
    guard results.plans.count > 1 else { return [] }
    return results.plans.map { plan in
      BalanceCurve(
        name: plan.name[language],
        balances: [plan.schedule.principal] + plan.schedule.rows.map(\.balance))
    }
  }

  private func answer(
    _ answered: AnsweredQuestion, in language: Language, _ mask: (String) -> String
  ) -> Transcript.QuestionAndAnswer {
    Transcript.QuestionAndAnswer(
      key: answered.key, question: mask(answered.question.text(in: language)),
      answer: mask(answered.question.printed(answered.given.value, in: language)),
      day: answered.given.day)
  }

  private func plans(
    _ results: InterviewResults, in language: Language
  ) -> [Transcript.TitledText] {
    var texts: [Transcript.TitledText] = []
    if let budget = results.budget {
      texts.append(
        Transcript.TitledText(title: Words.budget[language], text: budget.sum[language] + "\n"))
    }
    if results.plans.count > 1 {
      texts.append(
        Transcript.TitledText(
          title: Words.comparison[language],
          text: RepaymentPlan.comparison(results.plans, in: language)))
    }
    for plan in results.plans {
      texts.append(
        Transcript.TitledText(
          title: Words.plan[language] + plan.name[language],
          text: plan.table(in: language) + "\n" + plan.formulas(in: language) + "\n"))
    }
    if let rates = results.rates {
      texts.append(
        Transcript.TitledText(title: Words.rates[language], text: rates.described(in: language)))
    }
    if let complaint = results.complaint {
      texts.append(
        Transcript.TitledText(
          title: Words.complaint[language], text: complaint.described(in: language)))
    }
    return texts
  }

  private func letters(
    of page: OutcomePage, in language: Language, _ mask: (String) -> String
  ) -> [Transcript.LetterCopy] {
    page.letters.compactMap { id in
      guard let zh = page.filledLetter(id, in: .zh) else { return nil }
      let en = page.filledLetter(id, in: .en)
      let shown = (language == .en ? en : zh) ?? zh
      return Transcript.LetterCopy(
        id: id, title: shown.template.title, warnings: shown.template.warnings,
        zh: mask(zh.text), en: en.map { mask($0.text) })
    }
  }

  private func dated(
    _ lines: [DatedLine], _ mask: (String) -> String
  ) -> [Transcript.DatedItem] {
    lines.map { Transcript.DatedItem(day: $0.day, text: mask($0.text), basis: $0.basis ?? "") }
  }

  /// The nearest day first; what has no day comes last.
  private func inOrder(_ items: [Transcript.DatedItem]) -> [Transcript.DatedItem] {
    let ordered = items.enumerated().sorted { left, right in
      guard let day = left.element.day else {
        return right.element.day == nil && left.offset < right.offset
      }
      guard let other = right.element.day else { return true }
      return day == other ? left.offset < right.offset : day < other
    }
    return ordered.map(\.element)
  }

  // MARK: Facts

  private func contact(
    _ key: String, _ day: CalendarDate?, in language: Language
  ) -> Transcript.Reference? {
    guard let fact = facts.fact(key) else { return nil }
    let numbers = fact.numbers.joined(separator: language == .zh ? "、" : ", ")
    let name = fact.title[language]
    let isInstitution = key.utf8.starts(with: "institution.".utf8)
    let shown = numbers.isEmpty && isInstitution ? Words.noNumber[language] : numbers
    let title = shown.isEmpty || name == shown ? name : "\(name) \(shown)"
    return reference(fact, key, title: title, day, in: language)
  }

  private func reference(
    _ fact: Fact, _ key: String, title: String, _ day: CalendarDate?, in language: Language
  ) -> Transcript.Reference {
    let isPast = day.map { day in fact.reviewBy.map { $0 < day } ?? false } ?? false
    let origin = origin(of: fact, in: language) + (isPast ? Words.pastReview[language] : "")
    return Transcript.Reference(
      id: key, title: title, text: fact.statement[language], origin: origin,
      asOf: fact.asOf.flatMap { $0.day == nil ? nil : $0.text },
      confidence: fact.confidence.rawValue, isPastReview: isPast)
  }

  /// The facts an outcome rests on: its basis, its deadlines, and the rules behind the threats.
  private func cited(
    by page: OutcomePage, _ results: InterviewResults, _ day: CalendarDate?,
    in language: Language
  ) -> [Transcript.Reference] {
    let threats = results.notices.flatMap { notice in
      notice.threats.flatMap { facts.threatTruth($0.kind.rawValue)?.rules ?? [] }
    }
    var seen: Set<String> = []
    return (page.basis + page.deadlines(in: language).compactMap(\.basis) + threats)
      .filter { seen.insert($0).inserted }
      .compactMap { key in
        facts.fact(key).map { reference($0, key, title: $0.title[language], day, in: language) }
      }
  }

  private func origin(of fact: Fact, in language: Language) -> String {
    let source = fact.sources.first?.title ?? Words.noSource[language]
    let grade = fact.confidence.label[language]
    let day = fact.asOf.flatMap { $0.day == nil ? nil : $0.text }
    let asOf = day.map { language == .zh ? "截至 \($0)" : "as of \($0)" } ?? Words.undated[language]
    return language == .zh
      ? "来源：\(source)；\(asOf)；\(grade)" : "source: \(source); \(asOf); \(grade)"
  }

  private enum Words {
    static let budget = BilingualText(zh: "每月能还多少", en: "What can be paid each month")
    static let comparison = BilingualText(zh: "方案对比", en: "Plans side by side")
    static let plan = BilingualText(zh: "还款表：", en: "Payments: ")
    static let rates = BilingualText(zh: "真实年利率", en: "True annual rate")
    static let complaint = BilingualText(zh: "投诉去处和时间", en: "Where to complain, and when")
    static let noNumber = BilingualText(
      zh: "（没有核实过的号码：看合同、自己装的 App 里、银行卡背面）",
      en:
        "(no verified number: it is on your contract, in the app you installed yourself, on the card's back)"
    )
    static let pastReview = BilingualText(
      zh: "；已过复核日，请先核对是否有变化", en: "; past its review date, check whether it still holds")
    static let noSource = BilingualText(zh: "未注明", en: "not named")
    static let undated = BilingualText(zh: "日期不明", en: "undated")
  }
}
