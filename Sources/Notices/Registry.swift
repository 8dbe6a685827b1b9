import Facts
import Recognizers

/// The look-ups that reading a message needs, compiled once from the facts.
///
/// A class because every finding is made with it and nothing changes it.
final class Registry: Sendable {
  private let facts: FactBook
  /// The names of institutions that count inside a text, with the institution of each.
  let names: [(name: String, id: String)]
  private let threatRules: [ThreatFinding.Kind: String]
  private let helplineNumbers: [String: String]

  /// The shortest name that counts on its own inside a text, in scalars.
  private static let shortestName = 2

  init(_ facts: FactBook) {
    self.facts = facts
    names = facts.institutionNames.filter {
      $0.name.unicodeScalars.count >= Registry.shortestName
    }
    threatRules = Dictionary(
      ThreatFinding.Kind.allCases.compactMap { kind in
        facts.threatTruth(kind.rawValue)?.rules.first.map { (kind, $0) }
      }, uniquingKeysWith: { first, _ in first })
    helplineNumbers = Dictionary(
      facts.helplines.compactMap { line in
        line.number.map { ($0.filter { $0.isASCII && $0.isNumber }, "helpline.\(line.id)") }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The institution that goes by a name as a whole.
  func institution(named name: String) -> String? { facts.institutionID(named: name) }

  /// The institution or help line with this number: digits, without the country code.
  func owner(phone: String) -> String? {
    facts.institutionID(phone: phone) ?? helplineNumbers[phone]
  }

  /// The id of the number's shape in the facts.
  func shapeID(of number: String) -> String? { facts.numberShapeID(of: number) }

  /// What the facts say about a host.
  func link(host: String, registrable: String) -> LinkCheck {
    facts.linkCheck(host: host, registrable: registrable)
  }

  /// The rule that says what is true about a kind of threat.
  func rule(for threat: ThreatFinding.Kind) -> String? { threatRules[threat] }

  /// What the number shows from which a message came; `nil` for an empty one.
  func sender(_ shown: String) -> SenderFinding? {
    let number = shown.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }
      .map(String.init).joined()
    guard !number.isEmpty else { return nil }
    let folded = FoldedText(number)
    let digits = folded.foldedText(0..<folded.count)
    let shape = facts.numberShape(of: digits)
    let owner = facts.institutions(smsSender: digits).first?.id ?? owner(phone: digits)
    return SenderFinding(
      number: digits, kind: shape.map { PhoneFinding.Kind(numberClass: $0.numberClass) } ?? .other,
      shapeID: shape?.id, ownerID: owner,
      imitatesShortNumber: owner == nil && shape?.numberClass == "short_imitated")
  }
}

extension PhoneFinding.Kind {
  /// The kind of a class of the facts' numbering file.
  init(numberClass: String) {
    self =
      switch numberClass {
      case "mobile_private": .mobile
      case "mobile_virtual": .virtualMobile
      case "overseas", "overseas_spoof": .overseas
      case "landline", "local": .landline
      case "shared_cost_400", "toll_free_800": .service
      case "gov_service", "carrier", "emergency", "enterprise_95", "callcentre_95", "other_95",
        "regional_96", "enterprise_1010", "prefixed_short":
        .short
      default: .other
      }
  }
}
