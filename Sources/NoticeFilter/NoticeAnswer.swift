import JSONText
import Notices

/// Writes a notice and its assessment as the JSON of `read --jsonl` to one line.
struct NoticeAnswer {
  let notice: Notice
  let assessment: Assessment
  let evidence: EvidenceTexts
  private(set) var line: JSONLine

  init(id: JSONValue, notice: Notice, assessment: Assessment, evidence: EvidenceTexts) {
    self.notice = notice
    self.assessment = assessment
    self.evidence = evidence
    line = JSONLine(room: 1024)
    line.add("{\"id\":")
    line.add(id)
    line.add(",\"lang\":")
    line.add(string: notice.language.rawValue)
    line.add(",\"entities\":[")
    addEntities()
    line.add("],\"assessment\":")
    addAssessment()
    line.add(",\"missing\":[")
    for (index, missing) in notice.missing.enumerated() {
      if index > 0 { line.add(",") }
      line.add(string: missing.rawValue)
    }
    line.add("]}")
  }

  // MARK: - Entities

  /// A finding by its list and its place there, with the place of its words.
  private struct Item {
    let start: Int
    let end: Int
    let list: List
    let index: Int
  }

  /// The lists of findings in the order in which findings of one place are written.
  private enum List: CaseIterable {
    case signature, institution, person, contact
    case amount, date, time, overdueDays, dueInDays, period
    case phone, link, reference
    case threat, urgency, request, thirdParty, discount, optOut, paidIgnore
  }

  /// The findings in reading order; of equal starts the longer first.
  private mutating func addEntities() {
    var items: [Item] = []
    for list in List.allCases {
      for index in 0..<count(list) {
        let range = quote(list, index).range
        if list == .request, named(notice.requests[index].kind) == nil { continue }
        items.append(
          Item(start: range.lowerBound, end: range.upperBound, list: list, index: index))
      }
    }
    items.sort { $0.start == $1.start ? $0.end > $1.end : $0.start < $1.start }
    for (number, item) in items.enumerated() {
      line.add(number > 0 ? ",{\"kind\":" : "{\"kind\":")
      line.add(string: kind(item.list, item.index))
      line.add(",\"start\":")
      line.add(item.start)
      line.add(",\"end\":")
      line.add(item.end)
      line.add(",\"surface\":")
      line.add(string: quote(item.list, item.index).scalars)
      addAttributes(item.list, item.index)
      line.add("}")
    }
  }

  private func count(_ list: List) -> Int {
    switch list {
    case .signature: notice.signatures.count
    case .institution: notice.institutions.count
    case .person: notice.persons.count
    case .contact: notice.contacts.count
    case .amount: notice.amounts.count
    case .date: notice.dates.count
    case .time: notice.times.count
    case .overdueDays: notice.overdueDays.count
    case .dueInDays: notice.dueInDays.count
    case .period: notice.periods.count
    case .phone: notice.phones.count
    case .link: notice.links.count
    case .reference: notice.references.count
    case .threat: notice.threats.count
    case .urgency: notice.urgency.count
    case .request: notice.requests.count
    case .thirdParty: notice.thirdParty.count
    case .discount: notice.discounts.count
    case .optOut: notice.optOuts.count
    case .paidIgnore: notice.paidIgnores.count
    }
  }

  private func quote(_ list: List, _ index: Int) -> Quote {
    switch list {
    case .signature: notice.signatures[index].quote
    case .institution: notice.institutions[index].quote
    case .person: notice.persons[index].quote
    case .contact: notice.contacts[index].quote
    case .amount: notice.amounts[index].quote
    case .date: notice.dates[index].quote
    case .time: notice.times[index].quote
    case .overdueDays: notice.overdueDays[index].quote
    case .dueInDays: notice.dueInDays[index].quote
    case .period: notice.periods[index].quote
    case .phone: notice.phones[index].quote
    case .link: notice.links[index].quote
    case .reference: notice.references[index].quote
    case .threat: notice.threats[index].quote
    case .urgency: notice.urgency[index].quote
    case .request: notice.requests[index].quote
    case .thirdParty: notice.thirdParty[index]
    case .discount: notice.discounts[index]
    case .optOut: notice.optOuts[index]
    case .paidIgnore: notice.paidIgnores[index]
    }
  }

