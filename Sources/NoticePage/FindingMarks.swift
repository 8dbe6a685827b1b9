import MoneyAndDates
import Notices
import Wording

/// All findings of a notice as marks, in reading order; of equal starts the longer first.
package struct FindingMarks: Sendable {
  private let notice: Notice

  /// The marks of a notice.
  package init(_ notice: Notice) {
    self.notice = notice
  }

  /// The marks in reading order.
  ///
  /// A date or time inside the deadline is told by the deadline, a disguise of a number or link by
  /// that number or link.
  package var all: [FindingMark] {
    (names + money + times + places + demands + disguises).sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }

  private func mark(
    _ kind: FindingMark.Kind, _ quote: Quote, zh: String, en: String,
    _ meaning: BilingualText = BilingualText(zh: "", en: "")
  ) -> FindingMark {
    FindingMark(kind: kind, name: BilingualText(zh: zh, en: en), meaning: meaning, quote: quote)
  }

  private var names: [FindingMark] {
    notice.signatures.map { mark(.name, $0.quote, zh: "签名", en: "Signature", $0.standing) }
      + notice.institutions.map { mark(.name, $0.quote, zh: "机构", en: "Institution", $0.standing) }
      + notice.persons.map { mark(.name, $0.quote, zh: "人名", en: "Person") }
  }

  private var money: [FindingMark] {
    notice.amounts.map { amount in
      FindingMark(
        kind: .money, name: amount.role.wording,
        meaning: BilingualText { amount.described(in: $0) }, quote: amount.quote)
    }
  }

  private var times: [FindingMark] {
    let told = SortedRanges([notice.deadline?.quote.range].compactMap(\.self))
    let dates = notice.dates.filter { !told.covers($0.quote.range) }.map { date in
      FindingMark(
        kind: .time, name: date.role.wording,
        meaning: BilingualText { date.day?.formatted(in: $0) ?? date.openDay[$0] },
        quote: date.quote)
    }
    let clock = notice.times.filter { !told.covers($0.quote.range) }.map {
      mark(.time, $0.quote, zh: "时刻", en: "Time", BilingualText(zh: $0.value, en: $0.value))
    }
    return deadline + dates + clock
      + counts(notice.overdueDays, zh: "逾期", en: "Overdue", unit: .days)
      + counts(notice.dueInDays, zh: "离到期", en: "Due in", unit: .days)
      + counts(notice.periods, zh: "期数", en: "Instalment", unit: .none)
  }

  private var deadline: [FindingMark] {
    guard let deadline = notice.deadline else { return [] }
    let meaning = BilingualText { language in
      let day = deadline.day?.formatted(in: language) ?? deadline.openDay[language]
      return [day, deadline.time].compactMap(\.self).joined(separator: " ")
    }
    return [mark(.time, deadline.quote, zh: "期限", en: "Deadline", meaning)]
  }

  private enum CountUnit { case days, none }

  private func counts(
    _ counts: [CountFinding], zh: String, en: String, unit: CountUnit
  ) -> [FindingMark] {
    counts.map { count in
      let meaning: BilingualText =
        switch (count.value, unit) {
        case (let value?, .days): BilingualText(zh: "\(value) 天", en: "\(value) days")
        case (nil, .days): BilingualText(zh: "多天", en: "many days")
        case (let value?, .none): BilingualText(zh: "\(value)", en: "\(value)")
        case (nil, .none): BilingualText(zh: "", en: "")
        }
      return mark(.time, count.quote, zh: zh, en: en, meaning)
    }
  }

  private var places: [FindingMark] {
    let links = notice.links.map { link in
      let standing = notice.standing(of: link)
      return mark(
        .link, link.quote, zh: "链接", en: "Link",
        BilingualText(
          zh: "\(link.registrable)：\(standing.zh)", en: "\(link.registrable): \(standing.en)"))
    }
    let phones = notice.phones.map { phone in
      let parts =
        [phone.kind.wording, notice.standing(of: phone)] + phone.disguises.map(\.wording)
      return mark(
        .phone, phone.quote, zh: "电话", en: "Phone",
        BilingualText(
          zh: "\(phone.number)：\(parts.map(\.zh).joined(separator: "，"))",
          en: "\(phone.number): \(parts.map(\.en).joined(separator: ", "))"))
    }
    let contacts = notice.contacts.map { mark(.contact, $0.quote, zh: "让你去", en: "Sends you to") }
    let references = notice.references.map {
      FindingMark(
        kind: .reference, name: $0.kind.shortWording, meaning: BilingualText(zh: "", en: ""),
        quote: $0.quote)
    }
    return links + phones + contacts + references
  }

  private var demands: [FindingMark] {
    notice.requests.map { mark(.request, $0.quote, zh: "要求", en: "Request", $0.kind.wording) }
      + notice.threats.map { mark(.threat, $0.quote, zh: "威胁", en: "Threat", $0.kind.wording) }
      + notice.urgency.map { mark(.pressure, $0.quote, zh: "催促", en: "Haste") }
      + notice.thirdParty.map { mark(.pressure, $0, zh: "涉及第三人", en: "Involves others") }
      + notice.discounts.map { mark(.offer, $0, zh: "优惠说法", en: "Offer") }
      + notice.paidIgnores.map { mark(.wayOut, $0, zh: "已还可忽略", en: "Ignore if paid") }
      + notice.optOuts.map { mark(.wayOut, $0, zh: "退订方法", en: "How to stop it") }
  }

  private var disguises: [FindingMark] {
    let told = SortedRanges((notice.phones.map(\.quote) + notice.links.map(\.quote)).map(\.range))
    return notice.disguises.filter { !told.overlaps($0.quote.range) }.map {
      mark(.disguise, $0.quote, zh: "写法伪装", en: "Disguised writing", $0.disguise.wording)
    }
  }
}

extension BilingualText {
  /// A text made the same way for both languages.
  fileprivate init(_ text: (Language) -> String) {
    self.init(zh: text(.zh), en: text(.en))
  }
}

extension Optional where Wrapped == DateFinding.Role {
  fileprivate var wording: BilingualText {
    switch self {
    case .due: BilingualText(zh: "到期日", en: "Due")
    case .event: BilingualText(zh: "发生日期", en: "Happened")
    case .billMonth: BilingualText(zh: "账单月份", en: "Bill month")
    case nil: BilingualText(zh: "日期", en: "Date")
    }
  }
}

extension ReferenceFinding.Kind {
  /// What the number is, without the colon of a line's head.
  fileprivate var shortWording: BilingualText {
    switch self {
    case .tail: BilingualText(zh: "尾号", en: "Last digits")
    case .account: BilingualText(zh: "账号", en: "Account")
    case .reference: BilingualText(zh: "合同或案号", en: "Contract or case")
    }
  }
}
