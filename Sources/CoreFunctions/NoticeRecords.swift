import Expressions
import Facts
import MoneyAndDates
import Notices
import Wording

/// The record types of the reading core: what flows can ask of a notice and its assessment.
package struct NoticeRecords: Sendable {
  let notice: RecordShape<Notice>
  let assessment: RecordShape<Assessment>
  let types: [RecordType]

  /// The shapes; owners of numbers and names of institutions are looked up in these facts.
  init(_ facts: FactBook) {
    let amount = NoticeRecords.amount
    let phone = NoticeRecords.phone(facts)
    let link = NoticeRecords.link
    let threat = NoticeRecords.threat
    let evidence = NoticeRecords.evidence
    notice = NoticeRecords.notice(facts, amount, phone, link, threat)
    assessment = NoticeRecords.assessment(evidence)
    types = [
      notice.type, assessment.type, amount.type, phone.type, link.type, threat.type, evidence.type,
    ]
  }

  private static let amount = RecordShape<AmountFinding>(
    "Amount",
    [
      .maybe("value", .money, zh: "金额", en: "amount") { $0.money.map(Value.money) },
      .field("role", .string, zh: "性质", en: "role") { .string($0.role.rawValue) },
      .field("words", .string, zh: "原文", en: "words") { .string($0.quote.text) },
    ])

  private static func phone(_ facts: FactBook) -> RecordShape<PhoneFinding> {
    RecordShape(
      "Phone",
      [
        .field("number", .string, zh: "号码", en: "number") { .string($0.number) },
        .field("words", .string, zh: "原文", en: "words") { .string($0.quote.text) },
        .field("kind", .string, zh: "类别", en: "kind") { .string($0.kind.rawValue) },
        .field("disguised", .bool, zh: "经过伪装", en: "disguised") {
          .bool(!$0.disguises.isEmpty)
        },
        .field("personal", .bool, zh: "收信人或亲友的", en: "the addressee's or a relative's") {
          .bool($0.isPersonal)
        },
        .maybe("owner", .string, zh: "登记的机构", en: "registered owner") {
          $0.ownerID.flatMap { facts.institution($0)?.name.zh }.map(Value.string)
        },
      ])
  }

  private static let link = RecordShape<LinkFinding>(
    "Link",
    [
      .field("host", .string, zh: "网站", en: "host") { .string($0.host) },
      .field("registrable", .string, zh: "注册域名", en: "registered domain") {
        .string($0.registrable)
      },
      .field("official", .bool, zh: "是官方域名", en: "an official domain") { .bool($0.isOfficial) },
      .field("shortLink", .bool, zh: "是短链接", en: "a short link") { .bool($0.isShort) },
      .field("words", .string, zh: "原文", en: "words") { .string($0.quote.text) },
    ])

  private static let threat = RecordShape<ThreatFinding>(
    "Threat",
    [
      .field("kind", .string, zh: "类别", en: "kind") { .string($0.kind.rawValue) },
      .field("words", .string, zh: "原文", en: "words") { .string($0.quote.text) },
      .maybe("rule", .string, zh: "相关规则", en: "the rule about it") {
        $0.rule.map(Value.string)
      },
    ])

  private static let evidence = RecordShape<Evidence>(
    "Evidence",
    [
      .field("id", .string, zh: "编号", en: "id") { .string($0.rule.id) },
      .field("side", .string, zh: "支持哪一边", en: "side") { .string($0.rule.side.rawValue) },
      .field("weight", .int, zh: "分量", en: "weight") { .int(Int64($0.rule.weight)) },
      .field("words", .string, zh: "原文", en: "words") {
        .string($0.quotes.map(\.text).joined(separator: " … "))
      },
    ])

  private static func assessment(_ evidence: RecordShape<Evidence>) -> RecordShape<Assessment> {
    RecordShape(
      "Assessment",
      [
        .field("level", .string, zh: "结论", en: "level") { .string($0.level.rawValue) },
        .field("kind", .string, zh: "短信类别", en: "kind of text") { .string($0.kind.rawValue) },
        .field("scamWeight", .int, zh: "像诈骗的分量", en: "weight for a scam") {
          .int(Int64($0.scamWeight))
        },
        .field("genuineWeight", .int, zh: "像真通知的分量", en: "weight for a genuine notice") {
          .int(Int64($0.genuineWeight))
        },
        .field("hardRule", .bool, zh: "有绝对的依据", en: "an absolute fact decided") {
          .bool($0.hardRule)
        },
        .field("evidence", .list(.record("Evidence")), zh: "依据", en: "evidence") {
          .list($0.evidence.map(evidence.record))
        },
      ])
  }
}

