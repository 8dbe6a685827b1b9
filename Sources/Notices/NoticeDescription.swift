import Facts
import MoneyAndDates
import Wording

/// A notice in words for a person, in one language; everything is safe for the terminal.
package struct NoticeDescription: Sendable {
  private let notice: Notice
  private let language: Language

  /// Describes a notice in a language.
  package init(_ notice: Notice, in language: Language) {
    self.notice = notice
    self.language = language
  }

  /// Each finding as one bullet with the words it rests on, in the order of a letter: who, what, how
  /// much, until when, how to reach them, what they press with.
  package var findings: [String] {
    let groups = [
      names, debt, deadlines, channels, requests, threatLines, pressure, disguises,
    ]
    return groups.flatMap { $0 }.map { "- \($0)".safeForTerminal }
  }

  /// Each thing an honest notice states and this one does not, as a bullet.
  package var missing: [String] {
    notice.missing.map { "- \($0.wording[language])" }
  }

  private func quoted(_ quote: Quote) -> String {
    let text = quote.text.unicodeScalars.map { $0 == "\n" ? " " : String($0) }.joined()
    return language == .zh ? "「\(text)」" : "“\(text)”"
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private var names: [String] {
    let signatures = notice.signatures.map {
      say("签名：", "Signature: ") + quoted($0.quote)
        + "（\($0.standing[language])）".inBrackets(language)
    }
    let institutions = notice.institutions.map {
      say("提到的机构：", "Names: ") + quoted($0.quote)
        + "（\($0.standing[language])）".inBrackets(language)
    }
    let persons = notice.persons.map { say("提到的人：", "Person: ") + quoted($0.quote) }
    let references = notice.references.map { $0.kind.wording[language] + quoted($0.quote) }
    return signatures + institutions + persons + references
  }

  private var debt: [String] {
    let overdue = notice.overdueDays.map { count in
      count.value.map { say("称已逾期 \($0) 天：", "Says \($0) days overdue: ") + quoted(count.quote) }
        ?? say("称已逾期多天：", "Says many days overdue: ") + quoted(count.quote)
    }
    let periods = notice.periods.map { count in
      say("期数：", "Instalment: ") + quoted(count.quote)
    }
    let amounts = notice.amounts.map { amount in
      let value = amount.described(in: language)
      let words = [amount.roleWords, amount.quote].compactMap(\.self).map(quoted).joined(
        separator: " ")
      return "\(amount.role.wording[language])\(say("：", ": "))\(value) \(words)"
    }
    return overdue + periods + amounts
  }

  private var deadlines: [String] {
    if let deadline = notice.deadline {
      let day = deadline.day?.formatted(in: language) ?? deadline.openDay[language]
      let time = deadline.time.map { " \($0)" } ?? ""
      return [say("期限：", "Deadline: ") + day + time + " " + quoted(deadline.quote)]
    }
    return notice.dates.filter { $0.role == .due }.map { date in
      let day = date.day?.formatted(in: language) ?? date.openDay[language]
      return say("到期日：", "Due: ") + day + " " + quoted(date.quote)
    }
  }

  private var channels: [String] {
    let links = notice.links.map { link in
      let standing = notice.standing(of: link)[language]
      return say("链接指向 ", "Link to ") + link.registrable + "（\(standing)）".inBrackets(language)
        + " " + quoted(link.quote)
    }
    let phones = notice.phones.map { phone in
      let owner = notice.standing(of: phone)[language]
      let dressed = phone.disguises.map { $0.wording[language] }.joined(separator: say("、", ", "))
      let disguise = dressed.isEmpty ? "" : say("；写法伪装：", "; disguised: ") + dressed
      return say("电话 ", "Phone ") + phone.number
        + "（\(phone.kind.wording[language])\(say("，", ", "))\(owner)\(disguise)）".inBrackets(
          language)
        + " " + quoted(phone.quote)
    }
    let contacts = notice.contacts.map { say("让你去：", "Sends you to: ") + quoted($0.quote) }
    return links + phones + contacts
  }

  private var requests: [String] {
    notice.requests.map { "\($0.kind.wording[language])\(say("：", ": "))\(quoted($0.quote))" }
  }

  private var threatLines: [String] {
    notice.threats.map {
      say("威胁：", "Threat: ") + $0.kind.wording[language] + " " + quoted($0.quote)
    }
  }

  /// Each kind of threat with its words and what is true about it, as bullets.
  package func threats(_ facts: FactBook) -> [String] {
    ThreatFinding.Kind.allCases.compactMap { kind in
      let words = notice.threats.filter { $0.kind == kind }.map { quoted($0.quote) }
      guard !words.isEmpty else { return nil }
      let truth = facts.threatTruth(kind.rawValue)
      let basis = truth?.rules.first.map { say("（依据 \($0)）", " (\($0))") } ?? ""
      let head = "- \(kind.wording[language]) \(words.joined(separator: " "))"
      let rest = truth.map { say("：", ": ") + $0.truth[language] + basis } ?? ""
      return (head + rest).safeForTerminal
    }
  }

  private var pressure: [String] {
    notice.urgency.filter { $0.degree == .high }.map {
      say("催促：", "Haste: ") + quoted($0.quote)
    }
      + notice.thirdParty.map { say("涉及第三人：", "Involves others: ") + quoted($0) }
      + notice.discounts.map { say("优惠说法：", "Offer: ") + quoted($0) }
      + notice.paidIgnores.map { say("写明已还可忽略：", "Says to ignore it if paid: ") + quoted($0) }
      + notice.optOuts.map { say("退订方法：", "How to stop it: ") + quoted($0) }
  }

  /// The disguises of words; those of numbers stand with their numbers.
  private var disguises: [String] {
    let told = SortedRanges((notice.phones.map(\.quote) + notice.links.map(\.quote)).map(\.range))
    return notice.disguises.filter { !told.overlaps($0.quote.range) }.map {
      say("写法伪装：", "Disguised writing: ") + $0.disguise.wording[language] + " "
        + quoted($0.quote)
    }
  }
}

extension String {
  /// Full-width brackets in Chinese, a blank and plain ones in English.
  fileprivate func inBrackets(_ language: Language) -> String {
    guard language == .en else { return self }
    return " (" + unicodeScalars.dropFirst().dropLast().map(String.init).joined() + ")"
  }
}