  private func kind(_ list: List, _ index: Int) -> String {
    switch list {
    case .signature: "signature"
    case .institution: "institution"
    case .person: "person"
    case .contact: "contact"
    case .amount: "amount"
    case .date: "date"
    case .time: "time"
    case .overdueDays: "overdue_days"
    case .dueInDays: "due_in_days"
    case .period: "period"
    case .phone: "phone"
    case .link: "url"
    case .reference: notice.references[index].kind.rawValue
    case .threat: "threat"
    case .urgency: "urgency"
    case .request: named(notice.requests[index].kind)?.kind ?? "request"
    case .thirdParty: "third_party"
    case .discount: "discount"
    case .optOut: "optout"
    case .paidIgnore: "paid-ignore"
    }
  }

  private mutating func addAttributes(_ list: List, _ index: Int) {
    switch list {
    case .signature: add("registry", notice.signatures[index].institutionID)
    case .institution: add("registry", notice.institutions[index].registryID)
    case .contact: add("sub", notice.contacts[index].kind.rawValue)
    case .amount: add(notice.amounts[index])
    case .date: add(notice.dates[index])
    case .time: add("value", notice.times[index].value)
    case .overdueDays: add("value", notice.overdueDays[index].value.map(String.init) ?? "many")
    case .dueInDays: add("value", notice.dueInDays[index].value.map(String.init))
    case .period: add("value", notice.periods[index].value.map(String.init))
    case .phone: add(notice.phones[index])
    case .link: add(notice.links[index])
    case .reference:
      line.add(",\"value\":")
      line.add(string: notice.references[index].quote.scalars)
    case .threat:
      add("sub", named(notice.threats[index].kind))
      add("rule", notice.threats[index].rule)
    case .urgency: add("sub", notice.urgency[index].degree.rawValue)
    case .request: add("sub", named(notice.requests[index].kind)?.sub)
    case .discount: add("sub", "offer")
    case .person, .thirdParty, .optOut, .paidIgnore: break
    }
  }

  private mutating func add(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    line.add(",\"")
    line.add(name)
    line.add("\":")
    line.add(string: value)
  }

  private mutating func add(_ amount: AmountFinding) {
    add("value", amount.isUnclear ? nil : amount.value)
    add("currency", amount.currency)
    add("role", amount.role.rawValue)
  }

  private mutating func add(_ date: DateFinding) {
    add("value", date.value)
    if notice.received != nil {
      add("resolved", date.day?.iso)
      add("not_before", date.earliest?.iso)
    }
    add("role", date.role?.rawValue)
  }

  private mutating func add(_ phone: PhoneFinding) {
    add("value", phone.number)
    add("sub", phone.kind.rawValue)
    add("registry", phone.ownerID)
    add("disguise", phone.disguises.first?.rawValue)
  }

  private mutating func add(_ link: LinkFinding) {
    add("host", link.registrable)
    add("registry", link.ownerID)
    add("imitates", link.imitates)
  }

  /// A threat by the names of the annotation guidelines, which know fewer kinds.
  private func named(_ kind: ThreatFinding.Kind) -> String {
    switch kind {
    case .blacklist: ThreatFinding.Kind.creditRecord.rawValue
    case .childSchool: ThreatFinding.Kind.contactFamily.rawValue
    default: kind.rawValue
    }
  }

  /// The requests that the annotation guidelines name: secrets and transfers.
  private func named(_ kind: RequestFinding.Kind) -> (kind: String, sub: String)? {
    switch kind {
    case .code: ("secret", "code")
    case .password, .tellPassword: ("secret", "login")
    case .card: ("secret", "card+code")
    case .identity: ("secret", "personal-info")
    case .transferPersonal: ("transfer", "personal-account")
    case .transferSafe: ("transfer", "safe-account")
    case .feeFirst: ("transfer", "fee")
    case .screenSharing, .addContact, .clickLink, .callNumber, .installApp: nil
    }
  }

  // MARK: - Assessment

  private mutating func addAssessment() {
    line.add("{\"class\":")
    line.add(string: assessment.kind.rawValue)
    line.add(",\"risk\":")
    line.add(.double(assessment.risk))
    line.add(",\"level\":")
    line.add(string: assessment.level.rawValue)
    line.add(",\"evidence\":[")
    for (index, item) in assessment.evidence.enumerated() {
      if index > 0 { line.add(",") }
      let texts = evidence.texts(of: item.rule)
      line.add(texts.head)
      if let quote = item.quotes.first {
        line.add(",\"start\":")
        line.add(quote.range.lowerBound)
        line.add(",\"end\":")
        line.add(quote.range.upperBound)
      }
      line.add(texts.tail)
    }
    line.add("]}")
  }
}