extension NoticeRecords {
  private static func notice(
    _ facts: FactBook, _ amount: RecordShape<AmountFinding>, _ phone: RecordShape<PhoneFinding>,
    _ link: RecordShape<LinkFinding>, _ threat: RecordShape<ThreatFinding>
  ) -> RecordShape<Notice> {
    RecordShape(
      "Notice",
      whoFields(facts) + moneyFields(amount) + dateFields + [
        .field("phones", .list(.record("Phone")), zh: "电话", en: "phone numbers") {
          .list($0.phones.map(phone.record))
        },
        .field("links", .list(.record("Link")), zh: "链接", en: "links") {
          .list($0.links.map(link.record))
        },
        .field("threats", .list(.record("Threat")), zh: "威胁", en: "threats") {
          .list($0.threats.map(threat.record))
        },
      ] + demandFields)
  }

  private static func whoFields(_ facts: FactBook) -> [RecordShape<Notice>.Part] {
    [
      .field("text", .string, zh: "原文", en: "text") { .string($0.text) },
      .field("isEmpty", .bool, zh: "没有内容", en: "is empty") { .bool($0.isEmpty) },
      .maybe("signature", .string, zh: "签名", en: "signature") {
        $0.signatures.first.map { .string($0.quote.text) }
      },
      .maybe("institution", .string, zh: "登记的机构", en: "registered institution") {
        $0.registeredInstitution(facts).map { .string($0.name.zh) }
      },
      .maybe("institutionKind", .string, zh: "机构类别", en: "kind of institution") {
        $0.registeredInstitution(facts).map { .string($0.kind.rawValue) }
      },
      .field("inRegistry", .bool, zh: "名字在登记里", en: "name is in the registry") {
        .bool($0.registeredInstitution(facts) != nil)
      },
      .maybe("person", .string, zh: "称呼", en: "addressee") {
        $0.persons.first.map { .string($0.quote.text) }
      },
      .maybe("contract", .string, zh: "合同编号", en: "contract number") { notice in
        notice.references.first { $0.kind == .reference }.map { .string($0.quote.text) }
      },
    ]
  }

  private static func moneyFields(
    _ amount: RecordShape<AmountFinding>
  ) -> [RecordShape<Notice>.Part] {
    [
      .field("amounts", .list(.record("Amount")), zh: "金额", en: "amounts") {
        .list($0.amounts.map(amount.record))
      },
      .maybe("largestAmount", .money, zh: "最大的金额", en: "largest amount") {
        $0.largestAmount.map(Value.money)
      },
      .maybe("principal", .money, zh: "本金", en: "principal") {
        $0.amount(.principal).map(Value.money)
      },
      .maybe("penalty", .money, zh: "违约金或罚息", en: "penalty") {
        $0.amount(.penalty).map(Value.money)
      },
      .maybe("interest", .money, zh: "利息", en: "interest") {
        $0.amount(.interest).map(Value.money)
      },
    ]
  }

  private static var dateFields: [RecordShape<Notice>.Part] {
    [
      .maybe("overdueDays", .int, zh: "逾期天数", en: "days overdue") { notice in
        notice.overdueDays.compactMap(\.value).first.map { .int(Int64($0)) }
      },
      .maybe("deadline", .date, zh: "期限", en: "deadline") { $0.deadline?.day.map(Value.date) },
      .maybe("deadlineTime", .string, zh: "期限的钟点", en: "time of the deadline") {
        $0.deadline?.time.map(Value.string)
      },
    ]
  }

  private static var demandFields: [RecordShape<Notice>.Part] {
    [
      .field("requests", .list(.string), zh: "要求", en: "requests") {
        .list($0.requests.map { .string($0.kind.rawValue) })
      },
      .field("asksForSecret", .bool, zh: "索要密码、验证码等", en: "asks for a secret") {
        .bool($0.asksForSecret)
      },
      .field("asksForTransfer", .bool, zh: "要求转账", en: "asks for a transfer") {
        .bool($0.asksForTransfer)
      },
      .field("hasOfficialLink", .bool, zh: "有官方链接", en: "has an official link") {
        .bool($0.hasOfficialLink)
      },
      .field("mentionsThirdParty", .bool, zh: "牵扯他人", en: "presses others") {
        .bool(!$0.thirdParty.isEmpty)
      },
      .field("optOut", .bool, zh: "有退订方法", en: "says how to opt out") {
        .bool(!$0.optOuts.isEmpty)
      },
      .field("disguised", .bool, zh: "有伪装", en: "uses disguises") { .bool($0.isDisguised) },
      .field("missing", .list(.string), zh: "没有写的", en: "what is missing") {
        .list($0.missing.map { .string($0.rawValue) })
      },
    ]
  }
}

extension Notice {
  /// The institution of the registry that the signature or else the text names.
  func registeredInstitution(_ facts: FactBook) -> Institution? {
    registryID.flatMap(facts.institution)
  }
}
